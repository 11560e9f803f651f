"""Find every string of the window that people read, with the context in which Qt looks it up.

`pyside6-lupdate` does not see strings that reach `translate` through a helper (`_tr("…")`) or a table, so this reads
the syntax tree. A Vietnamese string of the window that can reach no translation is reported as stray.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VIETNAMESE = re.compile(r"[À-ÖØ-öø-ỹ]")
ANY_OBJECT = "QObject"
"""The context that `tr` tries last for whatever object it is called on."""
_PAST_THE_LANGUAGE = re.compile(r"catalogue\.(?:message|fix)\(|services\.wording import|wording\.word\(")
"""What would say a check or a term in Vietnamese whatever is spoken; `check_words` and `texts` know the language."""
_KNOW_THE_LANGUAGE = {"check_words.py", "texts.py"}
_NOT_SHOWN = {
    "Tinh Giản",  # the program's name
    "Hải Phòng",  # the place that an office begins with: data
    "Đợt ",  # the name that a round begins with, as the printed list bears it: data
    " năm ",
    "có",  # what people type, not what is shown
    "đúng",
    "0 đ",
    r"tháng|năm|^t(?=\s*\d)",
    "Tiếng &Việt",  # each language is named in itself
    "bản soạn",  # what the files of drafts are called
    "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz",
}


@dataclass
class Found:
    """Strings by context, each in the order of the code, and what was found wrong, as "file:line: what"."""

    messages: dict[str, dict[str, None]] = field(default_factory=dict)
    stray: list[str] = field(default_factory=list)

    def add(self, context: str, source: str) -> None:
        """Note one string."""
        self.messages.setdefault(context, {})[source] = None


def window_files() -> list[Path]:
    """Return the modules whose strings people see in the window."""
    room = ROOT / "desktop"
    return [*sorted((room / "ui").rglob("*.py")), room / "app.py", room / "__main__.py"]


def window_strings() -> Found:
    """Return every string of the window."""
    found = Found()
    for path in window_files():
        _Module(path, found).read()
    return found


class _Module:
    def __init__(self, path: Path, found: Found) -> None:
        self._name = str(path.relative_to(ROOT))
        self._source = path.read_text(encoding="utf-8")
        self._tree = ast.parse(self._source)
        self._found = found
        self._helpers: dict[str, str] = {}  # a function that hands its argument on to translate, and its context
        self._open: set[str] = set()  # contexts in which this module translates what it has in a variable
        self._seen: set[int] = set()

    def read(self) -> None:
        for function in (each for each in ast.walk(self._tree) if isinstance(each, ast.FunctionDef)):
            self._note_helper(function)
        self._calls(self._tree, ANY_OBJECT)
        self._remaining()
        if Path(self._name).name not in _KNOW_THE_LANGUAGE:
            found = _PAST_THE_LANGUAGE.finditer(self._source)
            self._found.stray += [f"{self._name}: always Vietnamese: {each[0]}" for each in found]

    def _note_helper(self, function: ast.FunctionDef) -> None:
        arguments = {each.arg for each in function.args.args}
        for call in _calls_in(function):
            if _called(call) in {"translate", "tr"} and len(call.args) >= 2:
                context, source = call.args[:2]
                if isinstance(context, ast.Constant) and isinstance(source, ast.Name) and source.id in arguments:
                    self._helpers[function.name] = str(context.value)

    def _calls(self, node: ast.AST, context: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ClassDef):
                self._calls(child, child.name)
                continue
            if isinstance(child, ast.Call):
                self._call(child, context)
            self._calls(child, context)

    def _call(self, call: ast.Call, context: str) -> None:
        name = _called(call)
        if name in self._helpers and call.args:
            self._take(call.args[0], self._helpers[name])
        elif name in {"translate", "tr"} and len(call.args) >= 2 and isinstance(call.args[0], ast.Constant):
            self._take(call.args[1], str(call.args[0].value))
        elif name == "tr" and call.args:
            of_self = isinstance(call.func, ast.Attribute) and _is_self(call.func.value)
            self._take(call.args[0], context if of_self else ANY_OBJECT)

    def _take(self, node: ast.expr, context: str) -> None:
        if isinstance(node, ast.JoinedStr):
            self._found.stray.append(f"{self._name}:{node.lineno}: an f-string cannot be translated")
            return
        if isinstance(node, ast.IfExp):
            self._take(node.body, context)
            self._take(node.orelse, context)
            return
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            self._seen.add(id(node))
            self._found.add(context, node.value)
            return
        self._open.add(context)

    def _remaining(self) -> None:
        """Give the strings of tables to the contexts in which this module translates variables."""
        contexts = {*self._open, *self._helpers.values()}
        for node in _plain_strings(self._tree):
            if id(node) in self._seen or node.value in _NOT_SHOWN or not VIETNAMESE.search(node.value):
                continue
            if not contexts:
                self._found.stray.append(f"{self._name}:{node.lineno}: not translated: {node.value[:60]}")
            for context in contexts:
                self._found.add(context, node.value)


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


def _calls_in(node: ast.AST) -> Iterator[ast.Call]:
    return (each for each in ast.walk(node) if isinstance(each, ast.Call))


def _plain_strings(tree: ast.Module) -> list[ast.Constant]:
    docstrings = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    strings = [each for each in ast.walk(tree) if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return [each for each in strings if id(each) not in docstrings]

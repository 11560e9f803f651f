"""What every part of a pack needs on the way from file to policy: places, citations, formulas, names."""

from collections.abc import Mapping

from desktop.domain.errors import Param
from desktop.rules.formulas.checking import check
from desktop.rules.formulas.faults import FormulaError
from desktop.rules.formulas.parser import parse
from desktop.rules.formulas.tree import Node, names_in
from desktop.rules.formulas.units import Dimension
from desktop.rules.pack_errors import PackError
from desktop.rules.pack_file import PackFile
from desktop.rules.pack_values import Cite
from desktop.rules.reasons import names_in_text
from desktop.rules.trace import Citation
from desktop.rules.yaml_lines import Located, Path


class Compiler:
    """A pack file with its lines; remembers which names were used."""

    def __init__(self, located: Located, file: PackFile) -> None:
        self.file = file
        self.used: set[str] = set()
        self._located = located
        self._documents = {document.id: document.name for document in file.documents}

    def error(self, code: str, path: Path, expected: Param = "", **more: Param) -> PackError:
        """Return the refusal that names the line and key of `path`."""
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        line = self._located.line(path)
        return PackError(code, file=self._located.file, line=line, key=key, expected=expected, **more)

    def cite(self, cite: Cite, path: Path) -> Citation:
        """Return the citation with its document's name; raises PackError("pack.unknown_name")."""
        if cite.document not in self._documents:
            known = ", ".join(self._documents)
            raise self.error("pack.unknown_name", (*path, "cite", "document"), known, found=cite.document)
        return Citation(self._documents[cite.document], cite.article, cite.clause, cite.point)

    def formula(self, text: str, path: Path, names: Mapping[str, Dimension], wanted: Dimension) -> Node:
        """Parse and check a formula; raises PackError with its place, both units or what was expected."""
        try:
            node = parse(text)
            check(node, names, wanted)
        except FormulaError as fault:
            raise self._placed(fault, text, path, names) from None
        self.used.update(names_in(node))
        return node

    def sentence(self, text: str, path: Path, names: Mapping[str, Dimension]) -> str:
        """Check the names in braces; raises PackError("pack.unknown_name")."""
        for name in names_in_text(text):
            if name not in names:
                raise self.error("pack.unknown_name", path, ", ".join(sorted(names)), found=name)
            self.used.add(name)
        return text

    def distinct(self, ids: tuple[str, ...], section: str, taken: frozenset[str] = frozenset()) -> None:
        """Check that ids differ from each other and from those taken; raises PackError("pack.duplicate_id")."""
        seen = set(taken)
        for index, each in enumerate(ids):
            if each in seen:
                raise self.error("pack.duplicate_id", (section, index), found=each)
            seen.add(each)

    def known(self, wanted: str, among: Mapping[str, object], path: Path) -> str:
        """Return the name if it is among the known; raises PackError("pack.unknown_name")."""
        if wanted not in among:
            raise self.error("pack.unknown_name", path, ", ".join(among), found=wanted)
        self.used.add(wanted)
        return wanted

    def _placed(self, fault: FormulaError, text: str, path: Path, names: Mapping[str, Dimension]) -> PackError:
        params = dict(fault.params)
        expected = params.pop("expected")
        if fault.code == "pack.unknown_name":
            expected = ", ".join(sorted(names))
        return self.error(fault.code, path, expected, formula=text, **params)

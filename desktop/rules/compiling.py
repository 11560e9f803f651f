"""What every part of a pack needs on the way from file to policy: places, citations, formulas, names."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from desktop.domain.errors import Param
from desktop.rules.formulas.checking import check, unit_of
from desktop.rules.formulas.faults import FormulaError
from desktop.rules.formulas.parser import parse
from desktop.rules.formulas.tree import Asked, Node, Number, asked_in, depth, names_in, size
from desktop.rules.formulas.units import Dimension
from desktop.rules.near import near_or_all
from desktop.rules.pack_errors import PackError, first_of
from desktop.rules.pack_file import PackFile
from desktop.rules.pack_limits import CALLS_OF_A_NAME, MAX_CALLS, MAX_FAULTS, MAX_LETTERS, MAX_NODES
from desktop.rules.pack_values import Cite
from desktop.rules.reasons import names_in_text
from desktop.rules.trace import Citation
from desktop.rules.yaml_lines import Located, Path


class Compiler:
    """A pack file with its lines; remembers which names were used.

    Faults that leave the rest of the pack readable are gathered in `faults`, not raised.
    """

    def __init__(self, located: Located, file: PackFile) -> None:
        self.file = file
        self.faults: list[PackError] = []
        self.used: set[str] = set()
        self.asked: dict[str, Asked] = {}
        """Quantities with arguments that formulas ask for, by id."""
        self.asked_at: list[tuple[Asked, Path]] = []
        self.used_tables: set[str] = set()
        self.used_packs: set[str] = set()
        self._located = located
        self.nodes = 0
        """Numbers, names and operations of the formulas so far."""
        self._letters = 0
        self._calls: dict[str, int] = {}
        self._documents = {document.id: document.name for document in file.documents}

    def error(self, code: str, path: Path, expected: Param = "", **more: Param) -> PackError:
        """Return the refusal that names the line and key of `path`."""
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        line = self._located.line(path)
        return PackError(code, file=self._located.file, line=line, key=key, expected=expected, **more)

    def written(self, path: Path) -> str:
        """Return the text of a value as it stands in the file."""
        return self._located.written(path)

    def tell(self, fault: PackError) -> None:
        """Gather a fault; raises it when there are so many that nobody would read more."""
        self.faults.append(fault)
        if len(self.faults) >= MAX_FAULTS:
            raise fault

    def cite(self, cite: Cite, path: Path) -> Citation:
        """Return the citation with its document's name; gathers PackError("pack.unknown_name")."""
        if cite.document not in self._documents:
            place = (*path, "cite", "document")
            self.tell(self._unknown(cite.document, self._documents, place))
        return Citation(self._documents.get(cite.document, ""), cite.article, cite.clause, cite.point)

    def formula(self, text: str, path: Path, names: Mapping[str, Dimension], wanted: Dimension) -> Node:
        """Parse and check a formula; gathers PackError with its place, both units or what was expected."""
        self._letters += len(text)
        if self._letters > MAX_LETTERS:
            raise self.error("pack.too_much_work", path, MAX_LETTERS, found=self._letters)
        try:
            node = parse(text)
            check(node, names, wanted)
            self.used.update(names_in(node))
            for each in asked_in(node):
                self._ask(each, path)
        except FormulaError as fault:
            self.tell(self._placed(fault, text, path, names))
        except PackError as fault:
            self.tell(fault)
        else:
            self._count(node, path)
            return node
        return Number(Fraction(0))  # no pack comes of it: the fault is told before

    def _count(self, node: Node, path: Path) -> None:
        self.nodes += size(node)
        if self.nodes > MAX_NODES:
            raise self.error("pack.too_much_work", path, MAX_NODES, found=self.nodes)

    def named(self, name: str, nodes: tuple[Node, ...], path: Path) -> None:
        """Bound how many calls it takes to come to the bottom of a named formula."""
        own = max(depth(node) + CALLS_OF_A_NAME * (1 + len(asked_in(node))) for node in nodes)
        below = (self._calls.get(each, 0) for node in nodes for each in names_in(node))
        self._calls[name] = own + max(below, default=0)
        if self._calls[name] > MAX_CALLS:
            raise self.error("pack.chain_too_long", path, MAX_CALLS, found=self._calls[name])

    def _ask(self, node: Asked, path: Path) -> None:
        """Remember a quantity with an argument; raises PackError("pack.unknown_name") for what it names."""
        pack = node.word.partition(".")[0]
        match node.function:
            case "years":
                self._one_of(node.word, tuple(table.id for table in self.file.tables.rounding), path)
                self.used_tables.add(node.word)
            case "has_obstacle":
                self._one_of(node.word, tuple(each.id for each in self.file.obstacles), path)
            case "amount_of" | "eligible_for":
                if pack not in self.file.needs:
                    raise self.error("pack.need_not_declared", path, "needs", found=pack)
                self._answer_named(node, path)
                self.used_packs.add(pack)
            case "pension_month_by" | "early_months_by":
                self.used.add("pension_month")
        self.asked[node.id] = node
        self.asked_at.append((node, path))

    def _answer_named(self, node: Asked, path: Path) -> None:
        if (node.function == "amount_of") != ("." in node.word):
            wanted = f"{self.file.needs[0]}.total" if node.function == "amount_of" else self.file.needs[0]
            raise self.error("pack.unknown_name", path, wanted, found=node.word)

    def _one_of(self, wanted: str, among: tuple[str, ...], path: Path) -> None:
        if wanted not in among:
            raise self._unknown(wanted, among, path)

    def sentence(self, text: str, path: Path, names: Mapping[str, Dimension]) -> str:
        """Check the names in braces; gathers PackError("pack.unknown_name")."""
        for name in names_in_text(text):
            if name not in names and not self._asks(name, path, names):
                self.tell(self._unknown(name, sorted(names), path))
            self.used.add(name)
        return text

    def _asks(self, text: str, path: Path, names: Mapping[str, Dimension]) -> bool:
        """Whether the text is a quantity with an argument, written as in formulas; it is then remembered."""
        try:
            node = parse(text)
            known = isinstance(node, Asked) and node.id == text and unit_of(node, names) is not None
        except FormulaError:
            return False
        if known:
            self.used.update(names_in(node))
            for each in asked_in(node):
                self._ask(each, path)
        return known

    def distinct(self, ids: tuple[str, ...], section: str, taken: frozenset[str] = frozenset()) -> None:
        """Check that ids differ from each other and from those taken; gathers PackError("pack.duplicate_id")."""
        seen = set(taken)
        for index, each in enumerate(ids):
            if each in seen:
                self.tell(self.error("pack.duplicate_id", (section, index), found=each))
            seen.add(each)

    def known(self, wanted: str, among: Mapping[str, object], path: Path) -> str:
        """Return the name if it is among the known; raises PackError("pack.unknown_name")."""
        if wanted not in among:
            raise self._unknown(wanted, among, path)
        self.used.add(wanted)
        return wanted

    def stop_if_faulty(self) -> None:
        """Raise the first of the faults gathered so far, which holds the others."""
        if self.faults:
            raise first_of(sorted(self.faults, key=lambda fault: int(fault.params["line"])))

    def _unknown(self, wanted: str, among: Iterable[str], path: Path) -> PackError:
        return self.error("pack.unknown_name", path, near_or_all(wanted, among), found=wanted)

    def _placed(self, fault: FormulaError, text: str, path: Path, names: Mapping[str, Dimension]) -> PackError:
        params = dict(fault.params)
        expected = params.pop("expected")
        if fault.code == "pack.unknown_name":
            expected = near_or_all(str(params["found"]), sorted(names))
        return self.error(fault.code, path, expected, formula=text, **params)

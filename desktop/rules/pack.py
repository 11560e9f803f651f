"""Loading a policy pack: text to a policy that can be computed with, or a refusal that names the line."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.rounds import PolicyRef
from desktop.rules import compile_days, compile_lists, compile_rules, compile_salaries, compile_tables, compile_values
from desktop.rules.catalogue import BUILT_IN, FROM_ROADMAP, units_of_built_in
from desktop.rules.compiling import Compiler
from desktop.rules.examples import RECORD, first_failure
from desktop.rules.formulas.parser import RESERVED
from desktop.rules.formulas.units import DONG, OF_UNIT, Dimension
from desktop.rules.near import near_or_all
from desktop.rules.pack_errors import PackError, first_of
from desktop.rules.pack_file import PackFile
from desktop.rules.pack_limits import MAX_LEVELS, MAX_WORK, SALARY_WORK
from desktop.rules.pack_typing import typed
from desktop.rules.policy import Case, Parameter, PolicyPack, SalaryDefinition, Sourced
from desktop.rules.trace import Citation, Unit
from desktop.rules.yaml_lines import Located, Path, read_yaml

_TAKEN = BUILT_IN | RESERVED | {"total", "case", "components_sum"}
_NEEDS_ROUNDING = ("early_years", "insured_years")


def load_pack(text: bytes, name: str, others: Sequence[PolicyPack] = ()) -> PolicyPack:
    """Read, check and try out a pack; `name` is the file's, for messages, `others` the packs that it needs.

    Raises PackError (a Refusal, codes `pack.*`) with params file, line, key and expected; its `others` are what else
    was found at the same stage: the shape of the file, then names and formulas, then the golden cases.
    """
    return policy_of(read_pack(text, name), others)


@dataclass(frozen=True, slots=True)
class WrittenPack:
    """A pack file as read: its shape is right, its formulas and names are not looked at yet."""

    located: Located
    file: PackFile
    sha256: str

    @property
    def id(self) -> str:
        """The pack's id."""
        return self.file.id

    @property
    def needs(self) -> tuple[str, ...]:
        """Ids of the packs that it takes amounts from."""
        return self.file.needs


def read_pack(text: bytes, name: str) -> WrittenPack:
    """Read a pack's text; raises PackError for what is not of the schema."""
    located = read_yaml(text, name)
    return WrittenPack(located, typed(located), hashlib.sha256(text).hexdigest())


def policy_of(written: WrittenPack, others: Sequence[PolicyPack] = ()) -> PolicyPack:
    """Check and try out a pack that was read; those of `others` that it needs stay with it. Raises PackError."""
    compiler, pack = _checked(written, others)
    _try_examples(compiler, pack, others)
    compiler.stop_if_faulty()
    return pack


def untried_policy_of(written: WrittenPack, others: Sequence[PolicyPack] = ()) -> PolicyPack:
    """Check a pack without trying its golden cases, for those who look at each of them. Raises PackError."""
    return _checked(written, others)[1]


def _checked(written: WrittenPack, others: Sequence[PolicyPack]) -> tuple[Compiler, PolicyPack]:
    file = written.file
    compiler = Compiler(written.located, file)
    try:
        pack = _policy(compiler, PolicyRef(file.id, file.version, written.sha256), others)
        compiler.stop_if_faulty()
        _check_needs(compiler, others)
        _check_use(compiler)
        compiler.stop_if_faulty()
        _check_work(compiler, pack)
    except PackError as fault:
        raise first_of(list(dict.fromkeys((*compiler.faults, *fault.all)))) from None
    return compiler, pack


def _policy(compiler: Compiler, ref: PolicyRef, others: Sequence[PolicyPack]) -> PolicyPack:
    file = compiler.file
    _check_ids(compiler)
    compiler.stop_if_faulty()
    known = compile_values.parameters(compiler, compile_days.days(compiler))
    salaries = compile_salaries.salaries(compiler, known)
    simple = _names(compiler, known, salaries)
    values = compile_rules.values(compiler, simple)
    compile_days.check(compiler, values)
    names = {**simple, **{name: OF_UNIT[value.unit] for name, value in values.items()}}
    rules = compile_rules.conditions(compiler, names)
    items = compile_rules.components(compiler, names)
    cases = compile_rules.Cases(compiler, names, rules, items, known).all()
    base_salary, sources = compile_tables.base_salary(compiler)
    tables = compile_tables.rounding_tables(compiler)
    needed = {each.id: each for each in others if each.id in file.needs}
    with_amounts = {**names, **dict.fromkeys((*items, compile_rules.TOTAL), DONG)}
    return PolicyPack(
        ref=ref,
        title=file.title,
        issuer=file.issuer,
        kind=file.kind,
        status=file.status,
        effective_from=file.effective_from,
        effective_to=file.effective_to,
        note=file.note,
        documents={document.id: Citation(document.name) for document in file.documents},
        parameters=known,
        roadmap=compile_tables.roadmap(compiler),
        base_salary=base_salary,
        base_salary_sources=sources,
        rounding=compile_tables.rounding(compiler, tables),
        rounding_tables=tables,
        conventions=compile_salaries.conventions(compiler),
        salaries=salaries,
        values=values,
        groups=compile_rules.groups(compiler),
        exclusions=compile_rules.exclusions(compiler),
        cases=cases,
        total_rounding=compile_rules.money_rule(file.total_rounding),
        papers=compile_lists.papers(compiler),
        deadlines=compile_lists.deadlines(compiler),
        checks=compile_lists.checks(compiler),
        own_checks=compile_lists.own_checks(compiler, with_amounts),
        reasons=compile_lists.reasons(compiler),
        obstacles=compile_lists.obstacles(compiler),
        ladders=compile_tables.ladders(compiler),
        approving_levels=compile_tables.approving_levels(compiler),
        provinces=compile_tables.provinces(compiler),
        units=compile_tables.units(compiler),
        labels=compile_lists.labels(compiler, BUILT_IN | salaries.keys()),
        asked=compiler.asked,
        needs=file.needs,
        needed=needed,
        work=_work(compiler, cases, len(salaries)) + sum(each.work for each in needed.values()),
        examples=file.examples,
    )


def _work(compiler: Compiler, cases: tuple[Case, ...], salaries: int) -> int:
    lowered = sum(1 for case in cases if case.lowered_by)
    return compiler.nodes * (1 + lowered) + SALARY_WORK * salaries


def _names(
    compiler: Compiler, known: Mapping[str, Parameter], salaries: Mapping[str, Sourced[SalaryDefinition]]
) -> dict[str, Dimension]:
    reasons = tuple(each.id for each in compiler.file.reasons)
    parameters = {name: OF_UNIT[parameter.unit] for name, parameter in known.items()}
    built_in = dict(units_of_built_in())
    built_in["reason"] = replace(built_in["reason"], choices=reasons)
    return {**built_in, **dict.fromkeys(salaries, OF_UNIT[Unit.DONG_PER_MONTH]), **parameters}


def _check_ids(compiler: Compiler) -> None:
    file, taken = compiler.file, frozenset(_TAKEN)
    compiler.distinct(tuple(document.id for document in file.documents), "documents")
    sections = {
        "parameters": tuple(each.id for each in file.parameters),
        "salary_bases": tuple(each.id for each in file.salary_bases),
        "values": tuple(each.id for each in file.values),
        "conditions": tuple(each.id for each in file.conditions),
        "components": tuple(each.id for each in file.components),
    }
    for section, ids in sections.items():
        compiler.distinct(ids, section, taken)
        taken |= {*ids, *(f"{each}_when" for each in ids)}


def _check_use(compiler: Compiler) -> None:
    """Refuse what nothing names, and names whose tables are not there."""
    file, used = compiler.file, compiler.used
    _unused(compiler, ("parameters",), tuple(each.id for each in file.parameters), used)
    _unused(compiler, ("values",), tuple(each.id for each in file.values), used)
    _unused(compiler, ("conditions",), tuple(each.id for each in file.conditions), used)
    _unused(compiler, ("components",), tuple(each.id for each in file.components), used)
    _unused(compiler, ("tables", "rounding"), tuple(each.id for each in file.tables.rounding), compiler.used_tables)
    _unused(compiler, ("needs",), file.needs, compiler.used_packs)
    if used & FROM_ROADMAP and file.tables.roadmap is None:
        compiler.tell(compiler.error("pack.table_missing", ("tables",), "tables.roadmap"))
    for name in _NEEDS_ROUNDING:
        if name in used and getattr(file.conventions, name) is None:
            compiler.tell(compiler.error("pack.table_missing", ("conventions",), f"conventions.{name}"))


def _unused(compiler: Compiler, section: Path, ids: tuple[str, ...], used: set[str]) -> None:
    for index, each in enumerate(ids):
        if each not in used:
            place = (*section, index, *(() if section == ("needs",) else ("id",)))
            compiler.tell(compiler.error("pack.unused", place, found=each))


def _check_needs(compiler: Compiler, others: Sequence[PolicyPack]) -> None:
    """Refuse packs that need each other, and answers that a needed pack does not have."""
    file = compiler.file
    known = {pack.id: pack for pack in others}
    for index, needed in enumerate(file.needs):
        if file.id in _all_needed(needed, known):
            raise compiler.error("pack.needs_itself", ("needs", index), found=needed)
    for node, path in compiler.asked_at:
        pack, _, name = node.word.partition(".")
        if node.function == "amount_of" and pack in known:
            answers = (compile_rules.TOTAL, *known[pack].component_ids)
            if name not in answers:
                raise compiler.error("pack.unknown_name", path, near_or_all(name, answers), found=name)


def _all_needed(first: str, known: Mapping[str, PolicyPack]) -> set[str]:
    seen: set[str] = set()
    waiting = [first]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting.extend(known[current].needs if current in known else ())
    return seen


def _check_work(compiler: Compiler, pack: PolicyPack) -> None:
    """Refuse golden cases that would take too long, and packs that need each other too deep."""
    if pack.levels > MAX_LEVELS:
        raise compiler.error("pack.needs_too_deep", ("needs",), MAX_LEVELS, found=pack.levels)
    work = len(pack.examples) * pack.work
    if work > MAX_WORK:
        raise compiler.error("pack.too_much_work", ("examples",), MAX_WORK, found=work)


_NOTHING = "không có giá trị"


def _try_examples(compiler: Compiler, pack: PolicyPack, others: Sequence[PolicyPack]) -> None:
    compiler.distinct(tuple(example.id for example in pack.examples), "examples")
    for index, example in enumerate(pack.examples):
        failure = first_failure(pack, example, others)
        if failure is not None and failure.step == RECORD:
            place = ("examples", index, "record")
            compiler.tell(compiler.error("pack.example_record", place, found=failure.found, example=example.id))
        elif failure is not None:
            compiler.tell(
                compiler.error(
                    "pack.example_failed",
                    _place_of(failure.step, ("examples", index, "expect")),
                    failure.expected or _NOTHING,
                    found=failure.found or _NOTHING,
                    step=failure.step,
                    example=example.id,
                )
            )


def _place_of(step: str, expect: Path) -> Path:
    """Return where an example says what a step must be."""
    return (*expect, step) if step in {"total", "applies", "eligible", "open"} else (*expect, "values", step)


__all__ = ["PackError", "PolicyPack", "WrittenPack", "load_pack", "policy_of", "read_pack", "untried_policy_of"]

"""Loading a policy pack: text to a policy that can be computed with, or a refusal that names the line."""

import hashlib
from collections.abc import Mapping

from desktop.domain.rounds import PolicyRef
from desktop.rules import compile_lists, compile_rules, compile_values
from desktop.rules.catalogue import BUILT_IN, FROM_ROADMAP, units_of_built_in
from desktop.rules.compiling import Compiler
from desktop.rules.examples import first_failure
from desktop.rules.formulas.parser import RESERVED
from desktop.rules.formulas.units import OF_UNIT, Dimension
from desktop.rules.pack_errors import PackError
from desktop.rules.pack_typing import typed
from desktop.rules.policy import Parameter, PolicyPack, SalaryDefinition, Sourced
from desktop.rules.trace import Citation, Unit
from desktop.rules.yaml_lines import read_yaml

_TAKEN = BUILT_IN | RESERVED | {"total", "case", "components_sum"}
_NEEDS_ROUNDING = ("early_years", "insured_years")


def load_pack(text: bytes, name: str) -> PolicyPack:
    """Read, check and try out a pack; `name` is the file's, for messages.

    Raises PackError (a Refusal, codes `pack.*`) with params file, line, key and expected.
    """
    compiler, pack = _compiled(text, name)
    _try_examples(compiler, pack)
    return pack


def load_untried(text: bytes, name: str) -> PolicyPack:
    """Read and check a pack that is being drafted, without its golden cases; raises PackError as `load_pack` does."""
    return _compiled(text, name)[1]


def _compiled(text: bytes, name: str) -> tuple[Compiler, PolicyPack]:
    located = read_yaml(text, name)
    file = typed(located)
    compiler = Compiler(located, file)
    pack = _policy(compiler, PolicyRef(file.id, file.version, hashlib.sha256(text).hexdigest()))
    _check_use(compiler)
    return compiler, pack


def _policy(compiler: Compiler, ref: PolicyRef) -> PolicyPack:
    file = compiler.file
    _check_ids(compiler)
    known = compile_values.parameters(compiler)
    salaries = compile_values.salaries(compiler, known)
    names = _names(known, salaries)
    rules = compile_rules.conditions(compiler, names)
    items = compile_rules.components(compiler, names)
    base_salary, sources = compile_values.base_salary(compiler)
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
        roadmap=compile_values.roadmap(compiler),
        base_salary=base_salary,
        base_salary_sources=sources,
        rounding=compile_values.rounding(compiler),
        salaries=salaries,
        groups=compile_rules.groups(compiler),
        exclusions=compile_rules.exclusions(compiler),
        cases=compile_rules.Cases(compiler, names, rules, items, known).all(),
        total_rounding=compile_rules.money_rule(file.total_rounding),
        papers=compile_lists.papers(compiler),
        deadlines=compile_lists.deadlines(compiler),
        checks=compile_lists.checks(compiler),
        labels=compile_lists.labels(compiler, BUILT_IN | salaries.keys()),
        examples=file.examples,
    )


def _names(known: Mapping[str, Parameter], salaries: Mapping[str, Sourced[SalaryDefinition]]) -> dict[str, Dimension]:
    parameters = {name: OF_UNIT[parameter.unit] for name, parameter in known.items()}
    return {**units_of_built_in(), **dict.fromkeys(salaries, OF_UNIT[Unit.DONG_PER_MONTH]), **parameters}


def _check_ids(compiler: Compiler) -> None:
    file, taken = compiler.file, frozenset(_TAKEN)
    compiler.distinct(tuple(document.id for document in file.documents), "documents")
    sections = {
        "parameters": tuple(each.id for each in file.parameters),
        "salary_bases": tuple(each.id for each in file.salary_bases),
        "conditions": tuple(each.id for each in file.conditions),
        "components": tuple(each.id for each in file.components),
    }
    for section, ids in sections.items():
        compiler.distinct(ids, section, taken)
        taken |= {*ids, *(f"{each}_when" for each in ids)}


def _check_use(compiler: Compiler) -> None:
    """Refuse what nothing names, and names whose tables are not there."""
    file, used = compiler.file, compiler.used
    listed = {
        "parameters": tuple(each.id for each in file.parameters),
        "conditions": tuple(each.id for each in file.conditions),
        "components": tuple(each.id for each in file.components),
    }
    for section, ids in listed.items():
        for index, each in enumerate(ids):
            if each not in used:
                raise compiler.error("pack.unused", (section, index, "id"), found=each)
    if used & FROM_ROADMAP and file.tables.roadmap is None:
        raise compiler.error("pack.table_missing", ("tables",), "tables.roadmap")
    for name in _NEEDS_ROUNDING:
        if name in used and getattr(file.conventions, name) is None:
            raise compiler.error("pack.table_missing", ("conventions",), f"conventions.{name}")


def _try_examples(compiler: Compiler, pack: PolicyPack) -> None:
    compiler.distinct(tuple(example.id for example in pack.examples), "examples")
    for index, example in enumerate(pack.examples):
        failure = first_failure(pack, example)
        if failure is not None:
            raise compiler.error(
                "pack.example_failed",
                ("examples", index, "id"),
                failure.expected,
                found=failure.found,
                step=failure.step,
                example=example.id,
            )


__all__ = ["PackError", "PolicyPack", "load_pack", "load_untried"]

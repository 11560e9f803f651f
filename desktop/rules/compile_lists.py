"""Papers, deadlines, checks and labels of a pack, from file to policy."""

from collections.abc import Mapping

from desktop.domain.errors import Param
from desktop.rules import pack_checks as checks_written
from desktop.rules import pack_file as written
from desktop.rules.compile_values import sure
from desktop.rules.compiling import Compiler
from desktop.rules.formulas.units import FLAG, Dimension
from desktop.rules.lookups import CaseOfLeaving, ObstacleSign, OwnCheck
from desktop.rules.policy import CheckSetting, DeadlineRule, PaperRule
from desktop.rules.yaml_lines import Path

COLUMNS = ("column_26", "column_27", "column_28", "column_29")
"""Columns of Biểu 01 that the pack names."""


def papers(compiler: Compiler) -> tuple[PaperRule, ...]:
    """Return the papers that dossiers need."""
    compiler.distinct(tuple(paper.id for paper in compiler.file.papers), "papers")
    return tuple(_paper(compiler, paper, ("papers", index)) for index, paper in enumerate(compiler.file.papers))


def _paper(compiler: Compiler, paper: written.Paper, path: Path) -> PaperRule:
    return PaperRule(
        paper.id,
        paper.label,
        paper.groups,
        paper.routes,
        paper.required,
        paper.verify,
        compiler.cite(paper.cite, path),
        sure(compiler, paper.provenance, path),
    )


def deadlines(compiler: Compiler) -> tuple[DeadlineRule, ...]:
    """Return the deadlines; raises PackError("pack.deadline_kind") unless each is once or yearly."""
    compiler.distinct(tuple(deadline.id for deadline in compiler.file.deadlines), "deadlines")
    listed = enumerate(compiler.file.deadlines)
    return tuple(_deadline(compiler, deadline, ("deadlines", index)) for index, deadline in listed)


def _deadline(compiler: Compiler, deadline: written.Deadline, path: Path) -> DeadlineRule:
    if (deadline.due is None) == (deadline.yearly is None):
        raise compiler.error("pack.deadline_kind", path, "due, yearly")
    month_day = deadline.yearly.split("-") if deadline.yearly else None
    return DeadlineRule(
        deadline.id,
        deadline.label,
        deadline.groups,
        deadline.due,
        (int(month_day[0]), int(month_day[1])) if month_day else None,
        compiler.cite(deadline.cite, path),
        sure(compiler, deadline.provenance, path),
        deadline.note,
    )


def checks(compiler: Compiler) -> Mapping[str, CheckSetting]:
    """Return the settings of checks by code."""
    compiler.distinct(tuple(check.code for check in compiler.file.checks), "checks")
    return {check.code: _check(check) for check in compiler.file.checks}


def _check(check: checks_written.CheckSettings) -> CheckSetting:
    parameters = {name: _parameter(value) for name, value in check.parameters.items()}
    return CheckSetting(
        check.code, check.enabled, check.severity, check.justifiable, parameters, check.message, check.fix
    )


def _parameter(value: Param) -> Param:
    """Return whole numbers as such: scalars of a pack file arrive as text."""
    text = str(value)
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 18 else text


def own_checks(compiler: Compiler, names: Mapping[str, Dimension]) -> tuple[OwnCheck, ...]:
    """Return the pack's own checks; their formulas may name components and `total` as well.

    Raises PackError("pack.duplicate_id") for a code that the pack sets as one of the catalogue's.
    """
    listed = compiler.file.own_checks
    taken = frozenset(check.code for check in compiler.file.checks)
    compiler.distinct(tuple(check.code for check in listed), "own_checks", taken)
    return tuple(_own(compiler, each, ("own_checks", index), names) for index, each in enumerate(listed))


def _own(compiler: Compiler, each: checks_written.OwnCheck, path: Path, names: Mapping[str, Dimension]) -> OwnCheck:
    return OwnCheck(
        each.code,
        each.severity,
        each.stage.value,
        each.groups,
        each.routes,
        each.label,
        compiler.formula(each.formula, (*path, "formula"), names, FLAG),
        compiler.sentence(each.message, (*path, "message"), names),
        compiler.sentence(each.fix, (*path, "fix"), names),
        each.field,
        compiler.cite(each.cite, path),
        each.justifiable,
    )


def reasons(compiler: Compiler) -> tuple[CaseOfLeaving, ...]:
    """Return the cases of downsizing that records choose from."""
    listed = compiler.file.reasons
    compiler.distinct(tuple(each.id for each in listed), "reasons")
    return tuple(
        CaseOfLeaving(each.id, each.label, each.groups, compiler.cite(each.cite, ("reasons", index)))
        for index, each in enumerate(listed)
    )


def obstacles(compiler: Compiler) -> tuple[ObstacleSign, ...]:
    """Return the signs that the policy is not for a person."""
    listed = compiler.file.obstacles
    compiler.distinct(tuple(each.id for each in listed), "obstacles")
    return tuple(
        ObstacleSign(each.id, each.label, compiler.cite(each.cite, ("obstacles", index)))
        for index, each in enumerate(listed)
    )


def labels(compiler: Compiler, quantities: frozenset[str]) -> Mapping[str, str]:
    """Return the words by id; raises PackError("pack.unknown_name") for what is neither column nor quantity."""
    compiler.distinct(tuple(label.id for label in compiler.file.labels), "labels")
    known = dict.fromkeys((*COLUMNS, *sorted(quantities)))
    for index, label in enumerate(compiler.file.labels):
        compiler.known(label.id, known, ("labels", index, "id"))
    return {label.id: label.text for label in compiler.file.labels}

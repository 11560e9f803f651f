"""Papers, deadlines, checks and labels of a pack, from file to policy."""

from collections.abc import Mapping

from desktop.domain.errors import Param
from desktop.rules import pack_file as written
from desktop.rules.compile_values import sure
from desktop.rules.compiling import Compiler
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


def _check(check: written.CheckSettings) -> CheckSetting:
    parameters = {name: _parameter(value) for name, value in check.parameters.items()}
    return CheckSetting(check.code, check.enabled, check.severity, check.justifiable, parameters)


def _parameter(value: Param) -> Param:
    """Return whole numbers as such: scalars of a pack file arrive as text."""
    text = str(value)
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 18 else text


def labels(compiler: Compiler, quantities: frozenset[str]) -> Mapping[str, str]:
    """Return the words by id; raises PackError("pack.unknown_name") for what is neither column nor quantity."""
    compiler.distinct(tuple(label.id for label in compiler.file.labels), "labels")
    known = dict.fromkeys((*COLUMNS, *sorted(quantities)))
    for index, label in enumerate(compiler.file.labels):
        compiler.known(label.id, known, ("labels", index, "id"))
    return {label.id: label.text for label in compiler.file.labels}

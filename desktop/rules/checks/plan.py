"""Which checks run, with which severity and parameters: the catalogue as the packs' settings change it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from desktop.domain.errors import Param, Refusal
from desktop.domain.findings import Finding, Severity
from desktop.rules.checks.catalogue import Catalogue, CheckEntry, Stage, Status
from desktop.rules.checks.context import CheckContext
from desktop.rules.checks.rule import Case, Hit, Rule
from desktop.rules.checks.settings import Parameters, RuleSetting

S = TypeVar("S")

_AS_IT_IS = RuleSetting()


@dataclass(frozen=True, slots=True)
class PlannedRule(Generic[S]):
    """A rule that runs, with its entry and parameters decided; `severity` None leaves it to entry and variant."""

    rule: Rule[S]
    entry: CheckEntry
    severity: Severity | None
    parameters: Parameters
    pack: str = field(default="")

    @property
    def may_be_error(self) -> bool:
        """Whether a finding of it can be an error, in one of its variants at least."""
        if self.severity is not None:
            return self.severity is Severity.ERROR
        variants = (variant.severity for variant in self.entry.variants.values())
        return Severity.ERROR in {self.entry.severity, *variants}

    def findings(self, subject: S, subject_id: str, context: CheckContext) -> list[Finding]:
        """Return what the rule finds of `subject`."""
        return [self._finding(hit, subject_id) for hit in self.rule.check(Case(subject, context, self.parameters))]

    def _finding(self, hit: Hit, subject_id: str) -> Finding:
        return Finding(
            code=self.entry.code,
            severity=self.severity or self.entry.variant_of(hit.detail).severity or self.entry.severity,
            subject=subject_id if hit.subject is None else hit.subject,
            field=self.entry.field if hit.field is None else hit.field,
            params=dict(hit.params),
            detail=hit.detail,
            pack=self.pack,
        )


def planned(
    rules: Iterable[Rule[S]], catalogue: Catalogue, settings: Mapping[str, RuleSetting], until: Stage
) -> tuple[PlannedRule[S], ...]:
    """Return the rules that run up to and including the stage; raises Refusal for a setting that cannot be."""
    found = []
    for rule in rules:
        entry = catalogue.entry(rule.code)
        setting = settings.get(rule.code, _AS_IT_IS)
        if setting.enabled and entry.status is Status.IN_FORCE and entry.stage.order <= until.order:
            found.append(_plan(rule, entry, setting))
    return tuple(found)


def _plan(rule: Rule[S], entry: CheckEntry, setting: RuleSetting) -> PlannedRule[S]:
    parameters = checked_parameters(entry, setting.parameters)
    return PlannedRule(rule, entry, setting.severity, parameters, setting.pack)


def checked_parameters(entry: CheckEntry, changed: Parameters) -> dict[str, Param]:
    """Return the entry's parameters with the changed ones put in.

    Raises Refusal("checks.parameter_unknown") or Refusal("checks.parameter_kind") when a changed one is not the
    entry's or is of another kind: a number, a day, a list of numbers, words.
    """
    for name, value in changed.items():
        if name not in entry.parameters:
            raise Refusal("checks.parameter_unknown", code=entry.code, name=name)
        if not _same_kind(value, entry.parameters[name]):
            raise Refusal("checks.parameter_kind", code=entry.code, name=name, value=value)
    return entry.parameters | dict(changed)


_KINDS = (re.compile(r"\d{4}-\d{2}-\d{2}"), re.compile(r"\d+(\s*,\s*\d+)*"))


def _same_kind(value: Param, default: Param) -> bool:
    if isinstance(value, int) or isinstance(default, int):
        return type(value) is type(default)
    return all(kind.fullmatch(value) for kind in _KINDS if kind.fullmatch(default)) and _is_a_day(value)


def _is_a_day(text: str) -> bool:
    """Tell whether text in the form of a day is one; text in another form is not held against it."""
    if not _KINDS[0].fullmatch(text):
        return True
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True

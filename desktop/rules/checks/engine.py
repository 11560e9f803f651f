"""Run the checks over one dossier, as one types, or over a whole round."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from desktop.domain.approvals import Approval, Attachment
from desktop.domain.arrivals import Arrival
from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding, Severity
from desktop.domain.rounds import Round
from desktop.rules.checks.catalogue import Catalogue, Stage
from desktop.rules.checks.context import CheckContext
from desktop.rules.checks.dates import plausible_years, without_implausible_dates
from desktop.rules.checks.known import Keyed, KnownFindings
from desktop.rules.checks.own import own_findings
from desktop.rules.checks.plan import PlannedRule, checked_parameters, planned
from desktop.rules.checks.registry import (
    APPROVAL_RULES,
    ARRIVAL_RULES,
    AS_ENTERED_RULES,
    ATTACHMENT_RULES,
    DOSSIER_RULES,
    ROUND_RULES,
)
from desktop.rules.checks.rule import Rule
from desktop.rules.checks.settings import RuleSetting

S = TypeVar("S")

_ENTRY_ERRORS = "errors of entry"
"""Under this name a context keeps the plan of these rules."""


def check_dossier(dossier: Dossier, context: CheckContext) -> tuple[Finding, ...]:
    """Return what is found of one dossier and its approval, up to packing.

    `dossier` may be newer than the one of the same id in the context. Attachments and the round are not looked at.
    """
    return tuple(_Run(_plan_of(context, Stage.PACKING), context, Stage.PACKING).of_dossier(dossier))


def has_entry_error(dossier: Dossier, context: CheckContext) -> bool:
    """Tell whether the dossier itself, its approval aside, has an error of entry: then it is not complete.

    The same as `check_dossier` and `is_complete` say, and less work: only rules that can raise one are run, those
    that ask for amounts near the end, and none after the first error.
    """
    found = _Run(_error_plan_of(context), context, Stage.ENTRY).each_of_dossier(dossier)
    return any(each.subject == dossier.id and not is_complete((each,), context.catalogue) for each in found)


def check_round(
    context: CheckContext,
    stage: Stage,
    looked: Callable[[int, int], None] | None = None,
    known: KnownFindings | None = None,
) -> tuple[Finding, ...]:
    """Return all that is found up to and including the stage, each finding once, in the order of the list.

    `looked` is told after each person how many of how many; it may raise to give up. People about whom nothing
    changed since `known` was filled are not looked at again.
    """
    run = _Run(_plan_of(context, stage), context, stage)
    book = (known or KnownFindings()).open(context, stage)
    found: dict[str, Finding] = {}
    for place, dossier in enumerate(context.live, start=1):
        _put_in(found, book.of(dossier, run.each_of_dossier))
        _put_in(found, run.of_paper(dossier))
        if looked:
            looked(place, len(context.live))
    book.close()
    _put_in(found, _keyed(each for file in context.attachments.values() for each in run.of_attachment(file)))
    _put_in(found, _keyed(run.of_round(tuple(found.values()))))
    return tuple(found.values())


def check_arrival(arrival: Arrival, catalogue: Catalogue, today: date) -> tuple[Finding, ...]:
    """Return what is found of a package that was not opened: nobody in it can be looked at."""
    context = CheckContext(Round("", "", "", (), today), today, catalogue, arrival=arrival)
    return tuple(
        finding
        for rule in planned(ARRIVAL_RULES, catalogue, {}, Stage.APPRAISAL)
        for finding in rule.findings((), arrival.package_id, context)
    )


def is_complete(findings: Iterable[Finding], catalogue: Catalogue) -> bool:
    """Tell whether the findings of a dossier leave it complete: no error of the entry stage."""
    return not any(
        finding.severity is Severity.ERROR and catalogue.stage(finding) is Stage.ENTRY for finding in findings
    )


def unjustified(findings: Iterable[Finding], dossiers: Iterable[Dossier]) -> tuple[Finding, ...]:
    """Return the warnings that no dossier holds a written justification for."""
    answered = {
        justification.finding_key
        for dossier in dossiers
        for justification in dossier.justifications
        if justification.text.strip()
    }
    return tuple(each for each in findings if each.severity is Severity.WARNING and each.key not in answered)


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the errors: what must be mended before packing."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


@dataclass(frozen=True)
class _Plan:
    """The rules that run at a stage, with severities and parameters decided."""

    as_entered: tuple[PlannedRule[Dossier], ...]
    dossier: tuple[PlannedRule[Dossier], ...]
    approval: tuple[PlannedRule[Approval], ...]
    attachment: tuple[PlannedRule[Attachment], ...]
    round: tuple[PlannedRule[tuple[Finding, ...]], ...]
    years: range
    """In which dates are plausible (NT01)."""


def _plan_of(context: CheckContext, stage: Stage) -> _Plan:
    """Return the stage's plan, worked out once for a context."""
    known = context.plans.get(stage)
    if isinstance(known, _Plan):
        return known
    made = context.plans[stage] = _make_plan(context, stage)
    return made


def _make_plan(context: CheckContext, stage: Stage) -> _Plan:
    def chosen(rules: Iterable[Rule[S]]) -> tuple[PlannedRule[S], ...]:
        return planned(rules, context.catalogue, context.settings, stage)

    setting = context.settings.get("NT01", RuleSetting())
    years = plausible_years(context.today, checked_parameters(context.catalogue.entry("NT01"), setting.parameters))
    return _Plan(
        as_entered=chosen(AS_ENTERED_RULES),
        dossier=chosen(DOSSIER_RULES),
        approval=chosen(APPROVAL_RULES),
        attachment=chosen(ATTACHMENT_RULES),
        round=chosen(ROUND_RULES),
        years=years,
    )


def _error_plan_of(context: CheckContext) -> _Plan:
    """Return the rules that can raise an error of entry, worked out once for a context."""
    known = context.plans.get(_ENTRY_ERRORS)
    if isinstance(known, _Plan):
        return known
    whole = _make_plan(context, Stage.ENTRY)
    made = replace(
        whole,
        as_entered=tuple(rule for rule in whole.as_entered if rule.may_be_error),
        dossier=tuple(rule for rule in whole.dossier if rule.may_be_error),
        approval=(),
    )
    context.plans[_ENTRY_ERRORS] = made
    return made


@dataclass(frozen=True)
class _Run:
    """A plan at work on what it looks at."""

    plan: _Plan
    context: CheckContext
    stage: Stage
    papers: dict[str, Keyed] = field(default_factory=dict)
    """What was found of each approval, which many people share."""

    def of_paper(self, dossier: Dossier) -> Keyed:
        """Return what is found of the approval that the dossier rests on, looked at once."""
        approval = self.context.approval_of(dossier)
        if approval is None:
            return ()
        if approval.id not in self.papers:
            self.papers[approval.id] = tuple(_keyed(self._of_approval(approval)))
        return self.papers[approval.id]

    def of_dossier(self, dossier: Dossier) -> list[Finding]:
        approval = self.context.approval_of(dossier)
        return [*self.each_of_dossier(dossier), *(self._of_approval(approval) if approval else ())]

    def each_of_dossier(self, dossier: Dossier) -> Iterator[Finding]:
        """Yield what is found of the dossier itself, as the rules come."""
        plan, context = self.plan, self.context
        for rule in plan.as_entered:
            yield from rule.findings(dossier, dossier.id, context)
        sound = without_implausible_dates(dossier, plan.years)
        for rule in plan.dossier:
            yield from rule.findings(sound, dossier.id, context)
        yield from own_findings(dossier.id, context, self.stage)

    def _of_approval(self, approval: Approval) -> list[Finding]:
        return [each for rule in self.plan.approval for each in rule.findings(approval, approval.id, self.context)]

    def of_attachment(self, attachment: Attachment) -> list[Finding]:
        sha256 = attachment.sha256
        return [each for rule in self.plan.attachment for each in rule.findings(attachment, sha256, self.context)]

    def of_round(self, so_far: tuple[Finding, ...]) -> list[Finding]:
        return [each for rule in self.plan.round for each in rule.findings(so_far, "", self.context)]


def _keyed(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    return ((each.key, each) for each in findings)


def _put_in(found: dict[str, Finding], more: Iterable[tuple[str, Finding]]) -> None:
    """Leave out what was found before: people who share an approval share its findings."""
    for key, finding in more:
        found.setdefault(key, finding)

"""Run the checks over one dossier, as one types, or over a whole round."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from desktop.domain.approvals import Approval, Attachment
from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding, Severity
from desktop.rules.checks.catalogue import Catalogue, Stage
from desktop.rules.checks.context import CheckContext
from desktop.rules.checks.dates import plausible_years, without_implausible_dates
from desktop.rules.checks.own import own_findings
from desktop.rules.checks.plan import PlannedRule, checked_parameters, planned
from desktop.rules.checks.registry import (
    APPROVAL_RULES,
    AS_ENTERED_RULES,
    ATTACHMENT_RULES,
    DOSSIER_RULES,
    ROUND_RULES,
)
from desktop.rules.checks.rule import Rule
from desktop.rules.checks.settings import RuleSetting

S = TypeVar("S")


def check_dossier(dossier: Dossier, context: CheckContext) -> tuple[Finding, ...]:
    """Return what is found of one dossier and its approval, up to packing.

    `dossier` may be newer than the one of the same id in the context. Attachments and the round are not looked at.
    """
    return tuple(_Run(context, Stage.PACKING).of_dossier(dossier))


def check_round(context: CheckContext, stage: Stage) -> tuple[Finding, ...]:
    """Return all that is found up to and including the stage, each finding once, in the order of the list."""
    run = _Run(context, stage)
    found = [finding for dossier in context.live for finding in run.of_dossier(dossier)]
    found += [finding for file in context.attachments.values() for finding in run.of_attachment(file)]
    found += run.of_round(_once(found))
    return _once(found)


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
class _Run:
    """The rules that run at a stage, planned once for all they look at."""

    context: CheckContext
    stage: Stage

    def of_dossier(self, dossier: Dossier) -> list[Finding]:
        found = [each for rule in self._as_entered for each in rule.findings(dossier, dossier.id, self.context)]
        sound = without_implausible_dates(dossier, self._years)
        found += [each for rule in self._dossier for each in rule.findings(sound, dossier.id, self.context)]
        found += own_findings(sound, self.context, self.stage)
        approval = self.context.approval_of(dossier)
        return found + self._of_approval(approval) if approval else found

    def _of_approval(self, approval: Approval) -> list[Finding]:
        return [each for rule in self._approval for each in rule.findings(approval, approval.id, self.context)]

    def of_attachment(self, attachment: Attachment) -> list[Finding]:
        sha256 = attachment.sha256
        return [each for rule in self._attachment for each in rule.findings(attachment, sha256, self.context)]

    def of_round(self, so_far: tuple[Finding, ...]) -> list[Finding]:
        return [each for rule in self._planned(ROUND_RULES) for each in rule.findings(so_far, "", self.context)]

    def _planned(self, rules: Iterable[Rule[S]]) -> tuple[PlannedRule[S], ...]:
        return planned(rules, self.context.catalogue, self.context.settings, self.stage)

    @cached_property
    def _as_entered(self) -> tuple[PlannedRule[Dossier], ...]:
        return self._planned(AS_ENTERED_RULES)

    @cached_property
    def _dossier(self) -> tuple[PlannedRule[Dossier], ...]:
        return self._planned(DOSSIER_RULES)

    @cached_property
    def _approval(self) -> tuple[PlannedRule[Approval], ...]:
        return self._planned(APPROVAL_RULES)

    @cached_property
    def _attachment(self) -> tuple[PlannedRule[Attachment], ...]:
        return self._planned(ATTACHMENT_RULES)

    @cached_property
    def _years(self) -> range:
        setting = self.context.settings.get("NT01", RuleSetting())
        parameters = checked_parameters(self.context.catalogue.entry("NT01"), setting.parameters)
        return plausible_years(self.context.today, parameters)


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Leave out what was found before: people who share an approval share its findings."""
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.key, finding)
    return tuple(first.values())

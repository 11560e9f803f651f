"""Run the checks over one dossier, as one types, or over a whole round."""

from collections.abc import Iterable

from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding, Severity
from desktop.rules.checks.catalogue import Catalogue, Stage
from desktop.rules.checks.context import CheckContext
from desktop.rules.checks.plan import planned
from desktop.rules.checks.registry import APPROVAL_RULES, ATTACHMENT_RULES, DOSSIER_RULES, ROUND_RULES


def check_dossier(dossier: Dossier, context: CheckContext) -> tuple[Finding, ...]:
    """Return what is found of one dossier and its approval, up to packing.

    `dossier` may be newer than the one of the same id in the context. Attachments and the round are not looked at.
    """
    return tuple(_of_dossier(dossier, context, Stage.PACKING))


def check_round(context: CheckContext, stage: Stage) -> tuple[Finding, ...]:
    """Return all that is found up to and including the stage, each finding once, in the order of the list."""
    found = [finding for dossier in context.live for finding in _of_dossier(dossier, context, stage)]
    found += _of_attachments(context, stage)
    found += _of_round(context, stage, _once(found))
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


def _of_dossier(dossier: Dossier, context: CheckContext, stage: Stage) -> list[Finding]:
    found: list[Finding] = []
    for planned_rule in planned(DOSSIER_RULES, context.catalogue, context.settings, stage):
        found += planned_rule.findings(dossier, dossier.id, context)
    approval = context.approval_of(dossier)
    if approval:
        for planned_approval_rule in planned(APPROVAL_RULES, context.catalogue, context.settings, stage):
            found += planned_approval_rule.findings(approval, approval.id, context)
    return found


def _of_attachments(context: CheckContext, stage: Stage) -> list[Finding]:
    rules = planned(ATTACHMENT_RULES, context.catalogue, context.settings, stage)
    return [
        finding
        for attachment in context.attachments.values()
        for rule in rules
        for finding in rule.findings(attachment, attachment.sha256, context)
    ]


def _of_round(context: CheckContext, stage: Stage, so_far: tuple[Finding, ...]) -> list[Finding]:
    rules = planned(ROUND_RULES, context.catalogue, context.settings, stage)
    return [finding for rule in rules for finding in rule.findings(so_far, "", context)]


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Leave out what was found before: people who share an approval share its findings."""
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.key, finding)
    return tuple(first.values())

"""All checks that are implemented, in the catalogue's order of sections."""

from desktop.rules.checks import (
    amounts,
    approvals,
    attachments,
    dates,
    deadlines,
    duplicates,
    eligibility,
    identity,
    insurance,
    missing,
    retirement,
    salary,
)
from desktop.rules.checks.rule import ApprovalRule, AttachmentRule, DossierRule, RoundRule

AS_ENTERED_RULES: tuple[DossierRule, ...] = (*missing.AS_ENTERED_RULES, *dates.AS_ENTERED_RULES)
"""These look at dates that cannot be; the others see such a date as not entered."""

DOSSIER_RULES: tuple[DossierRule, ...] = (
    *identity.RULES,
    *dates.RULES,
    *retirement.RULES,
    *insurance.RULES,
    *salary.RULES,
    *eligibility.RULES,
    *approvals.RULES,
    *attachments.RULES,
    *amounts.RULES,
    *duplicates.RULES,
)
APPROVAL_RULES: tuple[ApprovalRule, ...] = approvals.APPROVAL_RULES
ATTACHMENT_RULES: tuple[AttachmentRule, ...] = attachments.ATTACHMENT_RULES
ROUND_RULES: tuple[RoundRule, ...] = (*attachments.ROUND_RULES, *duplicates.ROUND_RULES, *deadlines.ROUND_RULES)


def implemented() -> frozenset[str]:
    """Return the codes of the checks that run."""
    groups = (AS_ENTERED_RULES, DOSSIER_RULES, APPROVAL_RULES, ATTACHMENT_RULES, ROUND_RULES)
    return frozenset(rule.code for group in groups for rule in group)

"""All checks that are implemented, in the catalogue's order of sections."""

from desktop.rules.checks import (
    amounts,
    approvals,
    arriving,
    attachments,
    dates,
    deadlines,
    duplicates,
    eligibility,
    identity,
    insurance,
    missing,
    packing,
    papers,
    pay,
    payments,
    pinned,
    reports,
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
    *pay.RULES,
    *eligibility.RULES,
    *approvals.RULES,
    *pinned.RULES,
    *papers.RULES,
    *amounts.RULES,
    *duplicates.RULES,
    *payments.RULES,
)
APPROVAL_RULES: tuple[ApprovalRule, ...] = approvals.APPROVAL_RULES
ATTACHMENT_RULES: tuple[AttachmentRule, ...] = attachments.ATTACHMENT_RULES
ARRIVAL_RULES: tuple[RoundRule, ...] = arriving.ROUND_RULES
ROUND_RULES: tuple[RoundRule, ...] = (
    *attachments.ROUND_RULES,
    *packing.ROUND_RULES,
    *amounts.ROUND_RULES,
    *duplicates.ROUND_RULES,
    *ARRIVAL_RULES,
    *reports.ROUND_RULES,
    *deadlines.ROUND_RULES,
)
"""Deadlines come last: they count the errors found before them."""


def implemented() -> frozenset[str]:
    """Return the codes of the checks that run."""
    groups = (AS_ENTERED_RULES, DOSSIER_RULES, APPROVAL_RULES, ATTACHMENT_RULES, ROUND_RULES)
    return frozenset(rule.code for group in groups for rule in group)

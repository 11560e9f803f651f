"""The document of the competent authority (catalogue 3.6, second part)."""

import re
from datetime import date

from desktop.domain.approvals import Approval
from desktop.domain.dates import format_date
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.months import YearMonth
from desktop.rules.checks.rule import ApprovalRule, Case, DossierRule, Hit, Hits

_STATE_NUMBER = re.compile(r"\d+[a-zđ]?(/\d{4})?/[^\W\d_]+(-[\w&]+)+")
_PARTY_NUMBER = re.compile(r"\d+[a-zđ]?-[^\W\d_]+/[\w&]+(-[\w&]+)*")


def approval_is_whole(case: Case[Approval]) -> Hits:
    """PD01: number, date or issuer is missing; the finding jumps to the first of them."""
    approval = case.subject
    entered = {
        "approval.number": approval.number.strip(),
        "approval.issued_on": approval.issued_on,
        "approval.issuer": approval.issuer.strip(),
    }
    missing = [name for name, value in entered.items() if not value]
    if missing:
        yield Hit(field=missing[0])


def approval_number_form(case: Case[Approval]) -> Hits:
    """PD02: the number has neither the State's form (123/QĐ-UBND) nor the Party's (45-QĐ/TU)."""
    number = case.subject.number.strip()
    if number and not (_STATE_NUMBER.fullmatch(number) or _PARTY_NUMBER.fullmatch(number)):
        yield Hit({"so": number}, detail=number)


def approved_after_leave(case: Case[Dossier]) -> Hits:
    """PD03: the document is dated after the leave."""
    approval, leave = case.context.approval_of(case.subject), case.subject.leave_on
    if approval and approval.issued_on and leave and approval.issued_on > leave:
        yield Hit({"nvb": format_date(approval.issued_on), "nn": format_date(leave)})


def approved_long_before(case: Case[Dossier]) -> Hits:
    """PD04: the document is older at the leave than decisions usually are."""
    approval, leave = case.context.approval_of(case.subject), case.subject.leave_month
    issued = _month_of(approval.issued_on) if approval else None
    if issued and leave and leave - issued > case.number("months"):
        yield Hit({"k": leave - issued}, detail=f"{issued}..{leave}")


def _month_of(day: date | None) -> YearMonth | None:
    """Return the month, None for a day that no month can hold: NT01 speaks of it."""
    try:
        return YearMonth.of(day) if day else None
    except Refusal:
        return None


APPROVAL_RULES = (ApprovalRule("PD01", approval_is_whole), ApprovalRule("PD02", approval_number_form))
RULES = (DossierRule("PD03", approved_after_leave), DossierRule("PD04", approved_long_before))

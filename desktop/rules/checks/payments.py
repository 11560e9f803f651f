"""Paying what was granted (catalogue 3.10, payment)."""

from desktop.domain.dates import format_date
from desktop.domain.dossiers import Dossier
from desktop.domain.money import group_digits
from desktop.domain.months import YearMonth
from desktop.domain.payments import Grant
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits


def paid_too_much(case: Case[Dossier]) -> Hits:
    """CT01: the payments together exceed what was granted."""
    grant, spending = _grant(case), case.context.spending
    if grant is None or spending is None:
        return
    paid = sum(payment.amount for payment in spending.paid_to(case.subject.id))
    if paid > grant.amount:
        yield Hit({"a": group_digits(paid), "b": group_digits(grant.amount), "ten": case.subject.person.full_name})


def paid_before_allocation(case: Case[Dossier]) -> Hits:
    """CT02: a payment is dated before the allocating decision."""
    grant, spending = _grant(case), case.context.spending
    allocated = grant.allocated_on if grant else None
    if spending is None or allocated is None:
        return
    for number, payment in enumerate(spending.paid_to(case.subject.id), start=1):
        if payment.paid_on < allocated:
            yield Hit({"a": format_date(payment.paid_on), "b": format_date(allocated)}, detail=f"{number}")


def granted_not_paid(case: Case[Dossier]) -> Hits:
    """CT03: nothing was paid although the grant is some months old."""
    grant, spending = _grant(case), case.context.spending
    if grant is None or spending is None or spending.paid_to(case.subject.id):
        return
    months = YearMonth.of(case.context.today) - YearMonth.of(grant.decided_on)
    if months > case.number("months"):
        yield Hit({"ten": case.subject.person.full_name, "ngay": format_date(grant.decided_on), "k": months})


def voucher_missing(case: Case[Dossier]) -> Hits:
    """CT04: a payment without the number or the date of its voucher."""
    spending = case.context.spending
    for number, payment in enumerate(spending.paid_to(case.subject.id) if spending else (), start=1):
        if not payment.voucher_number.strip() or payment.voucher_on is None:
            yield Hit({"ten": case.subject.person.full_name}, detail=f"{number}")


def _grant(case: Case[Dossier]) -> Grant | None:
    spending = case.context.spending
    return spending.grants.get(case.subject.id) if spending else None


RULES = (
    DossierRule("CT01", paid_too_much),
    DossierRule("CT02", paid_before_allocation),
    DossierRule("CT03", granted_not_paid),
    DossierRule("CT04", voucher_missing),
)

"""One person's row of Biểu 01, from the record and what the packs answered."""

from fractions import Fraction

from desktop.documents.forms.model import Amount, OpenAmount, ProposalRow
from desktop.domain.approvals import Approval
from desktop.domain.careers import SalaryPeriod
from desktop.domain.dates import format_date
from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong, round_half_up
from desktop.domain.months import format_months
from desktop.domain.people import Sex
from desktop.rules.quantities.retirement import age_on
from desktop.rules.trace import Computation
from desktop.services.amounts.compute_support import Support
from desktop.services.prints.printed_list import answers_on_paper
from desktop.services.prints.wording import word
from desktop.services.rounds.round_view import RoundView

_COLUMNS = 3
_GATHERED = "Số tiền ghi gộp: chính sách có mức tối thiểu, tối đa hoặc nhiều khoản hơn số cột"


def proposal_row(view: RoundView, dossier: Dossier, notes: tuple[str, ...]) -> ProposalRow:
    """Return the row; `notes` are the citations of open amounts that the form prints under the table."""
    support = view.supports[dossier.id]
    person = dossier.person
    period = _last_period(dossier)
    shown_birth = person.decisive_birth.shown if person.decisive_birth else ""
    said = [each.text for each in answers_on_paper(dossier)] or [dossier.note]
    return ProposalRow(
        full_name=person.full_name,
        birth_male=shown_birth if person.sex is Sex.MALE else "",
        birth_female=shown_birth if person.sex is Sex.FEMALE else "",
        citizen_id=person.citizen_id,
        post=person.post,
        workplace=person.workplace,
        qualification=person.qualification,
        employment=word(person.employment) if person.employment else "",
        management=word(person.management_level) if person.management_level else "",
        case=_shown(support, "case"),
        approval=_approval(view.approval_of(dossier)),
        leave_on=format_date(dossier.leave_on) if dossier.leave_on else "",
        age=_age(dossier),
        retirement_age=_shown(support, "retirement_age"),
        early_months=_whole(support, "early_months"),
        early_years=_exact(support, "early_years"),
        insured=_insured(support),
        insured_years=_exact(support, "insured_years"),
        rank=dossier.career.rank,
        coefficient=period.coefficient if period else None,
        position_allowance=_nonzero(period.position_allowance) if period else None,
        beyond_frame=_nonzero(period.beyond_frame) if period else None,
        seniority=_nonzero(period.seniority) if period else None,
        reserved_difference=_nonzero(period.reserved_difference) if period else None,
        base_salaries=_base_salaries(support),
        base_pay=_money(support, "average_salary"),
        support=support_columns(support, notes),
        bank=" - ".join(each for each in (person.bank_account, person.bank_name) if each),
        note="; ".join(each for each in (*_gathered_note(support), *said) if each),
    )


def support_columns(support: Support, notes: tuple[str, ...]) -> tuple[Amount, Amount, Amount]:
    """Return columns 27 to 29: the items of the only pack, or one column for each pack of the round."""
    if len(support.computations) == 1:
        only = support.computations[0]
        amounts = [each.amount if each.amount is not None else _open(only, notes) for each in only.components]
        amounts = [only.total] if is_gathered(support) else amounts
    else:
        amounts = [_pack_amount(each, notes) for each in support.computations]
    first, second, third = [*amounts[:_COLUMNS], None, None, None][:_COLUMNS]
    return first, second, third


def _gathered_note(support: Support) -> tuple[str, ...]:
    return (_GATHERED,) if is_gathered(support) else ()


def is_gathered(support: Support) -> bool:
    """Tell whether one pack's items do not add up to its total in the columns: a floor or cap, or too many items."""
    if len(support.computations) != 1 or support.computations[0].total is None:
        return False
    only = support.computations[0]
    known = [each.amount for each in only.components if each.amount is not None]
    return len(only.components) > _COLUMNS or sum(known) != only.total


def _pack_amount(computation: Computation, notes: tuple[str, ...]) -> Amount:
    if not computation.applies:
        return None
    return computation.total if computation.total is not None else _open(computation, notes)


def _open(computation: Computation, notes: tuple[str, ...]) -> Amount:
    cited = next((str(each.citation) for each in computation.open_values), None)
    if cited is None:
        return None
    return OpenAmount(notes.index(cited) + 1 if cited in notes else 0)


def _last_period(dossier: Dossier) -> SalaryPeriod | None:
    month = dossier.leave_month
    return dossier.career.salary_in(month + -1) if month else None


def _approval(approval: Approval | None) -> str:
    if approval is None:
        return ""
    day = f" ngày {format_date(approval.issued_on)}" if approval.issued_on else ""
    return f"{approval.number}{day}; {approval.issuer}"


def _age(dossier: Dossier) -> str:
    birth = dossier.person.decisive_birth
    return format_months(age_on(birth.month, dossier.leave_month)) if birth and dossier.leave_month else ""


def _value(support: Support, step_id: str) -> Fraction | None:
    for computation in support.computations:
        step = computation.step(step_id)
        if step is not None and isinstance(step.value, int | Fraction):
            return Fraction(step.value)
    return None


def _shown(support: Support, step_id: str) -> str:
    steps = (computation.step(step_id) for computation in support.computations)
    return next((step.shown for step in steps if step is not None and step.value is not None), "")


def _exact(support: Support, step_id: str) -> Fraction | None:
    return _value(support, step_id)


def _whole(support: Support, step_id: str) -> int | None:
    value = _value(support, step_id)
    return None if value is None else int(value)


def _money(support: Support, step_id: str) -> Amount:
    value = _value(support, step_id)
    return None if value is None else Dong(round_half_up(value))


def _insured(support: Support) -> str:
    months = _whole(support, "insured_months")
    return "" if months is None else format_months(months)


def _nonzero(value: Fraction) -> Fraction | None:
    return value or None


def _base_salaries(support: Support) -> tuple[Dong, ...]:
    steps = {
        step.id: step.value
        for computation in support.computations
        for step in computation.trace
        if step.id.startswith("base_salary.") and isinstance(step.value, int | Fraction)
    }
    return tuple(Dong(round_half_up(Fraction(steps[key]))) for key in sorted(steps))

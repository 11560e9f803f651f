"""Retirement age by the roadmap, and how many months early the person leaves (catalogue 3.3)."""

from dataclasses import dataclass

from desktop.domain.approvals import BIRTH_PAPER
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.months import YearMonth
from desktop.domain.people import Sex
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits
from desktop.rules.quantities.missing import Undetermined
from desktop.rules.quantities.retirement import Roadmap, age_on, early_months, pension_month
from desktop.rules.quantities.service import lowered_age_months


@dataclass(frozen=True, slots=True)
class _Leaver:
    """What the roadmap asks for; `roadmap` is the pack's."""

    birth: YearMonth
    sex: Sex
    leave: YearMonth
    roadmap: Roadmap

    def age(self) -> dict[str, str | int]:
        years, months = divmod(age_on(self.birth, self.leave), 12)
        return {"tuoi": years, "thang": months}

    def pension(self, lowered_months: int = 0) -> YearMonth | None:
        """The month the pension starts, None for people who were of age before the roadmap began."""
        try:
            return pension_month(self.birth, self.sex, self.roadmap, lowered_months)
        except Undetermined:
            return None

    def early(self, lowered_months: int = 0) -> int:
        """Months early; 0 or less when the pension would have started already."""
        pension = self.pension(lowered_months)
        return early_months(pension, self.leave) if pension else 0


def _leaver(case: Case[Dossier]) -> _Leaver | None:
    return _leaver_born(case, case.subject.person.decisive_birth)


def _leaver_born(case: Case[Dossier], birth: BirthDate | None) -> _Leaver | None:
    person, leave, roadmap = case.subject.person, case.subject.leave_month, case.context.roadmap
    if birth is None or person.sex is None or leave is None or roadmap is None or leave < birth.month:
        return None
    return _Leaver(birth.month, person.sex, leave, roadmap)


def already_of_age(case: Case[Dossier]) -> Hits:
    """TH01: the pension would have started by the leave month (Phụ lục I)."""
    leaver = _leaver(case)
    if leaver is None or leaver.early() > 0:
        return
    pension = leaver.pension()
    if pension is None:
        first_year = leaver.roadmap.line(leaver.sex).first_year
        yield Hit(leaver.age() | {"nam": first_year}, detail="before_roadmap")
    else:
        yield Hit(leaver.age() | {"moc": pension.shown})


def months_left_outside_policy(case: Case[Dossier]) -> Hits:
    """TH02: early retirement with fewer or more months left than the policy has, by neither appendix.

    The voluntary group is left to the city's own conditions.
    """
    leaver = _leaver(case)
    if leaver is None or case.subject.route is not Route.EARLY_RETIREMENT or case.subject.group is Group.VOLUNTARY:
        return
    fewest, most = case.number("early_retirement_min"), case.number("early_retirement_max")
    left = leaver.early()
    if left > 0 and not any(fewest <= months <= most for months in (left, _lowered_early(case, leaver))):
        yield Hit({"k": left, "chinh_sach": _central_title(case), "a": fewest, "b": most})


def _lowered_early(case: Case[Dossier], leaver: _Leaver) -> int:
    """Months early by Phụ lục II, 0 for people without the service that it asks for."""
    career = case.subject.career
    served = lowered_age_months(career, leaver.leave) if career.insurance else 0
    entitled = served >= case.number("lowered_age_service_months")
    return leaver.early(case.number("lowered_age_months")) if entitled else 0


def _central_title(case: Case[Dossier]) -> str:
    return next((policy.title for policy in case.context.policies if policy.central), "")


def lower_age_not_proved(case: Case[Dossier]) -> Hits:
    """TH03: the lower age is asked for on hazardous work or a special area, without the service that it takes.

    Reduced capacity for work is another ground, and takes none.
    """
    dossier, leave = case.subject, case.subject.leave_month
    if not dossier.claims_lower_age or dossier.reduced_capacity or leave is None or not dossier.career.insurance:
        return
    served, wanted = lowered_age_months(dossier.career, leave), case.number("service_months")
    if served < wanted:
        yield Hit({"k": served, "can": wanted})


def _declared_and_counted(case: Case[Dossier]) -> tuple[int, int, _Leaver] | None:
    leaver = _leaver(case)
    declared = case.subject.declared.early_months
    if leaver is None or declared is None or leaver.early() <= 0:
        return None
    return declared, leaver.early(), leaver


def early_months_differ(case: Case[Dossier]) -> Hits:
    """TH04: the unit's early months are not what the roadmap gives."""
    both = _declared_and_counted(case)
    if both and abs(both[0] - both[1]) > case.number("tolerance_months"):
        declared, counted, leaver = both
        pension = leaver.leave + counted
        yield Hit(
            {"a": declared, "b": counted, "thang_huu": pension.shown, "thang_nghi": leaver.leave.shown},
            detail=f"{declared}-{counted}",
        )


def early_months_one_off(case: Case[Dossier]) -> Hits:
    """TH05: they differ by exactly one month, the commonest slip."""
    both = _declared_and_counted(case)
    if both and abs(both[0] - both[1]) == 1:
        yield Hit({"a": both[0], "b": both[1]}, detail=f"{both[0]}-{both[1]}")


def early_months_far_off(case: Case[Dossier]) -> Hits:
    """TH06: they differ by as much as the tables of sexes or appendices do."""
    both = _declared_and_counted(case)
    if both and (off := abs(both[0] - both[1])) in case.numbers("differences"):
        yield Hit({"k": off}, detail=f"{both[0]}-{both[1]}")


def births_disagree(case: Case[Dossier]) -> Hits:
    """TH07: the card's and the file's birth date give different months to the pension, or a choice is not proved."""
    person = case.subject.person
    by_card, by_file = _leaver_born(case, person.birth), _leaver_born(case, person.birth_on_file)
    if by_card and by_file and by_card.early() != by_file.early():
        by_both = max(0, by_card.early()), max(0, by_file.early())
        yield Hit({"a": by_both[0], "b": by_both[1]}, detail=f"{by_both[0]}-{by_both[1]}")
    yield from _unproved_choice(case)


def _unproved_choice(case: Case[Dossier]) -> Hits:
    """Say what is missing where two birth dates stand, or the file's is computed with."""
    person = case.subject.person
    if not person.chooses_birth:
        return
    shown = {"ngay": person.decisive_birth.shown if person.decisive_birth else ""}
    if not person.birth_basis_reason.strip():
        yield Hit(shown, detail="no_reason", field="person.birth_basis_reason")
    if BIRTH_PAPER not in case.context.proved_by(case.subject):
        yield Hit(shown, detail="no_paper", field="papers.birth")


def assessment_month_missing(case: Case[Dossier]) -> Hits:
    """TH08: the lower age rests on reduced capacity for work, and the month of the board's conclusion is missing."""
    if case.subject.reduced_capacity and case.subject.assessed_month is None:
        yield Hit()


RULES = (
    DossierRule("TH01", already_of_age),
    DossierRule("TH02", months_left_outside_policy),
    DossierRule("TH03", lower_age_not_proved),
    DossierRule("TH04", early_months_differ),
    DossierRule("TH05", early_months_one_off),
    DossierRule("TH06", early_months_far_off),
    DossierRule("TH07", births_disagree),
    DossierRule("TH08", assessment_month_missing),
)

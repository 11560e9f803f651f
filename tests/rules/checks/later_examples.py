"""The same for checks that look at what later stages, other rounds and the packs' tables know."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from desktop.domain.arrivals import Arrival, CertificateSpan, PrintRecord, StatedAmount, SubmittedElsewhere
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import EarlierPayment, Group
from desktop.domain.evidence import EvidencePin, Rectangle
from desktop.domain.money import Dong
from desktop.domain.opinions import Opinion, Qualification
from desktop.domain.payments import Grant, Payment, Settlement, Spending, YearReport
from desktop.domain.people import ManagementLevel
from desktop.domain.rounds import PolicyRef
from desktop.domain.states import DossierState
from desktop.rules.checks.context import CheckContext
from desktop.rules.checks.law_tables import LawTables
from desktop.rules.evaluate import compute
from desktop.rules.lookups import ApprovingLevel, CaseOfLeaving, ObstacleSign
from desktop.rules.trace import Citation, Computation, Provenance, Step, Unit
from tests.rules.checks.situations import (
    APPROVAL,
    DOSSIER,
    ND29,
    NEIGHBOUR,
    PERSON,
    SCAN,
    TODAY,
    approved_by,
    around,
    declared,
    person,
    with_paper,
)

_TOY = Citation("Nghị định thử nghiệm", "2")
_WHOLE_PAGE = Rectangle(Fraction(0), Fraction(0), Fraction(1), Fraction(1))
COMPUTED: Computation = compute(ND29, DOSSIER, approved_on=APPROVAL.issued_on)
AMOUNT = COMPUTED.total or Dong(0)


def _pinned(field: str, reads: str, dossier_id: str = DOSSIER.id, sha256: str = SCAN.sha256) -> CheckContext:
    pin = EvidencePin(dossier_id, field, sha256, 1, _WHOLE_PAGE, reads)
    if dossier_id == DOSSIER.id:
        return around(replace(DOSSIER, pins=(pin,)))
    return around(DOSSIER, replace(NEIGHBOUR, id=dossier_id, approval_id=None, leave_on=None, pins=(pin,)))


def _elsewhere(unit_code: str = "KHAC", **changes: object) -> CheckContext:
    other = SubmittedElsewhere(
        "x1",
        PERSON.full_name,
        PERSON.citizen_id,
        PERSON.birth,
        unit_code,
        "UBND quận Lê Chân",
        "Đợt 1 năm 2024",
        DossierState.APPROVED,
        Dong(50_000_000),
    )
    return around(elsewhere=(replace(other, **changes),))  # type: ignore[arg-type] - fields of SubmittedElsewhere


def _arrived(**changes: object) -> CheckContext:
    good = Arrival("p1", "UBND quận Lê Chân", "nop-UBQ-LC-2024-2-001.asice")
    return around(arrival=replace(good, **changes))  # type: ignore[arg-type] - fields of Arrival


def _versions(theirs: str, ours: str) -> CheckContext:
    arrived = _arrived(policies=(PolicyRef("nd29-2023", theirs, "0" * 64),))
    return replace(arrived, policies_here={"nd29-2023": ours})


def _managed_by(level: ManagementLevel, issuer: str) -> CheckContext:
    usual = ApprovingLevel(ManagementLevel.CITY_STANDING_COMMITTEE, ("Thành ủy",), _TOY, Provenance.INVENTED)
    return replace(
        around(person(management_level=level)),
        approvals={APPROVAL.id: replace(APPROVAL, issuer=issuer)},
        tables=LawTables(approving_levels={ManagementLevel.CITY_STANDING_COMMITTEE.value: usual}),
    )


def _cases(reason: str, group: Group = Group.DOWNSIZING) -> CheckContext:
    redundant = CaseOfLeaving("redundant", "Dôi dư do sắp xếp", (Group.DOWNSIZING,), _TOY)
    tables = LawTables(reasons=(redundant,))
    return around(replace(DOSSIER, reason=reason, group=group), tables=tables)


_SIGNS = LawTables(obstacles={"pregnant": ObstacleSign("pregnant", "Đang mang thai", _TOY)})


def _transitional(issued_on: date | None) -> CheckContext:
    approved = approved_by(issued_on=issued_on)
    return replace(approved, dossiers=(replace(DOSSIER, group=Group.TRANSITIONAL),))


def _stated(amount: int | None, total: int | None = None, differs_at: str = "") -> CheckContext:
    stated = StatedAmount(None if amount is None else Dong(amount), differs_at)
    whole = None if total is None else Dong(total)
    return around(stated={DOSSIER.id: stated}, stated_total=whole, computations={DOSSIER.id: (COMPUTED,)})


def _steps(items: int, total: int, *more: Step, case: str = "toy") -> CheckContext:
    chosen = Step("case", "case", Unit.TEXT, "toy", "toy")
    sums = (chosen, _step("components_sum", Fraction(items)), _step("total", total))
    answer = replace(COMPUTED, trace=(*sums, *more), total=Dong(total))
    tables = LawTables(capped=frozenset({f"nd29-2023/{case}"}))
    return around(computations={DOSSIER.id: (answer,)}, tables=tables)


def _step(step_id: str, value: int | Fraction) -> Step:
    return Step(step_id, step_id, Unit.DONG, value, str(value))


def _paid_before(policy: str, *, same_purpose: bool = True, deducted: int | None = None) -> CheckContext:
    payment = EarlierPayment(policy, Dong(5_000_000), date(2020, 3, 1), "Quỹ của đơn vị", same_purpose)
    steps = () if deducted is None else (_step("already_paid_city", deducted),)
    answer = replace(COMPUTED, trace=(*COMPUTED.trace, *steps))
    return around(replace(DOSSIER, earlier_payments=(payment,)), computations={DOSSIER.id: (answer,)})


GRANT = Grant(DOSSIER.id, Dong(90_000_000), date(2024, 5, 10), date(2024, 6, 20))
PAID = Payment(DOSSIER.id, Dong(90_000_000), date(2024, 7, 1), "PC 12", date(2024, 7, 1))


def _spent(*payments: Payment, grant: Grant = GRANT, **changes: object) -> CheckContext:
    spending = Spending({DOSSIER.id: grant}, payments)
    return around(spending=replace(spending, **changes))  # type: ignore[arg-type] - fields of Spending


def _settled(paid: int) -> CheckContext:
    settlement = Settlement("UBND quận Lê Chân", Dong(100), Dong(paid), Dong(20), Dong(10))
    return _spent(PAID, settlements=(settlement,))


def _reported(year: int, today: date, made_on: date | None = None) -> CheckContext:
    return around(reports=(YearReport(year, made_on),), today=today)


def _certificate(first_in: int, ends_in: int) -> CheckContext:
    return around(certificate=CertificateSpan(TODAY + timedelta(days=first_in), TODAY + timedelta(days=ends_in)))


def _accounts(first: str, second: str, **changes: object) -> CheckContext:
    other = replace(NEIGHBOUR.person, bank_account=second, **changes)  # type: ignore[arg-type] - fields of Person
    return around(person(bank_account=first), replace(NEIGHBOUR, person=other))


def _namesake(**changes: object) -> CheckContext:
    other = replace(PERSON, citizen_id="031065012107", **changes)  # type: ignore[arg-type] - fields of Person
    return around(DOSSIER, replace(NEIGHBOUR, person=other))


_SENT = replace(DOSSIER, state=DossierState.SENT)

LATER_SPEAKS: dict[str, tuple[CheckContext, ...]] = {
    "NT08": (_pinned("leave_on", "2024-12-01"), _pinned("leave_on", "tháng 12")),
    "DT02": (_cases(""), _cases("no_such")),
    "DT03": (_managed_by(ManagementLevel.CITY_STANDING_COMMITTEE, "Ủy ban nhân dân quận"),),
    "DT04": (
        around(replace(DOSSIER, obstacles=("under_discipline",))),
        around(replace(DOSSIER, obstacles=("pregnant",)), tables=_SIGNS),
    ),
    "DT05": (around(opinions={}),),
    "DT06": (_transitional(date(2023, 7, 19)), _transitional(date(2024, 7, 19))),
    "PD05": (_pinned("person.full_name", "Ngô Bích Ánh", "d2"), _pinned("person.full_name", "", "d2")),
    "HS07": (around(attachments={SCAN.sha256: replace(SCAN, size=3_900_000_001)}),),
    "TT01": (_stated(AMOUNT, AMOUNT + 1),),
    "TT02": (
        _stated(AMOUNT + 1),
        _stated(AMOUNT - 1, differs_at="Số tháng nghỉ sớm"),
        replace(around(declared(amount=Dong(1))), computations={DOSSIER.id: (COMPUTED,)}),
    ),
    "TT04": (_steps(120, 100),),
    "TT05": (_paid_before("Quỹ khuyến khích"), _paid_before("hai-phong-nq07-2024", deducted=0)),
    "TT06": (around(printed=PrintRecord("2024-09-09T02:30:00Z", "before"), list_digest=lambda: "now"),),
    "TR02": (_elsewhere("UBQ-HB"), _elsewhere("UBQ-HB", amount=None, state=DossierState.RETURNED)),
    "TR03": (_elsewhere(),),
    "TR04": (_elsewhere(citizen_id="031065012107"),),
    "TR05": (_namesake(birth=BirthDate(date(1966, 1, 2))), _namesake(birth=None)),
    "TR06": (_accounts("0123 456 789", "0123.456.789"),),
    "TR07": (_paid_before("NQ 27/2019/NQ-HĐND"), _paid_before("Nghị quyết 18/2022/NQ-HĐND")),
    "GK01": (_arrived(signature_fault="chứng thư lạ"),),
    "GK02": (_arrived(changed_files=("QD 123.pdf",)),),
    "GK03": (_arrived(revision=3, missing_revision=2),),
    "GK04": (_versions("1.0", "1.1"), _versions("1.1", "1.0")),
    "GK05": (_certificate(-300, 30), _certificate(-300, -1), _certificate(1, 300)),
    "CT01": (_spent(PAID, replace(PAID, amount=Dong(1))),),
    "CT02": (_spent(replace(PAID, paid_on=date(2024, 6, 19))),),
    "CT03": (_spent(),),
    "CT04": (_spent(replace(PAID, voucher_number=" ")), _spent(replace(PAID, voucher_on=None))),
    "BC01": (_settled(71), _settled(69)),
    "BC02": (_reported(2024, date(2024, 12, 1)), _reported(2024, date(2025, 2, 2))),
}

LATER_SILENT: dict[str, tuple[CheckContext, ...]] = {
    "NT08": (
        around(),
        _pinned("leave_on", "2024-11-01"),
        _pinned("leave_on", ""),
        _pinned("leave_on", "2024-12-01", "d2"),
        _pinned("person.birth", "2024-12-01"),
    ),
    "DT02": (around(), _cases("redundant"), _cases("", Group.VOLUNTARY)),
    "DT03": (
        around(person(management_level=ManagementLevel.CITY_STANDING_COMMITTEE)),
        _managed_by(ManagementLevel.CITY_STANDING_COMMITTEE, "Ban Tổ chức THÀNH ỦY"),
        _managed_by(ManagementLevel.OTHER, "Ủy ban nhân dân quận"),
        with_paper(_managed_by(ManagementLevel.CITY_STANDING_COMMITTEE, "Ủy ban nhân dân quận"), "authorisation"),
    ),
    "DT04": (around(),),
    "DT05": (around(), around(opinions={DOSSIER.id: Opinion(DOSSIER.id, Qualification.QUALIFIES)})),
    "DT06": (_transitional(date(2023, 7, 20)), _transitional(date(2024, 7, 18)), _transitional(None), around()),
    "PD05": (
        around(),
        _pinned("person.full_name", "DUONG DUC THANG", "d2"),
        _pinned("person.full_name", ""),
        _pinned("person.full_name", "Ngô Bích Ánh", "d2", "b" * 64),
    ),
    "HS07": (around(), around(attachments={SCAN.sha256: replace(SCAN, size=3_900_000_000)})),
    "TT01": (around(), _stated(AMOUNT, AMOUNT), _stated(None, 0)),
    "TT02": (around(), _stated(AMOUNT), _stated(None)),
    "TT04": (_steps(100, 100), _steps(120, 100, case="other"), _steps(120, 100, _step("already_paid", 20))),
    "TT05": (
        around(),
        _paid_before("Quỹ khuyến khích", same_purpose=False),
        _paid_before("NQ 27/2019/NQ-HĐND"),
        _paid_before("hai-phong-nq07-2024", deducted=5_000_000),
    ),
    "TT06": (
        around(list_digest=lambda: "now"),
        around(printed=PrintRecord("2024-09-09T02:30:00Z", "now"), list_digest=lambda: "now"),
        around(_SENT, printed=PrintRecord("2024-09-09T02:30:00Z", "before"), list_digest=lambda: "now"),
    ),
    "TR02": (
        around(),
        _elsewhere("UBQ-HB", state=DossierState.REJECTED),
        _elsewhere("UBQ-HB", citizen_id="031065012107"),
    ),
    "TR03": (around(), _elsewhere("UBQ-HB"), _elsewhere(state=DossierState.WITHDRAWN)),
    "TR04": (_elsewhere(), _elsewhere(citizen_id="031065012107", birth=None)),
    "TR05": (around(), _namesake(), _namesake(birth=None, full_name="Dương Đức Thành")),
    "TR06": (
        around(),
        _accounts("", ""),
        _accounts("0123456789", "0123456780"),
        _accounts("0123456789", "0123456789", citizen_id=PERSON.citizen_id),
    ),
    "TR07": (around(), _paid_before("Nghị quyết 20/2020/NQ-HĐND")),
    "GK01": (around(), _arrived()),
    "GK02": (around(), _arrived()),
    "GK03": (around(), _arrived(revision=2)),
    "GK04": (_versions("1.0", "1.0"), _arrived(policies=(PolicyRef("nd29-2023", "1.0", "0" * 64),))),
    "GK05": (
        around(),
        _certificate(-300, 31),
        _certificate(0, 300),
        replace(_certificate(-300, 30), dossiers=(_SENT,)),
    ),
    "CT01": (around(), _spent(PAID)),
    "CT02": (
        _spent(PAID),
        _spent(replace(PAID, paid_on=date(2024, 6, 20))),
        _spent(grant=replace(GRANT, allocated_on=None)),
    ),
    "CT03": (around(), _spent(PAID), _spent(grant=replace(GRANT, decided_on=date(2024, 6, 30)))),
    "CT04": (around(), _spent(PAID)),
    "BC01": (around(), _settled(70)),
    "BC02": (
        around(),
        _reported(2024, date(2024, 11, 30)),
        _reported(2024, date(2025, 1, 31), made_on=date(2025, 1, 20)),
    ),
}

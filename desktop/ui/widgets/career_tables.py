"""The two tables of a career: salary and social insurance. Columns that few people need are folded away."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.careers import Attendance, CashedBenefit, InsurancePeriod, SalaryPeriod
from desktop.domain.names import compose
from desktop.rules.lookups import Ladder
from desktop.ui.texts import word
from desktop.ui.widgets.period_cells import (
    YES,
    CellKind,
    PeriodKind,
    month_cell,
    ratio_cell,
    ratio_of,
    show_cell,
    span_cells,
    span_of,
    text_cell,
    tick_cell,
)
from desktop.ui.widgets.period_table import PeriodTable
from desktop.ui.widgets.salary_ladder import RankSteps, StepDelegate, last_row
from desktop.ui.widgets.value_cells import (
    choice_cell,
    choice_of,
    money_cell,
    money_of,
    show_money,
    step_cell,
    step_of,
)

_AWAY = (Attendance.UNPAID_LEAVE, Attendance.SICK_LEAVE)
_CASHED = tuple(CashedBenefit)
_COEFFICIENT, _STEP, _CONTRACT_PAY = 2, 7, 11
_CASHED_TICK, _CASHED_AS = 4, 7


class SalaryTable(PeriodTable[SalaryPeriod]):
    """Diễn biến tiền lương: one row for months in which nothing changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._steps = RankSteps()
        super().__init__(_salary_kind(self._steps), _tr("Diễn biến tiền lương"), parent)
        self.grid.setItemDelegateForColumn(_STEP, StepDelegate(self._steps, self.grid))

    def offer_steps(self, rank: str, ladder: Ladder | None) -> None:
        """Offer the steps of this rank; a step that is chosen fills in its coefficient."""
        if (rank, ladder) == (self._steps.rank, self._steps.ladder):
            return
        self._steps.rank, self._steps.ladder = rank, ladder
        self.show_always({_STEP} if ladder else set())
        self.doubt_anew()


class InsuranceTable(PeriodTable[InsurancePeriod]):
    """Quá trình đóng bảo hiểm xã hội: one row for each employer and kind of contribution."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_insurance_kind(), _tr("Quá trình đóng bảo hiểm xã hội"), parent)


@dataclass(frozen=True, slots=True)
class _SalaryKind(PeriodKind[SalaryPeriod]):
    """Knows the ladder of the rank beside."""

    steps: RankSteps = field(default_factory=RankSteps)

    def follow(self, row: tuple[str, ...], column: int) -> tuple[str, ...]:
        """Fill in the coefficient of a step that was chosen."""
        found = self.steps.coefficient_at(row[_STEP]) if column == _STEP else ""
        return (*row[:_COEFFICIENT], found, *row[_COEFFICIENT + 1 :]) if found else row

    def advice(self, rows: Sequence[tuple[str, ...]]) -> dict[tuple[int, int], str]:
        """Doubt amounts, and the coefficient of the last months where the rank has no such step."""
        doubted = PeriodKind.advice(self, rows)
        place = last_row(rows) if self.steps.ladder else None
        if place is None or self.faults(rows[place]) or rows[place][_CONTRACT_PAY].strip():
            return doubted
        said = self.steps.doubt(ratio_of(rows[place][_COEFFICIENT]))
        return doubted | {(place, _COEFFICIENT): said} if said else doubted


def _salary_kind(steps: RankSteps) -> PeriodKind[SalaryPeriod]:
    columns = (
        *_months(),
        ratio_cell(_tr("Hệ số"), _tr("Hệ số lương theo ngạch, bậc"), needed=True),
        ratio_cell(_tr("PC chức vụ"), _tr("Hệ số phụ cấp chức vụ lãnh đạo")),
        ratio_cell(_tr("Vượt khung %"), _tr("Phụ cấp thâm niên vượt khung, phần trăm của hệ số lương")),
        ratio_cell(_tr("TN nghề %"), _tr("Phụ cấp thâm niên nghề, phần trăm")),
        ratio_cell(_tr("CL bảo lưu"), _tr("Hệ số chênh lệch bảo lưu")),
        step_cell(_tr("Bậc"), _tr("Bậc lương trong ngạch")),
        ratio_cell(_tr("Công vụ %"), _tr("Phụ cấp công vụ, phần trăm"), folded=True),
        ratio_cell(_tr("Ưu đãi %"), _tr("Phụ cấp ưu đãi nghề, phần trăm"), folded=True),
        ratio_cell(_tr("TN theo nghề %"), _tr("Phụ cấp trách nhiệm theo nghề, phần trăm"), folded=True),
        money_cell(_tr("Lương HĐ"), _tr("Mức lương theo hợp đồng, đồng một tháng, thay cho hệ số"), folded=True),
        money_cell(_tr("Tiền TN nghề"), _tr("Phụ cấp thâm niên nghề ghi bằng tiền, đồng một tháng"), folded=True),
        ratio_cell(_tr("PC khác"), _tr("Hệ số phụ cấp khác, không tính vào tiền lương"), folded=True),
        text_cell(_tr("Tên PC khác"), _tr("Tên của phụ cấp khác"), folded=True),
        choice_cell(_tr("Đi làm"), _tr("Có đi làm, hưởng lương hay không"), word(Attendance.WORKED), _AWAY),
        money_cell(_tr("Lương cơ sở"), _tr("Mức lương cơ sở mà đơn vị đã dùng, để đối chiếu"), folded=True),
    )
    return _SalaryKind(columns, _salary_of, _salary_cells, _salary_faults, steps)


def _insurance_kind() -> PeriodKind[InsurancePeriod]:
    columns = (
        *_months(),
        text_cell(_tr("Nơi làm việc"), _tr("Cơ quan, đơn vị đóng bảo hiểm xã hội")),
        tick_cell(_tr("Bắt buộc"), _tr("Đóng bảo hiểm xã hội bắt buộc"), start=True),
        tick_cell(_tr("Đã hưởng"), _tr("Đã hưởng trợ cấp thôi việc, bảo hiểm xã hội một lần hoặc phục viên")),
        tick_cell(_tr("Nặng nhọc"), _tr("Làm nghề nặng nhọc, độc hại, nguy hiểm")),
        tick_cell(_tr("Vùng ĐBKK"), _tr("Làm việc ở vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn")),
        choice_cell(_tr("Chế độ đã hưởng"), _tr("Chế độ đã hưởng, nếu biết"), _tr("Chưa rõ"), _CASHED),
    )
    return PeriodKind(columns, _insurance_of, _insurance_cells, _insurance_faults)


def _months() -> tuple[CellKind, CellKind]:
    return (
        month_cell(_tr("Từ tháng"), _tr("Tháng đầu, viết tháng/năm")),
        month_cell(_tr("Đến tháng"), _tr("Tháng cuối, tính cả tháng này, viết tháng/năm")),
    )


def _salary_of(row: tuple[str, ...]) -> SalaryPeriod:
    coefficient, position, beyond_frame, seniority, reserved, step, *more = row[2:]
    public_service, incentive, duty, contract, seniority_amount, other, other_name, attendance, base = more
    return SalaryPeriod(
        months=span_of(row),
        coefficient=ratio_of(coefficient),
        position_allowance=ratio_of(position),
        beyond_frame=ratio_of(beyond_frame),
        seniority=ratio_of(seniority),
        reserved_difference=ratio_of(reserved),
        step=step_of(step) if step.strip() else None,
        public_service=ratio_of(public_service),
        professional_incentive=ratio_of(incentive),
        professional_duty=ratio_of(duty),
        contract_pay=money_of(contract),
        seniority_amount=money_of(seniority_amount),
        other_allowance=ratio_of(other),
        other_allowance_name=compose(other_name),
        attendance=choice_of(attendance, _AWAY) or Attendance.WORKED,
        base_salary=money_of(base),
    )


def _salary_cells(period: SalaryPeriod) -> tuple[str, ...]:
    return (
        *span_cells(period.months),
        show_cell(period.coefficient),
        show_cell(period.position_allowance),
        show_cell(period.beyond_frame),
        show_cell(period.seniority),
        show_cell(period.reserved_difference),
        "" if period.step is None else str(period.step),
        show_cell(period.public_service),
        show_cell(period.professional_incentive),
        show_cell(period.professional_duty),
        show_money(period.contract_pay),
        show_money(period.seniority_amount),
        show_cell(period.other_allowance),
        period.other_allowance_name,
        "" if period.attendance is Attendance.WORKED else word(period.attendance),
        show_money(period.base_salary),
    )


def _salary_faults(row: tuple[str, ...], found: dict[int, str]) -> dict[int, str]:
    """Contract pay stands in place of the coefficient."""
    if row[_CONTRACT_PAY].strip() and not row[_COEFFICIENT].strip():
        found.pop(_COEFFICIENT, None)
    return found


def _insurance_of(row: tuple[str, ...]) -> InsurancePeriod:
    employer, *ticks, cashed_as = row[2:]
    compulsory, cashed, hazardous, special_area = (tick == YES for tick in ticks)
    benefit = choice_of(cashed_as, _CASHED)
    return InsurancePeriod(span_of(row), compose(employer), compulsory, cashed, hazardous, special_area, benefit)


def _insurance_cells(period: InsurancePeriod) -> tuple[str, ...]:
    ticks = (period.compulsory, period.cashed, period.hazardous, period.special_area)
    cashed_as = word(period.cashed_as) if period.cashed_as else ""
    return (*span_cells(period.months), period.employer, *(YES if tick else "" for tick in ticks), cashed_as)


def _insurance_faults(row: tuple[str, ...], found: dict[int, str]) -> dict[int, str]:
    """A benefit without the tick would leave the months counted, unseen."""
    if row[_CASHED_AS].strip() and row[_CASHED_TICK] != YES:
        found.setdefault(
            _CASHED_AS, _tr("Đã chọn chế độ đã hưởng mà chưa đánh dấu cột Đã hưởng. Đánh dấu hoặc bỏ chọn.")
        )
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("Career", text)

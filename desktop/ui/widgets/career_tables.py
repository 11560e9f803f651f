"""The two tables of a career: salary and social insurance."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.careers import InsurancePeriod, SalaryPeriod
from desktop.domain.months import MonthSpan
from desktop.domain.names import compose
from desktop.ui.widgets.period_cells import (
    YES,
    CellKind,
    PeriodKind,
    month_cell,
    ratio_cell,
    ratio_of,
    show_cell,
    span_cells,
    text_cell,
    tick_cell,
)
from desktop.ui.widgets.period_table import PeriodTable


class SalaryTable(PeriodTable[SalaryPeriod]):
    """Diễn biến tiền lương: one row for months in which nothing changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_salary_kind(), _tr("Diễn biến tiền lương"), parent)


class InsuranceTable(PeriodTable[InsurancePeriod]):
    """Quá trình đóng bảo hiểm xã hội: one row for each employer and kind of contribution."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_insurance_kind(), _tr("Quá trình đóng bảo hiểm xã hội"), parent)


def _salary_kind() -> PeriodKind[SalaryPeriod]:
    columns = (
        *_months(),
        ratio_cell(_tr("Hệ số"), _tr("Hệ số lương theo ngạch, bậc"), needed=True),
        ratio_cell(_tr("PC chức vụ"), _tr("Hệ số phụ cấp chức vụ lãnh đạo")),
        ratio_cell(_tr("Vượt khung %"), _tr("Phụ cấp thâm niên vượt khung, phần trăm của hệ số lương")),
        ratio_cell(_tr("TN nghề %"), _tr("Phụ cấp thâm niên nghề, phần trăm")),
        ratio_cell(_tr("CL bảo lưu"), _tr("Hệ số chênh lệch bảo lưu")),
    )
    return PeriodKind(columns, _salary_of, _salary_cells)


def _insurance_kind() -> PeriodKind[InsurancePeriod]:
    columns = (
        *_months(),
        text_cell(_tr("Nơi làm việc"), _tr("Cơ quan, đơn vị đóng bảo hiểm xã hội")),
        tick_cell(_tr("Bắt buộc"), _tr("Đóng bảo hiểm xã hội bắt buộc"), start=True),
        tick_cell(_tr("Đã hưởng"), _tr("Đã hưởng trợ cấp thôi việc, bảo hiểm xã hội một lần hoặc phục viên")),
        tick_cell(_tr("Nặng nhọc"), _tr("Làm nghề nặng nhọc, độc hại, nguy hiểm")),
        tick_cell(_tr("Vùng ĐBKK"), _tr("Làm việc ở vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn")),
    )
    return PeriodKind(columns, _insurance_of, _insurance_cells)


def _months() -> tuple[CellKind, CellKind]:
    return (
        month_cell(_tr("Từ tháng"), _tr("Tháng đầu, viết tháng/năm")),
        month_cell(_tr("Đến tháng"), _tr("Tháng cuối, tính cả tháng này, viết tháng/năm")),
    )


def _salary_of(months: MonthSpan, cells: tuple[str, ...]) -> SalaryPeriod:
    coefficient, position, beyond_frame, seniority, reserved = (ratio_of(cell) for cell in cells)
    return SalaryPeriod(months, coefficient, position, beyond_frame, seniority, reserved)


def _salary_cells(period: SalaryPeriod) -> tuple[str, ...]:
    ratios = (
        period.coefficient,
        period.position_allowance,
        period.beyond_frame,
        period.seniority,
        period.reserved_difference,
    )
    return (*span_cells(period.months), *(show_cell(ratio) for ratio in ratios))


def _insurance_of(months: MonthSpan, cells: tuple[str, ...]) -> InsurancePeriod:
    employer, *ticks = cells
    compulsory, cashed, hazardous, special_area = (tick == YES for tick in ticks)
    return InsurancePeriod(months, compose(employer), compulsory, cashed, hazardous, special_area)


def _insurance_cells(period: InsurancePeriod) -> tuple[str, ...]:
    ticks = (period.compulsory, period.cashed, period.hazardous, period.special_area)
    return (*span_cells(period.months), period.employer, *(YES if tick else "" for tick in ticks))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Career", text)

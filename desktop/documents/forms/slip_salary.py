"""Section IV of the calculation slip: the pay that the support rests on."""

from fractions import Fraction

from reportlab.platypus import Flowable

from desktop.documents.forms.annex import Cell, Kind
from desktop.documents.forms.blocks import leading, room, text
from desktop.documents.forms.fonts import ITALIC
from desktop.documents.forms.grid import grid, strong
from desktop.documents.forms.slip_model import CalculationSlip
from desktop.documents.forms.slip_words import ATTENDANCE
from desktop.documents.forms.wording import shown
from desktop.domain.careers import Attendance, SalaryPeriod
from desktop.domain.money import format_dong
from desktop.domain.ratios import format_ratio
from desktop.rules.salary_months import SalaryMonths, SalaryRun
from desktop.rules.showing import show_money


def salary_section(form: CalculationSlip, width: float) -> list[Flowable]:
    """Section IV: the items of the last month, the months of the average, the salary as it changed."""
    career = form.dossier.career
    rank = [text(f"Ngạch, hạng, bậc: {career.rank}", 10)] if career.rank else []
    averaged = [part for each in form.averaged for part in _averaged(each, width)]
    return [*rank, *_base_pay(form, width), *averaged, *_history(career.salary, width)]


def _base_pay(form: CalculationSlip, width: float) -> list[Flowable]:
    if not form.salary:
        return []
    head = ("Khoản", "Hệ số / %", "Mức lương cơ sở", "Số tiền", "Tính vào căn cứ", "Căn cứ")
    rows = [
        (
            line.item, line.ratio, shown(Cell(line.base_salary), Kind.MONEY),
            strong(shown(Cell(line.amount), Kind.MONEY)), "có" if line.counts else "không", line.citation,
        )
        for line in form.salary
    ]  # fmt: skip  # the columns in their order
    title = f"Tiền lương tháng {form.salary_month}:" if form.salary_month else "Tiền lương tháng cuối:"
    return [room(), leading(title, 10, font=ITALIC), grid(head, (30, 14, 18, 20, 12, 40), rows, width)]


def _averaged(months: SalaryMonths, width: float) -> list[Flowable]:
    """The months of an average in runs: none of them can be checked from the average alone."""
    head = ("Từ tháng", "Đến tháng", "Số tháng", "Hệ số và phụ cấp được tính", "Mức lương cơ sở", "Tiền lương tháng",
            "Cộng các tháng")  # fmt: skip  # one head
    title = f"{months.label}: {months.count} tháng ({months.citation}):"
    rows = [_run(run) for run in months.runs]
    total = (strong("Cộng"), "", strong(str(months.count)), "", "", "", strong(show_money(months.sum)))
    words = f"Bình quân: {show_money(months.sum)} ÷ {months.count} = {show_money(months.average)} đ/tháng."
    table = grid(head, (13, 13, 11, 44, 20, 24, 26), [*rows, total], width)
    return [room(), leading(title, 10, font=ITALIC), table, text(words, 10, font=ITALIC)]


def _run(run: SalaryRun) -> tuple[str, ...]:
    return (
        run.months.first.shown, run.months.last.shown, str(run.count), run.pay, _base(run),
        show_money(run.monthly), show_money(run.sum),
    )  # fmt: skip  # the columns in their order


def _base(run: SalaryRun) -> str:
    return show_money(run.base_salary) if run.base_salary is not None else ""


def _history(periods: tuple[SalaryPeriod, ...], width: float) -> list[Flowable]:
    head = ("Từ tháng", "Đến tháng", "Hệ số lương", "PC chức vụ", "Vượt khung (%)", "Thâm niên nghề (%)", "Bảo lưu",
            "Khác")  # fmt: skip  # one head
    table = grid(head, (13, 13, 13, 12, 12, 14, 12, 30), [_salary(each) for each in periods], width)
    return [room(), leading("Diễn biến lương:", 10, font=ITALIC), table]


def _salary(period: SalaryPeriod) -> tuple[str, ...]:
    ratios = (
        period.coefficient, period.position_allowance, period.beyond_frame, period.seniority,
        period.reserved_difference,
    )  # fmt: skip  # the columns in their order
    months = (period.months.first.shown, period.months.last.shown)
    return (*months, *(format_ratio(each) if each else "" for each in ratios), "; ".join(_others(period)))


def _others(period: SalaryPeriod) -> list[str]:
    percents = (
        ("công vụ", period.public_service),
        ("ưu đãi nghề", period.professional_incentive),
        ("trách nhiệm nghề", period.professional_duty),
    )
    found = [f"bậc {period.step}"] if period.step is not None else []
    found += [f"{name} {_percent(value)}" for name, value in percents if value]
    found += [f"lương hợp đồng {format_dong(period.contract_pay)}"] if period.contract_pay is not None else []
    amount = period.seniority_amount
    found += [f"thâm niên nghề {format_dong(amount)}"] if amount is not None else []
    if period.other_allowance:
        found.append(f"{period.other_allowance_name or 'phụ cấp khác'} {format_ratio(period.other_allowance)}")
    return [*found, *([ATTENDANCE[period.attendance]] if period.attendance is not Attendance.WORKED else [])]


def _percent(value: Fraction) -> str:
    return f"{format_ratio(value)}%"

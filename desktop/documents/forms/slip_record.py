"""Sections I to IV of the calculation slip: the person, the papers, the service, the pay."""

from reportlab.platypus import Flowable

from desktop.documents.forms.annex import Cell, Kind
from desktop.documents.forms.blocks import leading, text
from desktop.documents.forms.fonts import ITALIC
from desktop.documents.forms.grid import facts, grid, strong
from desktop.documents.forms.slip_model import CalculationSlip
from desktop.documents.forms.slip_words import EMPLOYMENT, NOT_ENTERED, approval_words, birth_words, chosen
from desktop.documents.forms.wording import shown
from desktop.domain.careers import InsurancePeriod, SalaryPeriod
from desktop.domain.dates import format_date
from desktop.domain.months import format_months, months_covered
from desktop.domain.ratios import format_ratio


def person_section(form: CalculationSlip, width: float) -> list[Flowable]:
    """Section I."""
    person = form.person
    employment = EMPLOYMENT[person.employment] if person.employment else NOT_ENTERED
    pairs = (
        ("Họ và tên", person.full_name or NOT_ENTERED),
        ("Ngày, tháng, năm sinh", birth_words(person)),
        ("Giới tính", chosen(person.sex)),
        ("Số CCCD", person.citizen_id or NOT_ENTERED),
        ("Mã số BHXH", person.insurance_number or NOT_ENTERED),
        ("Chức vụ, chức danh", person.post or NOT_ENTERED),
        ("Đơn vị công tác", person.workplace or NOT_ENTERED),
        ("Đối tượng; diện quản lý", f"{employment}; {chosen(person.management_level)}"),
    )
    return [facts(pairs, width)]


def papers_section(form: CalculationSlip, width: float) -> list[Flowable]:
    """Section II."""
    dossier, approval = form.dossier, form.approval
    papers = "chưa có văn bản phê duyệt"
    if approval:
        issued = format_date(approval.issued_on) if approval.issued_on else ""
        papers = approval_words(approval.kind, approval.number, issued, approval.issuer)
    attached = "\n".join(f"{each.name} ({each.pages} trang; {each.sha256[:12]}…)" for each in form.attachments)
    pairs = (
        ("Văn bản phê duyệt", papers),
        ("Nhóm đối tượng; hình thức nghỉ", f"{chosen(dossier.group)}; {chosen(dossier.route)}"),
        ("Thời điểm nghỉ", format_date(dossier.leave_on) if dossier.leave_on else NOT_ENTERED),
        ("Tài liệu kèm theo", attached or "không có"),
    )
    return [facts(pairs, width)]


def service_section(form: CalculationSlip, width: float) -> list[Flowable]:
    """Section III."""
    career = form.dossier.career
    head = ("Từ tháng", "Đến tháng", "Số tháng", "Nơi công tác", "BHXH bắt buộc", "Đã hưởng chế độ", "Ghi chú")
    table = grid(head, (12, 12, 10, 40, 13, 13, 26), [_service(each) for each in career.insurance], width)
    months = months_covered(career.insured_spans())
    counted = f"Cộng thời gian được tính: {format_months(months)} ({months} tháng, mỗi tháng tính một lần)."
    lines = [counted, *([form.service_words] if form.service_words else [])]
    return [table, *(text(line, 10, font=ITALIC) for line in lines)]


def _service(period: InsurancePeriod) -> tuple[object, ...]:
    kinds = (
        ("nặng nhọc, độc hại, nguy hiểm", period.hazardous),
        ("vùng đặc biệt khó khăn", period.special_area),
        ("không tính", not period.counts),
    )
    return (
        period.months.first.shown, period.months.last.shown, str(len(period.months)), period.employer,
        "có" if period.compulsory else "không", "đã hưởng" if period.cashed else "chưa",
        "; ".join(words for words, true in kinds if true),
    )  # fmt: skip  # the columns in their order


def salary_section(form: CalculationSlip, width: float) -> list[Flowable]:
    """Section IV: the items of the base pay where they are given, then the salary as it changed."""
    head = ("Từ tháng", "Đến tháng", "Hệ số lương", "PC chức vụ", "Vượt khung (%)", "Thâm niên nghề (%)", "Bảo lưu")
    history = grid(head, (1,) * 7, [_salary(each) for each in form.dossier.career.salary], width)
    rank = [text(f"Ngạch, hạng, bậc: {form.dossier.career.rank}", 10)] if form.dossier.career.rank else []
    return [*rank, *_base_pay(form, width), leading("Diễn biến lương:", 10, font=ITALIC), history]


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
    return [grid(head, (30, 14, 18, 20, 12, 40), rows, width)]


def _salary(period: SalaryPeriod) -> tuple[str, ...]:
    ratios = (
        period.coefficient, period.position_allowance, period.beyond_frame, period.seniority,
        period.reserved_difference,
    )  # fmt: skip  # the columns in their order
    months = (period.months.first.shown, period.months.last.shown)
    return (*months, *(format_ratio(each) if each else "" for each in ratios))

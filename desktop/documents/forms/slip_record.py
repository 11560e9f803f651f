"""Sections I to III of the calculation slip: the person, the papers, the service."""

from reportlab.platypus import Flowable

from desktop.documents.forms.blocks import text
from desktop.documents.forms.fonts import ITALIC
from desktop.documents.forms.grid import facts, grid
from desktop.documents.forms.slip_model import CalculationSlip
from desktop.documents.forms.slip_words import CASHED_AS, EMPLOYMENT, NOT_ENTERED, approval_words, birth_words, chosen
from desktop.domain.careers import InsurancePeriod
from desktop.domain.dates import format_date
from desktop.domain.dossiers import Dossier, EarlierPayment
from desktop.domain.money import format_dong
from desktop.domain.months import format_months, months_covered

SERVICE_HEAD = ("Từ tháng", "Đến tháng", "Số tháng", "Nơi làm việc", "BHXH bắt buộc", "Đã hưởng chế độ", "Ghi chú")
"""What the screen has too is named as there."""


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
        *_claims(dossier),
        ("Tài liệu kèm theo", attached or "không có"),
        *([("Ghi chú", dossier.note)] if dossier.note else []),
    )
    return [facts(pairs, width)]


def _claims(dossier: Dossier) -> list[tuple[str, str]]:
    """Return what only some people have: a lower retirement age, money received before."""
    because = " do suy giảm khả năng lao động" if dossier.reduced_capacity else ""
    assessed = f"; kết luận giám định tháng {dossier.assessed_month.shown}" if dossier.assessed_month else ""
    lower = [("Tuổi nghỉ hưu thấp hơn", f"có đề nghị{because}{assessed}")] if dossier.claims_lower_age else []
    before = "\n".join(_payment(each) for each in dossier.earlier_payments)
    return [*lower, *([("Đã hưởng trước đây", before)] if before else [])]


def _payment(payment: EarlierPayment) -> str:
    day = f", ngày {format_date(payment.paid_on)}" if payment.paid_on else ""
    source = f", do {payment.source} chi" if payment.source else ""
    purpose = "" if payment.same_purpose else ", khác mục đích"
    return f"{payment.policy}: {format_dong(payment.amount)}{day}{source}{purpose}"


def service_section(form: CalculationSlip, width: float) -> list[Flowable]:
    """Section III."""
    career = form.dossier.career
    table = grid(SERVICE_HEAD, (12, 12, 10, 40, 13, 13, 26), [_service(each) for each in career.insurance], width)
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
        "có" if period.compulsory else "không", _cashed(period),
        "; ".join(words for words, true in kinds if true),
    )  # fmt: skip  # the columns in their order


def _cashed(period: InsurancePeriod) -> str:
    if not period.cashed:
        return "chưa"
    return CASHED_AS[period.cashed_as] if period.cashed_as else "đã hưởng"

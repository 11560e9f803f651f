"""Biểu 01: its columns, and the list laid out in them."""

from desktop.documents.forms.annex import Annex, Cell, Column, Imprint, Kind, Mark, Section, Signature, Value
from desktop.documents.forms.model import ColumnLabels, OpenAmount, ProposalGroup, ProposalList, ProposalRow, sum_of
from desktop.documents.forms.wording import PARTIAL_NOTE, in_words, numbered_notes
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong, format_dong, group_digits

_ADDED = ("27", "28", "29")


def lay_out(form: ProposalList, name: str) -> Annex:
    """Return the list as a table form; raises Refusal("forms.sum_differs") when total and rows disagree."""
    _check_total(form, name)
    return Annex(
        imprint=Imprint("01", form.short_hash, form.policies, form.practice, form.draft, len(form.rows), form.total),
        office=form.office,
        title=form.title,
        subtitles=tuple(each for each in (form.attached_to, form.round_name) if each),
        unit_line="Đơn vị tính: đồng",
        columns=columns(form.column_labels),
        sections=tuple(_section(group) for group in form.groups),
        closing=_closing(form),
        notes=_notes(form),
        signatures=_signatures(form),
        made_on=form.made_on,
    )


def columns(labels: ColumnLabels) -> tuple[Column, ...]:
    """Return columns A, B and 1 to 33; 26 to 29 are named by the policy pack."""
    return (*_person(), *_leaving(), *_salary(), *_money(labels))


def _person() -> tuple[Column, ...]:
    born = "Ngày, tháng, năm sinh"
    return (
        Column("A", "TT", 6, Kind.CENTRED),
        Column("B", "Họ và tên", 27),
        Column("1", "Nam", 12, Kind.CENTRED, over=born),
        Column("2", "Nữ", 12, Kind.CENTRED, over=born),
        Column("3", "Số CCCD", 15, Kind.CENTRED),
        Column("4", "Chức vụ, chức danh", 14),
        Column("5", "Đơn vị công tác", 15),
        Column("6", "Trình độ chuyên môn", 11),
        Column("7", "Đối tượng (CB, CC, VC, LĐHĐ, khác)", 9, Kind.CENTRED),
        Column("8", "Diện quản lý", 10, Kind.CENTRED),
        Column("9", "Trường hợp áp dụng (điểm, khoản, điều)", 14),
        Column("10", "Số, ngày văn bản phê duyệt/đồng ý; cơ quan ban hành", 16),
    )


def _leaving() -> tuple[Column, ...]:
    insured = "Thời gian đóng BHXH"
    return (
        Column("11", "Thời điểm nghỉ", 12, Kind.CENTRED),
        Column("12", "Tuổi khi nghỉ", 8, Kind.CENTRED),
        Column("13", "Tuổi nghỉ hưu theo quy định", 8, Kind.CENTRED),
        Column("14", "Số tháng", 7, Kind.NUMBER, over="Nghỉ trước tuổi"),
        Column("15", "Số năm (quy tròn)", 7, Kind.NUMBER, over="Nghỉ trước tuổi"),
        Column("16", "Năm, tháng", 8, Kind.CENTRED, over=insured),
        Column("17", "Số năm quy tròn", 7, Kind.NUMBER, over=insured),
    )


def _salary() -> tuple[Column, ...]:
    pay = "Tiền lương"
    return (
        Column("18", "Ngạch/hạng, mã ngạch, bậc", 10.5, over=pay),
        Column("19", "Hệ số lương", 7, Kind.NUMBER, over=pay),
        Column("20", "PC chức vụ", 7, Kind.NUMBER, over=pay),
        Column("21", "PC thâm niên vượt khung (%)", 7, Kind.NUMBER, over=pay),
        Column("22", "PC thâm niên nghề (%)", 7, Kind.NUMBER, over=pay),
        Column("23", "Hệ số bảo lưu", 7, Kind.NUMBER, over=pay),
        Column("24", "Mức lương cơ sở", 10.5, Kind.MONEY, over=pay),
        Column("25", "Tiền lương tháng làm căn cứ", 11.5, Kind.MONEY, over=pay),
    )


def _money(labels: ColumnLabels) -> tuple[Column, ...]:
    support = "Kinh phí đề nghị hỗ trợ"
    return (
        Column("26", labels.rate or "Mức hỗ trợ", 12, Kind.CENTRED, over=support),
        Column("27", labels.first or "Khoản hỗ trợ 1", 14, Kind.MONEY, over=support, totalled=True),
        Column("28", labels.second or "Khoản hỗ trợ 2", 14, Kind.MONEY, over=support, totalled=True),
        Column("29", labels.third or "Khoản hỗ trợ 3", 14, Kind.MONEY, over=support, totalled=True),
        Column("30", "Tổng kinh phí đề nghị", 15, Kind.MONEY, over=support, adds=_ADDED, totalled=True),
        Column("31", "Đã hưởng từ nguồn khác", 12, Kind.MONEY, totalled=True),
        Column("32", "Số tài khoản – ngân hàng", 14),
        Column("33", "Ghi chú (giải trình)", 14.5),
    )


def _section(group: ProposalGroup) -> Section:
    return Section(group.title, tuple(_row(place, row) for place, row in enumerate(group.rows, 1)))


def _row(place: int, row: ProposalRow) -> tuple[Cell, ...]:
    values: tuple[Value, ...] = (str(place), *_person_values(row), *_pay_values(row), row.rate, *row.support)
    total = Cell(row.total, Mark.PARTIAL if row.partly_open else Mark.BOLD)
    return (
        *(Cell(value) for value in values),
        total,
        *(Cell(value) for value in (row.already_received, row.bank, row.note)),
    )


def _person_values(row: ProposalRow) -> tuple[Value, ...]:
    return (
        row.full_name, row.birth_male, row.birth_female, row.citizen_id, row.post, row.workplace,
        row.qualification, row.employment, row.management, row.case, row.approval,
        row.leave_on, row.age, row.retirement_age, row.early_months, row.early_years, row.insured, row.insured_years,
    )  # fmt: skip  # one line for each part of the form


def _pay_values(row: ProposalRow) -> tuple[Value, ...]:
    return (
        row.rank, row.coefficient, row.position_allowance, row.beyond_frame, row.seniority, row.reserved_difference,
        _base_salaries(row.base_salaries), row.base_pay,
    )  # fmt: skip  # one line for each part of the form


def _base_salaries(amounts: tuple[Dong, ...]) -> Value:
    """One base salary is a number; several are listed, for none of them alone is the basis."""
    if len(amounts) == 1:
        return amounts[0]
    return "; ".join(group_digits(each) for each in amounts) or None


def _partial(form: ProposalList) -> bool:
    return any(row.partly_open for row in form.rows)


def _closing(form: ProposalList) -> tuple[str, ...]:
    words = in_words(form.total, partial=_partial(form))
    return (f"Tổng số người: {len(form.rows)}.", *([words] if words else []))


def _notes(form: ProposalList) -> tuple[str, ...]:
    lacking = _partial(form) or any(isinstance(row.already_received, OpenAmount) for row in form.rows)
    return (*numbered_notes(form.open_notes), *([PARTIAL_NOTE] if lacking else []))


def _signatures(form: ProposalList) -> tuple[Signature, ...]:
    by_hand = "(Ký, ghi rõ họ tên)"
    return (
        Signature("NGƯỜI LẬP BIỂU", by_hand, form.prepared_by),
        Signature("KẾ TOÁN TRƯỞNG (PHỤ TRÁCH KẾ TOÁN)", by_hand, form.accountant),
        Signature("THỦ TRƯỞNG ĐƠN VỊ", "(Ký tên, đóng dấu)", form.head),
    )


def _check_total(form: ProposalList, name: str) -> None:
    summed = sum_of(row.total for row in form.rows)
    if summed != form.total:
        raise Refusal("forms.sum_differs", name=name, stated=_words(form.total), summed=_words(summed))


def _words(amount: Dong | None) -> str:
    return "không có số" if amount is None else format_dong(amount)

"""Forms filled with made-up people."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from desktop.documents.forms.model import (
    AppraisalResult,
    AppraisalRow,
    AttachmentRegister,
    AttachmentRow,
    ColumnLabels,
    OfficeHeading,
    OpenAmount,
    ProposalGroup,
    ProposalList,
    ProposalRow,
    sum_of,
)
from desktop.domain.money import Dong
from desktop.domain.rounds import Outcome

FAMILIES = ("Nguyễn", "Trần", "Phạm", "Đặng", "Hoàng", "Vũ", "Bùi", "Đỗ", "Lương", "Quách")
MIDDLES = ("Thị Phương", "Văn", "Ngọc Ánh", "Hữu", "Thị", "Quốc", "Thị Hồng", "Đình")
GIVEN = ("Thảo", "Dũng", "Hằng", "Khuê", "Nghĩa", "Tưởng", "Yến", "Lễ", "Bích", "Quỳnh", "Đỉnh")
LONGEST = "Công Tằng Tôn Nữ Thị Hương Giang"

OFFICE = OfficeHeading("Ủy ban nhân dân thành phố Hải Phòng", "Sở Minh Họa và Phát triển Mẫu", "1012345", "Hải Phòng")
LABELS = ColumnLabels(
    "Mức hỗ trợ (tháng/năm/hệ số theo Điều 3)",
    "Trợ cấp cho số năm nghỉ trước tuổi",
    "Trợ cấp 20 năm đầu đóng BHXH",
    "Trợ cấp từ năm thứ 21",
)


def name_of(place: int) -> str:
    if place == 17:
        return LONGEST
    return f"{FAMILIES[place % 10]} {MIDDLES[place % 8]} {GIVEN[place % 11]}"


def row(place: int) -> ProposalRow:
    female = place % 2 == 1
    birth = f"{1 + place % 28:02d}/{1 + place % 12:02d}/19{60 + place % 9}"
    base = Dong(9_163_078 + 13_577 * place)
    return ProposalRow(
        full_name=name_of(place),
        birth_male="" if female else birth,
        birth_female=birth if female else "",
        citizen_id=f"0310{60 + place % 9}{place:06d}",
        post="Phó Trưởng phòng phụ trách Kế hoạch – Tài chính và Tổng hợp" if place % 5 == 0 else "Chuyên viên chính",
        workplace="Trung tâm Dịch vụ sự nghiệp công và Bảo trì hạ tầng kỹ thuật" if place % 4 == 0 else "Văn phòng Sở",
        qualification="Thạc sĩ Quản lý kinh tế" if place % 3 == 0 else "Đại học",
        employment="VC" if place % 3 else "CC",
        management="Diện khác",
        case="khoản 2 Điều 5 Nghị định 29/2023/NĐ-CP",
        approval="1967/QĐ-UBND ngày 20/06/2024, Chủ tịch UBND thành phố",
        leave_on="01/11/2024",
        age="59 năm 5 tháng",
        retirement_age="61 năm 3 tháng",
        early_months=22 + place % 20,
        early_years=Fraction(4 + place % 5, 2),
        insured="31 năm 5 tháng",
        insured_years=Fraction(63, 2),
        rank="01.003, bậc 9",
        coefficient=Fraction(498, 100),
        position_allowance=Fraction(3, 10) if place % 5 == 0 else None,
        beyond_frame=Fraction(5) if place % 6 == 0 else None,
        base_salaries=(Dong(1_490_000), Dong(1_800_000), Dong(2_340_000)) if place % 7 == 0 else (Dong(2_340_000),),
        base_pay=base,
        rate="3 tháng/năm; 5 tháng; 0,5 tháng/năm",
        support=(Dong(base * 6), Dong(base * 5), Dong(base * 23 // 4) if place % 9 else None),
        bank="0031000123456 – NH TMCP Mẫu, CN Hải Phòng",
        note="Thời điểm nghỉ khác quyết định, đã giải trình." if place % 10 == 0 else "",
    )


def proposal(groups: tuple[ProposalGroup, ...], **changes: object) -> ProposalList:
    form = ProposalList(
        office=OFFICE,
        title="DANH SÁCH ĐỐI TƯỢNG VÀ KINH PHÍ ĐỀ NGHỊ HỖ TRỢ",
        attached_to="(Kèm theo Công văn số 215/SMH-VP ngày 05 tháng 11 năm 2024 của Sở Minh Họa và Phát triển Mẫu)",
        round_name="Đợt 2 năm 2024",
        column_labels=LABELS,
        groups=groups,
        total=sum_of(each.total for group in groups for each in group.rows),
        policies=("nd29-2023 1.0.0", "hai-phong-nq07-2024 0.3.0"),
        short_hash="3F2A-91C0-77DE",
        prepared_by="Nguyễn Thị Lập",
        accountant="Trần Văn Toán",
        head="Phạm Quang Trưởng",
        made_on=date(2024, 11, 5),
    )
    return replace(form, **changes)  # type: ignore[arg-type]


def sixty() -> ProposalList:
    rows = tuple(row(place) for place in range(1, 61))
    return proposal(
        (
            ProposalGroup("Tinh giản biên chế", rows[:31]),
            ProposalGroup("Tự nguyện nghỉ công tác trước tuổi", rows[31:52]),
            ProposalGroup("Chuyển tiếp theo khoản 1 Điều 5", rows[52:]),
        )
    )


def with_open_amounts() -> ProposalList:
    known = row(1)
    partly = replace(row(2), support=(Dong(50_000_000), OpenAmount(1), None))
    unknown = replace(row(3), support=(OpenAmount(1), OpenAmount(2), None))
    notes = (
        "điểm a khoản 2 Điều 3 Nghị quyết 07/2024/NQ-HĐND",
        "khoản 3 Điều 3 Nghị quyết 07/2024/NQ-HĐND",
    )
    return proposal((ProposalGroup("Tinh giản biên chế", (known, partly, unknown)),), open_notes=notes)


def appraisal() -> AppraisalResult:
    approved = AppraisalRow(name_of(1), Outcome.APPROVED, Dong(153_708_971), Dong(153_708_971), "02/02/1961")
    adjusted = AppraisalRow(
        name_of(2),
        Outcome.ADJUSTED,
        Dong(1_539_363_860),
        Dong(148_936_386),
        "03/03/1962",
        "Tháng nghỉ sớm: 24 → 22; năm BHXH: 31,5 → 31",
        "TH03, TG02",
        "Quyết định nghỉ ghi từ ngày 01/01/2025, không phải 01/11/2024; hai tháng nghỉ không lương không tính.",
        "Lập lại phiếu tính theo số thẩm định, gửi bản xác nhận của Bảo hiểm xã hội.",
        "20/12/2024",
    )
    returned = AppraisalRow(
        name_of(3), Outcome.RETURNED, Dong(154_163_800), None, reasons="Thiếu trang 2 của quyết định."
    )
    rejected = AppraisalRow(name_of(17), Outcome.REJECTED, OpenAmount(1), None, reasons="Không thuộc đối tượng.")
    return AppraisalResult(
        office=OfficeHeading("Ủy ban nhân dân thành phố Hải Phòng", "Sở Tài chính Mẫu", "", "Hải Phòng"),
        addressed_to="Sở Minh Họa và Phát triển Mẫu",
        title="KẾT QUẢ THẨM ĐỊNH KINH PHÍ HỖ TRỢ",
        attached_to="(Kèm theo Công văn số 88/STC-M ngày 02 tháng 12 năm 2024 của Sở Tài chính Mẫu)",
        round_name="Đợt 2 năm 2024",
        rows=(approved, adjusted, returned, rejected),
        open_notes=("khoản 3 Điều 3 Nghị quyết 07/2024/NQ-HĐND",),
        policies=("nd29-2023 1.0.0",),
        short_hash="A001-B002-C003",
        made_on=date(2024, 12, 2),
    )


def register() -> AttachmentRegister:
    row = AttachmentRow(
        "Quyết định",
        "1967/QĐ-UBND",
        "20/06/2024",
        "01/11/2024",
        "Chủ tịch UBND thành phố",
        "Về việc phê duyệt danh sách tinh giản biên chế đợt 2 năm 2024",
        "Điều 1: danh sách 31 người; thời điểm nghỉ 01/11/2024",
        "31 người",
        4,
        "QD_1967.pdf",
        "ab12" * 16,
    )
    return AttachmentRegister(
        office=OFFICE,
        title="BẢNG KÊ HỒ SƠ KÈM THEO",
        attached_to="",
        round_name="Đợt 2 năm 2024",
        rows=(row, replace(row, kind="Văn bản đồng ý", number="=cmd|' /C calc'!A0", pages=None)),
        short_hash="A001-B002-C003",
        made_on=date(2024, 11, 5),
    )

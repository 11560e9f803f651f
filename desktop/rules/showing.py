"""Values and reasons as screens and prints show them, in the words of the field.

The trace is a document that offices exchange, so its words live beside it and not in the window's texts.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from desktop.domain.dates import format_date
from desktop.domain.errors import Param
from desktop.domain.money import group_digits
from desktop.domain.months import YearMonth
from desktop.domain.ratios import format_ratio
from desktop.rules.trace import Unit, Value

NOT_KNOWN = "chưa có số liệu"
NOT_DETERMINED = "chưa xác định được"

_SUFFIX = {
    Unit.DONG: " đ",
    Unit.DONG_PER_MONTH: " đ/tháng",
    Unit.DONG_PER_YEAR: " đ/năm",
    Unit.MONTHS: " tháng",
    Unit.YEARS: " năm",
    Unit.MONTHS_PER_YEAR: " tháng/năm",
}
_MONEY = frozenset({Unit.DONG, Unit.DONG_PER_MONTH, Unit.DONG_PER_YEAR})

CHOICES = {
    "male": "nam",
    "female": "nữ",
    "downsizing": "tinh giản biên chế",
    "voluntary_early_leave": "tự nguyện nghỉ công tác trước tuổi",
    "transitional": "chuyển tiếp",
    "early_retirement": "nghỉ hưu trước tuổi",
    "severance": "thôi việc ngay",
    "severance_after_training": "thôi việc sau khi đi học nghề",
    "transfer": "chuyển sang tổ chức không hưởng lương từ ngân sách",
    "commune_official": "cán bộ, công chức cấp xã nghỉ do sắp xếp",
    "commune_part_timer": "người hoạt động không chuyên trách",
    "politburo": "Bộ Chính trị quản lý",
    "secretariat": "Ban Bí thư quản lý",
    "city_standing_committee": "Ban Thường vụ Thành ủy quản lý",
    "delegated_to_standing_members": "Ban Thường vụ Thành ủy ủy quyền cho Thường trực Thành ủy quản lý",
    "other": "diện khác",
}
"""The words for what a record chooses from."""

REASONS = {
    "rules.birth_before_roadmap": (
        "Chưa tính được tuổi nghỉ hưu: người sinh tháng {month} đã đủ tuổi trước năm {year}, năm đầu của lộ trình "
        "trong gói chính sách. Kiểm tra lại ngày sinh."
    ),
    "rules.months_negative": (
        "Chưa quy tròn được thành năm: số tháng là {months}, nhỏ hơn 0. Kiểm tra lại ngày sinh và thời điểm nghỉ."
    ),
    "rules.insurance_missing": (
        "Quá trình đóng bảo hiểm xã hội chưa có dòng nào nên chưa tính được thời gian đóng. "
        "Nhập quá trình đóng theo sổ bảo hiểm xã hội."
    ),
    "rules.salary_month_missing": (
        "Quá trình lương thiếu tháng {month} nên chưa tính được tiền lương làm căn cứ. "
        "Bổ sung diễn biến lương của tháng này."
    ),
    "rules.base_salary_not_covered": (
        "Gói chính sách chưa có mức lương cơ sở của tháng {month} nên chưa tính được tiền lương tháng đó. "
        "Kiểm tra lại thời gian hoặc dùng gói chính sách có mức lương cơ sở của tháng này."
    ),
    "rules.field_missing": "Hồ sơ chưa có {label} nên bước này chưa tính được. Nhập {label} của người này.",
    "rules.open_parameter": "Chưa có số liệu: {citation}.",
    "rules.parameter_not_dated": (
        "Gói chính sách chưa có giá trị của “{label}” cho ngày {day}. Kiểm tra thời điểm nghỉ hoặc bổ sung gói."
    ),
    "rules.table_missing": "Gói chính sách không có {table} nên bước này chưa tính được. Bổ sung bảng này vào gói.",
    "month.impossible": (
        "Phép tính cho ra tháng {value}, ngoài khoảng năm 1900 đến 2200. "
        "Kiểm tra ngày sinh, thời điểm nghỉ và công thức."
    ),
    "rules.contract_pay_not_counted": (
        "Tháng {month} hưởng lương theo hợp đồng, nhưng căn cứ tính tiền lương của gói chính sách không tính khoản này "
        "nên chưa tính được. Kiểm tra diễn biến lương, hoặc dùng gói có căn cứ cho lương hợp đồng."
    ),
    "rules.contract_pay_missing": (
        "Tháng {month} chưa có mức lương theo hợp đồng (hoặc mức phụ cấp hằng tháng) nên chưa tính được tiền lương. "
        "Nhập mức này vào diễn biến lương."
    ),
    "rules.no_month_counts": (
        "Mọi tháng trong thời gian tính tiền lương đều là tháng nghỉ không được tính nên chưa có tiền lương làm "
        "căn cứ. Kiểm tra các tháng nghỉ trong diễn biến lương."
    ),
    "rules.part_of_a_month": (
        "Chưa quy tròn được thành năm: số tháng là {months}, không phải số nguyên. Kiểm tra công thức trong gói."
    ),
    "rules.other_pack_absent": (
        "Bước này cần kết quả của gói chính sách {pack} mà chương trình chưa có gói này. "
        "Cài đặt gói {pack} rồi tính lại."
    ),
    "rules.other_pack_undecided": (
        "Gói {pack} chưa kết luận được người này có đủ điều kiện hay không: {reason} Kiểm tra hồ sơ theo gói đó trước."
    ),
    "rules.other_pack_no_amount": ("Gói khác không cho số tiền của {pack}: {reason} Kiểm tra hồ sơ theo gói đó trước."),
    "rules.other_pack_lacks": (
        "Gói {pack} chưa tính được vì hồ sơ còn thiếu thông tin. Bổ sung thông tin còn thiếu của gói đó."
    ),
    "rules.pack_cycle": (
        "Các gói chính sách lấy kết quả của nhau thành vòng ({packs}) nên không tính được. "
        "Sửa lại công thức của các gói."
    ),
    "rules.not_in_this_case": (
        "Trường hợp của người này không có khoản “{label}” nên không có giá trị. Kiểm tra công thức của gói."
    ),
    "rules.number_too_large": (
        "Công thức cho ra số quá lớn (hơn {digits} chữ số) nên không tính tiếp. "
        "Kiểm tra công thức và tham số trong gói."
    ),
    "rules.division_by_zero": "Công thức chia cho 0 nên không có kết quả. Kiểm tra số liệu của người này và công thức.",
    "rules.band_not_covered": (
        "Giá trị {value} nằm ngoài mọi mức trong bảng của công thức. Kiểm tra số liệu và công thức."
    ),
}
"""Why a step has no value, by the code of its refusal; the same sentences stand in the texts of the window."""


def reason_of(code: str, params: Mapping[str, Param]) -> str:
    """Return the sentence for a refusal of this room."""
    return REASONS[code].format(**params)


def show_money(value: Fraction | int) -> str:
    """Return đồng with at most two decimals, grouped: "5.020.865,33"."""
    above, below = value.as_integer_ratio()
    if below == 1:
        return group_digits(above)
    hundredths = (200 * abs(above) + below) // (2 * below)
    whole, part = divmod(hundredths, 100)
    sign = "-" if above < 0 and hundredths else ""
    decimals = f",{part:02d}".rstrip("0") if part else ""
    return f"{sign}{group_digits(whole)}{decimals}"


def show(value: Value | None, unit: Unit) -> str:
    """Return the value with its unit; None is "chưa xác định được"."""
    if type(value) is int or type(value) is Fraction:  # most values
        return f"{show_money(value) if unit in _MONEY else format_ratio(value)}{_SUFFIX.get(unit, '')}"
    if value is None:
        return NOT_DETERMINED
    if isinstance(value, int | Fraction):  # numbers were the first line's; what is left of them is a flag
        return "đúng" if value else "không đúng"
    return show_moment(value)


def show_moment(value: date | YearMonth | str) -> str:
    """Return a date as dd/MM/yyyy, a month as MM/yyyy, a choice in words."""
    if isinstance(value, str):
        return CHOICES.get(value, value)
    return value.shown if isinstance(value, YearMonth) else format_date(value)

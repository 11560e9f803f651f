"""The sheets about keys: a fingerprint that the receiver compares, and the recovery page for the sealed envelope."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from desktop.documents.forms.annex import Signature
from desktop.documents.forms.key_pages import KeyPage, write_key_page_pdf
from desktop.domain.dates import format_date
from desktop.domain.errors import Refusal
from desktop.exchange.spoken.fingerprints import fingerprint_words, hex_letters
from desktop.services.keys.own_fingerprint import own_fingerprint
from desktop.services.keys.signing_state import signing_state
from desktop.services.office import Office
from desktop.services.prints.print_forms import heading

_SIGNED: Final = "(Ký, ghi rõ họ tên)"
_STAMPED: Final = "(Ký, đóng dấu)"
_WORDS_TITLE: Final = "Đọc bằng lời (không phân biệt dấu thanh, l/n, ch/tr, s/x, d/gi/r/v):"


def print_key_fingerprint(office: Office, target: Path) -> int:
    """Write the sheet that goes with the request to Sở Tài chính; return how many pages it has.

    Raises Refusal: trust.no_key, fingerprint.unknown (write the request once: then it is known), `forms.*`.
    """
    fingerprint = own_fingerprint(office)
    if not fingerprint:
        raise Refusal("fingerprint.unknown" if signing_state(office).has_key else "trust.no_key")
    unit = office.identity.unit
    page = KeyPage(
        office=heading(office.identity.unit),
        corner="",
        title="DẤU VÂN TAY KHÓA KÝ",
        subtitle="Kèm tệp đăng ký khóa gửi Sở Tài chính",
        intro=(
            (
                "Khóa ký của đơn vị có dấu vân tay dưới đây. Sở Tài chính chỉ cấp chứng thư khi dấu vân tay trong tệp "
                "đăng ký giống hệt dấu vân tay trên tờ này, hoặc giống dấu vân tay do đơn vị đọc qua điện thoại."
            ),
        ),
        facts=(("Đơn vị", f"{unit.name} ({unit.code})"), ("Ngày in", format_date(office.now().astimezone().date()))),
        groups=tuple(fingerprint.split()),
        groups_title="Dấu vân tay (32 ký tự):",
        qr=f"{unit.code} {fingerprint}",
        words=fingerprint_words(fingerprint),
        words_title=_WORDS_TITLE,
        signers=(
            Signature("NGƯỜI LẬP", _SIGNED, office.identity.operator),
            Signature("THỦ TRƯỞNG ĐƠN VỊ", _STAMPED, office.identity.head),
        ),
    )
    write_key_page_pdf(page, target)
    return 1


def print_root_fingerprint(office: Office, target: Path) -> int:
    """Write the sheet of Sở Tài chính's root, which every office compares before it trusts it.

    Raises Refusal: trust.no_root, `forms.*`.
    """
    fingerprint = signing_state(office).root_fingerprint
    if not fingerprint:
        raise Refusal("trust.no_root")
    page = KeyPage(
        office=heading(office.identity.unit),
        corner="",
        title="DẤU VÂN TAY CỦA GỐC TIN CẬY",
        subtitle="Kèm tệp root.pem của Sở Tài chính",
        intro=(
            (
                "Trước khi tin cậy tệp root.pem, đơn vị nhập vào chương trình tám nhóm đầu hoặc mười sáu từ trên tờ "
                "này; chương trình so với tệp. Khác một ký tự là tệp giả: không dùng và gọi Sở Tài chính."
            ),
        ),
        facts=(("Ngày in", format_date(office.now().astimezone().date())),),
        groups=tuple(fingerprint.split()),
        groups_title="Dấu vân tay (SHA-256, 64 ký tự):",
        qr=f"ROOT {fingerprint}",
        words=fingerprint_words(fingerprint),
        words_title=_WORDS_TITLE.replace("Đọc bằng lời", "Tám nhóm đầu đọc bằng lời"),
        signers=(Signature("NGƯỜI LẬP", _SIGNED), Signature("LÃNH ĐẠO SỞ TÀI CHÍNH", _STAMPED)),
    )
    write_key_page_pdf(page, target)
    return 1


def print_recovery_page(office: Office, file_name: str, code: Sequence[str], target: Path) -> int:
    """Write the page for the sealed envelope; with an empty `code` there are lines to write it by hand.

    Raises Refusal `forms.*`.
    """
    fingerprint = own_fingerprint(office)
    words = tuple(code) or ("……………………",) * 12
    page = KeyPage(
        office=heading(office.identity.unit),
        corner="BÍ MẬT – CẤT TRONG PHONG BÌ NIÊM PHONG",
        title="TRANG KHÔI PHỤC KHÓA",
        subtitle=f"Của bản sao lưu {file_name}",
        intro=(
            (
                "Tờ này cùng với tệp sao lưu mở được khóa ký và khóa mã hóa của cơ quan. Ai có cả hai thì ký thay được "
                "cơ quan, nên cất hai thứ ở hai nơi: tệp sao lưu trong USB ở tủ của văn phòng, tờ này trong phong bì "
                "niêm phong ở két của thủ trưởng."
            ),
        ),
        facts=(
            ("Cơ quan", f"{office.identity.unit.name} ({office.identity.unit.code})"),
            ("Dấu vân tay của khóa", fingerprint),
            ("Ngày sao lưu", format_date(office.now().astimezone().date())),
        ),
        words=words,
        words_title="Mã khôi phục (12 từ, gõ không cần dấu, theo thứ tự):",
        notes=(
            (
                "Khi quên mật khẩu hoặc máy hỏng: mở chương trình, chọn Khôi phục từ bản sao lưu, chọn tệp sao lưu, "
                "nhập mười hai từ trên đây, rồi đặt mật khẩu mới."
            ),
            (
                "Khi tờ này hoặc tệp sao lưu bị mất, bị lộ: báo Sở Tài chính thu hồi chứng thư, tạo khóa mới và sao "
                "lưu lại. Đổi khóa xong thì bản sao lưu cũ không còn dùng được: hủy tờ cũ."
            ),
        ),
        signers=(Signature("NGƯỜI LẬP", _SIGNED), Signature("NGƯỜI NHẬN CẤT GIỮ", _SIGNED)),
    )
    write_key_page_pdf(page, target)
    return 1


def spoken_words(fingerprint: str) -> tuple[str, ...]:
    """Return the words of a fingerprint for the screen, () without one."""
    return fingerprint_words(fingerprint) if len(hex_letters(fingerprint)) >= 32 else ()

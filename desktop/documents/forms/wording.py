"""The fixed words of the forms and how values are written in them."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from desktop.documents.forms.annex import Annex, Cell, Imprint, Kind, Mark, Value
from desktop.documents.forms.model import OpenAmount
from desktop.domain.dates import format_date
from desktop.domain.foreign_text import shown_lines
from desktop.domain.money import Dong, group_digits
from desktop.domain.money_words import dong_in_words
from desktop.domain.ratios import format_ratio

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập – Tự do – Hạnh phúc"
_NO_BREAK = "\u00a0"
OPEN = "chưa có số liệu"
PARTIAL_NOTE = "(*) Số cộng chưa gồm các khoản chưa có số liệu nêu tại ghi chú."
PRACTICE = "THỰC HÀNH"
DRAFT = "NHÁP"
PRACTICE_WARNING = "THỰC HÀNH – số liệu tập dùng, không dùng để chi trả"
DRAFT_WARNING = "NHÁP – chưa phải bản trình ký"


def composed(text: str) -> str:
    """Return the text in NFC, the form that search and copying expect, with nothing hidden in it."""
    return unicodedata.normalize("NFC", shown_lines(text))


def open_words(amount: OpenAmount) -> str:
    """Return "chưa có số liệu (1)", the number leading to the note under the table."""
    return f"{OPEN} ({amount.note})" if amount.note else OPEN


def numbered_notes(citations: Iterable[str]) -> tuple[str, ...]:
    """Return the notes with their numbers: "(1) Chưa có số liệu: Điều 3 Nghị quyết 07/2024/NQ-HĐND."."""
    return tuple(
        f"({number}) {OPEN.capitalize()}: {composed(citation).rstrip('.')}."
        for number, citation in enumerate(citations, 1)
    )


def shown(cell: Cell, kind: Kind) -> str:
    """Return the cell as a print shows it; "" for what does not apply."""
    text = _shown_value(cell.value, kind)
    return f"{text}{_NO_BREAK}(*)" if cell.mark is Mark.PARTIAL and isinstance(cell.value, int) else text


def _shown_value(value: Value, kind: Kind) -> str:
    if value is None:
        return ""
    if isinstance(value, OpenAmount):
        return open_words(value)
    if isinstance(value, int):
        return group_digits(value) if kind in {Kind.MONEY, Kind.CHANGE} else str(value)
    return format_ratio(value) if isinstance(value, Fraction) else composed(value)


def place_and_date(place: str, day: date | None) -> str:
    """Return "Hải Phòng, ngày 05 tháng 11 năm 2024"; dots where the day is left to the signer."""
    when = f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}" if day else "ngày …… tháng …… năm ………"
    return composed(f"{place or '………………'}, {when}")


def in_words(total: Dong | None, *, partial: bool) -> str:
    """Return the line that closes a form with money; says so when the sum is not the whole."""
    if total is None:
        return f"Số tiền bằng chữ: {OPEN}." if partial else ""
    lacking = " (chưa gồm các khoản chưa có số liệu)" if partial else ""
    return f"Số tiền bằng chữ: {dong_in_words(total)}{lacking}."


def watermark(imprint: Imprint) -> str:
    """Return the word across the page, "" for a form of record."""
    return PRACTICE if imprint.practice else DRAFT if imprint.draft else ""


def warning(imprint: Imprint) -> str:
    """Return the line that says how far the form may be used, "" for a form of record."""
    return PRACTICE_WARNING if imprint.practice else DRAFT_WARNING if imprint.draft else ""


def imprint_line(imprint: Imprint) -> str:
    """Return "Mã phiếu: … | Mã băm: 3f2a… | Chính sách: …"; parts that are not there are left out."""
    parts = [f"Mã phiếu: {imprint.code}"] if imprint.code else []
    parts += [f"Mã băm: {imprint.short_hash}"] if imprint.short_hash else []
    parts += [f"Ngày tính: {format_date(imprint.computed_on)}"] if imprint.computed_on else []
    parts += [f"Phiên bản chính sách: {'; '.join(imprint.policies)}"] if imprint.policies else []
    return composed(" | ".join(parts))


def qr_text(imprint: Imprint) -> str:
    """Return what the QR holds: the form, the hash, people, money, the sheet's code; no personal data."""
    total = "" if imprint.total is None else str(imprint.total)
    parts = ["TINHGIAN", imprint.form, imprint.short_hash, str(imprint.people), total]
    return ":".join([*parts, *([imprint.code] if imprint.code else [])])


def footnotes(annex: Annex) -> tuple[str, ...]:
    """Return the closing lines and notes under the table, in order."""
    return (*annex.closing, *(("Ghi chú:", *annex.notes) if annex.notes else ()))

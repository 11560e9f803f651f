"""What a place of a pack file expects, in the words of those who fill it in."""

import re
from calendar import monthrange
from enum import Enum
from fractions import Fraction
from typing import Any

from msgspec import inspect

from desktop.domain.names import fold
from desktop.rules.near import near

_REAL_DAY = re.compile(r"((?:19|20|21)\d\d)-(0[1-9]|1[0-2])-\d\d\Z", re.ASCII)
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})\Z", re.ASCII)
_THOUSANDS = re.compile(r"(-?\d{1,3}(?:[., ]\d{3})+)\s*(?:đồng|đ|vnđ|vnd)?\Z", re.IGNORECASE)
_MONEY = re.compile(r"(-?\d+)\s*(?:đồng|đ|vnđ|vnd)\Z", re.IGNORECASE)
_COMMA = re.compile(r"(-?\d+),(\d+)\Z", re.ASCII)
_TOO_LONG = re.compile(r"-?\d{19,}", re.ASCII)
_PERCENT = re.compile(r"(-?\d+(?:[.,]\d+)?)\s*%\Z", re.ASCII)
_PATTERNS = {
    "^[a-z][a-z0-9_]{0,59}$": "mã bắt đầu bằng chữ cái, chỉ gồm chữ thường không dấu, chữ số và dấu gạch dưới",
    "^[a-z0-9][a-z0-9-]{0,59}$": "mã gói chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ tinh-mau-2026",
    r"^[0-9]{1,9}(\.[0-9]{1,9}){0,3}$": 'số phiên bản chỉ gồm chữ số và dấu chấm, trong dấu nháy, ví dụ "1.2"',
    "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$": "tháng-ngày hằng năm, ví dụ 02-01 là ngày 1 tháng 2",
    "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$": "tháng viết theo năm-tháng, ví dụ 2024-10",
    r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": "ngày, tháng hoặc năm sinh, ví dụ 1965-06-03, 1965-06 hoặc 1965",
    "^(up|down|half_up)$": "up (làm tròn lên), down (làm tròn xuống) hoặc half_up (đến số gần nhất)",
    "^[0-9]{3}$": 'ba chữ số trong dấu nháy, ví dụ "031"',
    "^[A-Z]{2}[0-9]{2,3}$": "mã gồm hai chữ cái in hoa và hai hoặc ba chữ số, ví dụ TH08",
}
_WORDS: dict[type, str] = {
    inspect.IntType: "số nguyên, chỉ gồm chữ số, ví dụ 1500000",
    inspect.BoolType: "true (có) hoặc false (không)",
    inspect.DateType: "ngày viết theo năm-tháng-ngày, ví dụ 2024-07-31",
    inspect.VarTupleType: "danh sách, mỗi mục bắt đầu bằng dấu gạch ngang, hoặc [mục, mục]",
    inspect.DictType: "các cặp khóa: giá trị",
}


def expected_there(kind: Any) -> str:
    """Return what a value of this type looks like; "" for what needs no words."""
    return _in_words(bare(inspect.type_info(kind)))


def advice_for(kind: Any, written: str) -> str:
    """Return what to write in place of `written`, where it can be guessed; else what the place expects."""
    found = bare(inspect.type_info(kind))
    if isinstance(found, inspect.CustomType | inspect.IntType):
        return _number_meant(written) or _in_words(found)
    if isinstance(found, inspect.DateType):
        return _day_meant(written) or _in_words(found)
    if isinstance(found, inspect.EnumType):
        meant = near(fold(written).replace(" ", "_"), (str(each.value) for each in found.cls))
        return f"{meant[0]} (hoặc {_choices(found.cls)})" if meant else _in_words(found)
    if isinstance(found, inspect.StrType):
        return _text_meant(found, written) or _in_words(found)
    return _in_words(found)


def bare(found: inspect.Type) -> inspect.Type:
    """Strip descriptions, and what only adds "or nothing"."""
    while isinstance(found, inspect.Metadata):
        found = found.type
    if isinstance(found, inspect.UnionType):
        return bare(next(each for each in found.types if not isinstance(each, inspect.NoneType)))
    return found


def _number_meant(written: str) -> str:
    text = written.strip()
    if _TOO_LONG.match(text):
        return "số có nhiều nhất 18 chữ số, không tính phần thập phân"
    if thousands := _THOUSANDS.match(text):
        return f"{re.sub('[., ]', '', thousands[1])} (không có dấu ngăn nghìn, không ghi đơn vị)"
    if money := _MONEY.match(text):
        return f"{money[1]} (không ghi đơn vị)"
    if comma := _COMMA.match(text):
        return f"{comma[1]}.{comma[2]} (dấu chấm thập phân)"
    if percent := _PERCENT.match(text):
        number = percent[1].replace(",", ".")
        return f"{number} rồi dùng percent(...) trong công thức, hoặc {Fraction(number) / 100} (không ghi dấu %)"
    return ""


def _day_meant(written: str) -> str:
    if real := _REAL_DAY.match(written.strip()):
        days = monthrange(int(real[1]), int(real[2]))[1]
        return f"ngày có thật: tháng {real[2]}/{real[1]} có {days} ngày"
    day = _DAY.match(written.strip())
    if day is None:
        return ""
    return f"{day[3]}-{int(day[2]):02d}-{int(day[1]):02d} (viết theo năm-tháng-ngày)"


def _text_meant(found: inspect.StrType, written: str) -> str:
    words, month = _PATTERNS.get(found.pattern or "", ""), _MONTH.match(written.strip())
    if "năm-tháng" in words and month:
        return f"{month[2]}-{int(month[1]):02d} (viết theo năm-tháng)"
    if words.startswith("ngày, tháng"):
        return _day_meant(written)
    code = re.sub("[^a-z0-9]+", "_", fold(written)).strip("_")
    return f"{code}, {words}" if words.startswith("mã bắt đầu") and code[:1].isalpha() else ""


def _in_words(found: inspect.Type) -> str:
    match found:
        case inspect.StructType():
            return "các khóa " + ", ".join(field.encode_name for field in found.fields)
        case inspect.EnumType():
            return f"một trong {_choices(found.cls)}"
        case inspect.CustomType():
            return "số, ví dụ 3, 0.5 hoặc 1/2"
        case inspect.StrType():
            return _text_in_words(found)
        case _:
            return _bounded_in_words(found)


def _choices(choices: type[Enum]) -> str:
    return ", ".join(str(member.value) for member in choices)


def _bounded_in_words(found: inspect.Type) -> str:
    if isinstance(found, inspect.IntType) and found.ge is not None and found.le is not None:
        return f"số nguyên từ {found.ge} đến {found.le}"
    if isinstance(found, inspect.VarTupleType) and found.max_length is not None:
        return f"danh sách từ {found.min_length or 0} đến {found.max_length} mục, mỗi mục bắt đầu bằng dấu gạch ngang"
    return _WORDS.get(type(found), "")


def _text_in_words(found: inspect.StrType) -> str:
    if found.pattern:
        return _PATTERNS.get(found.pattern, f"chữ theo mẫu {found.pattern}")
    filled = "" if found.min_length is None else ", không để trống"
    return f"chữ{filled}" + ("" if found.max_length is None else f", nhiều nhất {found.max_length} ký tự")

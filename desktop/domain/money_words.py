"""Amounts in Vietnamese words, as the law on accounting vouchers asks ("Số tiền bằng chữ")."""

from desktop.domain.money import Dong

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu", "tỷ")


def dong_in_words(amount: Dong) -> str:
    """Return e.g. "Chín mươi mốt triệu sáu trăm ba mươi nghìn bảy trăm tám mươi sáu đồng"."""
    words = number_in_words(amount)
    return f"{words[0].upper()}{words[1:]} đồng"


def number_in_words(number: int) -> str:
    """Return the whole number in words; negative numbers begin with "âm"."""
    if number < 0:
        return f"âm {number_in_words(-number)}"
    if number == 0:
        return _DIGITS[0]
    return " ".join(_billions(number))


def _billions(number: int) -> list[str]:
    """Words of a positive number, read in blocks of a billion ("tỷ"), the highest first."""
    higher, rest = divmod(number, 1_000_000_000)
    words = [*_billions(higher), "tỷ"] if higher else []
    return words + _below_billion(rest, leading=not higher)


def _below_billion(number: int, *, leading: bool) -> list[str]:
    words: list[str] = []
    for scale in (2, 1, 0):
        group = number // 1000**scale % 1000
        if group:
            words += _group(group, leading=leading and not words)
            words += [_SCALES[scale]] if scale else []
    return words


def _group(group: int, *, leading: bool) -> list[str]:
    """Words of 1..999; a group that follows others says "không trăm" and "linh"."""
    hundreds, rest = divmod(group, 100)
    words = [] if leading and not hundreds else [_DIGITS[hundreds], "trăm"]
    return words + _tens(rest, after_hundreds=bool(words))


def _tens(rest: int, *, after_hundreds: bool) -> list[str]:
    tens, ones = divmod(rest, 10)
    if not tens:
        return [] if not ones else [*(["linh"] if after_hundreds else []), _DIGITS[ones]]
    words = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    return words + ([_ones(ones, tens)] if ones else [])


def _ones(ones: int, tens: int) -> str:
    if ones == 5:
        return "lăm"
    if ones == 1 and tens > 1:
        return "mốt"
    if ones == 4 and tens > 1:
        return "tư"
    return _DIGITS[ones]

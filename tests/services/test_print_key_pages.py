"""The sheets about keys, read back by a program that is not ours."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.errors import Refusal
from desktop.exchange.spoken.fingerprints import fingerprint_words
from desktop.exchange.spoken.recovery_code import new_recovery_code
from desktop.services.keys.own_fingerprint import own_fingerprint
from desktop.services.keys.signing_state import signing_state
from desktop.services.office import Office, create_office
from desktop.services.prints.print_key_pages import print_key_fingerprint, print_recovery_page, print_root_fingerprint
from tests.services.offices import UNIT, Clock, Desks
from tests.tools import run


def _read(make: Callable[[Office, Path], int], office: Office, target: Path) -> str:
    """Print one sheet and return its text, one space between words."""
    assert make(office, target) == 1
    text = run("pdftotext", "-layout", target, "-").stdout
    assert text.count("\f") == 1  # one page
    return " ".join(text.split())


def _numbered(words: tuple[str, ...]) -> list[str]:
    return [f"{place}. {word}" for place, word in enumerate(words, start=1)]


@pytest.mark.tool("pdftotext")
def test_the_sheet_of_a_unit_has_all_that_is_compared_and_room_to_sign(enrolled: Desks, tmp_path: Path) -> None:
    text = _read(print_key_fingerprint, enrolled.unit, tmp_path / "key.pdf")
    fingerprint = own_fingerprint(enrolled.unit)
    groups = fingerprint.split()
    assert " ".join(groups[:4]) in text
    assert " ".join(groups[4:]) in text
    assert all(each in text for each in _numbered(fingerprint_words(fingerprint)))
    for said in (
        "DẤU VÂN TAY KHÓA KÝ",
        f"{UNIT.unit.name} (UBH-01)",
        "03/09/2024",
        UNIT.head,
        "(Ký, đóng dấu)",
        "ngày …",
    ):
        assert said in text


@pytest.mark.tool("pdftotext")
def test_the_sheet_of_the_root_has_the_whole_fingerprint(enrolled: Desks, tmp_path: Path) -> None:
    text = _read(print_root_fingerprint, enrolled.finance, tmp_path / "root.pdf")
    fingerprint = signing_state(enrolled.finance).root_fingerprint
    groups = fingerprint.split()
    assert all(" ".join(groups[at : at + 4]) in text for at in range(0, 16, 4))
    assert all(each in text for each in _numbered(fingerprint_words(fingerprint)))
    assert "LÃNH ĐẠO SỞ TÀI CHÍNH" in text


@pytest.mark.tool("pdftotext")
def test_the_recovery_page_holds_code_fingerprint_and_day_or_lines_to_write_on(enrolled: Desks, tmp_path: Path) -> None:
    code = new_recovery_code()

    def with_code(office: Office, target: Path) -> int:
        return print_recovery_page(office, "sao-luu.khoa.age", code, target)

    text = _read(with_code, enrolled.unit, tmp_path / "page.pdf")
    assert all(each in text for each in _numbered(code))
    for said in ("NIÊM PHONG", own_fingerprint(enrolled.unit), "sao-luu.khoa.age", "03/09/2024", "hai nơi"):
        assert said in text
    by_hand = _read(
        lambda office, target: print_recovery_page(office, "x", (), target), enrolled.unit, tmp_path / "hand.pdf"
    )
    assert "12. ……" in by_hand


def test_without_key_or_root_there_is_nothing_to_print(tmp_path: Path) -> None:
    office = create_office(tmp_path / "new", UNIT, now=Clock())
    try:
        with pytest.raises(Refusal, match=r"trust.no_key"):
            print_key_fingerprint(office, tmp_path / "key.pdf")
        with pytest.raises(Refusal, match=r"trust.no_root"):
            print_root_fingerprint(office, tmp_path / "root.pdf")
        assert not list(tmp_path.glob("*.pdf"))
    finally:
        office.close()

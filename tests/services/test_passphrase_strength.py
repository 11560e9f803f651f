"""Passphrases are judged on the low side: what people think strong is often not."""

import pytest

from desktop.exchange.spoken.recovery_code import suggested_words
from desktop.services.keys.passphrase_strength import Level, strength_of
from desktop.ui.texts import message

KNOWN = ("Ủy ban nhân dân huyện", "UBH-01", "Trần Thị Lập")


@pytest.mark.parametrize(
    "passphrase",
    ["", "123456", "matkhau", "Matkhau@2024", "haiphong2024", "01011980", "ubh-01", "tran thi lap 1980", "aaaaaaaaaaaa",
     "lap lap lap lap lap lap", "Abc@12345", "0912345678", "qwertyuiop123", "ủy ban nhân dân huyện 2024"],
)  # fmt: skip  # one line each would be long
def test_what_is_guessed_first_is_weak(passphrase: str) -> None:
    assert strength_of(passphrase, KNOWN).level is Level.WEAK


@pytest.mark.parametrize("passphrase", ["con trâu vàng leo cột điện", "K7#mq!w2Zp9$"])
def test_longer_ones_are_not_weak(passphrase: str) -> None:
    assert strength_of(passphrase, KNOWN).level is not Level.WEAK


def test_what_is_suggested_is_strong() -> None:
    words = " ".join(suggested_words())
    assert len(words.split()) == 8
    assert words.isascii()
    assert len(set(words.split())) < 8 or strength_of(words).level is Level.GOOD


def test_the_time_is_said_in_words_and_grows() -> None:
    longer = ["con", "con trâu", "con trâu vàng", "con trâu vàng leo", "con trâu vàng leo cột điện cao thế"]
    seconds = [strength_of(each).seconds for each in longer]
    assert seconds == sorted(seconds)
    spans = {strength_of(each).span for each in longer}
    assert len(spans) > 2
    assert all("{" not in message(f"strength.{level.value}", time=message(span)) for level in Level for span in spans)

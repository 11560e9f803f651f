"""Words for the telephone: no two alike in any dialect, and the same bytes back however they are typed."""

import itertools
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Refusal
from desktop.domain.names import fold
from desktop.exchange.spoken.fingerprints import fingerprint_words, typed_fingerprint
from desktop.exchange.spoken.recovery_code import new_recovery_code, recovery_secret
from desktop.exchange.spoken.sound import is_hex, sound_of
from desktop.exchange.spoken.words import WORDS, bytes_of, words_of

ROOT = Path(__file__).parents[2]


def test_the_list_is_the_one_that_was_chosen_and_will_stay_it() -> None:
    run = subprocess.run(
        [sys.executable, str(ROOT / "build_scripts" / "spoken_words.py")], capture_output=True, check=True
    )
    assert tuple(run.stdout.decode("utf-8").split()[1:]) == WORDS
    digest = sha256(" ".join(WORDS).encode("utf-8")).hexdigest()
    assert digest == "226dd5703bd9c23330ce0d1bf956be8c188ad392dc80ed76bc46f56521e12906"


def test_no_two_words_sound_alike_and_none_is_hex() -> None:
    assert len(WORDS) == 256
    assert len({sound_of(word) for word in WORDS}) == 256
    assert len({fold(word) for word in WORDS}) == 256
    assert not [word for word in WORDS if is_hex(word)]
    assert max(map(len, WORDS)) <= 7


CONFUSED = {
    "l as n": ("l", "n"),
    "n as l": ("n", "l"),
    "tr as ch": ("tr", "ch"),
    "ch as tr": ("ch", "tr"),
    "x as s": ("x", "s"),
    "s as x": ("s", "x"),
    "d as gi": ("d", "gi"),
    "đ as d": ("đ", "d"),
    "v as d": ("v", "d"),
    "r as g(i)": ("r", "gi"),
    "kh as h": ("kh", "h"),
}


@pytest.mark.parametrize("spoken", CONFUSED)
def test_a_word_in_another_dialect_is_the_same_word(spoken: str) -> None:
    start, heard = CONFUSED[spoken]
    with_start = [word for word in WORDS if word.startswith(start) and not word.startswith(("nh", "ng", start + "h"))]
    theirs = [word for word in with_start if heard != "gi" or fold(word)[len(start)] != "i"]  # "gì" is written with one
    assert theirs
    assert bytes_of(heard + word.removeprefix(start) for word in theirs) == bytes_of(theirs)


@pytest.mark.parametrize(("end", "heard"), [("n", "ng"), ("t", "c"), ("c", "t"), ("nh", "n"), ("ch", "t")])
def test_an_end_that_the_south_says_otherwise_is_the_same_word(end: str, heard: str) -> None:
    theirs = [word for word in WORDS if word.endswith(end)]
    assert theirs
    assert bytes_of(word.removesuffix(end) + heard for word in theirs) == bytes_of(theirs)


def test_hoi_and_nga_and_all_other_tones_do_not_count() -> None:
    assert bytes_of(["mủ", "nhàn", "tàm"]) == bytes_of(["mũ", "nhạn", "tám"])
    assert bytes_of(map(fold, WORDS)) == bytes(range(256))
    assert bytes_of(word.upper() for word in WORDS) == bytes(range(256))


def test_words_that_somebody_takes_for_another_are_not_both_in_the_list() -> None:
    pairs = [
        ("lúa", "núa"),
        ("trà", "chà"),
        ("sao", "xao"),
        ("dừa", "rừa"),
        ("mũ", "mủ"),
        ("khế", "hế"),
        ("tám", "tán"),
    ]
    assert all(sound_of(one) == sound_of(other) for one, other in pairs)
    apart = ["bà", "cà", "mà", "nà", "nhà", "ngà", "phà", "thà", "tà", "chà", "xà", "gà", "hà", "dà"]
    assert all(sound_of(one) != sound_of(other) for one, other in itertools.combinations(apart, 2))


@given(st.binary(max_size=40))
def test_bytes_come_back(content: bytes) -> None:
    assert bytes_of(words_of(content)) == content


FINGERPRINT = "A1B2 C3D4 E5F6 0718 293A 4B5C 6D7E 8F90"


def test_a_fingerprint_is_typed_in_hex_or_in_words() -> None:
    letters = FINGERPRINT.replace(" ", "")
    words = fingerprint_words(FINGERPRINT)
    assert len(words) == 16
    assert fingerprint_words(FINGERPRINT + " 0000 1111") == words
    numbered = "\n".join(f"{place}. {word}" for place, word in enumerate(words, start=1))
    for typed in (FINGERPRINT, letters.lower(), FINGERPRINT.replace(" ", ":")):
        assert typed_fingerprint(typed) == letters
    for typed in (" ".join(words), "-".join(words), ", ".join(words), fold(" ".join(words)).upper(), numbered):
        assert typed_fingerprint(typed) == letters


def test_a_word_that_is_none_is_named_with_its_place() -> None:
    words = [*fingerprint_words(FINGERPRINT)]
    words[4] = "quýt"
    with pytest.raises(Refusal) as refused:
        typed_fingerprint(" ".join(words))
    assert (refused.value.code, refused.value.params) == ("spoken.unknown_word", {"word": "quýt", "place": 5})


def test_a_recovery_code_is_typed_back_and_its_last_word_finds_mistakes() -> None:
    code = new_recovery_code()
    assert len(code) == 12
    assert recovery_secret("  ".join(fold(each).upper() for each in code)) == fold("-".join(code))
    assert new_recovery_code() != code
    found = set()
    for place in range(12):
        for other in WORDS[:40]:
            wrong = [*code[:place], other, *code[place + 1 :]]
            if other != code[place]:
                try:
                    recovery_secret(" ".join(wrong))
                except Refusal as refusal:
                    found.add(refusal.code)
                    continue
                found.add("accepted")
    assert "recovery.mistyped" in found  # one in 256 other words passes: the code is tried against the file anyway
    for short in ("", " ".join(code[:11]), " ".join((*code, "bò"))):
        with pytest.raises(Refusal, match=r"recovery.wrong_count"):
            recovery_secret(short)

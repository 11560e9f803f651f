"""The readers of strangers' bytes, fed with the fuzzer's seeds and with all that it ever broke them with."""

from pathlib import Path

import pytest

from tests.fuzz.run import CORPUS, READERS
from tests.fuzz.targets import TARGETS, feed

BROKEN = Path(__file__).parent / "broken"
"""Inputs that once raised something else than a refusal, below the name of their reader."""


def _files(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file())


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def test_every_reader_has_its_seeds() -> None:
    assert set(READERS) == set(TARGETS)
    assert sum(each.stat().st_size for each in _files(CORPUS)) < 50_000


@pytest.mark.parametrize("seed", _files(CORPUS), ids=_name)
def test_a_reader_accepts_the_good_seeds_and_refuses_the_others(seed: Path) -> None:
    code = feed(seed.parent.name, seed.read_bytes())
    assert (code == "") is seed.name.startswith("good")
    assert code == "" or code.startswith("package.")


@pytest.mark.parametrize("found", _files(BROKEN), ids=_name)
def test_what_once_broke_a_reader_is_refused(found: Path) -> None:
    assert feed(found.parent.name, found.read_bytes()).startswith("package.")


@pytest.mark.parametrize("reader", READERS)
def test_a_seed_cut_short_or_changed_breaks_no_reader(reader: str) -> None:
    """A hundred places of each good seed; the fuzzer goes on from there."""
    for seed in sorted((CORPUS / reader).glob("good*")):
        raw = seed.read_bytes()
        for at in range(0, len(raw), max(1, len(raw) // 100)):
            assert feed(reader, raw[:at]) != ""
            feed(reader, raw[:at] + bytes((raw[at] ^ 0x80,)) + raw[at + 1 :])

"""The window ended by SIGKILL while somebody types: what was typed longer ago than promised is there.

    python -m tests.faults.test_typing_killed 30     as often as one likes, with the program's own times

In the suite everything goes five times as fast.
"""

import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.domain.dates import format_date
from desktop.domain.errors import Refusal
from desktop.services.entry.dotted_fields import field_value
from desktop.services.entry.drafts import AT_MOST_SECONDS, LOOK_EVERY_SECONDS, interrupted_drafts
from desktop.services.entry.edit_dossier import new_dossier
from desktop.services.office import Office, create_office, open_office
from desktop.services.rounds.open_round import open_round
from desktop.ui.widgets.reading import read_date
from tests.services.offices import UNIT

ROOT = Path(__file__).parents[2]
_FASTER = 5
Place = tuple[str, str]
"""Id of a dossier and field."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Told:
    """What stood in a field at a moment of the machine's monotonic clock."""

    at: float
    place: Place
    text: str


class Typing:
    """A typist's process on an office of two people."""

    def __init__(self, home: Path, seed: int, faster: float) -> None:
        self._home, self._faster = home, faster
        _make_office(home)
        command = [sys.executable, "-m", "tests.faults.typist", str(home), str(seed), str(LOOK_EVERY_SECONDS / faster)]
        self._notes = home.with_suffix(".told")  # a file: a full pipe would stop the typist
        with self._notes.open("wb") as notes:
            self._process = subprocess.Popen(command, cwd=ROOT, stdout=notes)

    def end_after(self, seconds: float) -> None:
        """Kill it so long after its first word."""
        while not self._notes.stat().st_size and self._process.poll() is None:
            time.sleep(0.02)
        time.sleep(seconds / self._faster)  # the moment of the end is what is tried here
        self._ended = time.monotonic()
        self._process.send_signal(signal.SIGKILL)
        assert self._process.wait() == -signal.SIGKILL, "the program ended by itself"
        told = self._notes.read_text(encoding="utf-8")
        self._told = [_read(line) for line in told.splitlines() if line.endswith("}")]

    def check(self) -> int:
        """Look at what is there when the program is opened again; return how many fields were old enough to count."""
        old = self._ended - AT_MOST_SECONDS / self._faster
        places = {each.place for each in self._told if each.at <= old}
        with closing(open_office(self._home, now=_now)) as office:
            for place in places:
                texts = [each for each in self._told if each.place == place]
                due = [each.text for each in texts if each.at <= old][-1:]
                expected = {_read_out(text) for text in [*due, *(each.text for each in texts if each.at > old)]}
                found = _read_out(_found(office, place))
                assert found in expected, (self._home.name, place, found, expected)
        return len(places)


def _found(office: Office, place: Place) -> str:
    """What the program would show in the field once what was cut off is taken up."""
    dossier_id, field = place
    with office.store.begin() as work:
        value = field_value(work.dossiers.need(dossier_id), field)
    shown = format_date(value) if isinstance(value, date) else value or ""
    drafts = [each.typed for each in interrupted_drafts(office) if each.typed.about == dossier_id]
    typed = [part for draft in drafts for part in draft.parts if part.field == field and part.shown == shown]
    return typed[0].text if typed else shown


def _read_out(text: str) -> str:
    """Half typed and written out in full it is the same."""
    try:
        return format_date(read_date(text, month_allowed=True))
    except Refusal:
        return text


def _read(line: str) -> Told:
    told = json.loads(line)
    return Told(told["at"], (told["who"], told["field"]), told["text"])


def _make_office(home: Path) -> None:
    with closing(create_office(home, UNIT, now=_now)) as office:
        opened = open_round(office, "Đợt 1", "2024-1")
        for _ in range(2):
            new_dossier(office, opened.id)


def _end_some(folder: Path, seeds: Sequence[int], faster: float) -> int:
    """End so many typists, two at a time; return how many fields were looked at."""
    looked = 0
    for pair in batched(seeds):
        running = [Typing(folder / str(seed), seed, faster) for seed in pair]
        for seed, typing in zip(pair, running, strict=True):
            typing.end_after(random.Random(seed).uniform(6, 12))  # noqa: S311 - moments, not secrets
        looked += sum(typing.check() for typing in running)
    return looked


def batched(seeds: Sequence[int]) -> list[Sequence[int]]:
    """Return the seeds in pairs."""
    return [seeds[place : place + 2] for place in range(0, len(seeds), 2)]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_what_was_typed_a_while_ago_outlives_the_end_of_the_program(tmp_path: Path) -> None:
    assert _end_some(tmp_path, (1, 2), _FASTER) >= 2


def main() -> int:
    """End as many as asked for, with the program's own times."""
    kills = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        looked = _end_some(Path(folder), range(kills), 1)
    print(f"{kills} kills, {looked} fields older than {AT_MOST_SECONDS} s, all there")
    return 0


if __name__ == "__main__":
    sys.exit(main())

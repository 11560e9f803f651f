"""The clerk's day ended by SIGKILL at any moment: all that was done longer ago than five seconds is there.

    python -m tests.e2e.test_day_killed 30 [SEED]     so many ends, spread by chance over the whole day

The hand is made a fifth as slow as a person, so that a moment falls into typing as often as into the machine's work.
What the clerk had done stands in the journal, written to the disk before the next act.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.dates import format_date
from desktop.services.entry.drafts import AT_MOST_SECONDS, interrupted_drafts
from desktop.services.office import Office, open_office
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.system.clock import utc_now
from desktop.ui.widgets.reading import read_date
from tests.e2e.screens import screen_of_a_laptop
from tests.e2e.walk.day import ANSWER
from tests.e2e.walk.offices import enrol_today

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "samples" / "don-vi-mau"
PACE = 0.2
_SETTLED = 0.25
"""Seconds between what the disk was told and what the journal says, at most."""


@dataclass
class Ended:
    """One day that was ended: what had been done by when, and when the end came."""

    home: Path
    at: float
    acts: list[dict[str, Any]] = field(default_factory=list)

    @property
    def due(self) -> list[dict[str, Any]]:
        """What has to be there."""
        return [each for each in self.acts if each["at"] <= self.at - AT_MOST_SECONDS + _SETTLED]


class Day:
    """A clerk at work in a process of its own."""

    def __init__(self, folder: Path, screen: str, pace: float = PACE) -> None:
        self._folder = folder
        command = [sys.executable, "-m", "tests.e2e.walk", str(SAMPLE), str(folder), "--pace", str(pace)]
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def end_after(self, seconds: float) -> Ended:
        """Kill it so long after its first act; a day that ended by itself before has to have ended well."""
        journal = self._folder / "journal.jsonl"
        deadline = time.monotonic() + 120
        while not (journal.exists() and journal.stat().st_size) and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(seconds)  # the moment of the end is what is tried here
        at = time.time()
        self._process.send_signal(signal.SIGKILL)
        told, _ = self._process.communicate()
        assert self._process.returncode in {-signal.SIGKILL, 0}, told
        lines = journal.read_text(encoding="utf-8").splitlines()
        return Ended(self._folder / "unit", at, [json.loads(each) for each in lines if each.endswith("}")])

    def whole(self) -> float:
        """Let the day end by itself; return how many seconds lie between its first and its last act."""
        told, _ = self._process.communicate(timeout=600)
        assert self._process.returncode == 0, told
        lines = (self._folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()
        return float(json.loads(lines[-1])["at"] - json.loads(lines[0])["at"])


def check(ended: Ended) -> int:
    """Open the office again and look for all that is due; return how many acts that were."""
    with closing(open_office(ended.home, now=utc_now)) as office:
        with office.store.begin() as work:
            assert work.audit.verify() is None
            rounds = work.rounds.all()
        view = read_round(office, rounds[0].id) if rounds else None
        for act in ended.due:
            assert _is_there(office, view, act, ended), act
    return len(ended.due)


def _is_there(office: Office, view: RoundView | None, act: dict[str, Any], ended: Ended) -> bool:
    """Whether what an act did is in the office now. What a text was typed for stands in the act that follows."""
    if act["what"] == "typed":
        return True
    looks: dict[str, Callable[[RoundView], bool]] = {
        "round": lambda round_view: bool(round_view.round.period == act["period"]),
        "list": lambda round_view: len(round_view.dossiers) == act["people"],
        "field": lambda round_view: _is_in_field(office, round_view, act),
        "scan": lambda round_view: _has_scans(round_view, act["number"]),
        "answer": lambda round_view: _is_answered(round_view, act["code"]),
        "printed": lambda round_view: round_view.context.printed is not None,
        "sent": lambda round_view: _is_sent(office, round_view, ended.home.parent / "goi" / act["package"]),
    }
    return view is not None and looks[act["what"]](view)


def _has_scans(view: RoundView, number: str) -> bool:
    return any(each.number == number and each.attachments for each in view.approvals.values())


def _is_in_field(office: Office, view: RoundView, act: dict[str, Any]) -> bool:
    dossier = view.dossier(act["person"])
    if dossier is None:
        return False
    approval = view.approval_of(dossier)
    birth = dossier.person.birth
    shown = {
        "person.citizen_id": dossier.person.citizen_id,
        "leave_on": format_date(dossier.leave_on) if dossier.leave_on else "",
        "person.birth": birth.shown if birth else "",
        "person.sex": {"male": "Nam", "female": "Nữ"}.get(str(dossier.person.sex), ""),
        "approval_id": approval.number if approval else "",
        "checked_against_book": "true" if dossier.career.checked_against_book else "",
    }[act["name"]]
    typed = [
        part.text for each in interrupted_drafts(office) if each.typed.about == dossier.id for part in each.typed.parts
    ]
    return _read_out(act["value"]) in {_read_out(shown), shown.partition("/")[0]} or act["value"] in typed


def _read_out(text: str) -> str:
    return format_date(read_date(text, month_allowed=True)) if text.count("/") == 2 and "Q" not in text else text


def _is_answered(view: RoundView, code: str) -> bool:
    answers = [answer for each in view.dossiers for answer in each.justifications]
    return any(each.finding_key.startswith(f"{code}/") and each.text == ANSWER for each in answers)


def _is_sent(office: Office, view: RoundView, package: Path) -> bool:
    with office.store.begin() as work:
        sent = work.submissions.all()
    return package.exists() and any(each.file_name == package.name for each in sent)


@contextmanager
def _offices(folder: Path) -> Iterator[Path]:
    """The two offices, made once and copied for every day."""
    enrol_today(folder / "made")
    yield folder / "made"


def end_some(folder: Path, moments: Sequence[float], at_once: int = 2) -> list[int]:
    """End a day at each of these moments; return for each how many acts were due and there."""
    looked = []
    with ExitStack() as stack:
        made = stack.enter_context(_offices(folder))
        screens = [stack.enter_context(screen_of_a_laptop()) for _ in range(at_once)]
        for start in range(0, len(moments), at_once):
            days = []
            for place, _ in enumerate(moments[start : start + at_once]):
                home = folder / f"day-{start + place}"
                shutil.copytree(made, home)
                days.append(Day(home, screens[place]))
            for day, moment in zip(days, moments[start : start + at_once], strict=True):
                looked.append(check(day.end_after(moment)))
                print(f"  ended after {moment:.1f} s: {looked[-1]} acts due, all there", flush=True)
    return looked


@pytest.mark.tool("Xvfb")
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.timeout(300)
def test_a_day_that_is_ended_loses_five_seconds_at_most(tmp_path: Path) -> None:
    (looked,) = end_some(tmp_path, [11.0], at_once=1)
    assert looked >= 1


def main() -> int:
    """Measure a whole day, then end as many as asked for."""
    kills, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with screen_of_a_laptop() as screen:
            enrol_today(folder / "whole")
            seconds = Day(folder / "whole", screen).whole()
        print(f"a whole day, from the first act to the last: {seconds:.1f} s", flush=True)
        looked = end_some(folder, [chance.uniform(0, seconds) for _ in range(kills)])
    print(f"{kills} ends by SIGKILL, {sum(looked)} acts older than {AT_MOST_SECONDS} s looked for, all there")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The program ended by SIGKILL at the moments at which the disk has just changed, in every flow."""

import shutil
from contextlib import nullcontext
from pathlib import Path

import pytest

from desktop.cli import main
from tests.faults.conftest import Warm
from tests.faults.flows import FLOWS, Flow, command_of
from tests.faults.small import small_files
from tests.faults.state import State, check_whole, rows_of, start, state_of
from tests.faults.warm import quiet

_FEWEST = {
    "send": 18,
    "send in parts": 25,
    "package in": 10,
    "first part in": 8,
    "last part in": 21,
    "draft in": 10,
    "receipt make": 36,
    "receipt in": 10,
    "package open": 8,
    "decision in": 9,
    "policy publish": 12,
    "certificate issue": 13,
    "trust create": 39,
    "key create": 16,
}
"""So many ends there are at least, over 200 in all; the same moment counts in each flow in which it comes."""


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_what_was_ended_anywhere_is_not_begun_or_done_and_can_be_done(
    flow: Flow, staged: Path, warm_process: Warm, tmp_path: Path
) -> None:
    folder, kept = tmp_path / "offices", tmp_path / "kept"
    shutil.copytree(staged / flow.stage, folder)
    run = warm_process.ask(
        "killed", folder=str(folder), kept=str(kept), arguments=command_of(flow, folder), small=flow.small
    )
    assert run["code"] == 0, run["said"]
    assert run["strays"] == [], "nothing is written outside the profile and the folder asked for"
    assert len(run["ends"]) >= _FEWEST.get(flow.name, 1)
    aftermath = Aftermath(flow, staged / flow.stage)
    for end in run["ends"]:
        shutil.rmtree(folder)
        (kept / end).rename(folder)
        aftermath.check(folder, end)


class Aftermath:
    """What is looked at once the program was ended and started again."""

    def __init__(self, flow: Flow, stage: Path) -> None:
        self._flow = flow
        self._before = state_of(stage)
        self._lengths = {table: len(rows) for table, rows in rows_of(stage / flow.home).items()}
        self._gone_on_from: list[object] = []

    def check(self, folder: Path, where: str) -> None:
        start(folder / self._flow.home)
        if self._is_done(folder, where):
            self._check_done(folder, where)
            return
        state = state_of(folder)
        if not self._flow.steps:
            assert _but_for_departures(state) == _but_for_departures(self._before), where
            assert state.profiles == self._before.profiles, where
            assert {name for name in state.stick if not name.endswith(".part")} == set(self._before.stick), where
        if state.shape not in self._gone_on_from:
            self._gone_on_from.append(state.shape)
            self._go_on(folder, where)

    def _go_on(self, folder: Path, where: str) -> None:
        flow = self._flow
        with quiet() as said, small_files() if flow.small else nullcontext():
            code = main(command_of(flow, folder))
            if code and flow.instead:
                code = main(command_of(flow, folder, flow.instead))
        assert code == 0, (where, said.getvalue())
        assert self._is_done(folder, where), where
        self._check_done(folder, where)

    def _check_done(self, folder: Path, where: str) -> None:
        check_whole(folder / self._flow.home)
        assert not list((folder / "usb").glob("*.part")), where

    def _is_done(self, folder: Path, where: str) -> bool:
        """Whether stores and stick hold what they should; registers and stick must tell the same."""
        flow, rows = self._flow, rows_of(folder / self._flow.home)
        signs = [len(rows[table]) == self._lengths[table] + 1 for table in flow.stored]
        signs += [bool(list((folder / "usb").glob(flow.written)))] if flow.written else []
        settings = dict(rows.get("settings", ()))
        signs += [settings.get(flow.setting[0], "") >= flow.setting[1]] if flow.setting[0] else []
        assert flow.steps or len(set(signs)) == 1, (where, signs)
        return all(signs)


def _but_for_departures(state: State) -> object:
    """Return all rows but those that say that a number was reserved for nothing, which stays taken."""
    return {
        home: {
            table: [row for row in found if not (table == "audit_entries" and row[3].startswith("departure."))]
            for table, found in rows.items()
            if table not in {"departures", "audit_head"}
        }
        for home, rows in state.rows.items()
    }

"""Stages that all workers of a run share, and for each worker a warm process that runs the program."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults import stages, warm
from tests.made_once import made_once
from tests.services.packages.offices import Clock

ROOT = Path(__file__).parents[2]


class Warm:
    """The warm process: `ask` gives it a job and returns its answer."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.faults.warm"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def ask(self, job: str, **more: object) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"job": job, **more}) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        if "PermissionError" in answer.get("fault", ""):
            pytest.skip("this machine lets a test mount no disk and become nobody else")
        assert "fault" not in answer, answer["fault"]
        return answer

    def end(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="session")
def warm_process() -> Iterator[Warm]:
    process = Warm()
    yield process
    process.end()


@pytest.fixture(scope="session")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all stages."""

    def make(folder: Path) -> None:
        folder.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            _play(patch)
            stages.make(folder)

    return made_once(tmp_path_factory, "fault-stages", make)


@pytest.fixture(autouse=True)
def played(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give passphrases and clock of the stages to the program in this process."""
    _play(monkeypatch)


def _play(patch: pytest.MonkeyPatch) -> None:
    for name, secret in warm.SECRETS.items():
        patch.setenv(name, secret)
    patch.setattr("desktop.cli.arguments.utc_now", Clock())
    patch.setattr("desktop.cli.office_commands.utc_now", Clock())

import sys
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.system import resources
from desktop.system.clock import utc_now
from desktop.system.paths import crash_folder, log_folder, profile_home


def test_the_profile_lies_where_the_variable_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TINHGIAN_HOME", str(tmp_path / "hồ sơ"))
    assert profile_home() == tmp_path / "hồ sơ"
    assert not profile_home().exists()
    assert log_folder(profile_home()).parent == crash_folder(profile_home()).parent == profile_home()


def test_else_it_lies_in_the_users_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TINHGIAN_HOME")
    assert profile_home().name == "TinhGian"
    assert profile_home().is_relative_to(Path.home())


def test_the_clock_tells_utc() -> None:
    assert utc_now().utcoffset() == timedelta(0)


def test_shipped_files_are_found() -> None:
    assert resources.resource("fonts", "NotoSans-Regular.ttf").is_file()
    assert resources.resource() == Path(sys.modules["desktop"].__path__[0]).parent / "resources"

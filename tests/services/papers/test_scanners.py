"""Scanning through SANE with its own test device, and what is said where there is none."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from desktop.domain.errors import Refusal
from desktop.services.papers.scanners import NoScanner, SaneScanner, system_scanner
from desktop.services.papers.wia_scanner import WiaScanner, _nothing_or_refused
from tests.tools import program


@pytest.fixture
def sane() -> None:
    program("scanimage")


def never() -> bool:
    return False


@pytest.mark.usefixtures("sane")
def test_sanes_test_device_scans_one_page_at_200_dpi(tmp_path: Path) -> None:
    (page,) = SaneScanner("test").scan(tmp_path, never)
    with Image.open(page) as picture:
        assert picture.mode == "L"
        assert picture.width == pytest.approx(80 / 25.4 * 200, abs=2)  # the device's own paper is 80 mm wide


@pytest.mark.usefixtures("sane")
def test_a_device_that_is_not_there_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"scanner\.failed"):
        SaneScanner("khong-co:0").scan(tmp_path, never)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("sane")
def test_stopping_ends_the_scan(tmp_path: Path) -> None:
    slow = SaneScanner("test").scan(tmp_path, lambda: True)
    assert len(slow) <= 1  # it may have been done before anybody looked


def test_without_the_command_it_is_said_which_package_brings_it(tmp_path: Path) -> None:
    scanner = SaneScanner(command="khong-co-lenh-nay")
    missing = scanner.missing()
    assert missing is not None
    assert missing.code == "scanner.sane_missing"
    with pytest.raises(Refusal, match=r"scanner\.sane_missing"):
        scanner.scan(tmp_path, never)
    with pytest.raises(Refusal, match=r"scanner\.missing"):
        NoScanner().scan(tmp_path, never)


@pytest.mark.skipif(sys.platform == "win32", reason="there the dialog would open")
def test_windows_way_is_not_offered_without_its_part(tmp_path: Path) -> None:
    missing = WiaScanner().missing()
    assert missing is not None
    assert missing.code == "scanner.wia_missing"
    assert isinstance(system_scanner(), SaneScanner | NoScanner)


class _Image:
    FileExtension = "png"

    def SaveFile(self, name: str) -> None:  # noqa: N802 - WIA's name
        Path(name).write_bytes(b"\x89PNG")


def _wia(devices: int, image: object) -> Callable[[str], Any]:
    """What WIA's objects look like to the program; the real ones are on Windows alone."""

    class Devices:
        Count = devices

    class Manager:
        DeviceInfos = Devices()

    class Dialog:
        def ShowAcquireImage(self, *given: object) -> object:  # noqa: N802 - WIA's name
            assert given[:3] == (1, 2, 0x20000)
            return image

    return lambda name: {"WIA.DeviceManager": Manager(), "WIA.CommonDialog": Dialog()}[name]


def test_what_the_windows_dialog_gives_back_is_saved_or_is_nothing(tmp_path: Path) -> None:
    (saved,) = WiaScanner._acquired(_wia(1, _Image()), tmp_path)
    assert saved.read_bytes() == b"\x89PNG"
    assert WiaScanner._acquired(_wia(1, None), tmp_path) == ()
    with pytest.raises(Refusal, match=r"scanner\.no_device"):
        WiaScanner._acquired(_wia(0, None), tmp_path)
    assert _nothing_or_refused(0x80210064) == ()
    for code, told in ((0x80210015, "no_device"), (0x80210006, "failed")):
        with pytest.raises(Refusal, match=rf"scanner\.{told}"):
            _nothing_or_refused(code)

"""Choosing a token in the window, and typing its PIN while the work waits."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.exchange.signing.token_driver import TokenInfo
from desktop.services.keys.key_places import IN_FILE
from desktop.services.keys.signing_state import signing_state
from desktop.services.keys.token_survey import Driver
from desktop.services.office import create_office
from desktop.ui.pages.first_run.key_step import KeysStep
from desktop.ui.pages.first_run.window import FirstRun
from desktop.ui.pages.key_place import KeyPlaceBox
from desktop.ui.pages.trust import TrustPage
from desktop.ui.pin_prompt import PinPrompt
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.offices import UNIT, UNIT_PASSPHRASE, Clock
from tests.token_box import PIN, TokenBox, token_box
from tests.ui.keyboard import type_text
from tests.ui.pages.conftest import Watched
from tests.ui.recording import RecordingMessages


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TokenBox]:
    with token_box(tmp_path / "box", monkeypatch) as made:
        yield made


@pytest.fixture
def token(box: TokenBox) -> TokenInfo:
    made = box.add("UBH-01")
    box.tool(made, "--keypairgen", "--key-type", "RSA:2048", "--id", "07", "--label", "có sẵn")
    return made


def choose_token(qtbot: QtBot, place: KeyPlaceBox, token: TokenInfo) -> None:
    QTest.keyClick(place.on_token, Qt.Key.Key_Space)
    place.take_driver(Driver(token.driver, "SoftHSM"))
    qtbot.waitUntil(lambda: place.keys.count() > 0, timeout=20_000)


def test_file_or_token_is_chosen(
    qtbot: QtBot, tasks: Tasks, messages: RecordingMessages, box: TokenBox, token: TokenInfo
) -> None:
    place = KeyPlaceBox(tasks, messages)
    qtbot.addWidget(place)
    place.show()
    assert place.choice() == IN_FILE
    assert not place.fields.isVisible()
    choose_token(qtbot, place, token)
    shown = [place.keys.itemText(at) for at in range(place.keys.count())]
    assert shown == ["UBH-01: tạo khóa mới trên thẻ", "UBH-01: khóa có sẵn “có sẵn” (RSA 2048)"]
    assert place.choice() is None
    place.keys.setCurrentIndex(1)
    chosen = place.choice()
    assert chosen is not None
    assert (chosen.serial, chosen.key_id) == (token.serial, "07")
    box.pull_out()
    place.look.click()
    qtbot.waitUntil(lambda: "Chưa thấy thẻ nào" in place.told.text(), timeout=20_000)
    assert place.choice() is None


def answer(qtbot: QtBot, pins: PinPrompt, typed: str) -> None:
    """Type into the dialog that asks for the PIN, or close it."""
    qtbot.waitUntil(lambda: pins.dialog is not None, timeout=20_000)
    assert pins.dialog is not None
    edit = pins.dialog.findChild(QLineEdit)
    assert isinstance(edit, QLineEdit)
    QTest.keyClicks(edit, typed)
    QTest.keyClick(edit, Qt.Key.Key_Return if typed else Qt.Key.Key_Escape)


@pytest.mark.parametrize("typed", [PIN, ""])
def test_a_key_is_made_on_a_token_once_the_pin_was_typed(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    tasks: Tasks,
    messages: RecordingMessages,
    box: TokenBox,
    token: TokenInfo,
    tmp_path: Path,
    typed: str,
) -> None:
    pins = PinPrompt()
    office = replace(create_office(tmp_path / "unit", UNIT, now=Clock()), ask_pin=pins)
    try:
        page = TrustPage(office, tasks, messages)
        heard = Watched(page, qtbot)
        key = page.steps.key
        choose_token(qtbot, key.place, token)
        key.place.keys.setCurrentIndex(0)
        QTest.keyClicks(key.passphrase, UNIT_PASSPHRASE)
        assert not key.make.isEnabled()
        QTest.keyClicks(key.again, UNIT_PASSPHRASE)
        QTest.keyClick(key.make, Qt.Key.Key_Space)
        answer(qtbot, pins, typed)
        qtbot.waitUntil(lambda: len(heard.banners) == 1, timeout=20_000)
        assert heard.tones == ["ok" if typed else "error"]
        assert signing_state(office).token == ("UBH-01" if typed else "")
        assert ("UBH-01" in key.secrets.text()) == (typed != "")
        assert page.doctor.try_pin.isVisible() == (typed != "")
        if typed:
            page.doctor.try_pin.click()
            answer(qtbot, pins, "000000")
            qtbot.waitUntil(lambda: _found(page, "token.pin_wrong_few"), timeout=20_000)
            box.pull_out()
            page.doctor.again.click()
            qtbot.waitUntil(lambda: _found(page, "token.absent"), timeout=20_000)
    finally:
        tasks.finish()
        office.close()


def _found(page: TrustPage, code: str) -> bool:
    return code in {each.code for each in page.doctor.found}


def test_the_first_start_makes_a_key_on_a_token_too(  # noqa: PLR0917 - fixtures
    qtbot: QtBot, theme: Theme, tasks: Tasks, messages: RecordingMessages, token: TokenInfo, tmp_path: Path
) -> None:
    pins = PinPrompt()
    window = FirstRun(tmp_path / "first", Clock(), tasks, messages, ask_pin=pins)
    theme.dress(window)
    qtbot.addWidget(window)
    window.show()
    step = window.office_step
    for edit, text in ((step.code, UNIT.unit.code), (step.name, UNIT.unit.name), (step.operator, UNIT.operator)):
        type_text(edit, text)
    QTest.keyClick(window.next, Qt.Key.Key_Return)
    keys = window.current
    assert isinstance(keys, KeysStep)
    choose_token(qtbot, keys.key.place, token)
    keys.key.place.keys.setCurrentIndex(0)
    for edit in (keys.key.passphrase, keys.key.again):
        type_text(edit, "bon tu khong lien quan")
    QTest.keyClick(keys.key.again, Qt.Key.Key_Return)
    answer(qtbot, pins, PIN)
    qtbot.waitUntil(lambda: keys.done, timeout=20_000)
    office = window.office
    assert office is not None
    assert signing_state(office).token == token.label
    tasks.finish()
    office.close()

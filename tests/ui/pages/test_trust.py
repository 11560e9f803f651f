"""Keys and trust by keyboard: the office of a unit and Sở Tài chính's find each other through files."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.keys.certificates import renew_trust
from desktop.services.keys.own_fingerprint import own_fingerprint
from desktop.services.keys.signing_doctor import diagnose
from desktop.services.keys.signing_state import signing_state
from desktop.services.keys.trust_files import install_trust
from desktop.services.office import create_office
from desktop.ui.pages.trust import TrustPage
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message
from tests.government import NAME, Government
from tests.services.offices import FINANCE, ROOT_PASSPHRASE, UNIT, UNIT_PASSPHRASE, Clock, Desks
from tests.ui.pages.conftest import Watched
from tests.ui.recording import RecordingMessages


def _told(qtbot: QtBot, watched: Watched, count: int) -> None:
    qtbot.waitUntil(lambda: len(watched.banners) == count, timeout=20_000)


def test_from_nothing_to_trust_by_pages_alone(  # noqa: PLR0915 - the whole way, step after step
    qtbot: QtBot, tasks: Tasks, messages: RecordingMessages, tmp_path: Path
) -> None:
    clock = Clock()
    unit = create_office(tmp_path / "unit", UNIT, now=clock)
    finance = create_office(tmp_path / "finance", FINANCE, now=clock)
    mail = tmp_path / "mail"
    mail.mkdir()
    try:
        unit_page, finance_page = TrustPage(unit, tasks, messages), TrustPage(finance, tasks, messages)
        heard_unit, heard_finance = Watched(unit_page, qtbot), Watched(finance_page, qtbot)
        assert unit_page.count() == (0, True)
        messages.paths = (mail,)

        setup = finance_page.steps.setup
        setup.folder.button.click()
        for edit in (setup.root_typed.first, setup.root_typed.again):
            assert not setup.make.isEnabled()
            QTest.keyClicks(edit, "mat-khau-cua-goc")
        for edit in (setup.key_typed.first, setup.key_typed.again):
            assert not setup.make.isEnabled()
            QTest.keyClicks(edit, "mat-khau-cua-khoa")
        QTest.keyClick(setup.make, Qt.Key.Key_Space)
        _told(qtbot, heard_finance, 1)
        assert heard_finance.tones == ["ok"]
        root = signing_state(finance).root_fingerprint
        assert "".join(setup.fingerprint.text().split()) == "".join(root.split())

        key = unit_page.steps.key
        QTest.keyClicks(key.passphrase, UNIT_PASSPHRASE)
        QTest.keyClicks(key.again, "khac")
        assert not key.make.isEnabled()
        key.again.clear()
        QTest.keyClicks(key.again, UNIT_PASSPHRASE)
        QTest.keyClick(key.again, Qt.Key.Key_Return)
        _told(qtbot, heard_unit, 1)
        request = unit_page.steps.request
        request.folder.button.click()
        QTest.keyClicks(request.passphrase, UNIT_PASSPHRASE)
        QTest.keyClick(request.passphrase, Qt.Key.Key_Return)
        _told(qtbot, heard_unit, 2)
        assert request.fingerprint.text() == own_fingerprint(unit) != ""

        issue = finance_page.steps.issue
        messages.paths = (next(mail.glob("dangky-*")),)
        issue.file.button.click()
        assert issue.unit.text() == f"{UNIT.unit.name} ({UNIT.unit.code})"
        messages.paths = (mail,)
        issue.folder.button.click()
        QTest.keyClicks(issue.passphrase, "mat-khau-cua-goc")
        QTest.keyClicks(issue.typed, "AAAA BBBB")
        issue.issue.click()
        _told(qtbot, heard_finance, 2)
        assert heard_finance.tones[-1] == "error"
        issue.typed.setText(request.fingerprint.text())
        issue.issue.click()
        _told(qtbot, heard_finance, 3)
        assert heard_finance.tones[-1] == "ok"

        trust = unit_page.steps.root
        messages.paths = (finance.folder / "trust" / "root.pem",)
        trust.file.button.click()
        QTest.keyClicks(trust.typed, " ".join(root.split()[:8]))
        QTest.keyClick(trust.typed, Qt.Key.Key_Return)
        _told(qtbot, heard_unit, 3)
        pack = unit_page.steps.pack
        messages.paths = (max(mail.glob("tincay-*")),)
        pack.file.button.click()
        QTest.keyClick(pack.install, Qt.Key.Key_Space)
        _told(qtbot, heard_unit, 4)
        assert heard_unit.tones == ["ok"] * 4
        assert signing_state(unit).can_sign
        assert unit_page.count() == (0, False)
        assert UNIT.unit.name in pack.units.text()
    finally:
        tasks.finish()
        unit.close()
        finance.close()


@pytest.mark.parametrize("typed", ["1725", "0000 0000 0000 0000 0000 0000 0000 0000"])
def test_a_wrong_or_short_fingerprint_of_the_root_is_refused(  # noqa: PLR0917 - fixtures
    qtbot: QtBot, enrolled: Desks, tasks: Tasks, messages: RecordingMessages, tmp_path: Path, typed: str
) -> None:
    fresh = create_office(tmp_path / "fresh", UNIT, now=enrolled.clock)
    try:
        page = TrustPage(fresh, tasks, messages)
        watched = Watched(page, qtbot)
        messages.paths = (enrolled.finance.folder / "trust" / "root.pem",)
        page.steps.root.file.button.click()
        QTest.keyClicks(page.steps.root.typed, typed)
        QTest.keyClick(page.steps.root.typed, Qt.Key.Key_Return)
        _told(qtbot, watched, 1)
        assert watched.tones == ["error"]
        assert signing_state(fresh).root_fingerprint == ""
    finally:
        tasks.finish()
        fresh.close()


def test_a_revoked_certificate_is_told_on_the_pages_of_both_offices(
    qtbot: QtBot, enrolled: Desks, tasks: Tasks, messages: RecordingMessages
) -> None:
    page = TrustPage(enrolled.finance, tasks, messages)
    watched = Watched(page, qtbot)
    assert page.doctor.sentences == (message("doctor.well"),)
    step = page.steps.take_back
    assert not step.revoke.isEnabled()
    messages.paths = (enrolled.mail,)
    step.folder.button.click()
    step.which.setFocus()
    while UNIT.unit.code not in step.which.currentText():
        QTest.keyClick(step.which, Qt.Key.Key_Down)
    QTest.keyClick(step.reason, Qt.Key.Key_Down)
    QTest.keyClicks(step.passphrase, ROOT_PASSPHRASE)
    QTest.keyClick(step.revoke, Qt.Key.Key_Space)
    _told(qtbot, watched, 1)
    assert watched.tones == ["ok"]
    assert UNIT.unit.code not in "".join(step.which.itemText(at) for at in range(step.which.count()))
    install_trust(enrolled.unit, max(enrolled.mail.glob("tincay-*")))
    assert [each.code for each in diagnose(enrolled.unit)] == ["doctor.revoked"]
    at_unit = TrustPage(enrolled.unit, tasks, messages)
    qtbot.addWidget(at_unit)
    assert len(at_unit.doctor.sentences) == 1
    assert "thu hồi" in at_unit.doctor.sentences[0]
    assert at_unit.count() == (0, True)
    assert "Kiểm tra khả năng ký" in at_unit.status()
    tasks.finish()


def test_the_doctor_tries_a_passphrase_when_asked_to(
    qtbot: QtBot, enrolled: Desks, tasks: Tasks, messages: RecordingMessages
) -> None:
    page = TrustPage(enrolled.unit, tasks, messages)
    Watched(page, qtbot)
    assert not page.doctor.try_pin.isVisible()
    messages.secret = UNIT_PASSPHRASE.upper()
    QTest.keyClick(page.doctor.try_passphrase, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [each.code for each in page.doctor.found] == ["key.wrong_passphrase"], timeout=20_000)
    assert page.count() == (0, True)
    messages.secret = UNIT_PASSPHRASE
    QTest.keyClick(page.doctor.try_passphrase, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.doctor.sentences == (message("doctor.well"),), timeout=20_000)
    tasks.finish()


def test_a_certificate_that_runs_out_is_renewed_on_the_pages_of_both_offices(
    qtbot: QtBot, enrolled: Desks, tasks: Tasks, messages: RecordingMessages
) -> None:
    page = TrustPage(enrolled.unit, tasks, messages)
    heard = Watched(page, qtbot)
    assert not page.renew.isVisible()
    enrolled.clock.pass_days(700)
    install_trust(enrolled.unit, renew_trust(enrolled.finance, ROOT_PASSPHRASE, enrolled.mail).path)
    page.refresh(None)
    assert page.renew.isVisible()
    messages.paths = (enrolled.mail,)
    page.renew.folder.button.click()
    QTest.keyClicks(page.renew.passphrase, UNIT_PASSPHRASE)
    QTest.keyClick(page.renew.passphrase, Qt.Key.Key_Return)
    _told(qtbot, heard, 1)
    assert heard.tones == ["ok"]
    assert signing_state(enrolled.unit).renewing
    assert message("doctor.renewal_waits") in page.doctor.sentences
    finance = TrustPage(enrolled.finance, tasks, messages)
    heard_finance = Watched(finance, qtbot)
    issue = finance.steps.issue
    messages.paths = (max(enrolled.mail.glob("dangky-*"), key=lambda each: each.stat().st_mtime),)
    issue.file.button.click()
    assert "Gia hạn" in issue.about.text()
    messages.paths = (enrolled.mail,)
    issue.folder.button.click()
    QTest.keyClicks(issue.passphrase, ROOT_PASSPHRASE)
    QTest.keyClick(issue.issue, Qt.Key.Key_Space)
    _told(qtbot, heard_finance, 1)
    assert heard_finance.tones == ["ok"]
    install_trust(enrolled.unit, max(enrolled.mail.glob("tincay-*")))
    page.refresh(None)
    assert page.doctor.sentences == (message("doctor.well"),)
    assert not page.renew.isVisible()
    tasks.finish()


def test_an_authority_is_added_on_the_page_of_so_tai_chinh(
    qtbot: QtBot, enrolled: Desks, tasks: Tasks, messages: RecordingMessages
) -> None:
    government = Government.named()
    (enrolled.mail / "ca.cer").write_bytes(government.der)
    page = TrustPage(enrolled.finance, tasks, messages)
    heard = Watched(page, qtbot)
    step = page.steps.authority
    messages.paths = (enrolled.finance.folder / "keys" / "signing-key.pem",)
    step.file.button.click()
    assert heard.tones == ["error"]
    assert step.file.path is None
    messages.paths = (enrolled.mail / "ca.cer",)
    step.file.button.click()
    assert NAME in step.name.text()
    messages.paths = (enrolled.mail,)
    step.folder.button.click()
    QTest.keyClicks(step.typed, government.fingerprint)
    assert not step.add.isEnabled()
    QTest.keyClicks(step.secret.edit, ROOT_PASSPHRASE)
    QTest.keyClick(step.add, Qt.Key.Key_Space)
    _told(qtbot, heard, 2)
    assert heard.tones == ["error", "ok"]
    assert NAME in step.known.text()
    tasks.finish()

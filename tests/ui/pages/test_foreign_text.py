"""What strangers wrote, on each page of Sở Tài chính: nothing hidden, nothing that acts; the store keeps it all."""

import json
import unicodedata
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app import Tools, build_shell
from desktop.domain.rounds import Direction
from desktop.services.arrivals.receive_package import receive_submission
from desktop.ui.shell.window import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.packages.conftest import offices, template  # noqa: F401 - fixtures
from tests.services.packages.hostile_names import EVIL, hostile
from tests.services.packages.offices import PERSON, Offices
from tests.ui.recording import RecordingMessages
from tests.ui.seen_texts import seen_texts

HIDDEN_KINDS = {"Cf", "Cs", "Zl", "Zp"}


@pytest.fixture
def shell(
    qtbot: QtBot,
    offices: Offices,  # noqa: F811 - the fixture
    theme: Theme,
    tasks: Tasks,
    messages: RecordingMessages,
) -> Iterator[Shell]:
    receive_submission(offices.finance, offices.send((PERSON,), change=hostile))
    made = build_shell(offices.finance, Tools(theme, messages, tasks))
    qtbot.addWidget(made)
    made.resize(1366, 740)
    made.show()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    yield made
    tasks.finish()


def _hidden_in(text: str) -> set[str]:
    return {
        f"U+{ord(each):04X}"
        for each in text
        if unicodedata.category(each) in HIDDEN_KINDS or (unicodedata.category(each) == "Cc" and each not in "\n\t")
    }


def test_no_page_shows_what_is_hidden_or_acts(shell: Shell, qtbot: QtBot, tasks: Tasks) -> None:
    found = set()
    seen = 0
    for page_id in shell.page_ids:
        shell.show_page(page_id)
        qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
        QApplication.processEvents()
        for where, text in seen_texts(shell):
            seen += "nễyugN" in text
            if hidden := _hidden_in(text):
                found.add((page_id, where, " ".join(sorted(hidden)), text[:40]))
        for label in shell.findChildren(QLabel):
            if label.textFormat() is Qt.TextFormat.AutoText and "<b>đậm" in label.text():
                found.add((page_id, label.accessibleName(), "markup", label.text()[:40]))
        assert shell.width() == 1366, page_id
    assert not found, "\n".join(map(str, sorted(found)))
    assert seen > 3


def test_the_store_keeps_each_letter(offices: Offices) -> None:  # noqa: F811 - the fixture
    receive_submission(offices.finance, offices.send((PERSON,), change=hostile))
    with offices.finance.store.begin() as work:
        (submission,) = work.submissions.all(Direction.RECEIVED)
        (sent,) = work.submissions.dossiers(submission.id)
    assert json.loads(sent.record)["person"]["full_name"] == EVIL
    assert submission.round_name == EVIL

"""Of several receipts one that cannot be made holds back no other, and is told beside those that were made."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.domain.rounds import Direction
from desktop.services.arrivals.make_receipts import make_receipts
from desktop.system.crash import CrashReports
from desktop.ui.pages.receipt_making import ReceiptMaking
from desktop.ui.pages_base import Banner
from desktop.ui.tasks import Tasks
from desktop.ui.widgets.looks import Tone
from tests.services.offices import FINANCE_PASSPHRASE, Desks
from tests.ui.recording import RecordingMessages


def _received(desks: Desks) -> str:
    with desks.finance.store.begin() as work:
        (submission,) = work.submissions.all(Direction.RECEIVED)
    return submission.id


def test_the_rest_is_made_and_all_is_told(received: Desks, qtbot: QtBot, tmp_path: Path) -> None:
    messages, owner = RecordingMessages(), QObject()
    tasks = Tasks(messages, CrashReports(tmp_path / "reports", "0", lambda: datetime.now(UTC)))
    making = ReceiptMaking(received.finance, tasks, messages, owner)
    qtbot.addWidget(making.panel)
    said: list[Banner] = []
    making.said.connect(said.append)
    making.panel.wanted.emit(("không-có-gói-này", _received(received)), received.mail, FINANCE_PASSPHRASE)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    tasks.finish()
    assert said[0].tone is Tone.ERROR
    assert said[0].text.startswith("Đã lập 1 phiếu tiếp nhận")
    assert "không-có-gói-này: chưa lập được." in said[0].text


def test_a_refused_key_is_not_tried_again(received: Desks) -> None:
    ids = (_received(received),) * 3
    done = make_receipts(received.finance, ids, received.mail, "sai", report=lambda *_: None, cancelled=lambda: False)
    assert (len(done.made), len(done.failed), done.left) == (0, 1, 2)

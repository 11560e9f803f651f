"""A large package on its way in: the bar moves, and Cancel leaves nothing behind."""

import os
from hashlib import sha256
from pathlib import Path

import msgspec
from pytestqt.qtbot import QtBot

from desktop.exchange.container.contents import Enclosure
from desktop.services.appraisal.appraise import inbox
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.formats.records_out import record_digest
from desktop.ui.pages.inbox import InboxPage
from desktop.ui.tasks import Tasks
from tests.services.packages.conftest import offices, template  # noqa: F401 - fixtures
from tests.services.packages.offices import Offices
from tests.ui.pages.conftest import Watched
from tests.ui.recording import RecordingMessages


def _large(offices: Offices, folder: Path) -> Path:  # noqa: F811 - the fixture's value
    """Send a person with a scan of twenty megabytes."""
    scan = folder / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4\n" + os.urandom(20_000_000))
    digest = sha256(scan.read_bytes()).hexdigest()

    def change(document: SubmissionDocument) -> SubmissionDocument:
        attachment = msgspec.structs.replace(document.attachments[0], sha256=digest, size=scan.stat().st_size)
        approvals = tuple(msgspec.structs.replace(each, attachments=(digest,)) for each in document.approvals)
        (one,) = document.people
        approval = msgspec.structs.replace(one.record.approval, attachments=(digest,))
        record = msgspec.structs.replace(one.record, approval=approval)
        person = msgspec.structs.replace(one, record=record, record_sha256=record_digest(record))
        return msgspec.structs.replace(document, attachments=(attachment,), approvals=approvals, people=(person,))

    enclosure = Enclosure(scan, "Quyết định.pdf", "application/pdf", digest, "approval")
    return offices.send(change=change, enclosures=(enclosure,), remember=False)


def test_cancel_leaves_nothing_and_the_same_package_is_taken_in_afterwards(
    qtbot: QtBot,
    offices: Offices,  # noqa: F811 - the fixture
    tasks: Tasks,
    messages: RecordingMessages,
    tmp_path: Path,
) -> None:
    package = _large(offices, tmp_path)
    page = InboxPage(offices.finance, tasks, messages)
    watched = Watched(page, qtbot)
    before = sorted(offices.finance.folder.rglob("*"))
    with qtbot.waitSignal(tasks.cancelled, timeout=20_000):
        page.receive((package,))
        tasks._jobs[0].progress.cancel()
    assert (inbox(offices.finance), page.table.records.rowCount(), watched.banners) == ((), 0, [])
    left = [each for each in sorted(offices.finance.folder.rglob("*")) if each.suffix not in {"", ".db-wal", ".db-shm"}]
    assert set(left) <= set(before)

    page.receive((package,))
    progress, steps = tasks._jobs[0].progress, set()

    def arrived() -> bool:
        steps.add(progress.reached.done)
        return bool(watched.banners)

    qtbot.waitUntil(arrived, timeout=20_000)
    assert watched.tones == ["ok"]
    assert progress.reached.done >= 0.99 * progress.reached.total > 0
    assert len(steps) > 1
    assert page.table.records.rowCount() == 1

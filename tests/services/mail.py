"""What goes over the memory stick: real packages, and ones that a program with a fault, or a thief, would write."""

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from desktop import __version__
from desktop.domain.rounds import PolicyRef
from desktop.exchange.container.contents import PackageContents, WrittenPackage
from desktop.exchange.container.writer import write_package
from desktop.exchange.kinds import PackageKind
from desktop.services.appraisal.export_decision import export_decision
from desktop.services.appraisal.received_view import ReceivedView, read_received
from desktop.services.formats.packages import SubmissionDocument, SubmittedRecord
from desktop.services.formats.records_out import canonical, record_digest
from desktop.services.keys.signing_state import open_signer
from desktop.services.keys.trust_files import trust_of
from desktop.services.rounds.round_view import read_round
from desktop.services.sending.export_submission import Sent, export_submission
from desktop.services.sending.submission_document import submission_document
from tests.services.offices import FINANCE, FINANCE_PASSPHRASE, UNIT, UNIT_PASSPHRASE, Desks

Change = Callable[[SubmittedRecord], SubmittedRecord]


def send(desks: Desks, **options: Any) -> Sent:
    """Let the unit send its round, in plain unless told otherwise."""
    options = {"plain": True, **options}
    return export_submission(
        desks.unit, desks.round.id, desks.mail, UNIT_PASSPHRASE, recipient=FINANCE.unit.code, **options
    )


def answer(desks: Desks, received: ReceivedView) -> WrittenPackage:
    """Let Sở Tài chính send what it decided, in plain."""
    return export_decision(desks.finance, received, desks.mail, FINANCE_PASSPHRASE, plain=True)


def submission_in(desks: Desks) -> Path:
    """Return the submission that lies on the memory stick."""
    (found,) = desks.mail.glob("nop-*.asice")
    return found


def received_view(desks: Desks) -> ReceivedView:
    """Return what Sở Tài chính received last, recomputed."""
    with desks.finance.store.begin() as work:
        last = work.submissions.all()[-1]
    return read_received(desks.finance, last.id)


def small_document(desks: Desks, change: Change | None = None, *, people: int = 1) -> SubmissionDocument:
    """Return what a submission of a few of the unit's people without scans would say, each changed as told."""
    view = read_round(desks.unit, desks.round.id)
    whole = submission_document(desks.unit, view, view.dossiers[:people])
    bare = without_scans(whole)
    changed = tuple(change(each) if change else each for each in bare.people)
    return msgspec.structs.replace(bare, people=changed, total=sum(each.amount or 0 for each in changed))


def without_scans(document: SubmissionDocument) -> SubmissionDocument:
    """Return the document with its papers, but without any file of them."""
    people = tuple(_without_scans(each) for each in document.people)
    approvals = tuple(msgspec.structs.replace(each, attachments=()) for each in document.approvals)
    return msgspec.structs.replace(document, people=people, approvals=approvals, attachments=())


def _without_scans(submitted: SubmittedRecord) -> SubmittedRecord:
    approval = submitted.record.approval
    assert approval is not None
    record = msgspec.structs.replace(submitted.record, approval=msgspec.structs.replace(approval, attachments=()))
    return msgspec.structs.replace(submitted, record=record, record_sha256=record_digest(record))


def write_submission(
    desks: Desks, document: SubmissionDocument, *, sequence: int, package_id: str | None = None, issuer: str = ""
) -> Path:
    """Write a signed submission as it would be had the unit sent `sequence` - 1 before; return its path."""
    target = desks.mail / f"viet-{uuid.uuid4().hex}.asice"
    contents = submission_contents(desks, document, sequence=sequence, issuer=issuer)
    write_package(target, contents, open_signer(desks.unit, UNIT_PASSPHRASE), package_id=package_id)
    return target


def submission_contents(
    desks: Desks, document: SubmissionDocument, *, sequence: int = 1, issuer: str = ""
) -> PackageContents:
    """Return what a submission of the unit holds, without files."""
    return PackageContents(
        kind=PackageKind.SUBMISSION,
        issuer_unit=issuer or UNIT.unit.code,
        recipient_unit=FINANCE.unit.code,
        period="2024-2",
        sequence=sequence,
        document=canonical(document),
        created_at=desks.unit.now(),
        app_version=__version__,
        trust_version=trust_of(desks.unit).version,
        policies=tuple(PolicyRef(each.id, each.version, each.sha256) for each in document.policies),
    )

"""A parent unit sends a subordinate unit's package back with a note: in the form of an answer that decides nothing.

The unit's program takes it in like any answer: everybody in the package is returned, can be mended and sent again.
"""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from desktop.domain.errors import Refusal
from desktop.domain.names import compose
from desktop.domain.rounds import Decision, Direction, Outcome, Reason, SentDossier
from desktop.domain.states import DossierState
from desktop.domain.subordinates import Standing
from desktop.exchange.container.contents import PackageContents, WrittenPackage
from desktop.exchange.kinds import PackageKind
from desktop.services.appraisal.export_decision import decision_contents
from desktop.services.appraisal.received_view import read_received
from desktop.services.arrivals.receive_embedded import takes_in_subordinates
from desktop.services.keys.signing_state import open_signer
from desktop.services.office import Office
from desktop.services.parent_units.subordinates import SubordinateItem, open_item
from desktop.services.sending.departures import taking_back
from desktop.services.sending.sealing import seal_for, write_addressed
from desktop.services.sending.sent_register import register_sent
from desktop.storage import UnitOfWork


def send_back(  # noqa: PLR0913 - the last is an option, given by name
    office: Office, package_id: str, note: str, folder: Path, passphrase: str, *, plain: bool = False
) -> WrittenPackage:
    """Write the signed answer that sends the package back to its unit; it will not be sent on from here.

    Raises Refusal: subordinate.not_here, subordinate.note_missing, record.not_found, subordinate.sent_back,
    subordinate.already_sent, submission.file_exists, and those of keys, trust and packages. When it raises nothing
    has changed.
    """
    if not takes_in_subordinates(office):
        raise Refusal("subordinate.not_here")
    reason = compose(note.strip())
    if not reason:
        raise Refusal("subordinate.note_missing")
    with office.store.begin() as work:
        item = open_item(work, package_id)
        people = work.submissions.dossiers(package_id)
        own = office.identity.unit.code
        sequence = work.packages.last_sequence(own, PackageKind.DECISION.value, Direction.SENT) + 1
    decisions = tuple(_returned(office, each, reason) for each in people)
    contents = decision_contents(office, read_received(office, package_id), decisions, sequence, item.submission)
    signer = open_signer(office, passphrase)
    written = write_addressed(office, folder, contents, signer, seal_for(office, passphrase, contents, plain=plain))
    with taking_back(office, written), office.store.begin() as work:
        _remember(office, work, item, decisions, contents, written, reason)
    return written


def _returned(office: Office, sent: SentDossier, reason: str) -> Decision:
    return Decision(
        id=uuid4().hex,
        submission_id=sent.submission_id,
        dossier_id=sent.dossier_id,
        revision=sent.revision,
        record_sha256=sent.record_sha256,
        outcome=Outcome.RETURNED,
        amount=None,
        reasons=(Reason(reason),),
        author=office.operator,
        at=office.stamp(),
    )


def _remember(  # noqa: PLR0913, PLR0917 - what was made, and what it is about
    office: Office,
    work: UnitOfWork,
    item: SubordinateItem,
    decisions: tuple[Decision, ...],
    contents: PackageContents,
    written: WrittenPackage,
    reason: str,
) -> None:
    for each in decisions:
        work.decisions.add(replace(each, sent_in=written.package_id))
        for state in (DossierState.UNDER_APPRAISAL, DossierState.RETURNED):
            work.move_sent(each.submission_id, each.dossier_id, state, office.operator, reason)
    judged = replace(
        item.package,
        standing=Standing.SENT_BACK,
        judged_by=office.operator,
        judged_at=office.stamp(),
        note=reason,
    )
    work.subordinates.judge(judged)
    register_sent(office, work, contents, written)
    work.audit.append(office.operator, "subordinate.sent_back", item.submission.id, {"people": len(decisions)})

"""A draft as the appraiser looks at it: recomputed and compared like a submission, and never decided on."""

from dataclasses import replace

import msgspec

from desktop.domain.receipts import DraftPackage
from desktop.domain.rounds import Direction, PolicyRef, Submission, Unit
from desktop.services.appraisal.appraise import InboxItem, age_in_days
from desktop.services.appraisal.received_view import ReceivedView, read_received, rebuilt
from desktop.services.arrivals.drafts_here import received_drafts
from desktop.services.arrivals.receive_package import attachment_of, unit_of
from desktop.services.formats.draft import DraftDocument
from desktop.services.office import Office


def open_received(office: Office, package_id: str) -> ReceivedView:
    """Read a submission or a draft, whichever has this id; raises as `read_received` and `read_draft`."""
    with office.store.begin() as work:
        draft = work.draft_packages.get(package_id)
    return read_received(office, package_id) if draft is None else read_draft(office, package_id)


def read_draft(office: Office, draft_id: str) -> ReceivedView:
    """Read a draft and recompute it with the packs that it was made with; raises Refusal("record.not_found")."""
    with office.store.begin() as work:
        draft = work.draft_packages.need(draft_id)
    with office.store.blobs.open(draft.document) as stream:
        document = msgspec.json.decode(stream.read(), type=DraftDocument)
    policies = tuple(PolicyRef(each.id, each.version, each.sha256) for each in document.policies)
    submission = replace(submission_like(draft), unit=unit_of(document.unit), policies=policies)
    files = {each.sha256: attachment_of(each) for each in document.attachments}
    view = rebuilt(office, submission, document, files)
    return ReceivedView(submission, document, view, draft=True)


def draft_items(office: Office) -> tuple[InboxItem, ...]:
    """Return the drafts in the form in which the inbox shows packages, the first received first."""
    return tuple(_item(office, submission_like(each)) for each in received_drafts(office))


def _item(office: Office, submission: Submission) -> InboxItem:
    return InboxItem(submission, {}, age_in_days(office, submission), practice=False, draft=True)


def submission_like(draft: DraftPackage) -> Submission:
    """Return the draft in the form in which submissions are shown; no store holds it."""
    return Submission(
        id=draft.id,
        direction=Direction.RECEIVED,
        round_id=draft.round_id,
        round_name=draft.round_name,
        period=draft.period,
        unit=Unit(draft.unit_code, draft.unit_name),
        sequence=draft.sequence,
        supersedes=None,
        policies=(),
        created_at=draft.created_at,
        first_seen_at=draft.first_seen_at,
        digest=draft.digest,
        file_name=draft.file_name,
        signer=draft.signer,
        people=draft.people,
        total=draft.total,
    )

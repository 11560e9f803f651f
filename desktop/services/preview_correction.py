"""See what a correction would do before it is taken in: the package is verified, nothing is stored."""

from collections.abc import Callable
from pathlib import Path

from desktop.exchange.container.reader import VerifiedPackage
from desktop.services.changes import SubmissionChanges, arriving, changes_of, compared
from desktop.services.correction_check import linked
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.office import Office
from desktop.services.receive_package import Received, receive_submission, sent_dossiers
from desktop.storage import UnitOfWork

Progress = Callable[[int, int], None]
CancelCheck = Callable[[], bool]


class _Seen(Exception):
    """Carries what a correction would do out of the taking in, of which nothing stays."""

    def __init__(self, changes: SubmissionChanges) -> None:
        self.changes = changes


def receive_or_show(
    office: Office,
    path: Path,
    passphrase: str = "",
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> Received | SubmissionChanges:
    """Take an original in; of a correction only return what it would change, to be taken in by `receive_submission`.

    Raises what `receive_submission` raises.
    """
    try:
        return receive_submission(office, path, passphrase, progress=progress, cancelled=cancelled, look=_show)
    except _Seen as seen:
        return seen.changes


def _show(work: UnitOfWork, package: VerifiedPackage, document: SubmissionDocument) -> None:
    people = sent_dossiers(package.envelope.package_id, document)
    found = arriving(document, people, package.path.name)
    link = linked(work, package, document)
    if found is not None and link is not None:
        raise _Seen(compared(work, link.chain, found))


def changes_in(office: Office, submission_id: str) -> SubmissionChanges | None:
    """Return what a submission that is here did to the one before it, None for an original.

    Raises Refusal("record.not_found").
    """
    with office.store.begin() as work:
        return changes_of(work, submission_id)

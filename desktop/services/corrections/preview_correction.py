"""See what a correction would do before it is taken in: the package is verified, nothing is stored."""

from collections.abc import Callable
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.exchange.container.reader import VerifiedPackage
from desktop.exchange.kinds import PackageKind
from desktop.services.arrivals.receive_package import sent_dossiers
from desktop.services.arrivals.submission_check import checked_submission
from desktop.services.arrivals.take_in import TakenIn, take_in
from desktop.services.corrections.changes import SubmissionChanges, arriving, changes_of, compared
from desktop.services.corrections.correction_check import linked
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.office import Mode, Office
from desktop.services.sending.sealing import opened

Progress = Callable[[int, int], None]
CancelCheck = Callable[[], bool]


class _Seen(Exception):
    """Carries what a correction would do out of the taking in, of which nothing stays."""

    def __init__(self, changes: SubmissionChanges) -> None:
        self.changes = changes


def take_in_or_show(
    office: Office,
    path: Path,
    passphrase: str = "",
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> TakenIn | SubmissionChanges:
    """As `take_in`; but of a correction whose turn it is only return what it would change, for `take_in` later.

    Raises what `take_in` raises.
    """
    try:
        return take_in(office, path, passphrase, progress=progress, cancelled=cancelled, look=_show)
    except _Seen as seen:
        return seen.changes


def preview(office: Office, path: Path, passphrase: str = "") -> SubmissionChanges | None:
    """Return what a package that was not taken in would change, None for an original; nothing is taken in.

    Raises Refusal: receive.not_here, correction.*, package.document_invalid, those of trust and keys, PackageError.
    """
    if office.identity.mode is not Mode.FINANCE:
        raise Refusal("receive.not_here")
    own = office.identity.unit.code
    with opened(office, path, passphrase, kind=PackageKind.SUBMISSION, recipient=own) as package:
        return _changes(office, package)


def _show(office: Office, package: VerifiedPackage) -> None:
    if package.envelope.kind is PackageKind.SUBMISSION and package.envelope.supersedes is not None:
        changes = _changes(office, package)
        if changes is not None:
            raise _Seen(changes)


def _changes(office: Office, package: VerifiedPackage) -> SubmissionChanges | None:
    document = checked_submission(package, SubmissionDocument)
    people = sent_dossiers(package.envelope.package_id, document)
    found = arriving(document, people, package.path.name)
    with office.store.begin() as work:
        link = linked(work, package, document)
        return compared(work, link.chain, found) if found is not None and link is not None else None


def changes_in(office: Office, submission_id: str) -> SubmissionChanges | None:
    """Return what a submission that is here did to the one before it, None for an original.

    Raises Refusal("record.not_found").
    """
    with office.store.begin() as work:
        return changes_of(work, submission_id)

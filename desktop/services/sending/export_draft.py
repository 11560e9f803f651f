"""Send the round as it stands for advice: with its errors, open warnings and records that are not complete."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop import __version__
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.rounds import Direction, Unit
from desktop.domain.states import EDITABLE, DossierState
from desktop.exchange.container.contents import Enclosure, PackageContents, WrittenPackage
from desktop.exchange.container.digests import CancelCheck, Progress
from desktop.exchange.kinds import PackageKind
from desktop.services.formats.draft import DRAFT_FORMAT, DraftDocument
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.formats.records_out import canonical
from desktop.services.keys.signing_state import open_signer
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Mode, Office
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.services.sending.departures import taking_back
from desktop.services.sending.recipients import addressed
from desktop.services.sending.sealing import seal_for, write_addressed
from desktop.services.sending.sent_register import register_sent
from desktop.services.sending.submission_document import submission_document


@dataclass(frozen=True, slots=True)
class SentDraft:
    """A draft on its way: the package, and how many people and how much stand in it."""

    package: WrittenPackage
    people: int
    incomplete: int
    total: Dong
    recipient: Unit


def draft_people(view: RoundView) -> tuple[Dossier, ...]:
    """Return who stands in a draft: everybody whom the unit can still change."""
    return tuple(each for each in view.dossiers if each.state in EDITABLE)


def export_draft(  # noqa: PLR0913 - the last three are options, given by name
    office: Office,
    round_id: str,
    folder: Path,
    passphrase: str,
    *,
    recipient: str,
    plain: bool = False,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> SentDraft:
    """Write the signed draft package into the folder; nobody of the round moves, and no real number is used.

    Raises Refusal: submission.not_here, draft.nobody, and those of `addressed`, of keys and packages. When it raises
    nothing has changed.
    """
    if office.identity.mode is not Mode.UNIT:
        raise Refusal("submission.not_here")
    signer = open_signer(office, passphrase)
    to = addressed(office, recipient, plain=plain)
    view = read_round(office, round_id)
    people = draft_people(view)
    if not people:
        raise Refusal("draft.nobody")
    document = _document(office, view, people)
    contents = _contents(office, view, document, to.code)
    seal = seal_for(office, passphrase, contents, plain=plain)
    written = write_addressed(office, folder, contents, signer, seal, progress=progress, cancelled=cancelled)
    with taking_back(office, written):
        _remember(office, contents, written)
    return SentDraft(written, len(document.people), len(document.incomplete), Dong(document.total), to)


def as_draft(document: SubmissionDocument, incomplete: tuple[str, ...]) -> DraftDocument:
    """Return what a submission would say as a draft."""
    fields = msgspec.structs.asdict(document) | {"format": DRAFT_FORMAT}
    return DraftDocument(**fields, incomplete=incomplete)


def _document(office: Office, view: RoundView, people: tuple[Dossier, ...]) -> DraftDocument:
    incomplete = tuple(each.id for each in people if each.state is DossierState.DRAFT)
    return as_draft(submission_document(office, view, people), incomplete)


def _contents(office: Office, view: RoundView, document: DraftDocument, recipient: str) -> PackageContents:
    unit = office.identity.unit.code
    with office.store.begin() as work:
        last = work.packages.last_sequence(unit, PackageKind.DRAFT.value, Direction.SENT)
    return PackageContents(
        kind=PackageKind.DRAFT,
        issuer_unit=unit,
        recipient_unit=recipient,
        period=view.round.period,
        sequence=last + 1,
        document=canonical(document),
        created_at=office.now(),
        app_version=__version__,
        trust_version=trust_of(office).version,
        policies=tuple(pack.ref for pack in view.packs),
        enclosures=tuple(
            Enclosure(office.store.blobs.path(each.sha256), each.name, each.media_type, each.sha256, "approval")
            for each in document.attachments
        ),
    )


def _remember(office: Office, contents: PackageContents, written: WrittenPackage) -> None:
    with office.store.begin() as work:
        register_sent(office, work, contents, written)
        work.audit.append(office.operator, "draft.sent", written.package_id, {"number": contents.sequence})

"""Take in a draft for advice: apart from the submissions, replaced by the next draft or by the real thing."""

from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.receipts import DraftPackage
from desktop.domain.rounds import Direction
from desktop.exchange.container.reader import VerifiedPackage
from desktop.exchange.kinds import PackageKind
from desktop.services.arrivals.arrival_order import Place, demand_turn, judged, place_of
from desktop.services.arrivals.drafts_here import replace_drafts
from desktop.services.arrivals.receive_package import name_staged, register_received, release, staged
from desktop.services.arrivals.submission_check import checked_submission
from desktop.services.formats.draft import DraftDocument
from desktop.services.office import Mode, Office
from desktop.services.sending.sealing import opened
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class DraftReceived:
    """A draft that came; `already` tells that it was here before, `replaced` how many older drafts went."""

    draft: DraftPackage
    already: bool
    replaced: int = 0


def receive_draft(office: Office, path: Path, passphrase: str = "") -> DraftReceived:
    """Take a draft in whole or not at all; an encrypted one takes the passphrase of this office's key.

    Raises Refusal: receive.not_here, draft.outdated (a newer draft or the real submission came), package.stale,
    package.replay_differs (an alarm is kept), package.document_invalid, those of trust and keys, and PackageError.
    """
    if office.identity.mode is not Mode.FINANCE:
        raise Refusal("receive.not_here")
    own = office.identity.unit.code
    with opened(office, path, passphrase, kind=PackageKind.DRAFT, recipient=own) as package:
        return take_in_draft(office, package)


def take_in_draft(office: Office, package: VerifiedPackage, reason: str = "") -> DraftReceived:
    """As `receive_draft`, for a package that was opened and verified."""
    demand_turn(package, judged(office, package), reason)
    known = _known(office, package)
    if known is not None:
        return DraftReceived(known, already=True)
    document = checked_submission(package, DraftDocument)
    with staged(office, package) as digest, office.store.begin() as work:
        here = place_of(work, package) is Place.HERE
        _refuse_outdated(work, package, document, here=here)
        draft = _draft(package, document, digest, office.stamp())
        return DraftReceived(draft, already=False, replaced=_commit(office, work, package, draft, here=here))


def _known(office: Office, package: VerifiedPackage) -> DraftPackage | None:
    with office.store.begin() as work:
        return work.draft_packages.get(package.envelope.package_id)


def _refuse_outdated(work: UnitOfWork, package: VerifiedPackage, document: DraftDocument, *, here: bool) -> None:
    """Refuse what a newer draft or the real submission stands in the place of; a deleted draft may come again."""
    envelope = package.envelope
    last = work.packages.last_sequence(envelope.issuer.unit_code, envelope.kind.value, Direction.RECEIVED)
    newer_draft = here and envelope.sequence < last
    real = any(
        (each.unit.code, each.round_id) == (envelope.issuer.unit_code, document.round.id)
        and each.created_at >= envelope.created_at
        for each in work.submissions.all(Direction.RECEIVED)
    )
    if newer_draft or real:
        raise Refusal("draft.outdated", file=package.path.name, number=envelope.sequence)


def _commit(office: Office, work: UnitOfWork, package: VerifiedPackage, draft: DraftPackage, *, here: bool) -> int:
    replaced = replace_drafts(office, work, draft.unit_code, draft.round_id, draft.id)
    work.draft_packages.add(draft)
    name_staged(work, package)
    if here:
        release(work, package)
    else:
        register_received(office, work, package)
    work.audit.append(office.operator, "draft.received", draft.id, {"people": draft.people})
    return replaced


def _draft(package: VerifiedPackage, document: DraftDocument, digest: str, first_seen: str) -> DraftPackage:
    envelope = package.envelope
    return DraftPackage(
        id=envelope.package_id,
        unit_code=document.unit.code,
        unit_name=document.unit.name,
        round_id=document.round.id,
        round_name=document.round.name,
        period=envelope.period,
        sequence=envelope.sequence,
        digest=package.digest,
        file_name=package.path.name,
        signer=package.signer.common_name,
        created_at=envelope.created_at,
        first_seen_at=first_seen,
        people=len(document.people),
        total=Dong(document.total),
        document=digest,
        files=" ".join(sorted({each.sha256 for each in package.enclosures})),
    )

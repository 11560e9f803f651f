"""Take in whatever arrived at this desk: each kind by its own service, in the sender's order."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from desktop.domain.errors import Refusal
from desktop.domain.registers import HeldPackage
from desktop.exchange.container.digests import CancelCheck, Progress
from desktop.exchange.container.reader import VerifiedPackage, VerifiedPart
from desktop.exchange.errors import RecipientError
from desktop.exchange.kinds import PackageKind
from desktop.services.arrivals.arrival_order import Place, judged
from desktop.services.arrivals.drafts_here import received_drafts
from desktop.services.arrivals.held_files import drop_files
from desktop.services.arrivals.held_sets import opened_held
from desktop.services.arrivals.receive_decision import DecisionReceived, take_in_decision
from desktop.services.arrivals.receive_draft import DraftReceived, take_in_draft
from desktop.services.arrivals.receive_package import Received, take_in_submission
from desktop.services.arrivals.receive_receipt import ReceiptReceived, take_in_receipt
from desktop.services.arrivals.refuse_plain import refuse_plain
from desktop.services.arrivals.waiting_packages import (
    WaitingPackage,
    due_now,
    hold,
    need_waiting,
    needed_reason,
    waiting_packages,
)
from desktop.services.office import Mode, Office
from desktop.services.parent_units.pass_on import check_addressed
from desktop.services.sending.sealing import opened_any

Accepted: TypeAlias = Received | DraftReceived | DecisionReceived | ReceiptReceived


@dataclass(frozen=True, slots=True)
class PartHere:
    """A part that came once more after its package was taken in: nothing has changed."""

    issuer: str
    """Name of the office that signed."""
    sequence: int
    number: int
    parts: int

    @property
    def already(self) -> bool:
        """As of all that came before: yes."""
        return True


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of an arrival. `followers` had waited for it and were taken in after it, in order.

    `stuck` says why the next of those that waited could not be taken in; it waits on.
    """

    outcome: Accepted | WaitingPackage | PartHere
    followers: tuple[Accepted, ...] = ()
    stuck: Refusal | None = None


Look: TypeAlias = Callable[[Office, VerifiedPackage], None]
_TakeIn: TypeAlias = Callable[[Office, VerifiedPackage, str], Accepted]
_HANDLERS: dict[Mode, dict[PackageKind, _TakeIn]] = {
    Mode.FINANCE: {PackageKind.SUBMISSION: take_in_submission, PackageKind.DRAFT: take_in_draft},
    Mode.UNIT: {
        PackageKind.DECISION: take_in_decision,
        PackageKind.RECEIPT: take_in_receipt,
        PackageKind.SUBMISSION: take_in_submission,  # of subordinate units, at a parent unit
    },
    Mode.HOME_AFFAIRS: {},
}
_PERSONAL = {PackageKind.SUBMISSION, PackageKind.DRAFT}
"""What tells of people and may be refused where it is not encrypted; a receipt to be shared never is."""
_USUAL = {Mode.FINANCE: PackageKind.SUBMISSION, Mode.UNIT: PackageKind.DECISION}


def take_in(  # noqa: PLR0913 - all but office and path are options
    office: Office,
    path: Path,
    passphrase: str = "",
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
    look: Look | None = None,
) -> TakenIn:
    """Take in a package of any kind that comes to this desk, or hold it until the one before it is here.

    `look` sees one whose turn it is before anything of it is taken in, and may stop by raising.

    A part of one is held until the other parts are here; the last one brings all in as one package. When that is
    refused all are held on, and any of them received again tries once more.

    Raises Refusal: receive.not_here, package.plain_refused, those of the kind's own service, of trust and keys, and
    PackageError.
    """
    _check_desk(office)
    with opened_any(office, path, passphrase, progress=progress, cancelled=cancelled) as found:
        check_addressed(office, found)
        if found.envelope.kind in _PERSONAL:
            refuse_plain(office, path)
        if isinstance(found, VerifiedPart):
            outcome: Accepted | WaitingPackage | PartHere = _part_in(office, path, found)
        else:
            outcome = _whole_in(office, path, found, look)
    if isinstance(outcome, WaitingPackage) and isinstance(found, VerifiedPart) and outcome.due:
        return _completed(office, outcome, passphrase, progress, cancelled, look)
    if isinstance(outcome, WaitingPackage | PartHere):
        return TakenIn(outcome)
    followers, stuck = _follow(office, found, passphrase)
    return TakenIn(outcome, followers, stuck)


def _whole_in(office: Office, path: Path, package: VerifiedPackage, look: Look | None) -> Accepted | WaitingPackage:
    handler = _handler(office, package)
    place = judged(office, package)
    if look is not None and place is Place.TAKE:
        look(office, package)
    return hold(office, path, package) if place is Place.WAIT else _taken_in(office, package, handler)


def _part_in(office: Office, path: Path, part: VerifiedPart) -> WaitingPackage | PartHere:
    _handler(office, part)
    if office.identity.mode is Mode.UNIT and part.envelope.kind is PackageKind.SUBMISSION:
        raise Refusal("subordinate.in_parts", file=path.name, parts=part.part.of)
    came_before = judged(office, part) is Place.HERE and not _is_deleted_draft(office, part)
    return _part_here(part) if came_before else hold(office, path, part)


def _is_deleted_draft(office: Office, part: VerifiedPart) -> bool:
    """Tell whether the part is of a draft that was here and was deleted: that one may come again."""
    envelope = part.envelope
    mine = (envelope.issuer.unit_code, envelope.sequence)
    here = {(each.unit_code, each.sequence) for each in received_drafts(office)}
    return envelope.kind is PackageKind.DRAFT and mine not in here


def _part_here(part: VerifiedPart) -> PartHere:
    return PartHere(part.signer.common_name, part.envelope.sequence, part.part.n, part.part.of)


def _completed(  # noqa: PLR0913, PLR0917 - each is handed on
    office: Office,
    waiting: WaitingPackage,
    passphrase: str,
    progress: Progress | None,
    cancelled: CancelCheck | None,
    look: Look | None,
) -> TakenIn:
    """Take in a package whose last part came just now."""
    with office.store.begin() as work:
        pieces = need_waiting(work, waiting.held.package_id)
    outcome, package = _released(office, pieces, passphrase, "", progress=progress, cancelled=cancelled, look=look)
    followers, stuck = _follow(office, package, passphrase)
    return TakenIn(outcome, followers, stuck)


def take_in_waiting(office: Office, package_id: str, passphrase: str = "", reason: str = "") -> TakenIn:
    """Take in a package that waits: at once when what it waited for is here, else for a reason that is kept.

    Raises Refusal: waiting.not_here, waiting.no_reason, and what `take_in` raises; it waits on then.
    """
    with office.store.begin() as work:
        pieces = need_waiting(work, package_id)
    due = next((each.due for each in waiting_packages(office) if each.held == pieces[0]), False)
    why = "" if due else needed_reason(reason)
    outcome, package = _released(office, pieces, passphrase, why)
    followers, stuck = _follow(office, package, passphrase)
    return TakenIn(outcome, followers, stuck)


def _taken_in(office: Office, package: VerifiedPackage, handler: _TakeIn) -> Accepted:
    """Take in a package whose turn it is; it may have been held when it came the first time."""
    with office.store.begin() as work:
        held = work.held.get(package.envelope.package_id)
    outcome = handler(office, package, "")
    drop_files(office, (held,) if held else ())
    return outcome


def _check_desk(office: Office) -> None:
    if not _HANDLERS[office.identity.mode]:
        raise Refusal("receive.not_here")


def _handler(office: Office, package: VerifiedPackage | VerifiedPart) -> _TakeIn:
    mode, kind = office.identity.mode, package.envelope.kind
    handler = _HANDLERS[mode].get(kind)
    if handler is None:
        expected = _USUAL[mode].value
        raise RecipientError("package.wrong_kind", file=package.path.name, kind=kind.value, expected=expected)
    return handler


def _follow(
    office: Office, package: VerifiedPackage | VerifiedPart, passphrase: str
) -> tuple[tuple[Accepted, ...], Refusal | None]:
    """Take in what waited for the package, and what waited for that; stop at the first that is refused."""
    issuer, kind = package.envelope.issuer.unit_code, package.envelope.kind.value
    followers: list[Accepted] = []
    while pieces := due_now(office, issuer, kind):
        try:
            followers.append(_released(office, pieces, passphrase, "")[0])
        except Refusal as refusal:
            return tuple(followers), refusal
    return tuple(followers), None


def _released(  # noqa: PLR0913 - the last three are options, given by name
    office: Office,
    pieces: tuple[HeldPackage, ...],
    passphrase: str,
    reason: str,
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
    look: Look | None = None,
) -> tuple[Accepted, VerifiedPackage]:
    """Take in a package from where it is held; the files go when their rows are gone."""
    with opened_held(office, pieces, passphrase, progress=progress, cancelled=cancelled) as package:
        if look is not None:
            look(office, package)
        outcome = _handler(office, package)(office, package, reason)
    drop_files(office, pieces)
    return outcome, package

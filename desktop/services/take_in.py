"""Take in whatever arrived at this desk: each kind by its own service, in the sender's order."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from desktop.domain.errors import Refusal
from desktop.domain.registers import HeldPackage
from desktop.exchange.container.digests import CancelCheck, Progress
from desktop.exchange.container.reader import VerifiedPackage
from desktop.exchange.errors import RecipientError
from desktop.exchange.kinds import PackageKind
from desktop.services.arrival_order import Place, judged
from desktop.services.held_files import drop_files, held_path
from desktop.services.office import Mode, Office
from desktop.services.receive_decision import DecisionReceived, take_in_decision
from desktop.services.receive_draft import DraftReceived, take_in_draft
from desktop.services.receive_package import Received, take_in_submission
from desktop.services.receive_receipt import ReceiptReceived, take_in_receipt
from desktop.services.sealing import opened
from desktop.services.waiting_packages import (
    WaitingPackage,
    due_now,
    hold,
    need_waiting,
    needed_reason,
    waiting_packages,
)

Accepted: TypeAlias = Received | DraftReceived | DecisionReceived | ReceiptReceived


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of an arrival. `followers` had waited for it and were taken in after it, in order.

    `stuck` says why the next of those that waited could not be taken in; it waits on.
    """

    outcome: Accepted | WaitingPackage
    followers: tuple[Accepted, ...] = ()
    stuck: Refusal | None = None


_TakeIn: TypeAlias = Callable[[Office, VerifiedPackage, str], Accepted]
_HANDLERS: dict[Mode, dict[PackageKind, _TakeIn]] = {
    Mode.FINANCE: {PackageKind.SUBMISSION: take_in_submission, PackageKind.DRAFT: take_in_draft},
    Mode.UNIT: {PackageKind.DECISION: take_in_decision, PackageKind.RECEIPT: take_in_receipt},
    Mode.HOME_AFFAIRS: {},
}
_USUAL = {Mode.FINANCE: PackageKind.SUBMISSION, Mode.UNIT: PackageKind.DECISION}


def take_in(
    office: Office,
    path: Path,
    passphrase: str = "",
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> TakenIn:
    """Take in a package of any kind that comes to this desk, or hold it until the one before it is here.

    Raises Refusal: receive.not_here, those of the kind's own service, of trust and keys, and PackageError.
    """
    _check_desk(office)
    own = office.identity.unit.code
    arrival = opened(office, path, passphrase, recipient=own, progress=progress, cancelled=cancelled)
    with arrival as package:
        handler = _handler(office, package)
        waits = judged(office, package) is Place.WAIT
        outcome = hold(office, path, package) if waits else _taken_in(office, package, handler)
    if isinstance(outcome, WaitingPackage):
        return TakenIn(outcome)
    followers, stuck = _follow(office, package, passphrase)
    return TakenIn(outcome, followers, stuck)


def take_in_waiting(office: Office, package_id: str, passphrase: str = "", reason: str = "") -> TakenIn:
    """Take in a package that waits: at once when what it waited for is here, else for a reason that is kept.

    Raises Refusal: waiting.not_here, waiting.no_reason, and what `take_in` raises; it waits on then.
    """
    with office.store.begin() as work:
        held = need_waiting(work, package_id)
    due = next((each.due for each in waiting_packages(office) if each.held == held), False)
    why = "" if due else needed_reason(reason)
    outcome, package = _released(office, held, passphrase, why)
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


def _handler(office: Office, package: VerifiedPackage) -> _TakeIn:
    mode, kind = office.identity.mode, package.envelope.kind
    handler = _HANDLERS[mode].get(kind)
    if handler is None:
        expected = _USUAL[mode].value
        raise RecipientError("package.wrong_kind", file=package.path.name, kind=kind.value, expected=expected)
    return handler


def _follow(office: Office, package: VerifiedPackage, passphrase: str) -> tuple[tuple[Accepted, ...], Refusal | None]:
    """Take in what waited for the package, and what waited for that; stop at the first that is refused."""
    issuer, kind = package.envelope.issuer.unit_code, package.envelope.kind.value
    followers: list[Accepted] = []
    while held := due_now(office, issuer, kind):
        try:
            followers.append(_released(office, held, passphrase, "")[0])
        except Refusal as refusal:
            return tuple(followers), refusal
    return tuple(followers), None


def _released(office: Office, held: HeldPackage, passphrase: str, reason: str) -> tuple[Accepted, VerifiedPackage]:
    """Take in a package from where it is held; the file goes when its row is gone."""
    own = office.identity.unit.code
    with opened(office, held_path(office, held), passphrase, recipient=own) as package:
        outcome = _handler(office, package)(office, package, reason)
    drop_files(office, (held,))
    return outcome, package

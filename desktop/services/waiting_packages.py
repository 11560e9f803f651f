"""Packages that wait for an earlier one of their sender: seen, taken in once it is here, or dropped."""

from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain.errors import Param, Refusal
from desktop.domain.names import compose
from desktop.domain.registers import HeldPackage
from desktop.domain.rounds import Direction
from desktop.exchange.container.reader import VerifiedPackage
from desktop.services.arrival_order import is_here
from desktop.services.held_files import drop_files, hold_file
from desktop.services.office import Office
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class WaitingPackage:
    """A package that is held, whole, and what it waits for.

    `missing` are numbers of the sender that have not arrived; `due` tells that what it waited for is here now.
    """

    held: HeldPackage
    missing: tuple[int, ...]
    due: bool
    already: bool = False
    """Whether it was waiting here when it came once more."""


def waiting_packages(office: Office) -> tuple[WaitingPackage, ...]:
    """Return what waits for an earlier package, by sender and number; parts of sets are told of elsewhere."""
    with office.store.begin() as work:
        return tuple(_waiting(work, each) for each in work.held.all() if not each.set_id)


def hold(office: Office, path: Path, package: VerifiedPackage) -> WaitingPackage:
    """Keep a verified package that has to wait, as it came; the same once more changes nothing."""
    with office.store.begin() as work:
        known = work.held.get(package.envelope.package_id)
        if known is not None:
            return replace(_waiting(work, known), already=True)
    held = replace(hold_file(office, path, package), waits_for=package.envelope.supersedes or "")
    with office.store.begin() as work:
        work.held.add(held)
        detail: dict[str, Param] = {"number": held.sequence, "awaited": held.waits_for}
        work.audit.append(office.operator, "package.held", held.package_id, detail)
        return _waiting(work, held)


def drop_waiting(office: Office, package_id: str, reason: str) -> None:
    """Delete a package that waits; its number is free again. Raises Refusal: waiting.not_here, waiting.no_reason."""
    why = needed_reason(reason)
    with office.store.begin() as work:
        held = need_waiting(work, package_id)
        work.held.remove(package_id)
        work.audit.append(office.operator, "package.dropped", package_id, {"number": held.sequence, "reason": why})
    drop_files(office, (held,))


def need_waiting(work: UnitOfWork, package_id: str) -> HeldPackage:
    """Return the package that waits; raises Refusal("waiting.not_here")."""
    held = work.held.get(package_id)
    if held is None or held.set_id:
        raise Refusal("waiting.not_here", package=package_id)
    return held


def needed_reason(reason: str) -> str:
    """Return the words of a reason; raises Refusal("waiting.no_reason") when there are none."""
    why = compose(reason).strip()
    if not why:
        raise Refusal("waiting.no_reason")
    return why


def due_now(office: Office, issuer: str, kind: str) -> HeldPackage | None:
    """Return the issuer's waiting package of the kind whose turn it is, the lowest number first."""
    with office.store.begin() as work:
        waiting = (each for each in work.held.of_issuer(issuer, kind) if not each.set_id)
        return next((each for each in waiting if is_here(work, issuer, each.waits_for)), None)


def _waiting(work: UnitOfWork, held: HeldPackage) -> WaitingPackage:
    taken = {
        each.sequence
        for each in work.packages.of_issuer(held.issuer)
        if (each.kind, each.direction) == (held.kind, Direction.RECEIVED)
    }
    start = max((each for each in taken if each < held.sequence), default=0) + 1
    missing = tuple(each for each in range(start, held.sequence) if each not in taken)
    return WaitingPackage(held, missing, due=is_here(work, held.issuer, held.waits_for))

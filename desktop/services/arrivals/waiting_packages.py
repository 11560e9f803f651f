"""Packages that wait for an earlier one of their sender: seen, taken in once it is here, or dropped."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain.errors import Param, Refusal
from desktop.domain.names import compose
from desktop.domain.registers import HeldPackage
from desktop.domain.rounds import Direction
from desktop.exchange.container.reader import VerifiedPackage, VerifiedPart
from desktop.services.arrivals.arrival_order import is_here
from desktop.services.arrivals.held_files import drop_files, hold_file
from desktop.services.arrivals.held_sets import missing_of, pieces_of, whole_ones
from desktop.services.office import Office
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class WaitingPackage:
    """A package that is held, and what it waits for; of one in several parts `held` is one that is here.

    `missing` are numbers of the sender's packages that have not arrived, `missing_parts` those of its own parts;
    `due` tells that it could be taken in now.
    """

    held: HeldPackage
    missing: tuple[int, ...]
    due: bool
    already: bool = False
    """Whether it was waiting here when it came once more."""
    missing_parts: tuple[int, ...] = ()


def waiting_packages(office: Office) -> tuple[WaitingPackage, ...]:
    """Return what waits for an earlier package or for the rest of its parts, by sender and number."""
    with office.store.begin() as work:
        return tuple(_waiting(work, pieces) for pieces in whole_ones(work.held.all()))


def hold(office: Office, path: Path, package: VerifiedPackage | VerifiedPart) -> WaitingPackage:
    """Keep a verified package, or a part of one, that has to wait, as it came.

    The same once more changes nothing, but that its file is written anew: it may have been damaged here.
    """
    held = replace(hold_file(office, path, package), waits_for=package.envelope.supersedes or "")
    with office.store.begin() as work:
        already = work.held.get(held.package_id) is not None
        if not already:
            work.held.add(held)
            work.audit.append(office.operator, "package.held", held.package_id, _detail(held))
        return replace(_waiting(work, pieces_of(work, held)), held=held, already=already)


def _detail(held: HeldPackage) -> dict[str, Param]:
    told: dict[str, Param] = {"number": held.sequence, "awaited": held.waits_for}
    return told | {"part": held.part, "parts": held.parts} if held.set_id else told


def drop_waiting(office: Office, package_id: str, reason: str) -> None:
    """Delete a package that waits, all its parts; its number is free again.

    Raises Refusal: waiting.not_here, waiting.no_reason.
    """
    why = needed_reason(reason)
    with office.store.begin() as work:
        pieces = need_waiting(work, package_id)
        for each in pieces:
            work.held.remove(each.package_id)
        detail: dict[str, Param] = {"number": pieces[0].sequence, "reason": why, "pieces": len(pieces)}
        work.audit.append(office.operator, "package.dropped", package_id, detail)
    drop_files(office, pieces)


def need_waiting(work: UnitOfWork, package_id: str) -> tuple[HeldPackage, ...]:
    """Return the package that waits, or the parts of it that are here; raises Refusal("waiting.not_here")."""
    held = work.held.get(package_id)
    if held is None:
        raise Refusal("waiting.not_here", package=package_id)
    return pieces_of(work, held)


def needed_reason(reason: str) -> str:
    """Return the words of a reason; raises Refusal("waiting.no_reason") when there are none."""
    why = compose(reason).strip()
    if not why:
        raise Refusal("waiting.no_reason")
    return why


def due_now(office: Office, issuer: str, kind: str) -> tuple[HeldPackage, ...]:
    """Return the issuer's waiting package of the kind whose turn it is, the lowest number first; () when none is.

    Only what waited for another package: parts that are all here and wait for nothing could not be taken in.
    """
    with office.store.begin() as work:
        waiting = whole_ones(work.held.of_issuer(issuer, kind))
        ripe = (each for each in waiting if not missing_of(each) and is_here(work, issuer, each[0].waits_for))
        return next(ripe, ())


def _waiting(work: UnitOfWork, pieces: Sequence[HeldPackage]) -> WaitingPackage:
    held, missing_parts = pieces[0], missing_of(pieces)
    taken = {
        each.sequence
        for each in work.packages.of_issuer(held.issuer)
        if (each.kind, each.direction) == (held.kind, Direction.RECEIVED)
    }
    start = max((each for each in taken if each < held.sequence), default=0) + 1
    missing = tuple(each for each in range(start, held.sequence) if each not in taken)
    due = not missing_parts and (not held.waits_for or is_here(work, held.issuer, held.waits_for))
    return WaitingPackage(held, missing, due=due, missing_parts=missing_parts)

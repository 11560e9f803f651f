"""Packages of which parts are here and others are not: what is missing, and giving one up."""

from dataclasses import dataclass
from itertools import groupby

from desktop.domain.errors import Param, Refusal
from desktop.domain.registers import HeldPackage
from desktop.exchange.container.joining import missing_parts
from desktop.services.held_files import drop_files
from desktop.services.office import Office
from desktop.services.receive_parts import waiting_parts


@dataclass(frozen=True, slots=True)
class WaitingSet:
    """A package in parts that is not complete. `since` is when its first part arrived, UTC, RFC 3339."""

    set_id: str
    issuer: str
    """Code of the unit."""
    signer: str
    kind: str
    sequence: int
    parts: int
    here: tuple[int, ...]
    since: str

    @property
    def missing(self) -> tuple[int, ...]:
        """Numbers of the parts that are not here; none when all are, but could not be taken in."""
        return missing_parts(self.here, self.parts)


def waiting_sets(office: Office) -> tuple[WaitingSet, ...]:
    """Return the sets that wait, by issuer, kind and number."""
    with office.store.begin() as work:
        held = [each for each in work.held.all() if each.set_id]
    return tuple(_set(list(rows)) for _, rows in groupby(held, lambda each: (each.issuer, each.set_id)))


def give_up_set(office: Office, issuer: str, set_id: str) -> WaitingSet:
    """Remove the parts that are here and return what they were; the log keeps that it was done.

    Raises Refusal("parts.not_found").
    """
    with office.store.begin() as work:
        rows = waiting_parts(work, issuer, set_id)
        if not rows:
            raise Refusal("parts.not_found", set=set_id)
        for each in rows:
            work.held.remove(each.package_id)
        given_up = _set(list(rows))
        here = ", ".join(map(str, given_up.here))
        detail: dict[str, Param] = {"issuer": issuer, "number": given_up.sequence, "parts": here}
        work.audit.append(office.operator, "parts.given_up", set_id, detail)
    drop_files(office, rows)
    return given_up


def _set(rows: list[HeldPackage]) -> WaitingSet:
    first = rows[0]
    return WaitingSet(
        set_id=first.set_id,
        issuer=first.issuer,
        signer=first.signer,
        kind=first.kind,
        sequence=first.sequence,
        parts=first.parts,
        here=tuple(each.part for each in rows),
        since=min(each.arrived_at for each in rows),
    )

"""What passed through this office last: packages that went and came, lists that were printed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop.domain.rounds import Direction
from desktop.exchange.kinds import PackageKind
from desktop.services.office import Office
from desktop.services.prints.printed_list import last_print
from desktop.storage import UnitOfWork

_MOST: Final = 8
_QUIET = frozenset({PackageKind.TRUST.value, PackageKind.ENROLMENT.value, PackageKind.POLICY.value})
"""Packages that are no work of a round."""


class RecentKind(StrEnum):
    """What it was."""

    SENT = "sent"
    RECEIVED = "received"
    PRINTED = "printed"
    TAKEN_IN = "taken_in"
    """A list that was read in."""


@dataclass(frozen=True, slots=True)
class Recent:
    """One thing; `name` is the file of a package or a list, or the round's name, `at` UTC, RFC 3339."""

    kind: RecentKind
    name: str
    at: str
    package_kind: str = ""
    round_id: str = ""


def recent(office: Office) -> tuple[Recent, ...]:
    """Return the last few, the newest first."""
    with office.store.begin() as work:
        found = (*_packages(work), *_prints(work), *_lists(work))
    return tuple(sorted(found, key=lambda each: each.at, reverse=True)[:_MOST])


def _packages(work: UnitOfWork) -> list[Recent]:
    return [
        Recent(
            RecentKind.SENT if each.direction is Direction.SENT else RecentKind.RECEIVED,
            each.file_name,
            each.first_seen_at,
            each.kind,
        )
        for each in work.packages.latest(_MOST, _QUIET)
    ]


def _prints(work: UnitOfWork) -> list[Recent]:
    rounds = [(each, last_print(work, each.id)) for each in work.rounds.all()]
    return [
        Recent(RecentKind.PRINTED, each.name, print_.printed_at, round_id=each.id)
        for each, print_ in rounds
        if print_ is not None
    ]


def _lists(work: UnitOfWork) -> list[Recent]:
    imports = (each for one in work.rounds.all() for each in work.imports.of_round(one.id))
    return [Recent(RecentKind.TAKEN_IN, each.file_name, each.imported_at, round_id=each.round_id) for each in imports]

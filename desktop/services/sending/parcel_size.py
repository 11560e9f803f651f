"""How large a submission will be and in how many files it goes, before anything is computed or written for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.exchange.container.splitting import Weight, packed_size, shares
from desktop.services.office import Office
from desktop.services.parent_units.subordinates import SubordinateItem
from desktop.services.rounds.round_view import RoundView
from desktop.services.sending.exchange_settings import ExchangeSettings, exchange_settings

_RECORDS_PER_PERSON: Final = 27_000
"""Bytes: of 60 people with careers and the steps of two packs, 1.6 MB."""
_PRINT: Final = 80_000
_PRINT_PER_PERSON: Final = 500
"""Bytes of Biểu 01 as PDF: fonts, and 105 kB for 60 people in all."""


@dataclass(frozen=True, slots=True)
class ParcelSize:
    """About how many bytes in all, and in how many files; `refusal` says why it cannot go as it is."""

    size: int
    files: int
    settings: ExchangeSettings
    refusal: Refusal | None = None


def parcel_size(office: Office, view: RoundView, people: Iterable[Dossier], more: Iterable[Weight] = ()) -> ParcelSize:
    """Return what sending these people of the round comes to, with `more` files that go along."""
    going = tuple(people)
    weights = (*_scans(view, going), Weight("Biểu 01", _PRINT + _PRINT_PER_PERSON * len(going)), *more)
    records = _RECORDS_PER_PERSON * len(going)
    settings = exchange_settings(office)
    size = packed_size(records, weights)
    try:
        return ParcelSize(size, len(shares(records, weights, settings.limit)), settings)
    except Refusal as refusal:
        return ParcelSize(size, 0, settings, refusal)


def embedded_weights(office: Office, items: Iterable[SubordinateItem]) -> tuple[Weight, ...]:
    """Return what the packages of subordinate units take that go along; one that is lost here is told of when sent."""
    blobs = office.store.blobs
    here = (each for each in items if blobs.has(each.package.container_sha256))
    return tuple(
        Weight(each.submission.file_name, blobs.path(each.package.container_sha256).stat().st_size) for each in here
    )


def _scans(view: RoundView, people: tuple[Dossier, ...]) -> tuple[Weight, ...]:
    used = {each.approval_id for each in people if each.approval_id}
    approvals = [view.approvals[each] for each in used if each in view.approvals]
    files = {sha256 for each in approvals for sha256 in each.attachments}
    return tuple(Weight(view.attachments[each].name, view.attachments[each].size) for each in sorted(files))

"""What this office never forgets of trust, kept in its store: revoked certificates and the latest known time."""

from datetime import UTC, datetime, timedelta
from typing import Final

from desktop.exchange.container.contents import parse_utc
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.memory import Revocation, RevocationReason, TrustMemory
from desktop.services.office import Office
from desktop.storage import UnitOfWork

CLOCK_TOLERANCE: Final = timedelta(hours=24)
_HOUR: Final = timedelta(hours=1)
_REVOKED: Final = "trust.revoked."
_CRL_NUMBER: Final = "trust.crl_number"
_VERSION: Final = "trust.version"
_LATEST: Final = "trust.latest"


def recall(office: Office) -> TrustMemory:
    """Return what is known from before; whether a package came before is asked of the store when needed."""
    with office.store.begin() as work:
        known = work.settings.all()
    revoked = (_revocation(key, value) for key, value in known.items() if key.startswith(_REVOKED))
    return TrustMemory(
        revoked={each.serial: each for each in revoked},
        crl_number=int(known.get(_CRL_NUMBER, "0")),
        latest=parse_utc(known[_LATEST]) if _LATEST in known else None,
        first_seen=lambda digest: _first_seen(office, digest),
    )


def learn(office: Office, anchors: TrustAnchors) -> None:
    """Remember what a trust pack newer than the last one says; its date is the word of the root on what time it is.

    So a newer pack also puts right what a wrong clock made this office believe.
    """
    if anchors.pack is None:
        return
    with office.store.begin() as work:
        if anchors.version <= int(work.settings.get(_VERSION) or "0"):
            return
        for serial, revocation in anchors.revocations.items():
            if work.settings.get(_REVOKED + serial) is None:
                work.settings.put(_REVOKED + serial, f"{_stamp(revocation.at)} {revocation.reason.value}")
        work.settings.put(_CRL_NUMBER, str(max(anchors.crl_number, anchors.memory.crl_number)))
        work.settings.put(_VERSION, str(anchors.version))
        work.settings.put(_LATEST, _stamp(anchors.pack.issued_at))


def note_time(office: Office, anchors: TrustAnchors) -> None:
    """Raise the latest known time to the present, unless the clock shows a time after the pack in force ends.

    A clock that was years ahead for a day must not make the right time look wrong ever after.
    """
    now = office.now()
    if anchors.pack is None or now > anchors.pack.next_update:
        return
    with office.store.begin() as work:
        if now > _latest(work) + _HOUR:
            work.settings.put(_LATEST, _stamp(now))


def lagging_behind(office: Office) -> datetime | None:
    """Return the latest known time when this machine's clock is more than a day behind it, else None."""
    with office.store.begin() as work:
        latest = _latest(work)
    return latest if office.now() < latest - CLOCK_TOLERANCE else None


def _latest(work: UnitOfWork) -> datetime:
    text = work.settings.get(_LATEST)
    return parse_utc(text) if text else datetime(2000, 1, 1, tzinfo=UTC)


def _first_seen(office: Office, digest: str) -> datetime | None:
    with office.store.begin() as work:
        entry, held = work.packages.find_digest(digest), work.held.find_digest(digest)
    first = entry.first_seen_at if entry else held.arrived_at if held else None
    return parse_utc(first) if first else None


def _revocation(key: str, value: str) -> Revocation:
    at, _, reason = value.partition(" ")
    return Revocation(key.removeprefix(_REVOKED), parse_utc(at), RevocationReason(reason))


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

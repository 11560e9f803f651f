"""What stands in the way of signing and checking here, and what to do: each finding is a code with its sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from desktop.domain.errors import Param, Refusal
from desktop.domain.findings import Severity
from desktop.exchange.container.contents import format_clock
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.grants import Grant
from desktop.services.enrolment import known_trust, open_key, signing_state
from desktop.services.office import Mode, Office
from desktop.services.trust_memory import lagging_behind

RENEW_WITHIN: Final = timedelta(days=60)
"""A certificate that ends sooner should be renewed now: the way there and back takes weeks."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was found. ERROR: signing or reading is not possible; WARNING: soon; NOTE: all is well."""

    code: str
    severity: Severity
    params: dict[str, Param] = field(default_factory=dict)


def diagnose(office: Office, passphrase: str | None = None) -> tuple[Diagnosis, ...]:
    """Return what was found, the worst first; changes nothing. The passphrase is tried only when one is given."""
    found = tuple(_findings(office, passphrase))
    if not found:
        return (Diagnosis("doctor.well", Severity.NOTE),)
    return tuple(sorted(found, key=lambda each: list(Severity).index(each.severity)))


def _findings(office: Office, passphrase: str | None) -> Iterator[Diagnosis]:
    now = office.now()
    latest = lagging_behind(office)
    if latest is not None:
        yield _error("doctor.clock_wrong", now=format_clock(now), latest=format_clock(latest))
    yield from _key_findings(office, passphrase)
    try:
        trust = known_trust(office)
    except Refusal as refusal:
        yield _error("doctor.no_root") if refusal.code == "trust.no_root" else _of(refusal)
        return
    if trust.pack is None or trust.ends is None:
        yield _error("doctor.no_trust_pack")
        return
    if latest is None:
        yield from _pack_findings(office, trust.version, trust.pack.next_update, trust.ends)
        yield from _certificate_findings(office, trust, now)


def _key_findings(office: Office, passphrase: str | None) -> Iterator[Diagnosis]:
    if not signing_state(office).has_key:
        yield _error("doctor.no_key")
    elif passphrase is not None:
        try:
            open_key(office, passphrase)
        except Refusal as refusal:
            yield _of(refusal)


def _pack_findings(office: Office, version: int, next_update: datetime, ends: datetime) -> Iterator[Diagnosis]:
    now = office.now()
    if now > next_update and office.identity.mode is Mode.FINANCE:
        yield _error("doctor.trust_to_renew", version=version, until=_day(next_update), last=_day(ends))
    elif now > ends:
        yield _error("doctor.trust_expired", version=version, until=_day(next_update), now=format_clock(now))
    elif now > next_update:
        yield _warning("doctor.trust_old", version=version, until=_day(next_update), last=_day(ends))


def _certificate_findings(office: Office, trust: TrustAnchors, now: datetime) -> Iterator[Diagnosis]:
    from desktop.exchange.trust.certificates import validity  # noqa: PLC0415 - slow to load

    mine = _newest(trust, office.identity.unit.code)
    if mine is None:
        yield _error("doctor.no_certificate", version=trust.version)
        return
    starts, ends = validity(mine.certificate)
    revoked = trust.revocation_of(mine.serial)
    if revoked is not None:
        yield _error("doctor.revoked", since=format_clock(revoked.at))
    elif now < starts:
        yield _error("doctor.not_yet_valid", starts=format_clock(starts), now=format_clock(now))
    elif now > ends:
        yield _error("doctor.expired", until=_day(ends), now=format_clock(now))
    elif now > ends - RENEW_WITHIN:
        yield _warning("doctor.expiring", until=_day(ends), days=(ends - now).days)


def _newest(trust: TrustAnchors, unit_code: str) -> Grant | None:
    """Return the unit's newest certificate that is not revoked; the newest of all when every one is."""
    mine = [each for each in reversed(trust.grants) if each.unit_code == unit_code]
    standing = (each for each in mine if trust.revocation_of(each.serial) is None)
    return next(standing, mine[0] if mine else None)


def _error(code: str, **params: Param) -> Diagnosis:
    return Diagnosis(code, Severity.ERROR, params)


def _warning(code: str, **params: Param) -> Diagnosis:
    return Diagnosis(code, Severity.WARNING, params)


def _of(refusal: Refusal) -> Diagnosis:
    return Diagnosis(refusal.code, Severity.ERROR, dict(refusal.params))


def _day(moment: datetime) -> str:
    return f"{moment.astimezone():%d/%m/%Y}"

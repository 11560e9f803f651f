"""What stands in the way of signing and checking here, and what to do: each finding is a code with its sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from desktop.domain.errors import Param, Refusal
from desktop.domain.findings import Severity
from desktop.exchange.container.contents import format_clock
from desktop.exchange.signing.pin import PinState
from desktop.exchange.signing.public_keys import certified_key_digest
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.grants import Grant
from desktop.services.keys.key_places import current_place, has_key, next_place
from desktop.services.keys.signing_state import open_key
from desktop.services.keys.token_survey import token_state
from desktop.services.keys.trust_files import known_trust
from desktop.services.keys.trust_memory import lagging_behind
from desktop.services.office import Mode, Office

RENEW_WITHIN: Final = timedelta(days=60)
"""A certificate that ends sooner should be renewed now: the way there and back takes weeks."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was found. ERROR: signing or reading is not possible; WARNING: soon; NOTE: all is well."""

    code: str
    severity: Severity
    params: dict[str, Param] = field(default_factory=dict)


def diagnose(
    office: Office, passphrase: str | None = None, *, try_pin: bool = False, ask_token: bool = True
) -> tuple[Diagnosis, ...]:
    """Return what was found, the worst first; changes nothing. The passphrase is tried only when one is given.

    A token that holds the key is asked whether it is there and what it says of its PIN; the PIN itself is asked for
    and tried, once, only with `try_pin`. That may take seconds: in the window's thread `ask_token` is False.
    """
    found = list(_findings(office, passphrase))
    if ask_token:
        found += token_findings(office, try_pin=try_pin)
    if not found:
        return (Diagnosis("doctor.well", Severity.NOTE),)
    return tuple(sorted(found, key=lambda each: list(Severity).index(each.severity)))


def may_renew(found: tuple[Diagnosis, ...]) -> bool:
    """Tell whether making a new key is what should be done now."""
    return any(each.code in {"doctor.expiring", "doctor.renewal_waits"} for each in found)


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
    if not has_key(office):
        yield _error("doctor.no_key")
    elif passphrase is not None:
        try:
            open_key(office, passphrase)
        except Refusal as refusal:
            yield _of(refusal)


def token_findings(office: Office, *, try_pin: bool = False) -> tuple[Diagnosis, ...]:
    """Return what is wrong with the token that holds the signing key; nothing for a key in a file. Slow."""
    place = current_place(office).token
    if place is None:
        return ()
    try:
        state = token_state(place, office.ask_pin if try_pin else None)
    except Refusal as refusal:
        return (_of(refusal),)
    return tuple(_pin_findings(state, place.label))


def _pin_findings(state: PinState, token: str) -> Iterator[Diagnosis]:
    if state is PinState.LOCKED:
        yield _error("token.pin_locked", token=token)
    elif state is PinState.NOT_SET:
        yield _error("token.pin_not_set", token=token)
    elif state is PinState.LAST_TRY:
        yield _warning("doctor.pin_last_try", token=token)
    elif state is PinState.FEW_LEFT:
        yield _warning("doctor.pin_few_left", token=token)


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

    mine = _newest(trust, office)
    if mine is None:
        yield _error("doctor.no_certificate", version=trust.version)
        return
    renewing = next_place(office) is not None
    if renewing:
        yield _warning("doctor.renewal_waits")
    starts, ends = validity(mine.certificate)
    revoked = trust.revocation_of(mine.serial)
    if revoked is not None:
        yield _error("doctor.revoked", since=format_clock(revoked.at))
    elif now < starts:
        yield _error("doctor.not_yet_valid", starts=format_clock(starts), now=format_clock(now))
    elif now > ends:
        yield _error("doctor.expired", until=_day(ends), now=format_clock(now))
    elif now > ends - RENEW_WITHIN and not renewing:
        yield _warning("doctor.expiring", until=_day(ends), days=(ends - now).days)


def _newest(trust: TrustAnchors, office: Office) -> Grant | None:
    """Return the newest certificate of this office's key that is not revoked; the newest of all when every one is.

    Of a key from before its public half was noted any of the unit's certificates counts.
    """
    key = current_place(office).public_key
    mine = [each for each in reversed(trust.grants) if each.unit_code == office.identity.unit.code]
    mine = [each for each in mine if not key or certified_key_digest(each.certificate) == key]
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

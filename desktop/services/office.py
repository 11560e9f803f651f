"""The office at this desk: its profile folder, who it is, and what its services share."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.domain.names import compose
from desktop.domain.rounds import Unit
from desktop.domain.units import UnitRegister
from desktop.exchange.signing.pin import AskPin, nobody_to_ask
from desktop.rules.checks.catalogue import Catalogue, load_catalogue
from desktop.rules.checks.provinces import load_province_codes
from desktop.rules.checks.unit_register import load_units
from desktop.services.policies.shelf import PolicyShelf, shipped_packs
from desktop.services.recovery.left_overs import claim
from desktop.storage import Store, open_store
from desktop.system.file_lock import FileLock
from desktop.system.resources import resource

Clock = Callable[[], datetime]


class Mode(StrEnum):
    """What this office does with the program."""

    UNIT = "unit"
    FINANCE = "finance"
    HOME_AFFAIRS = "home-affairs"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who sits here. `operator` prepares, `head` answers for the list (D7)."""

    mode: Mode
    unit: Unit
    operator: str
    head: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """Everything a service needs; made by `create_office` or `open_office`, closed with `close`."""

    folder: Path
    store: Store
    now: Clock
    identity: Identity
    shelf: PolicyShelf
    catalogue: Catalogue
    provinces: frozenset[str]
    units: UnitRegister
    presence: FileLock
    """Held while the profile is open here."""
    ask_pin: AskPin = nobody_to_ask
    """Gets the PIN of a token from whoever sits here, at the moment that it is needed."""

    @property
    def operator(self) -> str:
        """The author of what is done here."""
        return self.identity.operator

    def stamp(self) -> str:
        """Return the present moment, UTC, RFC 3339, whole seconds."""
        return self.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def close(self) -> None:
        """Let go of the database and of the profile."""
        self.store.close()
        self.presence.release()


_UNIT_KEYS = ("code", "name", "parent", "budget_code", "place")


def create_office(folder: Path, identity: Identity, *, now: Clock) -> Office:
    """Set up a new profile folder.

    Raises Refusal: office.already_there, office.unit_code_invalid, office.name_missing, and those of the store.
    """
    _check_identity(identity)
    store = open_store(folder, now=now)
    try:
        _write_identity(store, folder, identity)
    except BaseException:
        store.close()
        raise
    return _office(folder, store, now, identity)


def _write_identity(store: Store, folder: Path, identity: Identity) -> None:
    with store.begin() as work:
        if work.settings.get("mode"):
            raise Refusal("office.already_there", folder=folder.name)
        for key, value in _settings_of(identity).items():
            work.settings.put(key, value)
        work.audit.append(identity.operator, "office.created", identity.unit.code)


def open_office(folder: Path, *, now: Clock) -> Office:
    """Open a profile folder; raises Refusal("office.not_set_up") and those of the store."""
    if not (folder / "tinhgian.db").exists():
        raise Refusal("office.not_set_up", folder=folder.name)
    store = open_store(folder, now=now)
    with store.begin() as work:
        settings = work.settings.all()
    if "mode" not in settings:
        store.close()
        raise Refusal("office.not_set_up", folder=folder.name)
    return _office(folder, store, now, _identity_in(settings))


def rename_operator(office: Office, operator: str, head: str) -> Office:
    """Return the office with another person at the desk."""
    identity = replace(office.identity, operator=compose(operator), head=compose(head))
    _check_identity(identity)
    with office.store.begin() as work:
        work.settings.put("operator", identity.operator)
        work.settings.put("head", identity.head)
        work.audit.append(identity.operator, "office.operator_changed", identity.unit.code)
    return replace(office, identity=identity)


def _office(folder: Path, store: Store, now: Clock, identity: Identity) -> Office:
    try:
        presence = claim(folder, store, identity.operator)
    except BaseException:
        store.close()
        raise
    return Office(
        folder=folder,
        store=store,
        now=now,
        identity=identity,
        shelf=_shelf(store),
        catalogue=shipped_catalogue(),
        provinces=_provinces(),
        units=_units(),
        presence=presence,
    )


def _shelf(store: Store) -> PolicyShelf:
    shelf = PolicyShelf()
    with store.begin() as work:
        shelf.fill(shipped_packs(resource("policies")), work.policies.all(), work.policies.chosen())
    return shelf


@lru_cache(maxsize=1)
def shipped_catalogue() -> Catalogue:
    """Return the catalogue of checks as the program ships it."""
    return load_catalogue(_catalogue_text("checks.yaml"))


@lru_cache(maxsize=1)
def _provinces() -> frozenset[str]:
    return frozenset(load_province_codes(_catalogue_text("province_codes.yaml")).codes)


@lru_cache(maxsize=1)
def _units() -> UnitRegister:
    return load_units(_catalogue_text("units.yaml"))


def _catalogue_text(name: str) -> str:
    return resource("catalogues", name).read_text(encoding="utf-8")


def _check_identity(identity: Identity) -> None:
    code = identity.unit.code
    plain = code.replace("-", "")
    if not (plain.isascii() and plain.isalnum() and len(code) <= 40 and code.strip("-") == code):
        raise Refusal("office.unit_code_invalid", code=code)
    if not identity.unit.name.strip() or not identity.operator.strip():
        raise Refusal("office.name_missing")


def _settings_of(identity: Identity) -> dict[str, str]:
    unit = {f"unit.{key}": compose(getattr(identity.unit, key)) for key in _UNIT_KEYS}
    return {
        "mode": identity.mode.value,
        "operator": compose(identity.operator),
        "head": compose(identity.head),
        **unit,
    }


def _identity_in(settings: dict[str, str]) -> Identity:
    unit = Unit(**{key: settings.get(f"unit.{key}", "") for key in _UNIT_KEYS})
    return Identity(Mode(settings["mode"]), unit, settings.get("operator", ""), settings.get("head", ""))

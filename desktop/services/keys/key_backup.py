"""Backing up an office's keys into one file under a recovery code, and getting them back on this PC or another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from desktop.domain.errors import Refusal
from desktop.domain.rounds import Unit
from desktop.exchange.container.contents import parse_utc
from desktop.exchange.container.part_file import part_file, synced
from desktop.exchange.errors import KeyRefusal
from desktop.exchange.signing.key_backup import (
    ENDING,
    KeyBackup,
    lock_key,
    read_backup,
    unlocked_key,
    write_backup,
)
from desktop.exchange.spoken.recovery_code import recovery_secret
from desktop.exchange.trust.authority import ROOT_KEY
from desktop.services.keys.key_places import has_key
from desktop.services.keys.office_keys import encryption_key
from desktop.services.keys.own_fingerprint import note_fingerprint
from desktop.services.keys.replace_key import key_files, keys_put_aside
from desktop.services.keys.root_authority import authority_in_force, root_on_token
from desktop.services.keys.signing_state import open_key
from desktop.services.keys.trust_files import known_trust, log
from desktop.services.keys.trust_memory import learn
from desktop.services.office import Clock, Identity, Mode, Office, create_office

_MADE_AT: Final = "backup.made_at"
_MADE_OF: Final = "backup.made_of"
_MEMORY: Final = "trust."
_PLACES: Final = "signing."
"""Settings that say which of the key files are in force, and which token holds the signing key."""
_KEY: Final = re.compile(r"keys/(signing|encryption)-key(-[0-9]{1,4})?\.pem|authority/(root-[0-9]{6}/)?root-key\.pem")
_FILE: Final = re.compile(
    r"trust/(root\.pem|trust\.asice|rotations/[0-9]{6}\.asice)"
    r"|authority/(root-[0-9]{6}/)?(root\.pem|root-token\.json)"
)


@dataclass(frozen=True, slots=True)
class BackupState:
    """When keys were last backed up (UTC), None if never, and whether what is here now is in that backup."""

    made_at: datetime | None
    current: bool


def backup_state(office: Office) -> BackupState:
    """Say whether the keys that are here are backed up; with no key there is nothing to back up."""
    with office.store.begin() as work:
        made_at, made_of = work.settings.get(_MADE_AT), work.settings.get(_MADE_OF)
    current = not has_key(office) or made_of == _mark(office)
    return BackupState(parse_utc(made_at) if made_at else None, current)


def backup_name(office: Office) -> str:
    """Return the name of a backup made today."""
    return f"sao-luu-khoa-{office.identity.unit.code}-{office.now().astimezone():%Y%m%d}{ENDING}"


def back_up_keys(office: Office, passphrase: str, folder: Path, code: str, *, root_passphrase: str = "") -> Path:
    """Write a backup of all keys, certificates and trust into the folder under a recovery code; return its path.

    A key on a token stays there: then the backup holds what opens packages. `root_passphrase` is that of the root in
    force, where Sở Tài chính has one in a file. Raises Refusal: backup.no_key,
    backup.file_exists, those of the code (recovery.*, spoken.*); KeyRefusal; FileError.
    """
    if not has_key(office):
        raise Refusal("backup.no_key")
    secret = recovery_secret(code)
    encryption_key(office, passphrase)  # made now where an older program made none
    backup = KeyBackup(
        made_at=office.stamp(),
        office=_identity(office),
        keys=_unlocked(office, passphrase, root_passphrase),
        files=_public_files(office),
        memory=_memory(office),
    )
    target = folder / backup_name(office)
    write_backup(target, backup, secret)
    _note_backup(office, backup.made_at)
    return target


def open_backup(path: Path, code: str) -> KeyBackup:
    """Open a backup with its recovery code; changes nothing. Raises what `read_backup` and the code raise."""
    backup = read_backup(path, recovery_secret(code))
    paths = (*((each, _KEY) for each in backup.keys), *((each, _FILE) for each in backup.files))
    if not all(form.fullmatch(each) for each, form in paths):
        raise Refusal("backup.not_a_backup", file=path.name)
    return backup


def root_is_in_a_file(office: Office) -> bool:
    """Tell whether backing up takes the passphrase of a root that was made here."""
    if office.identity.mode is not Mode.FINANCE or not (office.folder / "authority" / "root.pem").exists():
        return False
    return not root_on_token(office)


def has_root(backup: KeyBackup) -> bool:
    """Tell whether the root's key is in the backup, so that it needs a passphrase of its own."""
    return any(path.startswith("authority/") for path in backup.keys)


def identity_in(backup: KeyBackup) -> Identity:
    """Return whose backup it is."""
    known = backup.office
    unit = Unit(*(known.get(key, "") for key in ("code", "name", "parent", "budget_code", "place")))
    return Identity(Mode(known["mode"]), unit, known.get("operator", ""), known.get("head", ""))


def restore_office(home: Path, backup: KeyBackup, passphrase: str, *, now: Clock, root_passphrase: str = "") -> Office:
    """Set up a new profile folder from a backup, its keys under a new passphrase.

    Raises Refusal: office.already_there, backup.root_passphrase_missing, those of `create_office`; KeyRefusal;
    FileError.
    """
    _check_passphrases(backup, passphrase, root_passphrase)
    office = create_office(home, identity_in(backup), now=now)
    try:
        _put_back(office, backup, passphrase, root_passphrase)
    except BaseException:
        office.close()
        raise
    return office


def restore_keys(
    office: Office, file: str, backup: KeyBackup, passphrase: str, *, root_passphrase: str = ""
) -> Path | None:
    """Put the keys of a backup in the place of those here, under a new passphrase; trust that is here stays.

    Return the folder in which the keys that were here lie from now on, None when there were none. Raises Refusal:
    backup.other_unit, backup.root_passphrase_missing; KeyRefusal; FileError.
    """
    theirs = identity_in(backup)
    ours = office.identity
    if (theirs.mode, theirs.unit.code) != (ours.mode, ours.unit.code):
        raise Refusal("backup.other_unit", file=file, theirs=theirs.unit.name, ours=ours.unit.name)
    _check_passphrases(backup, passphrase, root_passphrase)
    roots = [each for each in backup.keys if each.startswith("authority/")]
    with keys_put_aside(office, roots) as aside:
        _put_back(office, backup, passphrase, root_passphrase)
    return aside


def _check_passphrases(backup: KeyBackup, passphrase: str, root_passphrase: str) -> None:
    if not passphrase:
        raise Refusal("key.passphrase_missing")
    if has_root(backup) and not root_passphrase:
        raise Refusal("backup.root_passphrase_missing")


def _put_back(office: Office, backup: KeyBackup, passphrase: str, root_passphrase: str) -> None:
    for path, key in backup.keys.items():
        target = office.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        lock_key(target, root_passphrase if path.startswith("authority/") else passphrase, key)
    with office.store.begin() as work:
        for name, place in backup.memory.items():
            if name.startswith(_PLACES):
                work.settings.put(name, place)
    note_fingerprint(office, passphrase)
    if not (office.folder / "trust" / "root.pem").exists():
        _put_back_trust(office, backup)
    log(office, "key.restored", backup.made_at)
    _note_backup(office, backup.made_at)


def _put_back_trust(office: Office, backup: KeyBackup) -> None:
    for path, content in backup.files.items():
        target = office.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with part_file(target) as part, synced(part) as stream:
            stream.write(content)
    with office.store.begin() as work:
        for key, value in backup.memory.items():
            if key.startswith(_MEMORY) and work.settings.get(key) is None:
                work.settings.put(key, value)
    if "trust/root.pem" in backup.files:
        learn(office, known_trust(office))


def _unlocked(office: Office, passphrase: str, root_passphrase: str) -> dict[str, bytes]:
    open_key(office, passphrase)
    found = {_path(office, each): each for each in key_files(office)}
    unlocked = {path: key for path, file in found.items() if (key := _opened_if_possible(file, passphrase))}
    if root_is_in_a_file(office):
        if not root_passphrase:
            raise Refusal("backup.root_passphrase_missing")
        root = authority_in_force(office) / ROOT_KEY
        unlocked[_path(office, root)] = unlocked_key(root, root_passphrase)
    return unlocked


def _opened_if_possible(file: Path, passphrase: str) -> bytes | None:
    """Return a key unlocked; None for one of a time with another passphrase, which is in force no more."""
    try:
        return unlocked_key(file, passphrase)
    except KeyRefusal as refusal:
        if refusal.code != "key.wrong_passphrase":
            raise
        return None


def _path(office: Office, file: Path) -> str:
    return file.relative_to(office.folder).as_posix()


def _public_files(office: Office) -> dict[str, bytes]:
    found = (each for room in ("trust", "authority") for each in sorted((office.folder / room).rglob("*")))
    named = {each.relative_to(office.folder).as_posix(): each for each in found if each.is_file()}
    return {path: each.read_bytes() for path, each in named.items() if _FILE.fullmatch(path)}


def _memory(office: Office) -> dict[str, str]:
    with office.store.begin() as work:
        return {key: value for key, value in work.settings.all().items() if key.startswith((_MEMORY, _PLACES))}


def _identity(office: Office) -> Mapping[str, str]:
    known, unit = office.identity, office.identity.unit
    return {
        "mode": known.mode.value,
        "operator": known.operator,
        "head": known.head,
        "code": unit.code,
        "name": unit.name,
        "parent": unit.parent,
        "budget_code": unit.budget_code,
        "place": unit.place,
    }


def _note_backup(office: Office, made_at: str) -> None:
    with office.store.begin() as work:
        work.settings.put(_MADE_AT, made_at)
        work.settings.put(_MADE_OF, _mark(office))
    log(office, "key.backed_up", made_at)


def _mark(office: Office) -> str:
    """Return a digest of the key files that are here, so that a new key or root shows as not backed up."""
    files = (*key_files(office), *sorted((office.folder / "authority").rglob("root-key.pem")))
    whole = sha256()
    for each in files:
        whole.update(each.read_bytes())
    return whole.hexdigest()

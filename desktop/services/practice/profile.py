"""The practice profile: set up beside the real one, opened again, and thrown away.

Nothing of it can be taken for real: its store, keys and root of trust lie in a folder of their own and are made on the
spot, its unit has a code that no office bears, and its rounds are computed with invented figures. Whoever got a package
of it would not know its root.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Final

from desktop.domain.rounds import Unit
from desktop.exchange.kinds import Role
from desktop.services.keys.enrolment import create_signing_key, issue, request_certificate, set_up_finance
from desktop.services.keys.signing_state import signing_state
from desktop.services.keys.trust_files import install_root, install_trust
from desktop.services.office import Clock, Identity, Mode, Office, create_office, open_office
from desktop.services.practice.mark import mark_practice
from desktop.services.rounds.open_round import open_round

PRACTICE_PASSPHRASE: Final = "tap-lam-thoi"  # noqa: S105 - shown on the screen: it opens nothing that is real
PRACTICE_UNIT: Final = "THUC-HANH"
PRACTICE_RECIPIENT: Final = "STC-THUC-HANH"
_READY = "san-sang"
"""A file that says that a practice folder was set up to its end."""
_UNIT, _FINANCE, _STICK = "don-vi", "so-tai-chinh", "usb"


@dataclass(frozen=True, slots=True)
class PracticePlaces:
    """The folders of a practice round."""

    folder: Path

    @property
    def unit(self) -> Path:
        """The profile of the sample unit."""
        return self.folder / _UNIT

    @property
    def stick(self) -> Path:
        """What plays the memory stick: packages and prints go there."""
        return self.folder / _STICK


def practice_places(office: Office) -> PracticePlaces:
    """Return the folders of an office that practises."""
    return PracticePlaces(office.folder.parent)


def open_practice(home: Path, *, now: Clock) -> Office:
    """Open the practice that is there, or set one up; what was left half set up is thrown away.

    Raises Refusal of the store, of keys and of packages.
    """
    folders = sorted(_folders(home))
    ready = [each for each in folders if (each / _READY).exists()]
    for each in folders:
        if each not in ready[-1:]:
            shutil.rmtree(each, ignore_errors=True)  # what cannot go now goes the next time
    if ready:
        return open_office(PracticePlaces(ready[-1]).unit, now=now)
    return new_practice(home, now=now)


def new_practice(home: Path, *, now: Clock) -> Office:
    """Set up a fresh practice beside whatever is there; raises as `open_practice`."""
    folder = practice_home(home) / f"{len(list(_folders(home))) + 1:03d}-{token_hex(4)}"
    places = PracticePlaces(folder)
    places.stick.mkdir(parents=True)
    unit = create_office(places.unit, _unit(), now=now)
    try:
        with unit.store.begin() as work:
            mark_practice(work)
        _enrol(unit, places, now)
        open_round(unit, "Đợt tập làm", "TAP-1")
        (folder / _READY).touch()
    except BaseException:
        unit.close()
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return unit


def drop_practice(office: Office) -> None:
    """Close a practice office and throw its folder away."""
    folder = practice_places(office).folder
    office.close()
    (folder / _READY).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def practice_home(home: Path) -> Path:
    """Return where the practice of a profile lies."""
    return home / "thuc-hanh"


def _folders(home: Path) -> Iterator[Path]:
    place = practice_home(home)
    return (each for each in place.iterdir() if each.is_dir()) if place.is_dir() else iter(())


def _unit() -> Identity:
    unit = Unit(PRACTICE_UNIT, "Đơn vị thực hành", "Sở Tài chính thực hành", place="Hải Phòng")
    return Identity(Mode.UNIT, unit, "Người tập làm", "Thủ trưởng thực hành")


def _enrol(unit: Office, places: PracticePlaces, now: Clock) -> None:
    """Make a root that only this folder knows, and let it certify the sample unit; its keys open to nobody after."""
    secret = token_hex(16)
    identity = Identity(Mode.FINANCE, Unit(PRACTICE_RECIPIENT, "Sở Tài chính thực hành"), "Người tập làm")
    finance = create_office(places.folder / _FINANCE, identity, now=now)
    try:
        set_up_finance(finance, "Gốc tin cậy thực hành", secret, secret, places.stick)
        fingerprint = create_signing_key(unit, PRACTICE_PASSPHRASE)
        request = request_certificate(unit, PRACTICE_PASSPHRASE, places.stick)
        trust = issue(finance, secret, request.path, (Role.SUBMIT,), places.stick, fingerprint=fingerprint)
        install_root(unit, finance.folder / "trust" / "root.pem", signing_state(finance).root_fingerprint)
        install_trust(unit, trust.path)
    finally:
        finance.close()
    for each in places.stick.iterdir():
        each.unlink()

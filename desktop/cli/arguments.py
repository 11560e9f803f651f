"""Arguments shared by the commands, and how they are read."""

import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias

from desktop.cli.answer import Answer
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.names import fold
from desktop.domain.rounds import Round
from desktop.exchange.errors import KeyRefusal
from desktop.exchange.signing.pin import PinQuestion
from desktop.services.keys.root_authority import root_on_token
from desktop.services.office import Office, open_office
from desktop.services.rounds.open_round import current_round
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.services.sending.sealing import is_sealed
from desktop.system.paths import profile_home

Parser: TypeAlias = argparse.ArgumentParser
Command: TypeAlias = Callable[["Call"], Answer]


@dataclass(frozen=True)
class Call:
    """One call of the program: its arguments, and the office that it works in."""

    arguments: argparse.Namespace
    opened: list[Office] = field(default_factory=list)
    """Offices that this call opened; whoever made the call closes them."""

    @property
    def home(self) -> Path:
        """The profile folder."""
        return Path(self.arguments.home) if self.arguments.home else profile_home()

    def office(self) -> Office:
        """Open the office; raises Refusal("office.not_set_up")."""
        office = replace(open_office(self.home, now=utc_now), ask_pin=self.pin)
        self.opened.append(office)
        return office

    def passphrase(self, name: str = "passphrase") -> str:
        """Return a passphrase from --<name>-file or the variable TINHGIAN_<NAME>; raises Refusal("secret.missing")."""
        path = getattr(self.arguments, f"{name}_file", None)
        if path:
            return _first_line(Path(path))
        found = os.environ.get(f"TINHGIAN_{name.upper()}")
        if not found:
            raise Refusal("secret.missing")
        return found

    def pin(self, question: PinQuestion) -> str:
        """Return the PIN of a token from --pin-file or TINHGIAN_PIN; TINHGIAN_ROOT_PIN for the one with the root.

        Raises KeyRefusal("token.pin_missing").
        """
        root = os.environ.get("TINHGIAN_ROOT_PIN") if question.for_root else None
        if root:
            return root
        try:
            return self.passphrase("pin")
        except Refusal as refusal:
            if refusal.code != "secret.missing":
                raise
            raise KeyRefusal("token.pin_missing", token=question.label) from None

    def root_passphrase(self) -> str:
        """Return the passphrase of the root's file, "" where the root is on a token, which asks for its PIN."""
        return "" if root_on_token(self.office()) else self.passphrase("root_passphrase")

    def package_passphrase(self, path: Path) -> str:
        """Return the passphrase that opening a package takes, "" for one that is not encrypted."""
        return self.passphrase() if is_sealed(path) else ""


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise Refusal("secret.unreadable", file=path.name) from None


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def round_of(office: Office, call: Call) -> Round:
    """Return the round asked for with --round (id or period), else the last; raises Refusal("round.none")."""
    wanted = getattr(call.arguments, "round", None)
    if not wanted:
        found = current_round(office)
    else:
        with office.store.begin() as work:
            found = next((each for each in work.rounds.all() if wanted in {each.id, each.period}), None)
    if found is None and wanted:
        raise Refusal("round.unknown", round=wanted)
    if found is None:
        raise Refusal("round.none")
    return found


def view_of(office: Office, call: Call) -> RoundView:
    """Read the round asked for."""
    return read_round(office, round_of(office, call).id)


def person_of(view: RoundView, who: str) -> Dossier:
    """Return the dossier with this id, CCCD number, place in the list or name; raises Refusal("person.not_found")."""
    name = fold(who)
    found = [
        each
        for each in view.dossiers
        if who in {each.id, each.person.citizen_id, str(each.ordinal)} or fold(each.person.full_name) == name
    ]
    if len(found) > 1:
        raise Refusal("person.ambiguous", who=who, count=len(found))
    if not found:
        raise Refusal("person.not_found", who=who)
    return found[0]


def day(text: str) -> date:
    """Read a day of the command line: 2024-11-01 or 01/11/2024."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(text)


def file(text: str) -> Path:
    """Read a path."""
    return Path(text).expanduser()

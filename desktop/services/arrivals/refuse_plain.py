"""Refusing packages that whoever held the file could read, where an office wants none."""

from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.services.office import Office
from desktop.services.sending.exchange_settings import exchange_settings
from desktop.services.sending.sealing import is_sealed


def refuse_plain(office: Office, path: Path) -> None:
    """Raise Refusal("package.plain_refused") for a file that is not encrypted, if this office takes no such ones."""
    if exchange_settings(office).refuse_plain and not is_sealed(path):
        raise Refusal("package.plain_refused", file=path.name)

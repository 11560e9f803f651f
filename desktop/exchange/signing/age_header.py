"""How an age file begins, looked at within bounds before any library reads it."""

import re
from pathlib import Path
from typing import Final

from desktop.exchange.errors import StructureError

_VERSION: Final = b"age-encryption.org/v1\n"
_ANY_VERSION: Final = b"age-encryption.org/"
_ARMOUR: Final = b"-----BEGIN AGE ENCRYPTED FILE-----"
_ZIP: Final = b"PK\x03\x04"
ENDING: Final = ".age"

MAX_HEADER: Final = 16_384
"""Bytes. Two recipients and the line that age adds to keep readers tolerant take about 400."""
MAX_STANZAS: Final = 20
"""An office writes to the recipient and to itself; more than these readers nobody has."""

_END: Final = re.compile(rb"^--- [A-Za-z0-9+/]{43}$", re.MULTILINE)
_STANZA: Final = re.compile(rb"^-> ([\x21-\x7e]+)", re.MULTILINE)


def is_sealed(path: Path) -> bool:
    """Tell whether a file is, or was meant to be, an encrypted package; raises OSError."""
    with path.open("rb") as source:
        head = source.read(len(_ARMOUR))
    named = path.name.lower().endswith(ENDING) and not head.startswith(_ZIP)
    return named or head.startswith((_ANY_VERSION, _ARMOUR))


def check_header(head: bytes) -> None:
    """Check the first bytes of an age file: binary, version 1, few recipients, all of them public keys.

    `head` is at least MAX_HEADER bytes, or the whole file. Raises StructureError("package.decrypt_failed").
    """
    end = _END.search(head[:MAX_HEADER])
    if not head.startswith(_VERSION) or end is None:
        raise StructureError("package.decrypt_failed")
    kinds = _STANZA.findall(head, 0, end.start())
    if len(kinds) > MAX_STANZAS or b"X25519" not in kinds or b"scrypt" in kinds:
        raise StructureError("package.decrypt_failed")

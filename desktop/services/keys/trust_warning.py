"""The warning beside packages that are read while the trust pack is out of date and still believed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.domain.errors import Param
from desktop.services.keys.trust_files import trust_at_a_glance
from desktop.services.office import Mode, Office

_OLD: Final = "doctor.trust_old"
_OWN: Final = "doctor.trust_to_renew"


@dataclass(frozen=True, slots=True)
class TrustWarning:
    """What is to be known of the trust pack when a package is read; `params` fill the sentence of `code`."""

    code: str
    params: Mapping[str, Param]


def trust_warning(office: Office) -> TrustWarning | None:
    """Return the warning of a trust pack past its date and still believed; None when all is well. Never raises.

    Past the grace nothing is read any more: reading says so.
    """
    known = trust_at_a_glance(office)
    if known is None or known.pack is None or known.ends is None:
        return None
    if not known.pack.next_update < office.now() <= known.ends:
        return None
    code = _OWN if office.identity.mode is Mode.FINANCE else _OLD
    params: dict[str, Param] = {
        "version": known.version,
        "until": _day(known.pack.next_update),
        "last": _day(known.ends),
    }
    return TrustWarning(code, params)


def _day(moment: datetime) -> str:
    return f"{moment.astimezone():%d/%m/%Y}"

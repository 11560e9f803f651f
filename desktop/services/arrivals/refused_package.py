"""Which checks a package that was refused falls under: who signed it (GK01), what was changed (GK02)."""

from datetime import date

from desktop.domain.arrivals import Arrival
from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding
from desktop.rules.checks.catalogue import Catalogue
from desktop.rules.checks.engine import check_arrival

_UNBELIEVED = frozenset(
    {
        "package.signature_invalid",
        "package.signature_profile",
        "package.unknown_signer",
        "package.signer_not_listed",
        "package.not_authorised",
        "package.cert_expired",
        "package.cert_revoked",
    }
)
_CHANGED = frozenset({"package.digest_mismatch", "package.unlisted_entry"})


def refusal_findings(refusal: Refusal, catalogue: Catalogue, today: date) -> tuple[Finding, ...]:
    """Return the findings that say the refusal in the catalogue's terms; none where no check is about it."""
    arrival = _arrival(refusal)
    return check_arrival(arrival, catalogue, today) if arrival else ()


def _arrival(refusal: Refusal) -> Arrival | None:
    params, code = refusal.params, refusal.code
    file, sender = str(params.get("file", "")), str(params.get("signer", "unknown"))
    if code in _UNBELIEVED:
        return Arrival(file, sender, file, signature_fault=code.partition(".")[2])
    if code in _CHANGED:
        return Arrival(file, sender, file, changed_files=(str(params.get("name", file)),))
    return None

"""The package as a whole before it is signed: size, print, certificate (catalogue 3.7, 3.8, 3.10)."""

from datetime import datetime, timedelta, timezone

from desktop.domain.dates import format_date
from desktop.domain.findings import Finding
from desktop.domain.states import EDITABLE
from desktop.rules.checks.rule import Case, Hit, Hits, RoundRule

_BYTES_OF_MB = 1_000_000
_VIETNAM = timezone(timedelta(hours=7))


def package_too_large(case: Case[tuple[Finding, ...]]) -> Hits:
    """HS07: the scans together are larger than a package may be."""
    size = sum(attachment.size for attachment in case.context.attachments.values())
    limit = case.number("limit_mb")
    if size > limit * _BYTES_OF_MB:
        yield Hit({"mb": -(-size // _BYTES_OF_MB), "gh": limit})


def print_is_old(case: Case[tuple[Finding, ...]]) -> Hits:
    """TT06: the list was printed from other data than there is now; silent once everybody was sent."""
    printed, digest = case.context.printed, case.context.list_digest
    if printed and digest and _someone_to_send(case) and printed.digest != digest():
        yield Hit({"t1": _in_vietnam(printed.printed_at)})


def _in_vietnam(stamp: str) -> str:
    at = datetime.fromisoformat(stamp).astimezone(_VIETNAM)
    return f"{at:%H:%M} ngày {format_date(at.date())}"


def certificate_ends(case: Case[tuple[Finding, ...]]) -> Hits:
    """GK05: the certificate ends within days or has ended; or this machine's day is before the certificate's first.

    Silent once everybody was sent: the round needs no signature any more.
    """
    certificate, today = case.context.certificate, case.context.today
    if certificate is None or not _someone_to_send(case):
        return
    if today < certificate.first_day:
        yield Hit({"ngay": format_date(certificate.first_day), "hom_nay": format_date(today)}, detail="clock")
    elif (certificate.last_day - today).days <= case.number("days"):
        yield Hit({"ngay": format_date(certificate.last_day)})


def _someone_to_send(case: Case[tuple[Finding, ...]]) -> bool:
    return any(dossier.state in EDITABLE for dossier in case.context.live)


ROUND_RULES = (
    RoundRule("HS07", package_too_large),
    RoundRule("TT06", print_is_old),
    RoundRule("GK05", certificate_ends),
)

"""The package as a whole before it is signed: size, print, certificate (catalogue 3.7, 3.8, 3.10)."""

from desktop.domain.arrivals import PrintRecord
from desktop.domain.dates import format_date
from desktop.domain.findings import Finding
from desktop.domain.states import DossierState
from desktop.rules.checks.deadlines import someone_to_send
from desktop.rules.checks.rule import Case, Hit, Hits, RoundRule
from desktop.rules.checks.vietnam import in_vietnam

_BYTES_OF_MB = 1_000_000
_LETTERS_OF_DIGEST = 12
"""What stands of it on every sheet."""


def package_too_large(case: Case[tuple[Finding, ...]]) -> Hits:
    """HS07: the scans together are larger than a package may be."""
    size = sum(attachment.size for attachment in case.context.attachments.values())
    limit = case.number("limit_mb")
    if size > limit * _BYTES_OF_MB:
        yield Hit({"mb": -(-size // _BYTES_OF_MB), "gh": limit})


def print_is_old(case: Case[tuple[Finding, ...]]) -> Hits:
    """TT06: the list was printed from other data than would go now; silent once everybody was sent."""
    printed, digest = case.context.printed, case.context.list_digest
    if printed is None or digest is None or not someone_to_send(case):
        return
    if printed.digest != digest() or _would_go_unprinted(case, printed):
        at = in_vietnam(printed.printed_at)
        shown = f"{at:%H:%M} ngày {format_date(at.date())}"
        yield Hit({"t1": shown}, detail=printed.digest[:_LETTERS_OF_DIGEST])


def _would_go_unprinted(case: Case[tuple[Finding, ...]], printed: PrintRecord) -> bool:
    """Tell whether somebody is complete who does not stand on the print of a part of the round."""
    on_paper = frozenset(printed.people)
    complete = (each.id for each in case.context.live if each.state is DossierState.COMPLETE)
    return bool(on_paper) and not on_paper.issuperset(complete)


def certificate_ends(case: Case[tuple[Finding, ...]]) -> Hits:
    """GK05: the certificate ends within days or has ended; or this machine's day is before the certificate's first.

    Silent once everybody was sent: the round needs no signature any more.
    """
    certificate, today = case.context.certificate, case.context.today
    if certificate is None or not someone_to_send(case):
        return
    if today < certificate.first_day:
        yield Hit(
            {"ngay": format_date(certificate.first_day), "hom_nay": format_date(today)},
            detail=f"clock:{certificate.first_day}",
        )
    elif (certificate.last_day - today).days <= case.number("days"):
        yield Hit({"ngay": format_date(certificate.last_day)}, detail=str(certificate.last_day))


ROUND_RULES = (
    RoundRule("HS07", package_too_large),
    RoundRule("TT06", print_is_old),
    RoundRule("GK05", certificate_ends),
)

"""Papers and scans (catalogue 3.7)."""

from dataclasses import replace
from itertools import combinations

from desktop.domain.approvals import REFUSING_FAULTS, Attachment, ScanFault, ScanFlag
from desktop.domain.findings import Finding
from desktop.rules.checks.rule import AttachmentRule, Case, Hit, Hits, RoundRule

_TURNED = {ScanFault.UPSIDE_DOWN, ScanFault.ROTATED}


def unusable_file(case: Case[Attachment]) -> Hits:
    """HS02: the file cannot be opened or is not what it says."""
    for flag in case.subject.flags:
        if flag.fault in REFUSING_FAULTS:
            yield Hit({"tep": case.subject.name, "ly_do": flag.fault.value}, detail=flag.fault.value)


def blank_page(case: Case[Attachment]) -> Hits:
    """HS03: a page is blank or nearly so."""
    for flag in case.subject.flags:
        if flag.fault is ScanFault.BLANK_PAGE:
            yield _on_page(case, flag)


def unsharp_page(case: Case[Attachment]) -> Hits:
    """HS04: a page is scanned more coarsely than the least resolution, or is blurred."""
    least = case.number("min_dpi")
    for flag in case.subject.flags:
        if flag.fault is ScanFault.LOW_RESOLUTION and (flag.measure is None or flag.measure < least):
            dpi = "unknown" if flag.measure is None else flag.measure
            yield _on_page(case, flag, dpi=dpi, dpi_toi_thieu=least)
        elif flag.fault is ScanFault.BLURRED:
            place = _on_page(case, flag)
            yield replace(place, detail=f"blurred:{flag.page}")


def turned_page(case: Case[Attachment]) -> Hits:
    """HS05: a page is upside down or lies on its side."""
    for flag in case.subject.flags:
        if flag.fault in _TURNED:
            yield _on_page(case, flag, goc=180 if flag.measure is None else flag.measure)


def file_of_two_papers(case: Case[Attachment]) -> Hits:
    """HS06: one file is attached to two different papers."""
    users = case.context.approvals_by_attachment.get(case.subject.sha256, ())
    for left, right in combinations(users, 2):
        yield Hit({"tep": case.subject.name, "a": left.number, "b": right.number}, detail=f"{left.id}+{right.id}")


def unused_paper(case: Case[tuple[Finding, ...]]) -> Hits:
    """HS08: a paper that no person uses, or a file that no paper uses."""
    context = case.context
    for approval in context.approvals.values():
        if approval.id not in context.dossiers_by_paper:
            yield Hit({"so": approval.number}, subject=approval.id, field="approval.number")
    for attachment in {**context.attachments, **context.waiting}.values():
        if attachment.sha256 not in context.approvals_by_attachment:
            yield Hit({"tep": attachment.name}, detail="file", subject=attachment.sha256, field="approval.attachments")


def _on_page(case: Case[Attachment], flag: ScanFlag, **more: str | int) -> Hit:
    place: dict[str, str | int] = {"p": flag.page, "tep": case.subject.name}
    return Hit(place | more, detail=f"{flag.page}")


ATTACHMENT_RULES = (
    AttachmentRule("HS02", unusable_file),
    AttachmentRule("HS03", blank_page),
    AttachmentRule("HS04", unsharp_page),
    AttachmentRule("HS05", turned_page),
    AttachmentRule("HS06", file_of_two_papers),
)
ROUND_RULES = (RoundRule("HS08", unused_paper),)

"""Papers and scans (catalogue 3.7)."""

from dataclasses import replace
from hashlib import blake2b
from itertools import combinations, product

from desktop.domain.approvals import REFUSING_FAULTS, Approval, Attachment, ScanFault, ScanFlag
from desktop.domain.arrivals import FileElsewhere
from desktop.domain.findings import Finding
from desktop.domain.names import fold
from desktop.rules.checks.context import CheckContext
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
    """HS06: one file is attached to two different papers, of this round or of others."""
    users = case.context.approvals_by_attachment.get(case.subject.sha256, ())
    for left, right in combinations(users, 2):
        yield Hit({"tep": case.subject.name} | _numbers(left, right), detail=f"{left.id}+{right.id}")
    for own, other in product(users, _other_papers(case.context, case.subject.sha256, users)):
        where: dict[str, str | int] = {"don_vi": other.unit_name, "dot": other.round_name}
        yield Hit({"tep": case.subject.name} | _numbers(own, other.document) | where, detail=_bound_to(own, other))


def _numbers(left: Approval, right: Approval) -> dict[str, str | int]:
    return {"a": left.number or "unnumbered", "b": right.number or "unnumbered"}


def _other_papers(context: CheckContext, sha256: str, users: tuple[Approval, ...]) -> list[FileElsewhere]:
    """Return those of other rounds and units that are none of this round's once more, each paper once."""
    others: list[FileElsewhere] = []
    for each in context.elsewhere_by_file.get(sha256, ()):
        here = any(_is_same(context, own, each) for own in users)
        if not here and not any(_is_one_paper(before.document, each.document) for before in others):
            others.append(each)
    return others


def _is_same(context: CheckContext, own: Approval, other: FileElsewhere) -> bool:
    """Tell whether both are one paper: in another revision, or entered again elsewhere.

    What has no number is told by whose it is: two people's insurance books are two papers.
    """
    if other.unit_code == context.unit_code and other.document.id == own.id:
        return True
    if own.number.strip():
        return _is_one_paper(own, other.document)
    mine = {each.person.citizen_id for each in context.dossiers_by_paper.get(own.id, ())} - {""}
    return _describes(own) == _describes(other.document) and not mine.isdisjoint(other.people)


def _is_one_paper(one: Approval, other: Approval) -> bool:
    return bool(one.number.strip()) and _describes(one) == _describes(other)


def _describes(paper: Approval) -> tuple[object, ...]:
    return paper.proves, fold(paper.number), paper.issued_on, fold(paper.issuer)


def _bound_to(own: Approval, other: FileElsewhere) -> str:
    """Return what an answer justifies: these two papers, as they are called, in that unit and round."""
    said = (own.number, other.document.number, other.unit_code, other.unit_name, other.round_name)
    words = blake2b("\n".join(said).encode(), digest_size=8).hexdigest()
    return f"elsewhere:{own.id}+{other.document.id}:{words}"


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

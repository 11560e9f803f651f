"""What is pinned on the scans, beside what was entered (catalogue 3.2, 3.6)."""

from desktop.domain.dates import format_date, parse_stored_date
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.evidence import EvidencePin
from desktop.domain.names import fold
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits

_LEAVE, _NAME = "leave_on", "person.full_name"


def pinned_leave_differs(case: Case[Dossier]) -> Hits:
    """NT08: a pin for the day of leaving reads another day."""
    leave = case.subject.leave_on
    for pin in case.subject.pins:
        if leave and pin.field == _LEAVE and pin.reads and pin.reads != leave.isoformat():
            yield Hit({"nn": format_date(leave), "nv": _shown(pin.reads)}, detail=f"{pin.sha256}:{leave}:{pin.reads}")


def name_not_pinned(case: Case[Dossier]) -> Hits:
    """PD05: names are pinned on the person's document, and theirs is not among them."""
    approval = case.context.approval_of(case.subject)
    if approval is None:
        return
    named = [pin for pin in case.context.pins if pin.field == _NAME and pin.sha256 in approval.attachments]
    if named and not any(_names(pin, case.subject) for pin in named):
        yield Hit({"ten": case.subject.person.full_name, "so": approval.number})


def _names(pin: EvidencePin, dossier: Dossier) -> bool:
    read = fold(pin.reads)
    same = read == fold(dossier.person.full_name)
    return same if read else pin.dossier_id == dossier.id


def _shown(text: str) -> str:
    try:
        return format_date(parse_stored_date(text))
    except Refusal:
        return text


RULES = (DossierRule("NT08", pinned_leave_differs), DossierRule("PD05", name_not_pinned))

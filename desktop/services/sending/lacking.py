"""What each person still lacks before the round can be packed, in the order of the list; then what documents lack."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding, Severity
from desktop.domain.states import EDITABLE
from desktop.rules.checks.catalogue import Category
from desktop.rules.checks.engine import unjustified
from desktop.services.entry.unread import UnreadCell
from desktop.services.rounds.one_fault import Fault, faults_of
from desktop.services.rounds.round_view import RoundView
from desktop.services.sending.plan_sending import SendingPlan
from desktop.services.sending.to_mend import ToMend


class Lack(StrEnum):
    """What kind of thing is missing."""

    DATA = "data"
    PAPER = "paper"
    ANSWER = "answer"
    PRINT = "print"
    """The print is old."""
    CERTIFICATE = "certificate"
    UNREAD = "unread"
    """A cell of the list, or a row of the career, that nobody could read."""
    REQUEST = "request"
    """What somebody was returned for, neither mended nor answered."""


_ELSEWHERE = {"TT06": Lack.PRINT, "GK05": Lack.CERTIFICATE}
"""Warnings of the round that are better mended than answered."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing to do, for one person or for all of a document.

    `subject` is the person's id, a paper's, a file's, or "" for the round; `fault` is there where there is a finding.
    """

    kind: Lack
    subject: str
    field: str
    name: str
    """Whose it is: the person's name, the number of a paper, the round's name."""
    fault: Fault | None = None
    cell: UnreadCell | None = None
    request: ToMend | None = None

    @property
    def finding(self) -> Finding | None:
        """What was found, once for all whom it holds back."""
        return self.fault.finding if self.fault else None

    @property
    def people(self) -> tuple[str, ...]:
        """Whom it holds back, by id, as far as it is theirs; it may be no one's."""
        return tuple(each.subject for each in self.fault.findings) if self.fault else (self.subject,)


def lacking(plan: SendingPlan, unread: Iterable[UnreadCell] = ()) -> tuple[Lacking, ...]:
    """Return all that holds the round back, person by person; nothing when it can go."""
    view, ready = plan.view, plan.ready
    open_ones = (*ready.errors, *ready.unanswered, *_of_drafts(view, ready.drafts))
    by_subject: dict[str, list[Lacking]] = defaultdict(list)
    for fault in faults_of({each.key: each for each in open_ones}.values(), view.approvals):
        by_subject[fault.finding.subject].append(_lacking(view, fault))
    drafts = {each.id for each in ready.drafts}
    for cell in unread:
        if cell.dossier_id in drafts:
            name = view.whose(cell.dossier_id)
            by_subject[cell.dossier_id].append(Lacking(Lack.UNREAD, cell.dossier_id, cell.field, name, cell=cell))
    for item in plan.requests:
        sent, field = item.sent, item.reason.field
        by_subject[sent.dossier_id].append(Lacking(Lack.REQUEST, sent.dossier_id, field, sent.full_name, request=item))
    return _in_order(view, by_subject)


def people_lacking(found: Iterable[Lacking], view: RoundView) -> int:
    """Return how many people lack something of their own, or a scan of their document."""
    return len({person for each in found for person in each.people if view.dossier(person) is not None})


def _of_drafts(view: RoundView, drafts: Iterable[Dossier]) -> tuple[Finding, ...]:
    people = tuple(drafts)
    ids = {each.id for each in people if each.state in EDITABLE}
    found = tuple(each for each in view.packing_findings if each.subject in ids)
    return (*(each for each in found if each.severity is Severity.ERROR), *unjustified(found, people))


def _lacking(view: RoundView, fault: Fault) -> Lacking:
    finding = fault.finding
    return Lacking(_kind(view, finding), finding.subject, finding.field, view.whose(finding.subject), fault)


def _kind(view: RoundView, finding: Finding) -> Lack:
    if finding.code in _ELSEWHERE:
        return _ELSEWHERE[finding.code]
    if finding.severity is Severity.WARNING:
        return Lack.ANSWER
    paper = view.catalogue.entry(finding.code).category is Category.MISSING_PAPER
    return Lack.PAPER if paper else Lack.DATA


def _in_order(view: RoundView, by_subject: Mapping[str, list[Lacking]]) -> tuple[Lacking, ...]:
    """People first, as on the list, then papers, files and the round."""
    people = [each.id for each in view.dossiers if each.id in by_subject]
    others = [each for each in by_subject if view.dossier(each) is None]
    return tuple(one for subject in (*people, *others) for one in by_subject[subject])

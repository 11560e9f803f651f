"""Papers that a person needs, as the packs of the round list them (catalogue 3.7, HS01)."""

from collections.abc import Iterable

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.rules.checks.context import CheckContext
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits
from desktop.rules.policy import PaperRule
from desktop.rules.trace import Provenance

APPROVAL, SUBMISSION_LIST = "approval", "submission_list"
"""Papers with a place of their own: the document that somebody rests on, and the list that is being sent."""
SALARY_RISE, AUTHORISATION = "salary_rise_decision", "authorisation"
"""Papers that LG09 and DT03 ask for (`resources/catalogues/papers.yaml`)."""

_ASSUMED = frozenset({Provenance.DERIVED, Provenance.RECALLED, Provenance.REPORTED, Provenance.OPEN})
"""Requirements that nobody read in the text itself: they are told, and stop nobody."""


def missing_papers(case: Case[Dossier]) -> Hits:
    """HS01: the approval has no scan, or a paper that a pack requires is not there.

    What a pack only assumes to be required is a note (variant `assumed`).
    """
    dossier, context = case.subject, case.context
    name = dossier.person.full_name
    approval = context.approval_of(dossier)
    if approval and not has_file(approval, context):
        yield Hit({"ten_tai_lieu": "approval_scan", "ten": name, "so": approval.number}, detail=approval.id)
    for paper in listed_papers(dossier, context):
        if paper.required and paper.id not in {APPROVAL, SUBMISSION_LIST} and not has_paper(dossier, context, paper.id):
            variant = "assumed" if paper.provenance in _ASSUMED else "required"
            params = {"ten_tai_lieu": paper.label, "ten": name, "so": "", "can_cu": str(paper.citation)}
            yield Hit(params, detail=f"{variant}:{paper.id}", field="papers")


def listed_papers(dossier: Dossier, context: CheckContext) -> tuple[PaperRule, ...]:
    """Return the papers that the packs list for the person's group and route; of several with one id the first."""
    found: dict[str, PaperRule] = {}
    for paper in context.tables.papers:
        if paper.needed_for(dossier.group, dossier.route):
            found.setdefault(paper.id, paper)
    return tuple(found.values())


def has_paper(dossier: Dossier, context: CheckContext, paper_id: str) -> bool:
    """Whether a document of the person proves this and has a file."""
    return any(each.proves == paper_id and has_file(each, context) for each in documents(dossier, context))


def documents(dossier: Dossier, context: CheckContext) -> Iterable[Approval]:
    """Return the person's documents: the one that they rest on, then their other papers."""
    ids = dict.fromkeys((dossier.approval_id or "", *dossier.papers))
    return (context.approvals[each] for each in ids if each in context.approvals)


def has_file(approval: Approval, context: CheckContext) -> bool:
    """Whether a file of the document is here."""
    return any(sha256 in context.attachments for sha256 in approval.attachments)


RULES = (DossierRule("HS01", missing_papers),)

"""The papers of one person: what is needed, what is there, what nobody requires."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding
from desktop.rules.checks.engine import check_dossier
from desktop.rules.checks.papers import APPROVAL, SUBMISSION_LIST, has_file, listed_papers
from desktop.services.papers.kinds import PaperKind, kind_of, own_papers
from desktop.services.papers.pins import documents_of
from desktop.services.rounds.round_view import RoundView


class PaperStanding(StrEnum):
    """How a person stands with a paper."""

    THERE = "there"
    NO_FILE = "no_file"
    """The document is entered and nothing was scanned."""
    MISSING = "missing"
    USUAL = "usual"
    """Not there; it is usually needed, as is only assumed."""
    OPTIONAL = "optional"
    """Not there, and nobody requires it."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper with the person's documents that prove it."""

    kind: PaperKind
    standing: PaperStanding
    documents: tuple[Approval, ...]


def papers_of(view: RoundView, dossier: Dossier) -> tuple[PaperLine, ...]:
    """Return the approval, then what the packs list for group and route, what checks ask for, and what else is there.

    The list that the unit sends is no paper of a person: it satisfies itself.
    """
    documents = documents_of(view, dossier)
    found = check_dossier(dossier, view.context)
    lines = [_line(view, kind_of("", view.packs), documents, PaperStanding.MISSING)]
    lines += [
        _line(view, kind_of(each.id, view.packs), documents, _lack(found, each.id, required=each.required))
        for each in listed_papers(dossier, view.context)
        if each.id not in {APPROVAL, SUBMISSION_LIST}
    ]
    lines += [_line(view, each, documents, PaperStanding.MISSING) for each in _asked_for(found, dossier, documents)]
    known = {each.kind.id for each in lines}
    others = dict.fromkeys(each.proves for each in documents if each.proves not in known)
    lines += [_line(view, kind_of(each, view.packs), documents, PaperStanding.OPTIONAL) for each in others]
    return tuple(lines)


def lacking(view: RoundView, dossier: Dossier) -> tuple[PaperLine, ...]:
    """Return what must still be given to the person: required papers that are not there or have no file."""
    wanted = {PaperStanding.MISSING, PaperStanding.NO_FILE}
    return tuple(each for each in papers_of(view, dossier) if each.standing in wanted)


def _lack(found: tuple[Finding, ...], paper_id: str, *, required: bool) -> PaperStanding:
    """Return how somebody without the paper stands: as check HS01 judges it."""
    if not required:
        return PaperStanding.OPTIONAL
    assumed = any(each.code == "HS01" and each.detail == f"assumed:{paper_id}" for each in found)
    return PaperStanding.USUAL if assumed else PaperStanding.MISSING


def _asked_for(found: tuple[Finding, ...], dossier: Dossier, documents: tuple[Approval, ...]) -> tuple[PaperKind, ...]:
    """Return the papers that the program's own checks ask of this person, and those of them that are there."""
    codes = {each.code for each in found}
    if dossier.reduced_capacity:
        codes.add("TH08")
    if dossier.person.birth and dossier.person.birth_on_file not in {None, dossier.person.birth}:
        codes.add("TH07")
    held = {each.proves for each in documents}
    return tuple(each for each in own_papers() if each.source in codes or each.id in held)


def _line(view: RoundView, kind: PaperKind, documents: tuple[Approval, ...], lack: PaperStanding) -> PaperLine:
    mine = tuple(each for each in documents if each.proves == kind.id)
    if not mine:
        return PaperLine(kind, lack, ())
    whole = any(has_file(each, view.context) for each in mine)
    return PaperLine(kind, PaperStanding.THERE if whole else PaperStanding.NO_FILE, mine)

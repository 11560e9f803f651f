"""Answers about the round, a document or a file: whoever holds one, it counts for all, and goes with those who go."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding, Justification, Severity
from desktop.domain.states import EDITABLE, DossierState
from desktop.services.rounds.round_view import RoundView


def with_answers_of_others(
    view: RoundView, people: tuple[Dossier, ...], may_bear: Iterable[Dossier]
) -> tuple[Dossier, ...]:
    """Return those who go, with what others answered of what concerns all of them.

    Each such answer is given to one of `may_bear`: what somebody was sent with before must not change.
    """
    bearers = tuple(may_bear)
    held = {each.finding_key for dossier in people for each in dossier.justifications if each.text.strip()}
    answers, given = _last_answers(view), dict[str, list[Justification]]()
    for finding in _shared_warnings(view):
        answer = None if finding.key in held else answers.get(finding.key)
        bearer = _nearest(view, finding, bearers)
        if answer is not None and bearer is not None:
            given.setdefault(bearer.id, []).append(answer)
    return tuple(_with_answers(each, given.get(each.id, [])) for each in people)


def who_answers(view: RoundView, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return who is to hold an answer to these findings: whom they concern and who holds one already.

    For what concerns nobody alone one person is chosen, rather somebody who will go than a draft that may stay behind.
    """
    found = tuple(findings)
    about, keys = {each.subject for each in found}, {each.key for each in found}
    people = [each for each in view.dossiers if each.state in EDITABLE]
    own = [each.id for each in people if each.id in about or each.approval_id in about]
    holding = [each.id for each in people if any(one.finding_key in keys for one in each.justifications)]
    chosen = dict.fromkeys((*own, *holding))
    if chosen:
        return tuple(chosen)
    ready = [each for each in people if each.state is DossierState.COMPLETE]
    nearest = (_nearest(view, found[0], ready) or _nearest(view, found[0], people)) if found else None
    return (nearest.id,) if nearest else ()


def _shared_warnings(view: RoundView) -> Iterable[Finding]:
    found = (each for each in view.findings() if each.severity is Severity.WARNING)
    return (each for each in found if view.dossier(each.subject) is None)


def _last_answers(view: RoundView) -> dict[str, Justification]:
    """Return, by finding, the last answer that stands with anybody of the round."""
    given = [each for dossier in view.dossiers for each in dossier.justifications if each.text.strip()]
    return {each.finding_key: each for each in sorted(given, key=lambda each: each.written_at)}


def _nearest(view: RoundView, finding: Finding, people: Iterable[Dossier]) -> Dossier | None:
    """Return the first whose document or file it is; of the round the first at all."""
    candidates = tuple(people)
    own = (each for each in candidates if finding.subject in _papers_and_files(view, each))
    return next(own, candidates[0] if candidates else None)


def _papers_and_files(view: RoundView, dossier: Dossier) -> set[str]:
    papers = {dossier.approval_id or "", *dossier.papers}
    files = (view.approvals[each].attachments for each in papers if each in view.approvals)
    return papers | {sha256 for each in files for sha256 in each}


def _with_answers(dossier: Dossier, more: list[Justification]) -> Dossier:
    return replace(dossier, justifications=(*dossier.justifications, *more)) if more else dossier

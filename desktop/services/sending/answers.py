"""Answers to warnings that can be taken back: what each record said before and after."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding
from desktop.services.entry.edit_dossier import justify
from desktop.services.office import Office


@dataclass(frozen=True, slots=True)
class AnswersGiven:
    """One act: the records whose answers it changed, before and after; `text` "" took answers away."""

    pairs: tuple[tuple[Dossier, Dossier], ...]
    text: str


def give_answers(office: Office, dossier_ids: Iterable[str], findings: Iterable[Finding], text: str) -> AnswersGiven:
    """Answer warnings with one text, or take their answers away with ""; raises what `justify` does."""
    ids, found = tuple(dossier_ids), tuple(findings)
    with office.store.begin() as work:
        before = {each: work.dossiers.need(each) for each in ids}
    after = justify(office, ids, found, text) if text.strip() else _taken_away(office, ids, found)
    return AnswersGiven(tuple((before[each.id], each) for each in after), text.strip())


def put_back(office: Office, given: AnswersGiven) -> None:
    """Undo; raises Refusal("record.changed_since") where somebody answered otherwise since, and changes nothing."""
    _put(office, [(after, before) for before, after in given.pairs])


def put_again(office: Office, given: AnswersGiven) -> None:
    """Redo; raises as `put_back`."""
    _put(office, list(given.pairs))


def _put(office: Office, pairs: list[tuple[Dossier, Dossier]]) -> None:
    with office.store.begin() as work:
        for expected, wanted in pairs:
            now = work.dossiers.need(expected.id)
            if now.justifications != expected.justifications:
                raise Refusal("record.changed_since", name=now.person.full_name)
            work.dossiers.save(replace(now, justifications=wanted.justifications))
            work.audit.append(office.operator, "dossier.justified", now.id)


def _taken_away(office: Office, ids: tuple[str, ...], findings: tuple[Finding, ...]) -> tuple[Dossier, ...]:
    keys = {each.key for each in findings}
    with office.store.begin() as work:
        changed = []
        for dossier in map(work.dossiers.need, ids):
            kept = tuple(each for each in dossier.justifications if each.finding_key not in keys)
            if kept != dossier.justifications:
                changed.append(work.dossiers.save(replace(dossier, justifications=kept)))
                work.audit.append(office.operator, "dossier.justified", dossier.id)
    return tuple(changed)

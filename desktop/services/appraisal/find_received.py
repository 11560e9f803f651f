"""Find whom the units sent: by name without accents, number of the citizen card, number of the decision."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from desktop.domain.names import fold
from desktop.domain.rounds import Direction
from desktop.services.office import Office
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person of a received submission, in the version that came last."""

    submission_id: str
    dossier_id: str
    full_name: str
    citizen_id: str
    unit_name: str
    round_name: str
    decision: str
    """Number of the document that approves the person, "" where it was not looked for."""


class _Approval(msgspec.Struct):
    number: str


class _Record(msgspec.Struct):
    id: str
    approval: _Approval | None = None


class _Submitted(msgspec.Struct):
    record: _Record


class _Document(msgspec.Struct):
    """Of a stored submission only what says which decision covers whom; the rest is not even read."""

    people: tuple[_Submitted, ...]


def find_received(office: Office, text: str) -> tuple[FoundPerson, ...]:
    """Return those in whose name, card number or decision every word of `text` stands, the last received first."""
    wanted = fold(text).split()
    if not wanted:
        return ()
    numbered = any(letter.isdigit() for letter in text)
    last: dict[tuple[str, str], FoundPerson] = {}
    with office.store.begin() as work:
        for person, unit_code in _people(office, work, numbered=numbered):
            last.pop((unit_code, person.dossier_id), None)
            last[unit_code, person.dossier_id] = person
    return tuple(each for each in reversed(last.values()) if _answers(each, wanted))


def _people(office: Office, work: UnitOfWork, *, numbered: bool) -> Iterator[tuple[FoundPerson, str]]:
    """Yield everybody who was received, the oldest first, with the unit's code."""
    received = {each.id: each for each in work.submissions.all(Direction.RECEIVED)}
    decisions = {each: _decisions(office, work, each) for each in received} if numbered else {}
    for name in work.submissions.names(Direction.RECEIVED):
        submission = received[name.submission_id]
        decision = decisions.get(submission.id, {}).get(name.dossier_id, "")
        found = FoundPerson(
            submission_id=submission.id,
            dossier_id=name.dossier_id,
            full_name=name.full_name,
            citizen_id=name.citizen_id,
            unit_name=submission.unit.name,
            round_name=submission.round_name,
            decision=decision,
        )
        yield found, submission.unit.code


def _decisions(office: Office, work: UnitOfWork, submission_id: str) -> dict[str, str]:
    """Return the number of the decision by dossier."""
    digest = work.settings.get(f"document.{submission_id}")
    if digest is None:
        return {}
    with office.store.blobs.open(digest) as stream:
        document = msgspec.json.decode(stream.read(), type=_Document)
    records = (each.record for each in document.people)
    return {each.id: each.approval.number for each in records if each.approval}


def _answers(person: FoundPerson, wanted: list[str]) -> bool:
    searched = fold(f"{person.full_name} {person.citizen_id} {person.decision}")
    return all(each in searched for each in wanted)

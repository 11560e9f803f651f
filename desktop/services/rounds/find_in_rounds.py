"""Find people and documents of all rounds of an office: by name without accents, citizen card, number of a document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.domain.approvals import Approval
from desktop.domain.dates import format_date
from desktop.domain.dossiers import Dossier
from desktop.domain.names import fold
from desktop.domain.people import Person
from desktop.domain.rounds import Round
from desktop.services.office import Office
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class FoundHere:
    """A person or a document, with the round where it is."""

    id: str
    is_person: bool
    words: tuple[str, ...]
    """What tells it apart: name and citizen card, or number, day and issuer."""
    round: Round


def find_in_rounds(office: Office, text: str) -> tuple[FoundHere, ...]:
    """Return what holds every word of `text` in what one looks for it by, the round opened last first."""
    wanted = fold(text).split()
    if not wanted:
        return ()
    with office.store.begin() as work:
        people = [each for each in work.dossiers.search(None, text) if _is_of(each.person, wanted)]
        rounds = reversed(work.rounds.all())
        return tuple(each for opened in rounds for each in _in_round(work, opened, people, wanted))


def _in_round(work: UnitOfWork, opened: Round, people: Iterable[Dossier], wanted: list[str]) -> Iterator[FoundHere]:
    documents = work.approvals.of_round(opened.id)
    yield from (_document(each, opened) for each in documents if _holds(each.number, wanted))
    yield from (_person(each, opened) for each in people if each.round_id == opened.id)


def _is_of(person: Person, wanted: list[str]) -> bool:
    """Tell it by what is shown of people who were found: the store also looks at their post and workplace."""
    return _holds(f"{person.full_name} {person.citizen_id}", wanted)


def _holds(searched: str, wanted: list[str]) -> bool:
    folded = fold(searched)
    return all(each in folded for each in wanted)


def _document(approval: Approval, opened: Round) -> FoundHere:
    day = format_date(approval.issued_on) if approval.issued_on else ""
    return FoundHere(approval.id, is_person=False, words=(approval.number, day, approval.issuer), round=opened)


def _person(dossier: Dossier, opened: Round) -> FoundHere:
    words = (dossier.person.full_name, dossier.person.citizen_id)
    return FoundHere(dossier.id, is_person=True, words=words, round=opened)

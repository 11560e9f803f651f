"""Copy to a person what another has in common with them, and bring people in from earlier rounds.

Who somebody is never goes to another person: name, numbers, birth, sex, bank account. Amounts are never copied either:
they follow from the record.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import uuid4

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.names import fold
from desktop.domain.rounds import Round
from desktop.services.entry.dotted_fields import field_value, with_fields
from desktop.services.entry.edit_dossier import settle_state
from desktop.services.entry.edits import Edit
from desktop.services.office import Office
from desktop.services.rounds.round_view import round_view

IDENTITY = frozenset(
    f"person.{each}"
    for each in (
        *("full_name", "citizen_id", "sex", "birth", "birth_on_file", "birth_basis", "birth_basis_reason"),
        *("insurance_number", "bank_account", "bank_name"),
    )
) | {"papers.birth", "career.checked_against_book"}
"""What belongs to one human being alone."""


class Portion(StrEnum):
    """What can be copied from one person to another."""

    WORKPLACE = "workplace"
    LEAVE = "leave"
    APPROVAL = "approval"
    SALARY = "salary"
    INSURANCE = "insurance"


FIELDS = {
    Portion.WORKPLACE: (
        *("person.post", "person.workplace", "person.qualification"),
        *("person.employment", "person.management_level"),
    ),
    Portion.LEAVE: ("group", "route", "leave_on", "reason"),
    Portion.APPROVAL: ("approval_id",),
    Portion.SALARY: ("career.rank", "career.salary"),
    Portion.INSURANCE: ("career.insurance",),
}
_BROUGHT = ("person", "group", "route", "reason", "obstacles", "claims_lower_age", "reduced_capacity")
"""What somebody keeps from round to round, beside the career. Leave, papers and payments are new each time."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """Somebody in an earlier round. `here` tells that the round on the desk has them already."""

    dossier: Dossier
    round: Round
    here: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """Whom a record was copied from, in which round."""

    name: str
    round_name: str
    at: str
    """UTC, RFC 3339."""


def copy_to(office: Office, target: Dossier, source: Dossier, portions: Iterable[Portion]) -> Edit:
    """Copy portions of one person of a round to another, and say so in the audit chain.

    The book was compared for the source only: the mark does not come along. Raises Refusal: record.not_found,
    record.not_editable, record.changed_elsewhere, copy.other_round.
    """
    if target.round_id != source.round_id:
        raise Refusal("copy.other_round", name=source.person.full_name)
    values = {field: field_value(source, field) for portion in portions for field in FIELDS[portion]}
    if "career.insurance" in values:
        values["career.checked_against_book"] = False
    with office.store.begin() as work:
        before = work.dossiers.need(target.id)
        saved = work.dossiers.save(replace(with_fields(target, values), state=before.state))
        after = settle_state(office, work, saved)
        work.audit.append(office.operator, "dossier.copied", after.id, {"from": source.id})
    return Edit(before, after)


def find_earlier(office: Office, round_id: str, wanted: str) -> tuple[Earlier, ...]:
    """Return people of the other rounds who answer to every word (name without accents, CCCD), each once.

    Who was in several is offered as the newest has them. Whom the round has already comes last; before, the newest
    round first, by given name.
    """
    with office.store.begin() as work:
        rounds = {each.id: (place, each) for place, each in enumerate(work.rounds.all())}
        here = {each.person.citizen_id for each in work.dossiers.of_round(round_id)} - {""}
        binned = {each.id for other in rounds if other != round_id for each in work.dossiers.binned(other)}
        found = [each for each in work.dossiers.search(None, wanted) if each.round_id != round_id]
    known = [each for each in found if each.id not in binned and each.round_id in rounds]
    known.sort(key=lambda each: -rounds[each.round_id][0])
    told = [Earlier(each, rounds[each.round_id][1], each.person.citizen_id in here) for each in _each_once(known)]
    return tuple(sorted(told, key=lambda each: each.here))


def bring_from_earlier(office: Office, round_id: str, dossier_ids: Collection[str]) -> tuple[Dossier, ...]:
    """Put people of earlier rounds into this one as new records, in one transaction; amounts are computed anew.

    Of several records of one human being that of the newest round is taken. Raises Refusal: record.not_found,
    copy.already_here (somebody with this CCCD number).
    """
    with office.store.begin() as work:
        opened = work.rounds.need(round_id)
        here = {each.person.citizen_id for each in work.dossiers.of_round(round_id)} - {""}
        places = {each.id: place for place, each in enumerate(work.rounds.all())}
        chosen = [work.dossiers.need(each) for each in dossier_ids]
        newest = {each.id for each in _each_once(sorted(chosen, key=lambda each: -places[each.round_id]))}
        sources = [each for each in chosen if each.id in newest]
        known = next((each for each in sources if each.person.citizen_id in here), None)
        if known is not None:
            raise Refusal("copy.already_here", name=known.person.full_name)
        first = work.dossiers.next_ordinal(round_id)
        new = [_brought(each, round_id, first + place) for place, each in enumerate(sources)]
        work.dossiers.add_all(new)
        for dossier, source in zip(new, sources, strict=True):
            work.audit.append(office.operator, "dossier.copied", dossier.id, {"from": source.id})
        view = round_view(office, work, opened)
        return tuple(settle_state(office, work, each, view) for each in new)


def origin_of(office: Office, dossier_id: str) -> Origin | None:
    """Return from whom a record was copied last, None when it never was."""
    with office.store.begin() as work:
        act = work.audit.last_of("dossier.copied", (dossier_id,)).get(dossier_id)
        source = work.dossiers.get(str(act.detail["from"])) if act else None
        if act is None or source is None:
            return None
        return Origin(source.person.full_name, work.rounds.need(source.round_id).name, act.at)


def _each_once(people: Iterable[Dossier]) -> list[Dossier]:
    """Return the first record of each human being, known by number, else by name and birth where both are there."""
    found: dict[object, Dossier] = {}
    for each in people:
        person = each.person
        by_name = (fold(person.full_name), person.birth) if person.full_name and person.birth else each.id
        first = found.setdefault(person.citizen_id or by_name, each)
        if first.round_id == each.round_id and first.id != each.id:
            found[each.id] = each  # two of one round are two: a list of that round says so
    return list(found.values())


def _brought(source: Dossier, round_id: str, ordinal: int) -> Dossier:
    kept = {name: getattr(source, name) for name in _BROUGHT}
    career = replace(source.career, checked_against_book=False)
    return replace(Dossier(uuid4().hex, round_id, ordinal, career=career), **kept)

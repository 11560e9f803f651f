"""One identity number in two rows of a list: which row it belongs to."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from desktop.documents.lists.career_reading import CareerKey
from desktop.documents.lists.faults import Reason
from desktop.documents.lists.listed import ListedPerson
from desktop.documents.lists.row_reading import SheetReading
from desktop.domain.names import fold


def without_duplicates(
    people: list[ListedPerson], reading: SheetReading, careers: Collection[CareerKey]
) -> list[ListedPerson]:
    """Take the number from every row but one, and report it there, naming the row that keeps it.

    The row whose name the career sheets hold under that number keeps it; where they support none or several,
    the first does.
    """
    mended = list(people)
    for indexes in _shared(people):
        keeper = _keeper(people, indexes, careers)
        for index in indexes:
            if index != keeper:
                other = people[keeper].sheet_row
                reading.refuse(reading.rows[index], "citizen_id", Reason.CITIZEN_ID_TWICE, other_row=other)
                mended[index] = replace(people[index], person=replace(people[index].person, citizen_id=""))
    return mended


def _shared(people: list[ListedPerson]) -> list[list[int]]:
    """Return the places of the people who share a number, number by number."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, listed in enumerate(people):
        holders[listed.person.citizen_id].append(index)
    return [indexes for number, indexes in holders.items() if number and len(indexes) > 1]


def _keeper(people: list[ListedPerson], indexes: list[int], careers: Collection[CareerKey]) -> int:
    supported = [index for index in indexes if key_of(people[index]) in careers]
    return (supported or indexes)[0]


def key_of(listed: ListedPerson) -> CareerKey:
    """Return the key under which the career sheets would hold the person."""
    return CareerKey(listed.person.citizen_id, fold(listed.person.full_name))

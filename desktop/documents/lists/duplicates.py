"""One identity number in two rows of a list: which row it belongs to."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from desktop.documents.lists.career_reading import CareerKey
from desktop.documents.lists.faults import Reason
from desktop.documents.lists.listed import ListedPerson
from desktop.documents.lists.row_reading import RowReading
from desktop.domain.names import fold

ReadRow = tuple[ListedPerson, RowReading]


def without_duplicates(rows: list[ReadRow], careers: Collection[CareerKey]) -> list[ReadRow]:
    """Take the number from every row but one, and report it there, naming the row that keeps it.

    The row whose name the career sheets hold under that number keeps it; where they support none or several,
    the first does.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for index, (listed, _) in enumerate(rows):
        if listed.person.citizen_id:
            holders[listed.person.citizen_id].append(index)
    mended = list(rows)
    for indexes in holders.values():
        keeper = _keeper(rows, indexes, careers)
        for index in indexes:
            if index != keeper:
                mended[index] = _without_number(rows[index], rows[keeper][0].sheet_row)
    return mended


def _keeper(rows: list[ReadRow], indexes: list[int], careers: Collection[CareerKey]) -> int:
    supported = [index for index in indexes if key_of(rows[index][0]) in careers]
    return (supported or indexes)[0]


def _without_number(row: ReadRow, keeper_row: int) -> ReadRow:
    listed, reading = row
    reading.refuse("citizen_id", Reason.CITIZEN_ID_TWICE, other_row=keeper_row)
    return replace(listed, person=replace(listed.person, citizen_id="")), reading


def key_of(listed: ListedPerson) -> CareerKey:
    """Return the key under which the career sheets would hold the person."""
    return CareerKey(listed.person.citizen_id, fold(listed.person.full_name))

"""Lists as clerks make them are read as they mean them; what is doubtful is told, never guessed."""

from pathlib import Path

import pytest

from desktop.documents.lists.listed import ListReading
from desktop.documents.lists.reader import read_list
from desktop.documents.lists.workbook import read_workbook
from tests.documents.lists.hand_made import KINDS, HandMade, Truth

OTHER_FORMATS = Path(__file__).parents[2] / "golden" / "danh-sach-tay"


def truth_in(reading: ListReading) -> Truth:
    """What was read, in the words of the truth."""
    return Truth(
        tuple(
            (each.person.full_name, each.person.citizen_id, str(each.person.birth or ""), str(each.leave_on or ""))
            for each in reading.people
        ),
        frozenset((each.row, each.field, each.reason.removeprefix("cell.")) for each in reading.faults),
        frozenset(each.kind.removeprefix("list_remark.") for each in reading.remarks),
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_it_is_read_as_it_is_meant(kind: HandMade, tmp_path: Path) -> None:
    path = tmp_path / f"{kind.name}.{kind.suffix}"
    kind.write(path)
    assert truth_in(read_list(read_workbook(path))) == kind.truth


@pytest.mark.parametrize("path", sorted(OTHER_FORMATS.iterdir()), ids=lambda path: path.name)
def test_it_is_read_the_same_from_other_formats(path: Path) -> None:
    """The files were written by LibreOffice from the kinds of the same name."""
    truth = next(kind.truth for kind in KINDS if kind.name == path.stem)
    assert truth_in(read_list(read_workbook(path))) == truth

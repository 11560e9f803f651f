"""A row of a career that cannot be read holds its dossier back: nothing is sent without anybody knowing."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.states import DossierState
from desktop.services.entry.edit_dossier import save_dossier
from desktop.services.entry.unread import TypedRow, typed_rows, unread_cells
from desktop.services.lists.import_list import preview_list, take_in_list
from desktop.services.rounds.open_round import open_round
from desktop.services.rounds.round_view import read_round
from desktop.services.sending.export_submission import export_submission
from tests.services.mending import OURS
from tests.services.offices import FINANCE, UNIT_PASSPHRASE, Desks


def _broken_list(folder: Path) -> tuple[Path, str]:
    """Return our list with one coefficient spoilt, and whose it is."""
    book = openpyxl.load_workbook(OURS.workbook)
    sheet = next(each for each in book.worksheets if "lương" in each.title.lower())
    header = next(row for row in sheet.iter_rows() if any("hệ số" in str(cell.value).lower() for cell in row))
    column = next(cell.column for cell in header if "hệ số" in str(cell.value).lower())
    row = next(at for at in range(header[0].row + 1, sheet.max_row) if sheet.cell(at, column).value is not None)
    sheet.cell(row, column).value = "ba phẩy sáu"
    book.save(folder / "danh_sach.xlsx")
    whose = [str(cell.value) for cell in sheet[row]]
    return folder / "danh_sach.xlsx", next(each for each in whose if each.isdigit() and len(each) >= 11).zfill(12)


@pytest.fixture
def broken(enrolled: Desks, tmp_path: Path) -> Dossier:
    path, citizen_id = _broken_list(tmp_path)
    opened = open_round(enrolled.unit, "Đợt 1", "2024-1")
    taken = take_in_list(enrolled.unit, opened.id, preview_list(path))
    return next(each for each in taken.dossiers if each.person.citizen_id == citizen_id)


def _state(desks: Desks, dossier: Dossier) -> DossierState:
    found = read_round(desks.unit, dossier.round_id).dossier(dossier.id)
    assert found is not None
    return found.state


def _own_cells(desks: Desks, dossier: Dossier) -> list[str]:
    return [each.reason for each in unread_cells(desks.unit, dossier.round_id) if each.dossier_id == dossier.id]


def test_a_row_of_the_list_that_was_not_read_is_not_forgotten_by_saving_something_else(
    enrolled: Desks, broken: Dossier
) -> None:
    save_dossier(enrolled.unit, replace(broken, note="Đã xem"))
    assert _state(enrolled, broken) is DossierState.DRAFT
    assert _own_cells(enrolled, broken) == ["cell.number_unreadable"]


def test_the_row_put_into_the_career_sets_the_dossier_free(enrolled: Desks, broken: Dossier) -> None:
    first = broken.career.salary[0]
    mended = replace(broken.career, salary=(replace(first, coefficient=first.coefficient + 1), *broken.career.salary))
    saved = save_dossier(enrolled.unit, replace(broken, career=mended)).after
    assert saved.state is not DossierState.SENT
    assert _own_cells(enrolled, broken) == []


def test_so_does_the_word_that_the_career_was_compared_with_the_book(enrolled: Desks, broken: Dossier) -> None:
    checked = replace(broken, career=replace(broken.career, checked_against_book=True))
    assert save_dossier(enrolled.unit, checked).after.state is DossierState.COMPLETE
    assert _own_cells(enrolled, broken) == []


def test_a_typed_row_is_kept_and_nothing_can_be_sent_until_it_can_be_read(ready: Desks, tmp_path: Path) -> None:
    view = read_round(ready.unit, ready.round.id)
    person = next(each for each in view.dossiers if each.state is DossierState.COMPLETE)
    row = TypedRow("career.salary", 0, ("01/2020", "12/2020", "3,6,6", "", "", "", ""), "Dòng 1, cột Hệ số: chưa rõ.")
    held = save_dossier(ready.unit, person, unread=(row,)).after
    assert held.state is DossierState.DRAFT
    assert held.career == person.career
    assert typed_rows(ready.unit, person.id) == (row,)
    assert _own_cells(ready, person) == ["typed.row"]
    with pytest.raises(Refusal) as refused:
        export_submission(ready.unit, ready.round.id, tmp_path, UNIT_PASSPHRASE, recipient=FINANCE.unit.code)
    assert refused.value.code == "submission.drafts"
    again = save_dossier(ready.unit, held).after
    assert again.state is DossierState.DRAFT
    assert save_dossier(ready.unit, again, unread=()).after.state is DossierState.COMPLETE

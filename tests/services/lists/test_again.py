"""A mended list comes in again: what changed is shown field by field, taken as chosen, and can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.names import fold
from desktop.domain.states import DossierState
from desktop.services.entry.edit_dossier import new_dossier, restore_dossier, save_dossier
from desktop.services.entry.edits import edit_dossier, take_back, take_over
from desktop.services.entry.history import History
from desktop.services.entry.unread import unread_cells
from desktop.services.lists.comparison import Choices, ListComparison, Origin, Standing, compare_list
from desktop.services.lists.import_list import ListPreview, ListTakenIn, preview_list, take_in_list
from desktop.services.lists.preparing import prepare_list
from desktop.services.lists.taking_back import ListAct, take_back_list
from desktop.services.rounds.open_round import open_round
from desktop.services.rounds.round_view import read_round
from tests.services.mending import OURS, mend_all
from tests.services.offices import Desks
from tests.services.seen import everything_in


def _people(desks: Desks) -> tuple[Dossier, ...]:
    round_id = desks.round.id
    with desks.unit.store.begin() as work:
        return work.dossiers.of_round(round_id)


def _again(desks: Desks, folder: Path, change: Callable[[Worksheet], None]) -> tuple[ListPreview, ListComparison]:
    """Read the sample with some cells changed, and put it beside the round."""
    book = openpyxl.load_workbook(OURS.workbook)
    change(book.worksheets[0])
    path = folder / "danh_sach_sua.xlsx"
    book.save(path)
    preview = preview_list(path)
    return preview, compare_list(desks.unit, desks.round.id, preview.reading)


def _column(sheet: Worksheet, header: str) -> int:
    return next(cell.column for row in sheet.iter_rows(max_row=12) for cell in row if cell.value == header)


def _row(listed_name: str, sheet: Worksheet) -> int:
    column = _column(sheet, "Họ và tên")
    names = {row: str(sheet.cell(row, column).value) for row in range(9, sheet.max_row + 1)}
    return next(row for row, name in names.items() if fold(name) == fold(listed_name))


def _take(desks: Desks, preview: ListPreview, found: ListComparison, choices: Choices) -> ListTakenIn:
    return take_in_list(desks.unit, desks.round.id, preview, found, choices)


def test_the_same_list_again_differs_in_nothing(listed: Desks) -> None:
    found = compare_list(listed.unit, listed.round.id, preview_list(OURS.workbook).reading)
    assert {each.standing for each in found.people} == {Standing.SAME}
    assert len(found.people) == 60


def test_what_was_mended_in_the_program_is_marked_and_left_alone(listed: Desks) -> None:
    mend_all(listed.unit, listed.round.id, OURS)
    preview = preview_list(OURS.workbook)
    found = compare_list(listed.unit, listed.round.id, preview.reading)
    differing = [each for each in found.people if each.standing is not Standing.SAME]
    assert {origin.origin for each in differing for origin in each.differences} <= {Origin.EDITED}
    before = _people(listed)
    _take(listed, preview, found, Choices.offered(found))
    assert _people(listed) == before


def test_a_changed_cell_is_one_field_of_one_person_and_is_taken(listed: Desks, tmp_path: Path) -> None:
    someone = next(each for each in _people(listed) if each.state is DossierState.COMPLETE)

    def change(sheet: Worksheet) -> None:
        sheet.cell(_row(someone.person.full_name, sheet), _column(sheet, "Đơn vị công tác")).value = "Phòng Nội vụ"

    preview, found = _again(listed, tmp_path, change)
    (changed,) = found.of(Standing.CHANGED)
    (field,) = changed.differences
    assert (field.field, field.now, field.listed) == ("person.workplace", someone.person.workplace, "Phòng Nội vụ")
    assert field.origin is Origin.FILE
    assert field.offered
    taken = _take(listed, preview, found, Choices.offered(found))
    after = next(each for each in _people(listed) if each.id == someone.id)
    assert after.person == replace(someone.person, workplace="Phòng Nội vụ")
    assert [before.id for before, _ in taken.changed] == [someone.id]


def test_edited_here_and_there_is_shown_and_not_taken_unless_asked_for(listed: Desks, tmp_path: Path) -> None:
    someone = next(each for each in _people(listed) if each.state is DossierState.COMPLETE)
    save_dossier(listed.unit, replace(someone, person=replace(someone.person, workplace="Phòng Tư pháp")))

    def change(sheet: Worksheet) -> None:
        sheet.cell(_row(someone.person.full_name, sheet), _column(sheet, "Đơn vị công tác")).value = "Phòng Nội vụ"

    preview, found = _again(listed, tmp_path, change)
    (changed,) = found.of(Standing.CHANGED)
    assert [each.origin for each in changed.differences] == [Origin.BOTH]
    assert Choices.offered(found).fields[someone.id] == frozenset()
    asked = Choices(frozenset(), {someone.id: frozenset({"person.workplace"})})
    _take(listed, preview, found, asked)
    assert next(each for each in _people(listed) if each.id == someone.id).person.workplace == "Phòng Nội vụ"


def test_a_mended_cell_completes_its_person_and_is_no_longer_told(listed: Desks, tmp_path: Path) -> None:
    dirty = next(each for each in OURS.truth["dirty_cells"] if each["why"] == "leaving date missing")
    true = OURS.true_person(dirty["citizen_id"])

    def change(sheet: Worksheet) -> None:
        day = date.fromisoformat(true["leave_on"])
        sheet.cell(int(true["sheet_row"]), _column(sheet, "Thời điểm nghỉ")).value = f"{day:%d/%m/%Y}"

    told = {(each.dossier_id, each.field) for each in unread_cells(listed.unit, listed.round.id)}
    preview, found = _again(listed, tmp_path, change)
    (changed,) = found.of(Standing.CHANGED)
    taken = _take(listed, preview, found, Choices.offered(found))
    assert taken.changed[0][1].state is DossierState.COMPLETE
    assert changed.dossier is not None
    still = {(each.dossier_id, each.field) for each in unread_cells(listed.unit, listed.round.id)}
    assert told - still == {(changed.dossier.id, "leave_on")}
    take_back_list(listed.unit, listed.round.id, taken)
    assert {(each.dossier_id, each.field) for each in unread_cells(listed.unit, listed.round.id)} == told


def test_who_is_new_comes_in_and_who_is_gone_stays_unless_ticked(listed: Desks, tmp_path: Path) -> None:
    people = _people(listed)
    leaver = people[5]

    def change(sheet: Worksheet) -> None:
        row = _row(leaver.person.full_name, sheet)
        sheet.cell(row, _column(sheet, "Họ và tên")).value = "Vũ Thị Mới Thêm"
        sheet.cell(row, _column(sheet, "Số CCCD")).value = "031170999998"

    preview, found = _again(listed, tmp_path, change)
    assert [each.full_name for each in found.of(Standing.NEW)] == ["Vũ Thị Mới Thêm"]
    assert [each.full_name for each in found.of(Standing.GONE)] == [leaver.person.full_name]
    offered = Choices.offered(found)
    taken = _take(listed, preview, found, replace(offered, gone=frozenset({leaver.id})))
    assert (len(taken.dossiers), [each.id for each in taken.binned]) == (1, [leaver.id])
    assert {each.id for each in people} - {each.id for each in _people(listed)} == {leaver.id}
    back = take_back_list(listed.unit, listed.round.id, taken)
    assert (back.binned, back.put_back, back.restored) == (1, 0, 1)
    assert [each.id for each in _people(listed)] == [each.id for each in people]


def test_nobody_typed_by_hand_is_ever_gone(listed: Desks, tmp_path: Path) -> None:

    new_dossier(listed.unit, listed.round.id)
    _, found = _again(listed, tmp_path, lambda _sheet: None)
    assert not found.of(Standing.GONE)


def test_what_was_sent_is_locked(sent: Desks, tmp_path: Path) -> None:
    someone = next(each for each in _people(sent) if each.state is DossierState.SENT)

    def change(sheet: Worksheet) -> None:
        sheet.cell(_row(someone.person.full_name, sheet), _column(sheet, "Đơn vị công tác")).value = "Phòng Nội vụ"

    preview, found = _again(sent, tmp_path, change)
    assert someone.id in {each.dossier.id for each in found.of(Standing.LOCKED) if each.dossier}
    before = _people(sent)
    _take(sent, preview, found, Choices(frozenset(), {someone.id: frozenset({"person.workplace"})}))
    assert _people(sent) == before


def test_who_was_edited_since_the_comparison_stops_all_of_it(listed: Desks, tmp_path: Path) -> None:
    someone = next(each for each in _people(listed) if each.state is DossierState.COMPLETE)

    def change(sheet: Worksheet) -> None:
        sheet.cell(_row(someone.person.full_name, sheet), _column(sheet, "Đơn vị công tác")).value = "Phòng Nội vụ"

    preview, found = _again(listed, tmp_path, change)
    save_dossier(listed.unit, replace(someone, note="Sửa trong lúc đang xem."))
    before = everything_in(listed.unit)
    with pytest.raises(Refusal) as refused:
        _take(listed, preview, found, Choices.offered(found))
    assert refused.value.code == "record.changed_elsewhere"
    assert everything_in(listed.unit) == before


def test_a_list_taken_back_leaves_the_round_as_it_was(enrolled: Desks) -> None:
    opened = open_round(enrolled.unit, "Đợt 1", "2024-1")
    taken = take_in_list(enrolled.unit, opened.id, preview_list(OURS.workbook))
    take_back_list(enrolled.unit, opened.id, taken)
    assert _people(enrolled) == ()
    with enrolled.unit.store.begin() as work:
        assert len(work.dossiers.binned(opened.id)) == 60
        assert work.waiting_careers.of_round(opened.id) == ()
    found = compare_list(enrolled.unit, opened.id, preview_list(OURS.workbook).reading)
    assert len(found.of(Standing.NEW)) == 60


def test_documents_of_a_list_go_back_with_it_unless_they_are_used(enrolled: Desks) -> None:
    opened = open_round(enrolled.unit, "Đợt 1", "2024-1")
    taken = take_in_list(enrolled.unit, opened.id, preview_list(OURS.workbook))
    first, second, *others = taken.new_approvals
    assert others
    kept = new_dossier(enrolled.unit, opened.id)
    save_dossier(enrolled.unit, replace(kept, approval_id=first.id))
    with enrolled.unit.store.begin() as work:
        work.approvals.save(replace(second, issuer="Cơ quan khác"))
    act = ListAct(enrolled.unit, opened.id, taken)
    act.undo()
    assert set(read_round(enrolled.unit, opened.id).approvals) == {first.id, second.id}
    act.redo()
    assert set(read_round(enrolled.unit, opened.id).approvals) == {each.id for each in taken.new_approvals}


def test_a_document_comes_back_with_somebody_out_of_the_bin(enrolled: Desks) -> None:
    opened = open_round(enrolled.unit, "Đợt 1", "2024-1")
    taken = take_in_list(enrolled.unit, opened.id, preview_list(OURS.workbook))
    take_back_list(enrolled.unit, opened.id, taken)
    assert not read_round(enrolled.unit, opened.id).approvals
    someone = next(each for each in taken.dossiers if each.approval_id)
    restore_dossier(enrolled.unit, someone.id)
    assert set(read_round(enrolled.unit, opened.id).approvals) == {someone.approval_id}
    again = take_in_list(enrolled.unit, opened.id, preview_list(OURS.workbook))
    assert {each.id for each in again.approvals} == {each.id for each in taken.approvals}


def test_a_list_goes_back_and_forth_as_one_act(listed: Desks, tmp_path: Path) -> None:
    people = _people(listed)
    changed, leaver = next(each for each in people if each.state is DossierState.COMPLETE), people[5]

    def change(sheet: Worksheet) -> None:
        sheet.cell(_row(changed.person.full_name, sheet), _column(sheet, "Đơn vị công tác")).value = "Phòng Nội vụ"
        row = _row(leaver.person.full_name, sheet)
        sheet.cell(row, _column(sheet, "Họ và tên")).value = "Vũ Thị Mới Thêm"
        sheet.cell(row, _column(sheet, "Số CCCD")).value = "031170999998"

    preview, found = _again(listed, tmp_path, change)
    taken = _take(listed, preview, found, replace(Choices.offered(found), gone=frozenset({leaver.id})))
    after, told = _contents(_people(listed)), unread_cells(listed.unit, listed.round.id)
    act = ListAct(listed.unit, listed.round.id, taken)
    for _ in range(2):
        act.undo()
        assert _contents(_people(listed)) == _contents(people)
        act.redo()
        assert _contents(_people(listed)) == after
        assert unread_cells(listed.unit, listed.round.id) == told


def _contents(people: tuple[Dossier, ...]) -> list[Dossier]:
    return [replace(each, edition=0) for each in people]


def test_a_list_is_not_taken_back_over_later_work(listed: Desks) -> None:
    preview = preview_list(OURS.workbook)
    someone = _people(listed)[0]
    taken = take_in_list(listed.unit, listed.round.id, preview)
    touched = replace(taken, dossiers=(someone,))
    save_dossier(listed.unit, replace(someone, note="Đã sửa."))
    before = everything_in(listed.unit)
    with pytest.raises(Refusal) as refused:
        take_back_list(listed.unit, listed.round.id, touched)
    assert refused.value.code == "list.worked_on"
    assert everything_in(listed.unit) == before


def test_a_list_is_taken_back_once_what_was_edited_since_is_as_it_left_it(listed: Desks, tmp_path: Path) -> None:
    changed = next(each for each in _people(listed) if each.state is DossierState.COMPLETE)

    def change(sheet: Worksheet) -> None:
        row = _row(changed.person.full_name, sheet)
        sheet.cell(row, _column(sheet, "Đơn vị công tác")).value = "Phòng Nội vụ"
        sheet.cell(row + 1, _column(sheet, "Họ và tên")).value = "Vũ Thị Mới Thêm"
        sheet.cell(row + 1, _column(sheet, "Số CCCD")).value = "031170999998"

    before = _contents(_people(listed))
    preview, found = _again(listed, tmp_path, change)
    taken = _take(listed, preview, found, Choices.offered(found))
    after = _contents(_people(listed))
    history, act = History(), ListAct(listed.unit, listed.round.id, taken)
    history.done("list", act.undo, act.redo)
    both = {changed.id, *(each.id for each in taken.dossiers)}
    edits = [edit_dossier(listed.unit, replace(each, note="Đã sửa.")) for each in _people(listed) if each.id in both]
    assert len(edits) == 2
    step = history.to_undo
    with pytest.raises(Refusal) as refused:
        history.undo()
    assert (refused.value.code, history.to_undo) == ("list.worked_on", step)
    for edit in edits:
        take_back(listed.unit, edit)
    assert _contents(_people(listed)) == after
    assert history.undo() is step
    assert _contents(_people(listed)) == before
    assert history.redo() is step
    assert _contents(_people(listed)) == after
    for edit in edits:
        take_over(listed.unit, edit)
    assert {each.note for each in _people(listed) if each.id in both} == {"Đã sửa."}


def test_a_list_goes_into_no_round_but_the_one_beside_which_it_was_put(listed: Desks, tmp_path: Path) -> None:
    preview, found = _again(listed, tmp_path, lambda sheet: sheet.cell(9, 2, "Vũ Thị Mới"))
    other = open_round(listed.unit, "Đợt khác", "2025-1")
    before = everything_in(listed.unit)
    for take in (
        lambda: take_in_list(listed.unit, other.id, preview, found, Choices.offered(found)),
        lambda: prepare_list(listed.unit, other.id, found, Choices.offered(found)),
    ):
        with pytest.raises(Refusal) as refused:
            take()
        assert refused.value.code == "list.other_round"
    assert everything_in(listed.unit) == before


def test_a_list_whose_people_were_sent_is_let_go_by_the_history(sent: Desks, tmp_path: Path) -> None:
    now = next(each for each in _people(sent) if each.state is DossierState.SENT)
    preview, found = _again(sent, tmp_path, lambda sheet: sheet.cell(9, 2, "Vũ Thị Mới"))
    taken = _take(sent, preview, found, Choices(frozenset(), {}))
    as_left = replace(now, state=DossierState.COMPLETE)
    act, history = ListAct(sent.unit, sent.round.id, replace(taken, dossiers=(as_left,))), History()
    history.done("list", act.undo, act.redo)
    with pytest.raises(Refusal) as refused:
        history.undo()
    assert (refused.value.code, refused.value.params["people"]) == ("list.sent_since", 1)
    assert history.to_undo is None

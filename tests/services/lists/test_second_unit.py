"""The second unit's list through the services: five cells are faulty, all others are complete, amounts are true."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.documents.lists.catalogue import SheetKind
from desktop.documents.lists.listed import ListReading
from desktop.domain.findings import Severity
from desktop.domain.states import DossierState
from desktop.services.entry.unread import unread_cells
from desktop.services.lists.comparison import compare_list
from desktop.services.lists.import_list import preview_list, take_in_list
from desktop.services.lists.layout_memory import remember_layouts, remembered_layouts
from desktop.services.lists.plan import Because, fields_of, plan_workbook, with_column
from desktop.services.rounds.open_round import open_round
from desktop.services.rounds.round_view import RoundView, read_round
from tests.services.figures import figures_of, true_figures
from tests.services.mending import SECOND, mend_all
from tests.services.offices import Desks, copied


@pytest.fixture(scope="module")
def reading() -> ListReading:
    return preview_list(SECOND.workbook).reading


@pytest.fixture(scope="module")
def desks(enrolled_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    with copied(enrolled_folder, tmp_path_factory.mktemp("second") / "desks") as made:
        opened = open_round(made.unit, "Đợt 2 năm 2024", "2024-2")
        take_in_list(made.unit, opened.id, preview_list(SECOND.workbook))
        yield made


@pytest.fixture(scope="module")
def states_before(desks: Desks) -> tuple[DossierState, ...]:
    """How everybody stands before anything is mended, in the order of the list."""
    return tuple(each.state for each in read_round(desks.unit, desks.round.id).dossiers)


@pytest.fixture(scope="module")
def mended(desks: Desks, states_before: tuple[DossierState, ...]) -> RoundView:
    assert states_before
    mend_all(desks.unit, desks.round.id, SECOND)
    return read_round(desks.unit, desks.round.id)


def test_the_faults_are_the_dirty_cells_and_no_others(reading: ListReading) -> None:
    dirty = {(each["sheet"], each["row"], each["column"]) for each in SECOND.truth["dirty_cells"]}
    assert {(each.sheet, each.row, each.column) for each in reading.faults} == dirty
    assert len(reading.faults) == 5


def test_years_and_months_in_two_columns_are_the_insured_time_of_the_truth(reading: ListReading) -> None:
    stated = {each.sheet_row: each.declared.insured_months for each in reading.people}
    assert stated == {each["sheet_row"]: each["expected"]["insured_months"] for each in SECOND.truth["people"]}


def test_careers_and_workplaces_are_those_of_the_truth(reading: ListReading) -> None:
    for true in SECOND.truth["people"]:
        listed = next(each for each in reading.people if each.sheet_row == true["sheet_row"])
        assert listed.person.workplace == true["unit"]
        if listed.person.citizen_id:  # else the career waits for its owner
            months = {month for period in listed.career.insurance for month in period.months}
            assert len(months) == true["expected"]["insured_months"]
            assert len(listed.career.salary) == len(true["salary_history"])


def test_all_but_the_five_are_complete_as_they_come_in(states_before: tuple[DossierState, ...]) -> None:
    dirty = {each["citizen_id"] for each in SECOND.truth["dirty_cells"]}
    expected = [
        DossierState.DRAFT if each["citizen_id"] in dirty else DossierState.COMPLETE
        for each in sorted(SECOND.truth["people"], key=lambda each: int(each["sheet_row"]))
    ]
    assert list(states_before) == expected


def test_all_forty_are_complete_when_the_five_are_mended(desks: Desks, mended: RoundView) -> None:
    assert {each.state for each in mended.dossiers} == {DossierState.COMPLETE}
    assert unread_cells(desks.unit, desks.round.id) == ()


def test_every_figure_equals_the_truth(mended: RoundView) -> None:
    found = {each.person.citizen_id: figures_of(mended.supports[each.id]) for each in mended.dossiers}
    assert found == {each["citizen_id"]: true_figures(each) for each in SECOND.truth["people"]}
    assert len(found) == 40


def test_what_is_still_missing_is_what_the_list_does_not_say(mended: RoundView) -> None:
    errors = {(each.code, each.field) for each in mended.findings() if each.severity is Severity.ERROR}
    assert errors == {("HS01", "approval.attachments"), ("PD01", "approval.issuer")}


def test_the_column_of_odd_months_is_chosen_and_remembered_like_any_other(desks: Desks) -> None:
    preview = preview_list(SECOND.workbook)
    plan = plan_workbook(preview.workbook, (), SECOND.workbook)
    guessed = plan.sheets[0]
    assert guessed.mapping is not None
    assert {"insured_odd_months", "early_odd_months"} <= set(fields_of(SheetKind.LIST))
    odd = guessed.mapping.columns["insured_odd_months"]
    other = with_column(guessed, odd, "")
    assert other.mapping is not None
    remember_layouts(desks.unit, "a.xlsx", [other.mapping])
    again = plan_workbook(preview.workbook, remembered_layouts(desks.unit), SECOND.workbook).sheets[0]
    assert again.mapping is not None
    assert "insured_odd_months" not in again.mapping.columns
    back = with_column(again, odd, "insured_odd_months")
    assert back.mapping is not None
    remember_layouts(desks.unit, "a.xlsx", [back.mapping])
    last = plan_workbook(preview.workbook, remembered_layouts(desks.unit), SECOND.workbook).sheets[0]
    assert last.mapping is not None
    assert last.mapping.columns == guessed.mapping.columns
    assert last.because is Because.REMEMBERED


def test_the_same_list_again_differs_in_what_was_mended_only(desks: Desks, mended: RoundView) -> None:
    found = compare_list(desks.unit, mended.round.id, preview_list(SECOND.workbook).reading)
    differing = {each.field for person in found.people for each in person.differences}
    assert differing == set()

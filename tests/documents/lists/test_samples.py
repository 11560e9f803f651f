"""Both samples read back as their truth says, to the last field."""

import importlib
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.documents.lists.faults import Correction
from desktop.documents.lists.reader import read_list
from desktop.documents.lists.workbook import read_workbook

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def given_as_described(given: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The given sample with the seventh fault in it.

    Its truth says that cell L56 is empty, but in the workbook it holds "01/12/2024", which is also the true day.
    """
    book = openpyxl.load_workbook(given.path)
    book["DS đề nghị"]["L56"] = None
    path = tmp_path_factory.mktemp("given") / "danh_sach_de_nghi.xlsx"
    book.save(path)
    return given.reread(path)


def test_the_given_list_reports_exactly_the_cells_that_are_dirty_in_the_file(given: Any) -> None:
    sheet = openpyxl.load_workbook(given.path)["DS đề nghị"]
    not_in_the_file = {each for each in given.truly_faulty if each[3] == "None" and sheet.cell(*each[1:3]).value}
    assert len(not_in_the_file) <= 1
    assert given.faulty == given.truly_faulty - not_in_the_file


def test_the_given_list_with_its_seventh_fault_reports_exactly_seven(given_as_described: Any) -> None:
    assert given_as_described.faulty == given_as_described.truly_faulty
    assert len(given_as_described.reading.faults) == 7


def test_our_list_reports_exactly_its_seven_dirty_cells(ours: Any) -> None:
    assert ours.faulty == ours.truly_faulty
    assert len(ours.reading.faults) == 7


@pytest.mark.parametrize("name", ["given_as_described", "ours"])
def test_everybody_without_a_fault_is_read_as_the_truth_says(name: str, request: pytest.FixtureRequest) -> None:
    sample = request.getfixturevalue(name)
    dirty = {each["row"] for each in sample.truth["dirty_cells"]}
    clean = [each for each in sample.reading.people if not each.faults]
    assert {each.sheet_row for each in sample.reading.people if each.faults} == dirty
    assert len(clean) == 53
    for listed in clean:
        read, true = sample.read_and_true(listed.sheet_row)
        assert read == true


@pytest.mark.parametrize("name", ["given_as_described", "ours"])
def test_a_draft_lacks_only_what_its_faulty_cell_should_have_held(name: str, request: pytest.FixtureRequest) -> None:
    sample = request.getfixturevalue(name)
    lost = {
        "birth date in both sex columns": {"sex", "birth"},
        "citizen id has 11 digits": {"citizen_id", "periods", "salary"},
        "same citizen id as another row": {"citizen_id", "periods", "salary"},
        "coefficient is not a number": {"declared"},
        "insured time is not exact": {"declared"},
        "leaving date missing": {"leave_on"},
        "no such day": {"decision"},
    }
    for dirty in sample.truth["dirty_cells"]:
        read, true = sample.read_and_true(dirty["row"])
        assert {key for key in true if read[key] != true[key]} == lost[dirty["why"]]


@pytest.mark.parametrize("name", ["given", "ours"])
def test_careers_of_people_without_a_sure_number_wait_for_them(name: str, request: pytest.FixtureRequest) -> None:
    sample = request.getfixturevalue(name)
    drafts = {each["citizen_id"] for each in sample.truth["dirty_cells"] if "citizen id" in each["why"]}
    assert {each.citizen_id for each in sample.reading.waiting} == drafts
    for waiting in sample.reading.waiting:
        true = next(each for each in sample.truth["people"] if each["citizen_id"] == waiting.citizen_id)
        assert len(waiting.career.salary) == len(true["salary_history"])
        assert len(waiting.career.insurance) == len(true["insurance_periods"])


@pytest.mark.parametrize("name", ["given", "ours"])
def test_each_decision_becomes_one_approval_for_all_its_people(name: str, request: pytest.FixtureRequest) -> None:
    sample = request.getfixturevalue(name)
    decisions = {(each["number"], each["date"], each["issuer"]) for each in sample.truth["decisions"]}
    assert {(each.number, str(each.issued_on), each.issuer) for each in sample.reading.approvals} == decisions
    unlinked = [each for each in sample.reading.people if each.approval is None]
    assert [bool(each.approval_number) for each in unlinked] == [True]


def test_the_duplicate_is_reported_where_the_careers_do_not_support_it(given: Any, ours: Any) -> None:
    for sample, later in ((given, True), (ours, False)):
        fault = next(each for each in sample.reading.faults if each.other_row)
        assert fault.other_row is not None
        assert (fault.row > fault.other_row) is later
        assert sample.person_in(fault.other_row).person.citizen_id == fault.value


def test_what_was_certain_is_noted(given: Any) -> None:
    corrections = {each.correction for each in given.reading.notes}
    assert corrections == {
        Correction.LEADING_ZERO,
        Correction.NAME_WRITTEN_FORM,
        Correction.FIRST_OF_MONTH,
        Correction.CENTURY,
    }


@pytest.fixture
def generator(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "build_scripts"))
    return importlib.import_module("make_samples")


def test_the_sample_is_made_the_same_each_time(generator: Any, ours: Any, tmp_path: Path) -> None:
    sample = generator.make_sample()
    generator.save_book(sample.book, tmp_path / "again.xlsx")
    again, kept = read_workbook(tmp_path / "again.xlsx"), read_workbook(ours.path)
    assert [sheet.rows for sheet in again.sheets] == [sheet.rows for sheet in kept.sheets]
    assert json.loads(json.dumps(generator.truth_of(sample))) == ours.truth


def test_the_generator_works_out_the_given_truth(generator: Any, given: Any) -> None:
    """Its second implementation of ages, roundings, averages and amounts agrees with 60 people it did not make."""
    people = importlib.import_module("sample_people")

    def number(text: str) -> int:
        return int(text[:4]) * 12 + int(text[5:7]) - 1

    for true in given.truth["people"]:
        person = people.SamplePerson(
            route=true["route"],
            sex=true["sex"],
            full_name=true["full_name"],
            birth=people.date.fromisoformat(true["birth"]),
            citizen_id=true["citizen_id"],
            post=true["post"],
            position="0",
            unit=true["unit"],
            rank=true["rank"],
            leave=number(true["leave_on"]),
            insurance=[(number(each["from"]), number(each["to"])) for each in true["insurance_periods"]],
            salary=[
                {**each, "from": number(each["from"]), "to": number(each["to"])} for each in true["salary_history"]
            ],
        )
        assert people.expect(person) == true["expected"]


def test_the_sample_covers_what_it_is_made_for(ours: Any) -> None:
    people = ours.truth["people"]
    assert len(people) == 60
    assert {each["route"] for each in people} == {"early-retirement", "severance", "voluntary-early-leave"}
    assert all(len(each["people"]) == 12 for each in ours.truth["decisions"])
    assert len({each["citizen_id"] for each in people}) == 60
    assert len({each["full_name"] for each in people}) < 60
    assert {Fraction(each["expected"]["early_years"]).denominator for each in people} == {1, 2}


@pytest.mark.parametrize("suffix", ["given", "ours"])
def test_reading_twice_gives_the_same(suffix: str, request: pytest.FixtureRequest) -> None:
    sample = request.getfixturevalue(suffix)
    assert read_list(read_workbook(sample.path)) == sample.reading

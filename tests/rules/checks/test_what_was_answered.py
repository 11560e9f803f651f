"""An answer to a warning is bound to what it answered: another gap, another amount asks for another answer."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.domain.arrivals import Arrival, FileElsewhere, PrintRecord
from desktop.domain.findings import Severity
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.states import DossierState
from desktop.rules.checks.context import CheckContext
from tests.rules.checks.examples import SPEAKS
from tests.rules.checks.situations import APPROVAL, CATALOGUE, DOSSIER, ROUND, SCAN, TODAY, around, found

_PASSING = {"k", "hom_nay", "t1"}
"""Of a day that passes, or of a moment that the key holds in another way."""
_OF_A_FILE = {"HS04", "HS05"}
"""The subject is the digest of the file, which the numbers follow from."""
_WARNINGS = sorted(each for each in SPEAKS if CATALOGUE.entry(each).severity is Severity.WARNING)


@pytest.mark.parametrize("code", [each for each in _WARNINGS if each not in _OF_A_FILE])
def test_what_an_answer_is_bound_to_tells_the_numbers_of_its_sentence(code: str) -> None:
    said: dict[str, dict[str, object]] = {}
    for context in SPEAKS[code]:
        for finding in found(context, code):
            params = {name: value for name, value in finding.params.items() if name not in _PASSING}
            assert said.setdefault(finding.key, params) == params


def _with_gap(months: int) -> CheckContext:
    first = YearMonth(1990, 1)
    rows = tuple(
        replace(DOSSIER.career.insurance[0], months=MonthSpan(start, start + 11))
        for start in (first, first + 12 + months)
    )
    return around(replace(DOSSIER, career=replace(DOSSIER.career, insurance=rows)))


def test_a_gap_that_grew_is_another_gap() -> None:
    ((short,), (long,)) = (found(_with_gap(months), "BH03") for months in (2, 98))
    assert (short.params["k"], long.params["k"]) == (2, 98)
    assert short.key != long.key
    assert found(_with_gap(2), "BH03")[0].key == short.key


def test_a_round_that_was_sent_is_not_late() -> None:
    sent = replace(DOSSIER, state=DossierState.SENT)
    late = replace(ROUND, deadline=TODAY - timedelta(days=1))
    (open_one,) = found(around(DOSSIER, round=late), "DH01")
    assert not found(around(sent, round=late), "DH01")
    (waits,) = found(around(DOSSIER, round=replace(late, deadline=date(2020, 1, 1))), "DH01")
    assert waits.key != open_one.key


def test_a_package_is_late_by_the_day_when_it_was_made() -> None:
    deadline = date(2024, 9, 30)

    def days_late(made_at: str) -> list[object]:
        sent = replace(DOSSIER, state=DossierState.SENT)
        arrival = Arrival("p1", "Ủy ban", "nop-1", made_at=made_at)
        context = around(sent, round=replace(ROUND, deadline=deadline), today=date(2024, 12, 1), arrival=arrival)
        return [each.params["k"] for each in found(context, "DH01")]

    assert days_late("2024-09-30T16:59:00Z") == []
    assert days_late("2024-09-30T17:00:00Z") == [1]
    assert days_late("2024-10-05T02:00:00Z") == [5]


def _printed(digest: str, *people: str) -> CheckContext:
    complete = replace(DOSSIER, state=DossierState.COMPLETE)
    added = replace(complete, id="d2", ordinal=2)
    record = PrintRecord("2024-09-09T02:30:00Z", digest, people)
    return around(complete, added, printed=record, list_digest=lambda: "now")


def test_a_print_of_a_part_is_old_when_somebody_else_would_go() -> None:
    assert found(_printed("now", DOSSIER.id), "TT06")
    assert not found(_printed("now", DOSSIER.id, "d2"), "TT06")
    assert not found(_printed("now"), "TT06")


def test_an_answer_about_a_print_is_none_about_the_next() -> None:
    (one,), (other,) = (found(_printed(digest), "TT06") for digest in ("a" * 64, "b" * 64))
    assert one.key != other.key


def _file_of(number: str = "45-QĐ/TU", unit: str = "UBQ-LC", in_round: str = "Đợt 1", own: str = "") -> str:
    """Return what an answer is bound to when the file is also that of a document elsewhere."""
    mine = replace(APPROVAL, number=own or APPROVAL.number)
    other = FileElsewhere(SCAN.sha256, replace(APPROVAL, id="q9", number=number), unit, unit, in_round)
    (finding,) = found(around(approvals={mine.id: mine}, files_elsewhere=(other,)), "HS06")
    return finding.key


def test_an_answer_about_a_file_is_to_these_two_papers_in_that_unit_and_round() -> None:
    others = [_file_of("46-QĐ/TU"), _file_of(unit="UBQ-HA"), _file_of(in_round="Đợt 2"), _file_of(own="124/QĐ-UBND")]
    assert _file_of() == _file_of()
    assert len({_file_of(), *others}) == 5
    assert len(_file_of("9" * 1000)) < 300  # it travels as one line of the record

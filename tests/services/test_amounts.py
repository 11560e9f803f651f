"""Every figure of every person of both samples equals the truth, to the đồng; what is open is cited."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.dossiers import Group
from desktop.domain.people import ManagementLevel
from desktop.services.amounts.compute_support import Support
from desktop.services.rounds.round_view import RoundView, judge_dossier, read_round
from tests.services.figures import figures_of, true_figures
from tests.services.mending import GIVEN, OURS, Sample
from tests.services.offices import copied

CITY = "Nghị quyết 07/2024/NQ-HĐND"


@pytest.fixture(scope="module", params=["ours", "given"])
def mended(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Sample, RoundView]]:
    folder: Path = request.getfixturevalue("mended_folder" if request.param == "ours" else "given_mended_folder")
    with copied(folder, tmp_path_factory.mktemp("amounts") / "desks") as desks:
        yield OURS if request.param == "ours" else GIVEN, read_round(desks.unit, desks.round.id)


def test_every_figure_of_all_sixty_equals_the_truth(mended: tuple[Sample, RoundView]) -> None:
    sample, view = mended
    found = {each.person.citizen_id: figures_of(view.supports[each.id]) for each in view.dossiers}
    assert found == {each["citizen_id"]: true_figures(each) for each in sample.truth["people"]}
    assert len(found) == 60


def test_voluntary_leave_gets_nothing_under_the_decree_and_its_city_amount_is_open(
    mended: tuple[Sample, RoundView],
) -> None:
    _, view = mended
    voluntary = [view.supports[each.id] for each in view.dossiers if each.group is Group.VOLUNTARY]
    assert len(voluntary) == 8
    for support in voluntary:
        nd29, city = support.computations
        assert (nd29.applies, nd29.total, city.applies, city.total) == (False, None, True, None)
        assert support.amount is None


def _assert_open_and_cited(support: Support) -> None:
    assert support.computations[1].total is None
    assert support.open_values
    assert {each.citation.document for each in support.open_values} == {CITY}
    assert all(each.citation.article for each in support.open_values)
    assert not support.practice


def test_what_the_city_gives_is_open_and_cited_for_everybody_who_leaves_by_downsizing(
    mended: tuple[Sample, RoundView],
) -> None:
    _, view = mended
    leaving = [each for each in view.dossiers if each.group is Group.DOWNSIZING]
    assert len(leaving) == 52
    for dossier in leaving:
        _assert_open_and_cited(view.supports[dossier.id])


def test_for_voluntary_leave_it_is_open_once_the_level_of_management_is_entered(
    mended: tuple[Sample, RoundView],
) -> None:
    _, view = mended
    for dossier in (each for each in view.dossiers if each.group is Group.VOLUNTARY):
        assert view.supports[dossier.id].computations[1].missing == ("person.management_level",)
        managed = replace(dossier.person, management_level=ManagementLevel.CITY_STANDING_COMMITTEE)
        support, _ = judge_dossier(view, replace(dossier, person=managed))
        _assert_open_and_cited(support)


def test_the_sum_of_what_is_known_is_the_sum_of_the_truth(mended: tuple[Sample, RoundView]) -> None:
    sample, view = mended
    known = sum(support.amount or 0 for support in view.supports.values())
    assert known == sum(each["expected"]["nd29"] or 0 for each in sample.truth["people"])

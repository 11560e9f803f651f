"""The unit sees what Sở Tài chính will see: the same findings, the same comparison, before anything is signed."""

from dataclasses import replace

import pytest

from desktop.rules.checks.catalogue import Stage
from desktop.services.appraisal.received_view import appraisal_of
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.entry.edit_dossier import new_dossier, save_dossier
from desktop.services.rounds.open_round import open_round
from desktop.services.rounds.round_view import read_round
from desktop.services.sending.as_appraiser import as_appraiser, check_as_appraiser, preview_lines
from tests.services.mail import received_view, send, submission_in
from tests.services.offices import Desks
from tests.services.seen import everything_in


def test_the_unit_finds_what_the_appraiser_finds(ready: Desks) -> None:
    before = everything_in(ready.unit)
    view = read_round(ready.unit, ready.round.id)
    seen: list[tuple[int, int]] = []
    ours = as_appraiser(ready.unit, view, view.dossiers, lambda *counts: seen.append(counts))
    assert seen == [(each, 2 * len(view.dossiers)) for each in range(1, 2 * len(view.dossiers) + 1)]
    assert everything_in(ready.unit) == before
    send(ready)
    receive_submission(ready.finance, submission_in(ready))
    theirs = received_view(ready)
    assert [each.key for each in ours.findings] == [each.key for each in theirs.findings]
    one = view.dossiers[0].id
    mine, real = appraisal_of(ready.unit, ours, one), appraisal_of(ready.finance, theirs, one)
    assert (mine.comparisons, mine.findings, mine.sent.record) == (real.comparisons, real.findings, real.sent.record)
    assert mine.intact
    lines = preview_lines(ours)
    assert [each.dossier_id for each in lines] == [each.id for each in view.dossiers]
    assert all(each.agrees and each.worst is None for each in lines)


def test_only_what_the_appraiser_adds_is_told(mended: Desks) -> None:
    view = read_round(mended.unit, mended.round.id)
    checked = check_as_appraiser(mended.unit, view, view.dossiers)
    assert checked.people == len(view.dossiers)
    assert {view.catalogue.stage(each) for each in checked.findings} <= {Stage.APPRAISAL}
    assert not {each.key for each in checked.findings} & {each.key for each in view.findings()}


def test_somebody_who_was_sent_in_another_round_is_found(sent: Desks) -> None:
    first = read_round(sent.unit, sent.round.id).dossiers[0]
    again = open_round(sent.unit, "Đợt 3 năm 2024", "2024-3")
    blank = new_dossier(sent.unit, again.id)
    save_dossier(
        sent.unit,
        replace(
            first,
            id=blank.id,
            round_id=again.id,
            edition=blank.edition,
            state=blank.state,
            ordinal=blank.ordinal,
            approval_id=None,
            revision=1,
        ),
    )
    view = read_round(sent.unit, again.id)
    codes = {each.code for each in check_as_appraiser(sent.unit, view, view.dossiers).findings}
    assert "TR02" in codes


def test_whoever_gives_up_gets_nothing(ready: Desks) -> None:
    class GivenUp(Exception):
        pass

    def give_up(_done: int, _total: int) -> None:
        raise GivenUp

    view = read_round(ready.unit, ready.round.id)
    with pytest.raises(GivenUp):
        as_appraiser(ready.unit, view, view.dossiers, give_up)

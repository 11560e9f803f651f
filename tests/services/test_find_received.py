"""Sở Tài chính finds whom the units sent by name, card number and decision."""

from desktop.domain.names import fold
from desktop.domain.rounds import Direction
from desktop.services.appraisal.find_received import find_received
from desktop.services.appraisal.received_view import read_received
from tests.services.offices import Desks


def _somebody(desks: Desks) -> tuple[str, str, str, str]:
    """Return submission, dossier, name and card number of the first in the list."""
    with desks.finance.store.begin() as work:
        (submission,) = work.submissions.all(Direction.RECEIVED)
        first = work.submissions.dossiers(submission.id)[0]
    return submission.id, first.dossier_id, first.full_name, first.citizen_id


def test_a_name_is_found_without_its_accents_in_any_order_of_words(received: Desks) -> None:
    submission_id, dossier_id, name, _number = _somebody(received)
    words = " ".join(reversed(fold(name).upper().split()))
    found = find_received(received.finance, words)
    assert (submission_id, dossier_id) in {(each.submission_id, each.dossier_id) for each in found}
    assert all(set(fold(name).split()) <= set(fold(each.full_name).split()) for each in found)


def test_a_card_number_finds_one(received: Desks) -> None:
    _submission, dossier_id, _name, number = _somebody(received)
    assert [each.dossier_id for each in find_received(received.finance, number)] == [dossier_id]


def test_a_decision_finds_all_whom_it_covers(received: Desks) -> None:
    submission_id, dossier_id, _name, _number = _somebody(received)
    view = read_received(received.finance, submission_id)
    approvals = {each.record.id: each.record.approval for each in view.document.people}
    own = approvals[dossier_id]
    assert own is not None
    covered = {person for person, approval in approvals.items() if approval and approval.number == own.number}
    found = find_received(received.finance, fold(own.number))
    assert covered <= {each.dossier_id for each in found}
    assert all(own.number in each.decision for each in found)


def test_nobody_is_found_by_nothing_and_by_what_nobody_has(received: Desks) -> None:
    assert find_received(received.finance, "  ") == ()
    assert find_received(received.finance, "khong ai ten the nay") == ()

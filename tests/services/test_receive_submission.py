"""Taking a submission in: whole or not at all, once, and in the sender's order."""

from tests.services.offices import OTHER, PERSON, VOLUNTEER, Offices
from desktop.domain.states import DossierState
from desktop.services.receive_package import receive_submission


def test_what_was_sent_is_what_is_there(offices: Offices) -> None:
    path = offices.send((PERSON, OTHER, VOLUNTEER))
    received = receive_submission(offices.finance, path)
    with offices.finance.store.begin() as work:
        people = work.submissions.dossiers(received.submission.id)
    assert [each.full_name for each in people] == [PERSON, OTHER, VOLUNTEER]
    assert {each.state for each in people} == {DossierState.RECEIVED}
    print([e.amount for e in people])
    assert 0

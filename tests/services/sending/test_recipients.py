"""Whom a package is addressed to: nobody gets one by a slip of the keyboard, and none goes open by it."""

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.states import DossierState
from desktop.services.rounds.round_view import read_round
from desktop.services.sending.export_draft import export_draft
from desktop.services.sending.export_submission import export_submission
from desktop.services.sending.recipients import recipient_fault
from tests.services.offices import FINANCE, UNIT_PASSPHRASE, Desks

WRONG = {"": "recipient.missing", "  ": "recipient.missing", "SYT": "recipient.unknown", "ubh-01": "recipient.own"}


@pytest.mark.parametrize("typed", WRONG)
@pytest.mark.parametrize("plain", [False, True])
def test_a_code_that_is_nobodys_sends_nothing(ready: Desks, typed: str, plain: bool) -> None:
    before = sorted(ready.mail.iterdir())
    for export in (export_submission, export_draft):
        with pytest.raises(Refusal) as refused:
            export(ready.unit, ready.round.id, ready.mail, UNIT_PASSPHRASE, recipient=typed, plain=plain)
        assert refused.value.code == WRONG[typed]
    assert sorted(ready.mail.iterdir()) == before
    assert {each.state for each in read_round(ready.unit, ready.round.id).dossiers} == {DossierState.COMPLETE}
    fault = recipient_fault(ready.unit, typed)
    assert fault is not None
    assert fault.code == WRONG[typed]


def test_a_code_is_taken_in_any_case_and_written_as_the_trust_pack_has_it(ready: Desks) -> None:
    assert recipient_fault(ready.unit, " stc-hp ") is None
    sent = export_submission(ready.unit, ready.round.id, ready.mail, UNIT_PASSPHRASE, recipient=" stc-hp ")
    assert sent.package.sealed
    assert (sent.recipient.code, sent.recipient.name) == (FINANCE.unit.code, FINANCE.unit.name)

"""What the home page tells beside the tasks: days to keep, and what passed last."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.domain.dossiers import Group
from desktop.services.appraisal.appraise import inbox
from desktop.services.arrivals.make_receipt import make_receipt
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.arrivals.receive_receipt import receive_receipt
from desktop.services.entry.edit_dossier import save_dossier
from desktop.services.prints.print_forms import print_proposal_list
from desktop.services.rounds.open_round import change_round
from desktop.services.rounds.round_view import read_round
from desktop.services.sending.deadlines import DeadlineKind, deadline_of, deadlines
from desktop.services.sending.recent import RecentKind, recent
from tests.services.mail import send, submission_in
from tests.services.offices import FINANCE_PASSPHRASE, UNIT_PASSPHRASE, Desks


def test_a_deadline_is_told_until_everybody_was_sent(ready: Desks) -> None:
    assert deadlines(ready.unit) == ()
    changed = change_round(ready.unit, ready.round.id, ready.round.name, date(2024, 9, 5))
    (found,) = deadlines(ready.unit)
    assert (found.days, found.soon, found.past) == (2, True, False)
    assert deadline_of(ready.unit, changed) == found
    ready.clock.pass_days(3)
    (late,) = deadlines(ready.unit)
    assert (late.days, late.past) == (-1, True)
    ready.clock.pass_days(-3)
    send(ready)
    assert deadlines(ready.unit) == ()


def test_a_certificate_that_ends_soon_has_a_deadline(enrolled: Desks) -> None:
    enrolled.clock.pass_days(2 * 365 - 30)
    (found,) = [each for each in deadlines(enrolled.unit) if each.kind is DeadlineKind.CERTIFICATE]
    assert 0 < found.days <= 60


def test_a_trust_pack_that_ends_soon_and_the_days_of_policies_are_told(listed: Desks) -> None:
    clock = listed.clock
    assert not deadlines(listed.unit)
    begun = clock().date()
    clock.pass_days((date(begun.year + 1, 1, 10) - begun).days)
    report = next(each for each in deadlines(listed.unit) if each.kind is DeadlineKind.POLICY)
    assert (report.day, report.days) == (date(begun.year + 1, 2, 1), 22)
    clock.pass_days(30)
    assert not [each for each in deadlines(listed.unit) if each.kind is DeadlineKind.POLICY]
    somebody = read_round(listed.unit, listed.round.id).dossiers[0]
    save_dossier(listed.unit, replace(somebody, group=Group.TRANSITIONAL))
    (moved,) = [each for each in deadlines(listed.unit) if each.kind is DeadlineKind.POLICY]
    assert (moved.day, moved.past) == (date(2024, 9, 30), True)
    while not (trust := [each for each in deadlines(listed.unit) if each.kind is DeadlineKind.TRUST]):
        clock.pass_days(30)
    assert 0 <= trust[0].days <= 60


def test_a_receipt_that_is_long_in_coming_is_asked_for_until_there_is_an_answer(ready: Desks) -> None:
    sent = send(ready).package
    ready.clock.pass_days(6)
    assert deadlines(ready.unit) == ()
    ready.clock.pass_days(3)
    (found,) = deadlines(ready.unit)
    assert (found.kind, found.name) == (DeadlineKind.RECEIPT, sent.path.name)
    receive_submission(ready.finance, submission_in(ready))
    answered = make_receipt(ready.finance, inbox(ready.finance)[0].submission.id, ready.mail, FINANCE_PASSPHRASE)
    receive_receipt(ready.unit, answered.full.path, UNIT_PASSPHRASE)
    assert deadlines(ready.unit) == ()


def test_what_passed_last_stands_first(ready: Desks, tmp_path: Path) -> None:
    assert [each.kind for each in recent(ready.unit)] == [RecentKind.TAKEN_IN]
    ready.clock.pass_days(1)
    print_proposal_list(ready.unit, read_round(ready.unit, ready.round.id), tmp_path)
    ready.clock.pass_days(1)
    package = send(ready).package
    found = recent(ready.unit)
    assert [each.kind for each in found] == [RecentKind.SENT, RecentKind.PRINTED, RecentKind.TAKEN_IN]
    assert found[0].name == package.path.name

"""Pins: kept with their person, they travel to Sở Tài chính, and never point to another place without a word."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.evidence import GRAIN, EvidencePin, Rectangle
from desktop.rules.checks.catalogue import Stage
from desktop.services.appraisal.received_view import appraisal_of
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.entry.edit_dossier import save_dossier
from desktop.services.office import Office
from desktop.services.papers.edit_approval import detach_scan
from desktop.services.papers.links import put_back
from desktop.services.papers.pin_words import pin_for, pinnable
from desktop.services.papers.pins import PageNow, PinsFollowed, follow_pages, loose_pins, put_pin, remove_pin, turned
from desktop.services.rounds.round_view import read_round
from tests.services.mail import received_view, send, submission_in
from tests.services.offices import Desks

PLACE = Rectangle(Fraction("0.1"), Fraction("0.25"), Fraction("0.6"), Fraction("0.03"))


@st.composite
def places(draw: st.DrawFn) -> Rectangle:
    left, top = draw(st.integers(0, GRAIN - 1)), draw(st.integers(0, GRAIN - 1))
    width, height = draw(st.integers(1, GRAIN - left)), draw(st.integers(1, GRAIN - top))
    return Rectangle(*(Fraction(each, GRAIN) for each in (left, top, width, height)))


def first(office: Office, round_id: str) -> tuple[Dossier, str]:
    """Return the first person of the round, and a file of their approval."""
    view = read_round(office, round_id)
    dossier = view.dossiers[0]
    approval = view.approval_of(dossier)
    assert approval is not None
    return dossier, approval.attachments[0]


def pinned(office: Office, round_id: str, field: str = "leave_on", reads: str = "") -> EvidencePin:
    dossier, sha256 = first(office, round_id)
    pin = EvidencePin(dossier.id, field, sha256, 2, PLACE, reads)
    put_pin(office, pin)
    return pin


def now(office: Office, dossier_id: str) -> Dossier:
    with office.store.begin() as work:
        return work.dossiers.need(dossier_id)


def test_a_pin_is_kept_moved_read_and_taken_away_and_each_act_can_be_undone(ready: Desks) -> None:
    office = ready.unit
    pin = pinned(office, ready.round.id)
    moved = replace(pin, place=replace(PLACE, left=Fraction("0.2")), reads="2024-10-01")
    changed = put_pin(office, moved, pin)
    assert now(office, pin.dossier_id).pins == (moved,)
    put_back(office, changed)
    assert now(office, pin.dossier_id).pins == (pin,)
    removed = remove_pin(office, pin)
    assert now(office, pin.dossier_id).pins == ()
    put_back(office, removed)
    assert now(office, pin.dossier_id).pins == (pin,)
    assert put_pin(office, pin).after == ()


def test_undoing_a_pin_leaves_alone_what_was_typed_since(ready: Desks) -> None:
    office = ready.unit
    dossier, sha256 = first(office, ready.round.id)
    changed = put_pin(office, EvidencePin(dossier.id, "leave_on", sha256, 1, PLACE))
    save_dossier(office, replace(now(office, dossier.id), note="Đã gọi hỏi"))
    put_back(office, changed)
    assert (now(office, dossier.id).pins, now(office, dossier.id).note) == ((), "Đã gọi hỏi")


def test_what_was_sent_is_not_pinned_any_more(sent: Desks) -> None:
    dossier, sha256 = first(sent.unit, sent.round.id)
    with pytest.raises(Refusal, match=r"record\.not_editable"):
        put_pin(sent.unit, EvidencePin(dossier.id, "leave_on", sha256, 1, PLACE))


def test_finance_sees_the_rectangle_that_the_unit_drew(ready: Desks) -> None:
    dossier, _ = first(ready.unit, ready.round.id)
    pin = pinned(ready.unit, ready.round.id, reads=str(dossier.leave_on))
    send(ready)
    receive_submission(ready.finance, submission_in(ready))
    appraisal = appraisal_of(ready.finance, received_view(ready), dossier.id)
    assert appraisal.dossier.pins == (pin,)
    assert pin.sha256 in {each.sha256 for each in appraisal.attachments}
    assert pin_for(appraisal.dossier.pins, ("person.birth", "leave_on")) == pin


def test_another_day_read_on_the_scan_is_found_by_finance(ready: Desks) -> None:
    pin = pinned(ready.unit, ready.round.id, reads="2030-01-01")
    send(ready)
    receive_submission(ready.finance, submission_in(ready))
    seen = appraisal_of(ready.finance, received_view(ready), pin.dossier_id)
    details = [each.detail for each in seen.findings if each.code == "NT08"]
    assert details == [f"{pin.sha256}:{seen.dossier.leave_on}:2030-01-01"]


def test_whose_name_is_not_among_those_pinned_is_found(ready: Desks) -> None:
    pinned(ready.unit, ready.round.id, "person.full_name")
    view = read_round(ready.unit, ready.round.id)
    same = view.context.dossiers_by_approval[view.dossiers[0].approval_id or ""]
    unnamed = [each.subject for each in view.findings(Stage.APPRAISAL) if each.code == "PD05"]
    assert unnamed == [each.id for each in same[1:]]


def test_a_pin_on_a_file_that_was_taken_off_is_loose_and_is_not_sent(ready: Desks) -> None:
    office = ready.unit
    pin = pinned(office, ready.round.id)
    kept = pinned(office, ready.round.id, "person.birth")
    view = read_round(office, ready.round.id)
    approval = view.approval_of(view.dossiers[0])
    assert approval is not None
    other = next(each for each in view.approvals.values() if each.id != approval.id)
    put_pin(office, replace(kept, sha256=other.attachments[0]), kept)
    view = read_round(office, ready.round.id)
    assert [each.field for each in loose_pins(view, view.dossiers[0])] == ["person.birth"]
    send(ready)
    receive_submission(ready.finance, submission_in(ready))
    assert appraisal_of(ready.finance, received_view(ready), pin.dossier_id).dossier.pins == (pin,)


def test_pins_go_along_with_their_page_and_stay_behind_where_it_is_gone(ready: Desks) -> None:
    office, new = ready.unit, "f" * 64
    pin = pinned(office, ready.round.id)
    dossier, sha256 = first(office, ready.round.id)
    put_pin(office, EvidencePin(dossier.id, "person.birth", sha256, 1, PLACE))
    round_id = ready.round.id
    with office.store.begin() as work:
        assert follow_pages(work, round_id, sha256, {2: PageNow(new, 5)}) == PinsFollowed()
    detach_scan(office, dossier.approval_id or "", sha256)
    with office.store.begin() as work:
        followed = follow_pages(work, round_id, sha256, {2: PageNow(new, 5, turns=1)})
    assert (followed.moved, followed.lost) == (1, 1)
    turned_pin, left_behind = now(office, dossier.id).pins
    assert (turned_pin.sha256, turned_pin.page) == (new, 5)
    assert turned_pin.place == Rectangle(Fraction("0.72"), Fraction("0.1"), Fraction("0.03"), Fraction("0.6"))
    assert (left_behind.sha256, left_behind.page) == (sha256, 1)
    assert pin not in now(office, dossier.id).pins


def test_detaching_keeps_the_pin_for_the_file_coming_back(ready: Desks) -> None:
    pin = pinned(ready.unit, ready.round.id)
    view = read_round(ready.unit, ready.round.id)
    detach_scan(ready.unit, view.dossiers[0].approval_id or "", pin.sha256)
    view = read_round(ready.unit, ready.round.id)
    assert loose_pins(view, view.dossiers[0]) == (pin,)


@given(places())
def test_four_quarter_turns_lead_back(place: Rectangle) -> None:
    assert turned(turned(place, 1), 3) == place
    assert turned(turned(place, 2), 2) == place


@pytest.mark.parametrize(
    ("field", "known"),
    [("career.salary.3", "career.salary"), ("leave_on", "leave_on"), ("note", ""), ("", ""), ("person", "")],
)
def test_a_field_inside_a_pinned_one_counts_as_it(field: str, known: str) -> None:
    assert pinnable(field) == known

"""From Điều 3 open to a unit whose records change: drafted, published, compared, installed, taken back."""

from pathlib import Path

from desktop.domain.rounds import Direction
from desktop.services.appraisal.received_view import appraisal_of, read_received
from desktop.services.policies.compare_policies import ChangeKind
from desktop.services.policies.install_policy import choose_version, impact_of, install_policy, read_policy_package
from desktop.services.policies.publish_policy import publish_policy
from desktop.services.rounds.round_view import RoundView, read_round
from tests.services.offices import FINANCE_PASSPHRASE, Desks
from tests.services.policies import CITY, INVENTED, NEXT, SHIPPED, text_with_amount


def published(desks: Desks) -> Path:
    made = publish_policy(desks.finance, text_with_amount(desks.finance), desks.mail, FINANCE_PASSPHRASE)
    return made.package.path


def amounts(view: RoundView) -> dict[str, int]:
    return {each.id: view.supports[each.id].amount or 0 for each in view.dossiers}


def city_versions(view: RoundView) -> set[str]:
    found = (each.policy for support in view.supports.values() for each in support.computations)
    return {ref.version for ref in found if ref.id == CITY}


def test_open_records_change_by_what_the_comparison_said(ready: Desks) -> None:
    unit, before = ready.unit, read_round(ready.unit, ready.round.id)
    offered = read_policy_package(unit, published(ready))
    impact = impact_of(unit, offered.pack)
    assert impact.people == len(before.dossiers)
    assert impact.changes
    assert {change.kind for change in impact.changes} == {ChangeKind.BECOMES_KNOWN}
    assert {change.after.amount for change in impact.changes} == {INVENTED}
    assert amounts(read_round(unit, ready.round.id, before)) == amounts(before)
    install_policy(unit, offered, impact)
    after = read_round(unit, ready.round.id, before)
    expected = amounts(before)
    for change in impact.changes:
        expected[change.subject_id] += change.difference
    assert amounts(after) == expected
    assert sum(amounts(after).values()) - sum(amounts(before).values()) == impact.difference
    assert city_versions(after) == {offered.pack.version}


def test_going_back_brings_the_old_amounts_back(ready: Desks) -> None:
    unit, before = ready.unit, read_round(ready.unit, ready.round.id)
    offered = read_policy_package(unit, published(ready))
    install_policy(unit, offered, impact_of(unit, offered.pack))
    older = unit.shelf.versions(CITY)[1].ref
    (pack,) = unit.shelf.holding((older,))
    impact = impact_of(unit, pack)
    assert {change.kind for change in impact.changes} == {ChangeKind.BECOMES_OPEN}
    choose_version(unit, older, "Sở yêu cầu tạm dừng", impact)
    assert amounts(read_round(unit, ready.round.id)) == amounts(before)


def test_what_was_sent_keeps_the_pack_that_it_was_sent_with(sent: Desks) -> None:
    unit, before = sent.unit, read_round(sent.unit, sent.round.id)
    offered = read_policy_package(unit, published(sent))
    impact = impact_of(unit, offered.pack)
    going = {each.id for each in before.dossiers if each.state == "sent"}
    assert going
    assert not going & {change.subject_id for change in impact.changes}
    install_policy(unit, offered, impact)
    after = read_round(unit, sent.round.id)
    assert {each: after.supports[each].amount for each in going} == {
        each: before.supports[each].amount for each in going
    }
    assert {after.packs_of(each)[1].version for each in going} == {SHIPPED}
    assert after.packs[1].version == offered.pack.version


def test_what_was_received_is_recomputed_with_exactly_its_pack(received: Desks) -> None:
    finance = received.finance
    with finance.store.begin() as work:
        (submission,) = work.submissions.all(Direction.RECEIVED)
    published(received)
    assert finance.shelf.pack(CITY).version == NEXT
    view = read_received(finance, submission.id)
    person = view.document.people[0].record.id
    appraisal = appraisal_of(finance, view, person)
    assert appraisal.agrees
    assert all(each.first_difference is None for each in appraisal.comparisons)
    assert {each.policy for each in appraisal.recomputed} == set(submission.policies)


def test_so_tai_chinh_sees_before_publishing_whom_it_would_change(received: Desks) -> None:
    finance = received.finance
    pack = finance.shelf.pack(CITY)
    assert impact_of(finance, pack).changes == ()
    offered = read_policy_package(received.unit, published(received))
    older = finance.shelf.versions(CITY)[1].ref
    (pack,) = finance.shelf.holding((older,))
    impact = impact_of(finance, pack)
    assert impact.after == older
    assert impact.people > 0
    assert {change.where for change in impact.changes} == {received.unit.identity.unit.name}
    assert offered.pack.version == NEXT

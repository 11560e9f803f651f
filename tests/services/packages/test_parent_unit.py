"""A unit's package goes through its parent unit to Sở Tài chính, and the answer comes back the same way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.rounds import Outcome
from desktop.domain.states import DossierState
from desktop.services.appraise import decide, inbox
from desktop.services.edit_dossier import reopen_returned
from desktop.services.export_decision import export_decision
from desktop.services.receive_decision import receive_decision
from desktop.services.receive_package import receive_submission
from desktop.services.received_view import read_received
from desktop.services.round_view import read_round
from desktop.services.send_back import send_back
from desktop.services.subordinates import check_subordinate, subordinate_items, take_in_subordinate
from tests.services.packages.family import PARENT, Family, family_of, make_family
from tests.services.packages.offices import FINANCE, OTHER, PASSPHRASE, PERSON, UNIT


@pytest.fixture(scope="module")
def family_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_family(tmp_path_factory.mktemp("family"))


@pytest.fixture
def family(family_template: Path, tmp_path: Path) -> Iterator[Family]:
    with family_of(family_template, tmp_path / "offices") as made:
        yield made


def test_there_and_back_through_the_parent(family: Family) -> None:
    sent = family.send_to_parent(plain=False)
    received = family.parent_receives(sent)
    checked = check_subordinate(family.parent, received.submission.id)
    assert {each.sent.full_name for each in checked.people} >= {PERSON, OTHER}
    take_in_subordinate(family.parent, received.submission.id)
    carrier = family.send(family.parent, FINANCE, plain=False)
    assert [each.submission.id for each in carrier.embedded] == [sent.submission.id]
    assert carrier.package.sealed
    arrived = receive_submission(family.finance, carrier.package.path, PASSPHRASE)
    assert [each.unit.code for each in arrived.embedded] == [UNIT]
    items = {each.submission.unit.code: each for each in inbox(family.finance)}
    assert items[UNIT].submission.digest == sent.package.digest
    assert items[PARENT].submission.people == 0
    assert [each.code for each in items[UNIT].notices] == ["notice.through"]
    view = read_received(family.finance, sent.submission.id)
    person = next(each for each in view.document.people if each.record.person.full_name == PERSON)
    decide(family.finance, view, person.record.id, Outcome.APPROVED)
    answer = export_decision(family.finance, view, family.stick, PASSPHRASE)
    assert answer.sealed
    noted = receive_decision(family.parent, answer.path, PASSPHRASE)
    assert (noted.passed_on, len(noted.decisions)) == (True, 1)
    assert receive_decision(family.parent, answer.path, PASSPHRASE).already
    got = receive_decision(family.unit, answer.path, PASSPHRASE)
    assert (got.passed_on, got.submission.id) == (False, sent.submission.id)
    with family.unit.store.begin() as work:
        assert work.dossiers.need(person.record.id).state is DossierState.APPROVED
    (item,) = subordinate_items(family.parent)
    assert (item.decided, [each.file_name for each in item.sent_in]) == (1, [carrier.package.path.name])

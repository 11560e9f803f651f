"""HS06 over the rounds of one unit: the same file for another paper is told, the same paper once more is not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.approvals import Approval, Attachment
from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding
from desktop.domain.rounds import Round
from desktop.domain.states import DossierState
from desktop.rules.checks.engine import unjustified
from desktop.services.entry.edit_dossier import discard_dossier, justify, new_dossier, save_dossier
from desktop.services.office import Office, create_office
from desktop.services.papers.left_out import leave_out
from desktop.services.papers.links import give_paper
from desktop.services.papers.register import change_document, enter_document
from desktop.services.rounds.open_round import open_round
from desktop.services.rounds.round_view import RoundView, read_round
from tests.services.offices import UNIT, Clock

DAY = date(2024, 6, 20)
CARD = "031065001234"


@dataclass(frozen=True)
class Rounds:
    """Two rounds of one unit."""

    office: Office
    first: Round
    second: Round

    def paper(
        self, of_round: Round, number: str = "12/QĐ-UBND", content: bytes = b"one", **changes: object
    ) -> Approval:
        """Enter a document with a file of this content."""
        said = {"issued_on": DAY, "issuer": "UBND huyện", "proves": "", **changes}
        made = enter_document(self.office, of_round.id, number=number, **said)  # type: ignore[arg-type] - its fields
        sha256, size = self.office.store.blobs.put_bytes(content)
        with self.office.store.begin() as work:
            work.attachments.add(Attachment(sha256, "quet.pdf", "application/pdf", size, 1))
            work.approvals.save(replace(made, attachments=(sha256,)))
            return work.approvals.need(made.id)

    def person(self, paper: Approval, card: str = CARD, name: str = "Trần Văn Mẫu") -> Dossier:
        """Enter somebody who rests on a decision, or has another document."""
        blank = new_dossier(self.office, paper.round_id)
        named = replace(blank, person=replace(blank.person, full_name=name, citizen_id=card))
        resting = named if paper.proves else replace(named, approval_id=paper.id)
        saved = save_dossier(self.office, resting).after
        if paper.proves:
            give_paper(self.office, paper.id, [saved.id])
        with self.office.store.begin() as work:
            return work.dossiers.need(saved.id)

    def view(self, of_round: Round) -> RoundView:
        return read_round(self.office, of_round.id)

    def found(self, of_round: Round) -> list[Finding]:
        return [each for each in self.view(of_round).findings() if each.code == "HS06"]

    def move(self, dossier: Dossier, *states: DossierState) -> None:
        with self.office.store.begin() as work:
            for state in states:
                dossier = work.move(dossier, state, "test", "test")


@pytest.fixture
def rounds(tmp_path: Path) -> Iterator[Rounds]:
    office = create_office(tmp_path / "unit", UNIT, now=Clock())
    yield Rounds(office, open_round(office, "Đợt 1", "2024-1"), open_round(office, "Đợt 2", "2024-2"))
    office.close()


def test_a_file_of_another_paper_of_another_round_is_told_in_both(rounds: Rounds) -> None:
    one, other = rounds.paper(rounds.first), rounds.paper(rounds.second, "45-QĐ/TU")
    rounds.person(one)
    rounds.person(other, "031065009999")
    (there,), (here,) = rounds.found(rounds.first), rounds.found(rounds.second)
    assert (here.params["a"], here.params["b"], here.params["dot"]) == (other.number, one.number, "Đợt 1")
    assert (there.params["a"], there.params["b"], there.params["dot"]) == (one.number, other.number, "Đợt 2")
    message = rounds.view(rounds.second).catalogue.message(here)
    assert all(each in message for each in ("quet.pdf", "45-QĐ/TU", "12/QĐ-UBND", UNIT.unit.name, "Đợt 1"))
    assert here.subject == other.attachments[0]


@pytest.mark.parametrize("number", ["12/QĐ-UBND", " 12/qđ-ubnd"])
def test_the_same_decision_entered_again_is_no_other_paper(rounds: Rounds, number: str) -> None:
    rounds.person(rounds.paper(rounds.first))
    rounds.person(rounds.paper(rounds.second, number, issuer="Ubnd Huyện"))
    assert rounds.found(rounds.first) == rounds.found(rounds.second) == []


@pytest.mark.parametrize(
    "changes", [{"issued_on": date(2024, 6, 21)}, {"issuer": "Sở Nội vụ"}, {"proves": "insurance_record"}]
)
def test_another_day_issuer_or_kind_is_another_paper(rounds: Rounds, changes: dict[str, object]) -> None:
    rounds.person(rounds.paper(rounds.first))
    rounds.person(rounds.paper(rounds.second, **changes))  # type: ignore[arg-type] - fields of a document
    assert len(rounds.found(rounds.second)) == 1


def test_another_file_of_another_paper_is_nothing(rounds: Rounds) -> None:
    rounds.person(rounds.paper(rounds.first))
    rounds.person(rounds.paper(rounds.second, "45-QĐ/TU", b"another"))
    assert rounds.found(rounds.second) == []


def test_a_paper_without_a_number_is_told_by_whose_it_is(rounds: Rounds) -> None:
    nameless = {"issued_on": None, "issuer": "", "proves": "insurance_record"}
    rounds.person(rounds.paper(rounds.first, "", **nameless))
    mine = rounds.person(rounds.paper(rounds.second, "", **nameless))
    assert rounds.found(rounds.second) == []
    save_dossier(rounds.office, replace(mine, person=replace(mine.person, citizen_id="031065009999")))
    (found,) = rounds.found(rounds.second)
    assert "giấy tờ không ghi số" in rounds.view(rounds.second).catalogue.message(found)


def test_a_decision_of_many_rounds_is_named_once(rounds: Rounds) -> None:
    third = open_round(rounds.office, "Đợt 3", "2024-3")
    for each in (rounds.first, third):
        rounds.person(rounds.paper(each))
    rounds.person(rounds.paper(rounds.second, "45-QĐ/TU"))
    (found,) = rounds.found(rounds.second)
    assert found.params["dot"] == "Đợt 1"


def test_what_the_round_itself_tells_is_not_told_again_of_another(rounds: Rounds) -> None:
    rounds.person(rounds.paper(rounds.first))
    rounds.person(rounds.paper(rounds.second))
    rounds.person(rounds.paper(rounds.second, "45-QĐ/TU"), "031065009999")
    (found,) = rounds.found(rounds.second)
    assert "dot" not in found.params


def test_whoever_is_withdrawn_or_in_the_bin_uses_nothing(rounds: Rounds) -> None:
    one = rounds.paper(rounds.first)
    binned, withdrawn = rounds.person(one), rounds.person(one, "031065008888")
    rounds.person(rounds.paper(rounds.second, "45-QĐ/TU"))
    discard_dossier(rounds.office, binned.id)
    assert len(rounds.found(rounds.second)) == 1
    rounds.move(withdrawn, DossierState.WITHDRAWN)
    assert rounds.found(rounds.second) == []


def test_a_paper_that_waits_for_its_people_counts_unless_it_was_left_out(rounds: Rounds) -> None:
    one = rounds.paper(rounds.first)
    rounds.person(rounds.paper(rounds.second, "45-QĐ/TU"))
    assert len(rounds.found(rounds.second)) == 1
    with rounds.office.store.begin() as work:
        leave_out(work, rounds.first.id, [one])
    assert rounds.found(rounds.second) == []
    rounds.person(one)
    assert len(rounds.found(rounds.second)) == 1


def test_what_was_sent_is_not_asked_about_again_the_later_one_is(rounds: Rounds) -> None:
    sent = rounds.person(rounds.paper(rounds.first))
    rounds.person(rounds.paper(rounds.second, "45-QĐ/TU"))
    rounds.move(sent, DossierState.COMPLETE, DossierState.SENT)
    assert rounds.found(rounds.first) == []
    assert len(rounds.found(rounds.second)) == 1


def test_an_answer_is_to_these_two_papers(rounds: Rounds) -> None:
    one, other = rounds.paper(rounds.first), rounds.paper(rounds.second, "45-QĐ/TU")
    rounds.person(one)
    person = rounds.person(other)
    justify(rounds.office, [person.id], rounds.found(rounds.second), "Hai văn bản cùng một tờ.")

    def unanswered() -> tuple[Finding, ...]:
        return unjustified(rounds.found(rounds.second), rounds.view(rounds.second).dossiers)

    assert unanswered() == ()
    change_document(rounds.office, replace(one, number="99/QĐ-UBND"))
    (anew,) = unanswered()
    assert anew.params["b"] == "99/QĐ-UBND"
    change_document(rounds.office, replace(one, number=one.number))
    assert unanswered() == ()
    rounds.person(rounds.paper(rounds.first, "77/QĐ-UBND"))
    (more,) = unanswered()
    assert more.params["b"] == "77/QĐ-UBND"

"""Corrections that a program with a fault, or somebody who means harm, would write: refused, and nothing changes."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.domain.corrections import Purpose
from desktop.domain.errors import Refusal
from desktop.domain.rounds import Direction, SentDossier, Submission
from desktop.domain.states import DossierState
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.arrivals.take_in import TakenIn
from desktop.services.arrivals.waiting_packages import WaitingPackage
from desktop.services.corrections.changes import SubmissionChanges
from desktop.services.corrections.correct_sent import reopen
from desktop.services.corrections.preview_correction import take_in_or_show
from desktop.services.formats.correction import CorrectionPart, WithdrawnPart
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.formats.records_out import record_digest
from desktop.services.rounds.round_view import read_round
from desktop.services.sending.export_submission import export_submission
from tests.services.packages.offices import FINANCE, OTHER, PASSPHRASE, PERSON, VOLUNTEER, Offices, copy_offices
from tests.services.seen import everything_in

_replace = msgspec.structs.replace
_NOBODY = "3f2b8a34-9d1c-4f6e-8a70-0123456789ab"
Change = Callable[[CorrectionPart], CorrectionPart]


@pytest.fixture(scope="module")
def offices(received_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    """One pair for all tests here: what is refused changes nothing, as each of them proves."""
    made = copy_offices(received_folder, tmp_path_factory.mktemp("hostile") / "offices")
    yield made
    made.close()


def _first(offices: Offices) -> Submission:
    with offices.finance.store.begin() as work:
        return min(work.submissions.all(Direction.RECEIVED), key=lambda each: each.sequence)


def _row(offices: Offices, name: str) -> SentDossier:
    """Return somebody as the first package has them."""
    first = _first(offices)
    with offices.finance.store.begin() as work:
        return next(each for each in work.submissions.dossiers(first.id) if each.full_name == name)


def _part(offices: Offices, purpose: Purpose = Purpose.SUPPLEMENT, **changes: Any) -> CorrectionPart:
    first = _first(offices)
    part = CorrectionPart(
        purpose=purpose, original_id=first.id, original_digest=first.digest, previous_digest=first.digest
    )
    return _replace(part, **changes)


def _out(offices: Offices, name: str = PERSON, **changes: Any) -> WithdrawnPart:
    row = _row(offices, name)
    part = WithdrawnPart(
        dossier_id=row.dossier_id,
        revision=row.revision,
        record_sha256=row.record_sha256,
        full_name=row.full_name,
        reason="Xin ở lại",
    )
    return _replace(part, **changes)


def _written(offices: Offices, part: CorrectionPart, people: tuple[str, ...] = (PERSON,), **options: Any) -> Path:
    def change(document: SubmissionDocument) -> SubmissionDocument:
        raised = tuple(_raised(each) for each in document.people)
        return _replace(document, correction=part, people=raised)

    options = {"supersedes": _first(offices).id, "change": change, "remember": False, "sequence": 2, **options}
    (offices.stick / "nop-TTYT-AN-DUONG-2024-2-002.asice").unlink(missing_ok=True)
    return offices.send(people, **options)


def _raised(submitted: Any) -> Any:
    """Return somebody as the next revision."""
    record = _replace(submitted.record, revision=2)
    return _replace(submitted, record=record, record_sha256=record_digest(record))


def _refused(offices: Offices, path: Path) -> Refusal:
    before = everything_in(offices.finance)
    with pytest.raises(Refusal) as refused:
        take_in_or_show(offices.finance, path)
    rows = everything_in(offices.finance)
    assert rows["rows"] == before["rows"]
    return refused.value


def test_a_good_one_is_only_shown_until_it_is_taken_in(offices: Offices) -> None:
    assert isinstance(take_in_or_show(offices.finance, _written(offices, _part(offices))), SubmissionChanges)


HOSTILE: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "another original": ("correction.original_differs", {"original_id": _NOBODY}, {}),
    "the original with another digest": (
        "correction.digest_differs",
        {"original_digest": "0" * 64, "previous_digest": "0" * 64},
        {},
    ),
    "of nothing": ("package.document_invalid", {}, {"supersedes": None}),
    "two digests of one package": ("package.document_invalid", {"previous_digest": "0" * 64}, {}),
    "somebody is left out of a new list": ("correction.people_missing", {"purpose": Purpose.REPLACE}, {}),
    "takes nobody out and brings somebody": ("package.document_invalid", {"purpose": Purpose.WITHDRAW}, {}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_correction_that_does_not_fit_the_chain_is_refused(offices: Offices, name: str) -> None:
    code, changes, options = HOSTILE[name]
    assert _refused(offices, _written(offices, _part(offices, **changes), **options)).code == code


def test_a_correction_of_what_never_came_waits_and_no_reason_takes_it_in(taken_in: Offices) -> None:
    offices = taken_in
    path = _written(offices, _part(offices), supersedes=_NOBODY)
    with pytest.raises(Refusal) as refused:
        receive_submission(offices.finance, path, reason="Không chờ")
    assert refused.value.code == "correction.previous_missing"
    taken = take_in_or_show(offices.finance, path)
    assert isinstance(taken, TakenIn)
    assert isinstance(taken.outcome, WaitingPackage)


OUT: dict[str, tuple[str, str, dict[str, Any]]] = {
    "somebody who is not in the chain": ("correction.not_in_chain", OTHER, {"dossier_id": "la"}),
    "another revision": ("correction.version_differs", OTHER, {"revision": 9}),
    "another record": ("correction.version_differs", OTHER, {"record_sha256": "0" * 64}),
    "without a reason": ("package.document_invalid", OTHER, {"reason": " "}),
    "somebody whom it brings": ("package.document_invalid", PERSON, {}),
}


@pytest.mark.parametrize("name", OUT)
def test_nobody_is_taken_out_by_a_false_claim(offices: Offices, name: str) -> None:
    code, whom, changes = OUT[name]
    part = _part(offices, withdrawn=(_out(offices, whom, **changes),))
    assert _refused(offices, _written(offices, part)).code == code


def test_nobody_is_taken_out_twice_by_one_package(offices: Offices) -> None:
    part = _part(offices, withdrawn=(_out(offices, OTHER), _out(offices, OTHER)))
    assert _refused(offices, _written(offices, part)).code == "package.document_invalid"


def test_a_package_for_nobody_takes_somebody_out(offices: Offices) -> None:
    def empty(document: SubmissionDocument) -> SubmissionDocument:
        return _replace(document, correction=_part(offices, Purpose.WITHDRAW), people=(), total=0, attachments=())

    path = _written(offices, _part(offices), change=empty, enclosures=())
    assert _refused(offices, path).code == "package.document_invalid"


def test_another_round_is_not_corrected(offices: Offices) -> None:
    def moved(document: SubmissionDocument) -> SubmissionDocument:
        elsewhere = _replace(document.round, id=uuid.uuid4().hex)
        return _replace(document, correction=_part(offices), round=elsewhere)

    assert _refused(offices, _written(offices, _part(offices), change=moved)).code == "correction.other_round"


def test_a_version_that_goes_back_or_changes_without_a_new_number_is_refused(offices: Offices) -> None:
    def same_number(document: SubmissionDocument) -> SubmissionDocument:
        (one,) = document.people
        record = _replace(one.record, note="khác")
        changed = _replace(one, record=record, record_sha256=record_digest(record))
        return _replace(document, correction=_part(offices), people=(changed,))

    path = _written(offices, _part(offices), change=same_number)
    before = everything_in(offices.finance)["rows"]
    with pytest.raises(Refusal) as refused:
        receive_submission(offices.finance, path)
    assert refused.value.code == "package.revision_differs"
    assert everything_in(offices.finance)["rows"] == before


def test_the_package_of_another_unit_is_not_corrected(taken_in: Offices) -> None:
    offices = taken_in
    first = _first(offices)
    theirs = replace(
        first, id=str(uuid.uuid4()), unit=replace(first.unit, code="SO-NN"), digest="9" * 64, round_id="cua-ho"
    )
    with offices.finance.store.begin() as work:
        work.submissions.add(theirs, ())
    part = _part(offices, original_id=theirs.id, original_digest=theirs.digest, previous_digest=theirs.digest)
    before = everything_in(offices.finance)["rows"]
    path = _written(offices, part, supersedes=theirs.id)
    for reason, code in (("", "package.waits"), ("Không chờ", "correction.other_unit")):
        with pytest.raises(Refusal) as refused:
            receive_submission(offices.finance, path, reason=reason)
        assert refused.value.code == code
    assert everything_in(offices.finance)["rows"] == before


def test_a_package_is_corrected_once(taken_in: Offices) -> None:
    """Two that follow the same one: the second is refused, whichever came first."""
    offices = taken_in
    part = _part(offices)
    receive_submission(offices.finance, _written(offices, part))
    refused = _refused(offices, _written(offices, part, (OTHER,), sequence=3))
    assert (refused.code, refused.params["other"]) == ("correction.fork", "nop-TTYT-AN-DUONG-2024-2-002.asice")


def test_a_chain_whose_beginning_is_missing_is_not_carried_on(taken_in: Offices) -> None:
    """An earlier program's package that follows an unknown one is taken in with a notice; nothing builds on it."""
    offices = taken_in

    def bare(document: SubmissionDocument) -> SubmissionDocument:
        return _replace(document, people=tuple(_raised(each) for each in document.people))

    path = _written(offices, _part(offices), supersedes=_NOBODY, change=bare)
    second = receive_submission(offices.finance, path, reason="Gói trước thất lạc")
    assert [each.code for each in second.notices] == ["notice.supersedes_unknown"]
    part = _part(offices, original_id=second.submission.id, previous_digest=second.submission.digest)
    part = _replace(part, original_digest=second.submission.digest)
    third = _written(offices, part, (OTHER,), supersedes=second.submission.id, sequence=3)
    assert _refused(offices, third).code == "correction.chain_gap"


def test_nobody_whose_money_is_allocated_is_sent_again(taken_in: Offices) -> None:
    offices = taken_in
    row = _row(offices, PERSON)
    with offices.finance.store.begin() as work:
        for state in (DossierState.UNDER_APPRAISAL, DossierState.APPROVED, DossierState.ALLOCATED):
            work.submissions.move(row.submission_id, row.dossier_id, state)
    refused = _refused(offices, _written(offices, _part(offices)))
    assert (refused.code, refused.params["name"]) == ("correction.already_allocated", PERSON)


def test_a_package_of_an_earlier_program_joins_its_chain_without_saying_so(taken_in: Offices) -> None:
    offices = taken_in

    def bare(document: SubmissionDocument) -> SubmissionDocument:
        return _replace(document, people=tuple(_raised(each) for each in document.people))

    received = receive_submission(offices.finance, _written(offices, _part(offices), change=bare))
    assert received.notices == ()
    with offices.finance.store.begin() as work:
        assert work.corrections.get(received.submission.id) is None
    assert _row(offices, PERSON).state is DossierState.SUPERSEDED
    assert _row(offices, OTHER).state is DossierState.RECEIVED


def test_a_package_that_could_not_be_remembered_leaves_the_chain_as_it_was(
    taken_in: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    offices = taken_in
    of_round = _first(offices).round_id
    who = next(each for each in read_round(offices.unit, of_round).dossiers if each.person.full_name == VOLUNTEER)
    reopen(offices.unit, who.id, "Sửa")
    before = everything_in(offices.unit)["rows"]

    def full(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("desktop.services.sending.export_submission.remember_sent", full)
    with pytest.raises(OSError, match="no space"):
        export_submission(
            offices.unit, of_round, offices.stick, PASSPHRASE, recipient=FINANCE, plain=True, reason="Sửa"
        )
    assert everything_in(offices.unit)["rows"] == before
    assert list(offices.stick.iterdir()) == []
    with offices.unit.store.begin() as work:
        assert len(work.submissions.all(Direction.SENT)) == 1

"""Receipts: a number for good, when it first came, and only for what was really sent."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import InReplyTo
from desktop.exchange.container.reader import VerifiedPackage, read_package
from desktop.services.arrivals import make_receipt as making
from desktop.services.arrivals.make_receipt import ReceiptFiles, make_receipt, shareable_of, without_receipt
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.arrivals.receive_receipt import ReceiptReceived, receive_receipt, sent_packages, take_in_receipt
from desktop.services.arrivals.take_in import take_in
from desktop.services.formats.receipt import ReceiptDocument
from desktop.services.formats.records_out import canonical
from desktop.services.keys.signing_state import open_signer
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Office
from desktop.services.prints.print_receipt import print_kept_receipt
from desktop.services.sending.sealing import is_sealed
from tests.services.packages.offices import OTHER, PASSPHRASE, PERSON, UNIT, VOLUNTEER, Offices, copy_offices
from tests.services.seen import everything_in


@pytest.fixture(scope="module")
def received_folder(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Offices that are closed, with two submissions sent and received."""
    folder = tmp_path_factory.mktemp("received") / "offices"
    offices = copy_offices(template, folder)
    for people in ((PERSON,), (OTHER,)):
        receive_submission(offices.finance, offices.send(people))
    offices.close()
    shutil.rmtree(folder / "usb")
    return folder


@pytest.fixture
def offices(received_folder: Path, tmp_path: Path) -> Iterator[Offices]:
    made = copy_offices(received_folder, tmp_path / "offices")
    yield made
    made.close()


def _ids(offices: Offices) -> tuple[str, str]:
    """Return the ids of both submissions."""
    with offices.finance.store.begin() as work:
        first, second = (each.id for each in work.submissions.all())
    return first, second


SCHEMAS = Path(__file__).parents[3] / "resources" / "schemas"


def _make(offices: Offices, submission_id: str, folder: str = "giay", *, plain: bool = True) -> ReceiptFiles:
    target = offices.stick / folder
    target.mkdir(exist_ok=True)
    return make_receipt(offices.finance, submission_id, target, PASSPHRASE, plain=plain)


def _document(offices: Offices, path: Path) -> ReceiptDocument:
    package = read_package(path, trust_of(offices.unit), now=offices.clock(), recipient=UNIT)
    return msgspec.json.decode(package.document_bytes, type=ReceiptDocument)


def _refused(offices: Offices, path: Path) -> Refusal:
    before = everything_in(offices.unit)
    with pytest.raises(Refusal) as raised:
        receive_receipt(offices.unit, path)
    assert everything_in(offices.unit) == before
    return raised.value


@dataclass(frozen=True)
class Stick:
    """A receipt on its way to the unit, read and verified; shared, for what is refused changes nothing."""

    unit: Office
    made: ReceiptFiles
    package: VerifiedPackage
    document: ReceiptDocument


@pytest.fixture(scope="module")
def stick(received_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stick]:
    offices = copy_offices(received_folder, tmp_path_factory.mktemp("receipt") / "offices")
    made = _make(offices, _ids(offices)[0])
    package = read_package(made.full.path, trust_of(offices.unit), now=offices.clock(), recipient=UNIT)
    yield Stick(offices.unit, made, package, _document(offices, made.full.path))
    offices.close()


def test_a_receipt_says_what_came_when_and_under_which_number(offices: Offices) -> None:
    first, second = _ids(offices)
    made = _make(offices, first)
    document = _document(offices, made.full.path)
    with offices.finance.store.begin() as work:
        submission, sent = work.submissions.need(first), work.submissions.dossiers(first)
    assert (document.number, document.year, document.people_count, document.total) == (1, 2024, 1, submission.total)
    assert (document.submission_digest, document.first_received_at) == (submission.digest, submission.first_seen_at)
    assert document.people is not None
    assert [each.record_sha256 for each in document.people] == [each.record_sha256 for each in sent]
    assert [each.id for each in without_receipt(offices.finance)] == [second]
    assert all(each.read_bytes().startswith(b"%PDF") for each in made.printed)


def test_the_form_to_be_shared_names_nobody(stick: Stick) -> None:
    path = stick.made.shareable.path
    assert path.name.startswith("nhan-chia-se-STC-")
    people = stick.document.people
    assert people
    personal = [value for each in people for value in (each.full_name, each.citizen_id, each.record_sha256)]
    assert not [each for each in (*personal, "Vũ Thị Mai") if each.encode() in path.read_bytes()]
    shared = shareable_of(stick.document)
    told = {name for name, value in msgspec.structs.asdict(shared).items() if value}
    assert told == set(msgspec.structs.asdict(stick.document)) - {"people", "issued_by"}


def test_both_forms_are_valid_by_the_published_schema(stick: Stick) -> None:
    schema = json.loads((SCHEMAS / "receipt.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    for document in (stick.document, shareable_of(stick.document)):
        validator.validate(json.loads(canonical(document)))
    assert not validator.is_valid(json.loads(canonical(stick.document)) | {"number": 0})


def test_the_full_form_is_for_the_unit_alone_and_the_other_for_everybody(offices: Offices) -> None:
    made = _make(offices, _ids(offices)[0], plain=False)
    assert (made.full.sealed, is_sealed(made.full.path), is_sealed(made.shareable.path)) == (True, True, False)
    got = take_in(offices.unit, made.full.path, PASSPHRASE).outcome
    assert isinstance(got, ReceiptReceived)
    assert not got.shareable


def test_numbers_run_through_the_year_and_are_never_used_again(offices: Offices) -> None:
    first, second = _ids(offices)
    given = _make(offices, first).receipt
    offices.clock.at = offices.clock.at.replace(day=29)
    again = _make(offices, first, "lai").receipt
    assert (again.label, again.issued_at, again.first_seen_at) == ("1/2024", given.issued_at, given.first_seen_at)
    assert _make(offices, second).receipt.label == "2/2024"
    database = sqlite3.connect(offices.finance.folder / "tinhgian.db")
    for statement in ("DELETE FROM receipts", "UPDATE receipts SET number = 9"):
        with pytest.raises(sqlite3.DatabaseError, match="never change"):
            database.execute(statement)
    database.close()


def test_another_year_begins_anew(offices: Offices) -> None:
    first, second = _ids(offices)
    assert _make(offices, first).receipt.label == "1/2024"
    offices.clock.at = offices.clock.at.replace(year=2025, month=1, day=5)
    assert making._given(offices.finance, second).receipt.label == "1/2025"


def test_a_failure_leaves_no_file_and_no_number(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    submission_id = _ids(offices)[0]

    def full(*_: object) -> None:
        raise Refusal("store.disk_full", place="D:")

    before = everything_in(offices.finance)
    with monkeypatch.context() as broken:
        broken.setattr(making, "_remember", full)
        with pytest.raises(Refusal):
            _make(offices, submission_id)
    assert not list((offices.stick / "giay").iterdir())
    assert everything_in(offices.finance)["rows"] == before["rows"]
    assert _make(offices, submission_id).receipt.number == 1
    with pytest.raises(Refusal) as raised:
        _make(offices, "khong-co")
    assert raised.value.code == "record.not_found"


def test_files_of_the_same_name_are_not_written_over(offices: Offices) -> None:
    folder = offices.stick / "giay"
    folder.mkdir()
    theirs = folder / "phieu-tiep-nhan-1-2024-TTYT-AN-DUONG-chia-se.pdf"
    theirs.write_bytes(b"ours")
    with pytest.raises(Refusal) as raised:
        _make(offices, _ids(offices)[0])
    assert raised.value.code == "submission.file_exists"
    assert list(folder.iterdir()) == [theirs]
    assert theirs.read_bytes() == b"ours"


def test_the_unit_sees_which_of_its_packages_were_received(offices: Offices) -> None:
    received = _ids(offices)[0]
    made = _make(offices, received)
    got = receive_receipt(offices.unit, made.full.path)
    assert (got.already, got.receipt.label, got.submission.id) == (False, "1/2024", received)
    offices.reopen()
    waiting, acknowledged = sent_packages(offices.unit)
    assert (waiting.receipt, acknowledged.submission.id) == (None, received)
    assert acknowledged.receipt is not None
    assert (acknowledged.receipt.label, acknowledged.receipt.issued_by) == ("1/2024", "Vũ Thị Mai")
    assert print_kept_receipt(offices.unit, received, offices.stick).read_bytes().startswith(b"%PDF")
    with pytest.raises(Refusal) as raised:
        print_kept_receipt(offices.unit, waiting.submission.id, offices.stick)
    assert raised.value.code == "receipt.none"


def test_both_forms_may_come_in_any_order_and_again(offices: Offices) -> None:
    received = _ids(offices)[0]
    made, again = _make(offices, received), _make(offices, received, "lai")
    for each in (made.shareable, made.full, again.full, again.shareable):
        take_in(offices.unit, each.path)
    before = everything_in(offices.unit)
    assert receive_receipt(offices.unit, made.full.path).already
    assert everything_in(offices.unit) == before
    with offices.unit.store.begin() as work:
        assert len(work.receipts.all()) == 1
    printed = print_kept_receipt(offices.unit, received, offices.stick)
    assert "chia-se" not in printed.name


_replace = msgspec.structs.replace
Change = Callable[[ReceiptDocument], ReceiptDocument]


def _person(**changes: Any) -> Change:
    def changed(document: ReceiptDocument) -> ReceiptDocument:
        assert document.people is not None
        return _replace(document, people=(_replace(document.people[0], **changes), *document.people[1:]))

    return changed


HOSTILE: dict[str, tuple[Change, str]] = {
    "another submission": (lambda one: _replace(one, submission_id="la"), "package.unknown_submission"),
    "another digest": (lambda one: _replace(one, submission_digest="0" * 64), "package.unknown_submission"),
    "another record": (_person(record_sha256="0" * 64), "people"),
    "somebody else": (_person(dossier_id="la"), "people"),
    "nobody named": (lambda one: _replace(one, people=()), "people"),
    "more people": (lambda one: _replace(one, people_count=9), "people_count"),
    "another total": (lambda one: _replace(one, total=one.total - 1), "total"),
    "another number of the unit": (lambda one: _replace(one, sequence=9), "sequence"),
    "another unit": (lambda one: _replace(one, unit=_replace(one.unit, code="UBH")), "unit.code"),
    "another office": (lambda one: _replace(one, office=_replace(one.office, code="SNV")), "office.code"),
    "received on no day": (lambda one: _replace(one, first_received_at="2024-02-31T00:00:00Z"), "first_received_at"),
    "issued at no hour": (lambda one: _replace(one, issued_at="2024-12-21T25:00:00Z"), "issued_at"),
    "number nought": (lambda one: _replace(one, number=0), "number"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_receipt_that_says_something_else_than_was_sent_is_refused(stick: Stick, name: str) -> None:
    change, expected = HOSTILE[name]
    before = everything_in(stick.unit)
    with pytest.raises(Refusal) as raised:
        take_in_receipt(stick.unit, replace(stick.package, document_bytes=canonical(change(stick.document))))
    assert everything_in(stick.unit) == before
    refused = raised.value
    assert expected in refused.code or expected in str(refused.params["where"])


def test_a_receipt_that_cites_another_digest_is_refused(stick: Stick) -> None:
    envelope = stick.package.envelope
    cited = InReplyTo(stick.document.submission_id, "0" * 64)
    for in_reply_to in (cited, None):
        with pytest.raises(Refusal) as raised:
            take_in_receipt(stick.unit, replace(stick.package, envelope=replace(envelope, in_reply_to=in_reply_to)))
        assert raised.value.code == "package.unknown_submission"


def test_a_receipt_for_what_was_never_sent_is_refused(offices: Offices) -> None:
    path = offices.send((VOLUNTEER,), sequence=3, remember=False)
    stranger = receive_submission(offices.finance, path).submission.id
    assert _refused(offices, _make(offices, stranger).full.path).code == "package.unknown_submission"


def test_a_receipt_signed_by_whoever_may_not_appraise_is_refused(
    offices: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The unit certifies its own package: rightly signed, by a key without the right to receive."""
    submission_id = _ids(offices)[0]
    monkeypatch.setattr(making, "open_signer", lambda *_: open_signer(offices.unit, PASSPHRASE))
    assert _refused(offices, _make(offices, submission_id).full.path).code == "package.not_authorised"


def test_a_second_receipt_under_another_number_is_refused(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    submission_id = _ids(offices)[0]
    receive_receipt(offices.unit, _make(offices, submission_id).full.path)
    made = making._document
    monkeypatch.setattr(making, "_document", lambda *given: _replace(made(*given), number=7))
    refused = _refused(offices, _make(offices, submission_id, "khac").full.path)
    assert (refused.code, refused.params["known"], refused.params["number"]) == ("receipt.differs", "1/2024", "7/2024")


def test_one_number_for_two_submissions_is_refused(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = _ids(offices)
    receive_receipt(offices.unit, _make(offices, first).full.path)
    made = making._document
    monkeypatch.setattr(making, "_document", lambda *given: _replace(made(*given), number=1))
    assert _refused(offices, _make(offices, second, "khac").full.path).params["where"] == "number"


def test_only_finance_gives_and_only_a_unit_takes_receipts(offices: Offices) -> None:
    submission_id = _ids(offices)[0]
    with pytest.raises(Refusal) as raised:
        make_receipt(offices.unit, submission_id, offices.stick, PASSPHRASE)
    assert raised.value.code == "receipt.not_here"
    with pytest.raises(Refusal) as raised:
        receive_receipt(offices.finance, _make(offices, submission_id).full.path)
    assert raised.value.code == "receive.not_here"

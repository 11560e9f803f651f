"""Taking a submission in: whole or not at all, once, and in the sender's order."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.domain.errors import Refusal
from desktop.domain.states import DossierState
from desktop.services.arrivals.receive_package import receive_submission, verify_package
from desktop.services.formats.packages import SubmissionDocument, SubmittedRecord
from desktop.services.formats.records_out import record_digest
from desktop.services.formats.result import ValuePart
from desktop.services.keys import enrolment
from tests.services.packages.offices import OTHER, PASSPHRASE, PDF, PERSON, VOLUNTEER, Offices

ROOT = Path(__file__).parents[3]


def _seen(offices: Offices) -> tuple[int, int]:
    """Return how many submissions and acts Sở Tài chính's store shows."""
    with offices.finance.store.begin() as work:
        return len(work.submissions.all()), len(work.audit.all())


def _refused(offices: Offices, path: Path) -> Refusal:
    """Take the package in, which must be refused and change nothing; return the refusal."""
    before = _seen(offices)
    with pytest.raises(Refusal) as raised:
        receive_submission(offices.finance, path)
    assert _seen(offices) == before
    return raised.value


def test_what_was_sent_is_what_is_there_after_a_restart(offices: Offices) -> None:
    path = offices.send((PERSON, OTHER, VOLUNTEER))
    received = receive_submission(offices.finance, path)
    offices.reopen()
    with offices.finance.store.begin() as work:
        people = work.submissions.dossiers(received.submission.id)
        (scan,) = work.attachments.all()
    assert [each.full_name for each in people] == [PERSON, OTHER, VOLUNTEER]
    assert {each.state for each in people} == {DossierState.RECEIVED}
    assert received.submission.total == sum(each.amount or 0 for each in people) > 0
    assert people[2].amount is None
    assert offices.finance.store.blobs.path(scan.sha256).read_bytes() == PDF
    assert (received.already, received.notices) == (False, ())


def test_verifying_a_package_changes_nothing(offices: Offices) -> None:
    before = _seen(offices)
    assert verify_package(offices.finance, offices.send()).signer.unit_code == "TTYT-AN-DUONG"
    assert _seen(offices) == before


def test_the_same_package_again_changes_nothing_and_keeps_when_it_was_first_seen(offices: Offices) -> None:
    path = offices.send()
    first = receive_submission(offices.finance, path)
    before = _seen(offices)
    again = receive_submission(offices.finance, path.rename(path.with_name("copy.asice")))
    assert again.already
    assert again.submission == first.submission
    assert _seen(offices) == before


def test_one_changed_byte_is_refused(offices: Offices) -> None:
    path = offices.send()
    content = bytearray(path.read_bytes())
    content[content.index("Trần".encode())] ^= 1
    path.write_bytes(content)
    assert _refused(offices, path).code == "package.digest_mismatch"


def test_an_unknown_signer_is_refused(offices: Offices, tmp_path: Path) -> None:
    path = offices.send()
    enrolment.set_up_finance(offices.finance_of_another_city(tmp_path), "Gốc", PASSPHRASE, PASSPHRASE, tmp_path)
    assert _refused(offices, path).code == "package.unknown_signer"


def test_a_number_that_was_used_for_something_else_is_refused_with_an_alarm(offices: Offices) -> None:
    receive_submission(offices.finance, offices.send(remember=False))
    forged = offices.send((PERSON, OTHER), sequence=1)
    with pytest.raises(Refusal) as raised:
        receive_submission(offices.finance, forged)
    assert raised.value.code == "package.replay_differs"
    with offices.finance.store.begin() as work:
        assert len(work.submissions.all()) == 1
        assert [each.sequence for each in work.alarms.unseen()] == [1]


def test_an_older_number_that_a_later_one_replaced_is_refused(offices: Offices) -> None:
    late = offices.send(remember=False)
    first = verify_package(offices.finance, late).envelope.package_id
    newer = offices.send((OTHER,), supersedes=first)
    receive_submission(offices.finance, newer, reason="Gói đầu thất lạc")
    assert _refused(offices, late).code == "package.stale"


def test_a_gap_is_said_and_stays_said(offices: Offices) -> None:
    received = receive_submission(offices.finance, offices.send(sequence=4))
    assert received.missing == (1, 2, 3)
    assert [each.code for each in received.notices] == ["notice.numbers_missing"]
    assert received.notices[0].params == {"numbers": "1–3", "count": 3}


def test_a_replacement_of_something_that_never_came_is_said(offices: Offices) -> None:
    unknown = "3f2b8a34-9d1c-4f6e-8a70-0123456789ab"
    path = offices.send(supersedes=unknown)
    assert _refused(offices, path).code == "package.waits"
    received = receive_submission(offices.finance, path, reason="Gói trước thất lạc")
    assert [each.code for each in received.notices] == ["notice.supersedes_unknown"]


def test_another_version_of_the_law_is_said(offices: Offices) -> None:
    path = offices.send()
    offices.alter_policy("nd29-2023")
    received = receive_submission(offices.finance, path)
    assert received.other_policies == ("nd29-2023",)
    assert [each.code for each in received.notices] == ["notice.policy_differs"]


def test_a_package_for_another_office_is_refused(offices: Offices) -> None:
    assert _refused(offices, offices.send(recipient_unit="SNV")).code == "package.not_for_us"


def test_a_unit_does_not_take_submissions_in(offices: Offices) -> None:
    with pytest.raises(Refusal) as raised:
        receive_submission(offices.unit, offices.send())
    assert raised.value.code == "receive.not_here"


def test_a_revision_that_was_sent_never_changes(offices: Offices) -> None:
    receive_submission(offices.finance, offices.send(remember=False))
    changed = offices.send(change=_of_first(lambda one: _resealed(one, note="khác")))
    assert _refused(offices, changed).code == "package.revision_differs"


def _of_first(
    change: Callable[[SubmittedRecord], SubmittedRecord],
) -> Callable[[SubmissionDocument], SubmissionDocument]:
    def changed(document: SubmissionDocument) -> SubmissionDocument:
        return msgspec.structs.replace(document, people=(change(document.people[0]), *document.people[1:]))

    return changed


def _resealed(submitted: SubmittedRecord, **changes: Any) -> SubmittedRecord:
    record = msgspec.structs.replace(submitted.record, **changes)
    return msgspec.structs.replace(submitted, record=record, record_sha256=record_digest(record))


def _huge_number(submitted: SubmittedRecord) -> SubmittedRecord:
    """A few letters that stand for a number larger than memory."""
    result = submitted.results[0]
    step = msgspec.structs.replace(result.trace[0], value=ValuePart(kind="exact", text="1e999999999"))
    result = msgspec.structs.replace(result, trace=(step, *result.trace[1:]))
    return msgspec.structs.replace(submitted, results=(result, *submitted.results[1:]))


def _other_approval(submitted: SubmittedRecord) -> SubmittedRecord:
    approval = submitted.record.approval
    assert approval is not None
    return _resealed(submitted, approval=msgspec.structs.replace(approval, number="99/QĐ-UBND"))


_replace = msgspec.structs.replace
HOSTILE: dict[str, tuple[Callable[[SubmissionDocument], SubmissionDocument], str]] = {
    "record is not the hashed one": (_of_first(lambda one: _replace(one, record_sha256="0" * 64)), "record_sha256"),
    "an impossible birth date": (
        _of_first(lambda one: _resealed(one, person=_replace(one.record.person, birth="1965-13-40"))),
        "people[1]",
    ),
    "a number larger than memory": (_of_first(_huge_number), "people[1]"),
    "another amount than the results": (_of_first(lambda one: _replace(one, amount=1)), "people[1].amount"),
    "an approval that is not in the list": (_of_first(_other_approval), "people[1].approval"),
    "another total": (lambda one: _replace(one, total=one.total + 1), "total"),
    "a person twice": (lambda one: _replace(one, people=one.people * 2, total=one.total * 2), "people"),
    "nobody": (lambda one: _replace(one, people=(), total=0), "people"),
    "another unit": (lambda one: _replace(one, unit=_replace(one.unit, code="SO-NN")), "unit.code"),
    "another period": (lambda one: _replace(one, round=_replace(one.round, period="2023-1")), "round.period"),
    "an impossible day": (lambda one: _replace(one, round=_replace(one.round, opened_on="2024-02-31")), "round"),
    "another law": (lambda one: _replace(one, policies=one.policies[:1]), "policies"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_well_signed_package_that_contradicts_itself_is_refused(offices: Offices, name: str) -> None:
    change, where = HOSTILE[name]
    policies = tuple(pack.ref for pack in offices.unit.shelf.of(("nd29-2023", "hai-phong-nq07-2024")))
    refusal = _refused(offices, offices.send(change=change, remember=False, policies=policies, period="2024-2"))
    assert refusal.code == "package.document_invalid"
    assert where in str(refusal.params["where"])


def test_a_scan_that_the_list_names_must_be_in_the_package(offices: Offices) -> None:
    refusal = _refused(offices, offices.send(enclosures=(), remember=False))
    assert (refusal.code, refusal.params["where"]) == ("package.document_invalid", "attachments[1]")


_KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from desktop.services.arrivals import receive_package
from desktop.services.office import open_office

office = open_office(Path(sys.argv[1]), now=lambda: datetime(2024, 12, 22, tzinfo=UTC))
stage, commit = receive_package.stage, receive_package._commit
def staged(*arguments):
    digest = stage(*arguments)
    if sys.argv[3] == "after blobs":
        os._exit(9)
    return digest
def committed(*arguments):
    commit(*arguments)
    os._exit(9)
receive_package.stage, receive_package._commit = staged, committed
receive_package.receive_submission(office, Path(sys.argv[2]))
"""


@pytest.mark.parametrize("moment", ["after blobs", "inside the transaction"])
def test_a_kill_leaves_nothing_visible_and_the_package_can_be_taken_in_later(offices: Offices, moment: str) -> None:
    path = offices.send()
    before = _seen(offices)
    offices.finance.close()
    run = subprocess.run(
        [sys.executable, "-c", _KILLED, str(offices.finance.folder), str(path), moment],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert run.returncode == 9
    offices.reopen()
    assert _seen(offices) == before
    assert not receive_submission(offices.finance, path).already


def test_stopping_leaves_nothing_behind(offices: Offices) -> None:
    path = offices.send()
    before = _seen(offices)
    with pytest.raises(Refusal) as raised:
        receive_submission(offices.finance, path, cancelled=lambda: True)
    assert raised.value.code == "package.cancelled"
    assert _seen(offices) == before

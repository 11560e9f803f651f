"""A unit's package goes through its parent unit to Sở Tài chính, and the answer comes back the same way."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import time_machine

from desktop.cli.program import main
from desktop.domain.corrections import Purpose
from desktop.domain.errors import Refusal
from desktop.domain.rounds import Decision, Direction, Outcome, Reason
from desktop.domain.states import DossierState
from desktop.exchange.container.contents import Enclosure, PackageContents
from desktop.exchange.container.profile import PACKAGE_TYPE
from desktop.exchange.container.reader import VerifiedPackage, whole
from desktop.exchange.container.writer import write_package
from desktop.exchange.trust.memory import RevocationReason
from desktop.services.appraisal.appraise import decide, inbox
from desktop.services.appraisal.export_decision import decision_contents, export_decision
from desktop.services.appraisal.received_view import read_received
from desktop.services.arrivals.open_to_read import open_to_read
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.arrivals.receive_package import receive_submission, verify_package
from desktop.services.corrections.correct_sent import reopen, withdraw_person
from desktop.services.keys.certificates import revoke
from desktop.services.keys.root_authority import hand_out_trust
from desktop.services.keys.signing_state import open_signer
from desktop.services.keys.trust_files import install_trust
from desktop.services.office import Office
from desktop.services.parent_units.send_back import send_back
from desktop.services.parent_units.subordinates import (
    check_subordinate,
    leave_subordinate,
    subordinate_items,
    take_in_subordinate,
)
from desktop.services.rounds.open_round import all_rounds
from desktop.services.sending.embed_packages import packages_to_embed
from desktop.services.sending.to_mend import reply_to, to_mend
from tests.services.packages.family import PARENT, Family, family_of, make_family
from tests.services.packages.offices import FINANCE, OTHER, PASSPHRASE, PERSON, UNIT


@pytest.fixture(scope="module")
def family_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_family(tmp_path_factory.mktemp("family"))


@pytest.fixture
def family(family_template: Path, tmp_path: Path) -> Iterator[Family]:
    with family_of(family_template, tmp_path / "offices") as made:
        yield made


def test_a_package_is_read_with_those_inside_it_and_only_by_those_it_concerns(family: Family) -> None:
    sent = family.send_to_parent()
    with pytest.raises(Refusal) as refusal:
        open_to_read(family.finance, sent.package.path, PASSPHRASE)
    assert refusal.value.code == "package.not_for_us"
    received = family.parent_receives(sent)
    take_in_subordinate(family.parent, received.submission.id)
    carrier = family.send(family.parent, FINANCE, plain=False)
    opened = open_to_read(family.finance, carrier.package.path, PASSPHRASE)
    seen = opened.seen
    assert [each.unit_code for each in seen.inside] == [UNIT]
    assert {each.name for each in seen.people} >= {PERSON, OTHER}
    assert seen.total == sent.submission.total
    assert [each.size for each in seen.files if each.is_package] == [sent.package.path.stat().st_size]
    opened.close()


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


def _whole(office: Office, path: Path) -> VerifiedPackage:
    return whole(verify_package(office, path))


def _carried(family: Family) -> tuple[str, Path]:
    """Let the unit's package go as far as the stick between parent and Sở Tài chính; return its id and the carrier."""
    sent = family.send_to_parent()
    family.parent_receives(sent)
    take_in_subordinate(family.parent, sent.submission.id)
    return sent.submission.id, family.send(family.parent, FINANCE).package.path


def _stored(office: Office) -> tuple[int, int]:
    with office.store.begin() as work:
        return len(work.submissions.all()), len(work.audit.all())


def test_twice_changes_nothing_and_a_second_carrier_brings_nothing_new(family: Family) -> None:
    package_id, carrier = _carried(family)
    first = receive_submission(family.finance, carrier)
    assert (first.already, [each.id for each in first.embedded]) == (False, [package_id])
    before = _stored(family.finance)
    assert receive_submission(family.finance, carrier).already
    assert _stored(family.finance) == before
    second = _second_carrier(family, carrier)
    again = receive_submission(family.finance, second)
    assert (again.already, [each.id for each in again.embedded]) == (False, [package_id])
    with family.finance.store.begin() as work:
        assert len(work.embedded.carriers_of(package_id)) == 2
        assert [each.unit.code for each in work.submissions.all()] == [PARENT, UNIT, PARENT]


def _second_carrier(family: Family, first: Path, **changes: Any) -> Path:
    """Write what the parent's program would, had it been asked to embed the same packages once more."""
    inside = _whole(family.parent, first)
    files = []
    for number, listed in enumerate(inside.enclosures):
        copy = family.stick / f"trong-{number}.asice"
        inside.extract(listed, copy)
        files.append(Enclosure(copy, listed.name, listed.media_type, listed.sha256, listed.role))
    envelope = inside.envelope
    contents = PackageContents(
        kind=envelope.kind,
        issuer_unit=PARENT,
        recipient_unit=FINANCE,
        period=envelope.period,
        sequence=envelope.sequence + 1,
        document=inside.document_bytes,
        created_at=family.clock(),
        app_version="0.1",
        trust_version=1,
        policies=envelope.policies,
        enclosures=tuple(files),
    )
    signer = open_signer(family.parent, PASSPHRASE)
    return write_package(family.stick / f"gop-{envelope.sequence + 1}.asice", replace(contents, **changes), signer).path


def test_a_package_sent_back_is_mended_and_comes_again(family: Family) -> None:
    sent = family.send_to_parent()
    family.parent_receives(sent)
    with pytest.raises(Refusal, match=r"subordinate\.note_missing"):
        send_back(family.parent, sent.submission.id, "  ", family.stick, PASSPHRASE)
    answer = send_back(family.parent, sent.submission.id, "Thiếu quyết định của ông Mẫu.", family.stick, PASSPHRASE)
    assert answer.sealed
    for judge in (take_in_subordinate, leave_subordinate):
        with pytest.raises(Refusal, match=r"subordinate\.sent_back"):
            judge(family.parent, sent.submission.id)
    with pytest.raises(Refusal, match=r"submission\.nobody"):
        family.send(family.parent, FINANCE)
    got = receive_decision(family.unit, answer.path, PASSPHRASE)
    assert {each.outcome for each in got.decisions} == {Outcome.RETURNED}
    assert {each.reasons[0].text for each in got.decisions} == {"Thiếu quyết định của ông Mẫu."}
    for each in got.decisions:
        reopened = reopen(family.unit, each.dossier_id, "Thiếu quyết định của ông Mẫu.")
        if reopened.state is DossierState.DRAFT:
            with family.unit.store.begin() as work:
                work.move(reopened, DossierState.COMPLETE, "test")
    with pytest.raises(Refusal, match=r"submission\.nobody"):
        family.send_to_parent()
    (of_round,) = all_rounds(family.unit)
    asked, *_others = to_mend(family.unit, of_round.id)
    assert asked.decider == family.parent.identity.unit.name
    reply_to(family.unit, asked, "Đã gửi kèm quyết định.")
    assert all(each.done for each in to_mend(family.unit, of_round.id))
    mended = family.send_to_parent()
    assert (mended.submission.sequence, mended.submission.supersedes) == (2, None)
    family.parent_receives(mended)
    take_in_subordinate(family.parent, mended.submission.id)
    arrived = receive_submission(family.finance, family.send(family.parent, FINANCE).package.path)
    assert [each.sequence for each in arrived.embedded] == [2]
    (item,) = (each for each in inbox(family.finance) if each.submission.unit.code == UNIT)
    assert [each.code for each in item.notices] == ["notice.through"]
    view = read_received(family.finance, mended.submission.id)
    assert not [each for each in view.findings if each.code in {"GK04", "GK03"}]


def test_what_went_on_can_neither_be_taken_back_nor_overtaken(family: Family) -> None:
    package_id, _carrier = _carried(family)
    with pytest.raises(Refusal, match=r"subordinate\.already_sent"):
        send_back(family.parent, package_id, "Muộn rồi.", family.stick, PASSPHRASE)
    with pytest.raises(Refusal, match=r"subordinate\.already_sent"):
        leave_subordinate(family.parent, package_id)


def test_a_parent_decides_nothing(family: Family) -> None:
    sent = family.send_to_parent()
    family.parent_receives(sent)
    view = read_received(family.parent, sent.submission.id)
    with pytest.raises(Refusal, match=r"appraisal\.not_here"):
        decide(family.parent, view, view.document.people[0].record.id, Outcome.APPROVED)
    forged = _answer_by_parent(family, sent.submission.id, Outcome.REJECTED)
    with pytest.raises(Refusal, match=r"package\.parent_decides"):
        receive_decision(family.unit, forged)
    with family.unit.store.begin() as work:
        assert not work.decisions.of_submission(sent.submission.id)


def test_a_parent_sends_back_only_what_was_signed_for_it(family: Family) -> None:
    sent = family.send(family.unit, FINANCE)
    with family.parent.store.begin() as work, family.unit.store.begin() as own:
        submission = replace(own.submissions.need(sent.submission.id), direction=Direction.RECEIVED)
        work.submissions.add(submission, own.submissions.dossiers(submission.id))
    document = _whole(family.unit, sent.package.path).document_bytes
    digest, _ = family.parent.store.blobs.put_bytes(document)
    with family.parent.store.begin() as work:
        work.settings.put(f"document.{sent.submission.id}", digest)
    forged = _answer_by_parent(family, sent.submission.id, Outcome.RETURNED)
    with pytest.raises(Refusal, match=r"package\.not_authorised"):
        receive_decision(family.unit, forged)


def _answer_by_parent(family: Family, submission_id: str, outcome: Outcome) -> Path:
    view = read_received(family.parent, submission_id)
    record = view.document.people[0]
    decision = Decision(
        id="0" * 32,
        submission_id=submission_id,
        dossier_id=record.record.id,
        revision=record.record.revision,
        record_sha256=record.record_sha256,
        outcome=outcome,
        amount=None,
        reasons=(Reason("Không cho."),),
        author="Ai đó",
        at="2024-12-21T08:00:00Z",
    )
    contents = decision_contents(family.parent, view, (decision,), 1)
    return write_package(family.stick / "tra.asice", contents, open_signer(family.parent, PASSPHRASE)).path


def test_an_answer_for_another_unit_is_not_for_a_unit_that_sent_nothing_on(family: Family) -> None:
    package_id, carrier = _carried(family)
    receive_submission(family.finance, carrier)
    view = read_received(family.finance, package_id)
    decide(family.finance, view, view.document.people[0].record.id, Outcome.RETURNED, reasons=(Reason("Thiếu."),))
    answer = export_decision(family.finance, view, family.stick, PASSPHRASE, plain=True)
    stranger = replace(family.parent, store=family.finance.store)  # nobody sent it anything to send on
    with pytest.raises(Refusal, match=r"package\.not_for_us"):
        receive_decision(stranger, answer.path)
    assert receive_decision(family.parent, answer.path).passed_on


def test_a_revoked_unit_is_refused_inside_and_its_parent_is_told_before_sending(family: Family) -> None:
    _package_id, carrier = _carried(family)
    revoke(family.finance, PASSPHRASE, UNIT, RevocationReason.KEY_COMPROMISE, family.stick)
    before = _stored(family.finance)
    with pytest.raises(Refusal) as refusal:
        receive_submission(family.finance, carrier)
    assert refusal.value.code == "package.cert_revoked"
    assert str(refusal.value.params["file"]) == f"{carrier.name} › nop-{UNIT}-2024-2-001.asice"
    assert _stored(family.finance) == before


def test_one_taken_in_before_the_revocation_stays(family: Family) -> None:
    _package_id, carrier = _carried(family)
    receive_submission(family.finance, carrier)
    revoke(family.finance, PASSPHRASE, UNIT, RevocationReason.KEY_COMPROMISE, family.stick)
    assert receive_submission(family.finance, carrier).already


def test_a_parent_does_not_send_what_would_be_refused(family: Family) -> None:
    sent = family.send_to_parent()
    family.parent_receives(sent)
    take_in_subordinate(family.parent, sent.submission.id)
    with pytest.raises(Refusal, match=r"subordinate\.only_to_finance"):
        packages_to_embed(family.parent, UNIT)
    with pytest.raises(Refusal, match=r"recipient\.unknown"):
        family.send(family.parent, UNIT)
    revoke(family.finance, PASSPHRASE, UNIT, RevocationReason.KEY_COMPROMISE, family.stick)
    install_trust(family.parent, hand_out_trust(family.finance, family.stick))
    before = _stored(family.parent)
    with pytest.raises(Refusal) as refusal:
        family.send(family.parent, FINANCE)
    assert (refusal.value.code, refusal.value.params["file"]) == ("package.cert_revoked", sent.package.path.name)
    assert _stored(family.parent) == before
    leave_subordinate(family.parent, sent.submission.id)
    with pytest.raises(Refusal, match=r"submission\.nobody"):
        family.send(family.parent, FINANCE)


def test_nothing_is_stored_when_what_lies_inside_contradicts_itself(family: Family) -> None:
    """Signatures and digests are right, the business data of the one inside is not: the whole is refused."""
    sent = family.send_to_parent()
    good = _whole(family.unit, sent.package.path)
    document = good.document_bytes.replace(b'"total":', b'"total":9', 1)
    assert document != good.document_bytes
    files = []
    for number, listed in enumerate(good.enclosures):
        copy = family.stick / f"trong-{number}"
        good.extract(listed, copy)
        files.append(Enclosure(copy, listed.name, listed.media_type, listed.sha256, listed.role))
    envelope = good.envelope
    inner = PackageContents(
        kind=envelope.kind,
        issuer_unit=UNIT,
        recipient_unit=PARENT,
        period=envelope.period,
        sequence=2,
        document=document,
        created_at=family.clock(),
        app_version="0.1",
        trust_version=1,
        policies=envelope.policies,
        enclosures=tuple(files),
    )
    wrong = write_package(family.stick / "sai.asice", inner, open_signer(family.unit, PASSPHRASE)).path
    with pytest.raises(Refusal, match=r"package\.document_invalid"):
        receive_submission(family.parent, wrong)
    _package_id, carrier = _carried_by_hand(family, wrong, sent.package.path)
    before = _stored(family.finance)
    with pytest.raises(Refusal) as refusal:
        receive_submission(family.finance, carrier)
    assert (refusal.value.code, refusal.value.params["file"]) == (
        "package.document_invalid",
        f"nop-{UNIT}-2024-2-002.asice",
    )
    assert _stored(family.finance) == before


def _carried_by_hand(family: Family, *inside: Path) -> tuple[str, Path]:
    received = receive_submission(family.parent, inside[-1])
    take_in_subordinate(family.parent, received.submission.id)
    carrier = family.send(family.parent, FINANCE).package.path
    files = tuple(
        Enclosure(each, each.name, PACKAGE_TYPE, sha256(each.read_bytes()).hexdigest(), "package") for each in inside
    )
    return received.submission.id, _second_carrier(family, carrier, enclosures=files)


def test_only_a_unit_with_the_role_receives_and_takes_in(family: Family) -> None:
    sent = family.send_to_parent()
    with pytest.raises(Refusal, match=r"receive\.not_here"):
        receive_submission(family.unit, sent.package.path)
    with pytest.raises(Refusal, match=r"subordinate\.not_here"):
        send_back(family.unit, sent.submission.id, "x", family.stick, PASSPHRASE)
    with pytest.raises(Refusal, match=r"package\.not_for_us"):
        receive_submission(family.finance, sent.package.path)


def test_a_package_that_already_holds_others_is_not_taken_in_by_a_parent(family: Family) -> None:
    _package_id, carrier = _carried(family)
    grandparent = _second_carrier(family, carrier, recipient_unit=PARENT, sequence=9)
    with pytest.raises(Refusal, match=r"package\.embedded_address|subordinate\.nested"):
        receive_submission(family.parent, grandparent)


def test_the_command_line_says_what_is_inside_and_that_trust_is_old(
    family: Family, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = family.send_to_parent()
    home, carrier = str(family.parent.folder), family.stick / f"nop-{PARENT}-2024-2-001.asice"
    monkeypatch.setenv("TINHGIAN_PASSPHRASE", PASSPHRASE)

    def run(*command: str) -> Any:
        assert main(["--home", home, "--json", *command]) == 0
        return json.loads(capsys.readouterr().out)

    with time_machine.travel(family.clock(), tick=True):
        assert run("package", "in", str(sent.package.path))["embedded"] == []
        assert run("subordinate", "list")["packages"][0]["standing"] == "waiting"
        assert run("subordinate", "check", "nop-TTYT-AN-DUONG-2024-2-001.asice")["differing"] == 0
        run("subordinate", "take", sent.submission.id)
        run("subordinate", "leave", sent.submission.id)
        run("subordinate", "take", sent.submission.id)
        assert run("send", "--to", str(family.stick), "--plain")["embedded"] == [sent.submission.id]
        verified = run("package", "verify", str(carrier))
        assert [each["issuer"] for each in verified["embedded"]] == [UNIT]
        assert verified["warnings"] == []
    with time_machine.travel(family.clock() + timedelta(days=370), tick=True):
        (warning,) = run("package", "verify", str(carrier))["warnings"]
        assert warning["code"] == "doctor.trust_old"
        assert main(["--home", home, "package", "verify", str(carrier)]) == 0
        said = capsys.readouterr().out
        assert f"Bên trong: nop-{UNIT}-2024-2-001.asice" in said
        assert warning["message"] in said


def test_a_correction_goes_the_same_way_and_finds_what_it_corrects(family: Family) -> None:
    first_id, first = _carried(family)
    receive_submission(family.finance, first)
    with family.unit.store.begin() as work:
        person = next(each for each in work.submissions.dossiers(first_id) if each.full_name == PERSON)
    withdraw_person(family.unit, person.dossier_id, "Thôi đề nghị.")
    sent = family.send_to_parent(purpose=Purpose.WITHDRAW)
    assert sent.submission.supersedes == first_id
    family.parent_receives(sent)
    take_in_subordinate(family.parent, sent.submission.id)
    carrier = family.send(family.parent, FINANCE)
    assert (carrier.submission.sequence, carrier.submission.supersedes) == (2, None)
    arrived = receive_submission(family.finance, carrier.package.path)
    assert [each.supersedes for each in arrived.embedded] == [first_id]
    with family.finance.store.begin() as work:
        row = work.submissions.dossier(first_id, person.dossier_id)
        assert row is not None
        assert row.state is DossierState.WITHDRAWN


def test_a_correction_waits_for_what_it_corrects_and_nothing_is_stored(family: Family) -> None:
    first_id, first = _carried(family)
    with family.unit.store.begin() as work:
        person = work.submissions.dossiers(first_id)[0]
    withdraw_person(family.unit, person.dossier_id, "Thôi đề nghị.")
    sent = family.send_to_parent(purpose=Purpose.WITHDRAW)
    family.parent_receives(sent)
    take_in_subordinate(family.parent, sent.submission.id)
    second = family.send(family.parent, FINANCE).package.path
    before = _stored(family.finance)
    with pytest.raises(Refusal) as refusal:
        receive_submission(family.finance, second)
    assert (refusal.value.code, refusal.value.params["file"]) == ("package.waits", f"nop-{UNIT}-2024-2-002.asice")
    assert _stored(family.finance) == before
    receive_submission(family.finance, first)
    assert len(receive_submission(family.finance, second).embedded) == 1

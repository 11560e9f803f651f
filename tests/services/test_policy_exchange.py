"""A pack on its way from Sở Tài chính to a unit: who may publish, what is refused, what holds afterwards."""

import re
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from desktop.domain.errors import Refusal
from desktop.domain.findings import Severity
from desktop.domain.rounds import PolicyRef
from desktop.exchange.container.contents import PackageContents
from desktop.exchange.container.writer import write_package
from desktop.exchange.errors import PackageError
from desktop.exchange.kinds import PackageKind, Role
from desktop.rules.pack_checks import OwnCheck
from desktop.rules.pack_errors import PackError
from desktop.rules.pack_file import PackFile, PackStatus
from desktop.rules.pack_text import write_pack_file
from desktop.rules.pack_values import Cite
from desktop.services.formats.policy import POLICY_FORMAT, PolicyDocument
from desktop.services.formats.records_out import canonical
from desktop.services.keys.enrolment import issue, read_request, request_certificate
from desktop.services.keys.signing_state import open_signer
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Office, open_office
from desktop.services.policies.draft_policy import begin_draft, discard_draft, drafts_of, keep_draft, restore_draft
from desktop.services.policies.install_policy import choose_version, impact_of, install_policy, read_policy_package
from desktop.services.policies.publish_policy import (
    Published,
    candidate,
    hand_out_policy,
    publish_policy,
    published_here,
)
from desktop.services.rounds.work_to_do import Task, work_to_do
from tests.rules.toy import component, toy_text
from tests.services.offices import FINANCE_PASSPHRASE, ROOT_PASSPHRASE, UNIT_PASSPHRASE, Desks
from tests.services.policies import AFTER_NEXT, CITY, INVENTED, NEXT, SHIPPED, begin, text_with_amount, with_amount


def publish(desks: Desks, text: str) -> Published:
    return publish_policy(desks.finance, text, desks.mail, FINANCE_PASSPHRASE)


def install(office: Office, path: Path) -> None:
    offered = read_policy_package(office, path)
    install_policy(office, offered, impact_of(office, offered.pack))


def actions(office: Office) -> list[str]:
    with office.store.begin() as work:
        assert work.audit.verify() is None
        return [entry.action for entry in work.audit.all()]


def test_a_published_pack_holds_here_and_then_at_the_unit(enrolled: Desks) -> None:
    published = publish(enrolled, text_with_amount(enrolled.finance))
    assert published.package.path.name == "csach-STC-HP-2024-001.asice"
    assert enrolled.finance.shelf.pack(CITY).ref == published.pack.ref
    assert enrolled.unit.shelf.pack(CITY).version == SHIPPED
    install(enrolled.unit, published.package.path)
    assert enrolled.unit.shelf.pack(CITY).ref == published.pack.ref
    assert [each.ref.version for each in enrolled.unit.shelf.versions(CITY)] == [published.pack.version, SHIPPED]
    kept = enrolled.unit.shelf.versions(CITY)[0].stored
    assert kept is not None
    assert (kept.package_id, kept.kept_by) == (published.package.package_id, enrolled.unit.operator)
    assert kept.content == text_bytes(enrolled.unit)
    assert actions(enrolled.finance)[-1] == "policy.published"
    assert actions(enrolled.unit)[-1] == "policy.installed"


def text_bytes(office: Office) -> bytes:
    content = office.shelf.content(office.shelf.pack(CITY).ref)
    assert content is not None
    assert sha256(content).hexdigest() == office.shelf.pack(CITY).ref.sha256
    return content


def test_it_still_holds_after_the_program_was_started_again(enrolled: Desks) -> None:
    published = publish(enrolled, text_with_amount(enrolled.finance))
    install(enrolled.unit, published.package.path)
    again = open_office(enrolled.unit.folder, now=enrolled.clock)
    try:
        assert again.shelf.pack(CITY).ref == published.pack.ref
        (older,) = again.shelf.holding([again.shelf.versions(CITY)[1].ref])
        assert older.version == SHIPPED
        assert older.open_parameters()
    finally:
        again.close()


def test_the_same_package_again_changes_nothing(enrolled: Desks) -> None:
    published = publish(enrolled, text_with_amount(enrolled.finance))
    install(enrolled.unit, published.package.path)
    offered = read_policy_package(enrolled.unit, published.package.path)
    assert offered.already
    install_policy(enrolled.unit, offered, impact_of(enrolled.unit, offered.pack))
    assert enrolled.unit.shelf.pack(CITY).ref == published.pack.ref


def test_a_version_that_does_not_rise_is_not_published(enrolled: Desks) -> None:
    publish(enrolled, text_with_amount(enrolled.finance))
    before = sorted(enrolled.mail.iterdir())
    file = with_amount(begin(enrolled.finance).file)
    for version in (SHIPPED, NEXT, f"{NEXT}.0"):
        with pytest.raises(Refusal, match=r"policy\.version_not_rising"):
            publish(enrolled, write_pack_file(msgspec.structs.replace(file, version=version)))
    assert sorted(enrolled.mail.iterdir()) == before


def _no_examples(file: PackFile) -> PackFile:
    return msgspec.structs.replace(file, examples=())


def _no_article(file: PackFile) -> PackFile:
    parameter = next(each for each in file.parameters if each.id == "support_downsizing")
    (value,) = parameter.values
    bare = msgspec.structs.replace(value, cite=msgspec.structs.replace(value.cite, article=""))
    others = tuple(each for each in file.parameters if each.id != parameter.id)
    return msgspec.structs.replace(file, parameters=(*others, msgspec.structs.replace(parameter, values=(bare,))))


def _confirmed(file: PackFile) -> PackFile:
    return msgspec.structs.replace(file, status=PackStatus.CONFIRMED)


def _check_with_a_code_of_the_catalogue(file: PackFile) -> PackFile:
    own = OwnCheck(
        code="NT06",
        severity=Severity.WARNING,
        label="Nghỉ trước tuổi",
        formula="early_months > 0",
        message="Nghỉ trước tuổi {early_months}.",
        cite=Cite(document="nq07", article="3"),
    )
    return msgspec.structs.replace(file, own_checks=(*file.own_checks, own))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_check_with_a_code_of_the_catalogue, "checks.code_taken"),
        (_no_examples, "policy.no_examples"),
        (_no_article, "policy.citation_missing"),
        (_confirmed, "policy.confirmed_unsure"),
    ],
)
def test_what_nobody_could_rely_on_is_not_published(
    enrolled: Desks, change: Callable[[PackFile], PackFile], code: str
) -> None:
    text = write_pack_file(change(with_amount(begin(enrolled.finance).file)))
    with pytest.raises(Refusal) as refused:
        publish(enrolled, text)
    assert refused.value.code == code
    assert not list(enrolled.mail.glob("csach-*"))
    assert enrolled.finance.shelf.pack(CITY).version == SHIPPED


def test_a_golden_case_that_fails_keeps_the_pack_back(enrolled: Desks) -> None:
    text = text_with_amount(enrolled.finance).replace(f"value: {INVENTED}", f"value: {INVENTED + 1}")
    with pytest.raises(PackError, match=r"pack\.example_failed"):
        publish(enrolled, text)
    assert not list(enrolled.mail.glob("csach-*"))


def test_what_stays_open_is_told_before_publishing(enrolled: Desks) -> None:
    found = candidate(enrolled.finance, text_with_amount(enrolled.finance))
    assert [each.parameter.id for each in found.open_figures] == ["support_voluntary"]


def test_a_unit_drafts_and_publishes_nothing(enrolled: Desks) -> None:
    with pytest.raises(Refusal, match=r"policy\.not_here"):
        begin_draft(enrolled.unit, enrolled.unit.shelf.pack(CITY).ref)
    text = text_with_amount(enrolled.finance)
    with pytest.raises(Refusal, match=r"policy\.not_here"):
        publish_policy(enrolled.unit, text, enrolled.mail, UNIT_PASSPHRASE)


def forged(desks: Desks, office: Office, secret: str, **changes: object) -> Path:
    """Write a policy package past the service, as an office that does not keep the rules would."""
    text = str(changes.pop("text", None) or text_with_amount(desks.finance))
    number = int(str(changes.pop("sequence", 9)))
    content = text.encode("utf-8")
    file = begin(desks.finance).file
    version = str(changes.pop("version", file.version))
    ref = PolicyRef(CITY, version, sha256(content).hexdigest())
    document = PolicyDocument(
        format=POLICY_FORMAT, pack_schema=1, id=CITY, version=version, title="T", sha256=ref.sha256, text=text
    )
    contents = PackageContents(
        kind=PackageKind.POLICY,
        issuer_unit=office.identity.unit.code,
        recipient_unit=None,
        period="2024",
        sequence=number,
        document=canonical(msgspec.structs.replace(document, **changes)),
        created_at=desks.clock(),
        app_version="0",
        trust_version=trust_of(office).version,
        policies=(ref,),
    )
    return write_package(desks.mail / f"csach-{number}.asice", contents, open_signer(office, secret)).path


def test_a_pack_signed_by_a_unit_is_refused_everywhere(enrolled: Desks) -> None:
    path = forged(enrolled, enrolled.unit, UNIT_PASSPHRASE)
    for office in (enrolled.unit, enrolled.finance):
        with pytest.raises(PackageError) as refused:
            read_policy_package(office, path)
        assert refused.value.code == "package.not_authorised"
        assert office.shelf.pack(CITY).version == SHIPPED


def test_only_so_tai_chinh_was_given_the_right_to_publish(enrolled: Desks) -> None:
    roles = {grant.unit_code: grant.roles for grant in trust_of(enrolled.unit).grants}
    assert roles == {
        enrolled.finance.identity.unit.code: {Role.APPRAISE, Role.PUBLISH_POLICY},
        enrolled.unit.identity.unit.code: {Role.SUBMIT},
    }


def _forged_by_finance(desks: Desks, **changes: object) -> Path:
    return forged(desks, desks.finance, FINANCE_PASSPHRASE, **changes)


def test_a_lower_version_is_refused_as_a_rollback(enrolled: Desks) -> None:
    install(enrolled.unit, publish(enrolled, text_with_amount(enrolled.finance)).package.path)
    lower = f"{SHIPPED}.5"
    older = text_with_amount(enrolled.finance).replace(f'version: "{AFTER_NEXT}"', f'version: "{lower}"')
    with pytest.raises(Refusal, match=r"policy\.rollback"):
        read_policy_package(enrolled.unit, _forged_by_finance(enrolled, text=older, version=lower))


def test_an_older_package_taken_in_once_is_no_way_back_without_a_reason(enrolled: Desks) -> None:
    first = publish(enrolled, text_with_amount(enrolled.finance))
    install(enrolled.unit, first.package.path)
    second = publish(enrolled, text_with_amount(enrolled.finance))
    install(enrolled.unit, second.package.path)
    with pytest.raises(Refusal, match=r"policy\.rollback"):
        read_policy_package(enrolled.unit, first.package.path)
    assert enrolled.unit.shelf.pack(CITY).ref == second.pack.ref


UNKNOWN_CHECK = "checks:\n  - {code: ZZ99, severity: W}\n"


def test_settings_of_a_check_that_nobody_knows_are_neither_published_nor_taken_in(enrolled: Desks) -> None:
    text = text_with_amount(enrolled.finance)
    assert "\nchecks:\n" not in text
    strange = text.replace("\nexamples:\n", f"\n{UNKNOWN_CHECK}\nexamples:\n", 1)
    with pytest.raises(Refusal, match=r"checks\.unknown_code"):
        publish(enrolled, strange)
    assert not list(enrolled.mail.glob("csach-*"))
    path = _forged_by_finance(enrolled, text=strange)
    with pytest.raises(Refusal, match=r"checks\.unknown_code"):
        read_policy_package(enrolled.unit, path)


def test_a_version_that_breaks_a_pack_resting_on_it_changes_nothing(enrolled: Desks) -> None:
    """The program could not start any more with a store in which one pack asks another for what it lacks."""
    city = enrolled.finance.shelf.pack(CITY)
    item = city.component_ids[0]
    toy = toy_text([], [component("c", f"50% * amount_of({CITY}.{item})")])
    top_up = toy.replace("kind: central", f"kind: city\nneeds: [{CITY}]") + TOY_EXAMPLE
    publish(enrolled, top_up)
    before = sorted(enrolled.mail.iterdir())
    renamed = re.sub(rf"\b{item}\b", "renamed_item", text_with_amount(enrolled.finance))
    with pytest.raises(PackError, match=r"pack\.unknown_name"):
        publish(enrolled, renamed)
    assert sorted(enrolled.mail.iterdir()) == before
    assert enrolled.finance.shelf.pack(CITY).ref == city.ref
    again = open_office(enrolled.finance.folder, now=enrolled.clock)
    try:
        assert again.shelf.pack(CITY).ref == city.ref
    finally:
        again.close()


TOY_EXAMPLE = """\
examples:
  - id: nobody
    source: ví dụ
    record: {birth: "1965-06-03", sex: male, leave_on: 1999-01-01, group: downsizing, route: early_retirement}
    expect: {applies: false, eligible: false}
"""


def test_the_same_version_with_other_bytes_is_an_alarm(enrolled: Desks) -> None:
    install(enrolled.unit, publish(enrolled, text_with_amount(enrolled.finance)).package.path)
    other = text_with_amount(enrolled.finance, 1_000).replace(f'version: "{AFTER_NEXT}"', f'version: "{NEXT}"')
    with pytest.raises(Refusal, match=r"policy\.same_version_differs"):
        read_policy_package(enrolled.unit, _forged_by_finance(enrolled, text=other, version=NEXT))
    assert actions(enrolled.unit)[-1] == "policy.alarm"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"pack_schema": 2}, "package.update_app"),
        ({"format": "tinhgian/policy/2"}, "package.update_app"),
        ({"sha256": "0" * 64}, "package.document_invalid"),
        ({"id": "other"}, "package.document_invalid"),
    ],
)
def test_what_cannot_be_understood_or_contradicts_itself_is_refused(
    enrolled: Desks, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        read_policy_package(enrolled.unit, _forged_by_finance(enrolled, **changes))
    assert refused.value.code == code


def test_a_pack_that_fails_its_own_cases_is_refused_at_the_unit_too(enrolled: Desks) -> None:
    broken = text_with_amount(enrolled.finance).replace(f"value: {INVENTED}", "value: 1")
    with pytest.raises(PackError, match=r"pack\.example_failed"):
        read_policy_package(enrolled.unit, _forged_by_finance(enrolled, text=broken))


def test_another_package_under_a_number_that_came_before_is_refused(enrolled: Desks) -> None:
    install(enrolled.unit, publish(enrolled, text_with_amount(enrolled.finance)).package.path)
    with pytest.raises(Refusal, match=r"package\.replay_differs"):
        read_policy_package(enrolled.unit, _forged_by_finance(enrolled, sequence=1))


def test_going_back_needs_a_reason_and_is_logged(enrolled: Desks) -> None:
    install(enrolled.unit, publish(enrolled, text_with_amount(enrolled.finance)).package.path)
    older = enrolled.unit.shelf.versions(CITY)[1]
    (pack,) = enrolled.unit.shelf.holding((older.ref,))
    impact = impact_of(enrolled.unit, pack)
    with pytest.raises(Refusal, match=r"policy\.reason_missing"):
        choose_version(enrolled.unit, older.ref, "  ", impact)
    choose_version(enrolled.unit, older.ref, "Sở yêu cầu tạm dừng", impact)
    assert enrolled.unit.shelf.pack(CITY).ref == older.ref
    choice = enrolled.unit.shelf.choice(CITY)
    assert choice is not None
    assert choice.reason == "Sở yêu cầu tạm dừng"
    assert actions(enrolled.unit)[-1] == "policy.chosen"
    with pytest.raises(Refusal, match=r"policy\.changed_meanwhile"):
        choose_version(enrolled.unit, older.ref, "lần nữa", impact)


def test_a_comparison_of_another_state_accepts_nothing(enrolled: Desks) -> None:
    first = publish(enrolled, text_with_amount(enrolled.finance))
    offered = read_policy_package(enrolled.unit, first.package.path)
    stale = replace(impact_of(enrolled.unit, offered.pack), before=None)
    with pytest.raises(Refusal, match=r"policy\.changed_meanwhile"):
        install_policy(enrolled.unit, offered, stale)
    assert enrolled.unit.shelf.pack(CITY).version == SHIPPED


def test_drafts_are_kept_as_typed_and_come_back_from_the_bin(enrolled: Desks) -> None:
    finance = enrolled.finance
    draft = begin(finance)
    assert draft.file.version == NEXT
    half = keep_draft(finance, replace(draft, text="id: nửa chừng"))
    again = open_office(finance.folder, now=enrolled.clock)
    try:
        assert [each.text for each in drafts_of(again)] == ["id: nửa chừng"]
    finally:
        again.close()
    assert half.title == CITY
    discard_draft(finance, half)
    assert (drafts_of(finance), [each.id for each in drafts_of(finance, discarded=True)]) == ((), [draft.id])
    assert restore_draft(finance, half).text == half.text
    assert drafts_of(finance, discarded=True) == ()


def test_a_certificate_of_so_tai_chinh_without_the_right_cannot_publish(enrolled: Desks) -> None:
    finance = enrolled.finance
    text = text_with_amount(finance)
    request = request_certificate(finance, FINANCE_PASSPHRASE, enrolled.mail)
    spoken = read_request(finance, request.path).fingerprint
    issue(finance, ROOT_PASSPHRASE, request.path, (Role.APPRAISE,), enrolled.mail, fingerprint=spoken)
    with pytest.raises(Refusal, match=r"policy\.no_role"):
        publish_policy(finance, text, enrolled.mail, FINANCE_PASSPHRASE)
    assert not list(enrolled.mail.glob("csach-*"))


def test_home_tells_of_a_higher_version_that_does_not_hold_and_of_drafts(enrolled: Desks) -> None:
    def waiting(office: Office) -> set[Task]:
        return {each.task for each in work_to_do(office, None)} & {Task.NEWER_POLICY, Task.PUBLISH_DRAFT}

    assert waiting(enrolled.unit) == waiting(enrolled.finance) == set()
    text = text_with_amount(enrolled.finance)
    assert waiting(enrolled.finance) == {Task.PUBLISH_DRAFT}
    install(enrolled.unit, publish(enrolled, text).package.path)
    assert waiting(enrolled.unit) == set()
    older = enrolled.unit.shelf.versions(CITY)[1].ref
    (pack,) = enrolled.unit.shelf.holding((older,))
    choose_version(enrolled.unit, older, "tạm dừng", impact_of(enrolled.unit, pack))
    assert waiting(enrolled.unit) == {Task.NEWER_POLICY}


def test_a_package_that_got_lost_is_handed_out_again_byte_for_byte(enrolled: Desks, tmp_path: Path) -> None:
    published = publish(enrolled, text_with_amount(enrolled.finance))
    content = published.package.path.read_bytes()
    published.package.path.unlink()
    assert published_here(enrolled.finance, published.pack.ref)
    again = hand_out_policy(enrolled.finance, published.pack.ref, tmp_path)
    assert again.read_bytes() == content
    with pytest.raises(Refusal, match=r"submission\.file_exists"):
        hand_out_policy(enrolled.finance, published.pack.ref, tmp_path)
    install(enrolled.unit, again)
    assert not published_here(enrolled.unit, published.pack.ref)
    with pytest.raises(Refusal, match=r"policy\.not_published_here"):
        hand_out_policy(enrolled.unit, published.pack.ref, tmp_path)

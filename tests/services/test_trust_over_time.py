"""Trust as the years go by: revoking, renewing, old trust packs, wrong clocks, and what the signing doctor says."""

import ast
import string
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from desktop.domain.errors import Refusal
from desktop.exchange.kinds import Role
from desktop.exchange.trust.memory import RevocationReason
from desktop.services.keys import enrolment, root_authority, signing_state, trust_files
from desktop.services.keys.certificates import certificates, renew_trust, revoke, rotate_root
from desktop.services.keys.signing_doctor import diagnose
from desktop.services.office import create_office, open_office
from tests.services.offices import ROOT_PASSPHRASE, UNIT, UNIT_PASSPHRASE, Desks, copied
from tests.services.offices import enrol as enrol_both

ROOT = Path(__file__).parents[2]
UNIT_CODE = UNIT.unit.code


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trust-over-time")
    enrol_both(folder)
    return folder


@pytest.fixture
def desks(made: Path, tmp_path: Path) -> Iterator[Desks]:
    with copied(made, tmp_path / "desks") as opened:
        yield opened


def said(desks: Desks, passphrase: str | None = None) -> list[str]:
    return [each.code for each in diagnose(desks.unit, passphrase)]


def revoke_unit(desks: Desks) -> Path:
    written = revoke(desks.finance, ROOT_PASSPHRASE, UNIT_CODE, RevocationReason.KEY_COMPROMISE, desks.mail)
    return written.path


def renew(desks: Desks) -> Path:
    request = enrolment.request_certificate(desks.unit, UNIT_PASSPHRASE, desks.mail)
    spoken = enrolment.read_request(desks.finance, request.path).fingerprint
    issued = enrolment.issue(
        desks.finance, ROOT_PASSPHRASE, request.path, (Role.SUBMIT,), desks.mail, fingerprint=spoken
    )
    return issued.path


def test_revoking_publishes_the_next_pack_with_everybody_still_in_it(desks: Desks) -> None:
    before = trust_files.trust_of(desks.finance)
    pack = revoke_unit(desks)
    after = trust_files.trust_of(desks.finance)
    assert (after.version, after.grants) == (before.version + 1, before.grants)
    standing = {each.unit_code: each.revoked is None for each in certificates(desks.finance)}
    assert standing == {UNIT_CODE: False, desks.finance.identity.unit.code: True}
    trust_files.install_trust(desks.unit, pack)
    assert said(desks) == ["doctor.revoked"]


def test_revoked_stays_revoked_over_later_packs_and_a_restart(desks: Desks) -> None:
    revoke_unit(desks)
    serial = next(each.serial for each in certificates(desks.finance) if each.revoked)
    desks.finance.close()
    again = open_office(desks.finance.folder, now=desks.clock)
    later = Desks(desks.unit, again, desks.mail, desks.clock)
    renew(later)
    revoked = {each.serial for each in certificates(again) if each.revoked}
    assert revoked == {serial}
    again.close()


def test_what_cannot_be_revoked_is_said(desks: Desks) -> None:
    for which, code in (("KHONG-CO", "certificate.unknown"), (UNIT_CODE, "enrolment.not_here")):
        office = desks.finance if code != "enrolment.not_here" else desks.unit
        with pytest.raises(Refusal) as refusal:
            revoke(office, ROOT_PASSPHRASE, which, RevocationReason.SUPERSEDED, desks.mail)
        assert refusal.value.code == code
    renew(desks)
    with pytest.raises(Refusal) as refusal:
        revoke(desks.finance, ROOT_PASSPHRASE, UNIT_CODE, RevocationReason.SUPERSEDED, desks.mail)
    assert refusal.value.code == "certificate.several"
    serial = certificates(desks.finance)[1].serial
    revoke(desks.finance, ROOT_PASSPHRASE, serial.upper(), RevocationReason.SUPERSEDED, desks.mail)
    with pytest.raises(Refusal) as refusal:
        revoke(desks.finance, ROOT_PASSPHRASE, serial, RevocationReason.SUPERSEDED, desks.mail)
    assert refusal.value.code == "certificate.already_revoked"


def test_a_certificate_is_renewed_with_the_same_key_before_it_ends(desks: Desks) -> None:
    assert said(desks, UNIT_PASSPHRASE) == ["doctor.well"]
    old = signing_state.open_signer(desks.unit, UNIT_PASSPHRASE).certificate
    desks.clock.pass_days(690)
    assert "doctor.expiring" in said(desks)
    trust_files.install_trust(desks.unit, renew(desks))
    assert said(desks) == ["doctor.well"]
    assert signing_state.open_signer(desks.unit, UNIT_PASSPHRASE).certificate != old


def test_the_doctor_tells_what_ran_out(desks: Desks) -> None:
    desks.clock.pass_days(370)
    assert said(desks) == ["doctor.trust_old"]
    desks.clock.pass_days(90)
    assert said(desks) == ["doctor.trust_expired"]
    desks.clock.pass_days(300)
    assert sorted(said(desks)) == ["doctor.expired", "doctor.trust_expired"]


def test_the_doctor_tells_of_a_certificate_that_does_not_hold_yet(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = enrolment.request_certificate(desks.unit, UNIT_PASSPHRASE, desks.mail).path
    spoken = enrolment.read_request(desks.finance, request).fingerprint
    with monkeypatch.context() as patch:
        patch.setattr("desktop.exchange.trust.certificates.HEAD_START", timedelta(days=-2))
        issued = enrolment.issue(
            desks.finance, ROOT_PASSPHRASE, request, (Role.SUBMIT,), desks.mail, fingerprint=spoken
        )
    trust_files.install_trust(desks.unit, issued.path)
    assert said(desks) == ["doctor.not_yet_valid"]
    desks.clock.pass_days(3)
    assert said(desks) == ["doctor.well"]


def test_so_tai_chinh_renews_the_trust_pack_that_ran_out(desks: Desks) -> None:
    desks.clock.pass_days(370)
    assert [each.code for each in diagnose(desks.finance)] == ["doctor.trust_to_renew"]
    before = trust_files.trust_of(desks.finance)
    pack = renew_trust(desks.finance, ROOT_PASSPHRASE, desks.mail).path
    after = trust_files.trust_of(desks.finance)
    assert (after.version, after.grants) == (before.version + 1, before.grants)
    trust_files.install_trust(desks.unit, pack)
    assert said(desks) == ["doctor.well"]
    assert [each.code for each in diagnose(desks.finance)] == ["doctor.well"]


def test_a_wrong_passphrase_is_told_from_a_right_one(desks: Desks) -> None:
    assert said(desks, "sai") == ["key.wrong_passphrase"]


def test_the_doctor_tells_what_is_still_missing(desks: Desks, tmp_path: Path) -> None:
    fresh = create_office(tmp_path / "fresh", UNIT, now=desks.clock)
    new = Desks(fresh, desks.finance, desks.mail, desks.clock)
    assert said(new) == ["doctor.no_key", "doctor.no_root"]
    enrolment.create_signing_key(fresh, UNIT_PASSPHRASE)
    root = desks.finance.folder / "trust" / "root.pem"
    trust_files.install_root(fresh, root, signing_state.signing_state(desks.finance).root_fingerprint)
    assert said(new) == ["doctor.no_trust_pack"]
    fresh.close()


@pytest.mark.parametrize("days", [3, 730])
def test_a_clock_that_lags_is_called_wrong_and_nothing_is_signed(desks: Desks, days: int) -> None:
    desks.clock.pass_days(5)
    trust_files.trust_of(desks.unit)
    desks.clock.pass_days(-days)
    assert said(desks) == ["doctor.clock_wrong"]
    assert signing_state.signing_state(desks.unit).can_sign
    with pytest.raises(Refusal) as refusal:
        signing_state.open_signer(desks.unit, UNIT_PASSPHRASE)
    assert refusal.value.code == "trust.clock_wrong"
    desks.clock.pass_days(days)
    assert said(desks) == ["doctor.well"]


def test_a_clock_that_was_years_ahead_does_not_spoil_the_right_time(desks: Desks) -> None:
    desks.clock.pass_days(5 * 365)
    trust_files.trust_of(desks.unit)
    desks.clock.pass_days(-5 * 365)
    assert said(desks) == ["doctor.well"]


def test_a_newer_trust_pack_puts_right_what_a_wrong_clock_left_behind(desks: Desks) -> None:
    desks.clock.pass_days(200)  # within the life of the pack, so it is believed
    trust_files.trust_of(desks.unit)
    desks.clock.moment -= timedelta(days=200)
    assert said(desks) == ["doctor.clock_wrong"]
    trust_files.install_trust(desks.unit, renew(desks))
    assert said(desks) == ["doctor.well"]


def test_the_root_is_replaced_and_everybody_goes_on(desks: Desks, tmp_path: Path) -> None:
    old = trust_files.trust_of(desks.finance)
    pack = rotate_root(desks.finance, ROOT_PASSPHRASE, "Gốc mới", "mật khẩu mới", desks.mail).path
    new = trust_files.trust_of(desks.finance)
    assert (new.version, new.retired, new.grants) == (old.version + 1, (old.root,), old.grants)
    trust_files.install_trust(desks.unit, pack)
    assert trust_files.trust_of(desks.unit).root == new.root
    assert trust_files.install_trust(desks.unit, pack).version == new.version
    assert said(desks) == ["doctor.well"]
    with pytest.raises(Refusal) as refusal:
        revoke(desks.finance, ROOT_PASSPHRASE, UNIT_CODE, RevocationReason.SUPERSEDED, desks.mail)
    assert refusal.value.code == "key.wrong_passphrase"
    later = revoke(desks.finance, "mật khẩu mới", UNIT_CODE, RevocationReason.SUPERSEDED, desks.mail).path
    trust_files.install_trust(desks.unit, later)
    assert said(desks) == ["doctor.revoked"]
    assert signing_state.certificate_span(desks.unit) is not None


def test_who_missed_a_rotation_takes_the_packs_one_after_the_other(desks: Desks) -> None:
    rotate_root(desks.finance, ROOT_PASSPHRASE, "Gốc 2", "mật khẩu 2", desks.mail)
    rotate_root(desks.finance, "mật khẩu 2", "Gốc 3", "mật khẩu 3", desks.mail)
    stick = desks.mail / "stick"
    stick.mkdir()
    newest = root_authority.hand_out_trust(desks.finance, stick)
    with pytest.raises(Refusal) as refusal:
        trust_files.install_trust(desks.unit, newest)
    assert refusal.value.code == "package.unknown_signer"
    for each in sorted(stick.iterdir()):
        trust_files.install_trust(desks.unit, each)
    assert trust_files.trust_of(desks.unit).roots == trust_files.trust_of(desks.finance).roots
    assert len(trust_files.trust_of(desks.unit).roots) == 3


def test_every_finding_of_the_doctor_has_its_sentence() -> None:
    texts = yaml.safe_load((ROOT / "resources/texts/services.yaml").read_text(encoding="utf-8"))
    told: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse((ROOT / "desktop/services/keys/signing_doctor.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            code = node.args[0].value
            if isinstance(code, str) and code.startswith("doctor."):
                told[code] = {word.arg for word in node.keywords if word.arg}
    assert set(told) == {code for code in texts if code.startswith("doctor.")}
    for code, given in told.items():
        assert {name for _, name, _, _ in string.Formatter().parse(texts[code]) if name} <= given

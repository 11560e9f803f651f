"""Offices whose keys are on tokens: enrolled, signing, read, renewed; and what the doctor says when a token fails."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop import __version__
from desktop.domain.errors import Refusal
from desktop.exchange import strict_json
from desktop.exchange.container.contents import PackageContents
from desktop.exchange.kinds import PackageKind, Role
from desktop.exchange.signing.token_driver import TokenInfo, plugged_in
from desktop.exchange.trust.memory import RevocationReason
from desktop.services.keys import enrolment, root_authority, signing_state, trust_files
from desktop.services.keys.authorities import add_authority, authorities
from desktop.services.keys.certificates import certificates, renew_trust, revoke, rotate_root
from desktop.services.keys.key_places import IN_FILE, KeyChoice, current_place, keep_current
from desktop.services.keys.renew_key import renew_key
from desktop.services.keys.signing_doctor import diagnose
from desktop.services.keys.token_survey import drivers_here, survey
from desktop.services.office import Office, create_office
from desktop.services.sending.sealing import opened, seal_for, write_addressed
from tests.government import NAME, Government
from tests.services.offices import FINANCE, FINANCE_PASSPHRASE, ROOT_PASSPHRASE, UNIT, UNIT_PASSPHRASE, Desks
from tests.token_box import PIN, TokenBox, always, put_certificate, token_box, typed

CODE = UNIT.unit.code
_LOCKED, _LAST_TRY = 0x40000, 0x20000


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TokenBox]:
    with token_box(tmp_path / "box", monkeypatch) as made:
        yield made


@pytest.fixture
def token(box: TokenBox) -> TokenInfo:
    return box.add("UBH-01")


@pytest.fixture
def desks(enrolled: Desks, tmp_path: Path) -> Iterator[Desks]:
    """Sở Tài chính as it is, and a unit that has nothing yet but a token to plug in."""
    unit = replace(create_office(tmp_path / "fresh", UNIT, now=enrolled.clock), ask_pin=always)
    trust_files.install_root(unit, enrolled.finance.folder / "trust" / "root.pem", _root(enrolled.finance))
    try:
        yield replace(enrolled, unit=unit)
    finally:
        unit.close()


def _root(office: Office) -> str:
    return signing_state.signing_state(office).root_fingerprint


def on(token: TokenInfo, key_id: str = "", *, with_certificate: bool = False) -> KeyChoice:
    return KeyChoice(token.driver, token.serial, token.label, key_id, with_certificate)


def enrol(desks: Desks, where: KeyChoice) -> None:
    """Make the unit's key there, have it certified or listed, and take the trust pack in."""
    certify(desks, enrolment.create_signing_key(desks.unit, UNIT_PASSPHRASE, where))


def certify(desks: Desks, spoken: str) -> None:
    request = enrolment.request_certificate(desks.unit, UNIT_PASSPHRASE, desks.mail).path
    pack = enrolment.issue(desks.finance, ROOT_PASSPHRASE, request, (Role.SUBMIT,), desks.mail, fingerprint=spoken)
    trust_files.install_trust(desks.unit, pack.path)


def contents(desks: Desks) -> PackageContents:
    return PackageContents(
        kind=PackageKind.SUBMISSION,
        issuer_unit=CODE,
        recipient_unit=FINANCE.unit.code,
        period="2024-2",
        sequence=7,
        document=strict_json.encode({"format": "tinhgian/submission/1"}),
        created_at=desks.unit.now(),
        app_version=__version__,
        trust_version=1,
    )


def send(desks: Desks) -> Path:
    """Let the unit sign and encrypt a package for Sở Tài chính."""
    signer = signing_state.open_signer(desks.unit, UNIT_PASSPHRASE)
    number = 7 + len(list(desks.mail.glob("nop-*.age")))
    said, folder = replace(contents(desks), sequence=number), desks.mail
    seal = seal_for(desks.unit, UNIT_PASSPHRASE, said, plain=False)
    return write_addressed(desks.unit, folder, said, signer, seal).path


def read(desks: Desks, path: Path) -> str:
    """Return the certificate's digest of whom Sở Tài chính takes the package from."""
    with opened(desks.finance, path, FINANCE_PASSPHRASE, recipient=FINANCE.unit.code) as package:
        assert package.signer.unit_code == CODE
        return package.signer.cert_sha256


def refused(code: str, desks: Desks, path: Path) -> None:
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == code):
        read(desks, path)


def said(office: Office, *, try_pin: bool = False) -> list[str]:
    return [each.code for each in diagnose(office, try_pin=try_pin)]


@pytest.mark.parametrize("kind", ["", "RSA:2048"])
def test_a_unit_with_a_token_enrols_and_sends(desks: Desks, box: TokenBox, token: TokenInfo, kind: str) -> None:
    if kind:
        box.tool(token, "--keypairgen", "--key-type", kind, "--id", "07")
    spoken = enrolment.create_signing_key(desks.unit, UNIT_PASSPHRASE, on(token, "07" if kind else ""))
    trust_files.install_trust(desks.unit, root_authority.hand_out_trust(desks.finance, desks.mail))
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "token.not_certified"):
        signing_state.open_signer(replace(desks.unit, ask_pin=typed()), UNIT_PASSPHRASE)
    certify(desks, spoken)
    once = replace(desks, unit=replace(desks.unit, ask_pin=typed(PIN)))
    assert read(desks, send(once))
    assert signing_state.signing_state(desks.unit).token == token.label
    assert said(desks.unit, try_pin=True) == ["doctor.well"]


def test_the_root_may_be_on_a_token_and_hand_over_to_another(desks: Desks, token: TokenInfo, tmp_path: Path) -> None:
    finance = replace(create_office(tmp_path / "stc", FINANCE, now=desks.clock), ask_pin=always)
    try:
        mail = tmp_path / "mail"
        mail.mkdir()
        both = {"root_on": on(token), "key_on": on(token)}
        first = enrolment.set_up_finance(finance, "Gốc", "", FINANCE_PASSPHRASE, mail, **both)
        assert signing_state.open_signer(finance, FINANCE_PASSPHRASE).sign(b"ket qua")
        assert root_authority.root_on_token(finance) == "UBH-01"
        assert [each.name for each in finance.folder.rglob("*-key.pem")] == ["encryption-key.pem"]
        rotate_root(finance, "", "Gốc mới", ROOT_PASSPHRASE, mail)
        assert trust_files.trust_of(finance).version == 2
        assert root_authority.root_on_token(finance) == ""
        assert first.path.exists()
    finally:
        finance.close()


def with_government(desks: Desks, box: TokenBox, token: TokenInfo, **how: bool) -> tuple[Government, KeyChoice]:
    """Let a government authority certify an RSA key on the token, and Sở Tài chính trust the authority."""
    government = Government.named()
    file = desks.mail / "ca.cer"
    file.write_bytes(government.der)
    add_authority(desks.finance, ROOT_PASSPHRASE, file, government.fingerprint, desks.mail)
    box.tool(token, "--keypairgen", "--key-type", "RSA:2048", "--id", "07")
    (line,) = survey(token.driver).tokens
    assert [each.kind for each in line.keys] == ["RSA"]
    put_certificate(token, "07", government.certify(public_key(token), **how))
    return government, on(token, "07", with_certificate=True)


def public_key(token: TokenInfo):  # type: ignore[no-untyped-def]
    from desktop.exchange.signing.token_session import open_session  # noqa: PLC0415 - only here

    with open_session(token.driver, token.serial, None) as session:
        return session.held_key("07").public_key


def test_a_unit_signs_with_its_government_certificate_once_it_is_listed(
    desks: Desks, box: TokenBox, token: TokenInfo
) -> None:
    _, where = with_government(desks, box, token, repudiable=True)
    assert [each.name for each in authorities(desks.finance)] == [NAME]
    assert survey(token.driver).tokens[0].keys[0].issuer == NAME
    enrol(desks, where)
    package = send(desks)
    assert read(desks, package)
    revoke(
        desks.finance, ROOT_PASSPHRASE, certificates(desks.finance)[-1].serial, RevocationReason.CESSATION, desks.mail
    )
    refused("package.cert_revoked", desks, package)


def test_a_government_certificate_without_its_authority_is_not_listed(
    desks: Desks, box: TokenBox, token: TokenInfo
) -> None:
    box.tool(token, "--keypairgen", "--key-type", "RSA:2048", "--id", "07")
    put_certificate(token, "07", Government.named().certify(public_key(token)))
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "package.unknown_signer"):
        enrol(desks, on(token, "07", with_certificate=True))


def test_an_authority_is_added_once_and_only_by_its_fingerprint(desks: Desks) -> None:
    government, other = Government.named(), Government.named(number=1)
    file = desks.mail / "ca.cer"
    file.write_bytes(government.der)

    def add(path: Path, fingerprint: str) -> None:
        add_authority(desks.finance, ROOT_PASSPHRASE, path, fingerprint, desks.mail)

    for path, fingerprint, code in (
        (file, other.fingerprint, "authority.differs"),
        (file, government.fingerprint[:8], "authority.differs"),
        (desks.finance.folder / "trust" / "root.pem", _root(desks.finance), "authority.is_root"),
        (desks.mail / "khong-co.cer", government.fingerprint, "package.not_found"),
    ):
        with pytest.raises(Refusal, check=lambda refusal, code=code: refusal.code == code):
            add(path, fingerprint)
    add(file, government.fingerprint)
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "authority.known"):
        add(file, government.fingerprint)


def renewed(desks: Desks, request: Path) -> None:
    """Sở Tài chính issues without phoning, since the key in force vouches; the unit takes the pack in."""
    asked = enrolment.read_request(desks.finance, request)
    assert asked.renews is not None
    pack = enrolment.issue(desks.finance, ROOT_PASSPHRASE, request, asked.renews.roles, desks.mail, fingerprint="")
    trust_files.install_trust(desks.unit, pack.path)


@pytest.mark.parametrize("way", ["file to token", "token to token"])
def test_a_key_is_renewed_beside_the_old_one(desks: Desks, token: TokenInfo, way: str) -> None:
    enrol(desks, on(token) if way.startswith("token") else IN_FILE)
    old_package, old = send(desks), signing_state.open_signer(desks.unit, UNIT_PASSPHRASE).certificate
    old_recipient = trust_files.trust_of(desks.unit).recipient_of(CODE)
    desks.clock.pass_days(700)
    trust_files.install_trust(desks.unit, renew_trust(desks.finance, ROOT_PASSPHRASE, desks.mail).path)
    assert said(desks.unit) == ["doctor.expiring"]
    request = renew_key(desks.unit, UNIT_PASSPHRASE, desks.mail, on(token) if way == "file to token" else None).path
    assert signing_state.signing_state(desks.unit).renewing
    assert "doctor.renewal_waits" in said(desks.unit)
    assert signing_state.open_signer(desks.unit, UNIT_PASSPHRASE).certificate == old
    assert renew_key(desks.unit, UNIT_PASSPHRASE, desks.mail).path == request
    renewed(desks, request)
    assert not signing_state.signing_state(desks.unit).renewing
    assert signing_state.open_signer(desks.unit, UNIT_PASSPHRASE).certificate != old
    assert trust_files.trust_of(desks.unit).recipient_of(CODE) != old_recipient
    assert read(desks, send(desks))
    with opened(desks.unit, old_package, UNIT_PASSPHRASE) as own:
        assert own.envelope.sequence == 7
    assert said(desks.unit) == ["doctor.well"]


def test_a_revoked_key_vouches_for_nobody(desks: Desks) -> None:
    enrol(desks, IN_FILE)
    request = renew_key(desks.unit, UNIT_PASSPHRASE, desks.mail).path
    serial = certificates(desks.finance)[-1].serial
    pack = revoke(desks.finance, ROOT_PASSPHRASE, serial, RevocationReason.KEY_COMPROMISE, desks.mail).path
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "package.cert_revoked"):
        enrolment.read_request(desks.finance, request)
    trust_files.install_trust(desks.unit, pack)
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "renewal.not_in_force"):
        renew_key(desks.unit, UNIT_PASSPHRASE, desks.mail)


def test_a_request_that_nobody_vouches_for_needs_its_fingerprint(desks: Desks) -> None:
    enrolment.create_signing_key(desks.unit, UNIT_PASSPHRASE)
    request = enrolment.request_certificate(desks.unit, UNIT_PASSPHRASE, desks.mail).path
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "enrolment.fingerprint_differs"):
        enrolment.issue(desks.finance, ROOT_PASSPHRASE, request, (Role.SUBMIT,), desks.mail, fingerprint="")


def test_a_wrong_passphrase_makes_no_new_key(desks: Desks) -> None:
    enrol(desks, IN_FILE)
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "key.wrong_passphrase"):
        renew_key(desks.unit, "khac", desks.mail)
    assert len(list((desks.unit.folder / "keys").iterdir())) == 2


def test_the_doctor_tells_what_is_wrong_with_a_token(desks: Desks, box: TokenBox, token: TokenInfo) -> None:
    enrol(desks, on(token))
    wrong = replace(desks.unit, ask_pin=typed("000000"))
    assert said(wrong, try_pin=True) == ["token.pin_wrong_few"]
    assert said(desks.unit) == ["doctor.pin_few_left"]
    box.pull_out()
    assert said(desks.unit) == ["token.absent"]
    other = box.add("UBH-02")
    assert said(desks.unit) == ["token.not_found"]
    place = current_place(desks.unit)
    assert place.token is not None
    keep_current(desks.unit, replace(place, token=replace(place.token, serial=other.serial)))
    assert said(desks.unit) == ["token.key_not_found"]
    keep_current(desks.unit, replace(place, token=replace(place.token, driver="/khong/co/driver.so")))
    assert said(desks.unit) == ["token.driver_missing"]


@pytest.mark.parametrize(("flags", "code"), [(_LAST_TRY, "doctor.pin_last_try"), (_LOCKED, "token.pin_locked")])
def test_the_doctor_tells_of_a_pin_that_is_nearly_or_quite_locked(
    desks: Desks, box: TokenBox, token: TokenInfo, flags: int, code: str
) -> None:
    enrol(desks, on(token))
    box.flag(flags)
    plugged_in(token.driver)  # starts the driver anew, as taking the token out and in would
    assert said(desks.unit) == [code]


def test_known_drivers_are_found_without_being_loaded() -> None:
    assert "SoftHSM" in {each.name for each in drivers_here()}

"""Row 1 of the forty, and what a token can answer: real tokens of SoftHSM, with pkcs11-tool and OpenSSL beside us."""

import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key

from desktop.domain.errors import Refusal
from desktop.exchange.container.writer import write_package
from desktop.exchange.kinds import Role
from desktop.exchange.signing.key_signer import SigningKey
from desktop.exchange.signing.token_driver import TokenInfo, plugged_in
from desktop.exchange.signing.token_keys import TokenEcKey, make_token_key, token_key
from desktop.exchange.signing.token_session import TokenSession, open_session
from desktop.exchange.signing.token_signer import TokenSigner
from desktop.exchange.trust import authority, enrolment
from desktop.exchange.trust.anchors import TrustAnchors
from tests.exchange.builder import MANIFEST, UNIT, World, contents, make_world, publish
from tests.exchange.test_other_verifiers import openssl
from tests.token_box import PIN, TokenBox, token_box, typed

_LOCKED, _LAST_TRY, _FEW_LEFT = 0x40000, 0x20000, 0x10000


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TokenBox]:
    with token_box(tmp_path / "box", monkeypatch) as made:
        yield made


@pytest.fixture
def token(box: TokenBox) -> TokenInfo:
    return box.add("UBH-01")


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A world whose certificates are valid at the real clock, which OpenSSL looks at."""
    return make_world(tmp_path_factory.mktemp("today"), datetime.now(UTC))


def session_on(token: TokenInfo, *, writing: bool = False) -> TokenSession:
    return open_session(token.driver, token.serial, typed(PIN), writing=writing)


def enrolled(world: World, folder: Path, key: SigningKey) -> tuple[bytes, TrustAnchors]:
    """Let the root certify a key that signed its own request; return the certificate and the trust that holds it."""
    now = datetime.now(UTC)
    request = folder / "dangky.asice"
    enrolment.write_request(request, key, unit_code=UNIT, unit_name="Trung tâm Y tế", now=now, app_version="0.1")
    accepted = enrolment.accept_request(request, now=now)
    grant = authority.issue_certificate(world.root, accepted, UNIT, (Role.SUBMIT,), now=now)
    pack = publish(folder / "tincay.asice", world.root, [*world.grants, grant], version=2, now=now)
    return grant.certificate, TrustAnchors.load(world.root_pem.read_bytes(), pack, now=now)


def accepted_by_all(world: World, folder: Path, key: SigningKey) -> None:
    """Enrol the key, sign a package with it, and have it read here and checked by OpenSSL as CAdES."""
    certificate, trust = enrolled(world, folder, key)
    now = datetime.now(UTC)
    package = write_package(folder / "nop.asice", contents(created_at=now), TokenSigner(key, certificate)).path
    read = World(world.folder, world.root, trust, {}, []).read(package, now=now)
    assert read.signer.unit_code == UNIT
    shutil.unpack_archive(package, folder / "out", "zip")
    verified = openssl(world, folder / "out")
    assert "CAdES Verification successful" in verified.stderr
    (folder / "out" / MANIFEST).write_bytes(b"another")
    assert openssl(world, folder / "out").returncode != 0


@pytest.mark.tool("softhsm2")
def test_a_key_made_on_a_token_signs_what_openssl_accepts(
    today: World, box: TokenBox, token: TokenInfo, tmp_path: Path
) -> None:
    key = make_token_key(session_on(token, writing=True))
    accepted_by_all(today, tmp_path, key)
    seen = box.tool(token, "--list-objects", "--type", "privkey")
    assert key.key_id in seen
    assert "never extractable" in seen


@pytest.mark.tool("pkcs11-tool")
@pytest.mark.parametrize("kind", ["EC:prime256v1", "RSA:2048"])
def test_a_key_that_another_program_made_signs_what_openssl_accepts(
    today: World, box: TokenBox, token: TokenInfo, tmp_path: Path, kind: str
) -> None:
    box.tool(token, "--keypairgen", "--key-type", kind, "--id", "07", "--label", "có sẵn")
    accepted_by_all(today, tmp_path, token_key(session_on(token), "07"))


@pytest.mark.tool("pkcs11-tool")
def test_both_programs_sign_with_one_key_alike(box: TokenBox, token: TokenInfo, tmp_path: Path) -> None:
    with session_on(token, writing=True) as session:
        key_id = make_token_key(session).key_id
    message, signature, public = tmp_path / "m", tmp_path / "s", tmp_path / "p"
    message.write_bytes(hashes_of(b"hai chuong trinh"))
    named = ("--id", key_id, "--input-file", str(message), "--output-file", str(signature))
    box.tool(token, "--sign", "--mechanism", "ECDSA", "--signature-format", "openssl", *named)
    box.tool(token, "--read-object", "--type", "pubkey", "--id", key_id, "--output-file", str(public))
    theirs = load_der_public_key(public.read_bytes())
    assert isinstance(theirs, ec.EllipticCurvePublicKey)
    key = token_key(session_on(token), key_id)
    assert theirs == key.public_key()
    theirs.verify(signature.read_bytes(), b"hai chuong trinh", ec.ECDSA(hashes.SHA256()))
    assert isinstance(key, TokenEcKey)
    theirs.verify(key.sign(b"cua minh", ec.ECDSA(hashes.SHA256())), b"cua minh", ec.ECDSA(hashes.SHA256()))


def hashes_of(message: bytes) -> bytes:
    digest = hashes.Hash(hashes.SHA256())
    digest.update(message)
    return digest.finalize()


@pytest.mark.tool("pkcs11-tool")
def test_a_token_that_only_hashes_itself_is_let_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with token_box(tmp_path / "box", monkeypatch, lacking="CKM_RSA_PKCS") as box:
        token = box.add("UBH-01")
        box.tool(token, "--keypairgen", "--key-type", "RSA:2048", "--id", "07")
        key = token_key(session_on(token), "07")
        signature = key.sign(b"noi dung", padding.PKCS1v15(), hashes.SHA256())  # type: ignore[call-arg, arg-type]
        public = key.public_key()
        assert isinstance(public, rsa.RSAPublicKey)
        public.verify(signature, b"noi dung", padding.PKCS1v15(), hashes.SHA256())
        del key


def test_a_root_on_a_token_issues_and_publishes(token: TokenInfo, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    key = make_token_key(session_on(token, writing=True), "secp384r1")
    root = authority.keep_root(key, "Gốc tin cậy", tmp_path, now)
    world = World(tmp_path, root, TrustAnchors(root.certificate), {}, [])
    certificate, trust = enrolled(world, tmp_path, ec.generate_private_key(ec.SECP256R1()))
    assert trust.grants[0].certificate == certificate
    issued = x509.load_der_x509_certificate(certificate)
    issued.verify_directly_issued_by(x509.load_der_x509_certificate(root.certificate))
    assert trust.crl_number == 2


def refused(code: str, token: TokenInfo, *pins: str, serial: str = "") -> None:
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == code):
        open_session(token.driver, serial or token.serial, typed(*pins), label=token.label)


def test_a_wrong_pin_is_tried_once_and_the_right_one_still_opens(token: TokenInfo) -> None:
    refused("token.pin_wrong_few", token, "000000")
    (seen,) = plugged_in(token.driver)
    assert seen.pin == "few_left"
    refused("token.pin_missing", token, "")
    session_on(token).close()
    assert plugged_in(token.driver)[0].pin == "good"


@pytest.mark.parametrize(("flags", "code"), [(_LAST_TRY, "token.pin_wrong_last"), (_LOCKED, "token.pin_locked")])
def test_what_the_token_says_of_its_pin_is_passed_on(box: TokenBox, token: TokenInfo, flags: int, code: str) -> None:
    box.flag(flags)
    plugged_in(token.driver)  # starts the driver anew, as taking the token out and in would
    refused(code, token, *([] if flags == _LOCKED else ["000000"]))


def test_the_token_itself_is_missed(box: TokenBox, token: TokenInfo) -> None:
    refused("token.not_found", token, serial="0123456789abcdef")
    box.pull_out()
    refused("token.absent", token)
    box.put_back()
    session_on(token).close()


def test_a_token_pulled_out_while_it_is_used_is_told(box: TokenBox, token: TokenInfo) -> None:
    key = make_token_key(session_on(token, writing=True))
    shutil.rmtree(box.drawer)
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "token.removed"):
        key.sign(b"noi dung", ec.ECDSA(hashes.SHA256()))


def test_a_key_that_is_not_there_is_told(token: TokenInfo) -> None:
    session = session_on(token, writing=True)
    made = make_token_key(session)
    for key_id, digest in (("99", ""), (made.key_id, "0" * 64)):
        with pytest.raises(Refusal, check=lambda refusal: refusal.code == "token.key_not_found"):
            token_key(session, key_id, digest)


def test_a_second_session_ends_the_first(token: TokenInfo) -> None:
    first = session_on(token)
    session_on(token).close()
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "token.removed"):
        first.held_keys()


@pytest.mark.parametrize("path", ["/khong/co/driver.so", "driver.so", "//may-khac/chung/driver.so"])
def test_a_driver_that_is_no_file_of_this_machine_is_not_loaded(path: str) -> None:
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "token.driver_missing"):
        plugged_in(path)


def test_a_file_that_is_no_driver_is_told(tmp_path: Path) -> None:
    (tmp_path / "driver.so").write_bytes(b"khong phai driver")
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "token.driver_unusable"):
        plugged_in(str(tmp_path / "driver.so"))


def test_nothing_secret_leaves_a_token(token: TokenInfo) -> None:
    key = make_token_key(session_on(token, writing=True))
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "token.key_stays"):
        key.private_numbers()


def test_an_installation_without_the_library_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "driver.so").write_bytes(b"")
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "token.library_missing"):
        plugged_in(str(tmp_path / "driver.so"))

"""Programs that nobody here wrote check our packages: each accepts a good one and refuses those that were changed.

Three CMS stacks (OpenSSL, GnuTLS, GnuPG's libksba), two XML schemas, three readers of ZIP, sha256sum and age. That
OpenSSL refuses the revoked is in test_revocation, that age and we read each other in test_encryption.
"""

import shutil
import subprocess
import tempfile
from base64 import b64decode
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.exchange.builder import MANIFEST, SIGNATURE, World, entries_of, make_package, make_world
from tests.tools import program, run

ROOT = Path(__file__).parents[2]
OURS = ROOT / "resources/schemas/asic-manifest.xsd"
_SCHEMA = "shared/data/etsi/en_31916201v010101.xsd"
ETSI = next((each / _SCHEMA for each in ROOT.parents if (each / _SCHEMA).exists()), None)
"""Not ours to pass on; looked for beside the checkout, or beside what it lies in."""


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A world whose certificates are valid at the real clock, which these programs look at."""
    return make_world(tmp_path_factory.mktemp("today"), datetime.now(UTC))


@pytest.fixture(scope="module")
def package(today: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_package(today, tmp_path_factory.mktemp("package"), created_at=datetime.now(UTC))


@pytest.fixture
def unpacked(package: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "unpacked"
    shutil.unpack_archive(package, folder, "zip")
    return folder


def change(path: Path, place: float = 0.5) -> None:
    """Change one bit of a file, in the middle or at another part of its length."""
    content = bytearray(path.read_bytes())
    content[int(place * len(content))] ^= 1
    path.write_bytes(content)


def openssl(world: World, unpacked: Path) -> subprocess.CompletedProcess[str]:
    signature = ("-inform", "DER", "-in", unpacked / SIGNATURE, "-content", unpacked / MANIFEST)
    return run(
        "openssl", "cms", "-verify", "-binary", *signature, "-CAfile", world.root_pem, "-cades", "-out", "/dev/null"
    )


def certtool(world: World, unpacked: Path) -> subprocess.CompletedProcess[str]:
    signature = ("--inder", "--infile", unpacked / SIGNATURE, "--load-data", unpacked / MANIFEST)
    return run("certtool", "--p7-verify", *signature, "--load-ca-certificate", world.root_pem)


def gpgsm(world: World, unpacked: Path) -> subprocess.CompletedProcess[str]:
    # The agent's socket lies in the home folder, and its path may be no longer than about a hundred letters.
    with tempfile.TemporaryDirectory(prefix="g") as home:
        return _gpgsm(world, unpacked, Path(home))


def _gpgsm(world: World, unpacked: Path, home: Path) -> subprocess.CompletedProcess[str]:
    sha1 = run("openssl", "x509", "-in", world.root_pem, "-noout", "-fingerprint", "-sha1").stdout.split("=")[1]
    (home / "trustlist.txt").write_text(f"{sha1.strip()} S relax\n", encoding="ascii")
    (home / "gpgsm.conf").write_text("disable-crl-checks\ndisable-dirmngr\n", encoding="ascii")
    options = ("gpgsm", "--batch", "--homedir", home)
    run(*options, "--import", world.root_pem)
    verified = run(*options, "--verify", unpacked / SIGNATURE, unpacked / MANIFEST)
    run("gpgconf", "--homedir", home, "--kill", "all")
    return verified


Verify = Callable[[World, Path], subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("verify", [openssl, certtool, gpgsm])
def test_the_signature_is_accepted(today: World, unpacked: Path, verify: Verify) -> None:
    accepted = verify(today, unpacked)
    assert accepted.returncode == 0, accepted.stderr + accepted.stdout


@pytest.mark.parametrize("verify", [openssl, certtool, gpgsm])
@pytest.mark.parametrize(("changed", "place"), [(MANIFEST, 0.5), (MANIFEST, 0.99), (SIGNATURE, 0.97)])
def test_a_changed_manifest_or_signature_is_refused(
    today: World, unpacked: Path, verify: Verify, changed: str, place: float
) -> None:
    change(unpacked / changed, place)
    assert verify(today, unpacked).returncode != 0


@pytest.mark.parametrize("verify", [openssl, certtool, gpgsm])
def test_the_signature_of_something_else_is_refused(today: World, unpacked: Path, verify: Verify) -> None:
    shutil.unpack_archive(today.folder / "tincay.asice", unpacked / "other", "zip")
    shutil.copy(unpacked / "other" / SIGNATURE, unpacked / SIGNATURE)
    assert verify(today, unpacked).returncode != 0


def test_openssl_refuses_another_root(today: World, world: World, unpacked: Path) -> None:
    assert openssl(today, unpacked).returncode == 0
    assert openssl(world, unpacked).returncode != 0


def test_openssl_accepts_the_trust_pack_signed_by_the_root(today: World, tmp_path: Path) -> None:
    shutil.unpack_archive(today.folder / "tincay.asice", tmp_path, "zip")
    accepted = openssl(today, tmp_path)
    assert accepted.returncode == 0, accepted.stderr


def unzip(package: Path) -> subprocess.CompletedProcess[str]:
    return run("unzip", "-tq", package)


def seven_zip(package: Path) -> subprocess.CompletedProcess[str]:
    return run(program("7zz", "7z", "7za"), "t", package)


def libarchive(package: Path) -> subprocess.CompletedProcess[str]:
    return run("bsdtar", "-xOf", package, errors="replace")


READERS = pytest.mark.parametrize("read", [unzip, seven_zip, libarchive])
Read = Callable[[Path], subprocess.CompletedProcess[str]]


@READERS
def test_the_container_is_accepted(package: Path, read: Read) -> None:
    read_it = read(package)
    assert read_it.returncode == 0, read_it.stderr + read_it.stdout


@READERS
@pytest.mark.parametrize("entry", ["data/attachments/000001.pdf", "data/submission.json", MANIFEST, SIGNATURE])
def test_a_changed_entry_is_refused(package: Path, tmp_path: Path, read: Read, entry: str) -> None:
    copy = Path(shutil.copy(package, tmp_path / "changed.asice"))
    raw = copy.read_bytes()
    content = entries_of(raw)[entry]
    place = raw.index(content) + len(content) // 2
    copy.write_bytes(raw[:place] + bytes((raw[place] ^ 1,)) + raw[place + 1 :])
    assert read(copy).returncode != 0


@READERS
def test_a_container_cut_short_is_refused(package: Path, tmp_path: Path, read: Read) -> None:
    cut = tmp_path / "cut.asice"
    cut.write_bytes(package.read_bytes()[:-1500])
    assert read(cut).returncode != 0


def test_the_container_says_what_it_is(package: Path) -> None:
    assert package.read_bytes()[30:69] == b"mimetypeapplication/vnd.etsi.asic-e+zip"


def checked_digests(unpacked: Path) -> subprocess.CompletedProcess[str]:
    """Let xmllint read the manifest and sha256sum compare every file with it."""
    where = '//*[local-name()="DataObjectReference"]'
    manifest = unpacked / MANIFEST
    count = int(run("xmllint", "--nonet", "--xpath", f"count({where})", manifest).stdout)
    lines = []
    for place in range(1, count + 1):
        path, digest = (
            run("xmllint", "--nonet", "--xpath", f"string(({where})[{place}]{what})", manifest).stdout.strip()
            for what in ("/@URI", '/*[local-name()="DigestValue"]')
        )
        lines.append(f"{b64decode(digest).hex()}  {path}\n")
    (unpacked / "sums").write_text("".join(lines), encoding="ascii")
    return run("sha256sum", "--strict", "-c", "sums", cwd=unpacked)


def test_the_listed_digests_are_those_of_the_files(unpacked: Path) -> None:
    checked = checked_digests(unpacked)
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.count(": OK") == 4


@pytest.mark.parametrize("changed", ["data/attachments/000001.pdf", "data/package.json", "data/submission.json"])
def test_the_digest_of_a_changed_file_is_another(unpacked: Path, changed: str) -> None:
    change(unpacked / changed)
    checked = checked_digests(unpacked)
    assert checked.returncode != 0
    assert f"{changed}: FAILED" in checked.stdout


def test_our_schema_accepts_the_manifest(unpacked: Path) -> None:
    checked = run("xmllint", "--noout", "--nonet", "--schema", OURS, unpacked / MANIFEST)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("xmlenc#sha256", "xmlenc#sha512"),
        ("signature001.p7s", "signature002.p7s"),
        ("data/package.json", "data/../package.json"),
        ("000002.jpg", "000002.exe"),
        ("image/jpeg", "text/html"),
        ("000002.jpg", "000001.pdf"),
    ],
)
def test_our_schema_refuses_another_profile(unpacked: Path, old: str, new: str) -> None:
    manifest = unpacked / MANIFEST
    text = manifest.read_text(encoding="utf-8")
    assert old in text
    manifest.write_text(text.replace(old, new), encoding="utf-8")
    assert run("xmllint", "--noout", "--nonet", "--schema", OURS, manifest).returncode == 3


def checked_by_etsi(manifest: Path) -> subprocess.CompletedProcess[str]:
    if ETSI is None:
        pytest.skip("the schema of ETSI EN 319 162-1 is not beside this checkout")
    return run("xmllint", "--noout", "--nonet", "--schema", ETSI, manifest)


def test_the_schema_of_etsi_accepts_the_manifest(unpacked: Path) -> None:
    checked = checked_by_etsi(unpacked / MANIFEST)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (' URI="META-INF/signature001.p7s"', ""),
        ("asic:SigReference", "asic:Signature"),
        ("http://uri.etsi.org/02918/v1.2.1#", "http://uri.etsi.org/02918/v9#"),
        ("ds:DigestValue", "ds:Digest"),
    ],
)
def test_the_schema_of_etsi_refuses_another_manifest(unpacked: Path, old: str, new: str) -> None:
    manifest = unpacked / MANIFEST
    text = manifest.read_text(encoding="utf-8")
    assert old in text
    manifest.write_text(text.replace(old, new), encoding="utf-8")
    assert checked_by_etsi(manifest).returncode == 3

"""Programs that nobody here wrote check our packages: three CMS stacks, two XML schemas, one unzip."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.exchange.builder import MANIFEST, SIGNATURE, World, make_package, make_world

ROOT = Path(__file__).parents[2]
OURS = ROOT / "resources/schemas/asic-manifest.xsd"
ETSI = ROOT.parent / "shared/data/etsi/en_31916201v010101.xsd"


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a verifier, or skip the test where it is not installed."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, timeout=60)


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


def change_manifest(unpacked: Path) -> None:
    manifest = unpacked / MANIFEST
    manifest.write_bytes(manifest.read_bytes().replace(b"000001.pdf", b"000009.pdf"))


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


@pytest.mark.parametrize("verify", [openssl, certtool, gpgsm])
def test_the_signature_is_accepted_and_refused_after_a_change(
    today: World, unpacked: Path, verify: Callable[[World, Path], subprocess.CompletedProcess[str]]
) -> None:
    accepted = verify(today, unpacked)
    assert accepted.returncode == 0, accepted.stderr + accepted.stdout
    change_manifest(unpacked)
    assert verify(today, unpacked).returncode != 0


def test_openssl_refuses_another_root(today: World, world: World, unpacked: Path) -> None:
    assert openssl(today, unpacked).returncode == 0
    assert openssl(world, unpacked).returncode != 0


def test_openssl_accepts_the_trust_pack_signed_by_the_root(today: World, tmp_path: Path) -> None:
    shutil.unpack_archive(today.folder / "tincay.asice", tmp_path, "zip")
    accepted = openssl(today, tmp_path)
    assert accepted.returncode == 0, accepted.stderr


def test_unzip_accepts_the_container(package: Path) -> None:
    tested = run("unzip", "-t", package)
    assert tested.returncode == 0
    assert "No errors detected" in tested.stdout


def test_the_container_says_what_it_is(package: Path) -> None:
    assert package.read_bytes()[30:69] == b"mimetypeapplication/vnd.etsi.asic-e+zip"


def test_the_listed_digests_are_those_of_the_files(unpacked: Path) -> None:
    for name in ("data/attachments/000001.pdf", "data/package.json", "data/submission.json"):
        path = f'//*[local-name()="DataObjectReference"][@URI="{name}"]/*[local-name()="DigestValue"]/text()'
        listed = run("xmllint", "--nonet", "--xpath", path, unpacked / MANIFEST).stdout.strip()
        computed = subprocess.run(
            ["openssl", "dgst", "-sha256", "-binary", unpacked / name], capture_output=True, check=True
        ).stdout
        encoded = subprocess.run(
            ["openssl", "base64", "-A"], input=computed, capture_output=True, check=True
        ).stdout.decode()
        assert listed == encoded


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


def test_the_schema_of_etsi_accepts_the_manifest(unpacked: Path) -> None:
    if not ETSI.exists():
        pytest.skip("the schema of ETSI EN 319 162-1 is not beside this checkout")
    checked = run("xmllint", "--noout", "--nonet", "--schema", ETSI, unpacked / MANIFEST)
    assert checked.returncode == 0, checked.stderr

"""A box of tokens made of software (SoftHSM), which tests fill, empty and wear out; pkcs11-tool looks on."""

import gc
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.exchange.signing.pin import AskPin, PinQuestion
from desktop.exchange.signing.token_driver import SESSIONS, TokenInfo, plugged_in
from desktop.exchange.signing.token_session import open_session

PIN, SO_PIN = "24681357", "13572468"
_DRIVERS = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
)
_FLAGS_ATTRIBUTE = bytes.fromhex("8000534b")  # CKA_OS_TOKENFLAGS, a number of SoftHSM's own


@dataclass(frozen=True)
class TokenBox:
    """The folder in which SoftHSM keeps its tokens."""

    folder: Path
    driver: str

    @property
    def drawer(self) -> Path:
        return self.folder / "tokens"

    def add(self, label: str) -> TokenInfo:
        """Put a new token in, with a PIN and nothing else."""
        run("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", SO_PIN, "--pin", PIN)
        return next(each for each in plugged_in(self.driver) if each.label == label)

    def pull_out(self) -> None:
        """Take all tokens out."""
        self.drawer.rename(self.folder / "away")
        self.drawer.mkdir()

    def put_back(self) -> None:
        self.drawer.rmdir()
        (self.folder / "away").rename(self.drawer)

    def flag(self, flags: int) -> None:
        """Let every token say this of its PIN; SoftHSM counts no wrong PINs, so it is written where it keeps flags."""
        for path in self.drawer.glob("*/token.object"):
            content = bytearray(path.read_bytes())
            at = content.index(_FLAGS_ATTRIBUTE) + len(_FLAGS_ATTRIBUTE) + 8  # after the kind of attribute
            said = int.from_bytes(content[at : at + 8], "big") | flags
            path.write_bytes(content[:at] + said.to_bytes(8, "big") + content[at + 8 :])

    def tool(self, token: TokenInfo, *arguments: str) -> str:
        """Let pkcs11-tool, which knows nothing of us, do something with a token; return what it says."""
        login = ("--login", "--pin", PIN)
        return run("pkcs11-tool", "--module", self.driver, "--token-label", token.label, *login, *arguments)


def run(*command: str) -> str:
    if shutil.which(command[0]) is None:
        _missing(command[0])
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _missing(name: str) -> None:
    if os.environ.get("TINHGIAN_REQUIRE_TOOLS") == "1":
        pytest.fail(f"{name} is not installed")
    pytest.skip(f"{name} is not installed")


@contextmanager
def token_box(folder: Path, monkeypatch: pytest.MonkeyPatch, *, lacking: str = "") -> Iterator[TokenBox]:
    """Yield an empty box; `lacking` names a mechanism that its tokens do not have."""
    driver = next((each for each in _DRIVERS if Path(each).exists()), None)
    if driver is None:
        _missing("softhsm2")
    assert driver is not None
    box = TokenBox(folder, driver)
    box.drawer.mkdir(parents=True)
    lines = [f"directories.tokendir = {box.drawer}", "objectstore.backend = file", "log.level = ERROR"]
    lines += [f"slots.mechanisms = -{lacking}"] if lacking else []
    (folder / "softhsm2.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
    try:
        yield box
    finally:
        gc.collect()
        for each in tuple(SESSIONS):
            each.close()


def typed(*pins: str) -> AskPin:
    """Answer the questions for a PIN one after the other; a question too many is an error."""
    left = list(pins)

    def answer(question: PinQuestion) -> str:
        assert left, f"the PIN of {question.label} was asked for once more"
        return left.pop(0)

    return answer


def always(_question: PinQuestion) -> str:
    """Type the right PIN, as often as it is asked for."""
    return PIN


def put_certificate(token: TokenInfo, key_id: str, certificate: bytes) -> None:
    """Lay a certificate beside a key, as a government authority does when it hands the token out."""
    from pkcs11 import Attribute, CertificateType, ObjectClass  # noqa: PLC0415 - as lazily as the program loads it

    with open_session(token.driver, token.serial, typed(PIN), writing=True) as session:
        session.open.create_object(
            {
                Attribute.CLASS: ObjectClass.CERTIFICATE,
                Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
                Attribute.TOKEN: True,
                Attribute.SUBJECT: b"0\x00",
                Attribute.ID: bytes.fromhex(key_id),
                Attribute.VALUE: certificate,
            }
        )

"""Makes the small corpus that is kept beside this file. Run it by hand when a format changes: see README.md here."""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pyrage

from desktop.exchange.trust import authority
from desktop.exchange.trust.memory import Revocation, RevocationReason
from tests.exchange.builder import (
    ENVELOPE,
    MANIFEST,
    NOW,
    PASSPHRASE,
    SIGNATURE,
    World,
    contents,
    entries_of,
    make_package,
    make_world,
    publish,
)
from tests.exchange.test_hostile_contents import _BAD_JSON, _BAD_MANIFESTS
from tests.fuzz.targets import AGE_KEY, FIXED

CORPUS = Path(__file__).parent / "corpus"
_SMALL = 700
"""Bytes; what is longer teaches a fuzzer little."""

Seeds = Iterator[tuple[str, bytes]]
"""The name "target/seed" and the bytes. Seeds whose name starts with "good" are accepted, the others refused."""


def main() -> None:
    """Write the corpus anew."""
    for folder in (CORPUS, FIXED):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    with tempfile.TemporaryDirectory() as place:
        for name, content in _seeds(Path(place)):
            path = CORPUS / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)


def _seeds(folder: Path) -> Seeds:
    (folder / "world").mkdir()
    world = make_world(folder / "world")
    package = make_package(world, folder).read_bytes()
    entries = entries_of(package)
    (FIXED / "root.der").write_bytes(world.root.certificate)
    (FIXED / "manifest.xml").write_bytes(entries[MANIFEST])
    yield "container/good", package
    yield "manifest/good", entries[MANIFEST]
    yield from _small("manifest", {name: change(entries[MANIFEST]) for name, change in _BAD_MANIFESTS.items()})
    yield "envelope/good", entries[ENVELOPE]
    yield "json/good", contents().document
    yield from _small("json", _BAD_JSON)
    yield "signature/good", entries[SIGNATURE]
    yield from _age()
    yield from _trust(world, folder)


def _small(target: str, found: dict[str, bytes]) -> Seeds:
    for name, content in found.items():
        if len(content) <= _SMALL:
            yield f"{target}/{name.replace(' ', '-').lower()}", content


def _age() -> Seeds:
    own, other = pyrage.x25519.Recipient.from_str(AGE_KEY.recipient), pyrage.x25519.Identity.generate().to_public()
    sealed = pyrage.encrypt(b"plain", [own])
    yield "age/good", sealed
    yield "age/good-with-another", pyrage.encrypt(b"plain", [other, own])
    yield "age/cut", sealed[:-1]
    yield "age/of-another", pyrage.encrypt(b"plain", [other])


def _trust(world: World, folder: Path) -> Seeds:
    (folder / "next").mkdir()
    following = authority.create_root("Gốc tin cậy mới", PASSPHRASE, folder / "next", NOW)
    revoked = [Revocation(world.grants[0].serial, NOW, RevocationReason.KEY_COMPROMISE)]
    yield "root/of-another", following.certificate
    yield "crl/good", world.root.revoke(revoked, 2, NOW, NOW + timedelta(days=90))
    pack = publish(folder / "tincay.asice", world.root, world.grants[:1], version=2, revoked=revoked)
    yield "trust/good", entries_of(pack.read_bytes())["data/trust.json"]


if __name__ == "__main__":
    main()

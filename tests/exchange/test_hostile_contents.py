"""Contents that were signed by a good key and must not be believed all the same."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from desktop.exchange import strict_json
from desktop.exchange.container import manifest
from desktop.exchange.errors import PackageError
from tests.exchange.builder import (
    ENVELOPE,
    MANIFEST,
    PDF,
    UNIT,
    World,
    raw_zip,
    references,
    resigned,
    with_document,
    with_envelope,
)

FIRST = "data/attachments/000001.pdf"
DOCUMENT = "data/submission.json"


def refused(world: World, path: Path, entries: dict[str, bytes]) -> str:
    path.write_bytes(raw_zip(entries).dump())
    with pytest.raises(PackageError) as refusal:
        world.read(path)
    assert refusal.value.params["file"] == path.name
    return refusal.value.code.removeprefix("package.")


def _replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    def change(manifest: bytes) -> bytes:
        assert old.encode() in manifest
        return manifest.replace(old.encode(), new.encode())

    return change


def _object_twice(manifest: bytes) -> bytes:
    start, end = manifest.index(b"<asic:DataObjectReference"), manifest.index(b"</asic:DataObjectReference>")
    first = manifest[start : end + len(b"</asic:DataObjectReference>")]
    return manifest.replace(first, first + first, 1)


_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]><m>&m;</m>"
).encode()
_FILE_ENTITY = b'<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><m>&x;</m>'
_WEB_ENTITY = b'<!DOCTYPE m [<!ENTITY % x SYSTEM "http://example.invalid/x.dtd"> %x;]><m/>'

_BAD_MANIFESTS: dict[str, Callable[[bytes], bytes]] = {
    "lists itself": _replaced(FIRST, MANIFEST),
    "lists a path twice": _object_twice,
    "escaped path": _replaced(FIRST, "data/%2e%2e/000001.pdf"),
    "path to a parent": _replaced(FIRST, "../000001.pdf"),
    "SHA-1": _replaced("http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1"),
    "another signature": _replaced("signature001.p7s", "signature002.p7s"),
    "another namespace": _replaced("http://uri.etsi.org/02918/v1.2.1#", "http://uri.etsi.org/02918/v1.1.1#"),
    "comment": _replaced("</asic:ASiCManifest>", "<!-- x --></asic:ASiCManifest>"),
    "instruction": _replaced("</asic:ASiCManifest>", "<?x y?></asic:ASiCManifest>"),
    "space": _replaced("<asic:SigReference", " <asic:SigReference"),
    "no digest": _replaced("<ds:DigestValue>", "<ds:DigestValue>!"),
    "short digest": lambda _: b"<m/>",
    "not XML": lambda _: b"not XML",
    "empty": lambda _: b"",
    "UTF-16": lambda manifest: manifest.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    "entity bomb": lambda _: _BOMB,
    "entity from a file": lambda _: _FILE_ENTITY,
    "entity from the web": lambda _: _WEB_ENTITY,
    "deep": lambda _: b"<m>" * 5000 + b"</m>" * 5000,
    "large attribute": lambda _: b'<m a="' + b"a" * 50_000_000 + b'"/>',
}


@pytest.mark.parametrize("change", _BAD_MANIFESTS.values(), ids=_BAD_MANIFESTS.keys())
def test_a_manifest_of_another_form_is_refused(
    world: World, path: Path, entries: dict[str, bytes], change: Callable[[bytes], bytes]
) -> None:
    forged = resigned(entries, world.signers[UNIT], change(entries[MANIFEST]))
    assert refused(world, path, forged) == "manifest_invalid"


@pytest.mark.parametrize("kind", ["entity from a file", "entity from the web", "parameter entity", "inclusion"])
@pytest.mark.parametrize("dressed", [False, True], ids=["plainly", "without its declaration"])
def test_an_entity_touches_neither_file_nor_network(tmp_path: Path, kind: str, *, dressed: bool) -> None:
    """Python tells of every file and socket while the manifest is read; even where the first guard is passed."""
    bait = tmp_path / "bait.txt"
    bait.write_text("bait", encoding="ascii")
    raw = {
        "entity from a file": f'<!DOCTYPE m [<!ENTITY x SYSTEM "{bait.as_uri()}">]><m>&x;</m>',
        "entity from the web": '<!DOCTYPE m SYSTEM "http://127.0.0.1:9/x.dtd"><m/>',
        "parameter entity": f'<!DOCTYPE m [<!ENTITY % x SYSTEM "{bait.as_uri()}"> %x;]><m/>',
        "inclusion": f'<m xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{bait.as_uri()}"/></m>',
    }[kind].encode()
    before = bait.stat().st_atime_ns
    with _heard() as heard:
        if dressed:
            assert manifest._data_objects(raw) == []
        else:
            with pytest.raises(PackageError) as refusal:
                manifest.read_manifest(raw)
            assert refusal.value.code == "package.manifest_invalid"
    assert heard == []
    assert bait.stat().st_atime_ns == before


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Note what Python opens meanwhile; the hook stays for good and is deaf afterwards."""
    found: list[str] = []
    listening = [True]

    def hear(event: str, _arguments: tuple[object, ...]) -> None:
        if listening[0] and (event == "open" or event.startswith("socket.")):
            found.append(event)

    sys.addaudithook(hear)
    yield found
    listening[0] = False


def test_a_listed_file_that_is_missing_is_refused(world: World, path: Path, entries: dict[str, bytes]) -> None:
    del entries[FIRST]
    assert refused(world, path, entries) == "manifest_invalid"


def test_an_envelope_that_is_not_listed_is_refused(world: World, path: Path, entries: dict[str, bytes]) -> None:
    del entries[ENVELOPE]
    assert refused(world, path, resigned(entries, world.signers[UNIT])) == "manifest_invalid"


def _differing(field: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda envelope: envelope["objects"][0].update({field: value})


@pytest.mark.parametrize(("field", "value"), [("sha256", "0" * 64), ("size", 1)])
def test_an_envelope_that_differs_from_the_manifest_is_refused(
    world: World, path: Path, entries: dict[str, bytes], field: str, value: object
) -> None:
    forged = with_envelope(entries, world.signers[UNIT], _differing(field, value))
    assert refused(world, path, forged) == "manifest_invalid"


_BAD_ENVELOPES: dict[str, Callable[[dict[str, Any]], object]] = {
    "unknown field": lambda e: e.update(extra=1),
    "unknown field inside": lambda e: e["objects"][0].update(extra=1),
    "missing field": lambda e: e.pop("sequence"),
    "sequence 0": lambda e: e.update(sequence=0),
    "sequence without end": lambda e: e.update(sequence=100_000),
    "sequence as text": lambda e: e.update(sequence="1"),
    "no UUID": lambda e: e.update(package_id="1"),
    "UUID of another kind": lambda e: e.update(package_id="8a1c3f40-5d5e-1b6f-9c7d-0123456789ab"),
    "unit with a line break": lambda e: e["issuer"].update(unit_code="TTYT\n"),
    "unit with a path": lambda e: e["issuer"].update(unit_code="../TTYT"),
    "period with a path": lambda e: e.update(period="../2026"),
    "local time": lambda e: e.update(created_at="2026-11-20T08:00:00+07:00"),
    "no date": lambda e: e.update(created_at="2026-02-30T08:00:00Z"),
    "decomposed name": lambda e: e["objects"][0].update(name="a\u0301.pdf"),
    "empty name": lambda e: e["objects"][0].update(name=""),
    "endless name": lambda e: e["objects"][0].update(name="a" * 256),
    "objects swapped": lambda e: e["objects"].reverse(),
    "object left out": lambda e: e["objects"].pop(0),
    "type off the list": lambda e: e["objects"][0].update(media_type="text/html"),
    "supersedes itself": lambda e: e.update(supersedes=e["package_id"]),
    "format of something else": lambda e: e.update(format="other/1"),
    "part 0": lambda e: e.update(part={"n": 0, "of": 2, "set_id": e["package_id"]}),
}


@pytest.mark.parametrize("change", _BAD_ENVELOPES.values(), ids=_BAD_ENVELOPES.keys())
def test_an_envelope_off_its_schema_is_refused(
    world: World, path: Path, entries: dict[str, bytes], change: Callable[[dict[str, Any]], object]
) -> None:
    assert refused(world, path, with_envelope(entries, world.signers[UNIT], change)) == "json_invalid"


def test_an_envelope_spelled_otherwise_is_refused(world: World, path: Path, entries: dict[str, bytes]) -> None:
    entries[ENVELOPE] = json.dumps(json.loads(entries[ENVELOPE])).encode()
    assert refused(world, path, resigned(entries, world.signers[UNIT])) == "json_invalid"


@pytest.mark.parametrize("change", [{"format": "tinhgian/package/3"}, {"kind": "moi"}])
def test_a_newer_format_asks_for_an_update(
    world: World, path: Path, entries: dict[str, bytes], change: dict[str, str]
) -> None:
    assert refused(world, path, with_envelope(entries, world.signers[UNIT], lambda e: e.update(change))) == "update_app"


def test_a_submission_to_nobody_is_refused(world: World, path: Path, entries: dict[str, bytes]) -> None:
    forged = with_envelope(entries, world.signers[UNIT], lambda e: e.update(recipient=None))
    assert refused(world, path, forged) == "not_for_us"


def test_an_envelope_of_another_certificate_is_refused(world: World, path: Path, entries: dict[str, bytes]) -> None:
    forged = with_envelope(entries, world.signers[UNIT], lambda e: e["issuer"].update(cert_sha256="0" * 64))
    assert refused(world, path, forged) == "signature_profile"


@pytest.mark.parametrize("fake", [b"<html>", b"MZ\x90\0", b"PK\x03\x04", b"\x7fELF", b"", b" " * 2000 + PDF])
def test_a_scan_that_is_something_else_is_refused(
    world: World, path: Path, entries: dict[str, bytes], fake: bytes
) -> None:
    def change(envelope: dict[str, Any]) -> None:
        envelope["objects"][0] |= {"sha256": sha256(fake).hexdigest(), "size": len(fake)}

    forged = with_envelope({**entries, FIRST: fake}, world.signers[UNIT], change)
    assert refused(world, path, forged) == "media_type"


def test_records_of_another_type_are_refused(world: World, path: Path, entries: dict[str, bytes]) -> None:
    forged = with_envelope(
        entries, world.signers[UNIT], lambda e: e["objects"][-1].update(media_type="application/pdf")
    )
    manifest = forged[MANIFEST]
    listed = next(each for each in references(forged) if each.path == DOCUMENT)
    as_pdf = manifest.replace(
        f'{listed.path}" MimeType="application/json"'.encode(), f'{listed.path}" MimeType="application/pdf"'.encode()
    )
    assert refused(world, path, resigned(forged, world.signers[UNIT], as_pdf)) == "media_type"


_BAD_JSON = {
    "deep": b'{"a":' + b"[" * 1000 + b"]" * 1000 + b"}",
    "very deep": b'{"a":' + b"[" * 200_000 + b"]" * 200_000 + b"}",
    "17 levels": b'{"a":' + b"[" * 16 + b"]" * 16 + b"}",
    "many digits": b'{"a":' + b"9" * 5000 + b"}",
    "19 digits": b'{"a":' + b"9" * 19 + b"}",
    "key twice": b'{"a":1,"a":2}',
    "key twice inside": b'{"b":[{"a":1,"a":2}]}',
    "NaN": b'{"a":NaN}',
    "infinity": b'{"a":-Infinity}',
    "half a letter": b'{"a":"\\ud800"}',
    "half a letter in a key": b'{"\\udc00":1}',
    "byte order mark": b"\xef\xbb\xbf{}",
    "UTF-16": '{"a":1}'.encode("utf-16"),
    "not UTF-8": b'{"a":"\xff"}',
    "fraction": b'{"amount":1.5}',
    "exponent": b'{"amount":1e3}',
    "list": b"[]",
    "empty": b"",
    "two values": b"{}{}",
    "comment": b"{} // x",
    "control letter": b'{"a":"\n"}',
}


@pytest.mark.parametrize("document", _BAD_JSON.values(), ids=_BAD_JSON.keys())
def test_json_that_could_be_read_in_two_ways_is_refused(
    world: World, path: Path, entries: dict[str, bytes], document: bytes
) -> None:
    forged = with_document(entries, world.signers[UNIT], document)
    assert refused(world, path, forged) == "json_invalid"


@pytest.mark.parametrize(
    "document",
    [b'{"a":' + b"[" * 15 + b"]" * 15 + b"}", b'{"a":-99999999999999999}', '{"tên":"Ổn 🙂"}'.encode(), b"{ }"],
)
def test_honest_json_passes(document: bytes) -> None:
    assert strict_json.parse(document, "x") == json.loads(document)


def test_nothing_is_parsed_before_the_signature_is_checked(
    world: World, path: Path, entries: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    monkeypatch.setattr(strict_json, "parse", lambda _, where: parsed.append(where))
    changed = {**entries, DOCUMENT: b"{}"}
    assert refused(world, path, changed) == "digest_mismatch"
    assert parsed == []

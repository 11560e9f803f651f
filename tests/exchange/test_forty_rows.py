"""The forty hostile cases: where each is tested, and the stable code that the command line answers each with."""

import ast
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop.cli import arguments
from desktop.cli.program import main
from desktop.domain.rounds import Unit
from desktop.exchange.container.writer import write_package
from desktop.exchange.kinds import PackageKind
from desktop.exchange.signing.cades import sign_detached
from desktop.exchange.signing.encryption_key import EncryptionKey, create_encryption_key
from desktop.exchange.signing.key_file import create_key
from desktop.exchange.trust.authority import create_root
from desktop.exchange.trust.certificates import root_certificate
from desktop.exchange.trust.pack import Handover
from desktop.services.office import Identity, Mode, create_office
from tests.exchange.builder import (
    ENVELOPE,
    FINANCE,
    MANIFEST,
    NOW,
    OTHER_UNIT,
    PASSPHRASE,
    SIGNATURE,
    UNIT,
    RawEntry,
    RawZip,
    World,
    contents,
    forged_signer,
    make_package,
    publish,
    raw_zip,
    resigned,
    with_document,
    with_envelope,
    zip64_end,
)
from tests.exchange.forged_cms import Forge
from tests.exchange.test_encryption import MADE as _MADE_SEALED
from tests.exchange.test_hostile_contents import _BAD_JSON, _BAD_MANIFESTS
from tests.exchange.test_hostile_signature import _OFF_PROFILE
from tests.exchange.test_revocation import _write_pack, revocation
from tests.exchange.test_rotation import _pack

TESTS = Path(__file__).parents[1]
_ZIP, _SIGNED, _INSIDE = (
    "exchange/test_hostile_container",
    "exchange/test_hostile_signature",
    "exchange/test_hostile_contents",
)
_TRUST, _REVOKED, _ROTATED = "exchange/test_trust", "exchange/test_revocation", "exchange/test_rotation"
_SEALED = "exchange/test_encryption"
_RECEIVED, _LAW = "services/packages/test_receive_submission", "services/test_policy_exchange"

ROWS: dict[int, tuple[str, ...]] = {
    1: (
        "exchange/test_round_trip::test_what_was_written_is_read",
        "exchange/test_token_keys::test_a_key_made_on_a_token_signs_what_openssl_accepts",
        "exchange/test_token_keys::test_a_key_that_another_program_made_signs_what_openssl_accepts",
    ),
    2: (f"{_ZIP}::test_a_name_off_the_list_is_refused",),
    3: (f"{_ZIP}::test_a_name_twice_is_refused",),
    4: (f"{_ZIP}::test_a_case_twin_is_refused",),
    5: (f"{_ZIP}::test_a_name_off_the_list_is_refused",),
    6: (f"{_ZIP}::test_a_name_off_the_list_is_refused",),
    7: (f"{_ZIP}::test_an_entry_that_is_no_file_is_refused", f"{_ZIP}::test_a_folder_entry_is_refused"),
    8: (f"{_ZIP}::test_a_local_header_that_lies_is_refused",),
    9: (f"{_ZIP}::test_bytes_before_the_first_entry_are_refused",),
    10: (f"{_ZIP}::test_bytes_after_the_end_are_refused", f"{_ZIP}::test_an_archive_comment_is_refused"),
    11: (
        f"{_ZIP}::test_an_entry_missing_from_the_directory_is_refused",
        f"{_ZIP}::test_entries_that_overlap_are_refused",
    ),
    12: (f"{_ZIP}::test_a_package_cut_short_is_refused",),
    13: (f"{_ZIP}::test_one_changed_bit_is_refused_wherever_it_is",),
    14: (f"{_ZIP}::test_a_deflated_entry_is_refused", f"{_INSIDE}::test_a_manifest_of_another_form_is_refused"),
    15: (
        f"{_ZIP}::test_too_many_entries_are_refused",
        f"{_ZIP}::test_seventy_thousand_entries_are_refused",
        f"{_ZIP}::test_zip64_is_refused",
        f"{_ZIP}::test_an_attachment_beyond_the_limit_is_refused",
        f"{_ZIP}::test_a_package_beyond_the_limit_is_refused",
    ),
    16: (f"{_ZIP}::test_both_headers_agreeing_on_something_odd_are_refused",),
    17: (f"{_ZIP}::test_another_mimetype_is_not_a_package",),
    18: (f"{_ZIP}::test_an_entry_that_nobody_signed_is_refused",),
    19: (
        f"{_INSIDE}::test_a_manifest_of_another_form_is_refused",
        f"{_INSIDE}::test_a_listed_file_that_is_missing_is_refused",
    ),
    20: (f"{_INSIDE}::test_a_manifest_of_another_form_is_refused", f"{_ZIP}::test_a_second_manifest_is_refused"),
    21: (f"{_INSIDE}::test_an_envelope_that_differs_from_the_manifest_is_refused",),
    22: (f"{_SIGNED}::test_the_same_name_under_another_root_is_unknown",),
    23: (
        f"{_SIGNED}::test_a_signature_off_the_profile_is_refused",
        f"{_SIGNED}::test_md5_is_refused",
        f"{_SIGNED}::test_only_strong_keys_are_considered",
        f"{_SIGNED}::test_what_is_no_cms_is_refused",
    ),
    24: (
        f"{_SIGNED}::test_a_key_that_may_not_sign_documents_is_unknown",
        f"{_SIGNED}::test_a_leaf_that_issued_a_leaf_is_unknown",
    ),
    25: (f"{_REVOKED}::test_what_was_taken_in_stays_valid_after_its_certificate_ended",),
    26: (
        f"{_REVOKED}::test_a_revoked_certificate_is_refused_and_others_are_not",
        f"{_REVOKED}::test_a_certificate_on_an_old_list_is_revoked_all_the_same",
        f"{_REVOKED}::test_a_list_with_an_older_number_is_refused",
        f"{_REVOKED}::test_a_list_by_another_root_is_refused",
    ),
    27: (f"{_SIGNED}::test_a_unit_cannot_sign_as_another", f"{_SIGNED}::test_a_unit_cannot_sign_what_only_others_may"),
    28: (
        "services/packages/test_foresee_arrival::test_a_replay_is_told_from_what_is_new_and_what_is_forged",
        f"{_RECEIVED}::test_the_same_package_again_changes_nothing_and_keeps_when_it_was_first_seen",
        f"{_RECEIVED}::test_a_number_that_was_used_for_something_else_is_refused_with_an_alarm",
        f"{_RECEIVED}::test_an_older_number_that_a_later_one_replaced_is_refused",
        "services/packages/test_arrival_order::test_a_missing_number_takes_its_place_when_it_comes",
        f"{_RECEIVED}::test_a_gap_is_said_and_stays_said",
    ),
    29: (
        f"{_TRUST}::test_an_older_pack_is_refused",
        f"{_TRUST}::test_the_same_version_with_other_contents_is_an_alarm",
        f"{_LAW}::test_a_lower_version_is_refused_as_a_rollback",
        f"{_LAW}::test_the_same_version_with_other_bytes_is_an_alarm",
    ),
    30: ("services/test_sealing::test_what_another_office_cannot_decrypt_or_was_forwarded_to_it_is_not_for_it",),
    31: (
        f"{_SEALED}::test_what_was_changed_is_refused_and_nothing_plain_is_left",
        f"{_SEALED}::test_what_no_office_writes_is_refused",
        f"{_SEALED}::test_an_armoured_file_is_refused",
        f"{_SEALED}::test_a_stranger_is_told_that_it_is_not_for_him",
        f"{_SEALED}::test_a_bomb_takes_no_memory",
    ),
    32: (
        "services/packages/test_foresee_arrival::test_an_answer_to_something_else_is_refused_by_its_code",
        "services/packages/test_decisions::test_an_answer_to_something_else_is_refused",
    ),
    33: (f"{_INSIDE}::test_json_that_could_be_read_in_two_ways_is_refused",),
    34: (
        f"{_INSIDE}::test_a_manifest_of_another_form_is_refused",
        f"{_INSIDE}::test_an_entity_touches_neither_file_nor_network",
    ),
    35: (
        f"{_INSIDE}::test_a_scan_that_is_something_else_is_refused",
        "documents/scans/test_inspection::test_a_pdf_that_acts_is_flagged_but_can_be_justified",
        "documents/scans/test_inspection::test_a_picture_of_inhuman_size_is_never_decoded",
    ),
    36: (
        "domain/test_foreign_text::test_what_is_hidden_is_seen",
        "ui/pages/test_foreign_text::test_no_page_shows_what_is_hidden_or_acts",
        "ui/pages/test_foreign_text::test_the_store_keeps_each_letter",
        "documents/forms/test_foreign_text::test_libreoffice_computes_nothing_that_a_stranger_wrote",
        "documents/forms/test_foreign_text::test_nothing_hidden_reaches_a_workbook",
        "documents/forms/test_foreign_text::test_nothing_hidden_reaches_paper",
        "documents/forms/test_proposal_sheet::test_a_text_never_becomes_a_formula_a_number_or_a_link",
    ),
    37: (
        f"{_SIGNED}::test_a_clock_that_is_wrong_is_not_called_a_forgery",
        f"{_SIGNED}::test_a_signing_time_in_the_future_is_a_wrong_clock",
        f"{_REVOKED}::test_a_clock_behind_what_is_known_is_wrong_and_nothing_is_forged",
        "services/test_trust_over_time::test_a_clock_that_lags_is_called_wrong_and_nothing_is_signed",
    ),
    38: (
        "faults/test_killed::test_what_was_ended_anywhere_is_not_begun_or_done_and_can_be_done",
        "faults/test_disk::test_what_the_disk_refuses_is_told_and_changes_nothing",
        "faults/test_disk::test_a_folder_that_may_only_be_read",
        "exchange/test_writing::test_what_windows_says_is_understood",
    ),
    39: (f"{_INSIDE}::test_a_newer_format_asks_for_an_update",),
    40: (
        f"{_ROTATED}::test_a_root_that_both_signed_takes_over",
        f"{_ROTATED}::test_a_root_that_only_the_old_one_signed_is_refused",
        f"{_ROTATED}::test_the_root_after_the_next_is_accepted_only_as_a_chain",
    ),
}
"""The tests that each row of the table of hostile files has; every case that a row names is in one of them."""


def test_every_row_has_its_tests() -> None:
    assert sorted(ROWS) == list(range(1, 41))


@pytest.mark.parametrize("row", sorted(ROWS))
def test_the_tests_of_a_row_are_there(row: int) -> None:
    for each in ROWS[row]:
        module, _, name = each.partition("::")
        tree = ast.parse((TESTS / f"{module}.py").read_text(encoding="utf-8"))
        assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@dataclass
class Bench:
    """What a case is made from, and where it is put."""

    world: World
    good: bytes
    entries: dict[str, bytes]
    path: Path

    def zip(self, change: Callable[[RawZip], object]) -> None:
        raw = raw_zip(self.good)
        change(raw)
        self.path.write_bytes(raw.dump())

    def put(self, entries: dict[str, bytes]) -> None:
        self.path.write_bytes(raw_zip(entries).dump())

    def manifest(self, kind: str) -> None:
        changed = _BAD_MANIFESTS[kind](self.entries[MANIFEST])
        self.put(resigned(self.entries, self.world.signers[UNIT], changed))

    def envelope(self, change: Callable[[dict[str, Any]], object]) -> None:
        self.put(with_envelope(self.entries, self.world.signers[UNIT], change))

    def cms(self, change: Callable[[Forge], object]) -> None:
        signer = self.world.signers[UNIT]
        forged = Forge(self.entries[MANIFEST], signer._key, signer.certificate)
        change(forged)
        self.put({**self.entries, SIGNATURE: forged.dump()})

    def write(self, signer: Any, **changes: Any) -> None:
        write_package(self.path, contents(**changes), signer)


FIRST = "data/attachments/000001.pdf"


def _named(name: bytes) -> Callable[[Bench], None]:
    return lambda bench: bench.zip(lambda raw: raw.entries.insert(1, RawEntry(name, b"%PDF")))


def _header(**fields: int) -> Callable[[Bench], None]:
    return lambda bench: bench.zip(lambda raw: raw[FIRST].local.update(fields))


def _both(**fields: int) -> Callable[[Bench], None]:
    def change(raw: RawZip) -> None:
        raw[FIRST].local = raw[FIRST].central = dict(fields)

    return lambda bench: bench.zip(change)


def _flip(name: str) -> Callable[[Bench], None]:
    def change(raw: RawZip) -> None:
        content = bytearray(raw[name].content)
        content[len(content) // 2] ^= 1
        raw[name].content = bytes(content)

    return lambda bench: bench.zip(change)


def _bytes(change: Callable[[bytes], bytes]) -> Callable[[Bench], None]:
    return lambda bench: bench.path.write_bytes(change(bench.good)) and None


def _other_root(name: str) -> Callable[[Bench], None]:
    key = ec.generate_private_key(ec.SECP384R1())
    return lambda bench: bench.write(forged_signer(key, root_certificate(key, name, NOW)))


def _no_attributes(forged: Forge) -> None:
    forged.attributes = None


def _two_signers(forged: Forge) -> None:
    forged.signers = 2


def _revoked(bench: Bench) -> None:
    _write_good(bench)
    _install(bench, revoked=[revocation(bench.world)])


def _install(bench: Bench, **more: Any) -> None:
    publish(bench.path.parent / "home/trust/trust.asice", bench.world.root, bench.world.grants, version=2, **more)


def _write_good(bench: Bench) -> None:
    bench.path.write_bytes(bench.good)


def _leaf_of_a_leaf(bench: Bench) -> None:
    from cryptography import x509  # noqa: PLC0415 - only here

    unit = bench.world.signers[UNIT]
    bench.write(forged_signer(unit._key, x509.load_der_x509_certificate(unit.certificate)))


def _off_profile(change: Callable[[Forge], None]) -> Callable[[Bench], None]:
    return lambda bench: bench.cms(change)


def _list(bench: Bench, crl: bytes) -> None:
    _write_pack(bench.world, bench.path, crl)


def _older_list(bench: Bench) -> None:
    """A list whose number is below that of the list in force."""
    more = {"revoked": [revocation(bench.world)]}
    publish(bench.path.parent / "home/trust/trust.asice", bench.world.root, bench.world.grants, version=8, **more)
    _list(bench, bench.world.root.revoke([], 1, NOW, NOW + timedelta(days=90)))


def _list_by_another(bench: Bench) -> None:
    stranger = create_root("Gốc khác", "mật khẩu", bench.path.parent, NOW)
    _list(bench, stranger.revoke([], 9, NOW, NOW + timedelta(days=90)))


def _older_trust(bench: Bench) -> None:
    _install(bench)
    shutil.copy(bench.world.folder / "tincay.asice", bench.path)


def _other_trust(bench: Bench) -> None:
    publish(bench.path, bench.world.root, bench.world.grants[:1], version=1)


def _handed_over_alone(bench: Bench) -> None:
    """The old root names a new one that never agreed."""
    (bench.path.parent / "next").mkdir()
    following = create_root("Gốc mới", "mật khẩu", bench.path.parent / "next", NOW)
    _pack(bench.world, bench.path, Handover(following.certificate, sign_detached(following, b"something else", NOW)))


def _seal_key(bench: Bench) -> EncryptionKey:
    """Give the office a key to read with; the command line is told its passphrase."""
    keys = bench.path.parent / "home/keys"
    keys.mkdir(exist_ok=True)
    create_key(keys / "signing-key.pem", PASSPHRASE)
    return create_encryption_key(keys / "encryption-key.pem", PASSPHRASE)


def _sealed_for_others(bench: Bench) -> None:
    _seal_key(bench)
    other = create_encryption_key(bench.path.parent / "other.pem", PASSPHRASE)
    recipient = pyrage.x25519.Recipient.from_str(other.recipient)
    bench.path.write_bytes(pyrage.encrypt(bench.good, [recipient]))


def _sealed_badly(content: bytes) -> Callable[[Bench], None]:
    def write(bench: Bench) -> None:
        _seal_key(bench)
        bench.path.write_bytes(content)

    return write


def _not_listed(bench: Bench) -> None:
    bench.write(forged_signer(bench.world.root._key, bench.world.root._issuer))


def _html(bench: Bench) -> None:
    from hashlib import sha256  # noqa: PLC0415 - only here

    fake = b"<html>"
    seen = {"sha256": sha256(fake).hexdigest(), "size": len(fake)}
    changed = {**bench.entries, FIRST: fake}
    bench.put(with_envelope(changed, bench.world.signers[UNIT], lambda e: e["objects"][0].update(seen)))


CASES: dict[str, tuple[Callable[[Bench], None], str]] = {
    "02 parent": (_named(b"../x.pdf"), "entry_name"),
    "03 twice": (lambda b: b.zip(lambda raw: raw.entries.append(RawEntry(FIRST.encode(), b"x"))), "duplicate_entry"),
    "04 case": (_named(b"data/attachments/A.pdf"), "entry_name"),
    "05 accents": (_named("data/attachments/é.pdf".encode()), "entry_name"),
    "06 device": (_named(b"data/attachments/CON.pdf"), "entry_name"),
    "07 symlink": (
        lambda b: b.zip(lambda raw: raw[FIRST].central.update(external=0o120777 << 16, made_by=0x0314)),
        "entry_type",
    ),
    "08 size": (_header(size=3), "zip_structure"),
    "08 flags": (_header(flags=1), "zip_structure"),
    "09 polyglot": (lambda b: b.zip(lambda raw: setattr(raw, "prefix", b"MZ")), "not_a_package"),
    "10 trailing": (_bytes(lambda good: good + b"\0"), "zip_structure"),
    "10 comment": (_bytes(lambda good: good[:-2] + b"\x05\0hello"), "zip_structure"),
    "11 hidden": (lambda b: b.zip(lambda raw: setattr(raw[FIRST], "listed", False)), "zip_structure"),
    "11 gap": (lambda b: b.zip(lambda raw: setattr(raw[FIRST], "before", b"x")), "zip_structure"),
    "12 cut": (_bytes(lambda good: good[:-1]), "truncated"),
    "12 empty": (_bytes(lambda _: b""), "truncated"),
    "13 attachment": (_flip(FIRST), "digest_mismatch"),
    "13 envelope": (_flip(ENVELOPE), "digest_mismatch"),
    "13 manifest": (_flip(MANIFEST), "signature_invalid"),
    "14 deflated": (_both(method=8, size=9), "zip_structure"),
    "14 bomb": (lambda b: b.manifest("entity bomb"), "manifest_invalid"),
    "15 many": (lambda b: b.zip(lambda raw: raw.end.update(count=951)), "too_large"),
    "15 large": (_both(size=50_000_001, stored=50_000_001), "too_large"),
    "15 zip64": (_bytes(lambda good: good[:-22] + zip64_end() + good[-22:]), "zip_structure"),
    "16 bzip2": (_both(method=12), "zip_structure"),
    "17 mimetype": (lambda b: b.zip(lambda raw: setattr(raw["mimetype"], "content", b"x")), "not_a_package"),
    "18 unlisted": (_named(b"data/extra.json"), "unlisted_entry"),
    "19 itself": (lambda b: b.manifest("lists itself"), "manifest_invalid"),
    "19 twice": (lambda b: b.manifest("lists a path twice"), "manifest_invalid"),
    "19 escaped": (lambda b: b.manifest("escaped path"), "manifest_invalid"),
    "19 SHA-1": (lambda b: b.manifest("SHA-1"), "manifest_invalid"),
    "20 signature": (lambda b: b.manifest("another signature"), "manifest_invalid"),
    "21 digests": (lambda b: b.envelope(lambda e: e["objects"][0].update(size=1)), "manifest_invalid"),
    "22 other root": (_other_root("Gốc khác"), "unknown_signer"),
    "22 same name": (_other_root("Gốc tin cậy Sở Tài chính"), "unknown_signer"),
    "23 no attributes": (lambda b: b.cms(_no_attributes), "signature_profile"),
    "23 two signers": (lambda b: b.cms(_two_signers), "signature_profile"),
    **{f"23 {name}": (_off_profile(change), "signature_profile") for name, change in _OFF_PROFILE.items()},
    "23 trailing": (lambda b: b.put({**b.entries, SIGNATURE: b.entries[SIGNATURE] + b"\0"}), "signature_profile"),
    "24 leaf of a leaf": (_leaf_of_a_leaf, "unknown_signer"),
    "24 not listed": (_not_listed, "signer_not_listed"),
    "26 revoked": (_revoked, "cert_revoked"),
    "26 older list": (_older_list, "crl_invalid"),
    "26 list by another": (_list_by_another, "crl_invalid"),
    "29 older trust": (_older_trust, "rollback"),
    "29 same version": (_other_trust, "same_version_differs"),
    "27 as another": (lambda b: b.write(b.world.signers[OTHER_UNIT], issuer_unit=UNIT), "not_authorised"),
    "27 decision": (lambda b: b.write(b.world.signers[UNIT], kind=PackageKind.DECISION), "not_authorised"),
    "33 NaN": (lambda b: b.put(with_document(b.entries, b.world.signers[UNIT], _BAD_JSON["NaN"])), "json_invalid"),
    "33 deep": (lambda b: b.put(with_document(b.entries, b.world.signers[UNIT], _BAD_JSON["deep"])), "json_invalid"),
    "34 file": (lambda b: b.manifest("entity from a file"), "manifest_invalid"),
    "34 web": (lambda b: b.manifest("entity from the web"), "manifest_invalid"),
    "35 html": (_html, "media_type"),
    "30 for others": (_sealed_for_others, "not_for_us"),
    **{f"31 {name}": (_sealed_badly(content), "decrypt_failed") for name, content in _MADE_SEALED.items() if content},
    "38 gone": (lambda _: None, "not_found"),
    "38 unreadable": (lambda b: b.path.mkdir(), "cannot_read"),
    "40 signed by the old only": (_handed_over_alone, "root_invalid"),
    "37 future": (lambda b: b.write(b.world.signers[UNIT], created_at=NOW + timedelta(hours=25)), "clock_wrong"),
    "39 major": (lambda b: b.envelope(lambda e: e.update(format="tinhgian/package/3")), "update_app"),
    "39 kind": (lambda b: b.envelope(lambda e: e.update(kind="moi")), "update_app"),
    "39 field": (lambda b: b.envelope(lambda e: e.update(extra=1)), "json_invalid"),
}
_LATE = {
    "25 expired": (800, "cert_expired"),
    "37 three days back": (-3, "clock_wrong"),
    "37 two years back": (-730, "clock_wrong"),
    "37 five years ahead": (5 * 365, "cert_expired"),
    "29 old trust": (200, "trust_expired"),
}
"""Days that the clock is off, with a good package."""


@pytest.fixture(scope="module")
def profile(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profile of a finance office that trusts the world's root."""
    home = tmp_path_factory.mktemp("profile") / "home"
    identity = Identity(Mode.FINANCE, Unit(FINANCE, "Sở Tài chính"), "Vũ Thị Mai")
    create_office(home, identity, now=lambda: NOW).close()
    (home / "trust").mkdir()
    shutil.copy(world.root_pem, home / "trust/root.pem")
    shutil.copy(world.folder / "tincay.asice", home / "trust/trust.asice")
    return home


@pytest.fixture
def bench(world: World, good: bytes, entries: dict[str, bytes], profile: Path, tmp_path: Path) -> Bench:
    shutil.copytree(profile, tmp_path / "home")
    return Bench(world, good, entries, tmp_path / "nop.asice")


Answers = Callable[[Bench], tuple[int, dict[str, Any]]]


@pytest.fixture
def verify(capsys: pytest.CaptureFixture[str]) -> Answers:
    def call(bench: Bench) -> tuple[int, dict[str, Any]]:
        word = bench.path.parent / "word.txt"
        word.write_text(PASSPHRASE, encoding="utf-8")
        home = ["--home", str(bench.path.parent / "home")]
        exit_code = main([*home, "package", "verify", str(bench.path), "--passphrase-file", str(word), "--json"])
        said = capsys.readouterr()
        return exit_code, json.loads(said.out or said.err)

    return call


def at(monkeypatch: pytest.MonkeyPatch, days: int = 0) -> None:
    monkeypatch.setattr(arguments, "utc_now", lambda: NOW + timedelta(days=days))


@pytest.mark.parametrize("case", CASES)
def test_the_command_line_says_each_case_with_its_code(
    bench: Bench, verify: Answers, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    at(monkeypatch)
    build, code = CASES[case]
    build(bench)
    exit_code, said = verify(bench)
    assert (exit_code, said["error"]["code"]) == (1, f"package.{code}")
    assert said["error"]["message"]


@pytest.mark.parametrize("case", _LATE)
def test_the_command_line_says_what_time_does(
    bench: Bench, verify: Answers, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    days, code = _LATE[case]
    at(monkeypatch, days)
    _write_good(bench)
    exit_code, said = verify(bench)
    assert (exit_code, said["error"]["code"]) == (1, f"package.{code}")


def test_the_command_line_accepts_a_good_package(
    bench: Bench, verify: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch)
    make_package(bench.world, bench.path.parent)
    exit_code, said = verify(bench)
    assert (exit_code, said["valid"], said["issuer"]) == (0, True, UNIT)

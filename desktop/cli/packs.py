"""Packs as the command line names them: an id, an id with a version, or a file."""

from pathlib import Path

from desktop.cli.arguments import Call
from desktop.domain.errors import Refusal
from desktop.rules.pack import policy_of, read_pack, untried_policy_of
from desktop.rules.policy import PolicyPack
from desktop.services.policies.shelf import PolicyShelf, load_shelf
from desktop.system.resources import resource

_OF_FILE = (".yaml", ".yml")


def shelf_of(call: Call) -> PolicyShelf:
    """Return the packs of the profile, those that ship with the program where there is no profile."""
    try:
        return call.office().shelf
    except Refusal as refusal:
        if refusal.code != "office.not_set_up":
            raise
        return load_shelf(resource("policies"))


def pack_of(call: Call, wanted: str) -> PolicyPack:
    """Return the pack `ID`, `ID@VERSION` or `FILE.yaml`.

    Raises Refusal("policy.not_on_shelf"), ("policy.no_such_version"), ("policy.file_missing") or PackError.
    """
    if _is_file(wanted):
        written = read_pack(content_of(Path(wanted)), Path(wanted).name)
        return policy_of(written, others_than(call, written.id))
    policy_id, _, version = wanted.partition("@")
    shelf = shelf_of(call)
    pack = shelf.pack(policy_id)
    if version in {"", pack.version}:
        return pack
    found = next((each.ref for each in shelf.versions(policy_id) if each.ref.version == version), None)
    if found is None:
        raise Refusal("policy.no_such_version", id=policy_id, version=version, known=pack.version)
    return shelf.holding((found,))[0]


def untried_pack_of(call: Call, wanted: str) -> PolicyPack:
    """Return the pack likewise; the golden cases of a file are not tried yet."""
    if not _is_file(wanted):
        return pack_of(call, wanted)
    written = read_pack(content_of(Path(wanted)), Path(wanted).name)
    return untried_policy_of(written, others_than(call, written.id))


def others_than(call: Call, policy_id: str) -> tuple[PolicyPack, ...]:
    """Return the packs of the shelf that a pack of this id may take amounts from."""
    return tuple(pack for pack in shelf_of(call).packs if pack.id != policy_id)


def _is_file(wanted: str) -> bool:
    return wanted.lower().endswith(_OF_FILE)


def content_of(path: Path) -> bytes:
    """Return the bytes of a pack file; raises Refusal("policy.file_missing")."""
    try:
        return path.expanduser().read_bytes()
    except OSError:
        raise Refusal("policy.file_missing", file=path.name) from None

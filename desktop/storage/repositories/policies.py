"""Policy packs, byte for byte, and which version of each holds for open records."""

import re
from hashlib import sha256

from sqlalchemy import Connection, Select, select

from desktop.domain.errors import Refusal
from desktop.domain.registers import PolicyChoice, StoredPolicy
from desktop.domain.rounds import PolicyRef
from desktop.storage.mapping import built, columns_of, insert_rows, mappings, upsert
from desktop.storage.tables.exchanged import policy_choices, policy_packs

_DIGITS = re.compile(r"\d+")


class Policies:
    """Packs are only ever added; two versions, even of the same number, stand side by side."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, stored: StoredPolicy) -> bool:
        """Store a pack and tell whether it is new; the same pack again changes nothing.

        Raises Refusal("policy.digest_differs") when the bytes are not those of the reference.
        """
        ref = stored.ref
        if sha256(stored.content).hexdigest() != ref.sha256:
            raise Refusal("policy.digest_differs", id=ref.id, version=ref.version)
        if self.exactly(ref) is not None:
            return False
        insert_rows(self._connection, policy_packs, [columns_of(stored, without={"ref"}) | columns_of(ref)])
        return True

    def exactly(self, ref: PolicyRef) -> StoredPolicy | None:
        """Return this very pack, None when it was never stored."""
        table = policy_packs.c
        wanted = (table.id == ref.id) & (table.version == ref.version) & (table.sha256 == ref.sha256)
        return next(iter(self._load(select(policy_packs).where(wanted))), None)

    def all(self) -> tuple[StoredPolicy, ...]:
        """Return all packs by id, the lowest version first."""
        stored = self._load(select(policy_packs))
        return tuple(sorted(stored, key=lambda each: (each.ref.id, version_order(each.ref.version), each.kept_at)))

    def choose(self, choice: PolicyChoice) -> None:
        """Let this version of the pack hold from now on."""
        row = columns_of(choice, without={"ref"}) | {"version": choice.ref.version, "sha256": choice.ref.sha256}
        upsert(self._connection, policy_choices, row | {"policy_id": choice.ref.id})

    def chosen(self) -> tuple[PolicyChoice, ...]:
        """Return what was chosen, by id of the pack."""
        rows = mappings(self._connection, select(policy_choices).order_by(policy_choices.c.policy_id))
        return tuple(
            built(PolicyChoice, row, ref=PolicyRef(row["policy_id"], row["version"], row["sha256"])) for row in rows
        )

    def _load(self, statement: Select[tuple[object, ...]]) -> tuple[StoredPolicy, ...]:
        rows = mappings(self._connection, statement)
        return tuple(built(StoredPolicy, row, ref=built(PolicyRef, row)) for row in rows)


def version_order(version: str) -> tuple[tuple[int, ...], str]:
    """Return the numbers of a version, so that "10" comes after "9"; the text decides between equals."""
    return tuple(int(digits) for digits in _DIGITS.findall(version)), version

"""The policy packs at hand: those that ship with the program."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.domain.rounds import PolicyRef
from desktop.rules.pack import policy_of, read_pack
from desktop.rules.policy import PolicyPack


@dataclass(frozen=True, slots=True)
class PolicyShelf:
    """Packs by id; the central decree comes before the city's resolution."""

    packs: tuple[PolicyPack, ...]

    def pack(self, policy_id: str) -> PolicyPack:
        """Return the pack; raises Refusal("policy.not_on_shelf")."""
        found = next((pack for pack in self.packs if pack.id == policy_id), None)
        if found is None:
            raise Refusal("policy.not_on_shelf", id=policy_id)
        return found

    def of(self, policy_ids: Iterable[str]) -> tuple[PolicyPack, ...]:
        """Return the packs in the order asked for; raises Refusal("policy.not_on_shelf")."""
        return tuple(self.pack(policy_id) for policy_id in policy_ids)

    def holding(self, refs: Iterable[PolicyRef]) -> tuple[PolicyPack, ...]:
        """Return exactly these packs, byte for byte; raises Refusal("policy.other_version")."""
        return tuple(self._exactly(ref) for ref in refs)

    def _exactly(self, ref: PolicyRef) -> PolicyPack:
        pack = self.pack(ref.id)
        if pack.ref != ref:
            raise Refusal("policy.other_version", id=ref.id, theirs=ref.version, ours=pack.version)
        return pack


def load_shelf(folder: Path) -> PolicyShelf:
    """Load every pack of a folder; each proves its examples as it loads. Raises PackError."""
    return _shelf(tuple((path.name, path.read_bytes()) for path in sorted(folder.glob("*.yaml"))))


@lru_cache(maxsize=8)
def _shelf(files: tuple[tuple[str, bytes], ...]) -> PolicyShelf:
    packs = load_packs(files)
    order = {"central": 0, "city": 1, "practice": 2}
    return PolicyShelf(tuple(sorted(packs, key=lambda pack: (order[pack.kind], pack.id))))


def load_packs(files: Iterable[tuple[str, bytes]], others: Iterable[PolicyPack] = ()) -> tuple[PolicyPack, ...]:
    """Load packs by file name and content, those first that others need; `others` are at hand already.

    Raises PackError, also for packs that need each other.
    """
    waiting = [read_pack(content, name) for name, content in files]
    ready, at_hand = [], {pack.id: pack for pack in others}
    while waiting:
        expected = {each.id for each in waiting}
        following = next((each for each in waiting if not expected & {*each.needs}), waiting[0])
        waiting.remove(following)
        at_hand[following.id] = policy_of(following, tuple(at_hand.values()))
        ready.append(at_hand[following.id])
    return tuple(ready)

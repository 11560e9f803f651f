"""The policy packs at hand: those that ship with the program and those that came in packages, all their versions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.domain.registers import PolicyChoice, StoredPolicy
from desktop.domain.rounds import PolicyRef
from desktop.rules.drafting import version_numbers
from desktop.rules.pack import policy_of, read_pack, untried_policy_of
from desktop.rules.pack_file import PackFile
from desktop.rules.pack_text import read_pack_file
from desktop.rules.policy import PolicyPack

_ORDER = {"central": 0, "city": 1, "practice": 2}


@dataclass(frozen=True, slots=True)
class ShelvedPack:
    """One version of a pack; it is read when it is first asked for, since an old one seldom is."""

    ref: PolicyRef
    content: bytes
    stored: StoredPolicy | None = None
    """Where it came from; None for one that ships with the program."""

    @property
    def proven(self) -> bool:
        """Whether its golden cases were run when it was taken in; other packs may have changed since."""
        return self.stored is not None


class PolicyShelf:
    """Packs by id, of each the version that holds here; the central decree comes before the city's resolution.

    Everybody who holds the shelf sees at once what was put on it.
    """

    def __init__(self, packs: Iterable[PolicyPack] = ()) -> None:
        self._shipped: tuple[ShelvedPack, ...] = ()
        self._kept: tuple[ShelvedPack, ...] = ()
        self._chosen: Mapping[str, PolicyChoice] = {}
        self._packs = _ordered(packs)

    @property
    def packs(self) -> tuple[PolicyPack, ...]:
        """The version of each pack that holds."""
        return self._packs

    def pack(self, policy_id: str) -> PolicyPack:
        """Return the pack; raises Refusal("policy.not_on_shelf")."""
        found = next((pack for pack in self._packs if pack.id == policy_id), None)
        if found is None:
            raise Refusal("policy.not_on_shelf", id=policy_id)
        return found

    def of(self, policy_ids: Iterable[str]) -> tuple[PolicyPack, ...]:
        """Return the packs in the order asked for; raises Refusal("policy.not_on_shelf")."""
        return tuple(self.pack(policy_id) for policy_id in policy_ids)

    def holding(self, refs: Iterable[PolicyRef]) -> tuple[PolicyPack, ...]:
        """Return exactly these packs, byte for byte, whichever holds now.

        Raises Refusal("policy.not_on_shelf") or ("policy.other_version").
        """
        return tuple(self._exactly(ref) for ref in refs)

    def sent_with(self, refs: Iterable[PolicyRef]) -> tuple[PolicyPack, ...]:
        """Return the packs that something was sent with; one that is not here is stood in for by the one that holds.

        `other_than` tells which those are, so that it can be said. Raises Refusal("policy.not_on_shelf").
        """
        return tuple(self._held(ref) or self.pack(ref.id) for ref in refs)

    def other_than(self, refs: Iterable[PolicyRef]) -> tuple[PolicyRef, ...]:
        """Return those of the packs that are not here."""
        return tuple(ref for ref in refs if self._held(ref) is None)

    def others(self, policy_id: str) -> tuple[PolicyPack, ...]:
        """Return the packs that hold beside this one, for its formulas to take amounts from."""
        return tuple(pack for pack in self._packs if pack.id != policy_id)

    def asking(self, policy_id: str) -> tuple[PolicyPack, ...]:
        """Return the packs that take amounts from this one, directly or through another."""
        found: dict[str, PolicyPack] = {}
        waiting = [policy_id]
        while waiting:
            wanted = waiting.pop()
            fresh = [each for each in self._packs if wanted in each.needs and each.id not in found]
            found |= {each.id: each for each in fresh}
            waiting += [each.id for each in fresh]
        return tuple(each for each in found.values() if each.id != policy_id)

    def versions(self, policy_id: str) -> tuple[ShelvedPack, ...]:
        """Return every version of a pack, the highest first."""
        own = [each for each in self._all() if each.ref.id == policy_id]
        return tuple(sorted(own, key=lambda each: version_numbers(each.ref.version), reverse=True))

    def higher(self, ref: PolicyRef) -> tuple[ShelvedPack, ...]:
        """Return the versions that are here and above this one, the highest first."""
        own = version_numbers(ref.version)
        return tuple(each for each in self.versions(ref.id) if version_numbers(each.ref.version) > own)

    def choice(self, policy_id: str) -> PolicyChoice | None:
        """Return when, by whom and why the version that holds was chosen, None when nobody chose."""
        return self._chosen.get(policy_id)

    def content(self, ref: PolicyRef) -> bytes | None:
        """Return the exact bytes of a pack, None when it is not here."""
        return next((each.content for each in self._all() if each.ref == ref), None)

    def fill(
        self,
        shipped: Iterable[ShelvedPack],
        kept: Iterable[StoredPolicy],
        chosen: Iterable[PolicyChoice],
    ) -> None:
        """Put these packs on the shelf instead of those before; raises PackError, then nothing has changed."""
        self._restock(tuple(shipped), _shelved(kept), _by_policy(chosen))

    def renew(self, kept: Iterable[StoredPolicy], chosen: Iterable[PolicyChoice]) -> None:
        """Show what the store holds now, beside the packs of the program; raises PackError."""
        self.fill(self._shipped, kept, chosen)

    def check(self, kept: Iterable[StoredPolicy], chosen: Iterable[PolicyChoice]) -> None:
        """Load what `renew` with the same would show, and change nothing; raises PackError."""
        _load_all(_holding_each(self._shipped, _shelved(kept), _by_policy(chosen)))

    def _restock(
        self, shipped: tuple[ShelvedPack, ...], kept: tuple[ShelvedPack, ...], chosen: Mapping[str, PolicyChoice]
    ) -> None:
        packs = _load_all(_holding_each(shipped, kept, chosen))
        self._shipped, self._kept, self._chosen, self._packs = shipped, kept, chosen, _ordered(packs)

    def _all(self) -> tuple[ShelvedPack, ...]:
        return tuple({each.ref: each for each in (*self._shipped, *self._kept)}.values())

    def _held(self, ref: PolicyRef) -> PolicyPack | None:
        holds = next((pack for pack in self._packs if pack.ref == ref), None)
        kept = next((each for each in self._all() if each.ref == ref), None)
        return holds or (_loaded(kept, _as_others(self.others(ref.id)), tried=False) if kept else None)

    def _exactly(self, ref: PolicyRef) -> PolicyPack:
        found = self._held(ref)
        if found is None:
            raise Refusal("policy.other_version", id=ref.id, theirs=ref.version, ours=self.pack(ref.id).version)
        return found


def _shelved(kept: Iterable[StoredPolicy]) -> tuple[ShelvedPack, ...]:
    return tuple(ShelvedPack(each.ref, each.content, each) for each in kept)


def _by_policy(chosen: Iterable[PolicyChoice]) -> Mapping[str, PolicyChoice]:
    return {each.ref.id: each for each in chosen}


def _holding_each(
    shipped: tuple[ShelvedPack, ...], kept: tuple[ShelvedPack, ...], chosen: Mapping[str, PolicyChoice]
) -> Mapping[str, ShelvedPack]:
    ids = dict.fromkeys(each.ref.id for each in (*shipped, *kept))
    return {each: _holding((*kept, *shipped), shipped, each, chosen.get(each)) for each in ids}


def _holding(
    packs: tuple[ShelvedPack, ...], shipped: tuple[ShelvedPack, ...], policy_id: str, chosen: PolicyChoice | None
) -> ShelvedPack:
    """Return the version that was chosen; where nobody chose, the highest that ships, else the highest there is."""
    own = [each for each in packs if each.ref.id == policy_id]
    picked = next((each for each in own if chosen is not None and each.ref == chosen.ref), None)
    with_program = [each for each in shipped if each.ref.id == policy_id]
    return picked or max(with_program or own, key=lambda each: version_numbers(each.ref.version))


def _ordered(packs: Iterable[PolicyPack]) -> tuple[PolicyPack, ...]:
    return tuple(sorted(packs, key=lambda pack: (_ORDER[pack.kind], pack.id)))


def load_shelf(folder: Path) -> PolicyShelf:
    """Load every pack of a folder; each proves its examples as it loads. Raises PackError."""
    shelf = PolicyShelf()
    shelf.fill(shipped_packs(folder), (), ())
    return shelf


def shipped_packs(folder: Path) -> tuple[ShelvedPack, ...]:
    """Return the packs of a folder; raises PackError."""
    return tuple(_shipped(path.read_bytes(), path.name) for path in sorted(folder.glob("*.yaml")))


def _shipped(content: bytes, name: str) -> ShelvedPack:
    file = _read(content, name)
    return ShelvedPack(PolicyRef(file.id, file.version, sha256(content).hexdigest()), content)


@lru_cache(maxsize=64)
def _read(content: bytes, name: str) -> PackFile:
    """Read a pack's parts once: every office that opens asks for the same."""
    return read_pack_file(content, name)


@dataclass(frozen=True, slots=True)
class _Other:
    """A pack that another one needs, told apart by its reference alone."""

    ref: PolicyRef
    pack: PolicyPack = field(compare=False)


def _as_others(packs: Iterable[PolicyPack]) -> tuple[_Other, ...]:
    return tuple(_Other(each.ref, each) for each in packs)


def _load_all(holding: Mapping[str, ShelvedPack]) -> tuple[PolicyPack, ...]:
    """Load the packs so that those that others need come before them; raises PackError."""
    loaded: dict[str, PolicyPack] = {}
    at_work: set[str] = set()

    def load(policy_id: str) -> None:
        if policy_id not in loaded and policy_id in holding and policy_id not in at_work:
            at_work.add(policy_id)
            entry = holding[policy_id]
            needs = _read(entry.content, f"{policy_id}.yaml").needs
            for each in needs:
                load(each)
            others = _as_others(loaded.values()) if needs else ()
            loaded[policy_id] = _loaded(entry, others, tried=not entry.proven)

    for policy_id in holding:
        load(policy_id)
    return tuple(loaded.values())


@lru_cache(maxsize=64)
def _loaded(entry: ShelvedPack, others: tuple[_Other, ...], *, tried: bool) -> PolicyPack:
    written = read_pack(entry.content, f"{entry.ref.id}.yaml")
    load = policy_of if tried else untried_policy_of
    return load(written, tuple(each.pack for each in others))


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

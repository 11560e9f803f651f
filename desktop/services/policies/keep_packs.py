"""Keeping packs by their exact bytes: those that records were sent with, and those that hold from now on."""

from collections.abc import Iterable

from desktop.domain.registers import PolicyChoice, StoredPolicy
from desktop.domain.rounds import PolicyRef
from desktop.rules.policy import PolicyPack
from desktop.services.office import Office
from desktop.storage import UnitOfWork


def keep_packs(office: Office, work: UnitOfWork, refs: Iterable[PolicyRef]) -> None:
    """Store the exact bytes of the packs that are at hand; one that is not here cannot be kept."""
    for ref in refs:
        content = office.shelf.content(ref)
        if content is not None:
            kind = office.shelf.holding((ref,))[0].kind.value
            work.policies.put(StoredPolicy(ref, kind, content, "", office.stamp(), office.operator))


def let_hold(  # noqa: PLR0913, PLR0917 - what came, from where
    office: Office, work: UnitOfWork, pack: PolicyPack, content: bytes, package_id: str, reason: str = ""
) -> None:
    """Keep the pack and let open records be computed with it from now on.

    Raises PackError when a pack that holds here and needs this one cannot be computed with it: the program could not
    start with such a store, and `work` must not be committed.
    """
    work.policies.put(StoredPolicy(pack.ref, pack.kind.value, content, package_id, office.stamp(), office.operator))
    work.policies.choose(PolicyChoice(pack.ref, office.stamp(), office.operator, reason))
    office.shelf.check(work.policies.all(), work.policies.chosen())

"""Packages that wait, one file or several parts: which parts are here, and opening all of them as one package."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

from desktop.domain.registers import HeldPackage
from desktop.exchange.container.digests import CancelCheck, Progress, stage
from desktop.exchange.container.joining import join, missing_parts
from desktop.exchange.container.reader import VerifiedPackage, VerifiedPart
from desktop.exchange.errors import StructureError
from desktop.services.arrivals.held_files import held_path
from desktop.services.office import Office
from desktop.services.parent_units.pass_on import check_addressed
from desktop.services.sending.sealing import opened_any
from desktop.storage import UnitOfWork


def pieces_of(work: UnitOfWork, held: HeldPackage) -> tuple[HeldPackage, ...]:
    """Return the parts that are here of the set that `held` is of, by number; `held` itself when it is whole.

    Another sender's parts under the same set id are none of them.
    """
    if not held.set_id:
        return (held,)
    return tuple(each for each in work.held.of_set(held.set_id) if each.issuer == held.issuer)


def whole_ones(held: Iterable[HeldPackage]) -> tuple[tuple[HeldPackage, ...], ...]:
    """Return what is held package by package, in the order of `held`: the parts of a set together."""
    found: dict[tuple[str, str], list[HeldPackage]] = {}
    for each in held:
        found.setdefault((each.issuer, each.set_id or each.package_id), []).append(each)
    return tuple(tuple(each) for each in found.values())


def missing_of(pieces: Sequence[HeldPackage]) -> tuple[int, ...]:
    """Return the numbers of the parts that are not here; none for a package that is whole or complete."""
    first = pieces[0]
    return missing_parts((each.part for each in pieces), first.parts) if first.set_id else ()


@contextmanager
def opened_held(
    office: Office,
    pieces: Sequence[HeldPackage],
    passphrase: str,
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> Iterator[VerifiedPackage]:
    """Give the package that waits, verified again from the first byte to the last, its parts joined.

    Raises what opening raises, and StructureError: package.parts_missing, package.part_differs.
    """
    with ExitStack() as stack:
        found = []
        for done, each in enumerate(pieces):
            told = stage(progress, done, done + 1, len(pieces))
            path = held_path(office, each)
            arrival = opened_any(office, path, passphrase, progress=told, cancelled=cancelled)
            found.append(stack.enter_context(arrival))
            check_addressed(office, found[-1])
        yield _together(pieces, found)


def _together(pieces: Sequence[HeldPackage], found: Sequence[VerifiedPackage | VerifiedPart]) -> VerifiedPackage:
    first = found[0]
    if isinstance(first, VerifiedPackage):
        return first
    return join([_same(piece, each) for piece, each in zip(pieces, found, strict=True)])


def _same(held: HeldPackage, found: VerifiedPackage | VerifiedPart) -> VerifiedPart:
    """Return what was read of a held file if it is what was held."""
    if not isinstance(found, VerifiedPart) or found.digest != held.digest:
        raise StructureError("package.part_differs", file=held.file_name, number=held.part, parts=held.parts)
    return found

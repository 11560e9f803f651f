"""Putting the parts of a package together again: each was verified alone, here they are held against each other."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from desktop.exchange.container import profile
from desktop.exchange.container.embedded import together
from desktop.exchange.container.envelope import PackageObject, common_digest, set_digest
from desktop.exchange.container.reader import Place, VerifiedPackage, VerifiedPart
from desktop.exchange.errors import StructureError


def missing_parts(here: Iterable[int], of: int) -> tuple[int, ...]:
    """Return the numbers from 1 to `of` that are not here."""
    return tuple(sorted(set(range(1, of + 1)) - set(here)))


def join(parts: Sequence[VerifiedPart]) -> VerifiedPackage:
    """Return the package whose parts these are, whatever their order; its files stay where they lie.

    Raises StructureError: package.part_differs (two have one number, they are of several sets, or do not hold what
    each of them says that all hold), package.parts_missing.
    """
    ordered = sorted(parts, key=lambda each: each.part.n)
    first = ordered[0]
    _check_alike(ordered)
    missing = missing_parts((each.part.n for each in ordered), first.part.of)
    if missing:
        numbers = ", ".join(map(str, missing))
        raise StructureError("package.parts_missing", file=first.path.name, missing=numbers, parts=first.part.of)
    if set_digest(each.envelope.objects for each in ordered) != first.part.set_sha256:
        raise _differs(first)
    return _joined(ordered)


def _check_alike(ordered: Sequence[VerifiedPart]) -> None:
    common = common_digest(ordered[0].envelope)
    for before, each in pairwise(ordered):
        if each.part.n == before.part.n or common_digest(each.envelope) != common:
            raise _differs(each)


def _differs(part: VerifiedPart) -> StructureError:
    return StructureError("package.part_differs", file=part.path.name, number=part.part.n, parts=part.part.of)


def _joined(ordered: Sequence[VerifiedPart]) -> VerifiedPackage:
    first = ordered[0]
    found = _numbered(ordered)
    enclosures = tuple(each for each, _ in found)
    records = first.envelope.objects[len(first.enclosures) :]
    return VerifiedPackage(
        path=first.path,
        digest=first.digest,
        envelope=replace(first.envelope, objects=(*enclosures, *records)),
        document=first.document,
        document_bytes=first.document_bytes,
        enclosures=enclosures,
        signer=first.signer,
        _places={each.path: place for each, place in found},
        parts=tuple(ordered),
        embedded=together([inside for part in ordered for inside in part.embedded], first.path.name),
    )


def _numbered(ordered: Sequence[VerifiedPart]) -> list[tuple[PackageObject, Place]]:
    """Return all attached files, numbered through, with where they lie."""
    attached = [(each, part.places[each.path]) for part in ordered for each in part.enclosures]
    return [
        (replace(each, path=profile.attachment_path(ordinal, each.media_type)), place)
        for ordinal, (each, place) in enumerate(attached, start=1)
    ]

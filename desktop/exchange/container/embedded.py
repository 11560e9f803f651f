"""Packages of subordinate units inside the package of their parent unit: each is verified like one that came alone.

They lie in the outer file byte for byte as their units signed them and are read in place, so that nothing is unpacked
before it is believed. Nothing is compressed, so every byte of them is a byte of the outer file: there are no bombs.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.exchange.container import profile
from desktop.exchange.container.contents import SignerIdentity
from desktop.exchange.container.envelope import Envelope
from desktop.exchange.container.opened import OpenedContainer
from desktop.exchange.container.profile import PROFILE, Profile
from desktop.exchange.container.span import Span
from desktop.exchange.errors import LimitError, NotAuthorised, RecipientError, StructureError, naming
from desktop.exchange.kinds import PackageKind, Role

if TYPE_CHECKING:
    from desktop.exchange.container.reader import VerifiedPackage

ReadInside = Callable[[Span], "VerifiedPackage"]
"""Verifies the package that lies there: signature, trust, role, every digest."""


def read_embedded(
    carrier: OpenedContainer, signer: SignerIdentity, read: ReadInside, limits: Profile = PROFILE
) -> tuple["VerifiedPackage", ...]:
    """Return the packages inside `carrier`, which `signer` signed, each verified in full.

    Raises what `read` raises, and PackageError: may_not_embed, embedded_address (it was not meant for who embeds it),
    embedded_nested, embedded_twice, part_alone, too_many_enclosures, too_large. The refusal's `file` is
    "outer › inner".
    """
    inside = [each for each in carrier.envelope.objects if each.media_type == profile.PACKAGE_TYPE]
    if inside and Role.CONSOLIDATE not in signer.roles:
        raise NotAuthorised("package.may_not_embed", signer=signer.common_name, count=len(inside))
    if len(inside) > limits.max_embedded:
        raise LimitError("package.too_many_enclosures", count=len(inside), limit=limits.max_embedded)
    found = []
    for listed in inside:
        with naming(f"{carrier.path.name} › {listed.name}"):
            found.append(_checked(read(carrier.spans[listed.path]), signer))
    return together(found, carrier.path.name, limits)


def together(
    inside: Sequence["VerifiedPackage"], file: str, limits: Profile = PROFILE
) -> tuple["VerifiedPackage", ...]:
    """Return what lies inside one carrier, in whichever of its parts, if each is there once and all can be held.

    `file` is the carrier's name. Raises PackageError: embedded_twice, too_large.
    """
    seen: list[Envelope] = []
    for each in inside:
        with naming(f"{file} › {each.path.name}"):
            if any(_same(each.envelope, other) for other in seen):
                unit = each.envelope.issuer.unit_code
                raise StructureError("package.embedded_twice", number=each.envelope.sequence, unit=unit)
        seen.append(each.envelope)
    size = sum(len(each.document_bytes) for each in inside)
    if size > limits.max_document:
        raise LimitError("package.too_large", file=file, what="embedded", size=size, limit=limits.max_document)
    return tuple(inside)


def _checked(package: "VerifiedPackage", signer: SignerIdentity) -> "VerifiedPackage":
    envelope = package.envelope
    if envelope.kind is not PackageKind.SUBMISSION:
        raise RecipientError("package.wrong_kind", kind=envelope.kind.value, expected=PackageKind.SUBMISSION.value)
    addressed = envelope.recipient.unit_code if envelope.recipient else ""
    if addressed != signer.unit_code or envelope.issuer.unit_code == signer.unit_code:
        raise RecipientError("package.embedded_address", recipient=addressed, signer=signer.common_name)
    if any(each.media_type == profile.PACKAGE_TYPE for each in package.enclosures):
        raise StructureError("package.embedded_nested")
    return package


def _same(one: Envelope, other: Envelope) -> bool:
    numbered = (one.issuer.unit_code, one.sequence) == (other.issuer.unit_code, other.sequence)
    return one.package_id == other.package_id or numbered

"""What a submission says of the one that it corrects; part of the submission format."""

from typing import Annotated

import msgspec

from desktop.domain.corrections import Purpose
from desktop.services.formats.record import Identifier, Line, Sha256, Strict, Text

_MOST = 10_000
"""People that one package takes out, at most."""


class WithdrawnPart(Strict, frozen=True, kw_only=True):
    """A person who is taken out, in the version that was sent last, and why."""

    dossier_id: Identifier
    revision: Annotated[int, msgspec.Meta(ge=1)]
    record_sha256: Sha256
    full_name: Line
    reason: Text


class CorrectionPart(Strict, frozen=True, kw_only=True):
    """The chain: the first package of it and the one before, which the envelope names as `supersedes`.

    Digests are those of the signed manifests.
    """

    purpose: Purpose
    original_id: Identifier
    original_digest: Sha256
    previous_digest: Sha256
    reason: Text = ""
    withdrawn: Annotated[tuple[WithdrawnPart, ...], msgspec.Meta(max_length=_MOST)] = ()

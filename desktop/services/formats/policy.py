"""The policy pack inside a package: its exact text, with what it claims to be."""

from typing import Annotated

import msgspec

from desktop.services.formats.record import Line, Sha256, Strict

POLICY_FORMAT = "tinhgian/policy/1"
PACK_SCHEMA = 1
"""The newest form of pack text that this program reads; a newer one is refused before its text is looked at."""


class PolicyDocument(Strict, frozen=True, kw_only=True):
    """`data/policy.json` of a policy package. `text` is the YAML, byte for byte in UTF-8."""

    format: Annotated[str, msgspec.Meta(pattern="^tinhgian/policy/1$")]
    pack_schema: int
    id: Line
    version: Line
    title: Line
    sha256: Sha256
    """Of the text in UTF-8."""
    text: Annotated[str, msgspec.Meta(min_length=1)]

"""The document of a draft package: what a submission would say, of everybody as they stand, for advice only."""

from typing import Annotated

import msgspec

from desktop.services.formats.packages import SubmissionDocument
from desktop.services.formats.record import Identifier

DRAFT_FORMAT = "tinhgian/draft/1"


class DraftDocument(SubmissionDocument, frozen=True, kw_only=True):
    """`data/draft.json` of a draft package; a submission's document never passes for it, nor it for one."""

    format: Annotated[str, msgspec.Meta(pattern="^tinhgian/draft/1$")]
    incomplete: tuple[Identifier, ...]
    """Ids of the records that the unit itself does not call complete."""

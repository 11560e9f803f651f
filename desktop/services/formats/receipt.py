"""The document of a receipt package: that a submission was received, under which number, and when it first came."""

from typing import Annotated

import msgspec

from desktop.services.formats.packages import UnitPart
from desktop.services.formats.record import Identifier, Line, Sha256, Strict

RECEIPT_FORMAT = "tinhgian/receipt/1"

Number = Annotated[int, msgspec.Meta(ge=1, le=999_999)]
Year = Annotated[int, msgspec.Meta(ge=2000, le=2999)]
Count = Annotated[int, msgspec.Meta(ge=0)]
Moment = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")]


class ReceivedPerson(Strict, frozen=True, kw_only=True):
    """Who was in the submission, and the digest of the record that came."""

    dossier_id: Identifier
    revision: int
    full_name: Line
    citizen_id: Line
    record_sha256: Sha256


class ReceiptDocument(Strict, frozen=True, kw_only=True):
    """`data/receipt.json` of a receipt package.

    Full with everybody in `people`; the one to be shared has None there, and nothing else that names a person.
    """

    format: Annotated[str, msgspec.Meta(pattern="^tinhgian/receipt/1$")]
    number: Number
    year: Year
    office: UnitPart
    """Who received."""
    unit: UnitPart
    """Who sent."""
    submission_id: Identifier
    submission_digest: Sha256
    sequence: Number
    """The sender's number of the submission."""
    period: Identifier
    round_name: Line
    first_received_at: Moment
    issued_at: Moment
    issued_by: Line
    """Who made the receipt; "" in the one to be shared."""
    people_count: Count
    total: int
    people: tuple[ReceivedPerson, ...] | None

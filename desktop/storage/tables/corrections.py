"""Tables of correction packages; their content never changes once written."""

from sqlalchemy import Index, Table

from desktop.domain.corrections import Purpose
from desktop.storage.tables.kinds import EnumText
from desktop.storage.tables.schema import flag, metadata, number, owned_by, place, text, value

corrections = Table(
    "corrections",
    metadata,
    owned_by("submission_id", "submissions.id"),
    value("purpose", EnumText(Purpose)),
    text("original_id"),
    text("previous_id"),
    text("reason"),
    Index(None, "original_id"),
    Index(None, "previous_id", unique=True),
)
"""One package follows another, never two."""

withdrawals = Table(
    "withdrawals",
    metadata,
    owned_by("submission_id", "corrections.submission_id"),
    place(),
    text("dossier_id"),
    number("revision"),
    text("full_name"),
    text("reason"),
    flag("applied"),
    Index(None, "dossier_id"),
)
"""`applied` may become true later: when the decision that stood against it is taken back."""

"""Tables of receipts given and got, of drafts for advice, and of alarms about arrivals."""

from sqlalchemy import Index, Table

from desktop.storage.tables.schema import key, metadata, money, number, text

receipts = Table(
    "receipts",
    metadata,
    key("submission_id"),
    text("office_code"),
    text("office_name"),
    number("year"),
    number("number"),
    text("submission_digest"),
    text("first_seen_at"),
    text("issued_at"),
    text("issued_by"),
    number("people"),
    money("total"),
    Index("uq_receipts_number", "office_code", "year", "number", unique=True),
)
"""Rows never change and never go, so that no number is given twice."""

draft_packages = Table(
    "draft_packages",
    metadata,
    key("id"),
    text("unit_code"),
    text("unit_name"),
    text("round_id"),
    text("round_name"),
    text("period"),
    number("sequence"),
    text("digest"),
    text("file_name"),
    text("signer"),
    text("created_at"),
    text("first_seen_at"),
    number("people"),
    money("total"),
    text("document"),
    text("files"),
    Index(None, "unit_code", "round_id"),
)
"""Apart from `submissions`, whose rows alone can be decided on."""

arrival_alarms = Table(
    "arrival_alarms",
    metadata,
    key("id"),
    text("kind"),
    text("issuer"),
    number("sequence"),
    text("package_id"),
    text("digest"),
    text("known_digest"),
    text("file_name"),
    text("signer"),
    text("raised_at"),
    text("seen_at"),
    text("seen_by"),
    text("note"),
    Index(None, "seen_at"),
)

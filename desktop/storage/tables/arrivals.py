"""Tables of what arrived and cannot be taken in yet."""

from sqlalchemy import Index, Table

from desktop.storage.tables.schema import key, metadata, number, text

held_packages = Table(
    "held_packages",
    metadata,
    key("package_id"),
    text("kind"),
    text("issuer"),
    number("sequence"),
    text("digest"),
    text("file_name"),
    text("stored_name"),
    text("set_id"),
    number("part"),
    number("parts"),
    text("signer"),
    text("arrived_at"),
    text("common"),
    text("waits_for"),
    Index(None, "issuer", "kind", "sequence"),
    Index(None, "set_id"),
)
"""`set_id` and `common` are "", `part` and `parts` are 0 for a package that is not one of several."""

"""Tables of what is on its way out or in, for the case that the program ends in the middle."""

from sqlalchemy import Index, Table

from desktop.storage.tables.schema import key, metadata, number, text

departures = Table(
    "departures",
    metadata,
    key("package_id"),
    text("kind"),
    text("issuer"),
    number("sequence"),
    text("folder"),
    text("file_name"),
    text("imprint"),
    text("reserved_at"),
    Index(None, "issuer", "kind", "sequence"),
)
"""`folder` is "" for a number that stays taken although nothing came of its package."""

staged_files = Table("staged_files", metadata, key("sha256"))
"""Files that were brought into the store for a package that has not been taken in yet."""

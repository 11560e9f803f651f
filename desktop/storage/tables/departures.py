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
    text("digest"),
    text("file_name"),
    text("signer"),
    text("reserved_at"),
    text("folder"),
    text("imprint"),
    text("payload"),
    text("group"),
    number("together"),
    Index(None, "issuer", "kind", "sequence"),
)
"""`payload` is "" for a number that stays taken although nothing came of its package."""

staged_files = Table("staged_files", metadata, key("sha256"))
"""Files that were brought into the store for a package that has not been taken in yet."""

"""Tables of the packages of subordinate units."""

from sqlalchemy import Index, Table

from desktop.domain.subordinates import Standing
from desktop.storage.tables.kinds import EnumText
from desktop.storage.tables.schema import key, metadata, text, value

subordinate_packages = Table(
    "subordinate_packages",
    metadata,
    key("package_id"),
    text("container_sha256"),
    value("standing", EnumText(Standing)),
    text("judged_by"),
    text("judged_at"),
    text("note"),
)
embedded_packages = Table(
    "embedded_packages",
    metadata,
    key("package_id"),
    key("carrier_id"),
    text("digest"),
    text("carrier_unit"),
    text("carrier_name"),
    text("seen_at"),
    Index(None, "carrier_id"),
)
"""One package may come in several carriers: sent again, or in one that replaces another."""

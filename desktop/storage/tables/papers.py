"""Tables of approvals and the files that prove them."""

from sqlalchemy import BigInteger, Date, Index, Integer, Table

from desktop.domain.approvals import ApprovalKind, ScanFault
from desktop.storage.tables.kinds import EnumText
from desktop.storage.tables.schema import key, maybe, metadata, number, owned_by, place, refers_to, text, value

attachments = Table(
    "attachments",
    metadata,
    key("sha256"),
    text("name"),
    text("media_type"),
    value("size", BigInteger),
    number("pages"),
)
attachment_flags = Table(
    "attachment_flags",
    metadata,
    owned_by("sha256", "attachments.sha256"),
    place(),
    value("fault", EnumText(ScanFault)),
    number("page"),
    maybe("measure", Integer),
)
approvals = Table(
    "approvals",
    metadata,
    key("id"),
    refers_to("round_id", "rounds.id"),
    text("number"),
    maybe("issued_on", Date),
    text("issuer"),
    value("kind", EnumText(ApprovalKind)),
    text("summary"),
    Index(None, "round_id"),
)
approval_attachments = Table(
    "approval_attachments",
    metadata,
    owned_by("approval_id", "approvals.id"),
    place(),
    refers_to("sha256", "attachments.sha256"),
)

"""Tables of approvals and the files that prove them."""

from sqlalchemy import BigInteger, CheckConstraint, Date, Index, Integer, Table

from desktop.domain.approvals import ApprovalKind, ScanFault
from desktop.storage.tables.kinds import EnumText, RatioText
from desktop.storage.tables.schema import key, maybe, metadata, number, owned_by, place, refers_to, text, value

attachments = Table(
    "attachments",
    metadata,
    key("sha256"),
    text("name"),
    text("media_type"),
    value("size", BigInteger),
    number("pages"),
    text("derived_from"),
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
    text("proves"),
    text("to_check"),
    Index(None, "round_id"),
)
approval_attachments = Table(
    "approval_attachments",
    metadata,
    owned_by("approval_id", "approvals.id"),
    place(),
    refers_to("sha256", "attachments.sha256"),
)
dossier_papers = Table(
    "dossier_papers",
    metadata,
    owned_by("dossier_id", "dossiers.id"),
    place(),
    refers_to("approval_id", "approvals.id"),
    Index(None, "approval_id"),
)
"""Documents of a person beside the approval that they rest on."""

dossier_pins = Table(
    "dossier_pins",
    metadata,
    owned_by("dossier_id", "dossiers.id"),
    place(),
    text("field"),
    text("sha256"),
    number("page"),
    *(value(name, RatioText) for name in ("left", "top", "width", "height")),
    text("reads"),
    CheckConstraint("page >= 1", name="page_from_one"),
)
"""No reference to `attachments`: a pin tells where it was although its file was taken away."""

"""Tables of what was sent, received and decided; their content never changes once written."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text
from sqlalchemy import text as sql

from desktop.domain.findings import Severity
from desktop.domain.rounds import Direction, Outcome
from desktop.domain.states import DossierState
from desktop.storage.tables.kinds import EnumText
from desktop.storage.tables.schema import (
    key,
    maybe,
    metadata,
    money,
    number,
    owned_by,
    owned_by_sent_dossier,
    place,
    text,
    value,
)

submissions = Table(
    "submissions",
    metadata,
    key("id"),
    value("direction", EnumText(Direction)),
    text("round_id"),
    text("round_name"),
    text("period"),
    text("unit_code"),
    text("unit_name"),
    text("unit_parent"),
    text("unit_budget_code"),
    text("unit_place"),
    number("sequence"),
    maybe("supersedes", Text),
    text("created_at"),
    text("first_seen_at"),
    text("digest"),
    text("file_name"),
    text("signer"),
    number("people"),
    money("total"),
    Index(None, "round_id"),
    Index(None, "digest"),
)
"""No reference to `rounds`: the rounds of other offices are known only by what they sent."""

submission_policies = Table(
    "submission_policies",
    metadata,
    owned_by("submission_id", "submissions.id"),
    place(),
    text("id"),
    text("version"),
    text("sha256"),
)
sent_dossiers = Table(
    "sent_dossiers",
    metadata,
    owned_by("submission_id", "submissions.id"),
    key("dossier_id"),
    number("revision"),
    number("ordinal"),
    text("full_name"),
    text("citizen_id"),
    text("record"),
    text("record_sha256"),
    money("amount", required=False),
    value("state", EnumText(DossierState)),
    Index(None, "dossier_id"),
    Index(None, "citizen_id"),
)
sent_findings = Table(
    "sent_findings",
    metadata,
    key("submission_id"),
    key("dossier_id"),
    place(),
    text("code"),
    value("severity", EnumText(Severity)),
    text("subject"),
    text("field"),
    text("params"),
    text("detail"),
    text("pack"),
    owned_by_sent_dossier(),
)
"""`params` is JSON: the values that fill the finding's sentence."""

decisions = Table(
    "decisions",
    metadata,
    key("id"),
    text("submission_id"),
    text("dossier_id"),
    number("revision"),
    text("record_sha256"),
    value("outcome", EnumText(Outcome)),
    money("amount", required=False),
    text("author"),
    text("at"),
    text("undone_at"),
    text("sent_in"),
    owned_by_sent_dossier(),
    Index(None, "dossier_id"),
    Index(
        "uq_decisions_standing",
        "submission_id",
        "dossier_id",
        unique=True,
        sqlite_where=sql("undone_at = ''"),
        postgresql_where=sql("undone_at = ''"),
    ),
)
"""At most one decision stands for a sent dossier."""

decision_reasons = Table(
    "decision_reasons",
    metadata,
    owned_by("decision_id", "decisions.id"),
    place(),
    text("text"),
    text("code"),
    text("field"),
)
packages = Table(
    "packages",
    metadata,
    key("package_id"),
    text("kind"),
    text("issuer"),
    number("sequence"),
    text("digest"),
    value("direction", EnumText(Direction)),
    text("file_name"),
    text("first_seen_at"),
    text("signer"),
    Index(None, "issuer", "kind", "direction", "sequence"),
)
policy_packs = Table(
    "policy_packs",
    metadata,
    key("id"),
    key("version"),
    key("sha256"),
    text("kind"),
    value("content", LargeBinary),
    text("package_id"),
    text("kept_at"),
    text("kept_by"),
)
"""`package_id` is "" for a pack that came with the program and is kept because something was sent with it."""

policy_choices = Table(
    "policy_choices",
    metadata,
    key("policy_id"),
    text("version"),
    text("sha256"),
    text("chosen_at"),
    text("chosen_by"),
    text("reason"),
)
"""Which of several versions open records are computed with; the audit chain tells of those before."""

audit_entries = Table(
    "audit_entries",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    text("at"),
    text("author"),
    text("action"),
    text("subject"),
    text("detail"),
    text("previous"),
    text("digest"),
)
audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    number("sequence"),
    text("digest"),
)
"""One row: how far the audit chain goes. Writers queue on it, and a chain cut short shows."""

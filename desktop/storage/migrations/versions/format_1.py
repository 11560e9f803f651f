"""Format 1: the first tables, written out as they were, and the guards over what never changes."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None
branch_labels = None
depends_on = None

_schema = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _columns(names: str, kind: Any = sa.Text, *, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=nullable) for name in names.split()]


def _maybe(names: str, kind: Any = sa.Text) -> list[sa.Column[Any]]:
    return _columns(names, kind, nullable=True)


def _keys(names: str, kind: Any = sa.Text) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, primary_key=True, autoincrement=False) for name in names.split()]


def _owned(name: str, target: str) -> list[sa.Column[Any]]:
    owner = sa.Column(name, sa.Text, sa.ForeignKey(target, ondelete="CASCADE"), primary_key=True)
    return [owner, *_keys("place", sa.Integer)]


def _reference(name: str, target: str, *, nullable: bool = False) -> sa.Column[Any]:
    reference = sa.ForeignKey(target, deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.Text, reference, nullable=nullable)


def _sent_dossier() -> sa.ForeignKeyConstraint:
    target = ["sent_dossiers.submission_id", "sent_dossiers.dossier_id"]
    return sa.ForeignKeyConstraint(["submission_id", "dossier_id"], target, deferrable=True, initially="DEFERRED")


def _span() -> list[Any]:
    return [
        *_columns("first_month last_month", sa.Integer),
        sa.CheckConstraint("first_month <= last_month", name="span_runs_forwards"),
    ]


def _table(name: str, *parts: Any) -> None:
    sa.Table(name, _schema, *parts)


_table("settings", *_keys("key"), *_columns("value"))
_table("drafts", *_keys("subject"), *_columns("text saved_at"))
_table("rounds", *_keys("id"), *_columns("name period"), *_columns("opened_on", sa.Date), *_maybe("deadline", sa.Date))
_table("round_policies", *_owned("round_id", "rounds.id"), *_columns("policy_id"))
_table("careers", *_keys("id"), *_columns("rank"), *_columns("checked_against_book", sa.Boolean))
_table(
    "salary_periods",
    *_owned("career_id", "careers.id"),
    *_span(),
    *_columns("coefficient position_allowance beyond_frame seniority reserved_difference"),
)
_table(
    "insurance_periods",
    *_owned("career_id", "careers.id"),
    *_span(),
    *_columns("employer"),
    *_columns("compulsory cashed hazardous special_area", sa.Boolean),
)
_table(
    "dossiers",
    *_keys("id"),
    _reference("round_id", "rounds.id"),
    *_columns("ordinal", sa.Integer),
    *_columns("full_name citizen_id birth_basis birth_basis_reason insurance_number post workplace qualification"),
    *_columns("bank_account bank_name note state search_folded discarded_at"),
    *_maybe("sex birth birth_on_file employment management_level beneficiary_group route"),
    *_maybe("leave_on", sa.Date),
    *_maybe("declared_insured_months declared_early_months", sa.Integer),
    *_maybe("declared_coefficient declared_position_allowance"),
    _reference("career_id", "careers.id"),
    _reference("approval_id", "approvals.id", nullable=True),
    *_columns("revision edition", sa.Integer),
    *_columns("name_key", sa.LargeBinary),
    sa.Index(None, "round_id", "ordinal"),
    sa.Index(None, "citizen_id"),
    sa.Index(None, "approval_id"),
)
_table("justifications", *_owned("dossier_id", "dossiers.id"), *_columns("finding_key text author written_at"))
_table(
    "state_changes",
    sa.Column("sequence", sa.Integer, primary_key=True),
    *_columns("dossier_id before after author at reason"),
    *_columns("revision", sa.Integer),
    sa.Index(None, "dossier_id"),
)
_table(
    "imports",
    *_keys("id"),
    _reference("round_id", "rounds.id"),
    *_columns("file_name sha256 imported_at report_json"),
    sa.Index(None, "round_id"),
)
_table("waiting_careers", *_keys("round_id citizen_id"), *_columns("full_name"), _reference("career_id", "careers.id"))
_table(
    "attachments",
    *_keys("sha256"),
    *_columns("name media_type"),
    *_columns("size", sa.BigInteger),
    *_columns("pages", sa.Integer),
)
_table(
    "attachment_flags",
    *_owned("sha256", "attachments.sha256"),
    *_columns("fault"),
    *_columns("page", sa.Integer),
    *_maybe("measure", sa.Integer),
)
_table(
    "approvals",
    *_keys("id"),
    _reference("round_id", "rounds.id"),
    *_columns("number issuer kind summary"),
    *_maybe("issued_on", sa.Date),
    sa.Index(None, "round_id"),
)
_table("approval_attachments", *_owned("approval_id", "approvals.id"), _reference("sha256", "attachments.sha256"))
_table(
    "submissions",
    *_keys("id"),
    *_columns("direction round_id round_name period unit_code unit_name unit_parent unit_budget_code unit_place"),
    *_columns("created_at first_seen_at digest file_name signer"),
    *_maybe("supersedes"),
    *_columns("sequence people", sa.Integer),
    *_columns("total", sa.BigInteger),
    sa.Index(None, "round_id"),
    sa.Index(None, "digest"),
)
_table("submission_policies", *_owned("submission_id", "submissions.id"), *_columns("id version sha256"))
_table(
    "sent_dossiers",
    sa.Column("submission_id", sa.Text, sa.ForeignKey("submissions.id", ondelete="CASCADE"), primary_key=True),
    *_keys("dossier_id"),
    *_columns("revision ordinal", sa.Integer),
    *_columns("full_name citizen_id record record_sha256 state"),
    *_maybe("amount", sa.BigInteger),
    sa.Index(None, "dossier_id"),
    sa.Index(None, "citizen_id"),
)
_table(
    "sent_findings",
    *_keys("submission_id dossier_id"),
    *_keys("place", sa.Integer),
    *_columns("code severity subject field params detail pack"),
    _sent_dossier(),
)
_table(
    "decisions",
    *_keys("id"),
    *_columns("submission_id dossier_id record_sha256 outcome author at undone_at sent_in"),
    *_columns("revision", sa.Integer),
    *_maybe("amount", sa.BigInteger),
    _sent_dossier(),
    sa.Index(None, "dossier_id"),
    sa.Index(
        "uq_decisions_standing",
        "submission_id",
        "dossier_id",
        unique=True,
        sqlite_where=sa.text("undone_at = ''"),
        postgresql_where=sa.text("undone_at = ''"),
    ),
)
_table("decision_reasons", *_owned("decision_id", "decisions.id"), *_columns("text code field"))
_table(
    "packages",
    *_keys("package_id"),
    *_columns("kind issuer digest direction file_name first_seen_at signer"),
    *_columns("sequence", sa.Integer),
    sa.Index(None, "issuer", "kind", "direction", "sequence"),
)
_table("policies", *_keys("id version"), *_columns("sha256 kind"), *_columns("content", sa.LargeBinary))
_table("audit_entries", *_keys("sequence", sa.Integer), *_columns("at author action subject detail previous digest"))
_table("audit_head", *_keys("id", sa.Integer), *_columns("sequence", sa.Integer), *_columns("digest"))

_CHANGEABLE = {
    "submissions": (),
    "submission_policies": (),
    "sent_dossiers": ("state",),
    "sent_findings": (),
    "decisions": ("undone_at", "sent_in"),
    "decision_reasons": (),
    "state_changes": (),
    "audit_entries": (),
}
"""The guarded tables and their columns that may still change; rows of none of them may go."""


def _sqlite_guard(table: str, event: str, name: str) -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} BEGIN SELECT RAISE(ABORT, '{table} never change'); END"
    )


def _postgresql_guard(table: str, event: str, name: str) -> None:
    op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()")


_REFUSE = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% never change', TG_TABLE_NAME; END $$
"""


def upgrade() -> None:
    """Make the tables, their guards and the empty audit chain."""
    connection = op.get_bind()
    _schema.create_all(connection, checkfirst=False)
    if connection.dialect.name == "postgresql":
        op.execute(_REFUSE)
    guard = _postgresql_guard if connection.dialect.name == "postgresql" else _sqlite_guard
    for table, changeable in _CHANGEABLE.items():
        fixed = [f'"{column.name}"' for column in _schema.tables[table].columns if column.name not in changeable]
        guard(table, f"UPDATE OF {', '.join(fixed)}", f"{table}_keep_content")
        guard(table, "DELETE", f"{table}_keep_rows")
    op.execute("INSERT INTO audit_head (id, sequence, digest) VALUES (1, 0, '')")

"""Format 4: packages that arrived and cannot be taken in yet, and correction packages."""

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing was held before this format: what could not be taken in was refused."""
    _held_packages()
    _departures()
    _subordinate_units()
    _receipts()
    _draft_packages()
    _arrival_alarms()
    _corrections()


def _held_packages() -> None:
    op.create_table(
        "held_packages",
        *_texts("package_id", "kind", "issuer"),
        sa.Column("sequence", sa.Integer, nullable=False),
        *_texts("digest", "file_name", "stored_name", "set_id"),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("part", "parts")),
        *_texts("signer", "arrived_at", "common", "waits_for"),
        sa.PrimaryKeyConstraint("package_id", name=op.f("pk_held_packages")),
    )
    op.create_index(op.f("ix_held_packages_issuer_kind_sequence"), "held_packages", ["issuer", "kind", "sequence"])
    op.create_index(op.f("ix_held_packages_set_id"), "held_packages", ["set_id"])


def _departures() -> None:
    op.create_table(
        "departures",
        *_texts("package_id", "kind", "issuer"),
        sa.Column("sequence", sa.Integer, nullable=False),
        *_texts("folder", "file_name", "imprint", "reserved_at"),
        sa.PrimaryKeyConstraint("package_id", name=op.f("pk_departures")),
    )
    op.create_index(op.f("ix_departures_issuer_kind_sequence"), "departures", ["issuer", "kind", "sequence"])
    op.create_table("staged_files", *_texts("sha256"), sa.PrimaryKeyConstraint("sha256", name=op.f("pk_staged_files")))


def _subordinate_units() -> None:
    op.create_table(
        "subordinate_packages",
        *_texts("package_id", "container_sha256", "standing", "judged_by", "judged_at", "note"),
        sa.PrimaryKeyConstraint("package_id", name=op.f("pk_subordinate_packages")),
    )
    op.create_table(
        "embedded_packages",
        *_texts("package_id", "carrier_id", "digest", "carrier_unit", "carrier_name", "seen_at"),
        sa.PrimaryKeyConstraint("package_id", "carrier_id", name=op.f("pk_embedded_packages")),
    )
    op.create_index(op.f("ix_embedded_packages_carrier_id"), "embedded_packages", ["carrier_id"])


def _receipts() -> None:
    op.create_table(
        "receipts",
        *_texts("submission_id", "office_code", "office_name"),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("year", "number")),
        *_texts("submission_digest", "first_seen_at", "issued_at", "issued_by"),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("total", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("submission_id", name=op.f("pk_receipts")),
    )
    op.create_index("uq_receipts_number", "receipts", ["office_code", "year", "number"], unique=True)
    for event in ("UPDATE", "DELETE"):
        _guard("receipts", event)


def _guard(table: str, event: str) -> None:
    """Let the database refuse to change or remove a row; PostgreSQL has the function since format 1."""
    name = f"{table}_keep_{event.split(maxsplit=1)[0].lower()}"
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()")
    else:
        refusal = f"SELECT RAISE(ABORT, '{table} never change')"
        op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} BEGIN {refusal}; END")


def _draft_packages() -> None:
    op.create_table(
        "draft_packages",
        *_texts("id", "unit_code", "unit_name", "round_id", "round_name", "period"),
        sa.Column("sequence", sa.Integer, nullable=False),
        *_texts("digest", "file_name", "signer", "created_at", "first_seen_at"),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("total", sa.BigInteger, nullable=False),
        *_texts("document", "files"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_packages")),
    )
    op.create_index(op.f("ix_draft_packages_unit_code_round_id"), "draft_packages", ["unit_code", "round_id"])


def _arrival_alarms() -> None:
    op.create_table(
        "arrival_alarms",
        *_texts("id", "kind", "issuer"),
        sa.Column("sequence", sa.Integer, nullable=False),
        *_texts("package_id", "digest", "known_digest", "file_name", "signer", "raised_at"),
        *_texts("seen_at", "seen_by", "note"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrival_alarms")),
    )
    op.create_index(op.f("ix_arrival_alarms_seen_at"), "arrival_alarms", ["seen_at"])


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _corrections() -> None:
    """What a package was for that followed another was not kept before; its `supersedes` says that it did."""
    op.create_table(
        "corrections",
        *_texts("submission_id", "purpose", "original_id", "previous_id", "reason"),
        sa.PrimaryKeyConstraint("submission_id", name=op.f("pk_corrections")),
        _owner("corrections", "submissions.id"),
    )
    op.create_index(op.f("ix_corrections_original_id"), "corrections", ["original_id"])
    op.create_index(op.f("ix_corrections_previous_id"), "corrections", ["previous_id"], unique=True)
    op.create_table(
        "withdrawals",
        *_texts("submission_id"),
        sa.Column("place", sa.Integer, nullable=False, autoincrement=False),
        *_texts("dossier_id"),
        sa.Column("revision", sa.Integer, nullable=False),
        *_texts("full_name", "reason"),
        sa.Column("applied", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("submission_id", "place", name=op.f("pk_withdrawals")),
        _owner("withdrawals", "corrections.submission_id"),
    )
    op.create_index(op.f("ix_withdrawals_dossier_id"), "withdrawals", ["dossier_id"])
    for table, fixed in (
        ("corrections", ""),
        ("withdrawals", " OF submission_id, place, dossier_id, revision, reason"),
    ):
        _guard(table, f"UPDATE{fixed}")
        _guard(table, "DELETE")


def _owner(table: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_submission_id")
    return sa.ForeignKeyConstraint(["submission_id"], [target], name=name, ondelete="CASCADE")

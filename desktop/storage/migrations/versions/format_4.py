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
    _corrections()


def _held_packages() -> None:
    op.create_table(
        "held_packages",
        *_texts("package_id", "kind", "issuer"),
        sa.Column("sequence", sa.Integer, nullable=False),
        *_texts("digest", "file_name", "stored_name", "set_id"),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("part", "parts")),
        *_texts("signer", "arrived_at"),
        sa.PrimaryKeyConstraint("package_id", name=op.f("pk_held_packages")),
    )
    op.create_index(op.f("ix_held_packages_issuer_kind_sequence"), "held_packages", ["issuer", "kind", "sequence"])
    op.create_index(op.f("ix_held_packages_set_id"), "held_packages", ["set_id"])


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
    _keep("corrections", ("submission_id", "purpose", "original_id", "previous_id", "reason"))
    _keep("withdrawals", ("submission_id", "place", "dossier_id", "revision", "full_name", "reason"))


def _owner(table: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_submission_id")
    return sa.ForeignKeyConstraint(["submission_id"], [target], name=name, ondelete="CASCADE")


def _keep(table: str, fixed: tuple[str, ...]) -> None:
    """Let the database itself refuse to change these columns and to take rows away."""
    server = op.get_bind().dialect.name == "postgresql"
    does = "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    if not server:
        does = f"BEGIN SELECT RAISE(ABORT, '{table} never change'); END"
    for event, what in ((f"UPDATE OF {', '.join(fixed)}", "content"), ("DELETE", "rows")):
        op.execute(f"CREATE TRIGGER {table}_keep_{what} BEFORE {event} ON {table} {does}")

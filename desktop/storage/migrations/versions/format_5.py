"""Format 5: papers of a person beside the approval, what each document proves, pins, files made from files."""

import sqlalchemy as sa
from alembic import op

revision = "5"
down_revision = "4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every document so far was an approval, every file as it came."""
    _new_texts("attachments", "derived_from")
    _new_texts("approvals", "proves", "to_check")
    _papers()
    _pins()


def _new_texts(table: str, *names: str) -> None:
    with op.batch_alter_table(table) as changed:
        for name in names:
            changed.add_column(sa.Column(name, sa.Text, nullable=False, server_default=""))
    with op.batch_alter_table(table) as changed:
        for name in names:
            changed.alter_column(name, server_default=None)


def _papers() -> None:
    op.create_table(
        "dossier_papers",
        sa.Column("dossier_id", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("approval_id", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("dossier_id", "place", name=op.f("pk_dossier_papers")),
        _owned("dossier_papers"),
        sa.ForeignKeyConstraint(
            ["approval_id"],
            ["approvals.id"],
            name=op.f("fk_dossier_papers_approval_id"),
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_index(op.f("ix_dossier_papers_approval_id"), "dossier_papers", ["approval_id"])


def _pins() -> None:
    op.create_table(
        "dossier_pins",
        sa.Column("dossier_id", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        *_texts("field", "sha256"),
        sa.Column("page", sa.Integer, nullable=False),
        *_texts("left", "top", "width", "height", "reads"),
        sa.PrimaryKeyConstraint("dossier_id", "place", name=op.f("pk_dossier_pins")),
        _owned("dossier_pins"),
        sa.CheckConstraint("page >= 1", name=op.f("ck_dossier_pins_page_from_one")),
    )


def _owned(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_dossier_id")
    return sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=name, ondelete="CASCADE")


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]

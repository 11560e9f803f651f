"""Format 4: packages that arrived and cannot be taken in yet."""

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


def _departures() -> None:
    op.create_table(
        "departures",
        *_texts("package_id", "kind", "issuer"),
        sa.Column("sequence", sa.Integer, nullable=False),
        *_texts("digest", "file_name", "signer", "reserved_at", "folder", "imprint", "payload"),
        sa.PrimaryKeyConstraint("package_id", name=op.f("pk_departures")),
    )
    op.create_index(op.f("ix_departures_issuer_kind_sequence"), "departures", ["issuer", "kind", "sequence"])
    op.create_table("staged_files", *_texts("sha256"), sa.PrimaryKeyConstraint("sha256", name=op.f("pk_staged_files")))


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]

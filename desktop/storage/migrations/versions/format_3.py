"""Format 3: policy packs by their exact bytes, several of one version beside each other, and which one holds."""

import sqlalchemy as sa
from alembic import op

revision = "3"
down_revision = "2"
branch_labels = None
depends_on = None

_PACKS = ("id", "version", "sha256", "kind", "content", "package_id", "kept_at", "kept_by")


def upgrade() -> None:
    """Bring over the packs that are there; nothing was installed or chosen before this format."""
    op.create_table(
        "policy_packs",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("id", "version", "sha256", "kind")),
        sa.Column("content", sa.LargeBinary, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("package_id", "kept_at", "kept_by")),
        sa.PrimaryKeyConstraint("id", "version", "sha256", name=op.f("pk_policy_packs")),
    )
    op.execute(
        f"INSERT INTO policy_packs ({', '.join(_PACKS)}) "  # noqa: S608 - names of columns, written above
        "SELECT id, version, sha256, kind, content, '', '', '' FROM policies"
    )
    op.drop_table("policies")
    op.create_table(
        "policy_choices",
        sa.Column("policy_id", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("version", "sha256")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("chosen_at", "chosen_by", "reason")),
        sa.PrimaryKeyConstraint("policy_id", name=op.f("pk_policy_choices")),
    )

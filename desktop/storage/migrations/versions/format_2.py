"""Format 2: further pay items, leave, what was cashed as what, reasons, obstacles and earlier payments."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"
branch_labels = None
depends_on = None

_SALARY_NEW = {
    "public_service": "0",
    "professional_incentive": "0",
    "professional_duty": "0",
    "other_allowance": "0",
    "other_allowance_name": "",
    "attendance": "worked",
}
"""Columns that every salary period has, and what the ones that stand already get."""


def _add(table: str, *columns: sa.Column[Any]) -> None:
    for column in columns:
        op.add_column(table, column)


def _owned(name: str, *columns: sa.Column[Any]) -> None:
    target = sa.ForeignKey("dossiers.id", name=op.f(f"fk_{name}_dossier_id"), ondelete="CASCADE")
    op.create_table(
        name,
        sa.Column("dossier_id", sa.Text, target, nullable=False),
        sa.Column("place", sa.Integer, nullable=False, autoincrement=False),
        *columns,
        sa.PrimaryKeyConstraint("dossier_id", "place", name=op.f(f"pk_{name}")),
    )


def _extend_salary_periods() -> None:
    filled = [sa.Column(name, sa.Text, nullable=False, server_default=start) for name, start in _SALARY_NEW.items()]
    money = [sa.Column(name, sa.BigInteger) for name in ("contract_pay", "seniority_amount", "base_salary")]
    _add("salary_periods", sa.Column("step", sa.Integer), *filled, *money)
    with op.batch_alter_table("salary_periods") as table:
        for name in _SALARY_NEW:
            table.alter_column(name, existing_type=sa.Text(), existing_nullable=False, server_default=None)


def _extend_dossiers() -> None:
    _add(
        "dossiers",
        sa.Column("declared_insured_years", sa.Text),
        sa.Column("declared_monthly_salary", sa.BigInteger),
        sa.Column("declared_amount", sa.BigInteger),
        sa.Column("reason", sa.Text, nullable=False, server_default=""),
        sa.Column("claims_lower_age", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("reduced_capacity", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("assessed_month", sa.Integer),
    )
    with op.batch_alter_table("dossiers") as table:
        table.alter_column("reason", existing_type=sa.Text(), existing_nullable=False, server_default=None)
        for name in ("claims_lower_age", "reduced_capacity"):
            table.alter_column(name, existing_type=sa.Boolean(), existing_nullable=False, server_default=None)


def upgrade() -> None:
    """Add the columns and tables; no guarded table is rebuilt."""
    _extend_salary_periods()
    _add("insurance_periods", sa.Column("cashed_as", sa.Text))
    _extend_dossiers()
    _owned("dossier_obstacles", sa.Column("obstacle", sa.Text, nullable=False))
    _owned(
        "earlier_payments",
        sa.Column("policy", sa.Text, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("paid_on", sa.Date),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("same_purpose", sa.Boolean, nullable=False),
    )

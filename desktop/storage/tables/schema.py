"""The one schema, and the few column forms that all tables are written in."""

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, ForeignKeyConstraint, Integer, MetaData, Text
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def key(name: str) -> Column[str]:
    """A text column of the primary key."""
    return Column(name, Text, primary_key=True)


def place() -> Column[int]:
    """The row's place in its owner's list, from 0; part of the primary key."""
    return Column("place", Integer, primary_key=True, autoincrement=False)


def text(name: str) -> Column[str]:
    """Text that may be empty and is never NULL."""
    return Column(name, Text, nullable=False)


def maybe(name: str, kind: type[TypeEngine[Any]] | TypeEngine[Any]) -> Column[Any]:
    """A value that may not have been entered."""
    return Column(name, kind, nullable=True)


def value(name: str, kind: type[TypeEngine[Any]] | TypeEngine[Any]) -> Column[Any]:
    """A value that is always there."""
    return Column(name, kind, nullable=False)


def number(name: str) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=False)


def money(name: str, *, required: bool = True) -> Column[int]:
    """An amount in đồng."""
    return Column(name, BigInteger, nullable=not required)


def flag(name: str) -> Column[bool]:
    """Yes or no."""
    return Column(name, Boolean, nullable=False)


def owned_by(name: str, target: str) -> Column[str]:
    """The owner's key as part of the primary key; rows go when the owner goes."""
    return Column(name, Text, ForeignKey(target, ondelete="CASCADE"), primary_key=True)


def refers_to(name: str, target: str, *, required: bool = True) -> Column[str]:
    """A reference to another record, checked when the transaction ends."""
    reference = ForeignKey(target, deferrable=True, initially="DEFERRED")
    return Column(name, Text, reference, nullable=not required)


def owned_by_sent_dossier() -> ForeignKeyConstraint:
    """The two-part reference to a sent dossier, checked when the transaction ends."""
    return ForeignKeyConstraint(
        ["submission_id", "dossier_id"],
        ["sent_dossiers.submission_id", "sent_dossiers.dossier_id"],
        deferrable=True,
        initially="DEFERRED",
    )

"""A dossier as columns of its table, and back."""

from collections.abc import Iterable

from sqlalchemy import RowMapping

from desktop.domain.careers import Career
from desktop.domain.dossiers import Declared, Dossier
from desktop.domain.findings import Justification
from desktop.domain.people import Person
from desktop.storage.mapping import Columns, built, columns_of
from desktop.storage.sorting import name_key, search_text

_ELSEWHERE = {"person", "career", "declared", "justifications", "group"}


def new_columns(dossier: Dossier) -> Columns:
    """Return all columns of a dossier that is stored for the first time."""
    return content_columns(dossier) | {"career_id": dossier.id, "discarded_at": ""}


def content_columns(dossier: Dossier) -> Columns:
    """Return the columns that a save writes; the career and the justifications have tables of their own."""
    derived = {"name_key": name_key(dossier.person.full_name), "search_folded": search_text(dossier.person)}
    declared = {f"declared_{name}": value for name, value in columns_of(dossier.declared).items()}
    own = columns_of(dossier, without=_ELSEWHERE) | {"beneficiary_group": dossier.group}
    return own | columns_of(dossier.person) | declared | derived


def dossier_of(row: RowMapping, career: Career, answers: Iterable[RowMapping]) -> Dossier:
    """Build the dossier from its row, its career and its justifications."""
    return built(
        Dossier,
        row,
        person=built(Person, row),
        group=row["beneficiary_group"],
        career=career,
        declared=_declared(row),
        justifications=tuple(built(Justification, each) for each in answers),
    )


def _declared(row: RowMapping) -> Declared:
    return Declared(
        insured_months=row["declared_insured_months"],
        coefficient=row["declared_coefficient"],
        position_allowance=row["declared_position_allowance"],
        early_months=row["declared_early_months"],
    )

"""Careers and their periods, stored under the key of whoever they belong to."""

from collections.abc import Iterable

from sqlalchemy import Connection, RowMapping, Select, delete, select

from desktop.domain.careers import Career, InsurancePeriod, SalaryPeriod
from desktop.domain.months import MonthSpan
from desktop.storage.mapping import Columns, built, built_children, columns_of, insert_rows, mappings, placed
from desktop.storage.tables.entry import careers, insurance_periods, salary_periods

_OWNER = ("career_id",)


def insert_careers(connection: Connection, owned: Iterable[tuple[str, Career]]) -> None:
    """Insert (key, career) pairs with their periods."""
    pairs = tuple(owned)
    insert_rows(connection, careers, [_career_row(key, career) for key, career in pairs])
    salary = [row for key, career in pairs for row in _period_rows(key, career.salary)]
    insurance = [row for key, career in pairs for row in _period_rows(key, career.insurance)]
    insert_rows(connection, salary_periods, salary)
    insert_rows(connection, insurance_periods, insurance)


def replace_career(connection: Connection, key: str, career: Career) -> None:
    """Put `career` in the place of the one under `key`."""
    delete_career(connection, key)
    insert_careers(connection, ((key, career),))


def delete_career(connection: Connection, key: str) -> None:
    """Delete the career and its periods."""
    connection.execute(delete(careers).where(careers.c.id == key))


def load_careers(connection: Connection, keys: Select[tuple[str]]) -> dict[str, Career]:
    """Return the careers whose keys the SELECT yields."""
    salary = built_children(connection, salary_periods, _OWNER, salary_periods.c.career_id.in_(keys), _salary)
    of_keys = insurance_periods.c.career_id.in_(keys)
    insurance = built_children(connection, insurance_periods, _OWNER, of_keys, _insurance)
    rows = mappings(connection, select(careers).where(careers.c.id.in_(keys)))
    return {
        row["id"]: built(Career, row, salary=tuple(salary[(row["id"],)]), insurance=tuple(insurance[(row["id"],)]))
        for row in rows
    }


def _career_row(key: str, career: Career) -> Columns:
    return {"id": key, "rank": career.rank, "checked_against_book": career.checked_against_book}


def _period_rows(key: str, periods: Iterable[SalaryPeriod | InsurancePeriod]) -> list[Columns]:
    return placed({"career_id": key}, [_period_row(period) for period in periods])


def _period_row(period: SalaryPeriod | InsurancePeriod) -> Columns:
    span = {"first_month": period.months.first, "last_month": period.months.last}
    return span | columns_of(period, without={"months"})


def _span(row: RowMapping) -> MonthSpan:
    return MonthSpan(row["first_month"], row["last_month"])


def _salary(row: RowMapping) -> SalaryPeriod:
    return built(SalaryPeriod, row, months=_span(row))


def _insurance(row: RowMapping) -> InsurancePeriod:
    return built(InsurancePeriod, row, months=_span(row))

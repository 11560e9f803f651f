"""Stores of every format that was ever released open, and nothing in them is lost on the way."""

import shutil
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, MetaData
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

import desktop.storage.formats
import desktop.storage.migrating
from desktop.domain.careers import Career, InsurancePeriod, SalaryPeriod
from desktop.domain.dossiers import Declared, Dossier
from desktop.domain.months import YearMonth
from desktop.domain.states import DossierState
from desktop.storage import open_store
from desktop.storage.engines import file_engine, server_engine
from desktop.storage.migrating import upgrade
from tests.storage.conftest import fixed_now
from tests.storage.records import CAREER, DOSSIER, PLAIN, fill

GOLDEN = Path(__file__).parents[1] / "golden"
MIGRATIONS = Path(desktop.storage.migrating.__file__).with_name("migrations")

_NEXT = '''"""The format after this one, in which a setting has a note."""
import sqlalchemy as sa
from alembic import op
revision = "{revision}"
down_revision = "{before}"
def upgrade():
    with op.batch_alter_table("dossiers", recreate="always") as table:
        table.add_column(sa.Column("remark", sa.Text, nullable=False, server_default="none"))
    {more}
'''


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("store-format-*.db")), ids=lambda path: path.stem)
def test_a_golden_store_opens_for_ever(golden: Path, tmp_path: Path) -> None:
    shutil.copyfile(golden, tmp_path / "tinhgian.db")
    store = open_store(tmp_path, now=fixed_now)
    with store.begin() as work:
        first, second = work.dossiers.of_round("r1")
        assert (first.person.full_name, first.state, first.edition) == ("Nguyễn Văn Ánh", DossierState.COMPLETE, 1)
        assert first.career.salary[0].coefficient == Fraction(249, 50)
        assert first.career.insurance[1].months.first == YearMonth(1995, 1)
        assert (str(first.person.birth_on_file), first.approval_id) == ("1965", "a1")
        assert (second.id, second.person.full_name) == ("d2", "")
        assert [each.author for each in work.history.of("d1")] == ["Trần Thị Bình"]
        assert [each.amount for each in work.submissions.dossiers("s1")] == [3_000_000_000]
        assert [each.amount for each in work.decisions.of_submission("s1")] == [2_900_000_000]
        assert work.submissions.need("s1").unit.budget_code == "1012345"
        assert work.attachments.of(work.approvals.need("a1").attachments)[1].size == 3_000_000_000
        assert [each.full_name for each in work.waiting_careers.of_round("r1")] == ["Đỗ Văn Chờ"]
        assert (work.settings.get("unit"), len(work.drafts.all()), work.audit.verify()) == ("SYT", 1, None)
        assert [each.id for each in work.dossiers.search(None, "nguyen van")] == ["d1"]
    store.close()


def test_there_is_a_golden_store_of_every_format() -> None:
    stored = {path.name for path in GOLDEN.glob("store-format-*.db")}
    assert stored == {f"store-format-{number}.db" for number in range(1, desktop.storage.formats.FORMAT + 1)}


def _as_format_1_held(dossier: Dossier) -> Dossier:
    """The same dossier with everything that came with format 2 at its default."""
    declared = dossier.declared
    return replace(
        PLAIN,
        id=dossier.id,
        ordinal=dossier.ordinal,
        person=dossier.person,
        group=dossier.group,
        route=dossier.route,
        leave_on=dossier.leave_on,
        career=_career_as_format_1_held(dossier.career),
        approval_id=dossier.approval_id,
        declared=Declared(declared.insured_months, declared.coefficient, declared.position_allowance),
        note=dossier.note,
        justifications=dossier.justifications,
        state=DossierState.COMPLETE,
        edition=1,
    )


def _career_as_format_1_held(career: Career) -> Career:
    salary = tuple(
        SalaryPeriod(
            each.months,
            each.coefficient,
            each.position_allowance,
            each.beyond_frame,
            each.seniority,
            each.reserved_difference,
        )
        for each in career.salary
    )
    insurance = tuple(
        InsurancePeriod(each.months, each.employer, each.compulsory, each.cashed, each.hazardous, each.special_area)
        for each in career.insurance
    )
    return replace(career, salary=salary, insurance=insurance)


def test_format_1_comes_through_whole_with_defaults(tmp_path: Path) -> None:
    shutil.copyfile(GOLDEN / "store-format-1.db", tmp_path / "tinhgian.db")
    store = open_store(tmp_path, now=fixed_now)
    with store.begin() as work:
        assert work.dossiers.of_round("r1") == (_as_format_1_held(DOSSIER), PLAIN)
        assert [each.career for each in work.waiting_careers.of_round("r1")] == [_career_as_format_1_held(CAREER)]
        saved = work.dossiers.save(replace(DOSSIER, state=DossierState.COMPLETE, edition=1))
        assert work.dossiers.get("d1") == saved
    store.close()


def test_a_server_of_format_1_comes_through_whole_with_defaults(
    empty_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    golden = tmp_path / "golden.db"
    shutil.copyfile(GOLDEN / "store-format-1.db", golden)
    source, target = file_engine(golden, None), server_engine(empty_database)
    with monkeypatch.context() as patch, target.begin() as connection:
        _release_only_format_1(patch, tmp_path / "migrations")
        upgrade(connection)
        _copy_rows(source, connection)
    source.dispose()
    target.dispose()
    store = open_store(tmp_path, now=fixed_now, url=empty_database)
    with store.begin() as work:
        assert work.dossiers.of_round("r1") == (_as_format_1_held(DOSSIER), PLAIN)
    store.close()


def _release_only_format_1(patch: pytest.MonkeyPatch, folder: Path) -> None:
    later = [path.name for path in (MIGRATIONS / "versions").glob("format_*.py") if path.name != "format_1.py"]
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__", *later))
    patch.setattr(desktop.storage.migrating, "_MIGRATIONS", folder)


def _copy_rows(source: Engine, target: Connection) -> None:
    tables = MetaData()
    tables.reflect(source)
    with source.connect() as connection:
        for table in tables.sorted_tables:
            rows = [dict(row) for row in connection.execute(table.select()).mappings()]
            if rows and table.name not in {"alembic_version", "audit_head"}:
                target.execute(table.insert(), rows)


def _release_next_format(monkeypatch: pytest.MonkeyPatch, folder: Path, more: str = "") -> int:
    before = desktop.storage.formats.FORMAT
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    source = _NEXT.format(revision=before + 1, before=before, more=more)
    (folder / "versions" / "format_next.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(desktop.storage.migrating, "_MIGRATIONS", folder)
    for module in (desktop.storage.migrating, desktop.storage.formats):
        monkeypatch.setattr(module, "FORMAT", before + 1)
    return before


def _read(path: Path, query: str) -> Any:
    connection = dbapi2.connect(str(path))
    rows = connection.execute(query).fetchall()
    connection.close()
    return rows


@pytest.fixture
def older(tmp_path: Path) -> Path:
    store = open_store(tmp_path / "store", now=fixed_now)
    fill(store)
    store.close()
    return tmp_path / "store"


def test_an_older_store_is_copied_and_then_migrated(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _release_next_format(monkeypatch, tmp_path / "migrations")
    store = open_store(older, now=fixed_now)
    with store.begin() as work:
        assert work.dossiers.of_round("r1") == (DOSSIER, PLAIN)
    store.close()
    copy = older / f"tinhgian.format-{before}.20241122T083000.db"
    assert _read(older / "tinhgian.db", "SELECT DISTINCT remark FROM dossiers") == [("none",)]
    assert _read(older / "tinhgian.db", "PRAGMA user_version") == [(before + 1,)]
    assert _read(copy, "PRAGMA user_version") == [(before,)]
    assert _read(copy, "SELECT count(*) FROM dossiers") == [(2,)]
    open_store(older, now=fixed_now).close()
    assert sorted(path.name for path in older.iterdir()) == ["blobs", "tinhgian.db", copy.name]


def test_a_migration_that_fails_leaves_the_store_as_it_was(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        _release_next_format(patch, tmp_path / "migrations", more='op.execute("INSERT INTO nowhere VALUES (1)")')
        with pytest.raises(DBAPIError, match="nowhere"):
            open_store(older, now=fixed_now)
    store = open_store(older, now=fixed_now)
    with store.begin() as work:
        assert work.dossiers.of_round("r1") == (DOSSIER, PLAIN)
    store.close()

"""The audit chain shows every change made behind the program's back."""

import pytest
from sqlalchemy import text

from desktop.domain.registers import AuditEntry
from desktop.storage import Store
from tests.storage.conftest import OpenStore


def _write(store: Store) -> None:
    with store.begin() as work:
        work.audit.append("Bình", "dossier.created", "d1", {"ordinal": 1, "way": "nhập từ danh sách"})
        work.audit.append("Bình", "dossier.printed", "d1")
        work.audit.append("Dung", "package.received", "p1")


def _tamper(store: Store, *statements: str) -> None:
    """Change rows as somebody with the file in hand would: guards off, then on again."""
    with store._engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        else:
            for guard in ("keep_content", "keep_rows"):
                connection.execute(text(f"DROP TRIGGER audit_entries_{guard}"))
        for statement in statements:
            connection.execute(text(statement))


def test_rows_are_chained(store: Store) -> None:
    _write(store)
    with store.begin() as work:
        entries = work.audit.all()
        assert work.audit.verify() is None
    assert [each.sequence for each in entries] == [1, 2, 3]
    assert [each.previous for each in entries] == ["", entries[0].digest, entries[1].digest]
    first = entries[0]
    assert first == AuditEntry(
        1, "2024-11-22T08:30:00Z", "Bình", "dossier.created", "d1",
        {"ordinal": 1, "way": "nhập từ danh sách"}, "", first.digest,
    )  # fmt: skip


def test_an_empty_chain_is_whole(store: Store) -> None:
    with store.begin() as work:
        assert work.audit.verify() is None


@pytest.mark.parametrize(
    ("statements", "broken"),
    [
        (("UPDATE audit_entries SET author = 'Chi' WHERE sequence = 2",), 2),
        (("UPDATE audit_entries SET detail = '{}' WHERE sequence = 1",), 1),
        (("UPDATE audit_entries SET digest = previous WHERE sequence = 3",), 3),
        (("DELETE FROM audit_entries WHERE sequence = 2",), 2),
        (("DELETE FROM audit_entries WHERE sequence = 3",), 3),
        (("DELETE FROM audit_entries",), 1),
        (
            (
                "DELETE FROM audit_entries WHERE sequence = 1",
                "UPDATE audit_entries SET sequence = 1 WHERE sequence = 2",
                "UPDATE audit_entries SET sequence = 2 WHERE sequence = 3",
            ),
            1,
        ),
    ],
)
def test_a_tampered_chain_tells_its_first_broken_row(store: Store, statements: tuple[str, ...], broken: int) -> None:
    _write(store)
    _tamper(store, *statements)
    with store.begin() as work:
        assert work.audit.verify() == broken


def test_two_programs_write_one_chain(open_again: OpenStore) -> None:
    one, other = open_again(), open_again()
    for store in (one, other, one):
        with store.begin() as work:
            work.audit.append("Bình", "program.started", "")
    with other.begin() as work:
        assert (len(work.audit.all()), work.audit.verify()) == (3, None)


def test_what_is_rolled_back_leaves_no_gap(store: Store) -> None:
    _write(store)

    def fail_half_way() -> None:
        with store.begin() as work:
            work.audit.append("Bình", "dossier.printed", "d2")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with store.begin() as work:
        assert work.audit.append("Bình", "dossier.printed", "d3").sequence == 4
        assert work.audit.verify() is None


def test_many_rows_at_once_are_chained_as_one_by_one(store: Store) -> None:
    with store.begin() as work:
        work.audit.append("Bình", "list.taken_in", "r1")
        assert work.audit.append_all("Bình", "dossier.moved", []) == ()
        added = work.audit.append_all("Bình", "dossier.moved", [("d1", {"revision": 1}), ("d2", {})])
        work.audit.append("Dung", "package.received", "p1")
        assert work.audit.verify() is None
        assert work.audit.all()[1:3] == added
    assert [(each.sequence, each.subject) for each in added] == [(2, "d1"), (3, "d2")]


def test_the_last_row_of_an_act_is_found_by_what_it_was_done_to(store: Store) -> None:
    _write(store)
    with store.begin() as work:
        last = work.audit.append("Dung", "dossier.created", "d1")
        other = work.audit.append("Bình", "dossier.created", "d2")
        assert work.audit.last_of("dossier.created", ["d1", "d2", "d3"]) == {"d1": last, "d2": other}
        assert work.audit.last_of("dossier.created", []) == {}

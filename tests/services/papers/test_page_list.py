"""The pages on the table, by property: nothing is lost, every act can be taken back and done again."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.services.papers.page_list import PageAct, PageList, SourceFile, untouched

FILES = tuple(SourceFile(Path(f"{name}.pdf"), f"{name}.pdf", pages, name * 64) for name, pages in (("a", 3), ("b", 2)))
KEYS = st.integers(0, 4)
Act = Callable[[PageList], object]


def _acts() -> st.SearchStrategy[Act]:
    some = st.frozensets(KEYS, min_size=1)
    return st.one_of(
        some.map(lambda keys: lambda pages: pages.turn(keys)),
        st.tuples(some, st.sampled_from((-1, 1))).map(lambda both: lambda pages: pages.move(*both)),
        KEYS.map(lambda key: lambda pages: pages.cut_before(key)),
        some.map(lambda keys: lambda pages: pages.join(keys)),
        some.map(lambda keys: lambda pages: pages.remove(keys)),
        KEYS.map(lambda key: lambda pages: pages.straighten({key: 1.5})),
        st.permutations(range(5)).map(lambda order: lambda pages: pages.reorder(order)),
    )


@given(st.lists(_acts(), max_size=12))
def test_every_act_can_be_taken_back_and_done_again(acts: list[Act]) -> None:
    table = PageList.of(FILES)
    start = table.pages
    for act in acts:
        act(table)
    end = table.pages
    while table.undo():
        pass
    assert table.pages == start
    while table.redo():
        pass
    assert table.pages == end


@given(st.lists(_acts(), max_size=12))
def test_the_files_hold_exactly_the_pages_on_the_table(acts: list[Act]) -> None:
    table = PageList.of(FILES)
    for act in acts:
        act(table)
    assert [each for pages in table.files() for each in pages] == list(table.pages)
    assert all(pages for pages in table.files())
    assert len({each.key for each in table.pages}) == len(table.pages)


def test_files_begin_where_they_did_when_their_first_page_is_taken_out() -> None:
    table = PageList.of(FILES)
    table.remove({3})
    assert [[each.key for each in pages] for pages in table.files()] == [[0, 1, 2], [4]]
    table.remove({0, 1, 2})
    assert [[each.key for each in pages] for pages in table.files()] == [[4]]


def test_joined_files_are_one_and_a_cut_makes_two() -> None:
    table = PageList.of(FILES)
    table.join()
    assert len(table.files()) == 1
    table.cut_before(1)
    assert [len(pages) for pages in table.files()] == [1, 4]
    assert (table.last, table.next) == (PageAct.CUT, None)


def test_only_a_whole_attached_file_is_untouched() -> None:
    table = PageList.of((*FILES, SourceFile(Path("moi.jpg"), "moi.jpg", 1)))
    assert [untouched(pages) for pages in table.files()] == [True, True, False]
    table.turn({0})
    assert not untouched(table.files()[0])
    table.turn({0}, -1)
    assert untouched(table.files()[0])
    table.move({0}, 1)
    assert not untouched(table.files()[0])


def test_a_block_of_pages_moves_together_and_stops_at_the_end() -> None:
    table = PageList.of(FILES)
    for _ in range(4):
        table.move({0, 1}, 1)
    assert [each.key for each in table.pages] == [2, 3, 4, 0, 1]

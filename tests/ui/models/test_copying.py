"""What a table puts on the clipboard is what a spreadsheet, or this program, reads out of it again."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.lists.block import parse_block
from desktop.ui.models.copying import tab_text

_CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")) | st.sampled_from('\n\t"'), max_size=12
)


@given(st.lists(st.lists(_CELL, min_size=2, max_size=2), min_size=1, max_size=5))
def test_any_block_comes_back_cell_by_cell(cells: list[list[str]]) -> None:
    marked = [*cells, ["hết", "hết"]]
    read = parse_block(tab_text(marked))
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [cell.removeprefix("'") for cell in row] for row in marked
    ]

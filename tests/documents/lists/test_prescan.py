"""The quick way over plain blocks of a sheet says what looking at each row says."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents.lists import prescan
from desktop.documents.lists.containers import inflate, zip_entries
from desktop.documents.lists.limits import Limits
from desktop.domain.errors import Refusal

_CELLS = st.sampled_from(
    (
        '<c r="A1"><v>1</v></c>',
        '<c r="B2" t="s"><v>3</v></c>',
        '<c r="IV7"><v>1</v></c>',
        '<c r="IW7"><v>1</v></c>',
        '<c r="AAA7"/>',
        "<c r='AAA7'><v>1</v></c>",
        '<c s="1"r = "iw7"><v>1</v></c>',
        '<c r="A60001"><v>1</v></c>',
        '<c r="A60001"/>',
        '<c\tr="A99999999"><v>1</v></c>',
        "<c><v>1</v></c>" * 250,
        '<c r="AAA7"><v>1</v></c>',
        '<c r="C3" t="e"><v>#REF!</v></c>',
        '<c r="D4"><f>A1</f></c>',
        '<c r="E5"><f>A1</f><v>2</v></c>',
        '<x:c r="F6"><x:v>1</x:v></x:c>',
        '<c r="G7" t="inlineStr"><is><t>dòng row&gt; &lt;/row r=&quot;99999&quot;</t></is></c>',
    )
)
_STARTS = st.sampled_from(
    (
        "<row>",
        '<row r="{n}">',
        '<row r="{n}" hidden="1">',
        '<row spans="1:3" r="{n}">',
        '<row r="59999">',
        '<row r="60000">',
        '<row r="60001">',
        '<row r="1048576">',
    )
)
_ENDS = st.sampled_from(("</row>", "</x:row>", "</row >", "</row>\n  "))
_ROWS = st.lists(st.tuples(_STARTS, st.lists(_CELLS, max_size=4), _ENDS), max_size=8)
_HEADS = st.sampled_from(("", '<cols><col min="2" max="3" hidden="1"/></cols>', "<cols></cols>"))
_TAILS = st.sampled_from(("", "<rowBreaks/>", "<oddFooter>row></oddFooter>", '<row r="5">'))


def _packed(text: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sheet.xml", text)
    return stream.getvalue()


def _found(content: bytes) -> object:
    """What the pass finds, or why it refuses."""
    limits = Limits()
    entry = zip_entries(content, "a.xlsx", limits)["sheet.xml"]
    try:
        scan = prescan._scan_sheet(content, entry, "a.xlsx", limits)
    except Refusal as refusal:
        return refusal.code
    return scan.broken, scan.hidden_rows, scan.hidden_columns


@given(head=_HEADS, rows=_ROWS, tail=_TAILS)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_quick_way_finds_what_each_row_tells(
    head: str, rows: list[tuple[str, list[str], str]], tail: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "".join(
        start.replace("{n}", str(at)) + "".join(cells) + end for at, (start, cells, end) in enumerate(rows, start=1)
    )
    content = _packed(f"<worksheet>{head}<sheetData>{body}</sheetData>{tail}</worksheet>")
    quick = _found(content)
    with monkeypatch.context() as slow:
        slow.setattr(prescan, "_passed_plain", lambda *_: None)
        assert quick == _found(content)


def test_no_row_is_passed_over_where_a_footer_looks_like_one() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="70000"><c r="A70000"><v>1</v></c></row>'
    content = _packed(f"<worksheet><sheetData>{rows}</sheetData><oddFooter>row></oddFooter></worksheet>")
    assert _found(content) == "list.too_many_rows"


@pytest.mark.parametrize("end", ["</row>", "</row >", "</row\n>", "</x:row>", "</x:row >"])
def test_a_row_counts_however_its_end_is_written(end: str) -> None:
    rows = f'<row r="70000"><c r="A70000"><v>1</v></c>{end}'
    assert _found(_packed(f"<worksheet><sheetData>{rows}</sheetData></worksheet>")) == "list.too_many_rows"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ('<c r="A1048576"><v>1</v></c>', "list.too_many_rows"),
        ("<c r='A1048576'><v>1</v></c>", "list.too_many_rows"),
        ('<c t="n"r ="XFD1"><v>1</v></c>', "list.too_many_columns"),
        ('<c t=">" r="XFD1"><v>1</v></c>', "list.too_many_columns"),
        ('<c\nr="iw1"><v>1</v></c>', "list.too_many_columns"),
        ('<c r="A4294967295"><v>1</v></c>', "list.unreadable"),
        ('<c r="AAAAA1"><v>1</v></c>', "list.unreadable"),
        ("<c><v>1</v></c>" * 257, "list.too_many_columns"),
    ],
)
def test_a_cell_far_away_from_its_row_is_refused_before_the_sheet_is_laid_out(cell: str, code: str) -> None:
    rows = f'<row r="1"><c r="A1"><v>1</v></c>{cell}</row><row r="2"><c r="A2"><v>1</v></c></row>'
    assert _found(_packed(f"<worksheet><sheetData>{rows}</sheetData></worksheet>")) == code


def test_the_parts_of_a_sheet_are_read_in_pieces_of_any_size() -> None:
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c></row>' for at in range(1, 40))
    text = f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()
    for size in (1, 7, 100, len(text)):
        chunks = (text[at : at + size] for at in range(0, len(text), size))
        blocks = list(prescan._blocks(chunks, "a.xlsx", Limits()))
        assert b"".join(blocks).count(b"</row>") == 39


def test_a_part_is_still_refused_when_it_unpacks_to_more_than_it_says() -> None:
    content = bytearray(_packed("<worksheet>" + "x" * 5000 + "</worksheet>"))
    entry = zip_entries(bytes(content), "a.xlsx", Limits())["sheet.xml"]
    entry.file_size = 100
    with pytest.raises(Refusal, match=r"list\.unreadable"):
        list(inflate(bytes(content), entry, "a.xlsx"))

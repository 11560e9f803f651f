"""Bounds of a pack file: far above what a law needs, low enough that a hostile file is refused at once."""

MAX_TEXT = 2_000
"""Characters in one label, sentence or note; the longest of the known laws takes about 400."""
MAX_NAME = 300
"""Characters in one name: of a rank, a unit, an authority."""
MAX_ITEMS = 500
"""Items of one list; the longest known, the ranks with their ladders, has about 150."""
MAX_LONG_LIST = 5_000
"""Rows of a table of units: a province has some thousand."""
MAX_EXAMPLES = 200
"""Golden cases; all are computed each time a pack loads."""
MAX_NEEDED = 8
"""Other packs that one pack's formulas take amounts from."""

"""Bounds of a pack file: far above what a law needs, low enough that a hostile file is refused at once.

Those of formulas stand in `formulas/tokens` and `formulas/parser`, those of numbers in `formulas/evaluation`.
"""

MAX_BYTES = 500_000
"""Size of the file; a pack with long tables and examples takes about 60,000."""
MAX_DEPTH = 12
"""Levels of lists and mappings within each other; the schema has 8."""
MAX_PARTS = 50_000
"""Values, lists and mappings in the file; the longest known pack has about 4,000."""
MAX_TEXT = 2_000
"""Characters in one sentence or note; the longest of the known laws takes about 400."""
MAX_NAME = 300
"""Characters in one label or name: labels come again in every formula's words."""
MAX_ITEMS = 300
"""Items of one list; the longest known, the ranks with their ladders, has about 150."""
MAX_LONG_LIST = 2_000
"""Rows of a table of units: a province has some hundred communes and as many other bodies."""
MAX_CASES = 50
"""Cases of a law; each may be tried for each person. NĐ 154/2025 has about 15."""
MAX_EXAMPLES = 200
"""Golden cases; all are computed each time a pack loads."""
MAX_ROWS = 60
"""Rows of salary or insurance in an example."""
MAX_NEEDED = 8
"""Other packs that one pack's formulas take amounts from."""
MAX_LEVELS = 3
"""Packs one of which needs the next; a top-up on a top-up on a decree."""
MAX_CALLS = 250
"""Python calls within each other that the longest chain of formulas takes, each naming the one before; with
`MAX_LEVELS` packs it stays under Python's own limit of 1,000. Ten values in a row take about 120."""
CALLS_OF_A_NAME = 8
"""Calls from a name in one formula to the formula behind it."""
MAX_FAULTS = 50
"""Faults told at one time."""
MAX_LETTERS = 100_000
"""Characters of all formulas of a pack together; NĐ 154/2025 has about 4,000."""
MAX_NODES = 10_000
"""Numbers, names and operations in all formulas of a pack together; NĐ 154/2025 has about 400."""
MAX_WORK = 500_000
"""Operations that all golden cases together may take: about a second."""
SALARY_WORK = 300
"""What one salary base counts as in `MAX_WORK`: an average over the months of a career."""

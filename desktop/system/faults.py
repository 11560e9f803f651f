"""An unexpected fault told without what it was about: exceptions by type and place, never by their values.

The text of an exception may hold a name, a number or an amount of a person; it is left out.
"""

import traceback
from collections.abc import Iterator


def describe_fault(error: BaseException) -> str:
    """Return the types and the lines of code of an exception and of those that led to it, first cause first."""
    return "\n".join(_lines(error)) + "\n"


def _lines(error: BaseException) -> Iterator[str]:
    chain = list(_chain(error))
    for each in reversed(chain):
        yield type(each).__qualname__
        for frame in traceback.extract_tb(each.__traceback__):
            yield f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}'


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)

"""Work that makes a great many objects without a cycle among them need not be searched for cycles meanwhile."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let the interpreter not look for cycles in the block; what held it off before goes on holding it off."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

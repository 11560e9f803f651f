"""A memory stick that takes small files only."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.services import exchange_settings


@contextmanager
def small_files() -> Iterator[None]:
    """Let a megabyte be so small that a package of the stages takes two files."""
    usual, exchange_settings.MEGABYTE = exchange_settings.MEGABYTE, 110_000  # type: ignore[misc]
    try:
        yield
    finally:
        exchange_settings.MEGABYTE = usual  # type: ignore[misc]

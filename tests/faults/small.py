"""A memory stick that takes small files only."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from desktop.services.sending import exchange_settings


@contextmanager
def small_files() -> Iterator[None]:
    """Let no file be larger than 110 kB, so that a package of the stages takes two."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exchange_settings, "MEGABYTE", 110_000)
        patch.setattr(exchange_settings, "DEFAULT_MB", dict.fromkeys(exchange_settings.Channel, 1))
        yield

"""A theme for the windows under test."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme()
    made.apply(qapp, dark=False)
    return made

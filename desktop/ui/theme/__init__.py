"""Colours, spaces, fonts and icons: the one place that knows how things look."""

from desktop.ui.theme.icons import ICON_NAMES, icon
from desktop.ui.theme.metrics import Metrics
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tokens, contrast, load_tokens

__all__ = ["ICON_NAMES", "Metrics", "Theme", "Tokens", "contrast", "icon", "load_tokens"]

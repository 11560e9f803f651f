"""Design tokens: named colours of the light and the dark theme, and lengths at the base font."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.system.resources import shipped_yaml


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme. Colours are "#RRGGBB"; lengths are those at the base font (`base_line` high), see `Metrics`."""

    dark: bool
    surface: str
    raised: str
    sunken: str
    text: str
    muted: str
    accent: str
    error: str
    warning: str
    ok: str
    info: str
    on_accent: str
    """Text on the accent colour."""
    edge: str
    """Border of what one can type into or press."""
    line: str
    """Quiet separator."""
    selection: str
    """Ground of selected rows, under `text`."""
    point: int
    base_line: int
    row: float
    tiny: int
    small: int
    medium: int
    large: int
    huge: int
    radius: int


@cache
def load_tokens(*, dark: bool) -> Tokens:
    """Read the light or the dark theme from resources/theme/tokens.yaml."""
    content: dict[str, Any] = shipped_yaml("theme", "tokens.yaml")
    colours = content["dark" if dark else "light"]
    return Tokens(dark=dark, radius=content["radius"], **content["size"], **content["space"], **colours)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two "#RRGGBB" colours, 1.0 to 21.0 (WCAG 2.2, success criterion 1.4.3)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

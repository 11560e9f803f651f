"""Lengths in logical pixels, scaled from the tokens to the font that is really in use."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from desktop.ui.theme.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Metrics:
    """Spaces, row height and widths for one font; all in logical pixels."""

    line_height: int
    tiny: int
    small: int
    medium: int
    large: int
    huge: int
    radius: int
    row: int
    """Height of a row in a list or table."""
    icon: int
    """Side of an icon beside a word."""
    letter: int
    """Average width of a letter: `30 * letter` holds some thirty letters."""

    @classmethod
    def of(cls, font: QFont, tokens: Tokens) -> "Metrics":
        """Scale the tokens' lengths to `font`."""
        measured = QFontMetricsF(font)
        height = measured.height()
        scale = height / tokens.base_line
        return cls(
            line_height=round(height),
            tiny=round(tokens.tiny * scale),
            small=round(tokens.small * scale),
            medium=round(tokens.medium * scale),
            large=round(tokens.large * scale),
            huge=round(tokens.huge * scale),
            radius=round(tokens.radius * scale),
            row=round(tokens.row * height),
            icon=round(height),
            letter=max(1, round(measured.averageCharWidth())),
        )

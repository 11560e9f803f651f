"""The marks beside words: one shape per tone, so that they differ without colour."""

from PySide6.QtGui import QIcon, QPalette

from desktop.ui.theme import icon
from desktop.ui.widgets.looks import Tone, colour, tokens_of

_NAMES = {Tone.ERROR: "error", Tone.WARNING: "warning", Tone.OK: "ok", Tone.INFO: "note", Tone.ACCENT: "next"}


def mark_icon(tone: Tone, palette: QPalette) -> QIcon:
    """Return the mark of the tone in its colour; nothing for what is plain or muted."""
    name = _NAMES.get(tone)
    return icon(name, tokens_of(palette), colour(tone, palette).name()) if name else QIcon()

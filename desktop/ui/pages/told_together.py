"""What comes of several files that are worked on one after the other: one message, the last does not hide the first."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop.ui.pages_base import Banner
from desktop.ui.widgets.looks import Tone

_MOST = 5
"""Results that are told one by one; of more the uneasy ones come first, the others are counted."""
_EASE = (Tone.ERROR, Tone.WARNING)


class ToldTogether:
    """Joins the banners of one run of works; whoever begins while nothing runs lets go of those before."""

    def __init__(self) -> None:
        self._told: list[Banner] = []

    def begin(self, *, busy: bool) -> None:
        """Hear that files are handed in; `busy` tells whether others are still worked on."""
        if not busy:
            self._told.clear()

    def add(self, banner: Banner) -> Banner:
        """Return the banner that tells this and what was told before, with what was last offered to be done."""
        self._told.append(banner)
        uneasy_first = sorted(self._told, key=_ease)
        lines = list(dict.fromkeys(each.text for each in uneasy_first))
        offering = next((each for each in reversed(self._told) if each.act), banner)
        return replace(offering, text="\n".join(_shortened(lines)), tone=uneasy_first[0].tone)


def _ease(banner: Banner) -> int:
    return _EASE.index(banner.tone) if banner.tone in _EASE else len(_EASE)


def _shortened(lines: list[str]) -> list[str]:
    if len(lines) <= _MOST:
        return lines
    told = QCoreApplication.translate("ToldTogether", "Và {0} kết quả khác, xem trong danh sách.")
    return [*lines[:_MOST], told.format(len(lines) - _MOST)]

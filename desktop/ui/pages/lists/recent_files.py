"""Which workbooks were opened on this PC last; paths stay in the profile, beside how the window was left."""

from pathlib import Path

from PySide6.QtCore import QSettings

_KEY = "lists/recent"
_MOST = 8


class RecentFiles:
    """The newest first; files that are not there any more are not offered."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def paths(self) -> tuple[Path, ...]:
        """Return the files that can be opened now."""
        return tuple(each for each in self._kept() if each.is_file())

    def note(self, path: Path) -> None:
        """Put a file first."""
        kept = [path, *(each for each in self._kept() if each != path)][:_MOST]
        self._settings.setValue(_KEY, [str(each) for each in kept])
        self._settings.sync()

    def _kept(self) -> list[Path]:
        value = self._settings.value(_KEY, [])
        texts = [value] if isinstance(value, str) else value
        return [Path(str(each)) for each in texts] if isinstance(texts, list) else []

"""A picture file that is dragged onto a form."""

from pathlib import Path

from PySide6.QtCore import QMimeData

_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".pdf"})


def picture_in(dragged: QMimeData) -> Path | None:
    """Return the one photo or scan that is dragged, None for anything else."""
    paths = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in _ENDINGS else None

"""A moment of the store in a sentence."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import format_date


def spoken_moment(stamp: str) -> str:
    """Return a stored moment (UTC, RFC 3339) as "10:32 ngày 27/11/2026" of this machine's clock."""
    local = datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).astimezone()
    words = QCoreApplication.translate("Moments", "{0} ngày {1}")
    return words.format(f"{local:%H:%M}", format_date(local.date()))

"""A moment of the store in a sentence."""

from datetime import UTC, datetime

from desktop.domain.dates import format_date
from desktop.ui.texts import message


def spoken_moment(stamp: str) -> str:
    """Return a stored moment (UTC, RFC 3339) as "10:32 ngày 27/11/2026" of this machine's clock."""
    local = datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).astimezone()
    return message("moment.spoken", time=f"{local:%H:%M}", day=format_date(local.date()))

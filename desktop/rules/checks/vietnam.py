"""The clock on the wall: sentences name the hour and the day there, whatever zone a machine is set to."""

from datetime import datetime, timedelta, timezone

_VIETNAM = timezone(timedelta(hours=7))


def in_vietnam(stamp: str) -> datetime:
    """Return a moment (RFC 3339) as clocks there show it."""
    return datetime.fromisoformat(stamp).astimezone(_VIETNAM)

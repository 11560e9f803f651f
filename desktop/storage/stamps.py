"""Time stamps as records hold them."""

from datetime import UTC, datetime


def stamp(moment: datetime) -> str:
    """Return UTC RFC 3339 to the second, "2024-11-01T02:03:04Z"; a moment without a zone is a bug."""
    if moment.tzinfo is None:
        message = "a moment needs its time zone"
        raise ValueError(message)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

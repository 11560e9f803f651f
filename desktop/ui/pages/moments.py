"""Moments of the store as people read them."""

from datetime import UTC, datetime

from desktop.domain.dates import format_date


def shown_moment(stamp: str) -> str:
    """Return a stored moment (UTC, RFC 3339) as "03/09/2024 09:30" of this machine's clock."""
    local = datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).astimezone()
    return f"{format_date(local.date())} {local:%H:%M}"

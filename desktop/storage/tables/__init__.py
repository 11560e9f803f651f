"""The tables. Importing this package fills `metadata`."""

from desktop.storage.tables import (
    arrivals,
    corrections,
    departures,
    entry,
    exchanged,
    papers,
    receipts,
    subordinates,
)
from desktop.storage.tables.schema import metadata

__all__ = [
    "arrivals",
    "corrections",
    "departures",
    "entry",
    "exchanged",
    "metadata",
    "papers",
    "receipts",
    "subordinates",
]

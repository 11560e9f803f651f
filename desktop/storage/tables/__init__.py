"""The tables. Importing this package fills `metadata`."""

from desktop.storage.tables import arrivals, departures, entry, exchanged, papers, receipts
from desktop.storage.tables.schema import metadata

__all__ = ["arrivals", "departures", "entry", "exchanged", "metadata", "papers", "receipts"]

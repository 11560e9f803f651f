"""The tables. Importing this package fills `metadata`."""

from desktop.storage.tables import arrivals, entry, exchanged, papers, receipts, subordinates
from desktop.storage.tables.schema import metadata

__all__ = ["arrivals", "entry", "exchanged", "metadata", "papers", "receipts", "subordinates"]

"""The tables. Importing this package fills `metadata`."""

from desktop.storage.tables import entry, exchanged, papers
from desktop.storage.tables.schema import metadata

__all__ = ["entry", "exchanged", "metadata", "papers"]

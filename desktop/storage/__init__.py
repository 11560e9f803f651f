"""Where records are kept: tables, repositories, blobs, migrations."""

from desktop.storage.blobs import BlobStore
from desktop.storage.store import Store, open_store
from desktop.storage.unit_of_work import UnitOfWork

__all__ = ["BlobStore", "Store", "UnitOfWork", "open_store"]

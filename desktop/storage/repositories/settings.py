"""Settings of the office and drafts of forms: text under a name."""

from collections.abc import Callable

from sqlalchemy import Connection, delete, select

from desktop.domain.registers import Draft
from desktop.storage.mapping import built, mappings, upsert
from desktop.storage.tables.entry import drafts, settings


class Settings:
    """What belongs to the office rather than to a PC: its unit, its signer, its choices."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> str | None:
        """Return the value under `key`, None when it was never set."""
        return self._connection.execute(select(settings.c.value).where(settings.c.key == key)).scalar()

    def put(self, key: str, value: str) -> None:
        """Set the value under `key`."""
        upsert(self._connection, settings, {"key": key, "value": value})

    def remove(self, key: str) -> None:
        """Forget the value under `key`; nothing happens when there is none."""
        self._connection.execute(delete(settings).where(settings.c.key == key))

    def under(self, prefix: str) -> dict[str, str]:
        """Return the settings whose key begins with `prefix`, without it."""
        own = select(settings).where(settings.c.key.startswith(prefix, autoescape=True)).order_by(settings.c.key)
        return {row["key"].removeprefix(prefix): row["value"] for row in mappings(self._connection, own)}

    def all(self) -> dict[str, str]:
        """Return all settings by key."""
        rows = mappings(self._connection, select(settings).order_by(settings.c.key))
        return {row["key"]: row["value"] for row in rows}


class Drafts:
    """Form text that was not saved when the program ended; apart from the records it may become."""

    def __init__(self, connection: Connection, stamp: Callable[[], str]) -> None:
        self._connection = connection
        self._stamp = stamp

    def put(self, subject: str, text: str) -> None:
        """Keep the text of the form named `subject`, in the place of what was kept before."""
        upsert(self._connection, drafts, {"subject": subject, "text": text, "saved_at": self._stamp()})

    def get(self, subject: str) -> Draft | None:
        """Return what is kept for the form, None when nothing is."""
        rows = mappings(self._connection, select(drafts).where(drafts.c.subject == subject))
        return next((built(Draft, row) for row in rows), None)

    def remove(self, subject: str) -> None:
        """Forget the draft; nothing happens when there is none."""
        self._connection.execute(delete(drafts).where(drafts.c.subject == subject))

    def all(self) -> tuple[Draft, ...]:
        """Return all drafts, by subject."""
        rows = mappings(self._connection, select(drafts).order_by(drafts.c.subject))
        return tuple(built(Draft, row) for row in rows)

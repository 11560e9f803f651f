"""Migrations. One that rebuilds a guarded table puts the guards back: SQLite drops them with the old table."""

"""The fields of a record by dotted names: `leave_on`, `person.full_name`, `career.rank`."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from desktop.domain.dossiers import Dossier

_PARTS = ("person", "career", "declared")
"""What of a dossier has fields of its own."""
_NOT_TYPED = frozenset({"id", "round_id", "ordinal", "state", "revision", "edition", *_PARTS})


def changed_fields(before: Dossier, after: Dossier) -> dict[str, tuple[Any, Any]]:
    """Return by dotted field the values before and after, of those that differ; state and edition do not count."""
    pairs = [("", before, after, _NOT_TYPED)]
    pairs += [(f"{part}.", getattr(before, part), getattr(after, part), frozenset()) for part in _PARTS]
    return {
        prefix + each.name: (getattr(old, each.name), getattr(new, each.name))
        for prefix, old, new, without in pairs
        for each in fields(old)
        if each.name not in without and getattr(old, each.name) != getattr(new, each.name)
    }


def with_fields(dossier: Dossier, values: Mapping[str, Any]) -> Dossier:
    """Return the dossier with these dotted fields."""
    own = {name: value for name, value in values.items() if "." not in name}
    for part in _PARTS:
        inner = {name.partition(".")[2]: value for name, value in values.items() if name.startswith(f"{part}.")}
        if inner:
            own[part] = replace(getattr(dossier, part), **inner)
    return replace(dossier, **own)


def field_value(dossier: Dossier, field: str) -> Any:
    """Return the value of a dotted field."""
    part, _, name = field.rpartition(".")
    return getattr(getattr(dossier, part) if part else dossier, name)

"""What a pack calls things, where the law says them, and when they are due: the parts whose words an author edits."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from desktop.rules.pack_file import PackFile
from desktop.rules.pack_values import Cite


class Section(StrEnum):
    """Where a named part stands in the file; each has its word in the texts."""

    GROUPS = "groups"
    CONDITIONS = "conditions"
    COMPONENTS = "components"
    CASES = "cases"
    PAPERS = "papers"
    DEADLINES = "deadlines"


@dataclass(frozen=True, slots=True)
class NamedPart:
    """A part with its words and its source; `due` is the day of a deadline that comes once, None otherwise."""

    section: Section
    id: str
    label: str
    cite: Cite
    due: date | None = None

    @property
    def dated(self) -> bool:
        """Whether it has a day that can be changed."""
        return self.due is not None


def named_parts(file: PackFile) -> tuple[NamedPart, ...]:
    """Return the parts, section after section, in the file's order."""
    return tuple(
        NamedPart(section, str(each.id), each.label, each.cite, getattr(each, "due", None))
        for section in Section
        for each in getattr(file, section.value)
    )


def put_named(file: PackFile, part: NamedPart) -> PackFile:
    """Return the file in which the part has these words, this source and this day."""
    changes: dict[str, Any] = {"label": part.label, "cite": part.cite}
    if part.dated:
        changes["due"] = part.due
    items = tuple(
        msgspec.structs.replace(each, **changes) if str(each.id) == part.id else each
        for each in getattr(file, part.section.value)
    )
    return msgspec.structs.replace(file, **{part.section.value: items})

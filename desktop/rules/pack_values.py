"""Parts of a pack file that hold values of the law: citations, documents, parameters by date."""

import re
from datetime import date
from fractions import Fraction
from typing import Annotated

import msgspec

from desktop.rules.pack_limits import MAX_ITEMS, MAX_NAME, MAX_TEXT
from desktop.rules.trace import Provenance, Unit

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
"""ASCII letters, digits and underscores; unique in the pack."""
PackId = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
Sentence = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_TEXT)]
Note = Annotated[str, msgspec.Meta(max_length=MAX_TEXT)]
"""A text that may be empty."""
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_NAME)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_NAME)]
NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,9}|/[1-9][0-9]{0,8})?\Z", re.ASCII)
"""How numbers are written: no exponents, which could name numbers larger than memory."""
SHORT_LIST = msgspec.Meta(max_length=MAX_ITEMS)
FILLED_LIST = msgspec.Meta(min_length=1, max_length=MAX_ITEMS)


def said(words: str) -> msgspec.Meta:
    """Return the description of a key for the published schema."""
    return msgspec.Meta(description=words)


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Any part of a pack file: unknown keys are refused."""


class Cite(Part, frozen=True, kw_only=True):
    """Where the law says it; `document` is the id of one of the pack's documents."""

    document: Annotated[Id, said("Id of a document of this pack.")]
    article: Annotated[Note, said('Điều, in quotes: "5".')] = ""
    clause: Annotated[Note, said('Khoản: "1", or "1, 2".')] = ""
    point: Annotated[Note, said('Điểm: "a".')] = ""


class Document(Part, frozen=True, kw_only=True):
    """A legal text. `name` is how citations call it."""

    id: Annotated[Id, said("What citations of this pack call the text by.")]
    name: Annotated[Name, said("As citations print it: Nghị định 154/2025/NĐ-CP.")]
    title: Annotated[Note, said("What the text is about.")] = ""
    issuer: Annotated[Note, said("Who issued it.")] = ""
    issued_on: Annotated[date | None, said("Day of issue, 2025-06-15.")] = None
    effective_from: Annotated[date | None, said("First day in force.")] = None
    effective_to: Annotated[date | None, said("Last day in force.")] = None
    replaces: Annotated[tuple[Name, ...], SHORT_LIST, said("Names of the texts that it replaces.")] = ()
    note: Annotated[Note, said("Anything that a reader should know.")] = ""


class DatedValue(Part, frozen=True, kw_only=True):
    """A value that holds from a date until the next one. With provenance `open` there is no value."""

    first: Annotated[date, said("First day on which the value holds.")] = msgspec.field(name="from")
    value: Annotated[Fraction | None, said('Exact: 3, 0.5 or "1/2". Left out when the figure is not known (open).')] = (
        None
    )
    day: Annotated[date | None, said("In place of `value`, for a parameter whose unit is `date`.")] = None
    cite: Annotated[Cite, said("The clause that gives this value.")]
    provenance: Annotated[Provenance, said("How surely the value is known; `open`: not known, nothing is computed.")]
    note: Annotated[Note, said("Shown beside the value.")] = ""


class Parameter(Part, frozen=True, kw_only=True):
    """A figure of the law, by date."""

    id: Annotated[Id, said("Name that formulas use.")]
    label: Annotated[Words, said("Vietnamese words for the figure.")]
    unit: Annotated[Unit, said("Unit of every value: 3 months for each early year is `months/year`.")]
    dated_by: Annotated[
        Id,
        said(
            "The date that decides which value holds: leave_on, approved_on, another quantity that is a date, or one "
            "of `values` that is a date and rests on such quantities alone."
        ),
    ] = "leave_on"
    values: Annotated[tuple[DatedValue, ...], FILLED_LIST, said("Oldest first.")]

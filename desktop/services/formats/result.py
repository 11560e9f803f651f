"""The result format, version 1: what the packs answered for a record. Published beside the record format."""

from typing import Annotated

import msgspec

from desktop.rules.trace import Provenance, Unit
from desktop.services.formats.record import Identifier, Line, RecordPart, Sha256, Strict, Text

COMPUTATION_FORMAT = "tinhgian/computation/1"


class CitationPart(Strict, frozen=True, kw_only=True):
    """Where the law says it."""

    document: Line
    article: Line = ""
    clause: Line = ""
    point: Line = ""


class ValuePart(Strict, frozen=True, kw_only=True):
    """A value: `kind` says how to read `text` (exact, day, month, flag or text)."""

    kind: Annotated[str, msgspec.Meta(pattern="^(exact|day|month|flag|text)$")]
    text: Line


class StepPart(Strict, frozen=True, kw_only=True):
    """One step of the explanation."""

    id: Line
    label: Line
    unit: Unit
    value: ValuePart | None
    shown: Line
    formula: Text = ""
    substituted: Text = ""
    citation: CitationPart | None = None
    provenance: Provenance | None = None
    inputs: tuple[Line, ...] = ()
    reason: Text = ""


class ComponentPart(Strict, frozen=True, kw_only=True):
    """One item of support; no amount means open."""

    id: Line
    label: Line
    amount: int | None
    citation: CitationPart | None
    provenance: Provenance


class OpenPart(Strict, frozen=True, kw_only=True):
    """A value of the law that is not known."""

    parameter: Line
    label: Line
    citation: CitationPart


class ConditionPart(Strict, frozen=True, kw_only=True):
    """A condition and why it holds or not."""

    id: Line
    holds: bool
    reason: Text
    citation: CitationPart | None


class PolicyPart(Strict, frozen=True, kw_only=True):
    """A pack by identity."""

    id: Identifier
    version: Line
    sha256: Sha256


class ResultPart(Strict, frozen=True, kw_only=True):
    """What one pack says of one record."""

    policy: PolicyPart
    title: Line
    engine_version: Line
    practice: bool
    applies: bool
    eligible: bool
    conditions: tuple[ConditionPart, ...] = ()
    components: tuple[ComponentPart, ...] = ()
    total: int | None = None
    open_values: tuple[OpenPart, ...] = ()
    missing: tuple[Line, ...] = ()
    warnings: tuple[Text, ...] = ()
    trace: tuple[StepPart, ...] = ()


class ComputedRecord(Strict, frozen=True, kw_only=True):
    """A record with what each pack said of it. `amount` sums what could be determined."""

    record: RecordPart
    record_sha256: Sha256
    results: tuple[ResultPart, ...]
    amount: int | None


class ComputationFile(Strict, frozen=True, kw_only=True):
    """What `compute --json` prints."""

    format: Annotated[str, msgspec.Meta(pattern="^tinhgian/computation/1$")]
    people: tuple[ComputedRecord, ...]

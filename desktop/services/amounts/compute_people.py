"""Amounts for people of a file in the published record format: no round, no office, nothing kept."""

from collections.abc import Sequence

import msgspec

from desktop.domain.errors import Refusal
from desktop.rules.policy import PolicyPack
from desktop.services.amounts.compute_support import support_for
from desktop.services.formats.record import RecordPart
from desktop.services.formats.records_in import approval_of, dossier_of
from desktop.services.formats.records_out import record_digest
from desktop.services.formats.result import COMPUTATION_FORMAT, ComputationFile, ComputedRecord
from desktop.services.formats.results import result_part


def decode_people(text: bytes) -> tuple[RecordPart, ...]:
    """Read one record or a list of them; raises Refusal("people.invalid") that says where it is wrong."""
    try:
        found = msgspec.json.decode(text.removeprefix(b"\xef\xbb\xbf"), type=RecordPart | tuple[RecordPart, ...])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise Refusal("people.invalid", where=str(fault)) from fault
    return (found,) if isinstance(found, RecordPart) else found


def compute_people(records: Sequence[RecordPart], packs: Sequence[PolicyPack]) -> ComputationFile:
    """Return what each pack says of each record; raises Refusal("people.impossible") for a date that is none."""
    return ComputationFile(
        format=COMPUTATION_FORMAT,
        people=tuple(_computed(number, each, packs) for number, each in enumerate(records, start=1)),
    )


def _computed(number: int, record: RecordPart, packs: Sequence[PolicyPack]) -> ComputedRecord:
    try:
        dossier = dossier_of(record)
        approval = approval_of(record.approval) if record.approval else None
    except Refusal as fault:
        value = ", ".join(str(each) for each in fault.params.values())
        raise Refusal("people.impossible", number=number, name=record.person.full_name, value=value) from fault
    support = support_for(dossier, approval, packs)
    return ComputedRecord(
        record=record,
        record_sha256=record_digest(record),
        results=tuple(result_part(each) for each in support.computations),
        amount=support.amount,
    )

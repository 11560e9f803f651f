"""What differs between two versions of one record, and what was decided of an earlier one."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from desktop.domain.rounds import Decision, SentDossier
from desktop.services.sending.replies import said_to
from desktop.storage import UnitOfWork

_PAPERS = "approval.attachments"
_UNSAID = frozenset({"revision", "ordinal", "approval.id", _PAPERS})
"""What the view shows otherwise, or what says nothing to people."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A dotted field with its value before and after, as in the record's JSON; None where it says nothing.

    Of a list only the rows that differ.
    """

    field: str
    before: object
    after: object


def differences(before: str, after: str) -> tuple[FieldChange, ...]:
    """Return the fields in which two records (JSON) differ, in the order of the record."""
    old, new = (_answers_in_words(msgspec.json.decode(each)) for each in (before, after))
    return tuple(each for each in _differing(old, new, "") if each.field not in _UNSAID)


def _answers_in_words(record: dict[str, object]) -> dict[str, object]:
    """Return the record with what was answered to which check; by whom and when is no difference."""
    answers = record.get("justifications")
    if not isinstance(answers, list):
        return record
    told = [f"{said_to(str(each['finding_key']))}: {each['text']}" for each in answers]
    return record | {"justifications": told}


def _differing(old: object, new: object, path: str) -> list[FieldChange]:
    if isinstance(old, dict) and isinstance(new, dict):
        keys = dict.fromkeys((*old, *new))
        inside = ((old.get(key), new.get(key), f"{path}.{key}" if path else str(key)) for key in keys)
        return [found for before, after, name in inside for found in _differing(before, after, name)]
    if old == new:
        return []
    if isinstance(old, list) and isinstance(new, list):
        return [FieldChange(path, [row for row in old if row not in new], [row for row in new if row not in old])]
    return [FieldChange(path, old, new)]


def last_decided(work: UnitOfWork, submission_id: str, versions: Iterable[SentDossier]) -> Decision | None:
    """Return the decision that stands for a version in another submission, the last one; None when there is none.

    One that was carried to this submission is no earlier one: it stands here.
    """
    own = {each.record_sha256 for each in versions if each.submission_id == submission_id}
    others = {(each.submission_id, each.dossier_id) for each in versions if each.submission_id != submission_id}
    decided = (each for dossier in {key[1] for key in others} for each in work.decisions.of_dossier(dossier))
    standing = [
        each
        for each in decided
        if (each.submission_id, each.dossier_id) in others and not each.undone_at and each.record_sha256 not in own
    ]
    return standing[-1] if standing else None

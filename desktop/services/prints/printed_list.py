"""Whether the list on paper is still the list: what it was printed from, and what it would be printed from now."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from desktop.domain.approvals import Approval
from desktop.domain.arrivals import PrintRecord
from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Justification
from desktop.domain.states import DossierState
from desktop.rules.policy import PolicyPack
from desktop.services.formats.records_out import record_digest, record_part
from desktop.storage import UnitOfWork

SHORT_HASH = 12
"""Letters of the digest that stand on paper and on the screen."""


class ListDigest:
    """The digest of all that the printed list says; taken when first asked for."""

    def __init__(self, people: Iterable[tuple[Dossier, Approval | None]], packs: tuple[PolicyPack, ...]) -> None:
        self._people = tuple(people)
        self._packs = packs

    def __call__(self) -> str:
        """Return the digest, SHA-256 in hex."""
        return self._digest

    @cached_property
    def _digest(self) -> str:
        lines = [pack.ref.sha256 for pack in self._packs]
        lines += [_of_person(dossier, approval) for dossier, approval in self._people]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _of_person(dossier: Dossier, approval: Approval | None) -> str:
    return record_digest(record_part(*plain_on_paper(dossier, approval)))


def plain_on_paper(dossier: Dossier, approval: Approval | None) -> tuple[Dossier, Approval | None]:
    """Return both without what the list does not show, and without scans: these change nothing on paper."""
    said = tuple(replace(each, author="", written_at="") for each in answers_on_paper(dossier))
    plain = replace(dossier, justifications=said, papers=(), pins=(), state=DossierState.DRAFT, revision=1, edition=0)
    return plain, replace(approval, attachments=()) if approval else None


def answers_on_paper(dossier: Dossier) -> tuple[Justification, ...]:
    """Return the answers that stand beside a person on the list: about the person and the papers, not the round."""
    return tuple(each for each in dossier.justifications if each.finding_key.split("/")[1:2] != [""])


def remember_print(work: UnitOfWork, round_id: str, record: PrintRecord) -> None:
    """Keep when the round's list was printed last, and from what; of a part of the round, of whom."""
    work.settings.put(_key(round_id), " ".join((record.printed_at, record.digest, *record.people)))


def last_print(work: UnitOfWork, round_id: str) -> PrintRecord | None:
    """Return when the round's list was printed last, None when it never was."""
    kept = work.settings.get(_key(round_id))
    if kept is None:
        return None
    printed_at, digest, *people = kept.split(" ")
    return PrintRecord(printed_at, digest, tuple(people))


def _key(round_id: str) -> str:
    return f"printed.{round_id}"

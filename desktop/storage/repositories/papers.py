"""Approvals and attachments. The bytes of an attachment are in the blob store."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, CompoundSelect, Connection, delete, func, or_, select, true

from desktop.domain.approvals import Approval, Attachment, ScanFlag
from desktop.domain.errors import Refusal
from desktop.domain.states import DossierState
from desktop.storage.mapping import built, children, columns_of, insert_rows, mappings, placed, update_rows
from desktop.storage.tables.entry import dossiers
from desktop.storage.tables.papers import (
    approval_attachments,
    approvals,
    attachment_flags,
    attachments,
    dossier_papers,
)

_FILES = {"attachments"}
_FLAGS = {"flags"}


_AT_ONCE = 500
"""Ids in one question: databases bound how many a statement may hold."""


class PaperUser(NamedTuple):
    """Somebody who refers to an approval."""

    approval_id: str
    dossier_id: str
    citizen_id: str
    state: DossierState
    binned: bool


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    listed = sorted(set(ids))
    return (listed[at : at + _AT_ONCE] for at in range(0, len(listed), _AT_ONCE))


def _users(approval_ids: Collection[str]) -> CompoundSelect[Any]:
    who = (dossiers.c.id, dossiers.c.citizen_id, dossiers.c.state, dossiers.c.discarded_at != "")
    resting = select(dossiers.c.approval_id, *who).where(dossiers.c.approval_id.in_(approval_ids))
    owning = select(dossier_papers.c.approval_id, *who).join(dossiers, dossiers.c.id == dossier_papers.c.dossier_id)
    return resting.union(owning.where(dossier_papers.c.approval_id.in_(approval_ids)))


class Approvals:
    """Decisions and consents of the competent authority."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, new: Approval) -> None:
        """Store a new approval; its attachments must be known when the unit of work ends."""
        insert_rows(self._connection, approvals, [columns_of(new, without=_FILES)])
        self._insert_files(new)

    def get(self, approval_id: str) -> Approval | None:
        """Return the approval, None when there is none."""
        return next(iter(self._load(approvals.c.id == approval_id)), None)

    def need(self, approval_id: str) -> Approval:
        """Return the approval; raises Refusal("record.not_found")."""
        found = self.get(approval_id)
        if found is None:
            raise Refusal("record.not_found", id=approval_id)
        return found

    def of_round(self, round_id: str) -> tuple[Approval, ...]:
        """Return the round's approvals by date, number and id."""
        return self._load(approvals.c.round_id == round_id)

    def holders(self, sha256: str) -> tuple[Approval, ...]:
        """Return the approvals of all rounds to which the file is attached."""
        ids = select(approval_attachments.c.approval_id).where(approval_attachments.c.sha256 == sha256)
        return self._load(approvals.c.id.in_(ids))

    def sharing_files(self, round_id: str) -> tuple[Approval, ...]:
        """Return the approvals of other rounds to which a file of this round's is attached."""
        joined = approval_attachments.join(approvals, approvals.c.id == approval_attachments.c.approval_id)
        own = select(approval_attachments.c.sha256).select_from(joined).where(approvals.c.round_id == round_id)
        others = select(approval_attachments.c.approval_id).select_from(joined).where(approvals.c.round_id != round_id)
        ids = self._connection.execute(others.where(approval_attachments.c.sha256.in_(own))).scalars()
        return tuple(found for some in _chunks(ids) for found in self._load(approvals.c.id.in_(some)))

    def users(self, approval_ids: Collection[str]) -> tuple[PaperUser, ...]:
        """Return who refers to these approvals, as their own paper or as what they rest on; those in the bin too."""
        asked = (_users(some) for some in _chunks(approval_ids))
        return tuple(PaperUser(*row) for each in asked for row in self._connection.execute(each))

    def save(self, changed: Approval) -> None:
        """Store the approval's new content; raises Refusal("record.not_found")."""
        self.need(changed.id)
        columns = columns_of(changed, without=_FILES)
        update_rows(self._connection, approvals, approvals.c.id == changed.id, columns)
        self._delete_files(changed.id)
        self._insert_files(changed)

    def remove(self, approval_id: str) -> None:
        """Delete an approval to which no dossier refers, in the bin or not.

        Raises Refusal("record.not_found") or Refusal("approval.in_use", number, people).
        """
        approval = self.need(approval_id)
        papers = select(dossier_papers.c.dossier_id).where(dossier_papers.c.approval_id == approval_id)
        users = or_(dossiers.c.approval_id == approval_id, dossiers.c.id.in_(papers))
        people = self._connection.execute(select(func.count()).select_from(dossiers).where(users)).scalar_one()
        if people:
            raise Refusal("approval.in_use", number=approval.number, people=people)
        self._connection.execute(delete(approvals).where(approvals.c.id == approval_id))

    def _delete_files(self, approval_id: str) -> None:
        own = approval_attachments.c.approval_id == approval_id
        self._connection.execute(delete(approval_attachments).where(own))

    def _insert_files(self, of: Approval) -> None:
        rows = placed({"approval_id": of.id}, [{"sha256": sha256} for sha256 in of.attachments])
        insert_rows(self._connection, approval_attachments, rows)

    def _load(self, condition: ColumnElement[bool]) -> tuple[Approval, ...]:
        statement = select(approvals).where(condition)
        ordered = statement.order_by(approvals.c.issued_on.is_(None), approvals.c.issued_on)
        rows = mappings(self._connection, ordered.order_by(approvals.c.number, approvals.c.id))
        keys = select(approvals.c.id).where(condition)
        files = children(
            self._connection, approval_attachments, ("approval_id",), approval_attachments.c.approval_id.in_(keys)
        )
        return tuple(
            built(Approval, row, attachments=tuple(each["sha256"] for each in files[(row["id"],)])) for row in rows
        )


class Attachments:
    """Files taken in, by the digest of their bytes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, new: Attachment) -> None:
        """Store what is known of a file; a file that is known already stays as it is."""
        if self.get(new.sha256) is None:
            insert_rows(self._connection, attachments, [columns_of(new, without=_FLAGS)])
            rows = placed({"sha256": new.sha256}, [columns_of(flag) for flag in new.flags])
            insert_rows(self._connection, attachment_flags, rows)

    def judge(self, sha256: str, flags: Iterable[ScanFlag]) -> None:
        """Keep other faults of a file than were known; nothing happens for a file that is not known."""
        self._connection.execute(delete(attachment_flags).where(attachment_flags.c.sha256 == sha256))
        if self.get(sha256) is not None:
            rows = placed({"sha256": sha256}, [columns_of(flag) for flag in flags])
            insert_rows(self._connection, attachment_flags, rows)

    def get(self, sha256: str) -> Attachment | None:
        """Return what is known of the file, None when there is none."""
        return next(iter(self._load(attachments.c.sha256 == sha256)), None)

    def of(self, digests: Iterable[str]) -> tuple[Attachment, ...]:
        """Return the known files among `digests`, in their order."""
        wanted = tuple(digests)
        known = {each.sha256: each for each in self._load(attachments.c.sha256.in_(wanted))}
        return tuple(known[sha256] for sha256 in wanted if sha256 in known)

    def all(self) -> tuple[Attachment, ...]:
        """Return all files, by digest."""
        return self._load(true())

    def _load(self, condition: ColumnElement[bool]) -> tuple[Attachment, ...]:
        rows = mappings(self._connection, select(attachments).where(condition).order_by(attachments.c.sha256))
        keys = select(attachments.c.sha256).where(condition)
        flags = children(self._connection, attachment_flags, ("sha256",), attachment_flags.c.sha256.in_(keys))
        return tuple(
            built(Attachment, row, flags=tuple(built(ScanFlag, each) for each in flags[(row["sha256"],)]))
            for row in rows
        )

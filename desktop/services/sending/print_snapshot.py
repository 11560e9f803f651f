"""What stood on the list when it was printed last: kept in the profile, so that what changed since can be told."""

import zlib
from collections.abc import Iterable
from hashlib import sha256

import msgspec

from desktop.domain.approvals import Approval
from desktop.domain.arrivals import PrintRecord
from desktop.domain.dossiers import Dossier
from desktop.services.formats.records_out import canonical, record_part
from desktop.services.office import Office
from desktop.services.prints.printed_list import plain_on_paper, remember_print
from desktop.services.recovery.left_overs import staging
from desktop.services.rounds.round_view import RoundView

_FORMAT = "tinhgian/printed/1"


class PrintedPerson(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person on paper: the record (canonical JSON) without what the list does not show; `amount` in đồng."""

    id: str
    full_name: str
    record: str
    amount: int | None


class PrintSnapshot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everybody on paper; `policies` are "id version"."""

    format: str
    round: str
    policies: tuple[str, ...]
    people: tuple[PrintedPerson, ...]


def snapshot_of(view: RoundView, people: Iterable[Dossier]) -> PrintSnapshot:
    """Return what a list of these people shows now."""
    policies = tuple(f"{pack.id} {pack.version}" for pack in view.packs)
    printed = tuple(_printed(view, each, view.approval_of(each)) for each in people)
    return PrintSnapshot(_FORMAT, view.round.id, policies, printed)


def _printed(view: RoundView, dossier: Dossier, approval: Approval | None) -> PrintedPerson:
    record = canonical(record_part(*plain_on_paper(dossier, approval))).decode("utf-8")
    return PrintedPerson(dossier.id, dossier.person.full_name, record, view.supports[dossier.id].amount)


def keep_print(office: Office, round_id: str, record: PrintRecord, shown: PrintSnapshot) -> None:
    """Remember when and what was printed, in place of the print before; raises Refusal of the store."""
    content = zlib.compress(msgspec.json.encode(shown))
    digest = sha256(content).hexdigest()
    with staging(office.store, (digest,)):
        office.store.blobs.put_bytes(content)
        with office.store.begin() as work:
            before = work.settings.get(_key(round_id))
            remember_print(work, round_id, record)
            work.settings.put(_key(round_id), digest)
            work.staged_files.clear((digest,))
    if before not in {None, digest}:
        office.store.blobs.remove(str(before))  # it holds its round's id, so nothing else can name it


def last_snapshot(office: Office, round_id: str) -> PrintSnapshot | None:
    """Return what was printed last, None when nothing was, or by a version of the program that did not keep it.

    Raises Refusal: blob.missing, blob.changed.
    """
    with office.store.begin() as work:
        digest = work.settings.get(_key(round_id))
    if digest is None:
        return None
    with office.store.blobs.open(digest) as stream:
        return msgspec.json.decode(zlib.decompress(stream.read()), type=PrintSnapshot)


def _key(round_id: str) -> str:
    return f"printed_content.{round_id}"

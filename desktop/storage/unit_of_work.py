"""The unit of work: all repositories over one transaction."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from desktop.domain.dossiers import Dossier, StateChange
from desktop.domain.errors import Param, Refusal
from desktop.domain.rounds import SentDossier
from desktop.domain.states import EDITABLE, DossierState, check_move
from desktop.storage.audit import Audit
from desktop.storage.repositories.corrections import Corrections
from desktop.storage.repositories.decisions import Decisions
from desktop.storage.repositories.departures import Departures, StagedFiles
from desktop.storage.repositories.dossiers import Dossiers
from desktop.storage.repositories.held import HeldPackages
from desktop.storage.repositories.history import History
from desktop.storage.repositories.named_files import named_files
from desktop.storage.repositories.papers import Approvals, Attachments
from desktop.storage.repositories.policies import Policies
from desktop.storage.repositories.receipts import ArrivalAlarms, DraftPackages, Receipts
from desktop.storage.repositories.registers import Imports, Packages, WaitingCareers
from desktop.storage.repositories.rounds import Rounds
from desktop.storage.repositories.settings import Drafts, Settings
from desktop.storage.repositories.submissions import Submissions
from desktop.storage.repositories.subordinates import EmbeddedPackages, SubordinatePackages
from desktop.storage.stamps import stamp


class UnitOfWork:
    """What `Store.begin()` yields; everything done through it happens together or not at all."""

    def __init__(self, connection: Connection, now: Callable[[], datetime]) -> None:
        def current_stamp() -> str:
            return stamp(now())

        self._stamp = current_stamp
        self._connection = connection
        self.settings = Settings(connection)
        self.rounds = Rounds(connection)
        self.dossiers = Dossiers(connection, current_stamp)
        self.history = History(connection)
        self.approvals = Approvals(connection)
        self.attachments = Attachments(connection)
        self.submissions = Submissions(connection)
        self.corrections = Corrections(connection)
        self.decisions = Decisions(connection)
        self.packages = Packages(connection)
        self.held = HeldPackages(connection)
        self.departures = Departures(connection)
        self.staged_files = StagedFiles(connection)
        self.subordinates = SubordinatePackages(connection)
        self.embedded = EmbeddedPackages(connection)
        self.receipts = Receipts(connection)
        self.draft_packages = DraftPackages(connection)
        self.alarms = ArrivalAlarms(connection)
        self.imports = Imports(connection)
        self.waiting_careers = WaitingCareers(connection)
        self.policies = Policies(connection)
        self.drafts = Drafts(connection, current_stamp)
        self.audit = Audit(connection, current_stamp)

    def named_files(self, digests: Collection[str]) -> frozenset[str]:
        """Return those of the files, by digest, that something in the store names; reads the whole store."""
        return named_files(self._connection, digests)

    def move(self, dossier: Dossier, wanted: DossierState, author: str, reason: str = "") -> Dossier:
        """Move a dossier to another state, with history and audit; return it as stored, one edition on.

        A dossier that may be edited is stored with its content, any other with its state alone. Raises
        Refusal("state.not_allowed"), ("state.reason_missing") or ("record.changed_elsewhere").
        """
        check_move(dossier.state, wanted, reason)
        write = self.dossiers.write if dossier.state in EDITABLE else self.dossiers.write_state
        moved = write(dossier, wanted)
        self._note(StateChange(dossier.id, dossier.revision, dossier.state, wanted, author, self._stamp(), reason))
        return moved

    def add_completed(self, new: Iterable[Dossier], author: str) -> tuple[Dossier, ...]:
        """Store new drafts that are complete as they come; the same as `dossiers.add_all` and then `move` of each.

        Raises Refusal("state.not_allowed") when one of them is no draft.
        """
        drafts = tuple(new)
        for each in drafts:
            check_move(each.state, DossierState.COMPLETE, "")
        moved = tuple(replace(each, state=DossierState.COMPLETE, edition=each.edition + 1) for each in drafts)
        self.dossiers.add_all(moved)
        now = self._stamp()
        changes = [StateChange(e.id, e.revision, e.state, DossierState.COMPLETE, author, now, "") for e in drafts]
        self.history.add_all(changes)
        self.audit.append_all(author, "dossier.moved", [(each.dossier_id, _detail(each)) for each in changes])
        return moved

    def move_sent(
        self, submission_id: str, dossier_id: str, wanted: DossierState, author: str, reason: str = ""
    ) -> SentDossier:
        """Move a sent or received dossier to another state, with history and audit; return it as stored.

        Raises Refusal("record.not_found"), ("state.not_allowed"), ("state.reason_missing") or
        ("record.changed_elsewhere").
        """
        sent = self._need_sent(submission_id, dossier_id)
        check_move(sent.state, wanted, reason)
        self.submissions.move(submission_id, dossier_id, wanted)
        self._note(StateChange(dossier_id, sent.revision, sent.state, wanted, author, self._stamp(), reason))
        return self._need_sent(submission_id, dossier_id)

    def _need_sent(self, submission_id: str, dossier_id: str) -> SentDossier:
        sent = self.submissions.dossier(submission_id, dossier_id)
        if sent is None:
            raise Refusal("record.not_found", id=dossier_id)
        return sent

    def _note(self, change: StateChange) -> None:
        self.history.add(change)
        self.audit.append(change.author, "dossier.moved", change.dossier_id, _detail(change))


def _detail(change: StateChange) -> dict[str, Param]:
    moved: dict[str, Param] = {
        "before": change.before.value,
        "after": change.after.value,
        "revision": change.revision,
    }
    return moved | ({"reason": change.reason} if change.reason else {})

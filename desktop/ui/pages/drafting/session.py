"""The draft on the desk: changed by one act at a time, saved after each, every act undone on request."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import Refusal
from desktop.rules.drafting import without_parts
from desktop.rules.pack import read_pack, untried_policy_of
from desktop.rules.pack_errors import PackError
from desktop.rules.pack_file import PackFile
from desktop.rules.pack_text import write_pack_file
from desktop.rules.policy import PolicyPack
from desktop.services.office import Office
from desktop.services.policies.compare_policies import Subject
from desktop.services.policies.draft_policy import PolicyDraft, keep_draft

_UNDO = 200
"""How many acts can be undone."""


class DraftSession(QObject):
    """Holds one draft. `file` is None while the text is no pack file; `pack` is the last that could be computed."""

    changed = Signal()
    refused = Signal(object)
    """Refusal: the draft could not be saved."""

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.draft: PolicyDraft | None = None
        self.file: PackFile | None = None
        self.pack: PolicyPack | None = None
        self.fault: PackError | None = None
        self.people: tuple[Subject, ...] = ()
        """People of open records, to try the draft on; filled by whoever read them."""
        self._computes = False
        self._before: list[str] = []
        self._after: list[str] = []

    @property
    def current(self) -> PolicyPack | None:
        """The pack as the text stands, None while it cannot be computed.

        A figure that nothing uses yet does not keep the rest from being tried.
        """
        return self.pack if self._computes else None

    @property
    def others(self) -> tuple[PolicyPack, ...]:
        """The packs that formulas may take amounts from."""
        return self.office.shelf.others(self.draft.base.id) if self.draft else ()

    def open(self, draft: PolicyDraft | None) -> None:
        """Take this draft up; what was undone or could be belongs to the one before."""
        self.draft, self.people = draft, ()
        self._before, self._after = [], []
        self._read()

    def edit(self, file: PackFile) -> None:
        """Change the draft to this file, if it is another."""
        if self.draft is not None and file != self.file:
            self.set_text(write_pack_file(file))

    def set_text(self, text: str) -> None:
        """Change the draft to this text, whether it can be read or not."""
        if self.draft is None or text == self.draft.text:
            return
        self._before = [*self._before[-_UNDO:], self.draft.text]
        self._after = []
        self._put(text)

    def can_undo(self) -> bool:
        """Whether there is an act to undo."""
        return bool(self._before)

    def can_redo(self) -> bool:
        """Whether there is an undone act to do again."""
        return bool(self._after)

    def undo(self) -> None:
        """Take the last act back."""
        if self._before and self.draft is not None:
            self._after.append(self.draft.text)
            self._put(self._before.pop())

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._after and self.draft is not None:
            self._before.append(self.draft.text)
            self._put(self._after.pop())

    def _put(self, text: str) -> None:
        assert self.draft is not None  # noqa: S101 - the callers looked
        self.draft = replace(self.draft, text=text)
        try:
            self.draft = keep_draft(self.office, self.draft)
        except Refusal as refusal:
            self.refused.emit(refusal)
        self._read()

    def _read(self) -> None:
        self.file, self.fault, self._computes = None, None, False
        if self.draft is not None:
            try:
                self.file = self.draft.file
                self.pack = untried_policy_of(read_pack(self.draft.text.encode("utf-8"), "bản soạn"), self.others)
                self._computes = True
            except PackError as fault:
                self.fault = fault
                self._computes = self._try_without_idle(fault)
                if not self._computes:
                    self._stand_in(self.draft)
        self.changed.emit()

    def _try_without_idle(self, fault: PackError) -> bool:
        """Compute without the parts that nothing uses, where that is all that is wrong."""
        if self.file is None or any(each.code != "pack.unused" for each in fault.all):
            return False
        rest = without_parts(self.file, (str(each.params["found"]) for each in fault.all))
        try:
            self.pack = untried_policy_of(read_pack(write_pack_file(rest).encode("utf-8"), "bản soạn"), self.others)
        except PackError:
            return False  # the fault itself is shown
        return True

    def _stand_in(self, draft: PolicyDraft) -> None:
        """Where the draft cannot be computed, names and labels come from what it was computed with last."""
        if self.pack is None or self.pack.id != draft.base.id:
            (self.pack,) = self.office.shelf.sent_with((draft.base,))

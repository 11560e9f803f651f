"""The end of a draft: version and dates, whom it changes, and the signed package for the units."""

import msgspec
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.rules.drafting import figures
from desktop.rules.pack_file import PackFile, PackStatus
from desktop.services.keys.signing_state import signing_state
from desktop.services.policies.compare_policies import PolicyImpact, compare_policies
from desktop.services.policies.draft_policy import discard_draft
from desktop.services.policies.install_policy import impact_of
from desktop.services.policies.open_people import example_people
from desktop.services.policies.publish_policy import Published, candidate, publish_policy
from desktop.ui.messages import Messages
from desktop.ui.pages.drafting.session import DraftSession
from desktop.ui.pages.frames import button, label_for, passphrase_edit, plain_label, row_of, scrolled
from desktop.ui.pages.impact_view import ImpactView
from desktop.ui.pages.kept_secret import KeptSecret
from desktop.ui.pages.trust_parts import PathChoice
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text, word
from desktop.ui.widgets.edits import ChoiceBox, DateEdit, TextEdit
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine

_LEAST_LINES = 10
"""Of the comparison, in a window so low that the rest scrolls."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("PublishTab", text)


class PublishTab(QWidget):
    """Compare, then sign; what is still open is named beside the button."""

    published = Signal(object)
    """Published: the pack holds here and the package lies in the folder."""

    def __init__(self, session: DraftSession, tasks: Tasks, messages: Messages) -> None:
        super().__init__()
        self._session, self._tasks = session, tasks
        self._ready = False
        """Whether the draft itself may be published; a passphrase mistyped does not change that."""
        self.version, self.first, self.last = TextEdit(), DateEdit(), DateEdit()
        self.status = ChoiceBox(PackStatus, word)
        self.ready, self.open_line = MarkedLine(), plain_label()
        self._compared = ""
        """The text of the draft that the comparison shown is of."""
        self.whom = QComboBox()
        self.compare = button(_tr("&So sánh"))
        self.impact = ImpactView()
        self.folder = PathChoice.folder(messages, _tr("Ghi gói vào thư mục hoặc USB"))
        self.passphrase = passphrase_edit()
        self.kept = KeptSecret(session.office, self.passphrase)
        self.publish = button(_tr("&Ký và công bố"), next_step=True)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.version)

    def refresh(self) -> None:
        """Show the draft as it stands, and whether it can be published."""
        file = self._session.file
        self.setEnabled(file is not None)
        if file is not None:
            self._show(file)
        self._offer()

    def _on_token(self) -> bool:
        """Whether a token signs: a pack of policy is not encrypted, so that nothing but its PIN is needed."""
        return bool(signing_state(self._session.office).token)

    def _show(self, file: PackFile) -> None:
        self.version.set_text(file.version)
        self.first.set_value(file.effective_from)
        self.last.set_value(file.effective_to)
        self.status.set_value(file.status)
        opened = [each.parameter.label for each in figures(file) if each.open]
        said = _tr("Còn {0} mức chưa có số liệu: {1}. Ai cần đến những mức này sẽ chưa có số tiền.")
        self.open_line.setText(said.format(len(opened), "; ".join(opened)) if opened else "")
        self.open_line.setVisible(bool(opened))
        if self._session.draft is not None and self._session.draft.text != self._compared:
            self.impact.show_none()
        refusal = self._held_back()
        self._ready = not refusal
        ready = _tr("Mọi trường hợp mẫu đều đạt, mọi mức có căn cứ: công bố được.")
        self.ready.show_text(Tone.ERROR if refusal else Tone.OK, refusal or ready, word=False)

    def _held_back(self) -> str:
        draft = self._session.draft
        try:
            candidate(self._session.office, draft.text if draft else "")
        except Refusal as refusal:
            return refusal_text(refusal)
        return ""

    def _offer(self) -> None:
        self.compare.setEnabled(self._session.current is not None)
        given = bool(self.passphrase.text()) or self._on_token()
        self.publish.setEnabled(self._ready and self.folder.path is not None and given)

    def _head(self) -> None:
        file, first, version = self._session.file, self.first.value(), self.version.value()
        status = self.status.value()
        if file is not None and first is not None and version and status is not None:
            self._session.edit(
                msgspec.structs.replace(
                    file, version=version, effective_from=first, effective_to=self.last.value(), status=status
                )
            )

    def _compare(self) -> None:
        pack, draft = self._session.current, self._session.draft
        if pack is None or draft is None:
            return
        office, examples = self._session.office, self.whom.currentIndex() == 1

        def work(progress: Progress) -> PolicyImpact:
            if examples:
                holds, others = office.shelf.pack(pack.id), office.shelf.others(pack.id)
                return compare_policies((holds,), (pack,), example_people(pack), others=others)
            return impact_of(office, pack, progress=progress.report, cancelled=progress.cancelled)

        def done(impact: PolicyImpact) -> None:
            if self._session.draft is not None and self._session.draft.text == draft.text:
                self._compared = draft.text
                self.impact.show_impact(impact)

        self._tasks.database(work, title=_tr("So sánh"), done=done, failed=self._refused, owner=self)

    def _publish(self) -> None:
        draft, folder = self._session.draft, self.folder.path
        if draft is None or folder is None or not self.publish.isEnabled():
            return
        text, secret = draft.text, self.passphrase.text()
        self.passphrase.clear()

        def work(_progress: Progress) -> Published:
            made = publish_policy(self._session.office, text, folder, secret)
            discard_draft(self._session.office, draft)
            return made

        def done(made: Published) -> None:
            self.kept.used(secret)
            self.published.emit(made)

        self._tasks.database(work, title=_tr("Ký và công bố"), done=done, failed=self._refused, owner=self)

    def _refused(self, refusal: Refusal) -> None:
        self.ready.show_text(Tone.ERROR, refusal_text(refusal), word=False)

    def _connect(self) -> None:
        for edit in (self.version, self.first, self.last, self.status):
            edit.committed.connect(self._head)
        self.compare.clicked.connect(self._compare)
        self.folder.chosen.connect(self._offer)
        self.passphrase.textChanged.connect(self._offer)
        self.passphrase.returnPressed.connect(self._publish)
        self.publish.clicked.connect(self._publish)

    def _lay_out(self) -> None:
        required = Need.REQUIRED
        self.whom.addItems([_tr("Hồ sơ đang mở"), _tr("Người trong trường hợp mẫu")])
        self.whom.setAccessibleName(_tr("So sánh trên ai"))
        head = row_of(
            self,
            LabelledField(_tr("&Phiên bản"), self.version, need=required),
            LabelledField(_tr("&Hiệu lực từ"), self.first, need=required),
            LabelledField(_tr("đế&n"), self.last),
            LabelledField(_tr("&Tình trạng"), self.status, need=required),
            stretch=False,
        )
        foot = row_of(
            self,
            LabelledField(_tr("Thư mục ghi gói"), self.folder, need=required),
            LabelledField(_tr("&Mật khẩu của khóa"), self.passphrase, need=required),
            self.kept.tick,
            stretch=False,
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(step(self, 2))
        self.impact.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        column.addLayout(head)
        column.addWidget(self.ready)
        column.addWidget(self.open_line)
        column.addLayout(row_of(self, label_for(self.whom, _tr("So sánh trên")), self.whom, self.compare))
        column.addWidget(self.impact, 1)
        column.addLayout(foot)
        column.addLayout(row_of(self, self.publish))

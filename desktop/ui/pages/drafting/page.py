"""Soạn chính sách: the drafts of Sở Tài chính, and the one on the desk from its figures to its publication."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QMenu, QTabWidget, QWidget

from desktop.domain.errors import Refusal
from desktop.services.office import Office
from desktop.services.policies.compare_policies import Subject
from desktop.services.policies.draft_policy import PolicyDraft, discard_draft, drafts_of, restore_draft
from desktop.services.policies.open_people import open_people
from desktop.services.policies.publish_policy import Published
from desktop.ui.messages import Messages
from desktop.ui.pages.drafting.examples_tab import ExamplesTab
from desktop.ui.pages.drafting.figures_tab import FiguresTab
from desktop.ui.pages.drafting.formula_tab import FormulaTab
from desktop.ui.pages.drafting.names_tab import NamesTab
from desktop.ui.pages.drafting.publish_tab import PublishTab
from desktop.ui.pages.drafting.session import DraftSession
from desktop.ui.pages.drafting.text_tab import TextTab
from desktop.ui.pages.frames import button, label_for, narrow_tabs, page_column, tell_whole
from desktop.ui.pages.moments import shown_moment
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages_base import Banner, Changed, Page
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.full_height import flowing
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.pill import Pill

_SHOWN_DISCARDED = 20


class DraftPage(Page):
    """A draft, tab after tab: Số liệu, Công thức, Tên gọi, Trường hợp mẫu, Văn bản YAML, So sánh và công bố."""

    page_id = "draft"
    icon_name = "draft"

    def __init__(self, office: Office, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = page_name(self.page_id)
        self._office, self._tasks = office, tasks
        self._drafts: tuple[PolicyDraft, ...] = ()
        self.session = DraftSession(office, self)
        self.drafts = QComboBox()
        self.drafts_label = label_for(self.drafts, self.tr("Bản soạn"))
        tell_whole(self.drafts)
        self.state = Pill(Tone.MUTED, "")
        self.undo, self.redo = button(self.tr("Hoàn tác")), button(self.tr("Làm lại"))
        self.discard = button(self.tr("Bỏ bản soạn"), quiet=True)
        self.bin = button(self.tr("Thùng"), quiet=True)
        self.bin.setMenu(QMenu(self.bin))
        self.figures, self.formulas = FiguresTab(self.session), FormulaTab(self.session)
        self.names = NamesTab(self.session)
        self.examples, self.text = ExamplesTab(self.session), TextTab(self.session, messages)
        self.publish = PublishTab(self.session, tasks, messages)
        self.tabs = QTabWidget()
        self.empty = EmptyState(
            self.tr("Chưa có bản soạn nào"),
            self.tr("Bản soạn bắt đầu từ một gói đang có, với số phiên bản kế tiếp; lưu lại sau mỗi việc."),
            self.tr("Tới trang Chính sách"),
        )
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.tabs)
        self.refresh(None)

    def refresh(self, changed: Changed | None) -> None:  # noqa: ARG002 - everything is read anew
        """Read the list of drafts anew; the one on the desk stays."""
        self._drafts = drafts_of(self._office)
        self._fill_bin()
        held = self.session.draft
        with QSignalBlocker(self.drafts):
            self.drafts.clear()
            for each in self._drafts:
                self.drafts.addItem(f"{each.title} · {shown_moment(each.saved_at)}", each.id)
            if held is not None:
                self.drafts.setCurrentIndex(self.drafts.findData(held.id))
        if held is None or held.id not in {each.id for each in self._drafts}:
            self._take_up(self._drafts[0] if self._drafts else None)
        else:
            self._show()

    def _fill_bin(self) -> None:
        discarded = drafts_of(self._office, discarded=True)
        menu = self.bin.menu()
        menu.clear()
        for each in discarded[:_SHOWN_DISCARDED]:
            words = self.tr("Lấy lại {0} · {1}").format(each.title, shown_moment(each.saved_at))
            menu.addAction(words, partial(self._restore, each))
        self.bin.setVisible(bool(discarded))

    def arrive(self, target: object) -> None:
        """Take up the draft with this id."""
        self.refresh(None)
        found = next((each for each in self._drafts if each.id == target), None)
        if found is not None:
            self._take_up(found)
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where the draft goes on, or on the one button while there is none."""
        if self.session.draft is None:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tabs.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Write what is half typed."""
        self.formulas.flush()
        self.text.flush()

    def count(self) -> tuple[int, bool]:
        """Return how many drafts there are."""
        return len(self._drafts), False

    def status(self) -> str:
        """Return what is on the desk and whether it is saved."""
        draft = self.session.draft
        if draft is None:
            return self.tr("Chưa có bản soạn nào. Mở trang Chính sách và bấm Soạn phiên bản mới.")
        return self.tr("{0} · đã lưu {1}").format(draft.title, shown_moment(draft.saved_at))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's own keys."""
        return (
            ("Ctrl+PgDn", self.tr("Thẻ tiếp theo")),
            ("Ctrl+Shift+Z", self.tr("Hoàn tác việc soạn vừa làm")),
            ("Ctrl+Y", self.tr("Làm lại việc vừa hoàn tác")),
            ("Ctrl+Space", self.tr("Trong công thức: chọn tên theo tiếng Việt")),
        )

    def _take_up(self, draft: PolicyDraft | None) -> None:
        self.session.open(draft)
        if draft is not None:
            with QSignalBlocker(self.drafts):
                self.drafts.setCurrentIndex(self.drafts.findData(draft.id))
            self._read_people(draft)

    def _read_people(self, draft: PolicyDraft) -> None:
        def work(_progress: Progress) -> tuple[Subject, ...]:
            return open_people(self._office, draft.base.id)

        def done(people: tuple[Subject, ...]) -> None:
            if self.session.draft is not None and self.session.draft.id == draft.id:
                self.session.people = people
                self._show()

        self._tasks.database(work, title=self.tr("Đọc hồ sơ đang mở"), done=done, failed=self._refused, owner=self)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._drafts):
            self.leave()
            self._take_up(self._drafts[place])

    def _show(self) -> None:
        """Show the draft in the tab that is open; the others follow when they are opened."""
        draft, fault = self.session.draft, self.session.fault
        self.tabs.setVisible(draft is not None)
        self.empty.setVisible(draft is None)
        for each in (self.drafts_label, self.drafts, self.state, self.undo, self.redo, self.discard):
            each.setVisible(draft is not None)
        self.undo.setEnabled(self.session.can_undo())
        self.redo.setEnabled(self.session.can_redo())
        if fault is None:
            self.state.show_state(Tone.OK, self.tr("Tính được"))
        else:
            self.state.show_state(Tone.WARNING, self.tr("Còn lỗi"))
        current = self.tabs.currentWidget()
        if isinstance(current, FiguresTab | FormulaTab | NamesTab | ExamplesTab | TextTab | PublishTab):
            current.refresh()
        self.updated.emit()

    def _turned(self) -> None:
        self.leave()
        self._show()

    def _discard(self) -> None:
        draft = self.session.draft
        if draft is None:
            return
        self.leave()
        discard_draft(self._office, draft)
        self.refresh(None)
        told = self.tr("Đã bỏ bản soạn vào thùng.")
        self.banner.emit(Banner(told, Tone.INFO, self.tr("&Hoàn tác"), lambda: self._restore(draft), undo=True))

    def _restore(self, draft: PolicyDraft) -> None:
        self.arrive(restore_draft(self._office, draft).id)

    def _published(self, published: Published) -> None:
        self.session.open(None)
        self.refresh(None)
        self.empty.button.setFocus()
        self.changed.emit(Changed())
        told = self.tr("Đã công bố {0} phiên bản {1}. Gói nằm ở {2}: chép cho các đơn vị.")
        package = published.package.path
        self.banner.emit(Banner(told.format(published.pack.title, published.pack.version, package), Tone.OK))

    def _refused(self, refusal: Refusal) -> None:
        self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))

    def _connect(self) -> None:
        self.session.changed.connect(self._show)
        self.session.refused.connect(self._refused)
        self.drafts.activated.connect(self._choose)
        self.undo.clicked.connect(self.session.undo)
        self.redo.clicked.connect(self.session.redo)
        self.discard.clicked.connect(self._discard)
        self.tabs.currentChanged.connect(self._turned)
        self.publish.published.connect(self._published)
        self.empty.pressed.connect(lambda: self.go.emit("policy", None))
        for keys, act in (("Ctrl+Shift+Z", self.session.undo), ("Ctrl+Y", self.session.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _lay_out(self) -> None:
        self.drafts.setAccessibleName(self.tr("Bản soạn"))
        self.drafts.setMinimumContentsLength(36)
        self.drafts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.tabs.addTab(self.figures, self.tr("&1 Số liệu"))
        self.tabs.addTab(self.formulas, self.tr("&2 Công thức"))
        self.tabs.addTab(self.names, self.tr("&3 Tên, thời hạn"))
        self.tabs.addTab(self.examples, self.tr("&4 Trường hợp mẫu"))
        self.tabs.addTab(self.text, self.tr("&5 Văn bản YAML"))
        self.tabs.addTab(self.publish, self.tr("&6 So sánh và công bố"))
        narrow_tabs(self.tabs)
        column = page_column(self)
        tools = (self.drafts, self.state, self.undo, self.redo, self.discard, self.bin)
        column.addWidget(flowing(self, self.drafts_label, *tools))
        column.addWidget(self.empty, 1)
        column.addWidget(self.tabs, 1)

"""The register of approvals: each document, its scans, whom it covers, and how the page looks."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.approvals import Approval, Attachment
from desktop.domain.errors import Refusal
from desktop.services.entry.typed_parts import Form, HalfTyped
from desktop.services.papers.links import give_paper
from desktop.services.papers.register import enter_document, remove_document
from desktop.ui.messages import Messages
from desktop.ui.models.table import RecordTableView
from desktop.ui.pages import page_counts
from desktop.ui.pages.approval_form import ApprovalForm
from desktop.ui.pages.desk import Desk, DeskPage
from desktop.ui.pages.entry.document_typing import (
    document_typing,
    fill_document,
    fill_new_document,
    new_document_typing,
)
from desktop.ui.pages.entry.walk_on import FromFinding, WalkOn
from desktop.ui.pages.frames import narrow_tabs, within_margins
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages.papers.attaching import Attaching
from desktop.ui.pages.papers.came_together import CameTogether
from desktop.ui.pages.papers.document_pane import DocumentPane
from desktop.ui.pages.papers.link_pane import LinkPane
from desktop.ui.pages.papers.pin_pane import PinPane
from desktop.ui.pages.papers.proves_choice import choices_of
from desktop.ui.pages.papers.redaction_view import RedactionView
from desktop.ui.pages.papers.register_table import people_count, register_table
from desktop.ui.pages.papers.scan_acts import ScanActs
from desktop.ui.pages.papers.scan_inbox import ScanInbox
from desktop.ui.pages.papers.undoing import note_added, note_removal
from desktop.ui.pages.undo_banner import undo_banner
from desktop.ui.pages_base import Banner, Changed
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.drop_zone import DropZone
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.folding_splitter import FoldingSplitter
from desktop.ui.widgets.full_height import flowing
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.menus import menu_item
from desktop.ui.widgets.rooms import Rooms

_FOLDED_REGISTER, _FOLDED_TABS = 8, 30
"""Lines of height of the register and of the document below it in a narrow window."""
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
_ACCEPTED = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")


class ApprovalsPage(DeskPage):
    """A scan is attached once and counts for everybody in the document."""

    page_id = "approvals"
    icon_name = "approval"

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = page_name(self.page_id)
        self._tasks, self._messages = tasks, messages
        self._walked: FromFinding | None = None
        """The finding that led here, until one goes back to it."""
        self._for_person = ""
        """For whom the document that is being entered is, "" for nobody yet."""
        self.table = self._make_table()
        self.form = ApprovalForm()
        self.form.ready.connect(self._add)
        self.form.left.connect(self._close_form)
        self.form.hide()
        self.drop = DropZone(_ACCEPTED, self.tr("Kéo bản quét vào đây hoặc bấm để chọn tệp"))
        self.drop.let_go.connect(self._attach_all)
        self.drop.choose_requested.connect(self._choose_files)
        together = CameTogether(desk)
        self.attaching = Attaching(desk, tasks, self, together=together)
        self.inbox = ScanInbox(desk, tasks, messages, together=together)
        self.pins, self.details, self.links = PinPane(desk, tasks), DocumentPane(desk), LinkPane(desk)
        self.preview = self.pins.preview
        self.tabs = self._make_tabs()
        self.redaction = RedactionView(desk, tasks, messages)
        self.redaction.closed.connect(self._close_redaction)
        self.redaction.said.connect(self.banner)
        self._lay_out()
        self._connect_scans()
        self._fill()

    def arrive(self, target: object) -> None:
        """Show a document: its id, or that of a file attached to it; of (it, dossier id, field) the pin as well.

        ("", dossier id, paper) begins a new document that proves this paper, for that person.
        """
        self._walked = target if isinstance(target, FromFinding) else None
        if isinstance(target, FromFinding):
            self._show_field(target.document, target.field)
            return
        wanted, person, field = target if isinstance(target, tuple) else (str(target), "", "")
        if not wanted:
            self._open_form(field, person)
            return
        self._choose_holder(wanted)
        if person:
            self.tabs.setCurrentWidget(self.pins)
            self.pins.aim(person, field)

    def _choose_holder(self, wanted: str) -> None:
        """Choose the document with this id, or the one to which the file with this id is attached."""
        view = self._desk.view
        holders = [each.id for each in view.approvals.values() if wanted in each.attachments] if view else []
        self.table.choose(holders[0] if holders else wanted)

    def _show_field(self, wanted: str, field: str) -> None:
        """Put the keyboard into what a finding is about: a field of the document, or the place for its scans."""
        self._choose_holder(wanted)
        editor = self.details.editor(field)
        self.tabs.setCurrentWidget(self.details if editor else self.pins)
        (editor or self.drop.button).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _walk_on(self, by: int) -> None:
        """Go back to where a finding led here from, and on from there."""
        if self._walked is not None:
            came, self._walked = self._walked, None
            self.details.commit()
            self.go.emit(came.page, WalkOn(by, came.person))

    def unfolded_width(self) -> int:
        """Return how wide register and document are at least beside each other."""
        return within_margins(self, self._splitter.unfolded_width())

    def fold(self, *, narrow: bool) -> None:
        """Put the document chosen below the register."""
        self._splitter.fold(narrow=narrow)

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def count(self) -> tuple[int, bool]:
        """Return how many documents there are; those without a scan wait."""
        return page_counts.approvals(self._desk)

    def typing(self) -> tuple[HalfTyped, ...]:
        """Return what stands in the form of a new document, and half typed about the one shown."""
        opened = self._desk.round
        return (new_document_typing(self.form, opened.id), *document_typing(self.details)) if opened else ()

    def take_up(self, typed: HalfTyped) -> tuple[str, ...]:
        """Put back what stood half typed."""
        if typed.form is Form.DOCUMENT:
            self.tabs.setCurrentWidget(self.details)
            return fill_document(self.details, typed)
        self._open_form()
        return fill_new_document(self.form, typed)

    def leave(self) -> None:
        """Keep what is half typed."""
        self.details.commit()

    def status(self) -> str:
        """Return how much of a package's limit is used."""
        return self.scan_acts.budget_words()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's own keys."""
        return (
            ("Insert", self.tr("Đặt khung ghim; mũi tên dời, Shift+mũi tên đổi cỡ, Enter ghi")),
            ("Ctrl+↑, Ctrl+↓", self.tr("Ghim cho người trước, người sau")),
            ("F2, Delete", self.tr("Dời, xóa ghim đang chọn")),
            ("F8, Shift+F8", self.tr("Về danh sách lỗi đã dẫn tới đây, tới mục sau, mục trước")),
            ("Ctrl+E", self.tr("Sửa bản quét: nối, tách, xoay, nắn thẳng, đổi thứ tự trang")),
            ("Ctrl+G", self.tr("Gắn tệp mới quét vào văn bản đang chọn")),
            ("Ctrl+Shift+V", self.tr("Dán ảnh của trang giấy vào văn bản đang chọn")),
            ("Space", self.tr("Gắn hoặc gỡ văn bản cho người đang chọn")),
            ("Page Up, Page Down", self.tr("Trang trước, trang sau")),
        )

    def _connect_scans(self) -> None:
        for pane in (self.inbox, self.scan_acts, self.attaching):
            pane.said.connect(self.banner)
            pane.changed.connect(self._tell_changed)
        acts: dict[str, Callable[[], None]] = {"F8": partial(self._walk_on, 1), "Shift+F8": partial(self._walk_on, -1)}
        acts |= {"Ctrl+E": self.scan_acts.edit, "Ctrl+G": self.inbox.attach, "Ctrl+Shift+V": self.inbox.paste}
        for key, act in acts.items():
            QShortcut(QKeySequence(key), self, context=_HERE).activated.connect(act)

    def _make_tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.addTab(self.pins, self.tr("Bản quét và ghim"))
        tabs.addTab(self.details, self.tr("Nội dung"))
        tabs.addTab(self.links, self.tr("Người"))
        narrow_tabs(tabs)
        for pane in (self.pins, self.details, self.links):
            pane.said.connect(self.banner)
            pane.changed.connect(self._tell_changed)
        return tabs

    def _make_table(self) -> RecordTableView[Approval]:
        table = register_table(self._desk)
        empty = EmptyState(
            self.tr("Chưa có văn bản nào"),
            self.tr(
                "Quyết định hoặc văn bản đồng ý là căn cứ của danh sách. Nhập danh sách Excel sẽ tự ghi các văn bản."
            ),
            self.tr("Thêm văn bản"),
        )
        empty.pressed.connect(self._start_form)
        table.set_empty(empty)
        table.current_row_changed.connect(self._choose)
        return table

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Văn bản và giấy tờ"))
        heading.setProperty("role", "title")
        self.add_button = QPushButton(self.tr("&Thêm văn bản"))
        self.add_button.clicked.connect(self._start_form)
        self.detach_button = QPushButton(self.tr("&Gỡ bản quét"))
        self.detach_button.setEnabled(False)
        self.more_button = QPushButton(self.tr("Việc k&hác"))
        self.scan_acts = ScanActs(self._desk, self._tasks, self._messages)
        self.more_button.setMenu(self._make_menu())
        self.detach_button.clicked.connect(self._detach)
        row = (self.add_button, self.scan_acts, self.detach_button, self.more_button)
        acts = flowing(self, *row, trailing=True)
        top = QHBoxLayout()
        top.addWidget(heading, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(acts, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.table, 1)
        column.addWidget(self.drop)
        column.addWidget(self.inbox)
        beside = QWidget()
        room = QVBoxLayout(beside)
        room.setContentsMargins(step(self, 1), 0, 0, 0)
        room.addWidget(self.tabs)
        lines = {self.table: _FOLDED_REGISTER, self.tabs: _FOLDED_TABS}
        splitter = self._splitter = FoldingSplitter(left, beside, lines=lines)
        letter = self.fontMetrics().averageCharWidth()
        left.setMinimumWidth(letter * 39)
        splitter.setSizes([letter * 80, letter * 64])
        splitter.setStretchFactor(1, 1)
        work = QWidget()
        inside = QVBoxLayout(work)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(top)
        inside.addWidget(splitter, 1)
        self.stack = Rooms()
        self.stack.addWidget(work)
        self.stack.addWidget(self.redaction)
        whole = QVBoxLayout(self)
        whole.addWidget(self.stack)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self.scan_acts.add_to(menu)
        self.redact_action = menu_item(menu, self.tr("Lập &bản che…"), self._open_redaction)
        self.redact_action.setToolTip(self.tr("Bản sao đã giấu số CCCD, số tài khoản để đưa cho người khác"))
        self.remove_action = menu_item(menu, self.tr("Bỏ &văn bản khỏi đợt"), self._remove)
        self.remove_action.setToolTip(self.tr("Chỉ bỏ được văn bản không gắn với ai"))
        return menu

    def _open_redaction(self) -> None:
        """Make a copy of the document shown, or of more, in which numbers are hidden."""
        chosen = self.table.current_record()
        self.stack.setCurrentWidget(self.redaction)
        self.redaction.open_for(chosen.id if chosen else "")

    def _close_redaction(self) -> None:
        self.stack.setCurrentIndex(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        view = self._desk.view
        rows = list(view.approvals.values()) if view else []
        self.table.replace(rows)
        self.table.fit_columns()
        if self.table.current_record() is None and rows:
            self.table.choose(rows[0].id)
        self.inbox.refresh()
        self._choose(self.table.current_record())
        self.add_button.setEnabled(view is not None)
        self.updated.emit()

    def _choose(self, approval: object) -> None:
        files = self._files(approval) if isinstance(approval, Approval) else ()
        self.drop.setEnabled(isinstance(approval, Approval))
        self.detach_button.setEnabled(bool(files))
        self.remove_action.setEnabled(isinstance(approval, Approval) and people_count(self._desk, approval) == "0")
        view = self._desk.view
        self.redact_action.setEnabled(bool(view and view.attachments))
        chosen = approval if isinstance(approval, Approval) else None
        for pane in (self.pins, self.details, self.links):
            pane.show_document(chosen)
        for more in (self.inbox, self.scan_acts):
            more.show_document(chosen)
        people = people_count(self._desk, chosen) if chosen else ""
        self.tabs.setTabText(2, self.tr("Người ({count})").format(count=people) if people else self.tr("Người"))

    def _files(self, approval: Approval) -> tuple[Attachment, ...]:
        view = self._desk.view
        attachments = view.attachments if view else {}
        return tuple(attachments[each] for each in approval.attachments if each in attachments)

    def _start_form(self) -> None:
        self._open_form()

    def _open_form(self, proves: str = "", person: str = "") -> None:
        view = self._desk.view
        self._for_person = person
        if view is not None:
            self.drop.hide()  # a low window has no room for both
            self.form.start(choices_of(view.packs), proves)

    def _close_form(self) -> None:
        self.form.hide()
        self.drop.show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        if self._desk.round is None:
            return
        typed = self.form.typed()
        added = enter_document(
            self._desk.office,
            self._desk.round.id,
            number=typed.number,
            issued_on=typed.issued_on,
            issuer=typed.issuer,
            proves=typed.proves,
        )
        wanted = (self._for_person,) if self._for_person else ()
        given = give_paper(self._desk.office, added.id, wanted) if wanted else None
        step_back = note_added(self._desk, added, given)
        self._close_form()
        self._renew()
        self.table.choose(added.id)
        text = self.tr("Đã {act}.").format(act=step_back.label)
        self.banner.emit(undo_banner(self._desk, step_back, text, self.banner.emit, self._renew))

    def _choose_files(self) -> None:
        filters = self.tr("Bản quét (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)")
        self._messages.open_files(self.tr("Chọn bản quét"), done=self._attach_all, filters=filters)

    def _attach_all(self, paths: Sequence[Path], wrong: Sequence[Path] = ()) -> None:
        approval = self.table.current_record()
        if approval is not None:
            self.attaching.attach(approval, paths, wrong)

    def _detach(self) -> None:
        approval = self.table.current_record()
        if approval is None or not approval.attachments:
            return
        sha256 = self.pins.file_shown or approval.attachments[-1]
        name = next((each.name for each in self._files(approval) if each.sha256 == sha256), "")
        self.attaching.detach(approval, sha256, name)

    def _renew(self) -> None:
        self._desk.read()
        self.changed.emit(Changed(shown=True))

    def _remove(self) -> None:
        """Take a document that is nobody's out of the register."""
        approval = self.table.current_record()
        if approval is None:
            return
        try:
            removed = remove_document(self._desk.office, approval.id)
        except Refusal as refusal:
            self._refused(refusal)
            return
        label = self.tr("bỏ văn bản {number}").format(number=removed.number)
        step = note_removal(self._desk, label, removed)
        self._renew()
        text = self.tr("Đã {act}.").format(act=label)
        self.banner.emit(undo_banner(self._desk, step, text, self.banner.emit, self._renew))

    def _tell_changed(self) -> None:
        self.changed.emit(Changed(shown=True))

    def _refused(self, refusal: Refusal) -> None:
        self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))

"""Appraising: declared beside recomputed beside the papers, and the decision on each person."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QSplitter, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.domain.money import Dong, format_dong
from desktop.domain.rounds import Decision, Outcome, Reason
from desktop.domain.states import DECIDED, WAITING
from desktop.services.appraisal.appraisal_list import (
    AppraisalLine,
    CleanPeople,
    appraisal_lines,
    clean_total,
    standing_now,
)
from desktop.services.appraisal.appraise import decide, decide_clean, inbox, open_appraisal, undo_decision
from desktop.services.appraisal.draft_view import open_received
from desktop.services.appraisal.received_view import Appraisal, ReceivedView
from desktop.services.corrections.changes import Change
from desktop.services.office import Office
from desktop.services.prints.print_forms import PrintedList
from desktop.services.prints.print_result import print_appraisal_result
from desktop.ui.messages import Messages
from desktop.ui.models import RecordTableModel, RecordTableView
from desktop.ui.pages import page_counts
from desktop.ui.pages.decision_bar import DecisionBar
from desktop.ui.pages.decision_entry import DecisionEntry
from desktop.ui.pages.folding import Folding
from desktop.ui.pages.frames import button, lead_with, page_column, plain_label, quiet_label
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages.papers_view import PapersView
from desktop.ui.pages.people_columns import people_columns
from desktop.ui.pages.person_view import PersonView
from desktop.ui.pages.print_view import PrintStack
from desktop.ui.pages.slip_making import appraisal_slip_making
from desktop.ui.pages_base import Banner, Changed, Page
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text, word
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import Tone, step, write_as
from desktop.ui.widgets.rooms import Rooms


@dataclass(frozen=True)
class _Opened:
    received: ReceivedView
    lines: tuple[AppraisalLine, ...]


class AppraisalPage(Page):
    """The people on the left, the one looked at in the middle, the paper on the right."""

    page_id = "appraisal"
    icon_name = "appraise"

    def __init__(self, office: Office, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = page_name(self.page_id)
        self._office, self._tasks, self._messages = office, tasks, messages
        self._submission_id = ""
        self._wanted = ""
        """The dossier to show as soon as its submission is open."""
        self._opened: _Opened | None = None
        self._appraisal: Appraisal | None = None
        self._last: Decision | None = None
        self._model = RecordTableModel(people_columns(), lambda line: line.sent.dossier_id, self)
        self.people: RecordTableView[AppraisalLine] = RecordTableView(self._model, self.tr("Người được đề nghị"))
        self.unit = quiet_label()
        self.unit.setMinimumWidth(1)  # a name of one long word must not widen the window
        self.draft_note = plain_label(message("draft.only_to_look"))
        write_as(self.draft_note, Tone.WARNING)
        self.draft_note.hide()
        self.only_changed = QCheckBox(self.tr("Chỉ người mới và người sửa"))
        self.only_changed.hide()
        self.result_button = button(self.tr("In kết quả (Biểu 05)…"))
        self.person = PersonView(office.catalogue)
        self.papers = PapersView(office, tasks)
        self.entry = DecisionEntry()
        self.bar = DecisionBar(self)
        self._lay_out()
        lead_with(self, self.people)
        self._connect()
        self.setFocusProxy(self.people)

    def refresh(self, changed: Changed | None) -> None:  # noqa: ARG002 - what is shown is little
        """Read anew where everybody stands."""
        if self._opened is not None:
            self._show_lines()
            self._look()

    def take_focus(self) -> None:
        """Put the keyboard on the people, or on the one button while no package is open."""
        where = self.empty.button if self._opened is None else self.people
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self, target: object) -> None:
        """Open the submission with this id; of a pair with a dossier's id show that person in it."""
        submission_id, self._wanted = target if isinstance(target, tuple) else (str(target), "")
        if submission_id != self._submission_id:
            self._open(submission_id)
        elif self._opened is not None and self._wanted:
            self._choose_wanted()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Open the oldest package that waits when none is open; not before, for it is recomputed whole."""
        super().showEvent(event)
        waiting = [] if self._submission_id else [each for each in inbox(self._office) if each.undecided]
        if waiting:
            self._open(waiting[0].submission.id)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the decision bar and of the paper."""
        return (
            ("A, D, B, T", self.tr("Chấp thuận, điều chỉnh, trả lại, từ chối")),
            ("Ctrl+Enter", self.tr("Ghi quyết định đã nhập lý do")),
            ("Alt+↑, Alt+↓", self.tr("Người trước, người sau")),
            ("F6", self.tr("Hiện hoặc ẩn văn bản")),
            ("Page Up, Page Down", self.tr("Trang văn bản trước, sau")),
            ("Ctrl+P", self.tr("In phiếu tính, hai bên đặt cạnh nhau")),
        )

    def count(self) -> tuple[int, bool]:
        """Return how many people wait for a decision, in all packages."""
        return page_counts.undecided(self._office)

    def status(self) -> str:
        """Return how many of the open package are decided."""
        if self._opened is None:
            return ""
        lines = self._model.rows
        if self._opened.received.draft:
            return self.tr("NHÁP · {0} người · chỉ để xem").replace("{0}", str(len(lines)))
        decided = sum(1 for line in lines if line.sent.state in DECIDED)
        differing = sum(1 for line in lines if line.differs)
        sentence = self.tr("{0} người · {1} đã quyết định · {2} có khác biệt")
        return sentence.format(len(lines), decided, differing)

    def _take_back(self) -> None:
        """Take the last decision back, from the banner."""
        if self._last is not None:
            self._undo(self._last, self.tr("Quyết định nhầm, rút ngay"))

    def _open(self, submission_id: str) -> None:
        self._submission_id, self._opened, self._appraisal = submission_id, None, None

        def work(_progress: Progress) -> _Opened:
            received = open_received(self._office, submission_id)
            return _Opened(received, appraisal_lines(self._office, received))

        self._tasks.database(
            work, title=self.tr("Tính lại danh sách"), done=self._show_opened, failed=self._refused, owner=self
        )

    def _show_opened(self, opened: _Opened) -> None:
        if opened.received.submission.id != self._submission_id:
            return
        submission = opened.received.submission
        self._opened = opened
        self.unit.setText(shown(f"{submission.unit.name} · {submission.round_name}"))
        self.draft_note.setVisible(opened.received.draft)
        for each in (self.bar.all, self.result_button):
            each.setVisible(not opened.received.draft)
        self._stack.setCurrentIndex(1)
        corrects = any(line.change for line in opened.lines)
        self.only_changed.setVisible(corrects)
        self.only_changed.setChecked(corrects)
        self._show_lines()
        self.people.fit_columns()
        if not self._model.rows:
            self.only_changed.setChecked(False)
        undecided = (line for line in self._model.rows if line.sent.state in WAITING)
        first = next(undecided, next(iter(self._model.rows), None))
        if not self._choose_wanted() and first is not None:
            self.people.choose(first.sent.dossier_id)
        self.people.setFocus()
        self.updated.emit()

    def _show_lines(self) -> None:
        """Show everybody as they stand now; of a correction, unless asked otherwise, those who are not the same."""
        if self._opened is None:
            return
        lines = standing_now(self._office, self._submission_id, self._opened.lines)
        only = self.only_changed.isChecked()
        self.people.replace([line for line in lines if not only or line.change is not Change.SAME])
        self.updated.emit()

    def _choose_wanted(self) -> bool:
        """Show the person whom another page or the search led to; False when none was asked for."""
        wanted, self._wanted = self._wanted, ""
        if wanted and not self.people.choose(wanted):
            self.only_changed.setChecked(False)
        return bool(wanted) and self.people.choose(wanted)

    def _look(self) -> None:
        line = self.people.current_record()
        if line is None or self._opened is None:
            return
        try:
            self._appraisal = open_appraisal(self._office, self._opened.received, line.sent.dossier_id)
        except Refusal as refusal:
            self._refused(refusal)
            return
        self.person.show_appraisal(self._appraisal)
        self.papers.show_appraisal(self._appraisal)
        self.bar.show_appraisal(self._appraisal)

    def print_person(self) -> None:
        """Show the slip of the person looked at, both offices side by side, ready to print."""
        if self._appraisal is None or self._opened is None:
            return
        title = self.tr("Phiếu tính: {name}").format(name=shown(self._appraisal.sent.full_name))
        making = appraisal_slip_making(self._office, self._opened.received, self._appraisal)
        self.printing.make(title, "bieu-03-phieu-tinh.pdf", making)

    def _hold_decisions(self) -> None:
        """Let no letter decide on a person who is covered by a form."""
        self.bar.setEnabled(not self.printing.covered)

    def _ask_result_folder(self) -> None:
        self._messages.choose_folder(self.tr("Ghi Biểu 05 vào"), done=self._print_result)

    def _print_result(self, folder: Path) -> None:
        opened = self._opened
        if opened is not None:
            self._tasks.database(
                lambda _progress: print_appraisal_result(self._office, opened.received, folder),
                title=self.tr("In kết quả thẩm định"),
                done=self._printed,
                failed=self._refused,
                owner=self,
            )

    def _printed(self, printed: PrintedList) -> None:
        self.banner.emit(Banner(message("ui.printed", pdf=printed.pdf.name, xlsx=printed.xlsx.name), Tone.OK))

    def _close_entry(self) -> None:
        self.bar.show()
        self.people.setFocus()

    def _go_to_other(self) -> None:
        if self.entry.isVisible():
            self.entry.close_panel()
        self._look()

    def _choose(self, outcome: Outcome) -> None:
        if self._appraisal is None:
            return
        if outcome is Outcome.APPROVED:
            self._decide(outcome, None, ())
        else:
            self.bar.hide()
            self.entry.open_for(outcome, self._appraisal)

    def _decide(self, outcome: Outcome, amount: Dong | None, reasons: tuple[Reason, ...]) -> None:
        if self._appraisal is None or self._opened is None:
            return
        sent = self._appraisal.sent
        try:
            self._last = decide(
                self._office, self._opened.received, sent.dossier_id, outcome, amount=amount, reasons=reasons
            )
        except Refusal as refusal:
            self._refused(refusal)
            return
        if self.entry.isVisible():
            self.entry.close_panel()
        told = f"{word(outcome)}: {shown(sent.full_name)}"
        self.banner.emit(Banner(told, Tone.OK, self.tr("Rút quyết định"), self._take_back, undo=True))
        self._changed()

    def _move(self, by: int) -> None:
        row = self.people.currentIndex().row() + by
        if 0 <= row < self.people.records.rowCount():
            self.people.selectRow(row)

    def _undo_shown(self) -> None:
        if self._appraisal is not None and self._appraisal.decision is not None:
            self._undo(self._appraisal.decision, "")

    def _undo(self, decision: Decision, reason: str) -> None:
        self._messages.ask_text(
            self.tr("Rút quyết định"), self.tr("Lý do rút"), done=lambda text: self._undone(decision, text), text=reason
        )

    def _undone(self, decision: Decision, reason: str) -> None:
        try:
            undo_decision(self._office, decision.id, reason)
        except Refusal as refusal:
            self._refused(refusal)
            return
        self._last = None
        self.banner.emit(Banner(self.tr("Đã rút quyết định."), Tone.OK))
        self.people.choose(decision.dossier_id)
        self._changed()

    def _ask_for_all(self) -> None:
        opened = self._opened
        if opened is not None:
            self._tasks.database(
                lambda _progress: clean_total(self._office, opened.received),
                title=self.tr("Tìm người không có khác biệt"),
                done=self._confirm_all,
                failed=self._refused,
                owner=self,
            )

    def _confirm_all(self, clean: CleanPeople) -> None:
        count = len(clean.ids)
        if not count:
            self._refused(Refusal("appraisal.nobody_clean"))
            return
        sentence = self.tr("{0} người không có khác biệt, không có lỗi hay cảnh báo chưa giải trình. Tổng số: {1}.")
        self._messages.confirm(
            self.tr("Chấp thuận hàng loạt"),
            sentence.format(count, format_dong(clean.total)),
            yes=self.tr("Chấp thuận {0} người").format(count),
            done=self._decide_all,
        )

    def _decide_all(self) -> None:
        opened = self._opened
        if opened is not None:
            self._tasks.database(
                lambda _progress: decide_clean(self._office, opened.received),
                title=self.tr("Chấp thuận hàng loạt"),
                done=self._decided_all,
                failed=self._refused,
                owner=self,
            )

    def _decided_all(self, decisions: tuple[Decision, ...]) -> None:
        self._last = None
        total = Dong(sum(each.amount or 0 for each in decisions))
        told = self.tr("Đã chấp thuận {0} người, {1}.").format(len(decisions), format_dong(total))
        self.banner.emit(Banner(told, Tone.OK))
        self._changed()

    def _changed(self) -> None:
        self.refresh(None)
        self.changed.emit(Changed(frozenset({self._submission_id})))

    def _refused(self, refusal: Refusal) -> None:
        self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))

    def _connect(self) -> None:
        self.people.current_row_changed.connect(self._go_to_other)
        self.only_changed.toggled.connect(self._show_lines)
        for each in (
            self.people,
            self.person.notes,
            self.person.policies,
            self.papers.preview.canvas,
            self.papers.pins,
        ):
            self.bar.listen_to(each)
        self.person.comparison.step_chosen.connect(self.papers.show_step)
        self.person.notes.field_asked.connect(self.papers.show_field)
        self.bar.chosen.connect(self._choose)
        self.bar.moved.connect(self._move)
        self.bar.undo_asked.connect(self._undo_shown)
        self.bar.all_asked.connect(self._ask_for_all)
        self.person.print_asked.connect(self.print_person)
        self.result_button.clicked.connect(self._ask_result_folder)
        self.printing.said.connect(self.banner)
        self.printing.currentChanged.connect(self._hold_decisions)
        keys = QKeySequence(QKeySequence.StandardKey.Print)
        printing = QShortcut(keys, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        printing.activated.connect(self.print_person)
        self.entry.decided.connect(self._decide)
        self.entry.closed.connect(self._close_entry)

    def _lay_out(self) -> None:
        self.empty = EmptyState(
            self.tr("Chưa mở gói nào"),
            self.tr("Ở đây thẩm định từng người của một gói đề nghị: số khai, số tính lại và văn bản đặt cạnh nhau."),
            self.tr("Mở hộp thư"),
        )
        self.empty.pressed.connect(lambda: self.go.emit("inbox", None))
        self._stack = Rooms()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._work_place())
        self.printing = PrintStack(self._stack, self._tasks, self._messages, self._office.folder)
        column = page_column(self)
        column.addWidget(self.printing, 1)

    def _work_place(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(step(self, 1), 0, step(self, 1), 0)
        column.addWidget(self.person, 1)
        column.addWidget(self.entry)
        column.addWidget(self.bar)
        left = QWidget()
        list_column = QVBoxLayout(left)
        list_column.setContentsMargins(0, 0, 0, 0)
        list_column.addWidget(self.draft_note)
        list_column.addWidget(self.unit)
        list_column.addWidget(self.only_changed)
        list_column.addWidget(self.people, 1)
        list_column.addWidget(self.bar.all)
        list_column.addWidget(self.result_button)
        place = QSplitter(Qt.Orientation.Horizontal)
        for part, stretch in ((left, 3), (middle, 5), (self.papers, 4)):
            place.addWidget(part)
            place.setStretchFactor(place.count() - 1, stretch)
        place.setSizes([2800, 5000, 3500])
        place.setChildrenCollapsible(False)
        self.folding = Folding(place, (left, middle, self.papers), self.bar.paper)
        return place

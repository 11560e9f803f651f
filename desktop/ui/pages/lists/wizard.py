"""A list on its way into the round, in four steps; nothing changes before the last one."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.documents.lists.watching import Tell
from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.services.lists.comparison import Choices, ListComparison, compare_list
from desktop.services.lists.import_list import ListPreview, ListTakenIn, take_in_list
from desktop.services.lists.layout_memory import RememberedLayout, forget_layout, remember_layouts, remembered_layouts
from desktop.services.lists.opening import open_list, read_planned
from desktop.services.lists.pasting import open_block
from desktop.services.lists.plan import ListPlan
from desktop.services.lists.preparing import prepare_list
from desktop.system.paths import view_settings
from desktop.ui.messages import Messages
from desktop.ui.pages.desk import Desk, Looked
from desktop.ui.pages.lists.check_step import CheckStep
from desktop.ui.pages.lists.columns_step import ColumnsStep
from desktop.ui.pages.lists.file_step import ENDINGS, FileStep
from desktop.ui.pages.lists.files import WizardFiles
from desktop.ui.pages.lists.recent_files import RecentFiles
from desktop.ui.pages.lists.result_step import ResultStep, taken_in_text
from desktop.ui.pages.lists.take_back import WayBack
from desktop.ui.pages.undo_round import come_to_round
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.rooms import Rooms

T = TypeVar("T")
FILE, COLUMNS, CHECK, RESULT = range(4)


class ListWizard(QWidget):
    """Stands in the place of the list of people; Escape leads back and leaves everything as it was."""

    closed = Signal()
    taken_in = Signal()
    """The round is another one now: people came in, or went out again."""
    said = Signal(object)
    """`Banner`."""
    go = Signal(str, object)

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._messages = desk, tasks, messages
        self._preview: ListPreview | None = None
        self._read_as: object = None
        """How the preview was read, so that it is not read again for going back and forth."""
        self._comparison: ListComparison | None = None
        self._said_round = ""
        """The id of the round into which the clerk believes the list to go."""
        self._choices: Choices | None = None
        self._back: WayBack | None = None
        self._scratch: TemporaryDirectory[str] | None = None
        """Where a pasted block lies until it is taken in or left."""
        self._working: Progress | None = None
        self._recent = RecentFiles(view_settings(desk.office.folder))
        self._files = WizardFiles(tasks, messages, self)
        self.file_step = FileStep(self._recent)
        self.columns_step = ColumnsStep()
        self.check_step = CheckStep()
        self.result_step = ResultStep()
        self.steps = Rooms()
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.trail = QLabel()
        self.cancel_button = QPushButton()
        self.back_button = QPushButton(self.tr("‹ T&rước"))
        self.next_button = QPushButton()
        self.next_button.setProperty("next", "true")
        self._lay_out()
        self._connect()

    @property
    def place(self) -> int:
        """The step that is shown, from 0."""
        return self.steps.currentIndex()

    def start(self) -> None:
        """Begin with the choice of a file."""
        self._forget()
        self.said.emit(None)
        self._show(FILE)
        self.file_step.renew()

    def open(self, path: Path) -> None:
        """Read a workbook and show its sheets and columns."""
        self._forget()
        self._note_round()
        layouts = remembered_layouts(self._desk.office)
        self._work(partial(_open, path, layouts), self.tr("Đọc tệp {name}").format(name=path.name), self._opened)

    def open_block(self, text: str, columns: Sequence[str]) -> None:
        """Show how a pasted block will be read; `columns` are the fields from the one pasted into on."""
        self._forget()
        self._note_round()
        self.said.emit(None)
        private = self._desk.office.folder / "private"
        private.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._scratch = TemporaryDirectory(dir=private, ignore_cleanup_errors=True)
        name = self.tr("khoi-dan-{time}.xlsx").format(time=f"{datetime.now().astimezone():%Y%m%d-%H%M%S}")
        try:
            plan = open_block(text, Path(self._scratch.name), name, columns)
        except Refusal as refusal:
            self._forget()
            self.closed.emit()
            self.said.emit(Banner(refusal_text(refusal), Tone.WARNING))
            return
        self._opened(plan)

    def close_wizard(self) -> None:
        """Stop what is being done and lead back; what was not taken in leaves no trace."""
        if self._working is not None:
            self._working.cancel()
            return
        back = self._back
        self._forget()
        self.closed.emit()
        if back is not None:
            self._say_taken(back)

    def go_on(self) -> None:
        """Do what the button says."""
        if self._working is not None:
            return
        if self.place == COLUMNS:
            self._read()
        elif self.place == CHECK:
            self._take_in()
        elif self.place == RESULT:
            self.close_wizard()

    def go_back(self) -> None:
        """Show the step before, with everything that was chosen there."""
        if self._working is None and COLUMNS <= self.place <= CHECK:
            if self.place == CHECK:
                self._choices = self.check_step.choices()
            self._show(self.place - 1 if self._scratch is None else COLUMNS)

    def _opened(self, plan: ListPlan) -> None:
        self.columns_step.show_plan(plan)
        self._show(COLUMNS)

    def _read(self) -> None:
        plan, opened = self.columns_step.plan, self._desk.round
        if plan is None or opened is None or not plan.ready:
            return
        if self._preview is not None and self._read_as == (plan.mappings, plan.converts):
            self._show(CHECK)
            self._follow_round()
            return
        self._read_as = plan.mappings, plan.converts
        self._choices = None
        self._work(partial(_read, plan), self.tr("Đọc danh sách"), self._compare)

    def _compare(self, preview: ListPreview) -> None:
        opened = self._desk.round
        if opened is None:
            return

        def work(_progress: Progress) -> tuple[ListPreview, ListComparison]:
            return preview, compare_list(self._desk.office, opened.id, preview.reading)

        self._work(work, self.tr("So với những người đã có trong đợt"), self._compared, lane=True)

    def _compared(self, found: tuple[ListPreview, ListComparison]) -> None:
        preview, comparison = self._preview, self._comparison = found
        self._choices = self._choices or Choices.offered(comparison)
        self.check_step.show_reading(preview, comparison, self._choices)
        self._show(CHECK)
        if not self._follow_round():
            self._say_round(comparison.round_id)

    def _follow_round(self) -> bool:
        """Compare anew where another round lies on the desk since: a list never goes into one that was not looked at.

        Tells whether it has to.
        """
        preview, comparison, opened = self._preview, self._comparison, self._desk.round
        if preview is None or comparison is None or opened is None or opened.id == comparison.round_id:
            return False
        if self.place == CHECK and self._working is None and self.isVisible():
            self._choices = None
            self._compare(preview)
        return True

    def _note_round(self) -> None:
        self._said_round = self._desk.round.id if self._desk.round else ""

    def _say_round(self, round_id: str) -> None:
        """Say into which round the list goes, where it was begun over another one."""
        if self._said_round == round_id:
            return
        self._note_round()
        name = self._desk.round.name if self._desk.round else ""
        text = self.tr("Đợt đang mở đã đổi: danh sách vừa được so lại với {round}. Xem lại rồi mới nhập.")
        self.said.emit(Banner(text.format(round=shown(name)), Tone.WARNING))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look whether the round is still the same."""
        super().showEvent(event)
        self._follow_round()

    def _take_in(self) -> None:
        preview, comparison, opened = self._preview, self._comparison, self._desk.round
        if preview is None or comparison is None or opened is None or self._follow_round():
            return
        choices = self._choices = self.check_step.choices()
        office, before = self._desk.office, self._desk.view
        judging, storing = self.tr("kiểm tra"), self.tr("ghi vào đợt")

        def work(progress: Progress) -> tuple[ListTakenIn, Looked]:
            stop = progress.cancelled
            prepared = prepare_list(
                office, opened.id, comparison, choices, before, progress=_counted(progress, judging), cancelled=stop
            )
            taken = take_in_list(
                office,
                opened.id,
                preview,
                comparison,
                choices,
                prepared=prepared,
                progress=_counted(progress, storing),
                cancelled=stop,
            )
            remember_layouts(office, preview.path.name, preview.reading.mappings)
            return taken, self._desk.look(prepared.foreseen)

        self._work(work, self.tr("Nhập danh sách"), partial(self._done, opened.id, preview), lane=True)

    def _done(self, round_id: str, preview: ListPreview, done: tuple[ListTakenIn, Looked]) -> None:
        taken, looked = done
        self._comparison = None  # what it said was done
        self._back = WayBack.note(self._desk, round_id, taken, preview.path.name)
        if self._scratch is None:
            self._recent.note(preview.path)
        self._desk.take(looked)
        self.taken_in.emit()
        self.result_step.show_result(taken, preview.path.name, preview.workbook.sha256)
        self._show(RESULT)

    def _say_taken(self, back: WayBack) -> None:
        tone = Tone.WARNING if back.taken.drafts else Tone.OK
        undo = partial(self._take_back, back)
        self.said.emit(Banner(taken_in_text(back.taken), tone, self.tr("&Hoàn tác"), undo, undo=True))

    def _undo(self) -> None:
        if self._back is not None:
            self._take_back(self._back)

    def _take_back(self, back: WayBack) -> None:
        came = come_to_round(self._desk, back.step)

        def work(progress: Progress) -> Looked:
            back.act.undo_ahead(_counted(progress), progress.cancelled)
            return self._desk.look(looked=progress.report)

        self._work(work, self.tr("Hoàn tác lần nhập"), partial(self._taken_back, back, came), lane=True)

    def _taken_back(self, back: WayBack, came: str, looked: Looked) -> None:
        self._desk.history.take_back(back.step)
        self._forget()
        self._desk.take(looked)
        self.taken_in.emit()
        self.closed.emit()
        text = self.tr("Đã hoàn tác lần nhập danh sách; những người đã nhập nằm trong thùng rác.")
        self.said.emit(Banner(text + came, Tone.INFO))

    def _work(
        self, work: Callable[[Progress], T], title: str, done: Callable[[T], None], *, lane: bool = False
    ) -> None:
        """Run off the window's thread; buttons rest until the answer is here."""
        start = self._tasks.database if lane else self._tasks.pool

        def answered(result: T) -> None:
            self._rest()
            done(result)

        self.cancel_button.setVisible(True)
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)  # what is disabled cannot hear Escape
        self._working = start(work, title=title, done=answered, failed=self._refused, owner=self)
        self._offer()

    def _rest(self) -> None:
        self._working = None
        self._offer()
        self._take_focus()

    def _refused(self, refusal: Refusal) -> None:
        self._rest()
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))
        if refusal.code == "record.changed_elsewhere":
            self._preview = None  # the round is another one: it is compared anew
            self._show(COLUMNS)

    def _stopped(self, _title: str) -> None:
        if self._working is not None and self._working.cancelled():
            self._rest()

    def _forget_layout(self, layout: object) -> None:
        if isinstance(layout, RememberedLayout):
            forget_layout(self._desk.office, layout)

    def _refuse_files(self, paths: object) -> None:
        if isinstance(paths, list) and paths:
            text = self.tr("{file} không phải bảng tính. Chọn tệp XLSX, XLS hoặc ODS.")
            self.said.emit(Banner(text.format(file=shown(paths[0].name)), Tone.WARNING))

    def _ask_file(self) -> None:
        patterns = " ".join(f"*{each}" for each in ENDINGS)
        filters = self.tr("Bảng tính ({patterns})").format(patterns=patterns)
        self._messages.open_file(self.tr("Chọn danh sách Excel"), done=self.open, filters=filters)

    def _mend(self, dossier_id: str) -> None:
        self.close_wizard()
        self.go.emit("people", dossier_id)

    def _to_cells(self) -> None:
        self.close_wizard()
        self.go.emit("checks", None)

    def _forget(self) -> None:
        self._preview = self._comparison = self._choices = self._back = None
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    def _show(self, place: int) -> None:
        self.steps.setCurrentIndex(place)
        self._offer()
        self._tell_trail()
        self._take_focus()

    def _take_focus(self) -> None:
        """Give the keyboard to the step, when the wizard is what one looks at."""
        page = self.steps.currentWidget()
        if self.isVisible() and isinstance(page, ColumnsStep | CheckStep | ResultStep):
            page.take_focus()

    def _offer(self) -> None:
        place, free = self.place, self._working is None
        self.steps.setEnabled(free)
        self.back_button.setVisible((COLUMNS if self._scratch is None else CHECK) <= place <= CHECK)
        self.next_button.setVisible(place != FILE)
        self.next_button.setText(self._next_word())
        self.back_button.setEnabled(free)
        self.next_button.setEnabled(free and self._may_go_on())
        self.cancel_button.setText(self.tr("Th&ôi, không nhập") if free else self.tr("D&ừng"))
        self.cancel_button.setVisible(place != RESULT or not free)

    def _may_go_on(self) -> bool:
        if self.place == COLUMNS:
            return self.columns_step.plan is not None and self.columns_step.plan.ready
        if self.place == CHECK:
            return self._count(self.check_step.choices()) > 0
        return True

    def _next_word(self) -> str:
        if self.place == COLUMNS:
            return self.tr("&Tiếp: kiểm tra ›")
        if self.place == CHECK:
            return self._take_word(self.check_step.choices())
        return self.tr("&Về danh sách")

    def _take_word(self, choices: Choices) -> str:
        new, changed, gone = len(choices.new), sum(map(bool, choices.fields.values())), len(choices.gone)
        told = [self.tr("nhập {n} người").format(n=new)] if new or not (changed or gone) else []
        told += [self.tr("cập nhật {n}").format(n=changed)] if changed else []
        told += [self.tr("bỏ {n}").format(n=gone)] if gone else []
        text = ", ".join(told)
        return f"&{text[0].upper()}{text[1:]}"

    @staticmethod
    def _count(choices: Choices) -> int:
        return len(choices.new) + sum(map(bool, choices.fields.values())) + len(choices.gone)

    def _tell_trail(self) -> None:
        names = (self.tr("Tệp"), self.tr("Trang và cột"), self.tr("Kiểm tra"), self.tr("Kết quả"))
        first = FILE if self._scratch is None else COLUMNS
        parts = [f"{at + 1 - first}. {name}" for at, name in enumerate(names)]
        parts[self.place] = f"<b>{parts[self.place]}</b>"
        self.trail.setText("  ›  ".join(parts[first:]))
        told = self.tr("Bước {n} trong {all}: {name}")
        self.trail.setAccessibleName(
            told.format(n=self.place + 1 - first, all=len(names) - first, name=names[self.place])
        )
        plan = self.columns_step.plan if self.place != FILE else None
        name = f": {shown(plan.workbook.name)}" if plan else ""
        title = self.tr("Nhập danh sách Excel") if self._scratch is None else self.tr("Dán khối từ Excel")
        self.heading.setText(title + (name if self._scratch is None else ""))

    def _lay_out(self) -> None:
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        for page in (self.file_step, self.columns_step, self.check_step, self.result_step):
            self.steps.addWidget(page)
        foot = QHBoxLayout()
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 2))
        column.addWidget(self.heading)
        column.addWidget(self.trail)
        column.addWidget(self.steps, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.file_step.chosen.connect(self._open_chosen)
        self.file_step.choose_requested.connect(self._ask_file)
        self.file_step.refused.connect(self._refuse_files)
        self.columns_step.changed.connect(self._offer)
        self.columns_step.forget.connect(self._forget_layout)
        self.check_step.changed.connect(self._offer)
        self.check_step.save_requested.connect(self._files.ask_copy)
        self.file_step.template_requested.connect(self._files.ask_template)
        self._files.said.connect(self.said)
        self.result_step.undo.connect(self._undo)
        self.result_step.mend.connect(self._mend)
        self.result_step.cells.connect(self._to_cells)
        self.cancel_button.clicked.connect(self.close_wizard)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self._tasks.cancelled.connect(self._stopped)
        self._desk.renewed.connect(self._follow_round)
        _shortcut(self, Qt.Key.Key_Escape, self.close_wizard)
        _shortcut(self, Qt.Modifier.CTRL | Qt.Key.Key_Return, self.go_on)

    def _open_chosen(self, path: object) -> None:
        if isinstance(path, Path):
            self.open(path)


def _shortcut(owner: QWidget, keys: object, act: object) -> None:
    shortcut = QShortcut(QKeySequence(keys), owner)  # type: ignore[call-overload]  # a key, or a key with Ctrl
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)


def _open(path: Path, layouts: tuple[RememberedLayout, ...], progress: Progress) -> ListPlan:
    return open_list(path, layouts, _counted(progress), progress.cancelled)


def _read(plan: ListPlan, progress: Progress) -> ListPreview:
    return read_planned(plan, _counted(progress), progress.cancelled)


def _counted(progress: Progress, doing: str = "") -> Tell:
    """Return what tells the bar how far it is, with what is being done and the count in the item."""

    def tell(done: int, total: int, item: str) -> None:
        count = f"{done:,}/{total:,}".replace(",", ".") if total else ""
        progress.report(done, total, " · ".join(each for each in (doing, count, item) if each))

    return tell

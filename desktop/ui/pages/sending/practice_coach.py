"""The coach of the first round: the steps at the side of the window, each ticking itself off by what really stands."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDockWidget, QVBoxLayout, QWidget

from desktop.domain.errors import Param, Refusal
from desktop.services.practice.coach import PAGES, Lesson, LessonState, current_lesson, help_with, lessons
from desktop.services.practice.profile import PRACTICE_PASSPHRASE, practice_places
from desktop.services.practice.sample import papers_on_the_desk, sample_list
from desktop.ui.pages.desk import Desk, Looked
from desktop.ui.pages.frames import Panel, button, heading, plain_label, quiet_label, row_of, scrolled
from desktop.ui.pages_base import Banner, Page
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.looks import Size, Tone, step, write_as
from desktop.ui.widgets.marked import MarkedLine

_LETTERS = 31
"""Width of the dock in average letters."""


class PracticeCoach(QDockWidget):
    """Can be closed and opened again at any time; where one stands is read from the practice itself."""

    go = Signal(str)
    """The id of the page where the step is done."""
    said = Signal(object)
    """`Banner`."""
    helped = Signal()
    """A step was done for whoever asked: every page shows something else now."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self.states: tuple[LessonState, ...] = ()
        self.setWindowTitle(self.tr("Bài tập: đợt đầu tiên"))
        self.setObjectName("practice-coach")
        self.setAllowedAreas(Qt.DockWidgetArea.RightDockWidgetArea)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.count = quiet_label()
        self.lines = {each: MarkedLine() for each in Lesson}
        self.title, self.how, self.papers = heading(), plain_label(), plain_label()
        self.title.setWordWrap(True)
        self.go_button = button(self.tr("Tới trang làm bước này"), next_step=True)
        self.help_button = button(self.tr("Làm giúp bước này"), quiet=True)
        self._lay_out()
        self.go_button.clicked.connect(self._go)
        self.help_button.clicked.connect(self._help)
        desk.renewed.connect(self.refresh)
        self.refresh()

    @property
    def lesson(self) -> Lesson | None:
        """The first step that is not done."""
        return current_lesson(self.states)

    def bring_back(self) -> None:
        """Show it, with the keyboard on the step's button."""
        self.show()
        self.go_button.setFocus()

    def refresh(self) -> None:
        """Look anew at what stands in the practice."""
        self.states = lessons(self._desk.office, self._desk.view)
        done = sum(each.done for each in self.states)
        self.count.setText(self.tr("Xong {0} trong {1} bước").format(done, len(self.states)))
        for place, state in enumerate(self.states, start=1):
            self._show_line(place, state)
        self._show_lesson()

    def _show_line(self, place: int, state: LessonState) -> None:
        text = f"{place}. {message(f'practice.{state.lesson.value}.title')}"
        current = state.lesson is self.lesson
        tone = Tone.OK if state.done else Tone.ACCENT if current else Tone.MUTED
        self.lines[state.lesson].show_text(tone, text, word=False)
        name = self.tr("{0}, đã xong") if state.done else self.tr("{0}, đang làm") if current else "{0}"
        self.lines[state.lesson].setAccessibleName(name.format(text))

    def _show_lesson(self) -> None:
        lesson = self.lesson
        self.go_button.setVisible(lesson is not None)
        self.help_button.setVisible(lesson is not None and help_with(lesson) is not None)
        papers = self._papers() if lesson is Lesson.MEND else ""
        self.papers.setText(papers)
        self.papers.setVisible(bool(papers))
        if lesson is None:
            self.title.setText(self.tr("Đã xong"))
            self.how.setText(message("practice.all_done"))
            return
        self.title.setText(message(f"practice.{lesson.value}.title"))
        left = next(each.left for each in self.states if each.lesson is lesson)
        places = practice_places(self._desk.office)
        told: dict[str, Param] = {
            "left": left,
            "folder": str(sample_list().parent),
            "stick": str(places.stick),
            "secret": PRACTICE_PASSPHRASE,
        }
        self.how.setText(message(f"practice.{lesson.value}.how", **told))

    def _papers(self) -> str:
        view = self._desk.view
        if view is None:
            return ""
        found = papers_on_the_desk(self._desk.office, view)
        return "\n".join(
            message(
                "practice.mend.paper",
                name=each.full_name,
                citizen_id=each.citizen_id,
                birth=each.birth,
                leave_on=each.leave_on,
                insured=each.insured,
                coefficient=each.coefficient,
                decision=each.decision,
            )
            for each in found
        )

    def _go(self) -> None:
        if self.lesson is not None:
            self.go.emit(PAGES[self.lesson])

    def _help(self) -> None:
        lesson, opened = self.lesson, self._desk.round
        act = help_with(lesson) if lesson else None
        if act is None or opened is None:
            return

        def work(_progress: Progress) -> Looked:
            act(self._desk.office, opened.id)
            return self._desk.look()

        title = self.tr("Làm giúp một bước của bài tập")
        self._tasks.database(work, title=title, done=self._take, failed=self._refused, owner=self)

    def _take(self, looked: Looked) -> None:
        self._desk.take(looked)
        self.helped.emit()

    def _refused(self, refusal: Refusal) -> None:
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setSpacing(step(self, 2))
        column.addWidget(self.count)
        for each in self.lines.values():
            column.addWidget(each)
        card = Panel(self.tr("Bước đang làm"))
        write_as(self.title, Tone.PLAIN, Size.HEADING)
        for label in (self.title, self.how, self.papers):
            card.column.addWidget(label)
        self.papers.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.column.addLayout(row_of(self, self.go_button))
        card.column.addLayout(row_of(self, self.help_button))
        column.addWidget(card)
        column.addStretch(1)
        area = scrolled(inner)
        area.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.setWidget(area)


def follow(coach: PracticeCoach, page: Page) -> None:
    """Let the coach look anew whenever the page says or changes something: not all of it renews the desk."""
    for signal in (page.changed, page.banner):
        signal.connect(partial(_look, coach))


def _look(coach: PracticeCoach, _said: object) -> None:
    coach.refresh()

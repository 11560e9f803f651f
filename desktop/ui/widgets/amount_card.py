"""The amounts beside the form: what each policy gives this person, or why it cannot be said."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.rules.trace import Computation
from desktop.ui.what_if_words import short_title
from desktop.ui.widgets.answers import Answer, answer_of, facts_of
from desktop.ui.widgets.full_height import FullHeight
from desktop.ui.widgets.looks import Size, Tone, step, write_as
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.pill import Pill


class AmountCard(FullHeight):
    """One part per policy. Amounts change in place while one types, so the focus stays where it is."""

    why_requested = Signal(object)
    """The computation whose steps are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "true")
        self.setAccessibleName(self.tr("Kinh phí hỗ trợ"))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(step(self, 4))
        self._nothing = QLabel(self.tr("Chưa có gói chính sách nào để tính."))
        self._nothing.setWordWrap(True)
        write_as(self._nothing, Tone.MUTED)
        self._column.addWidget(self._nothing)
        self._parts: list[_Part] = []

    def show_computations(self, computations: tuple[Computation, ...]) -> None:
        """Show what each policy says, in this order."""
        while len(self._parts) < len(computations):
            part = _Part(self)
            part.why_requested.connect(self.why_requested)
            self._parts.append(part)
            self._column.addWidget(part)
        for part in self._parts[len(computations) :]:
            part.setVisible(False)
        said: set[str] = set()
        for part, computation in zip(self._parts, computations, strict=False):
            facts = facts_of(computation) if computation.applies else ""
            part.show_computation(computation, "" if facts in said else facts)
            part.setVisible(True)
            said.add(facts)
        self._nothing.setVisible(not computations)

    def texts(self) -> tuple[str, ...]:
        """Return what each part says, for readers and tests."""
        return tuple(part.accessibleName() for part in self._parts if not part.isHidden())


class _Part(QWidget):
    why_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._computation: Computation | None = None
        self._title, self._amount, self._facts = QLabel(), QLabel(), QLabel()
        self._practice = Pill(Tone.WARNING, self.tr("THỰC HÀNH"))
        self._note = MarkedLine()
        self._why = QPushButton(self.tr("Vì sao?"))
        self._why.clicked.connect(self._ask)
        self._lay_out()

    def show_computation(self, computation: Computation, facts: str) -> None:
        """Say what this policy gives, and by which facts."""
        self._computation = computation
        answer = answer_of(computation)
        self._title.setText(short_title(computation.title))
        self._title.setToolTip(computation.title)
        self._practice.setVisible(computation.practice)
        self._amount.setText(answer.amount)
        self._amount.setVisible(bool(answer.amount))
        self._note.show_text(answer.tone, answer.note, word=False)
        self._facts.setText(_unbroken(facts))
        self._facts.setVisible(bool(facts))
        self._name_for_readers(computation, answer, facts)

    def _name_for_readers(self, computation: Computation, answer: Answer, facts: str) -> None:
        said = (computation.title, answer.amount, answer.note, facts)
        self.setAccessibleName(". ".join(text for text in said if text))
        self._why.setAccessibleName(f"{self._why.text()} {computation.title}")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._practice, 0, Qt.AlignmentFlag.AlignTop)
        said = QHBoxLayout()
        said.addWidget(self._amount, 1)
        said.addWidget(self._note, 1)
        said.addWidget(self._why, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addLayout(head)
        column.addLayout(said)
        column.addWidget(self._facts)
        for label in (self._title, self._facts):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        write_as(self._title, Tone.MUTED)
        write_as(self._facts, Tone.MUTED)
        write_as(self._amount, Tone.PLAIN, Size.DISPLAY)
        self._amount.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _ask(self) -> None:
        if self._computation is not None:
            self.why_requested.emit(self._computation)


def _unbroken(facts: str) -> str:
    """Return the facts so that lines break between them only, never between a number and its unit."""
    return facts.replace(" ", "\N{NO-BREAK SPACE}").replace("·\N{NO-BREAK SPACE}", "· ")

"""The steps at the left of the window: where one is, what is done, what comes."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from desktop.ui.pages.frames import quiet_label
from desktop.ui.widgets.looks import Size, Tone, step, write_as
from desktop.ui.widgets.marked import MarkedLine


def _tr(text: str) -> str:
    return QCoreApplication.translate("StepList", text)


class StepList(QFrame):
    """Told only, not a way to jump: a step is left by the buttons at the foot."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * 34)
        self._column = QVBoxLayout(self)
        margin = step(self, 3)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(step(self, 3))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        name = QLabel(_tr("Thiết lập hồ sơ làm việc"))
        name.setWordWrap(True)
        write_as(name, Tone.PLAIN, Size.HEADING)
        self._column.addWidget(name)
        self.reached = quiet_label()
        self._column.addWidget(self.reached)
        self.lines: list[MarkedLine] = []

    def show_steps(self, titles: Sequence[str], current: int, done: Sequence[bool]) -> None:
        """Show these; `done` may be shorter than the titles: later steps are not there yet."""
        while len(self.lines) < len(titles):
            self.lines.append(MarkedLine(self))
            self._column.addWidget(self.lines[-1])
        for line in self.lines[len(titles) :]:
            line.show_text(Tone.MUTED, "")
        for place, (line, title) in enumerate(zip(self.lines, titles, strict=False)):
            finished = place < len(done) and done[place]
            tone = Tone.ACCENT if place == current else Tone.OK if finished else Tone.MUTED
            line.show_text(tone, f"{place + 1}. {title}", word=False)
            said = _tr("đang làm") if place == current else _tr("đã xong") if finished else _tr("chưa làm")
            line.setAccessibleName(f"{line.text()}: {said}")
        told = _tr("Bước {0} trên {1}")
        self.reached.setText(told.replace("{0}", str(current + 1)).replace("{1}", str(len(titles))))

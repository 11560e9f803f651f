"""What stands in the way of signing and checking, above the steps: a mark and a sentence for each finding."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.findings import Severity
from desktop.services.signing_doctor import Diagnosis
from desktop.ui.pages.frames import Panel, heading, plain_label, row_of
from desktop.ui.texts import message
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.pill import Pill


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trust", text)


class DoctorPanel(Panel):
    """Shows the findings of the signing doctor, the worst first."""

    def __init__(self) -> None:
        super().__init__(_tr("Khám lỗi ký"))
        self.column.addLayout(row_of(self, heading(_tr("Khám lỗi ký"))))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(step(self, 1))
        self.column.addLayout(self._rows)
        self.sentences: tuple[str, ...] = ()

    def show_findings(self, found: tuple[Diagnosis, ...]) -> None:
        """Show these findings instead of those before."""
        while (item := self._rows.takeAt(0)) is not None:
            shown = item.widget()
            if shown is not None:
                shown.deleteLater()
        self.sentences = tuple(message(each.code, **each.params) for each in found)
        for each, sentence in zip(found, self.sentences, strict=True):
            self._rows.addWidget(_row(self, each.severity, sentence))


def _row(owner: QWidget, severity: Severity, sentence: str) -> QWidget:
    tone, word = {
        Severity.ERROR: (Tone.ERROR, _tr("Cần xử lý")),
        Severity.WARNING: (Tone.WARNING, _tr("Sắp đến hạn")),
        Severity.NOTE: (Tone.OK, _tr("Dùng được")),
    }[severity]
    made = QWidget(owner)
    made.setAccessibleName(f"{word}: {sentence}")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(step(owner, 2))
    row.addWidget(Pill(tone, word))
    row.addWidget(plain_label(sentence), 1)
    return made

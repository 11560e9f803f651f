"""Which findings to see: by how bad they are, and by whose they are."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from desktop.domain.findings import Severity
from desktop.domain.names import fold
from desktop.ui.pages.frames import row_of
from desktop.ui.texts import word
from desktop.ui.widgets.finding_list import ShownFinding


def _tr(text: str) -> str:
    return QCoreApplication.translate("FindingFilter", text)


class Kind(Enum):
    """What may be chosen."""

    ALL = "all"
    ERRORS = "errors"
    WARNINGS = "warnings"
    UNANSWERED = "unanswered"
    NOTES = "notes"


_SEVERITIES = {
    Kind.ERRORS: Severity.ERROR,
    Kind.WARNINGS: Severity.WARNING,
    Kind.UNANSWERED: Severity.WARNING,
    Kind.NOTES: Severity.NOTE,
}


class FindingFilter(QWidget):
    """A choice and a line; every word of the line must be in the name, the code or the sentence, accents or not."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.text = QComboBox(), QLineEdit()
        for each, words in self._words().items():
            self.kind.addItem(words, each)
        self.kind.setAccessibleName(_tr("Loại"))
        self.text.setAccessibleName(_tr("Lọc theo người"))
        self.text.setPlaceholderText(_tr("Tên người hoặc mã, không cần dấu"))
        self.text.setClearButtonEnabled(True)
        labels = (QLabel(_tr("L&oại")), QLabel(_tr("Lọ&c")))
        for label, editor in zip(labels, (self.kind, self.text), strict=True):
            label.setBuddy(editor)
        row = row_of(self, labels[0], self.kind, labels[1], self.text, stretch=False)
        row.setStretchFactor(self.text, 1)
        self.setLayout(row)
        self.kind.currentIndexChanged.connect(self.changed)
        self.text.textChanged.connect(self.changed)

    def clear(self) -> None:
        """Choose everything."""
        self.kind.setCurrentIndex(self.kind.findData(Kind.ALL))
        self.text.clear()

    def chosen(self, items: Sequence[ShownFinding]) -> tuple[ShownFinding, ...]:
        """Return those to be shown."""
        kind, words = self.kind.currentData(), fold(self.text.text()).split()
        if kind is Kind.ALL and not words:
            return tuple(items)
        return tuple(each for each in items if _is_of(kind, each) and _says(words, each))

    @property
    def in_words(self) -> str:
        """Say what was chosen, "" for everything."""
        kind, text = self.kind.currentData(), self.text.text().strip()
        parts = [self._words()[kind].lower()] if kind is not Kind.ALL else []
        parts += [_tr("tìm “{0}”").format(text)] if text else []
        return _tr("Chọn theo: {0}").format(", ".join(parts)) if parts else ""

    def _words(self) -> dict[Kind, str]:
        return {
            Kind.ALL: _tr("Mọi mức"),
            Kind.ERRORS: word(Severity.ERROR),
            Kind.WARNINGS: word(Severity.WARNING),
            Kind.UNANSWERED: _tr("Chưa giải trình"),
            Kind.NOTES: word(Severity.NOTE),
        }


def _is_of(kind: Kind, item: ShownFinding) -> bool:
    severity = _SEVERITIES.get(kind)
    if severity is not None and item.finding.severity is not severity:
        return False
    return kind is not Kind.UNANSWERED or not item.justification


def _says(words: Sequence[str], item: ShownFinding) -> bool:
    if not words:
        return True
    said = fold(" ".join((item.finding.code, item.person, item.message, *item.names)))
    return all(each in said for each in words)

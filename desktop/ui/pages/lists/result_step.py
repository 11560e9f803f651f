"""Last step: what came in, and what to do next."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.dossiers import Dossier
from desktop.domain.foreign_text import shown
from desktop.domain.states import DossierState
from desktop.services.lists.import_list import ListTakenIn
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine


class ResultStep(QWidget):
    """Counts in words; the first to mend one key away; all of it can be taken back."""

    undo = Signal()
    mend = Signal(str)
    """Dossier id of the first person to mend."""
    cells = Signal()
    """The cells to mend are wanted, on the page of checks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = ""
        self.told = MarkedLine()
        self.lines = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.lines.setWordWrap(True)
        self.mend_button = QPushButton(self.tr("Tới người đầu tiên cần &sửa"))
        self.cells_button = QPushButton(self.tr("&Xem các ô cần sửa"))
        self.undo_button = QPushButton(self.tr("&Hoàn tác lần nhập này"))
        row = QHBoxLayout()
        for button in (self.mend_button, self.cells_button, self.undo_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 3))
        column.addWidget(self.told)
        column.addWidget(self.lines)
        column.addLayout(row)
        column.addStretch(1)
        self.mend_button.clicked.connect(self._mend)
        self.cells_button.clicked.connect(self.cells)
        self.undo_button.clicked.connect(self.undo)

    def show_result(self, taken: ListTakenIn, file_name: str, sha256: str) -> None:
        """Say what came of it."""
        self.told.show_text(Tone.WARNING if taken.drafts else Tone.OK, taken_in_text(taken), word=False)
        self._first = first_to_mend(taken)
        self.mend_button.setVisible(bool(self._first))
        self.cells_button.setVisible(bool(taken.faults))
        self.lines.setText("\n".join(self._details(taken, file_name, sha256)))
        self.undo_button.setEnabled(True)

    def take_focus(self) -> None:
        """Give the keyboard to the next thing to do."""
        target = self.mend_button if self._first else self.undo_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mend(self) -> None:
        self.mend.emit(self._first)

    def _details(self, taken: ListTakenIn, file_name: str, sha256: str) -> list[str]:
        papers = ", ".join(shown(each.number) for each in taken.approvals[:6])
        more = len(taken.approvals) - 6
        found = [
            self.tr("Văn bản phê duyệt trong danh sách: {n} ({papers}{more})").format(
                n=len(taken.approvals), papers=papers, more=f" +{more}" if more > 0 else ""
            )
            if taken.approvals
            else self.tr("Danh sách không ghi văn bản phê duyệt nào."),
            self.tr("Ô chưa đọc được: {faults}. Ô đã tự chỉnh: {notes}.").format(
                faults=len(taken.faults), notes=len(taken.notes)
            ),
            self.tr("Tệp gốc {file} được giữ nguyên trong hồ sơ, mã băm {digest}.").format(
                file=shown(file_name), digest=sha256
            ),
            self.tr("Cách ghép cột đã được nhớ cho lần sau."),
        ]
        if taken.known:
            found.insert(0, self.tr("{n} người đã có trong đợt từ trước.").format(n=len(taken.known)))
        return [f"• {each}" for each in found]


def taken_in_text(taken: ListTakenIn) -> str:
    """Return what an import did, in one or two sentences."""
    text = _tr("Đã nhập {people} người: {complete} đủ số liệu, {drafts} còn thiếu.")
    told = [text.format(people=len(taken.dossiers), complete=taken.complete, drafts=taken.drafts)]
    if taken.changed:
        told.append(_tr("Đã cập nhật {n} người.").format(n=len(taken.changed)))
    if taken.binned:
        told.append(_tr("Đã bỏ {n} người vào thùng rác.").format(n=len(taken.binned)))
    return " ".join(told)


def first_to_mend(taken: ListTakenIn) -> str:
    """Return the first person who is not complete, "" when all are."""
    people: list[Dossier] = [*taken.dossiers, *(after for _, after in taken.changed)]
    people.sort(key=lambda each: each.ordinal)
    return next((each.id for each in people if each.state is DossierState.DRAFT), "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ListResult", text)

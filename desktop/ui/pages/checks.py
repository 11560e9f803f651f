"""All that the checks found in the round, grouped, each leading to its field; warnings are answered here."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding, Severity
from desktop.rules.checks.engine import blocking, unjustified
from desktop.services.edit_dossier import justify
from desktop.services.entry.typed_parts import Form, HalfTyped, Part
from desktop.ui.pages.desk import Desk, DeskPage, editable
from desktop.ui.pages.unread_list import UnreadList
from desktop.ui.pages_base import Banner, Changed
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.finding_list import FindingList, ShownFinding
from desktop.ui.widgets.looks import Tone


class ChecksPage(DeskPage):
    """Errors block packing; warnings need a sentence, once for all findings of the same check if one wishes."""

    page_id = "checks"
    icon_name = "check"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("Kiểm tra")
        self._answering: tuple[Finding, ...] = ()
        self._answer_before = ""
        heading = QLabel(self.tr("Kiểm tra như Sở Tài chính"))
        heading.setProperty("role", "title")
        self.summary = QLabel()
        self.unread = UnreadList()
        self.unread.jump.connect(self._jump)
        self.list = FindingList()
        self.list.jump.connect(self._jump)
        self.list.justify_requested.connect(self._start_answer)
        whole = QVBoxLayout(self)
        for widget in (heading, self.summary, self.unread):
            whole.addWidget(widget)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._make_answer())
        self._fill()

    def take_focus(self) -> None:
        """Give the keyboard to the findings."""
        self.list.take_focus()

    def count(self) -> tuple[int, bool]:
        """Return how many errors and unanswered warnings there are."""
        open_ones = len(self._open())
        return open_ones, open_ones > 0

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's own keys."""
        return (
            ("F8", self.tr("Mục tiếp theo")),
            ("Shift+F8", self.tr("Mục trước")),
            ("Enter", self.tr("Tới ô cần sửa")),
        )

    def typing(self) -> tuple[HalfTyped, ...]:
        """Return the justification that stands half written."""
        opened = self._desk.round
        if opened is None:
            return ()
        writing = not self._bar.isHidden() and self.text.text() != self._answer_before
        parts = tuple(Part(each.key, self.text.text(), self._answer_before) for each in self._answering if writing)
        return (HalfTyped(Form.ANSWER, opened.id, parts),)

    def take_up(self, typed: HalfTyped) -> tuple[str, ...]:
        """Write on at the justification, where its finding is still there and nobody answered it since."""
        contents = self._desk.contents
        shown = self._desk.shown(contents.findings) if contents else ()
        for part in typed.parts:
            found = next((each for each in shown if each.finding.key == part.field), None)
            if found is None or found.justification != part.shown:
                return ("justifications",)
            self._start_answer(found)
            self.text.setText(part.text)
        return ()

    def _make_answer(self) -> QWidget:
        self._bar = QWidget()
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.text = QLineEdit()
        self.about.setBuddy(self.text)
        self.text.setAccessibleName(self.tr("Giải trình"))
        self.text.setPlaceholderText(self.tr("Lý do, đi cùng gói để người thẩm định đọc"))
        self.text.returnPressed.connect(self._answer_one)
        self.text.installEventFilter(self)
        self.one = QPushButton(self.tr("Giải trình mục &này"))
        self.one.clicked.connect(self._answer_one)
        self.all = QPushButton(self.tr("Cho &mọi mục cùng mã"))
        self.all.clicked.connect(self._answer_all)
        row = QHBoxLayout()
        for widget in (self.text, self.one, self.all):
            row.addWidget(widget)
        column = QVBoxLayout(self._bar)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.about)
        column.addLayout(row)
        self._bar.hide()
        return self._bar

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Escape leaves the answer without giving one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._bar.hide()
            return True
        return super().eventFilter(watched, event)

    def _open(self) -> tuple[Finding, ...]:
        contents = self._desk.contents
        if contents is None:
            return ()
        return (*blocking(contents.findings), *unjustified(contents.findings, contents.view.dossiers))

    def _fill(self) -> None:
        contents = self._desk.contents
        findings = contents.findings if contents else ()
        self.list.show_findings(self._desk.shown(findings))
        errors = sum(each.severity is Severity.ERROR for each in findings)
        self.summary.setText(
            self.tr("{errors} lỗi chặn đóng gói · {warnings} cảnh báo chưa giải trình").format(
                errors=errors, warnings=len(self._open()) - errors
            )
        )
        self.unread.show_cells(contents.unread if contents else ())
        self.updated.emit()

    def _jump(self, subject: str, field: str) -> None:
        view = self._desk.view
        if view and view.dossier(subject):
            self.go.emit("people", (subject, field))
        elif subject:
            self.go.emit("approvals", subject)

    def _start_answer(self, shown: object) -> None:
        if not isinstance(shown, ShownFinding):
            return
        self._answering = (shown.finding,)
        self.about.setText(f"{shown.person}: {shown.message}")
        self._answer_before = shown.justification
        self.text.setText(shown.justification)
        self._bar.show()
        self.text.setFocus()

    def _answer_one(self) -> None:
        self._answer(self._answering)

    def _answer_all(self) -> None:
        contents = self._desk.contents
        codes = {each.code for each in self._answering}
        self._answer(tuple(each for each in contents.findings if each.code in codes) if contents else ())

    def _answer(self, findings: tuple[Finding, ...]) -> None:
        view = self._desk.view
        if view is None or not findings:
            return
        about = {each.subject for each in findings}
        people = [each for each in view.dossiers if editable(each)]
        if not people:
            self.banner.emit(Banner(self.tr("Mọi hồ sơ của đợt đã gửi nên không còn giải trình được."), Tone.WARNING))
            return
        touched = [each.id for each in people if each.id in about or each.approval_id in about] or [people[0].id]
        try:
            justify(self._desk.office, touched, findings, self.text.text())
        except Refusal as refusal:
            self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))
            return
        self._bar.hide()
        self._desk.read()
        self.changed.emit(Changed(shown=True))

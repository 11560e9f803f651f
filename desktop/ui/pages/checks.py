"""All that the checks found in the round, grouped, each leading to its field; warnings are answered here."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding, Severity
from desktop.rules.checks.engine import unjustified
from desktop.services.entry.typed_parts import Form, HalfTyped, Part
from desktop.services.prints.print_forms import live
from desktop.services.rounds.round_view import RoundView
from desktop.services.sending.answers import AnswersGiven, give_answers, put_again, put_back
from desktop.services.sending.as_appraiser import CheckedAsAppraiser, check_as_appraiser
from desktop.services.sending.finding_report import write_finding_report
from desktop.services.sending.shared_answers import who_answers
from desktop.ui.messages import Messages
from desktop.ui.pages import page_counts
from desktop.ui.pages.desk import Desk, DeskPage, editable
from desktop.ui.pages.entry.walk_on import FromFinding, WalkOn
from desktop.ui.pages.frames import button, plain_label, row_of
from desktop.ui.pages.moments import shown_moment
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages.sending.answer_bar import AnswerBar
from desktop.ui.pages.sending.finding_filter import FindingFilter
from desktop.ui.pages.unread_list import UnreadList
from desktop.ui.pages_base import Banner, Changed
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.finding_list import FindingList, ShownFinding
from desktop.ui.widgets.full_height import flowing
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marked import MarkedLine


class ChecksPage(DeskPage):
    """Errors block packing; warnings need a sentence, once for all findings of the same check if one wishes."""

    page_id = "checks"
    icon_name = "check"

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = page_name(self.page_id)
        self._tasks, self._messages = tasks, messages
        self._checked: CheckedAsAppraiser | None = None
        self._checked_of: RoundView | None = None
        self._answering: tuple[Finding, ...] = ()
        self._answer_before = ""
        heading = QLabel(self.tr("Kiểm tra như Sở Tài chính"))
        heading.setProperty("role", "title")
        self.run_button = button(self.tr("&Kiểm tra như Sở Tài chính (F5)"))
        self.export_button = button(self.tr("&Xuất kết quả…"))
        self.summary, self.run_line = plain_label(), MarkedLine()
        self.filter = FindingFilter()
        self.unread = UnreadList()
        self.unread.jump.connect(self._jump)
        self.list = FindingList()
        self.list.jump.connect(self._jump)
        self.list.justify_requested.connect(self._start_answer)
        whole = QVBoxLayout(self)
        acts = flowing(self, self.run_button, self.export_button, trailing=True)
        top = row_of(self, stretch=False)
        top.addWidget(heading, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(acts, 1)
        whole.addLayout(top)
        for widget in (self.summary, self.run_line, self.unread, self.filter):
            whole.addWidget(widget)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._make_answer())
        self.filter.changed.connect(self._show_list)
        self.run_button.clicked.connect(self.run_checks)
        self.export_button.clicked.connect(self._ask_export)
        again = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
        again.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        again.activated.connect(self.run_checks)
        self._fill()

    def arrive(self, target: object) -> None:
        """Go on through the findings after one of them led to another page."""
        if isinstance(target, WalkOn):
            (self.list.go_next if target.by > 0 else self.list.go_previous)()

    def take_focus(self) -> None:
        """Give the keyboard to the findings."""
        self.list.take_focus()

    def count(self) -> tuple[int, bool]:
        """Return how many errors and unanswered warnings there are."""
        return page_counts.checks(self._desk)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's own keys."""
        return (
            ("F8", self.tr("Mục tiếp theo")),
            ("Shift+F8", self.tr("Mục trước")),
            ("Enter", self.tr("Tới ô cần sửa")),
            ("F5", self.tr("Chạy cả các kiểm tra của Sở Tài chính")),
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

    def _make_answer(self) -> AnswerBar:
        self._bar = AnswerBar()
        self.text, self.all = self._bar.text, self._bar.all
        self._bar.answered.connect(self._answer_one)
        self._bar.for_all.connect(self._answer_all)
        self._bar.taken_away.connect(self._take_away)
        return self._bar

    def _fill(self) -> None:
        contents = self._desk.contents
        findings = contents.findings if contents else ()
        waiting = len(contents.open_ones) if contents else 0
        errors = sum(each.severity is Severity.ERROR for each in findings)
        self.summary.setText(
            self.tr("{errors} lỗi chặn đóng gói · {warnings} cảnh báo chưa giải trình").format(
                errors=errors, warnings=waiting - errors
            )
        )
        self.run_button.setEnabled(bool(contents and contents.view.dossiers))
        self.unread.show_cells(contents.unread if contents else ())
        self._show_run()
        self._show_list()
        self.updated.emit()

    def _show_list(self) -> None:
        """Show what was found, as chosen; after the appraiser's checks ran, what they add as well."""
        shown = self.filter.chosen(self._desk.shown(self._all()))
        self.list.show_findings(shown)
        self.export_button.setEnabled(self._desk.view is not None)

    def _all(self) -> tuple[Finding, ...]:
        contents = self._desk.contents
        if contents is None:
            return ()
        added = self._checked.findings if self._checked and self._checked_of is not None else ()
        if not added:
            return contents.findings
        known = {each.key for each in contents.findings}
        here = {"", *(each.id for each in contents.view.dossiers), *contents.view.approvals, *contents.view.attachments}
        return (*contents.findings, *(each for each in added if each.key not in known and each.subject in here))

    def run_checks(self) -> None:
        """Run what Sở Tài chính will run, on the list as it would travel; off the window, with bar and Cancel."""
        view = self._desk.view
        if view is None or not view.dossiers:
            return

        def work(progress: Progress) -> CheckedAsAppraiser:
            return check_as_appraiser(self._desk.office, view, live(view), progress.report)

        def done(checked: CheckedAsAppraiser) -> None:
            self._checked, self._checked_of = checked, view
            self._fill()
            self.list.take_focus()

        title = self.tr("Kiểm tra như Sở Tài chính")
        self._tasks.database(work, title=title, done=done, failed=self._refused, owner=self)

    def _show_run(self) -> None:
        checked, view, before = self._checked, self._desk.view, self._checked_of
        if before is None or view is None or view.round.id != before.round.id:
            checked = self._checked = self._checked_of = None
        if checked is None:
            told = self.tr(
                "Danh sách dưới đây gồm mọi kiểm tra trước khi đóng gói. "
                "Nhấn F5 để chạy thêm các kiểm tra mà Sở Tài chính chạy khi nhận."
            )
            self.run_line.show_text(Tone.MUTED, told, word=False)
            return
        said = self.tr("Đã kiểm tra như Sở Tài chính lúc {0}: {1} người, {2}.").format(
            shown_moment(checked.checked_at), checked.people, self._added(len(checked.findings))
        )
        if view is not None and before is not None and _same_list(view, before):
            self.run_line.show_text(Tone.OK, said, word=False)
        else:
            self.run_line.show_text(Tone.WARNING, said + self.tr(" Đã có thay đổi, nhấn F5 để chạy lại."), word=False)

    def _added(self, count: int) -> str:
        if not count:
            return self.tr("không thêm mục nào so với danh sách này")
        return self.tr("thêm {0} mục chỉ thấy ở khâu thẩm định").format(count)

    def _ask_export(self) -> None:
        name = self.tr("ket-qua-kiem-tra.pdf")
        kinds = self.tr("PDF (*.pdf);;CSV cho Excel (*.csv)")
        self._messages.save_file(self.tr("Xuất kết quả kiểm tra"), done=self._export, name=name, filters=kinds)

    def _export(self, target: Path) -> None:
        view = self._desk.view
        if view is None:
            return
        chosen = tuple(each.finding for each in self.filter.chosen(self._desk.shown(self._all())))
        said = self.filter.in_words

        def work(_progress: Progress) -> Path:
            return write_finding_report(self._desk.office, view, chosen, target, chosen_by=said)

        title = self.tr("Xuất kết quả kiểm tra")
        self._tasks.database(work, title=title, done=self._exported, failed=self._refused, owner=self)

    def _exported(self, path: Path) -> None:
        self.banner.emit(Banner(self.tr("Đã ghi {0}.").format(path.name), Tone.OK))

    def _refused(self, refusal: Refusal) -> None:
        self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))

    def _jump(self, subject: str, field: str) -> None:
        view = self._desk.view
        if view and view.dossier(subject):
            self.go.emit("people", (subject, field))
        elif view and (subject in view.approvals or subject in view.attachments):
            self.go.emit("approvals", FromFinding(subject, field, self.page_id))

    def _start_answer(self, shown: object) -> None:
        if not isinstance(shown, ShownFinding):
            return
        self._answering = (shown.finding,)
        self._answer_before = shown.justification
        self._bar.open_for(shown, len(self._same_code(shown.finding)))

    def _same_code(self, finding: Finding) -> tuple[Finding, ...]:
        """Return the findings of the same rule that nobody answered, and this one."""
        contents = self._desk.contents
        if contents is None:
            return ()
        bare = {each.key for each in unjustified(contents.findings, contents.view.dossiers)} | {finding.key}
        return tuple(each for each in contents.findings if each.code == finding.code and each.key in bare)

    def _answer_one(self) -> None:
        self._answer(self._answering, self.text.text())

    def _answer_all(self) -> None:
        self._answer(self._same_code(self._answering[0]) if self._answering else (), self.text.text())

    def _answer(self, findings: tuple[Finding, ...], text: str) -> None:
        view = self._desk.view
        if view is None or not findings:
            return
        if not text.strip():
            self._refused(Refusal("justification.empty"))
            return
        self._give(view, findings, text)

    def _take_away(self) -> None:
        view = self._desk.view
        if view is not None and self._answering:
            self._give(view, self._answering, "")

    def _give(self, view: RoundView, findings: tuple[Finding, ...], text: str) -> None:
        if not any(editable(each) for each in view.dossiers):
            self.banner.emit(Banner(self.tr("Mọi hồ sơ của đợt đã gửi nên không còn giải trình được."), Tone.WARNING))
            return
        try:
            given = give_answers(self._desk.office, who_answers(view, findings), findings, text)
        except Refusal as refusal:
            self._refused(refusal)
            return
        self._bar.hide()
        self._note(given, findings)
        self._desk.read()
        self.changed.emit(Changed(shown=True))
        self.list.take_focus()

    def _note(self, given: AnswersGiven, findings: tuple[Finding, ...]) -> None:
        """Tell the history, so that Ctrl+Z takes the answers back."""
        said = self.tr("giải trình {0} mục {1}") if given.text else self.tr("bỏ giải trình {0} mục {1}")
        label = said.format(len(findings), findings[0].code)
        office = self._desk.office
        self._desk.history.done(label, partial(put_back, office, given), partial(put_again, office, given))


def _same_list(view: RoundView, before: RoundView) -> bool:
    """Tell whether nothing that is checked changed."""
    return (view.dossiers, view.approvals, view.attachments) == (before.dossiers, before.approvals, before.attachments)

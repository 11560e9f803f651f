"""All that the checks found in the round, grouped, each leading to its field; warnings are answered here."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding
from desktop.rules.checks.engine import blocking, unjustified
from desktop.services.entry.typed_parts import Form, HalfTyped, Part
from desktop.services.prints.print_forms import live
from desktop.services.rounds.one_fault import one_each
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
from desktop.ui.pages.sending.mending_places import ShowFinding, mending_place
from desktop.ui.pages.unread_list import UnreadList
from desktop.ui.pages_base import Banner, Changed
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text, word
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.finding_list import FindingList, ShownFinding
from desktop.ui.widgets.full_height import flowing
from desktop.ui.widgets.looks import Tone, write_as
from desktop.ui.widgets.marked import MarkedLine


class ChecksPage(DeskPage):
    """Errors block packing; warnings need a sentence, once for all findings of the same check if one wishes."""

    page_id = "checks"
    icon_name = "check"

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = page_name(self.page_id)
        self._tasks, self._messages = tasks, messages
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
        self.list.name_of = self._rule_name
        self.list.jump.connect(self._jump)
        self.list.justify_requested.connect(self._start_answer)
        self.empty_round = EmptyState(
            self.tr("Chưa có ai trong đợt"),
            self.tr("Trang này liệt kê lỗi và cảnh báo của mọi người trong đợt. Thêm người hoặc nhập danh sách trước."),
            self.tr("Tới trang Đối tượng"),
        )
        self.no_round = EmptyState(
            self.tr("Chưa có đợt nào"),
            self.tr("Trang này liệt kê lỗi và cảnh báo của mọi người trong đợt. Mở một đợt trước."),
            self.tr("Tới trang Việc cần làm"),
        )
        self.empty_round.pressed.connect(lambda: self.go.emit("people", None))
        self.no_round.pressed.connect(lambda: self.go.emit("home", None))
        whole = QVBoxLayout(self)
        acts = flowing(self, self.run_button, self.export_button, trailing=True)
        top = row_of(self, stretch=False)
        top.addWidget(heading, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(acts, 1)
        whole.addLayout(top)
        for widget in (self.summary, self.run_line, self.unread, self.filter):
            whole.addWidget(widget)
        for main in (self.list, self.empty_round, self.no_round):
            whole.addWidget(main, 1)
        whole.addWidget(self._make_answer())
        self.filter.changed.connect(self._show_list)
        self.run_button.clicked.connect(self.run_checks)
        self.export_button.clicked.connect(self._ask_export)
        again = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
        again.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        again.activated.connect(self.run_checks)
        self._fill()

    def arrive(self, target: object) -> None:
        """Go on through the findings after one of them led to another page, or choose one of them."""
        if isinstance(target, WalkOn):
            (self.list.go_next if target.by > 0 else self.list.go_previous)()
        elif isinstance(target, ShowFinding):
            self._choose(target.key)

    def _choose(self, key: str) -> None:
        """Choose a finding; what was filtered out is shown again for it."""
        if not self.list.choose(key):
            self.filter.clear()
            self.list.choose(key)
        self.list.take_focus()

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
        self._show_summary()
        self._show_emptiness()
        self.run_button.setEnabled(bool(contents and contents.view.dossiers))
        self.unread.show_cells(contents.unread if contents else ())
        self._show_run()
        self._show_list()
        self.updated.emit()

    def _show_summary(self) -> None:
        """Count what holds back here, and what the appraiser would hold against it."""
        contents = self._desk.contents
        errors = len(blocking(contents.open_ones)) if contents else 0
        waiting = len(contents.open_ones) if contents else 0
        told = self.tr("{errors} lỗi chặn đóng gói · {warnings} cảnh báo chưa giải trình").format(
            errors=errors, warnings=waiting - errors
        )
        later = len(one_each(blocking(self._added()), contents.view.approvals)) if contents else 0
        told += self.tr(" · {0} lỗi Sở Tài chính sẽ thấy khi thẩm định").format(later) if later else ""
        self.summary.setText(told)
        write_as(self.summary, Tone.ERROR if errors or later else Tone.PLAIN)

    def _show_emptiness(self) -> None:
        """Where there is nobody to look at, say what to do in place of calling all well."""
        view = self._desk.view
        people = bool(view and view.dossiers)
        for widget in (self.summary, self.filter, self.list):
            widget.setVisible(people)
        self.empty_round.setVisible(view is not None and not people)
        self.no_round.setVisible(view is None)

    def _rule_name(self, code: str) -> str:
        """Say what kind of fault the rule finds, as the catalogue of checks does."""
        entry = self._desk.view.catalogue.entries.get(code) if self._desk.view else None
        return word(entry.category) if entry else ""

    def _show_list(self) -> None:
        """Show what was found, as chosen; after the appraiser's checks ran, what they add as well."""
        shown = self.filter.chosen(self._desk.shown(self._all()))
        self.list.show_findings(shown)
        self.export_button.setEnabled(self._desk.view is not None)

    def _all(self) -> tuple[Finding, ...]:
        contents = self._desk.contents
        if contents is None:
            return ()
        return (*contents.findings, *self._added())

    def _added(self) -> tuple[Finding, ...]:
        """Return what the appraiser's checks found beside those that run here, when they ran last."""
        contents, seen = self._desk.contents, self._desk.seen
        if contents is None or seen is None:
            return ()
        known = {each.key for each in contents.findings}
        return tuple(each for each in seen.found_in(contents.view) if each.key not in known)

    def run_checks(self) -> None:
        """Run what Sở Tài chính will run, on the list as it would travel; off the window, with bar and Cancel."""
        view = self._desk.view
        if view is None or not view.dossiers:
            return

        def work(progress: Progress) -> CheckedAsAppraiser:
            return check_as_appraiser(self._desk.office, view, live(view), progress.report)

        def done(checked: CheckedAsAppraiser) -> None:
            self._desk.note_seen(checked, view)
            self._fill()
            self.list.take_focus()

        title = self.tr("Kiểm tra như Sở Tài chính")
        self._tasks.database(work, title=title, done=done, failed=self._refused, owner=self)

    def _show_run(self) -> None:
        seen, view = self._desk.seen, self._desk.view
        self.run_line.setVisible(bool(view and view.dossiers))
        if view is None or not view.dossiers:
            return
        if seen is None:
            told = self.tr(
                "Danh sách dưới đây gồm mọi kiểm tra trước khi đóng gói. "
                "Nhấn F5 để chạy thêm các kiểm tra mà Sở Tài chính chạy khi nhận."
            )
            self.run_line.show_text(Tone.MUTED, told, word=False)
            return
        checked, added = seen.checked, self._added()
        said = self.tr("Đã kiểm tra như Sở Tài chính lúc {0}: {1} người, {2}.").format(
            shown_moment(checked.checked_at), checked.people, self._said_of(added)
        )
        tone = Tone.ERROR if blocking(added) else Tone.WARNING if unjustified(added, view.dossiers) else Tone.OK
        if not _same_list(view, seen.view):
            said += self.tr(" Đã có thay đổi, nhấn F5 để chạy lại.")
            tone = Tone.WARNING if tone is Tone.OK else tone
        self.run_line.show_text(tone, said, word=False)

    def _said_of(self, added: tuple[Finding, ...]) -> str:
        if not added:
            return self.tr("không thêm mục nào so với danh sách này")
        told = self.tr("thêm {0} mục chỉ thấy ở khâu thẩm định").format(len(added))
        errors = len(blocking(added))
        return told + (self.tr(", trong đó {0} lỗi").format(errors) if errors else "")

    def _ask_export(self) -> None:
        name = self.tr("ket-qua-kiem-tra.pdf")
        kinds = self.tr("PDF (*.pdf);;CSV cho Excel (*.csv)")
        self._messages.save_file(self.tr("Xuất kết quả kiểm tra"), done=self._export, name=name, filters=kinds)

    def _export(self, target: Path) -> None:
        view = self._desk.view
        if view is None:
            return
        chosen = tuple(one for each in self.filter.chosen(self._desk.shown(self._all())) for one in each.of)
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
        elif (shown := self.list.current_finding()) is not None:
            self.go.emit(*mending_place(shown.finding.code))

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

"""Golden cases: amounts worked by hand, with their source, held against what the draft gives."""

from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget

from desktop.domain.dates import BirthDate
from desktop.domain.money import Dong, format_dong
from desktop.domain.people import Sex
from desktop.rules import drafting
from desktop.rules.examples import Failure, first_failure
from desktop.rules.pack_examples import Example, ExampleAnswer, ExampleRecord
from desktop.rules.pack_file import PackFile
from desktop.rules.policy import PolicyPack
from desktop.rules.showing import NOT_KNOWN
from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.pages.drafting.failure_words import failure_text
from desktop.ui.pages.drafting.session import DraftSession
from desktop.ui.pages.frames import Panel, button, plain_label, row_of, tell_whole
from desktop.ui.texts import word
from desktop.ui.widgets.edits import BirthEdit, ChoiceBox, DateEdit, MoneyEdit, TextEdit
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.marks import mark_icon

_PERSON_LETTERS = 24
"""A longer name is cut in the field, whole in its list: the dates beside it need their room."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExamplesTab", text)


@dataclass(frozen=True, slots=True)
class Run:
    """A golden case and the first thing that came out otherwise; None when it passes."""

    example: Example
    failure: Failure | None


class ExamplesTab(QWidget):
    """The table of cases with pass or fail, and the form that adds or corrects one."""

    def __init__(self, session: DraftSession) -> None:
        super().__init__()
        self._session = session
        self.summary = MarkedLine()
        self._model = RecordTableModel(self._columns(), lambda run: run.example.id, self)
        self.table: RecordTableView[Run] = RecordTableView(self._model, _tr("Trường hợp mẫu"))
        self.detail = plain_label()
        self.person, self.amount, self.source = QComboBox(), MoneyEdit(), TextEdit()
        self.sex, self.birth, self.leave_on = ChoiceBox(Sex, word), BirthEdit(), DateEdit()
        self.correct = button(_tr("Sử&a trường hợp đang chọn"))
        self.add = button(_tr("Thê&m trường hợp mẫu"), next_step=True)
        self.remove = button(_tr("&Bỏ trường hợp này"))
        self._lay_out()
        self.table.current_row_changed.connect(self._show)
        self.person.currentIndexChanged.connect(self._show_person)
        self.add.clicked.connect(self._add)
        self.correct.clicked.connect(self._correct)
        self.remove.clicked.connect(self._remove)
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        """Run every case of the draft as it stands."""
        file, pack = self._session.file, self._session.current
        self.setEnabled(file is not None)
        runs = tuple(_runs(file, pack, self._session.others)) if file and pack else ()
        self.table.replace(runs)
        if runs and self.table.current_record() is None:
            self.table.selectRow(0)
        self.table.fit_columns(34)
        self._summarise(runs)
        if file is not None:
            self._offer_people(file)
        self._show(self.table.current_record())

    def _summarise(self, runs: tuple[Run, ...]) -> None:
        if self._session.current is None:
            self.summary.show_text(Tone.WARNING, _tr("Công thức hoặc mức còn lỗi nên chưa chạy được."), word=False)
            return
        failed = sum(run.failure is not None for run in runs)
        said = _tr("{0} trường hợp mẫu, {1} không đạt.").format(len(runs), failed)
        self.summary.show_text(Tone.ERROR if failed else Tone.OK, said, word=False)

    def _columns(self) -> tuple[Column[Run], ...]:
        return (
            Column("id", _tr("Mã"), lambda run: run.example.id, decoration=_mark),
            Column("result", _tr("Kết quả"), lambda run: _tr("Không đạt") if run.failure else _tr("Đạt")),
            Column("group", _tr("Nhóm"), lambda run: word(run.example.record.group)),
            Column("route", _tr("Cách nghỉ"), lambda run: word(run.example.record.route)),
            Column("total", _tr("Số tính tay"), lambda run: expected_text(run.example.expect), align_right=True),
            Column("source", _tr("Nguồn"), lambda run: run.example.source),
        )

    def _show(self, run: Run | None) -> None:
        self.remove.setEnabled(run is not None)
        self.correct.setEnabled(run is not None)
        if run is None or run.failure is None:
            self.detail.setText("")
            return
        file, pack = self._session.file, self._session.current
        self.detail.setText(failure_text(run.failure, file, pack) if file and pack else "")

    def _offer_people(self, file: PackFile) -> None:
        before = self.person.currentData()
        with QSignalBlocker(self.person):
            self.person.clear()
            for each in file.examples:
                self.person.addItem(f"{each.id} · {word(each.record.group)} · {word(each.record.route)}", each.id)
            self.person.setCurrentIndex(max(0, self.person.findData(before)))
        if self.person.currentData() != before:
            self._show_person()

    def _show_person(self) -> None:
        """Show the made-up person that a new case starts from."""
        model = self._model_case()
        record = model.record if model else None
        self.sex.set_value(record.sex if record else None)
        self.birth.set_value(BirthDate.parse(record.birth) if record else None)
        self.leave_on.set_value(record.leave_on if record else None)

    def _model_case(self) -> Example | None:
        file, name = self._session.file, self.person.currentData()
        return next((each for each in file.examples if each.id == name), None) if file else None

    def _record(self, model: ExampleRecord) -> ExampleRecord:
        """Return the made-up person with what was changed in the form."""
        birth, sex, leave_on = self.birth.value(), self.sex.value(), self.leave_on.value()
        return msgspec.structs.replace(
            model,
            birth=str(birth) if birth else model.birth,
            sex=sex or model.sex,
            leave_on=leave_on or model.leave_on,
        )

    def _add(self) -> None:
        file, amount, source = self._session.file, self.amount.value(), self.source.value()
        if file is None or not self._asked(amount, source):
            return
        model = self._model_case()
        if model is None:
            return
        name = drafting.fresh_id(f"{model.id}_tinh_tay", (each.id for each in file.examples))
        answer = ExampleAnswer(total=amount)
        example = Example(id=name, source=str(source), record=self._record(model.record), expect=answer)
        self._session.edit(drafting.put_example(file, example))
        self.table.choose(name)

    def _correct(self) -> None:
        file, run, amount = self._session.file, self.table.current_record(), self.amount.value()
        if file is None or run is None or not self._asked(amount, run.example.source):
            return
        answer = msgspec.structs.replace(run.example.expect, total=amount, open=(), eligible=True)
        source = self.source.value() or run.example.source
        corrected = msgspec.structs.replace(run.example, expect=answer, source=source)
        pack = self._session.current
        left = without_differing_steps(corrected, pack, self._session.others) if pack else corrected
        self._session.edit(drafting.put_example(file, left))
        dropped = [name for name in corrected.expect.values if name not in left.expect.values]
        if dropped:
            said = _tr("Đã bỏ các bước trung gian ghi theo số cũ: {0}. Số tiền tính tay vẫn được kiểm tra.")
            self.detail.setText(said.replace("{0}", ", ".join(dropped)))

    def _asked(self, amount: Dong | None, source: str | None) -> bool:
        """Put the cursor where something is missing."""
        if amount is None:
            self.amount.setFocus()
        elif not source:
            self.source.setFocus()
        return amount is not None and bool(source)

    def _remove(self) -> None:
        file, run = self._session.file, self.table.current_record()
        if file is not None and run is not None:
            self._session.edit(drafting.remove_example(file, run.example.id))

    def _lay_out(self) -> None:
        form = Panel(_tr("Thêm trường hợp mẫu"))
        self.person.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.person.setMinimumContentsLength(_PERSON_LETTERS)
        tell_whole(self.person)
        required = Need.REQUIRED
        who = (
            LabelledField(_tr("&Như người mẫu"), self.person, need=required),
            LabelledField(_tr("&Giới tính"), self.sex),
            LabelledField(_tr("Ngày &sinh"), self.birth),
            LabelledField(_tr("Thời &điểm nghỉ"), self.leave_on),
        )
        fields = (
            LabelledField(_tr("Số &tiền tính tay"), self.amount, need=required),
            LabelledField(_tr("Ng&uồn của số tính tay"), self.source, need=required),
        )
        form.column.addLayout(row_of(self, *who, stretch=False))
        form.column.addLayout(row_of(self, *fields, stretch=False))
        form.column.addLayout(row_of(self, self.add, self.correct, self.remove))
        column = QVBoxLayout(self)
        column.setSpacing(step(self, 2))
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        column.addWidget(form)


def _runs(file: PackFile, pack: PolicyPack, others: tuple[PolicyPack, ...]) -> list[Run]:
    return [Run(each, first_failure(pack, each, others)) for each in file.examples]


def without_differing_steps(example: Example, pack: PolicyPack, others: tuple[PolicyPack, ...]) -> Example:
    """Return the case without the steps on the way that were written for other figures; its amount stays."""
    failure = first_failure(pack, example, others)
    while failure is not None and failure.step in example.expect.values:
        values = {name: value for name, value in example.expect.values.items() if name != failure.step}
        example = msgspec.structs.replace(example, expect=msgspec.structs.replace(example.expect, values=values))
        failure = first_failure(pack, example, others)
    return example


def expected_text(answer: ExampleAnswer) -> str:
    """Return what a case expects: its amount, or why there is none."""
    if answer.total is not None:
        return format_dong(Dong(answer.total))
    if answer.open:
        return NOT_KNOWN
    return _tr("không được hưởng") if answer.applies and not answer.eligible else _tr("không có số tiền")


def _mark(run: Run) -> QIcon:
    return mark_icon(Tone.ERROR if run.failure else Tone.OK, QApplication.palette())

"""Nếu như: another month, another route or other pay, and at once what it would give. The record stays as it is."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.dossiers import Group, Route
from desktop.domain.money import Dong, format_dong
from desktop.domain.months import YearMonth
from desktop.services.amounts.simulate import AssumedBaseSalary, Variation, base_salary_held
from desktop.services.amounts.turning_points import MonthAnswer
from desktop.ui.pages.what_if_trial import Ground, Trial, run_trial
from desktop.ui.progress import Progress, TaskCancelled
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, word
from desktop.ui.what_if_words import reason_sentence, standing_words, turning_sentence
from desktop.ui.widgets.edits import ChoiceBox, MoneyEdit, MonthEdit, RatioEdit
from desktop.ui.widgets.flow_row import FlowRow
from desktop.ui.widgets.labelled_field import LabelledField
from desktop.ui.widgets.looks import Size, Tone, step, write_as
from desktop.ui.widgets.month_strip import MonthStrip


class WhatIfPane(QScrollArea):
    """Tries, and tells; only `applied` leads back to the form, which takes it as an ordinary edit."""

    applied = Signal(object)
    """`Variation`: the person wants this month, group and route in the record."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._ground: Ground | None = None
        self._trial: Trial | None = None
        self._running: Progress | None = None
        self._stale = False
        self._locked = True
        self._make_editors()
        self._make_answers()
        self._lay_out()
        self._connect()

    def show_ground(self, ground: Ground | None, *, locked: bool) -> None:
        """Try on this record from now on; another person starts anew, the same one keeps what is being tried."""
        before, self._locked = self._ground, locked
        if ground == before:
            return
        self._ground = ground
        if ground is not None and (before is None or before.dossier.id != ground.dossier.id):
            self._trial = None
            self.reset()
        else:
            self._ask()

    def reset(self) -> None:
        """Put back what the record says."""
        ground = self._ground
        if ground is None:
            return
        leave = ground.month
        self.month.set_value(leave)
        self.group.set_value(ground.dossier.group)
        self.route.set_value(ground.dossier.route)
        period = ground.dossier.career.salary_in(leave + -1)
        self.coefficient.set_value(period.coefficient if period else None)
        self._show_base_salary(ground, leave)
        self.strip.choose(leave)
        self._ask()

    def variation(self) -> Variation:
        """Return what is being tried; what is as in the record is not part of it."""
        ground = self._ground
        if ground is None:
            return Variation()
        period = ground.dossier.career.salary_in(ground.month + -1)
        coefficient = self.coefficient.value()
        held = base_salary_held(ground.packs, ground.month + -1)
        assumed = self._assumed()
        return Variation(
            leave_month=self.month.value() or ground.month,
            group=self.group.value(),
            route=self.route.value(),
            coefficient=None if period and coefficient == period.coefficient else coefficient,
            base_salary=None if assumed == held else assumed,
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Compute only when somebody looks here."""
        super().showEvent(event)
        if self._stale:
            self._ask()

    def focus_first(self) -> None:
        """Put the keyboard into the month."""
        self.month.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _assumed(self) -> AssumedBaseSalary | None:
        amount, first = self.base_salary.value(), self.base_from.value()
        return AssumedBaseSalary(first, amount) if amount is not None and first is not None else None

    def _show_base_salary(self, ground: Ground, leave: YearMonth) -> None:
        held = base_salary_held(ground.packs, leave + -1)
        self.base_salary.set_value(held.amount if held else None)
        self.base_from.set_value(held.first if held else None)

    def _ask(self) -> None:
        """Compute the strip anew, unless nobody looks; an older computation under way is given up."""
        self._stale = not self.isVisible()
        ground = self._ground
        if self._running is not None:
            self._running.cancel()
            self._running = None
        if ground is None or self._stale:
            return
        variation, centre = self.variation(), self._centre(ground)

        def work(progress: Progress) -> Trial | None:
            try:
                return run_trial(ground, variation, centre, progress.stop_if_cancelled)
            except TaskCancelled:
                return None  # given up for a newer one: nothing to tell anybody

        self._running = self._tasks.pool(work, title=self.tr("Thử các tháng nghỉ"), done=self._show, owner=self)

    def _centre(self, ground: Ground) -> YearMonth:
        """Return the record's month while the month tried is around it, so that the strip stands still."""
        shown, tried = self._trial.months if self._trial else None, self.month.value()
        return tried if tried and shown and ground.month in shown and tried not in shown else ground.month

    def _show(self, trial: Trial | None) -> None:
        if trial is None or not self._still_asked(trial):
            return
        self._running, self._trial = None, trial
        self.strip.show_answers(trial.answers, trial.ground.dossier.leave_month, trial.turns)
        self.turns.clear()
        for point in trial.points:
            item = QListWidgetItem(turning_sentence(point), self.turns)
            item.setData(Qt.ItemDataRole.UserRole, point.month)
            item.setToolTip(item.text())
        self._no_turns.setVisible(not trial.points)
        self.turns.setVisible(bool(trial.points))
        self._show_month()

    def _still_asked(self, trial: Trial) -> bool:
        """Whether record and pay are still those that the trial was made with; its months hold for any month."""
        same_pay = replace(trial.variation, leave_month=None) == replace(self.variation(), leave_month=None)
        return trial.ground is self._ground and same_pay

    def _month_typed(self) -> None:
        month = self.month.value()
        if month is None or self._trial is None or month not in self._trial.months:
            self._ask()
        self.strip.choose(month)
        self._show_month()

    def _month_chosen(self, month: object) -> None:
        if isinstance(month, YearMonth):
            self.month.set_value(month)
            self.strip.choose(month)
            self._show_month()

    def _turn_chosen(self, item: QListWidgetItem) -> None:
        self._month_chosen(item.data(Qt.ItemDataRole.UserRole))

    def _earlier(self) -> None:
        self._move(-1)

    def _later(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        month = self.month.value()
        if month is not None:
            self.month.set_value(month + by)
            self._month_typed()

    def _show_month(self) -> None:
        ground, answer = self._ground, self.strip.answer_of(self.month.value())
        if ground is None or answer is None:
            return
        own = ground.own_answer
        write_as(self.amount, Tone.PLAIN, Size.HEADING if answer.amount is None else Size.DISPLAY)
        self.amount.setText(standing_words(answer))
        self.difference.setText(self._compared(answer, own))
        carried = ground.carried_on(self.variation())
        notes = [reason_sentence(each) for each in answer.answers]
        notes += [message("what_if.carried_on", months=carried)] if carried else []
        self.why.setText("\n".join(notes))
        self.apply.setEnabled(not self._locked and self._differs(ground))
        self.setAccessibleDescription(f"{self.amount.text()}. {self.difference.text()}")

    def _compared(self, answer: MonthAnswer, own: MonthAnswer) -> str:
        recorded = self.tr("Hồ sơ ({month}): {words}").format(month=own.month.shown, words=standing_words(own))
        if answer.amount is None or own.amount is None or answer.amount == own.amount:
            return recorded
        more = Dong(answer.amount - own.amount)
        sign = "+" if more > 0 else "−"
        return f"{recorded} · {sign}{format_dong(Dong(abs(more)))}"

    def _differs(self, ground: Ground) -> bool:
        of = ground.dossier
        return (self.month.value(), self.group.value(), self.route.value()) != (of.leave_month, of.group, of.route)

    def _apply(self) -> None:
        self.applied.emit(self.variation())

    def _make_editors(self) -> None:
        self.month = MonthEdit()
        self.earlier, self.later = QPushButton("‹"), QPushButton("›")
        self.earlier.setAccessibleName(self.tr("Sớm hơn một tháng"))
        self.later.setAccessibleName(self.tr("Muộn hơn một tháng"))
        self.route = ChoiceBox(Route, word)
        self.group = ChoiceBox(Group, word)
        self.coefficient = RatioEdit()
        self.base_salary = MoneyEdit()
        self.base_from = MonthEdit()

    def _make_answers(self) -> None:
        self.amount, self.difference, self.why = QLabel(), QLabel(), QLabel()
        self.strip = MonthStrip(standing_words)
        self.turns = QListWidget()
        self.turns.setAccessibleName(self.tr("Các mốc thay đổi"))
        self.turns.setWordWrap(True)
        self.turns.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.turns.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._no_turns = QLabel(self.tr("Trong các tháng này không có mốc nào làm thay đổi điều kiện."))
        self._legend = QLabel(
            self.tr("Gạch chéo: chưa có số liệu. Nét đứt: mốc thay đổi. Vạch đậm phía dưới: tháng trong hồ sơ.")
        )
        write_as(self._legend, Tone.MUTED)
        self.turns.setAlternatingRowColors(True)
        self.apply = QPushButton(self.tr("Áp dụng vào hồ sơ"))
        self.apply.setToolTip(self.tr("Ghi tháng nghỉ, trường hợp và nhóm đang thử vào hồ sơ; hoàn tác được."))
        self.apply.setEnabled(False)
        self.back = QPushButton(self.tr("Về như hồ sơ"))
        write_as(self.amount, Tone.PLAIN, Size.DISPLAY)
        write_as(self.difference, Tone.MUTED)
        write_as(self._no_turns, Tone.MUTED)
        for label in (self.amount, self.difference, self.why, self._legend, self._no_turns):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.amount, self.why):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(step(self, 2), step(self, 2), step(self, 2), step(self, 2))
        column.addWidget(self._month_field())
        column.addWidget(LabelledField(self.tr("Trường hợp thử"), self.route))
        for widget in (self.amount, self.difference, self.strip, self._legend, self.why):
            column.addWidget(widget)
        column.addLayout(FlowRow(self, self.apply, self.back))
        turning = QLabel(self.tr("Các mốc thay đổi"))
        write_as(turning, Tone.PLAIN, Size.HEADING)
        for part in (turning, self._no_turns, self.turns):
            column.addWidget(part)
        self.turns.setMinimumHeight(self.fontMetrics().height() * 8)
        column.addWidget(LabelledField(self.tr("Nhóm thử"), self.group))
        column.addWidget(LabelledField(self.tr("Hệ số lương thử"), self.coefficient))
        base = LabelledField(self.tr("Mức lương cơ sở thử"), self.base_salary)
        column.addLayout(self._pair(base, LabelledField(self.tr("Từ tháng"), self.base_from)))
        column.addStretch()
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _month_field(self) -> QWidget:
        field = LabelledField(self.tr("Tháng nghỉ thử"), self.month)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(step(self, 1))
        row.addWidget(field, 1)
        for button in (self.earlier, self.later):
            button.setFixedWidth(self.fontMetrics().averageCharWidth() * 5)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        return whole

    def _pair(self, left: QWidget, right: QWidget) -> FlowRow:
        return FlowRow(self, left, right)

    def _connect(self) -> None:
        self.month.committed.connect(self._month_typed)
        self.earlier.clicked.connect(self._earlier)
        self.later.clicked.connect(self._later)
        self.strip.month_chosen.connect(self._month_chosen)
        self.turns.itemActivated.connect(self._turn_chosen)
        self.turns.itemClicked.connect(self._turn_chosen)
        for editor in (self.route, self.group, self.coefficient, self.base_salary, self.base_from):
            editor.committed.connect(self._ask)
        self.apply.clicked.connect(self._apply)
        self.back.clicked.connect(self.reset)

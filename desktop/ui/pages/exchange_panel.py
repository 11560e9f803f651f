"""The settings of sending and receiving packages, as fields."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QRadioButton, QWidget

from desktop.domain.errors import Refusal
from desktop.services.sending.exchange_settings import Channel, ExchangeSettings, limit_mb_of
from desktop.ui.pages.frames import Panel, heading, quiet_label
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import step
from desktop.ui.widgets.tick_box import TickBox
from desktop.ui.widgets.typed_edit import TypedEdit

_LETTERS = 12


class LimitEdit(TypedEdit[int]):
    """How large a file may be, in whole MB."""

    def read(self, text: str) -> int:
        """Return the limit; raises Refusal("settings.limit_out_of_range")."""
        return limit_mb_of(text)

    def show_value(self, value: int) -> str:
        """Return the number."""
        return str(value)

    def explain(self, text: str) -> str:
        """Say which limits there can be."""
        try:
            limit_mb_of(text)
        except Refusal as refusal:
            return refusal_text(refusal)
        return ""


class ExchangePanel(Panel):
    """The way out with the limit of each way, and whether plain lists are taken in."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        title = self.tr("Gửi và nhận gói")
        self.setAccessibleName(title)
        self.channels = {
            Channel.STICK: QRadioButton(self.tr("Qua &USB hoặc thư mục dùng chung")),
            Channel.EMAIL: QRadioButton(self.tr("Qua &thư điện tử")),
        }
        self.limits = {each: LimitEdit() for each in Channel}
        self.problem = quiet_label()
        self.refuse_plain = TickBox(self.tr("Chỉ nhận &danh sách đã mã hóa"))
        self._lay_out(title)
        self._connect()

    def settings(self) -> ExchangeSettings | None:
        """Return what the fields say, None while a limit cannot be read."""
        limits = {each: edit.value() for each, edit in self.limits.items()}
        read = {each: limit for each, limit in limits.items() if limit is not None}
        if len(read) < len(limits):
            return None
        channel = next(each for each, radio in self.channels.items() if radio.isChecked())
        return ExchangeSettings(channel, read, self.refuse_plain.value())

    def show_settings(self, settings: ExchangeSettings) -> None:
        """Fill the fields."""
        self.channels[settings.channel].setChecked(True)
        for channel, edit in self.limits.items():
            edit.set_value(settings.limits_mb[channel])
        self.refuse_plain.set_value(settings.refuse_plain)

    def chosen_channel(self) -> QRadioButton:
        """Return the button of the channel that is chosen."""
        return next(radio for radio in self.channels.values() if radio.isChecked())

    def _lay_out(self, title: str) -> None:
        self.column.addWidget(heading(title))
        sizes = self.tr(
            "Gói lớn hơn giới hạn được chia thành nhiều phần có đánh số, từng phần đều ký và mã hóa. "
            "Nơi nhận ghép lại khi đủ các phần, theo thứ tự nào cũng được."
        )
        self.column.addWidget(quiet_label(sizes))
        self.column.addLayout(self._ways())
        self.column.addWidget(self.problem)
        self.problem.hide()
        mail = self.tr("Thư điện tử làm tệp lớn thêm khoảng một phần ba: nếu máy chủ thư không nhận, hạ giới hạn này.")
        self.column.addWidget(quiet_label(mail))
        self.column.addSpacing(step(self, 2))
        self.column.addWidget(self.refuse_plain)
        plain = self.tr("Danh sách và gói nháp không mã hóa bị từ chối khi nhận: ai cầm tệp cũng đọc được.")
        self.column.addWidget(quiet_label(plain))

    def _ways(self) -> QGridLayout:
        ways = QGridLayout()
        ways.setHorizontalSpacing(step(self, 3))
        for row, (channel, radio) in enumerate(self.channels.items()):
            edit = self.limits[channel]
            label, unit = QLabel(self.tr("mỗi tệp tối đa")), QLabel(self.tr("MB"))
            label.setBuddy(edit)
            edit.setAccessibleName(f"{radio.text().replace('&', '')}, {label.text()} (MB)")
            edit.setMaximumWidth(edit.fontMetrics().averageCharWidth() * _LETTERS)
            for column, widget in enumerate((radio, label, edit, unit)):
                ways.addWidget(widget, row, column)
        ways.setColumnStretch(4, 1)
        return ways

    def _connect(self) -> None:
        for radio in self.channels.values():
            radio.toggled.connect(lambda _checked: self.edited.emit())
        for edit in self.limits.values():
            edit.textEdited.connect(lambda _text: self.edited.emit())
            edit.problem_changed.connect(lambda _problem: self._show_problem())
        self.refuse_plain.committed.connect(self.edited)

    def _show_problem(self) -> None:
        said = next((each.problem for each in self.limits.values() if each.problem), "")
        self.problem.setText(said)
        self.problem.setVisible(bool(said))

"""Where a new signing key is to be: in a file of this machine, or on a token that is plugged in.

Used wherever a key is made: the page of trust and the set-up at the first start. Drivers and tokens are asked away from
the window; no driver is loaded before somebody chose tokens.
"""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QRadioButton, QVBoxLayout, QWidget

from desktop.services.keys.key_places import IN_FILE, KeyChoice
from desktop.services.keys.token_survey import Driver, Survey, TokenKeyLine, TokenLine, drivers_here, survey
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import button, quiet_label, row_of
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import Tone, step, write_as


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeyPlace", text)


class KeyPlaceBox(QWidget):
    """Lets somebody choose file or token; `choice()` is None while a token was asked for but none is chosen.

    With `may_stay` there is a third answer, `stays()`: wherever the key in force is.
    """

    changed = Signal()

    def __init__(
        self, tasks: Tasks, messages: Messages, parent: QWidget | None = None, *, may_stay: bool = False
    ) -> None:
        super().__init__(parent)
        self._tasks, self._messages = tasks, messages
        self.stay = QRadioButton(_tr("Cù&ng nơi với khóa đang dùng"))
        if not may_stay:
            self.stay.hide()
        self.in_file = QRadioButton(_tr("Trong t&ệp trên máy này, mở bằng mật khẩu"))
        self.on_token = QRadioButton(_tr("Trên &thẻ ký số (USB token), mở bằng mã PIN"))
        (self.stay if may_stay else self.in_file).setChecked(True)
        self.drivers, self.keys = QComboBox(), QComboBox()
        self.other = button(_tr("Chọn tệp…"))
        self.look = button(_tr("Tì&m thẻ"))
        self.told = quiet_label()
        self._lay_out()
        self._fill_drivers()
        for each in (self.in_file, self.on_token):
            each.toggled.connect(self._switched)
        self.drivers.currentIndexChanged.connect(self.search)
        self.other.clicked.connect(self._choose_driver)
        self.look.clicked.connect(self.search)
        self.keys.currentIndexChanged.connect(self.changed)
        self._switched()

    def stays(self) -> bool:
        """Whether the new key is to be where the old one is."""
        return self.stay.isChecked()

    def choice(self) -> KeyChoice | None:
        """Return what is chosen."""
        if self.in_file.isChecked():
            return IN_FILE
        chosen = self.keys.currentData()
        return chosen if isinstance(chosen, KeyChoice) else None

    def search(self) -> None:
        """Look for tokens and their keys with the chosen driver."""
        driver = self.drivers.currentData()
        self.keys.clear()
        if self.on_token.isChecked() and driver:
            self._tell(_tr("Đang tìm thẻ…"))
            self.look.setEnabled(False)
            self._tasks.pool(lambda _progress: survey(driver), title=_tr("Tìm thẻ ký số"), done=self._found, owner=self)

    def _lay_out(self) -> None:
        for box in (self.drivers, self.keys):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(24)
            box.setPlaceholderText(_tr("Chưa chọn"))
        where = QWidget()
        row = row_of(self, self.drivers, self.other, stretch=False)
        row.setStretch(0, 1)
        where.setLayout(row)
        where.setFocusProxy(self.drivers)
        which = QWidget()
        row = row_of(self, self.keys, self.look, stretch=False)
        row.setStretch(0, 1)
        which.setLayout(row)
        which.setFocusProxy(self.keys)
        self.fields = QWidget()
        fields = QVBoxLayout(self.fields)
        fields.setContentsMargins(step(self, 4), 0, 0, 0)
        fields.setSpacing(step(self, 2))
        fields.addWidget(LabelledField(_tr("T&rình điều khiển của thẻ"), where, need=Need.REQUIRED))
        fields.addWidget(LabelledField(_tr("Thẻ &và khóa"), which, need=Need.REQUIRED))
        fields.addWidget(self.told)
        self.drivers.setAccessibleName(_tr("Trình điều khiển của thẻ"))
        self.keys.setAccessibleName(_tr("Thẻ và khóa"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        for each in (self.stay, self.in_file, self.on_token, self.fields):
            column.addWidget(each)

    def _fill_drivers(self) -> None:
        for each in drivers_here():
            self._add_driver(each)
        self.drivers.setCurrentIndex(0 if self.drivers.count() == 1 else -1)

    def _add_driver(self, driver: Driver) -> None:
        self.drivers.addItem(f"{driver.name} – {driver.path}", driver.path)

    def _choose_driver(self) -> None:
        filters = _tr("Trình điều khiển (*.dll *.so *.dylib)")
        self._messages.open_file(
            _tr("Tệp trình điều khiển do nơi cấp thẻ đưa"),
            done=lambda path: self.take_driver(Driver(str(path.resolve()), path.name)),
            filters=filters,
        )

    def take_driver(self, driver: Driver) -> None:
        """Choose this driver; it is added to the list unless it is there."""
        at = self.drivers.findData(driver.path)
        if at < 0:
            self._add_driver(driver)
            at = self.drivers.count() - 1
        if at == self.drivers.currentIndex():
            self.search()
        self.drivers.setCurrentIndex(at)

    def _switched(self) -> None:
        self.fields.setVisible(self.on_token.isChecked())
        if self.on_token.isChecked() and self.drivers.currentIndex() < 0:
            self._tell(_tr("Cắm thẻ, rồi chọn trình điều khiển do nơi cấp thẻ đưa."))
        self.search()
        self.changed.emit()

    def _found(self, found: Survey) -> None:
        if found.driver.path != self.drivers.currentData():
            return  # another driver was chosen meanwhile
        self.look.setEnabled(True)
        self.keys.clear()
        for token in found.tokens:
            for words, chosen in _options(token):
                self.keys.addItem(words, chosen)
        self.keys.setCurrentIndex(0 if self.keys.count() == 1 else -1)
        if found.fault is not None:
            self._tell(refusal_text(found.fault), Tone.ERROR)
        elif not found.tokens:
            self._tell(_tr("Chưa thấy thẻ nào. Cắm thẻ, chờ đèn sáng rồi bấm Tìm thẻ."), Tone.WARNING)
        else:
            self._tell(_tr("Mã PIN được hỏi khi tạo khóa và mỗi lần ký; chương trình không lưu mã PIN."))
        self.changed.emit()

    def _tell(self, words: str, tone: Tone = Tone.MUTED) -> None:
        self.told.setText(words)
        write_as(self.told, tone)


def _options(token: TokenLine) -> list[tuple[str, KeyChoice]]:
    """Return what can be done with a token: a new key, or one that is there, with its certificate or without."""
    name = token.info.label or token.info.serial
    found = [(_tr("{0}: tạo khóa mới trên thẻ").replace("{0}", name), token.choice())]
    for key in token.keys:
        if key.issuer:
            words = _tr("{0}: khóa có sẵn {1}, dùng chứng thư do {2} cấp")
            chosen = token.choice(key, with_certificate=True)
            found.insert(0, (_filled(words, name, key).replace("{2}", key.issuer), chosen))
        found.append((_filled(_tr("{0}: khóa có sẵn {1}"), name, key), token.choice(key)))
    return found


def _filled(words: str, token: str, key: TokenKeyLine) -> str:
    kind = f"{key.kind} {key.bits}"
    return words.replace("{0}", token).replace("{1}", f"“{key.label}” ({kind})" if key.label else f"({kind})")

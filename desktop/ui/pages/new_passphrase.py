"""A new passphrase: typed twice, judged honestly, or suggested; kept by the system only if one asks for it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop.exchange.spoken.recovery_code import suggested_words
from desktop.services.keys.passphrase_strength import Level, strength_of
from desktop.ui.pages.frames import button, passphrase_edit, row_of
from desktop.ui.texts import message
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine

_TONES = {Level.WEAK: Tone.ERROR, Level.FAIR: Tone.WARNING, Level.GOOD: Tone.OK}


def _tr(text: str) -> str:
    return QCoreApplication.translate("NewPassphrase", text)


class NewPassphrase(QWidget):
    """Two fields, the judgement, "Gợi ý"; `known` are words that anybody would try first.

    `stacked` puts one field below the other, where there is no width for two.
    """

    changed = Signal()
    entered = Signal()
    """Enter was pressed in a passphrase that can be used."""

    def __init__(self, label: str, again: str, *, known: Iterable[str] = (), stacked: bool = False) -> None:
        super().__init__()
        self._known = tuple(known)
        self.first, self.again = passphrase_edit(), passphrase_edit()
        self.suggest = button(_tr("Gợi ý"))
        self.shown = QCheckBox(_tr("Hiện chữ"))
        self.judged, self.differs = MarkedLine(), MarkedLine()
        self._lay_out(label, again, stacked=stacked)
        for edit in (self.first, self.again):
            edit.textChanged.connect(self._judge)
            edit.returnPressed.connect(self._enter)
        self.shown.toggled.connect(self._show)
        self.suggest.clicked.connect(self._suggest)

    def value(self) -> str:
        """Return the passphrase, "" while it is empty or the two differ."""
        typed = self.first.text()
        return typed if typed == self.again.text() else ""

    def clear(self) -> None:
        """Forget what was typed."""
        self.shown.setChecked(False)
        self.first.clear()
        self.again.clear()

    def _lay_out(self, label: str, again: str, *, stacked: bool) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(step(self, 1))
        first = LabelledField(label, self.first, need=Need.REQUIRED)
        second = LabelledField(again, self.again, need=Need.REQUIRED)
        if stacked:
            whole.addWidget(first)
            whole.addWidget(second)
        else:
            whole.addLayout(row_of(self, first, second, stretch=False))
        whole.addLayout(row_of(self, self.suggest, self.shown))
        whole.addWidget(self.judged)
        whole.addWidget(self.differs)
        self.setFocusProxy(self.first)

    def _judge(self) -> None:
        typed, again = self.first.text(), self.again.text()
        strength = strength_of(typed, self._known)
        sentence = message(f"strength.{strength.level.value}", time=message(strength.span)) if typed else ""
        self.judged.show_text(_TONES[strength.level], sentence, word=False)
        differ = bool(again) and not typed.startswith(again)
        self.differs.show_text(Tone.ERROR, _tr("Hai lần nhập khác nhau.") if differ else "", word=False)
        self.changed.emit()

    def _enter(self) -> None:
        if self.value():
            self.entered.emit()

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for edit in (self.first, self.again):
            edit.setEchoMode(mode)

    def _suggest(self) -> None:
        """Fill both fields with words by chance, shown, so that they can be written down."""
        words = " ".join(suggested_words())
        self.shown.setChecked(True)
        self.first.setText(words)
        self.again.setText(words)

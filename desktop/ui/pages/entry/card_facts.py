"""Cards for a person's form: read from keys, clipboard or file, laid beside the record, taken field by field."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.identity_cards import IdentityCard, begins_like_card, read_card
from desktop.domain.people import Person
from desktop.services.entry.card_check import compare_card, fillable, of_somebody_else, take_from_card
from desktop.ui.pages.entry.card_keys import CardKeys
from desktop.ui.pages.entry.card_panel import CardPanel
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.looks import Tone, write_as

ScanNamed = tuple[str, Path]
"""What an attached scan is called, and where its bytes are."""


class CardFacts(QObject):
    """Offers the ways to read a card. What a card fills goes into the form as one change.

    `write` puts fields of a person into the form and tells of the change; `read` returns the dossier as it stands.
    """

    file_asked = Signal()
    """The clerk wants to choose a photo or scan."""
    scan_asked = Signal(object)
    """`Path` of an attached scan that shall be read."""

    def __init__(
        self, form: QWidget, read: Callable[[], Dossier | None], write: Callable[[Person, Sequence[str]], None]
    ) -> None:
        super().__init__(form)
        self._read, self._write = read, write
        self._before: Person | None = None
        self._card: IdentityCard | None = None
        self._filled: tuple[str, ...] = ()
        self.keys = CardKeys(form)
        self.panel = CardPanel()
        self.button = QPushButton()
        self._menu = QMenu(self.button)
        self._scans: Sequence[ScanNamed] = ()
        self.keys.scanned.connect(self.take_text)
        self.panel.taken.connect(self._take)
        self.panel.taken_back.connect(self._take_back)
        self._menu.aboutToShow.connect(self._fill_menu)

    def watch(self, lines: Iterable[QLineEdit]) -> None:
        """Take a card that is pasted or dropped with the mouse; the line keeps its text."""
        for line in lines:
            line.textEdited.connect(partial(self._watched, line))

    def _watched(self, line: QLineEdit, text: str) -> None:
        if begins_like_card(text):
            line.undo()
            self.take_text(text)

    def offer_scans(self, scans: Sequence[ScanNamed]) -> None:
        """Offer the scans that are attached to the person's papers."""
        self._scans = scans

    def forget(self) -> None:
        """Put the card away: another person is shown."""
        self._card, self._before, self._filled = None, None, ()
        self.panel.hide()

    def citizen_id(self) -> str:
        """Return the number that stands in the form."""
        shown = self._read()
        return shown.person.citizen_id if shown else ""

    def take_text(self, text: str) -> None:
        """Take the text of a card's code."""
        try:
            card = read_card(text)
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self.take_card(card)

    def refuse(self, refusal: Refusal) -> None:
        """Say why no card could be read."""
        self._card = None
        self.panel.show_refusal(refusal_text(refusal))

    def take_card(self, card: IdentityCard) -> None:
        """Fill what is empty and show what differs."""
        shown = self._read()
        if shown is None:
            return
        self._card, self._before, self._filled = card, shown.person, ()
        self._take(fillable(shown.person, card))

    def _take(self, fields: Sequence[str]) -> None:
        shown = self._read()
        if shown is None or self._card is None:
            return
        if fields:
            self._filled = (*self._filled, *(each for each in fields if each not in self._filled))
            self._write(take_from_card(shown.person, self._card, fields), fields)
        self._show()

    def _take_back(self) -> None:
        if self._before is not None and self._filled:
            fields, self._filled = self._filled, ()
            self._write(self._before, fields)
        self._show()

    def _show(self) -> None:
        shown, card = self._read(), self._card
        if shown is not None and card is not None:
            strange = of_somebody_else(shown.person, card)
            self.panel.show_card(card, compare_card(shown.person, card), self._filled, strange=strange)

    def add_to(self, section: FormSection) -> None:
        """Put the button and the panel at the head of the section of the person."""
        self.button.setText(self.tr("Đọc thẻ CCCD"))
        self.button.setToolTip(self.tr("Đọc mã QR trên thẻ: quét bằng máy quét vào bất kỳ ô nào, dán, hoặc từ ảnh"))
        self.button.setMenu(self._menu)
        hint = QLabel(self.tr("Hoặc quét mã QR vào ô bất kỳ, kéo ảnh thẻ vào đây."))
        hint.setWordWrap(True)
        write_as(hint, Tone.MUTED)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(hint, 1)
        column.addLayout(row)
        column.addWidget(self.panel)
        section.add(whole, span=2)

    def _fill_menu(self) -> None:
        self._menu.clear()
        self._menu.addAction(self.tr("&Dán chuỗi mã QR"), self._paste)
        self._menu.addAction(self.tr("&Chọn ảnh hoặc bản quét…"), self.file_asked.emit)
        if self._scans:
            self._menu.addSection(self.tr("Từ bản quét đã gắn"))
        for name, path in self._scans:
            self._menu.addAction(name.replace("&", "&&"), partial(self.scan_asked.emit, path))

    def _paste(self) -> None:
        self.take_text(QGuiApplication.clipboard().text())

"""Settings of this office, at the foot of the rail."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import Refusal
from desktop.services.office import Mode, Office
from desktop.services.practice.mark import is_practice
from desktop.services.sending.exchange_settings import change_settings, exchange_settings
from desktop.system.paths import view_settings
from desktop.ui.pages.exchange_panel import ExchangePanel
from desktop.ui.pages.frames import Panel, button, heading, page_column, quiet_label, row_of, scrolled
from desktop.ui.pages.language_panel import LanguagePanel
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages_base import Banner, Changed, Page
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone


class SettingsPage(Page):
    """Sending and receiving packages, the language.

    Nothing holds before it is saved; leaving the page saves what can be read.
    """

    practice_wanted = Signal()
    """Somebody would like to practise."""

    page_id = "settings"
    icon_name = "settings"
    at_foot = True

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = page_name(self.page_id)
        self._office = office
        self.exchange = ExchangePanel()
        self.languages = LanguagePanel(view_settings(office.folder))
        self.save_button = button(self.tr("&Lưu cài đặt"), next_step=True)
        self.undo_button = button(self.tr("&Bỏ thay đổi"))
        self.practice = Panel(self.tr("Thực hành"))
        self.practise = button(self.tr("&Tập làm với đơn vị mẫu…"))
        self._lay_out()
        self.exchange.edited.connect(self._offer)
        self.languages.edited.connect(self._offer)
        self.save_button.clicked.connect(self._save)
        self.undo_button.clicked.connect(self._show)
        self.practise.clicked.connect(self.practice_wanted)
        self._show()

    def refresh(self, changed: Changed | None) -> None:
        """Show the settings as they are kept; what is being changed here stays."""
        if changed is None or not self._differs():
            self._show()

    def take_focus(self) -> None:
        """Begin with the way out."""
        self.exchange.chosen_channel().setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Keep what was changed: the next page shows what it comes to."""
        if self._differs() and self.exchange.settings() is not None:
            self._save()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = page_column(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.exchange)
        column.addWidget(self.languages)
        column.addLayout(row_of(self, self.save_button, self.undo_button))
        column.addWidget(self._practice())
        column.addStretch(1)
        page_column(self).addWidget(scrolled(inner))

    def _practice(self) -> Panel:
        """Offer to practise where a list is made, and not to somebody who does so already."""
        told = self.tr("Số liệu giả định, khóa tạm, để riêng; lúc nào cũng bỏ ra được")
        self.practice.column.addWidget(heading(self.tr("Thực hành")))
        self.practice.column.addWidget(quiet_label(f"{told}."))
        self.practice.column.addLayout(row_of(self, self.practise))
        if self._office.identity.mode is not Mode.UNIT or is_practice(self._office):
            self.practice.hide()
        return self.practice

    def _show(self) -> None:
        self.exchange.show_settings(exchange_settings(self._office))
        self.languages.show_kept()
        self._offer()

    def _differs(self) -> bool:
        return self.languages.differs() or self.exchange.settings() != exchange_settings(self._office)

    def _offer(self) -> None:
        self.save_button.setEnabled(self._differs() and self.exchange.settings() is not None)
        self.undo_button.setEnabled(self._differs())

    def _save(self) -> None:
        wanted = self.exchange.settings()
        if wanted is None:
            return
        try:
            change_settings(self._office, wanted)
        except Refusal as refusal:
            self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))
            return
        again = self.languages.differs()
        self.languages.keep()
        self._offer()
        words = (
            self.tr("Đã lưu cài đặt. Ngôn ngữ mới dùng từ lần mở chương trình sau.")
            if again
            else self.tr("Đã lưu cài đặt.")
        )
        self.banner.emit(Banner(words, Tone.OK))
        self.changed.emit(Changed())

"""Which language the program speaks, as a field of the settings."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton

from desktop.ui.language import Language
from desktop.ui.pages.frames import Panel, heading, quiet_label, row_of
from desktop.ui.translation import keep_language, kept_language


class LanguagePanel(Panel):
    """The languages, each named in itself; the choice holds from the next start of the program."""

    edited = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__("")
        self._path = path
        title = self.tr("Ngôn ngữ của chương trình")
        self.setAccessibleName(title)
        self.choices = {
            Language.VIETNAMESE: QRadioButton("Tiếng &Việt"),  # each language is named in itself
            Language.ENGLISH: QRadioButton("&English"),
        }
        self.show_kept()
        self.column.addWidget(heading(title))
        self.column.addLayout(row_of(self, *self.choices.values()))
        official = self.tr(
            "Dùng từ lần mở chương trình sau. Văn bản pháp luật, biểu in, phần giải thích cách tính và mọi thứ trong "
            "gói gửi đi luôn bằng tiếng Việt."
        )
        self.column.addWidget(quiet_label(official))
        for radio in self.choices.values():
            radio.toggled.connect(lambda _checked: self.edited.emit())

    @property
    def language(self) -> Language:
        """The language that is chosen here."""
        return next(each for each, radio in self.choices.items() if radio.isChecked())

    def differs(self) -> bool:
        """Whether another language is chosen than the one that is kept."""
        return self.language is not kept_language(self._path)

    def show_kept(self) -> None:
        """Choose the language that is kept."""
        self.choices[kept_language(self._path)].setChecked(True)

    def keep(self) -> None:
        """Keep the choice."""
        keep_language(self._path, self.language)

"""The field for the passphrase of the root; where the root is on a token, it says that the PIN will be asked for."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.services.keys.signing_state import SigningState
from desktop.ui.pages.frames import passphrase_edit
from desktop.ui.widgets.labelled_field import LabelledField, Need


class RootSecret(QObject):
    """`field` goes into the form; `text()` is "" for a root on a token, which asks for its PIN itself."""

    changed = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.edit = passphrase_edit()
        self.field = LabelledField(label, self.edit, need=Need.REQUIRED)
        self._on_token = False
        self.edit.textChanged.connect(lambda _text: self.changed.emit())

    def show_state(self, state: SigningState) -> None:
        """Say where the root is."""
        self._on_token = bool(state.root_token)
        self.edit.setEnabled(not self._on_token)
        words = QCoreApplication.translate("Trust", "Gốc trên thẻ “{0}”: mã PIN sẽ được hỏi")
        self.edit.setPlaceholderText(words.replace("{0}", state.root_token) if self._on_token else "")

    def given(self) -> bool:
        """Whether nothing is missing here."""
        return self._on_token or bool(self.edit.text())

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Forget it."""
        self.edit.clear()

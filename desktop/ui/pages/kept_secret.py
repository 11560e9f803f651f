"""The passphrase of the key in a field: filled in where this machine keeps it, kept there when one ticks the box."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QCheckBox, QLineEdit

from desktop.domain.errors import Refusal
from desktop.services.keys.kept_passphrase import can_keep_passphrase, is_kept, keep_passphrase, kept_passphrase
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.texts import refusal_text


def keep_tick() -> QCheckBox:
    """Return the box that asks to keep the passphrase, hidden until a store of the system is known to be there."""
    tick = QCheckBox(QCoreApplication.translate("KeptSecret", "Nhớ trên máy này"))
    tick.setToolTip(
        QCoreApplication.translate(
            "KeptSecret", "Giữ mật khẩu trong kho mật khẩu của hệ điều hành; ai vào được tài khoản này thì ký được."
        )
    )
    tick.hide()
    return tick


def keep_if_asked(office: Office, tick: QCheckBox, passphrase: str) -> str:
    """Keep a passphrase that opened the key where the box is ticked; return why that failed, "" when it did not.

    The work for which it was typed is done either way.
    """
    if not passphrase or tick.isHidden() or not tick.isChecked() or kept_passphrase(office) == passphrase:
        return ""
    try:
        keep_passphrase(office, passphrase)
    except Refusal as refusal:
        return refusal_text(refusal)
    return ""


class KeptSecret(QObject):
    """Watches over a passphrase field; `tick` stands beside it."""

    def __init__(self, office: Office, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._office, self._edit = office, edit
        self.tick = keep_tick()
        edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Fill the field when it comes into view empty."""
        if watched is self._edit and event.type() == QEvent.Type.Show:
            self.offer()
        return super().eventFilter(watched, event)

    def used(self, passphrase: str) -> str:
        """As `keep_if_asked`, for the passphrase that was in the field, which is filled again."""
        refused = keep_if_asked(self._office, self.tick, passphrase)
        self.offer()
        return refused

    def offer(self) -> None:
        """Show whether the passphrase can be kept, and fill it in if it is."""
        kept = is_kept(self._office)
        self.tick.setVisible(kept or can_keep_passphrase())
        self.tick.setChecked(kept)
        if kept and not self._edit.text():
            self._edit.setText(kept_passphrase(self._office))


def keeping(office: Office, messages: Messages) -> Callable[[str], None] | None:
    """Return what keeps an answer of `Messages.ask_secret`, None where no store of the system is at hand."""
    if not can_keep_passphrase():
        return None

    def keep(passphrase: str) -> None:
        try:
            keep_passphrase(office, passphrase)
        except Refusal as refusal:  # a wrong passphrase is told by the work for which it was typed
            if refusal.code == "secret.store_unavailable":
                messages.error(
                    QCoreApplication.translate("KeptSecret", "Chưa nhớ được mật khẩu"), refusal_text(refusal)
                )

    return keep

"""What is said in a passphrase's field where the signing key is on a token, which asks for its PIN itself."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit


def tell_secret(edit: QLineEdit, token: str) -> None:
    """Say what the passphrase is for where `token` (its label) signs; for a key in a file the field says nothing."""
    words = QCoreApplication.translate("SecretWords", "Để mở gói; mã PIN của thẻ “{0}” hỏi sau")
    edit.setPlaceholderText(words.replace("{0}", token) if token else "")

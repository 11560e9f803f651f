"""What the button says that takes a list in."""

from PySide6.QtCore import QCoreApplication

from desktop.services.lists.comparison import Choices


def changes_in(choices: Choices) -> int:
    """Return how many people would be touched."""
    return len(choices.new) + _updated(choices) + len(choices.gone)


def taking_words(choices: Choices) -> str:
    """Return "&Nhập 3 người, cập nhật 2, bỏ 1"."""
    new, updated, gone = len(choices.new), _updated(choices), len(choices.gone)
    told = [_say("nhập {n} người").format(n=new)] if new or not (updated or gone) else []
    told += [_say("cập nhật {n}").format(n=updated)] if updated else []
    told += [_say("bỏ {n}").format(n=gone)] if gone else []
    text = ", ".join(told)
    return f"&{text[0].upper()}{text[1:]}"


def _updated(choices: Choices) -> int:
    return sum(map(bool, choices.fields.values()))


def _say(text: str) -> str:
    return QCoreApplication.translate("TakingWords", text)

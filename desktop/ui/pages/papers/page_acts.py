"""What was done to pages, in a word, for the names of undo and redo."""

from PySide6.QtCore import QCoreApplication

from desktop.services.papers.page_list import PageAct


def act_word(act: PageAct) -> str:
    """Return the word for an act."""
    words = {
        PageAct.TURNED: QCoreApplication.translate("PageAct", "xoay"),
        PageAct.MOVED: QCoreApplication.translate("PageAct", "chuyển chỗ"),
        PageAct.REMOVED: QCoreApplication.translate("PageAct", "bỏ trang"),
        PageAct.CUT: QCoreApplication.translate("PageAct", "tách tệp"),
        PageAct.JOINED: QCoreApplication.translate("PageAct", "nối tệp"),
        PageAct.STRAIGHTENED: QCoreApplication.translate("PageAct", "nắn thẳng"),
        PageAct.ADDED: QCoreApplication.translate("PageAct", "thêm tệp"),
    }
    return words[act]

"""Where the law says it: document, article, clause and point, as four fields."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from desktop.rules.pack_file import PackFile
from desktop.rules.pack_values import Cite
from desktop.ui.pages.frames import tell_whole
from desktop.ui.widgets.edits import TextEdit
from desktop.ui.widgets.labelled_field import LabelledField, Need

_LETTERS = 17
"""A longer name is cut in the field and whole in its list; the form keeps the width of its half of the page."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("CiteFields", text)


class CiteFields:
    """The editors of a citation; the owner lays their fields out."""

    def __init__(self, *, article: Need) -> None:
        self.document = QComboBox()
        self.document.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.document.setMinimumContentsLength(_LETTERS)
        tell_whole(self.document)
        self.article, self.clause, self.point = TextEdit(), TextEdit(), TextEdit()
        self.fields = {
            "document": LabelledField(_tr("&Văn bản"), self.document, need=Need.REQUIRED),
            "article": LabelledField(_tr("Đ&iều"), self.article, need=article),
            "clause": LabelledField(_tr("&Khoản"), self.clause),
            "point": LabelledField(_tr("&Điểm"), self.point),
        }

    def show_cite(self, cite: Cite, file: PackFile) -> None:
        """Show a citation of this file."""
        self.document.clear()
        for each in file.documents:
            self.document.addItem(each.name, each.id)
        self.document.setCurrentIndex(self.document.findData(cite.document))
        self.article.set_text(cite.article)
        self.clause.set_text(cite.clause)
        self.point.set_text(cite.point)

    def cite(self) -> Cite:
        """Return what is entered."""
        return Cite(
            document=str(self.document.currentData()),
            article=self.article.text().strip(),
            clause=self.clause.text().strip(),
            point=self.point.text().strip(),
        )

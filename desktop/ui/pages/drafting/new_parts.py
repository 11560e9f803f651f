"""Adding a legal text or a further figure to a draft, in place instead of in a dialog."""

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.names import fold
from desktop.rules import drafting
from desktop.rules.pack_file import ComponentRule, PackFile
from desktop.rules.pack_values import Cite, DatedValue, Document, Parameter
from desktop.rules.trace import Provenance, Unit
from desktop.ui.pages.drafting.session import DraftSession
from desktop.ui.pages.frames import Panel, button, row_of
from desktop.ui.texts import word
from desktop.ui.widgets.edits import ChoiceBox, DateEdit, TextEdit
from desktop.ui.widgets.labelled_field import LabelledField, Need

_LONGEST = 40


def _tr(text: str) -> str:
    return QCoreApplication.translate("NewParts", text)


def id_from(words: str, start: str) -> str:
    """Return an id that reads like the words: "Nghị định 29/2023" → "nghi_dinh_29_2023"."""
    plain = re.sub(r"[^a-z0-9]+", "_", fold(words).lower()).strip("_")[:_LONGEST].strip("_")
    return plain if plain and plain[0].isalpha() else f"{start}_{plain}".strip("_")


class _NewPart(Panel):
    """A panel that is hidden until something is to be added; Escape gives up."""

    def __init__(self, session: DraftSession, title: str) -> None:
        super().__init__(title)
        self.session = session
        self.accept = button(_tr("Thêm"), next_step=True)
        self.cancel = button(_tr("Thôi"), quiet=True)
        self.cancel.clicked.connect(self.hide)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def keep(self, file: PackFile) -> None:
        """Change the draft, and close."""
        self.session.edit(file)
        self.hide()

    def finish(self, *fields: QWidget) -> None:
        """Lay the fields out above the buttons."""
        self.column.addLayout(row_of(self, *fields, stretch=False))
        self.column.addLayout(row_of(self, self.accept, self.cancel))


class NewDocument(_NewPart):
    """A legal text: what citations call it, who issued it and when."""

    def __init__(self, session: DraftSession) -> None:
        super().__init__(session, _tr("Thêm văn bản"))
        self.name, self.issuer, self.issued = TextEdit(), TextEdit(), DateEdit()
        self.finish(
            LabelledField(_tr("Số, ký hiệu"), self.name, need=Need.REQUIRED),
            LabelledField(_tr("Cơ quan ban hành"), self.issuer),
            LabelledField(_tr("Ngày ban hành"), self.issued),
        )
        self.accept.clicked.connect(self._add)

    def open_panel(self) -> None:
        """Ask for a text."""
        for each in (self.name, self.issuer, self.issued):
            each.set_text("")
        self.show()
        self.name.setFocus()

    def _add(self) -> None:
        file, name = self.session.file, self.name.value()
        if file is None or name is None:
            self.name.setFocus()
            return
        free = drafting.fresh_id(id_from(name, "van_ban"), (each.id for each in file.documents))
        document = Document(id=free, name=name, issuer=self.issuer.value() or "", issued_on=self.issued.value())
        self.keep(drafting.put_document(file, document))


class NewParameter(_NewPart):
    """A figure that the pack did not have: its name and unit; its value is open until it is entered."""

    def __init__(self, session: DraftSession) -> None:
        super().__init__(session, _tr("Thêm mức mới"))
        self.label, self.unit = TextEdit(), ChoiceBox(Unit, word)
        self.finish(
            LabelledField(_tr("Tên mức"), self.label, need=Need.REQUIRED),
            LabelledField(_tr("Đơn vị"), self.unit, need=Need.REQUIRED),
        )
        self.accept.clicked.connect(self._add)

    def open_panel(self) -> None:
        """Ask for a figure."""
        self.label.set_text("")
        self.unit.set_value(Unit.DONG)
        self.show()
        self.label.setFocus()

    def _add(self) -> None:
        file, label, unit = self.session.file, self.label.value(), self.unit.value()
        if file is None or label is None or unit is None:
            self.label.setFocus()
            return
        self.keep(drafting.put_parameter(file, new_parameter(file, label, unit)))


class NewComponent(_NewPart):
    """One more item of support in a case; its formula starts as a usual one and is then written."""

    def __init__(self, session: DraftSession) -> None:
        super().__init__(session, _tr("Thêm khoản hỗ trợ"))
        self.label = TextEdit()
        self._case = self._formula = ""
        self.finish(LabelledField(_tr("Tên khoản hỗ trợ, như in ra biểu"), self.label, need=Need.REQUIRED))
        self.accept.clicked.connect(self._add)

    def open_for(self, case_id: str, formula: str) -> None:
        """Ask for the item of this case; `formula` is what it starts as."""
        self._case, self._formula = case_id, formula
        self.label.set_text("")
        self.show()
        self.label.setFocus()

    def _add(self) -> None:
        file, label = self.session.file, self.label.value()
        if file is None or label is None:
            self.label.setFocus()
            return
        case = drafting.item_of(file.cases, self._case)
        free = drafting.fresh_id(id_from(label, "khoan"), taken_ids(file))
        item = ComponentRule(id=free, label=label, formula=self._formula, cite=case.cite)
        self.keep(drafting.add_component(file, case.id, item))


def taken_ids(file: PackFile) -> list[str]:
    """Return the ids that formulas can name, which a new part cannot have."""
    parts = (file.parameters, file.values, file.components, file.conditions, file.salary_bases)
    return [each.id for part in parts for each in part]


def new_parameter(file: PackFile, label: str, unit: Unit) -> Parameter:
    """Return an open figure that holds from the pack's first day, cited to its first text until that is entered."""
    first: date = file.effective_from
    cite = Cite(document=file.documents[0].id)
    opened = DatedValue(first=first, cite=cite, provenance=Provenance.OPEN)
    return Parameter(
        id=drafting.fresh_id(id_from(label, "muc"), taken_ids(file)), label=label, unit=unit, values=(opened,)
    )

"""Who the person is: names, numbers, birth, work, bank."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.dossiers import Dossier
from desktop.domain.names import normalise_name
from desktop.domain.people import Sex
from desktop.ui.pages.entry.fields import Fields, SectionMaker, putter
from desktop.ui.texts import word
from desktop.ui.widgets.edits import BirthEdit, ChoiceBox, TextEdit
from desktop.ui.widgets.labelled_field import Need
from desktop.ui.widgets.typed_edit import TypedEdit

_TEXTS = "full_name citizen_id insurance_number post workplace qualification bank_account bank_name"
_NUMBERS = frozenset({"citizen_id", "insurance_number", "bank_account"})


class PersonFacts(QObject):
    """Makes the editors of a person, puts them into two sections, and reads and writes a dossier."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.texts = {name: TextEdit() for name in _TEXTS.split()}
        self.sex = ChoiceBox(Sex, word)
        self.birth = BirthEdit()
        self.note = TextEdit()
        self.lines: tuple[TypedEdit[Any], ...] = (*self.texts.values(), self.birth, self.note)
        for line in self.lines:
            line.committed.connect(self.edited)
        self.sex.committed.connect(self.edited)

    def values(self, dossier: Dossier) -> tuple[tuple[Any, Any], ...]:
        """Pair the editors with what they show of the dossier."""
        person = dossier.person
        return (
            *((editor, getattr(person, name) or None) for name, editor in self.texts.items()),
            (self.sex, person.sex),
            (self.birth, person.birth),
            (self.note, dossier.note or None),
        )

    def typed_into(self, dossier: Dossier) -> Dossier:
        """Return the dossier with what stands in the editors."""
        texts: dict[str, Any] = {name: self._text(name) for name in self.texts}
        person = replace(dossier.person, **texts, sex=self.sex.value(), birth=self.birth.value())
        return replace(dossier, person=person, note=self.note.value() or "")

    def _text(self, name: str) -> str:
        text = self.texts[name].value() or ""
        if name == "full_name":
            return normalise_name(text)
        return text.strip() if name in _NUMBERS else text

    def add_to(self, section: SectionMaker, fields: Fields) -> None:
        """Put who the person is into the first section of the form."""
        put = putter(section(self.tr("Nhân thân")), fields)
        required, recommended, texts = Need.REQUIRED, Need.RECOMMENDED, self.texts
        put("person.full_name", self.tr("&Họ và tên"), texts["full_name"], required)
        put("person.citizen_id", self.tr("Số &CCCD"), texts["citizen_id"], required, self.tr("12 chữ số."))
        put("person.birth", self.tr("&Ngày sinh"), self.birth, required, self.tr("Ngày/tháng/năm; chỉ biết năm: 1965."))
        put("person.sex", self.tr("Giới &tính"), self.sex, required)
        put("person.post", self.tr("Chức &vụ, chức danh"), texts["post"], recommended)
        put("person.workplace", self.tr("Đơn vị công tác"), texts["workplace"], required)

    def add_more_to(self, section: SectionMaker, fields: Fields) -> None:
        """Put what is needed of few into the last section of the form."""
        put = putter(section(self.tr("Thông tin khác")), fields)
        put("person.insurance_number", self.tr("Mã số BHXH"), self.texts["insurance_number"])
        put("person.qualification", self.tr("Trình độ chuyên môn"), self.texts["qualification"])
        put("person.bank_account", self.tr("Số tài khoản"), self.texts["bank_account"])
        put("person.bank_name", self.tr("Ngân hàng"), self.texts["bank_name"])
        put("note", self.tr("Ghi chú"), self.note)

"""Who the person is: names, numbers, birth, work, bank."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.dossiers import Dossier
from desktop.domain.people import Person, Sex
from desktop.ui.pages.entry.birth_facts import BirthFacts
from desktop.ui.pages.entry.fields import Fields, SectionMaker, putter
from desktop.ui.texts import word
from desktop.ui.widgets.edits import BirthEdit, ChoiceBox, NameEdit, NumberEdit, TextEdit
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.labelled_field import Need
from desktop.ui.widgets.typed_edit import TypedEdit

_TEXTS = "full_name citizen_id insurance_number post workplace qualification bank_account bank_name"
_KINDS = {"full_name": NameEdit, **dict.fromkeys(("citizen_id", "insurance_number", "bank_account"), NumberEdit)}
"""What is not plain text among them; read as lists are."""


class PersonFacts(QObject):
    """Makes the editors of a person, puts them into two sections, and reads and writes a dossier."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._section: FormSection | None = None
        self.texts = {name: _KINDS.get(name, TextEdit)() for name in _TEXTS.split()}
        self.sex = ChoiceBox(Sex, word)
        self.birth = BirthEdit()
        self.note = TextEdit()
        self.births = BirthFacts(self)
        own: tuple[TypedEdit[Any], ...] = (*self.texts.values(), self.birth, self.note)
        self.lines = (*own, *self.births.lines)
        for line in own:
            line.committed.connect(self.edited)
        self.births.edited.connect(self.edited)
        self.sex.committed.connect(self.edited)

    def values(self, dossier: Dossier) -> tuple[tuple[Any, Any], ...]:
        """Pair the editors with what they show of the dossier."""
        person = dossier.person
        return (
            *((editor, getattr(person, name) or None) for name, editor in self.texts.items()),
            (self.sex, person.sex),
            (self.birth, person.birth),
            (self.note, dossier.note or None),
            *self.births.values(dossier),
        )

    def typed_into(self, dossier: Dossier) -> Dossier:
        """Return the dossier with what stands in the editors."""
        texts: dict[str, Any] = {name: editor.value() or "" for name, editor in self.texts.items()}
        person = replace(dossier.person, **texts, sex=self.sex.value(), birth=self.birth.value())
        return self.births.typed_into(replace(dossier, person=person, note=self.note.value() or ""))

    def write(self, person: Person, fields: Iterable[str]) -> None:
        """Write these fields of a person; does not count as the clerk's change."""
        texts = {f"person.{name}": (editor, getattr(person, name) or None) for name, editor in self.texts.items()}
        places: dict[str, tuple[Any, Any]] = {
            **texts,
            "person.sex": (self.sex, person.sex),
            "person.birth": (self.birth, person.birth),
        }
        for name in fields:
            editor, value = places[name]
            editor.set_value(value)

    def head_section(self, section: SectionMaker) -> FormSection:
        """Make the first section of the form, to put something before the fields."""
        self._section = section(self.tr("Nhân thân"))
        self._section.set_note(self.tr("Cần trước khi gửi."))
        return self._section

    def add_to(self, section: SectionMaker, fields: Fields) -> None:
        """Put who the person is into the first section of the form."""
        made = self._section or self.head_section(section)
        put = putter(made, fields)
        required, recommended, texts = Need.REQUIRED, Need.RECOMMENDED, self.texts
        put("person.full_name", self.tr("&Họ và tên"), texts["full_name"], required)
        put("person.citizen_id", self.tr("Số &CCCD"), texts["citizen_id"], required)
        put("person.birth", self.tr("&Ngày sinh"), self.birth, required)
        put("person.sex", self.tr("Giới &tính"), self.sex, required)
        put("person.post", self.tr("Chức &vụ, chức danh"), texts["post"], recommended)
        put("person.workplace", self.tr("Đơn vị công tác"), texts["workplace"], required)
        self.births.add_to(made, fields)

    def add_more_to(self, section: SectionMaker, fields: Fields) -> None:
        """Put what is needed of few into the last section of the form."""
        made = section(self.tr("Thông tin khác"))
        made.set_note(self.tr("Tài khoản cần trước khi chi trả; còn lại không bắt buộc."))
        put = putter(made, fields)
        put("person.insurance_number", self.tr("Mã số BHXH"), self.texts["insurance_number"])
        put("person.qualification", self.tr("Trình độ chuyên môn"), self.texts["qualification"])
        put("person.bank_account", self.tr("Số tài khoản"), self.texts["bank_account"])
        put("person.bank_name", self.tr("Ngân hàng"), self.texts["bank_name"])
        put("note", self.tr("Ghi chú"), self.note)

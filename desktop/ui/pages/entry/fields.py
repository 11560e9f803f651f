"""The parts of a person's form: each makes its editors, places them, and reads and writes a dossier."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.domain.dossiers import Dossier
from desktop.services.entry.field_help import known_articles
from desktop.ui.pages.field_names import field_label
from desktop.ui.texts import known_codes, message
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.labelled_field import LabelledField, Need

SectionMaker = Callable[..., FormSection]
"""Makes a section of the form: a title, and the number of `columns`."""
Fields = dict[str, LabelledField]
"""The fields of the form by dotted name, in the order of the form."""


class FormPart(Protocol):
    """A part of the form."""

    edited: SignalInstance

    def values(self, dossier: Dossier) -> tuple[tuple[Any, Any], ...]:
        """Pair the editors with what they show of the dossier."""

    def typed_into(self, dossier: Dossier) -> Dossier:
        """Return the dossier with what stands in the editors."""

    def add_to(self, section: SectionMaker, fields: Fields) -> None:
        """Put the editors into sections, which `section` makes, and into the fields of the form."""


def putter(section: FormSection, fields: Fields) -> Callable[..., LabelledField]:
    """Return what puts an editor with its label, reached by Alt and `key`, into the section and among the fields."""

    def put(name: str, key: str, editor: QWidget, need: Need = Need.OPTIONAL) -> LabelledField:
        field = labelled(name, field_label(name, key), editor, need)
        fields[name] = field
        section.add(field)
        return field

    return put


def labelled(name: str, label: str, editor: QWidget, need: Need = Need.OPTIONAL) -> LabelledField:
    """Return an editor with its label, and with its help."""
    field = LabelledField(label, editor, need=need, name=name)
    field.wrap_label()
    show_help(field)
    return field


def show_help(field: LabelledField, article: str = "") -> None:
    """Say what to write in a field, and by which article: the one that is given, else the one that is known."""
    known = known_articles().get(field.name)
    code = f"help.{field.name}"
    said = message(code) if code in known_codes() else ""
    field.set_help(said, article or (known.basis if known else ""))

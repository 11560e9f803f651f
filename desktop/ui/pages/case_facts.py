"""Why a person leaves, and what speaks against the policy: chosen from what the packs of the round list."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.dossiers import Dossier
from desktop.rules.checks.law_tables import LawTables
from desktop.ui.pages.entry.fields import labelled
from desktop.ui.pages.field_names import field_name
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.labelled_field import LabelledField
from desktop.ui.widgets.listed_choice import ListedChoice, ListedTicks


class CaseFacts(QObject):
    """Makes the editors, puts them into a section of the form, and reads and writes a dossier."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reason = ListedChoice()
        self.obstacles = ListedTicks()
        self.reason.committed.connect(self.edited)
        self.obstacles.committed.connect(self.edited)
        self._section: FormSection | None = None

    def offer(self, tables: LawTables, dossier: Dossier) -> None:
        """Offer what the packs list for this person's group; where they list nothing, the section is hidden."""
        reasons = [(each.id, each.label) for each in tables.reasons if each.open_to(dossier.group)]
        self.reason.set_choices(reasons)
        self.obstacles.set_choices([(each.id, each.label) for each in tables.obstacles.values()])
        if self._section is not None:
            self._section.setVisible(bool(reasons or tables.obstacles))

    def values(self, dossier: Dossier) -> tuple[tuple[Any, Any], ...]:
        """Pair the editors with what they show of the dossier."""
        return ((self.reason, dossier.reason), (self.obstacles, dossier.obstacles))

    def typed_into(self, dossier: Dossier) -> Dossier:
        """Return the dossier with what stands in the editors."""
        return replace(dossier, reason=self.reason.value(), obstacles=self.obstacles.value())

    def add_to(self, section: Callable[..., FormSection], fields: dict[str, LabelledField]) -> None:
        """Put the editors into a section, which `section` makes, and into the fields of the form."""
        self._section = section(self.tr("Lý do tinh giản"), columns=1)
        self._section.set_note(self.tr("Với người tinh giản biên chế theo nghị định; người tự nguyện nghỉ để trống."))
        for field in (self._why(), self._against()):
            fields[field.name] = field
            self._section.add(field)

    def _why(self) -> LabelledField:
        return labelled("reason", field_name("reason"), self.reason)

    def _against(self) -> LabelledField:
        return labelled("obstacles", field_name("obstacles"), self.obstacles)

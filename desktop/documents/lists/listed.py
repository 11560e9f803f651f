"""What a unit's list says, person by person."""

from dataclasses import dataclass, field
from datetime import date

from desktop.documents.lists.columns import ColumnMapping
from desktop.documents.lists.faults import CellFault, CellNote
from desktop.documents.lists.old_fonts import OldFontColumn
from desktop.documents.lists.remarks import Remark
from desktop.domain.careers import Career
from desktop.domain.dossiers import Declared, Group, Route
from desktop.domain.names import fold
from desktop.domain.people import Person


@dataclass(frozen=True, slots=True)
class ListedApproval:
    """A document of the competent authority as the list names it; equal ones cover all their people at once."""

    number: str
    issued_on: date | None
    issuer: str


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One person of the list. What a faulty cell should have held is empty here.

    `approval` is None when one of its cells is faulty; `approval_number` keeps the number as written.
    `faults` are all that concern the person, those in the career sheets too: with one, the record is a draft.
    """

    sheet: str
    sheet_row: int
    person: Person
    group: Group | None = None
    route: Route | None = None
    leave_on: date | None = None
    declared: Declared = field(default_factory=Declared)
    career: Career = field(default_factory=Career)
    approval: ListedApproval | None = None
    approval_number: str = ""
    note: str = ""
    faults: tuple[CellFault, ...] = ()


@dataclass(frozen=True, slots=True)
class WaitingCareer:
    """A career whose identity number and name match nobody in the list, to be claimed once the person is mended."""

    citizen_id: str
    full_name: str
    career: Career
    faults: tuple[CellFault, ...] = ()

    def belongs_to(self, person: Person) -> bool:
        """Tell whether number and name are the person's; one that the sheet does not give must not differ."""
        same_number = self.citizen_id in ("", person.citizen_id)
        same_name = fold(self.full_name) in ("", fold(person.full_name))
        return same_number and same_name and bool(person.citizen_id if self.citizen_id else person.full_name)


@dataclass(frozen=True, slots=True)
class ListReading:
    """All that was read of a workbook, in the order of its rows. `mappings` tell which sheets and columns were used."""

    people: tuple[ListedPerson, ...]
    faults: tuple[CellFault, ...]
    notes: tuple[CellNote, ...]
    approvals: tuple[ListedApproval, ...]
    waiting: tuple[WaitingCareer, ...]
    mappings: tuple[ColumnMapping, ...]
    old_fonts: tuple[OldFontColumn, ...] = ()
    """All columns of the workbook in a font from before Unicode, converted or not."""
    others: tuple[ColumnMapping, ...] = ()
    """Visible sheets that could be read, too, and were not: lists of other years, copies."""
    remarks: tuple[Remark, ...] = ()
    """What to know of the workbook as a whole."""

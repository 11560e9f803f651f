"""The list of the round's people: place, name, state, amount."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong, format_dong
from desktop.domain.names import fold, name_sort_key
from desktop.ui.models.records import Column, RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.pages.desk import Desk
from desktop.ui.texts import message, word


def people_table(desk: Desk) -> RecordTableView[Dossier]:
    """Return the list; amounts and places are those of the desk when a row is drawn."""

    def place(dossier: Dossier) -> str:
        view = desk.view
        places = (at for at, each in enumerate(view.dossiers if view else (), start=1) if each.id == dossier.id)
        return str(next(places, ""))

    def amount(dossier: Dossier) -> Dong | None:
        view = desk.view
        support = view.supports.get(dossier.id) if view else None
        return support.amount if support else None

    def shown_amount(dossier: Dossier) -> str:
        found = amount(dossier)
        return _tr("chưa có") if found is None else format_dong(found)

    columns = (
        Column[Dossier]("ordinal", _tr("TT"), place, sort=lambda each: each.ordinal, align_right=True),
        Column[Dossier]("name", _tr("Họ và tên"), name_of, sort=lambda each: name_sort_key(each.person.full_name)),
        Column[Dossier]("amount", _tr("Số tiền"), shown_amount, sort=amount, align_right=True),
        Column[Dossier]("state", _tr("Trạng thái"), lambda each: word(each.state)),
    )
    return RecordTableView(RecordTableModel(columns, identity=lambda each: each.id), _tr("Danh sách đối tượng"))


def name_of(dossier: Dossier) -> str:
    """Return the name, or that there is none yet."""
    return dossier.person.full_name or message("ui.nameless")


def answers_to(dossier: Dossier, wanted: str) -> bool:
    """Tell whether every word of `wanted` stands in name, number or workplace, accents and case aside."""
    person = dossier.person
    searched = f"{fold(person.full_name)} {person.citizen_id} {fold(person.workplace)}"
    return all(each in searched for each in fold(wanted).split())


def _tr(text: str) -> str:
    return QCoreApplication.translate("PeopleTable", text)

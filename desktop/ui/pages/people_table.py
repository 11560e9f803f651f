"""The list of the round's people: place, name, state, amount: as asked, or as granted once that was decided."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.domain.dates import format_date
from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong, format_dong
from desktop.domain.names import fold, name_sort_key
from desktop.domain.states import DossierState
from desktop.services.rounds.round_view import RoundView
from desktop.ui.models.records import Column, RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.field_names import field_name
from desktop.ui.texts import message, word
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marks import mark_icon


def people_table(desk: Desk) -> RecordTableView[Dossier]:
    """Return the list; amounts and places are those of the desk when a row is drawn."""

    places = _Places()

    def place(dossier: Dossier) -> str:
        return str(places.of(desk.view).get(dossier.id, ""))

    def asked(dossier: Dossier) -> Dong | None:
        view = desk.view
        support = view.supports.get(dossier.id) if view else None
        return support.amount if support else None

    def granted(dossier: Dossier) -> Dong | None:
        return desk.contents.granted.get(dossier.id) if desk.contents else None

    def amount(dossier: Dossier) -> Dong | None:
        """What was decided counts before what was asked, as in the total."""
        decided = granted(dossier)
        return asked(dossier) if decided is None else decided

    def asked_and_granted(dossier: Dossier) -> str:
        before, decided = asked(dossier), granted(dossier)
        if before is None or decided is None:
            return ""
        return _tr("Đề nghị {0}, được duyệt {1}").format(format_dong(before), format_dong(decided))

    def shown_amount(dossier: Dossier) -> str:
        found = amount(dossier)
        return _tr("chưa có") if found is None else format_dong(found)

    columns = (
        Column[Dossier]("ordinal", _tr("TT"), place, sort=lambda each: each.ordinal, align_right=True),
        Column[Dossier]("name", _tr("Họ và tên"), name_of, sort=lambda each: name_sort_key(each.person.full_name)),
        Column[Dossier](
            "amount", _tr("Số tiền"), shown_amount, sort=amount, align_right=True, total=amount, more=asked_and_granted
        ),
        Column[Dossier]("state", _tr("Trạng thái"), lambda each: word(each.state), decoration=_state_mark),
        *_further_columns(),
    )
    table = RecordTableView(RecordTableModel(columns, identity=lambda each: each.id), _tr("Danh sách đối tượng"))
    for column in _further_columns():
        table.hide_column(column.key)
    return table


PASTED: Mapping[str, str] = {
    "ordinal": "ordinal",
    "name": "full_name",
    **{
        name: name
        for name in (
            *("citizen_id", "birth", "sex", "post", "workplace", "leave_on", "insurance_number"),
            *("bank_account", "bank_name", "note"),
        )
    },
    "route": "case",
}
"""What the columns are in a list that is pasted into them; the others are worked out and take nothing."""


def pasted_into(shown: Iterable[Column[Dossier]]) -> list[str]:
    """Return what a block without a header is read as: the columns shown from the current one on, then the hidden ones.

    What is worked out here, such as the amount, is passed over.
    """
    keys = dict.fromkeys([*(column.key for column in shown), *(column.key for column in _further_columns())])
    return [PASTED[key] for key in keys if key in PASTED]


def _further_columns() -> tuple[Column[Dossier], ...]:
    """Return the columns that are hidden until somebody shows them."""
    return (
        Column[Dossier]("citizen_id", _tr("Số CCCD"), lambda each: each.person.citizen_id),
        Column[Dossier]("birth", _tr("Ngày sinh"), _birth, sort=lambda each: str(each.person.birth or "")),
        Column[Dossier]("sex", _tr("Giới tính"), lambda each: word(each.person.sex) if each.person.sex else ""),
        Column[Dossier]("post", _tr("Chức vụ"), lambda each: each.person.post),
        Column[Dossier]("workplace", field_name("person.workplace"), lambda each: each.person.workplace),
        Column[Dossier]("route", _tr("Trường hợp nghỉ"), lambda each: word(each.route) if each.route else ""),
        Column[Dossier]("leave_on", _tr("Thời điểm nghỉ"), _leave, sort=lambda each: each.leave_on),
        Column[Dossier]("insurance_number", _tr("Mã số BHXH"), lambda each: each.person.insurance_number),
        Column[Dossier]("bank_account", _tr("Số tài khoản"), lambda each: each.person.bank_account),
        Column[Dossier]("bank_name", _tr("Ngân hàng"), lambda each: each.person.bank_name),
        Column[Dossier]("note", _tr("Ghi chú"), lambda each: each.note),
    )


def _state_mark(dossier: Dossier) -> QIcon:
    """Mark who still lacks something, and who is complete; the word beside it says the same."""
    tones = {DossierState.DRAFT: Tone.WARNING, DossierState.RETURNED: Tone.WARNING, DossierState.COMPLETE: Tone.OK}
    return mark_icon(tones.get(dossier.state, Tone.PLAIN), QApplication.palette())


def _birth(dossier: Dossier) -> str:
    return dossier.person.birth.shown if dossier.person.birth else ""


def _leave(dossier: Dossier) -> str:
    return format_date(dossier.leave_on) if dossier.leave_on else ""


class _Places:
    """The place of each person in the list, counted once for each reading of the round."""

    def __init__(self) -> None:
        self._view: RoundView | None = None
        self._places: dict[str, int] = {}

    def of(self, view: RoundView | None) -> Mapping[str, int]:
        """Return the places by id."""
        if view is not self._view:
            self._view = view
            self._places = {each.id: at for at, each in enumerate(view.dossiers if view else (), start=1)}
        return self._places


def name_of(dossier: Dossier) -> str:
    """Return the name, or that there is none yet."""
    return dossier.person.full_name or message("ui.nameless")


def answers_to(dossier: Dossier, wanted: str) -> bool:
    """Tell whether every word of `wanted` stands in name, number or workplace, accents and case aside."""
    sought = fold(wanted).split()
    if not sought:
        return True
    person = dossier.person
    searched = f"{fold(person.full_name)} {person.citizen_id} {fold(person.workplace)}"
    return all(each in searched for each in sought)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PeopleTable", text)

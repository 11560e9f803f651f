"""What changed since the last print, in sentences: one for each person and field."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.domain.foreign_text import shown, shown_lines
from desktop.domain.money import Dong, format_dong
from desktop.services.corrections.changed_values import shown_value
from desktop.services.sending.printed_changes import ChangedSincePrint, PrintChange, PrintState
from desktop.ui.pages.field_names import field_name
from desktop.ui.pages.moments import shown_moment


def _tr(text: str) -> str:
    return QCoreApplication.translate("PrintWords", text)


def state_sentence(state: PrintState) -> str:
    """Say whether paper and data are the same list, and how much differs."""
    if not state.printed:
        return _tr("Danh sách chưa in. In để người ký đối chiếu trước khi ký.")
    when = shown_moment(state.printed_at)
    if state.same:
        return _tr("Bản in lúc {0} khớp với danh sách sắp ký.").format(when)
    if not state.told:
        return _tr("Bản in lúc {0} khác danh sách sắp ký. In lại trước khi trình ký.").format(when)
    return _tr("Bản in lúc {0} khác danh sách sắp ký: {1}. In lại trước khi trình ký.").format(when, _counts(state))


def _counts(state: PrintState) -> str:
    words = {
        PrintChange.CHANGED: _tr("{0} người đổi số liệu"),
        PrintChange.ADDED: _tr("{0} người mới"),
        PrintChange.REMOVED: _tr("{0} người không còn"),
    }
    numbers = {kind: sum(each.change is kind for each in state.changes) for kind in words}
    parts = [words[kind].format(number) for kind, number in numbers.items() if number]
    parts += [_tr("chính sách khác")] if state.policies_before != state.policies_after else []
    return ", ".join(parts) or _tr("thứ tự hoặc cách ghi khác")


def change_lines(state: PrintState) -> Iterator[tuple[str, str, str]]:
    """Yield each change as (dossier id, dotted field, sentence)."""
    if state.policies_before != state.policies_after:
        before, after = ("; ".join(each) for each in (state.policies_before, state.policies_after))
        yield "", "", _tr("Chính sách: {0} → {1}").format(before, after)
    for person in state.changes:
        yield from _of_person(person)


def _of_person(person: ChangedSincePrint) -> Iterator[tuple[str, str, str]]:
    name = shown(person.full_name) or _tr("(chưa có tên)")
    if person.change is PrintChange.ADDED:
        yield person.dossier_id, "", _tr("{0}: chưa có trong bản in").format(name)
    elif person.change is PrintChange.REMOVED:
        yield person.dossier_id, "", _tr("{0}: có trong bản in, không còn trong danh sách sắp ký").format(name)
    else:
        for each in person.fields:
            old, new = shown_value(each.field, each.before), shown_value(each.field, each.after)
            line = f"{name}: {field_name(each.field)} {shown_lines(old)} → {shown_lines(new)}"
            yield person.dossier_id, each.field, line
        if person.amount_before != person.amount_after:
            amounts = f"{_amount(person.amount_before)} → {_amount(person.amount_after)}"
            yield person.dossier_id, "", _tr("{0}: Kinh phí hỗ trợ {1}").format(name, amounts)


def _amount(amount: Dong | None) -> str:
    return _tr("chưa xác định") if amount is None else format_dong(amount)

"""Commands of the unit that enters: rounds, lists, people, approvals, checks."""

from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, day, file, person_of, round_of, view_of
from desktop.cli.person_fields import FIELDS, set_field
from desktop.cli.shown import finding_json, person_json, person_line
from desktop.documents.lists.old_fonts import OldFontColumn
from desktop.documents.lists.values import column_letter
from desktop.domain.findings import Finding, Severity
from desktop.domain.states import DossierState
from desktop.rules.checks.engine import unjustified
from desktop.services.corrections.correct_sent import reopen
from desktop.services.entry.edit_dossier import discard_dossier, justify, save_dossier
from desktop.services.entry.unread import unread_cells
from desktop.services.lists.import_list import ListPreview, preview_list, take_in_list
from desktop.services.lists.template import save_template
from desktop.services.rounds.open_round import USUAL_POLICIES, open_round
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.services.rounds.work_to_do import work_to_do
from desktop.services.sending.to_mend import reply_to, to_mend
from desktop.ui.texts import message


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    opened = commands.add_parser("round-open", help="lập đợt đề nghị")
    opened.add_argument("name")
    opened.add_argument("period", help="ví dụ 2024-2")
    opened.add_argument("--policy", action="append", help=f"mặc định {', '.join(USUAL_POLICIES)}")
    opened.add_argument("--deadline", type=day)
    opened.set_defaults(command=_open)
    _add_list(commands)
    _add_people(commands)
    checks = _of_round(commands.add_parser("check", help="kiểm tra cả đợt"))
    checks.set_defaults(command=_check)
    answer = _of_round(commands.add_parser("justify", help="giải trình các cảnh báo cùng mã"))
    answer.add_argument("code")
    answer.add_argument("text")
    answer.add_argument("--person", help="chỉ một người")
    answer.set_defaults(command=_justify)
    _of_round(commands.add_parser("todo", help="việc cần làm")).set_defaults(command=_todo)


def _add_list(commands: Any) -> None:
    look = commands.add_parser("list-check", help="đọc thử danh sách Excel, không thay đổi gì")
    look.add_argument("file", type=file)
    _may_convert(look)
    look.set_defaults(command=_list_check)
    save = commands.add_parser("list-template", help="lưu mẫu danh sách Excel để ghi")
    save.add_argument("file", type=file)
    save.set_defaults(command=_list_template)
    take = _of_round(commands.add_parser("list-in", help="nhập danh sách Excel vào đợt"))
    take.add_argument("file", type=file)
    _may_convert(take)
    take.set_defaults(command=_list_in)


def _may_convert(parser: Any) -> None:
    words = "đọc các cột gõ bằng phông cũ (TCVN3, VNI) thành Unicode"
    parser.add_argument("--convert-old-fonts", action="store_true", help=words)


def _look_at_list(call: Call) -> ListPreview:
    """Read the file; with the option once more, now that it is known which columns are in an old font."""
    preview = preview_list(call.arguments.file)
    fonts = preview.reading.old_fonts
    if not (fonts and call.arguments.convert_old_fonts):
        return preview
    return preview_list(call.arguments.file, converted=fonts)


def _add_people(commands: Any) -> None:
    _of_round(commands.add_parser("people", help="danh sách đối tượng")).set_defaults(command=_people)
    change = _of_round(commands.add_parser("person-set", help="sửa hồ sơ một người"))
    change.add_argument("who", help="số CCCD, mã, số thứ tự hoặc họ tên")
    change.add_argument("fields", nargs="+", metavar="MỤC=GIÁ_TRỊ")
    change.set_defaults(command=_set)
    commands.add_parser("person-fields", help="các mục sửa được").set_defaults(command=_fields)
    for name, text, act in (("person-remove", "bỏ hồ sơ vào thùng rác", _remove), ("person-reopen", "", _reopen)):
        one = _of_round(commands.add_parser(name, help=text or "mở lại hồ sơ đã gửi, bị trả hoặc đã rút để sửa"))
        one.add_argument("who")
        one.add_argument("--reason", default="")
        one.set_defaults(command=act)
    reply = _of_round(commands.add_parser("person-answer", help="trả lời các yêu cầu còn mở của người bị trả lại"))
    reply.add_argument("who")
    reply.add_argument("text")
    reply.set_defaults(command=_answer_requests)


def _of_round(parser: Any) -> Any:
    parser.add_argument("--round", help="mã hoặc kỳ của đợt; mặc định là đợt mới nhất")
    return parser


def _open(call: Call) -> Answer:
    given = call.arguments
    policies = given.policy or USUAL_POLICIES
    opened = open_round(call.office(), given.name, given.period, policies=policies, deadline=given.deadline)
    return Answer((f"Đã lập đợt {opened.name}.",), {"round": opened.id, "period": opened.period})


def _list_check(call: Call) -> Answer:
    reading = _look_at_list(call).reading
    faults = [_fault(each.reason.value, dict(each.params)) for each in reading.faults]
    notes = [_fault(each.correction.value, dict(each.params)) for each in reading.notes]
    remarks = [_fault(each.kind.value, dict(each.params)) for each in reading.remarks]
    fonts = [_font(each) for each in reading.old_fonts]
    lines = [f"{len(reading.people)} người, {len(faults)} ô lỗi, {len(notes)} ô đã chuẩn hóa."]
    lines += [str(each["message"]) for each in (*remarks, *fonts, *faults)]
    told = {"faults": faults, "notes": notes, "remarks": remarks, "old_fonts": fonts}
    return Answer(tuple(lines), {"people": len(reading.people), **told})


def _font(column: OldFontColumn) -> dict[str, Any]:
    before, after = column.samples[0] if column.samples else ("", "")
    letter = column_letter(column.column + 1)
    return _fault(
        "list_remark.old_font",
        {"sheet": column.sheet, "column": letter, "font": column.font.font.name, "before": before, "after": after},
    )


def _list_template(call: Call) -> Answer:
    saved = save_template(call.arguments.file)
    return Answer((f"Đã lưu mẫu danh sách {saved}.",), {"file": str(saved)})


def _list_in(call: Call) -> Answer:
    office = call.office()
    done = take_in_list(office, round_of(office, call).id, _look_at_list(call))
    faults = [_fault(each.reason.value, {**each.params, "column_number": each.column}) for each in done.faults]
    counts = f"{done.complete} đủ số liệu, {done.drafts} còn thiếu; {len(done.known)} người đã có trong đợt"
    lines = [f"Đã nhập {len(done.dossiers)} người: {counts}."]
    lines += [str(each["message"]) for each in faults]
    return Answer(
        tuple(lines),
        {
            "people": len(done.dossiers),
            "complete": done.complete,
            "drafts": done.drafts,
            "known": len(done.known),
            "approvals": len(done.approvals),
            "notes": len(done.notes),
            "faults": faults,
        },
    )


def _fault(code: str, params: dict[str, Any]) -> dict[str, Any]:
    return {"code": code, **params, "message": message(code, **params)}


def _people(call: Call) -> Answer:
    view = view_of(call.office(), call)
    lines = tuple(person_line(view, each) for each in view.dossiers) or ("Đợt chưa có ai.",)
    return Answer(lines, {"people": [person_json(view, each) for each in view.dossiers]})


def _set(call: Call) -> Answer:
    office = call.office()
    dossier = person_of(view_of(office, call), call.arguments.who)
    for assignment in call.arguments.fields:
        name, _, text = assignment.partition("=")
        dossier = set_field(dossier, name, text)
    saved = save_dossier(office, dossier)
    view = read_round(office, saved.after.round_id)
    return Answer((person_line(view, saved.after),), person_json(view, saved.after))


def _fields(_call: Call) -> Answer:
    return Answer(tuple(FIELDS), {"fields": list(FIELDS)})


def _remove(call: Call) -> Answer:
    office = call.office()
    dossier = person_of(view_of(office, call), call.arguments.who)
    discard_dossier(office, dossier.id)
    return Answer((f"Đã bỏ hồ sơ của {dossier.person.full_name} vào thùng rác.",), {"removed": dossier.id})


def _reopen(call: Call) -> Answer:
    office = call.office()
    dossier = person_of(view_of(office, call), call.arguments.who)
    asked_back = "Sửa theo yêu cầu của Sở Tài chính" if dossier.state is DossierState.RETURNED else ""
    again = reopen(office, dossier.id, call.arguments.reason or asked_back)
    return Answer((f"Lần {again.revision}: {again.person.full_name}",), {"id": again.id, "revision": again.revision})


def _answer_requests(call: Call) -> Answer:
    office = call.office()
    dossier = person_of(view_of(office, call), call.arguments.who)
    asked = to_mend(office, dossier.round_id)
    open_ones = [each for each in asked if each.sent.dossier_id == dossier.id and not each.done]
    for each in open_ones:
        reply_to(office, each, call.arguments.text)
    return Answer((f"Đã trả lời {len(open_ones)} yêu cầu: {dossier.person.full_name}",), {"answered": len(open_ones)})


def _check(call: Call) -> Answer:
    office = call.office()
    view = view_of(office, call)
    found = view.findings()
    waiting = {each.key for each in unjustified(found, view.dossiers)}
    cells = unread_cells(office, view.round.id)
    errors = sum(each.severity is Severity.ERROR for each in found)
    lines = [f"{errors} lỗi, {len(waiting)} cảnh báo chưa giải trình, {len(cells)} ô của danh sách chưa đọc được."]
    lines += [_finding_line(view, each) for each in found]
    lines += [f"{_named(view, cell.dossier_id)}: {message(cell.reason, **cell.params)}" for cell in cells]
    return Answer(
        tuple(lines),
        {
            "errors": errors,
            "unanswered": len(waiting),
            "findings": [finding_json(view, each, open_warning=each.key in waiting) for each in found],
            "unread_cells": [_fault(cell.reason, {**cell.params, "dossier_id": cell.dossier_id}) for cell in cells],
        },
    )


def _finding_line(view: RoundView, finding: Finding) -> str:
    return f"[{finding.severity}] {finding.code} {_named(view, finding.subject)}: {view.catalogue.message(finding)}"


def _named(view: RoundView, subject: str) -> str:
    return view.whose(subject) or message("ui.nameless")


def _justify(call: Call) -> Answer:
    office = call.office()
    view = view_of(office, call)
    given = call.arguments
    only = person_of(view, given.person).id if given.person else None
    found = [each for each in view.findings() if each.code == given.code]
    editable = [each for each in view.dossiers if each.state.value in {"draft", "complete"}]
    people = [each for each in editable if only in {None, each.id}]
    touched = [each.id for each in people if any(one.subject in {each.id, each.approval_id} for one in found)]
    justify(office, touched, found, given.text)
    return Answer((f"Đã giải trình {given.code} cho {len(touched)} người.",), {"people": len(touched)})


def _todo(call: Call) -> Answer:
    office = call.office()
    view = view_of(office, call) if office.identity.mode.value == "unit" else None
    found = work_to_do(office, view)
    lines = tuple(message(f"task.{each.task.value}", count=each.count, round=each.round_name) for each in found)
    return Answer(lines, {"tasks": [{"task": each.task.value, "count": each.count} for each in found]})

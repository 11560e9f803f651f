"""Commands of a parent unit: the packages of its subordinate units."""

from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, file
from desktop.cli.shown import not_sealed
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong, format_dong
from desktop.services.appraisal.received_view import Appraisal
from desktop.services.office import Office
from desktop.services.parent_units.send_back import send_back
from desktop.services.parent_units.subordinates import (
    SubordinateItem,
    check_subordinate,
    leave_subordinate,
    subordinate_items,
    take_in_subordinate,
)
from desktop.ui.texts import word


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    commands.add_parser("subordinate-list", help="đơn vị chủ quản: gói của đơn vị trực thuộc").set_defaults(
        command=_list
    )
    check = _of_package(commands.add_parser("subordinate-check", help="tính lại và kiểm tra gói của đơn vị trực thuộc"))
    check.set_defaults(command=_check)
    take = _of_package(commands.add_parser("subordinate-take", help="nhận gói vào danh sách gửi kèm"))
    take.set_defaults(command=_take)
    leave = _of_package(commands.add_parser("subordinate-leave", help="bỏ gói khỏi danh sách gửi kèm"))
    leave.set_defaults(command=_leave)
    back = _of_package(commands.add_parser("subordinate-return", help="trả gói lại đơn vị trực thuộc, kèm lý do"))
    back.add_argument("--note", required=True, metavar="LÝ_DO")
    back.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    back.add_argument("--plain", action="store_true", help="không mã hóa")
    back.add_argument("--passphrase-file")
    back.set_defaults(command=_back)


def _of_package(parser: Any) -> Any:
    parser.add_argument("package", help="mã gói hoặc tên tệp gói")
    return parser


def _found(office: Office, wanted: str) -> str:
    named = (each.submission for each in subordinate_items(office))
    found = next((each for each in named if wanted in {each.id, each.file_name}), None)
    if found is None:
        raise Refusal("package.not_in_inbox", package=wanted)
    return found.id


def _list(call: Call) -> Answer:
    items = subordinate_items(call.office())
    lines = tuple(_line(each) for each in items)
    return Answer(lines or ("Chưa có gói nào của đơn vị trực thuộc.",), {"packages": [_json(each) for each in items]})


def _line(item: SubordinateItem) -> str:
    submission = item.submission
    sent = f", đã gửi trong {item.sent_in[0].file_name}" if item.sent_in else ""
    return (
        f"{submission.file_name}  {submission.unit.name}  {submission.people} người  "
        f"{format_dong(submission.total)}  {word(item.package.standing)}{sent}"
    )


def _json(item: SubordinateItem) -> dict[str, Any]:
    submission = item.submission
    return {
        "package_id": submission.id,
        "file": submission.file_name,
        "unit": submission.unit.code,
        "people": submission.people,
        "total": submission.total,
        "standing": item.package.standing.value,
        "note": item.package.note,
        "sent_in": [each.package_id for each in item.sent_in],
        "decided": item.decided,
    }


def _check(call: Call) -> Answer:
    office = call.office()
    checked = check_subordinate(office, _found(office, call.arguments.package))
    lines = tuple(_person_line(each) for each in checked.people)
    people = [_person_json(each) for each in checked.people]
    return Answer(lines, {"package_id": checked.submission.id, "differing": checked.differing, "people": people})


def _person_line(person: Appraisal) -> str:
    codes = ", ".join(dict.fromkeys(each.code for each in person.findings))
    amounts = f"{_dong(person.sent.amount)} / {_dong(person.recomputed_amount)}"
    return f"{person.sent.full_name}  {amounts}  {codes or 'không có phát hiện'}"


def _dong(amount: Dong | None) -> str:
    return "chưa có số tiền" if amount is None else format_dong(amount)


def _person_json(person: Appraisal) -> dict[str, Any]:
    return {
        "dossier_id": person.sent.dossier_id,
        "full_name": person.sent.full_name,
        "declared": person.sent.amount,
        "recomputed": person.recomputed_amount,
        "agrees": person.agrees,
        "findings": [each.code for each in person.findings],
    }


def _take(call: Call) -> Answer:
    office = call.office()
    item = take_in_subordinate(office, _found(office, call.arguments.package))
    return Answer((f"Đã nhận vào {item.submission.file_name}; gói sẽ gửi kèm lần gửi tới.",), _json(item))


def _leave(call: Call) -> Answer:
    office = call.office()
    item = leave_subordinate(office, _found(office, call.arguments.package))
    return Answer((f"Đã bỏ {item.submission.file_name} khỏi danh sách gửi kèm.",), _json(item))


def _back(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    package_id = _found(office, given.package)
    written = send_back(office, package_id, given.note, given.to, call.passphrase(), plain=given.plain)
    lines = (f"Đã ghi {written.path.name}; chuyển tệp này cho đơn vị.", *not_sealed(written, asked=given.plain))
    return Answer(lines, {"package": str(written.path), "digest": written.digest, "encrypted": written.sealed})

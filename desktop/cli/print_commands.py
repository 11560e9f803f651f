"""Commands that print: slips, the register of papers, the result of the appraisal."""

from pathlib import Path
from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.appraisal_commands import received_of, received_person
from desktop.cli.arguments import Call, file, person_of, round_of, view_of
from desktop.domain.errors import Refusal
from desktop.domain.rounds import Direction
from desktop.services.appraisal.received_view import appraisal_of
from desktop.services.office import Office
from desktop.services.prints.print_forms import PrintedList
from desktop.services.prints.print_register import print_register
from desktop.services.prints.print_result import print_appraisal_result, print_received_result
from desktop.services.prints.print_slips import print_appraisal_slip, print_slips
from desktop.ui.texts import message


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    one = _of_round(commands.add_parser("person-print", help="in phiếu tính (Biểu 03) của một người thành PDF"))
    one.add_argument("who", help="số CCCD, mã, số thứ tự hoặc họ tên")
    _to_file(one).set_defaults(command=_person)
    everybody = _of_round(commands.add_parser("slips-print", help="in phiếu tính của mọi người vào một tệp PDF"))
    _to_file(everybody).set_defaults(command=_slips)
    papers = _of_round(commands.add_parser("register-print", help="in bảng kê hồ sơ (Biểu 06) thành PDF và XLSX"))
    papers.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    papers.set_defaults(command=_register)
    result = _of_round(commands.add_parser("result-print", help="in kết quả thẩm định (Biểu 05) thành PDF và XLSX"))
    result.add_argument("package", help="mã gói, tên tệp gói, hoặc last")
    result.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    result.set_defaults(command=_result)
    beside = commands.add_parser("appraisal-print", help="Sở Tài chính: in phiếu tính, khai và tính lại cạnh nhau")
    beside.add_argument("package", help="mã gói, tên tệp gói, hoặc last")
    beside.add_argument("who", help="số CCCD, mã hoặc họ tên")
    _to_file(beside).set_defaults(command=_appraisal)


def _of_round(parser: Any) -> Any:
    parser.add_argument("--round", help="mã hoặc kỳ của đợt; mặc định là đợt mới nhất")
    return parser


def _to_file(parser: Any) -> Any:
    parser.add_argument("--to", type=file, required=True, metavar="TỆP.pdf")
    return parser


def _person(call: Call) -> Answer:
    office = call.office()
    view = view_of(office, call)
    dossier = person_of(view, call.arguments.who)
    return _told(call.arguments.to, print_slips(office, view, call.arguments.to, people=(dossier,)), 1)


def _slips(call: Call) -> Answer:
    office = call.office()
    view = view_of(office, call)
    people: list[str] = []
    pages = print_slips(office, view, call.arguments.to, report=lambda _done, _total, name: people.append(name))
    return _told(call.arguments.to, pages, len(people))


def _appraisal(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    received = received_of(office, given.package)
    appraisal = appraisal_of(office, received, received_person(received, given.who))
    return _told(given.to, print_appraisal_slip(office, received, appraisal, given.to), 1)


def _told(target: Path, pages: int, people: int) -> Answer:
    line = f"Đã in {target.name}: {people} người, {pages} trang."
    return Answer((line,), {"pdf": str(target), "pages": pages, "people": people})


def _register(call: Call) -> Answer:
    office = call.office()
    return _both(print_register(office, view_of(office, call), call.arguments.to))


def _result(call: Call) -> Answer:
    """Print what was decided here, or, at a unit, what came back."""
    office, given = call.office(), call.arguments
    if office.identity.mode.value == "finance":
        return _both(print_appraisal_result(office, received_of(office, given.package), given.to))
    return _both(_came_back(office, call))


def _came_back(office: Office, call: Call) -> PrintedList:
    wanted, of_round = call.arguments.package, round_of(office, call)
    with office.store.begin() as work:
        sent = [each for each in work.submissions.all(Direction.SENT) if each.round_id == of_round.id]
        answered = [each for each in sent if work.decisions.of_submission(each.id)]
    newest = max(answered, key=lambda each: each.sequence, default=None)
    named = next((each for each in sent if wanted in {each.id, each.file_name}), None)
    found = newest if wanted == "last" else named
    if found is None:
        raise Refusal("package.not_in_inbox", package=wanted)
    return print_received_result(office, view_of(office, call), found, call.arguments.to)


def _both(printed: PrintedList) -> Answer:
    line = message("ui.printed", pdf=printed.pdf.name, xlsx=printed.xlsx.name)
    return Answer((line,), {"pdf": str(printed.pdf), "xlsx": str(printed.xlsx)})

"""Commands for what arrives at either desk: taken in, held, alarms, receipts."""

from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, file
from desktop.cli.shown import decision_json, not_sealed
from desktop.domain.errors import Refusal
from desktop.domain.receipts import Receipt
from desktop.domain.rounds import Direction
from desktop.exchange.signing.age_header import ENDING
from desktop.services.arrivals.make_receipt import ReceiptFiles, make_receipt, without_receipt
from desktop.services.arrivals.receive_decision import DecisionReceived
from desktop.services.arrivals.receive_draft import DraftReceived
from desktop.services.arrivals.receive_package import Received
from desktop.services.arrivals.receive_receipt import ReceiptReceived, sent_packages
from desktop.services.arrivals.take_in import Accepted, PartHere, TakenIn, take_in, take_in_waiting
from desktop.services.arrivals.waiting_packages import WaitingPackage, drop_waiting, waiting_packages
from desktop.services.arrivals.watch_arrivals import alarms, look_into
from desktop.services.office import Office
from desktop.services.prints.print_receipt import print_kept_receipt
from desktop.ui.arrival_words import alarm_line, receipt_words, told, waiting_line
from desktop.ui.texts import message


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    take = commands.add_parser("package-in", help="nhận một gói gửi đến đây, loại nào cũng được")
    take.add_argument("file", type=file)
    take.add_argument("--passphrase-file", help="mật khẩu của khóa, khi gói mã hóa")
    take.set_defaults(command=_take_in)
    commands.add_parser("package-waiting", help="các gói được giữ, chờ gói trước hoặc chờ đủ phần").set_defaults(
        command=_waiting
    )
    now = _with_reason(commands.add_parser("package-take", help="nhận gói đang chờ mà không chờ nữa"), required=False)
    now.add_argument("--passphrase-file", help="mật khẩu của khóa, khi gói mã hóa")
    now.set_defaults(command=_take)
    drop = _with_reason(commands.add_parser("package-drop", help="xóa gói đang chờ"), required=True)
    drop.set_defaults(command=_drop)
    commands.add_parser("alarms", help="cảnh báo về gói trùng số chưa xem xét").set_defaults(command=_alarms)
    seen = commands.add_parser("alarm-seen", help="ghi đã xem xét một cảnh báo")
    seen.add_argument("alarm")
    seen.add_argument("--note", required=True, help="đã tìm hiểu được gì")
    seen.set_defaults(command=_seen)
    _add_receipts(commands)


def _add_receipts(commands: Any) -> None:
    make = commands.add_parser("receipt-make", help="Sở Tài chính: lập phiếu tiếp nhận đã ký")
    make.add_argument("package", nargs="*", help="mã gói hoặc tên tệp gói; để trống: mọi gói chưa có phiếu")
    make.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    make.add_argument("--plain", action="store_true", help="không mã hóa bản đầy đủ")
    make.add_argument("--passphrase-file")
    make.set_defaults(command=_make_receipts)
    listed = commands.add_parser("receipts", help="đơn vị: từng gói đã gửi, đã có phiếu tiếp nhận chưa")
    listed.set_defaults(command=_receipts)
    printing = commands.add_parser("receipt-print", help="in lại phiếu tiếp nhận đang có ở đây")
    printing.add_argument("package", help="mã gói hoặc tên tệp gói")
    printing.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    printing.set_defaults(command=_print_receipt)


def _with_reason(parser: Any, *, required: bool) -> Any:
    parser.add_argument("package", help="mã gói hoặc tên tệp gói")
    parser.add_argument("--reason", default="", required=required)
    return parser


def _take_in(call: Call) -> Answer:
    path = call.arguments.file
    return _answer(take_in(call.office(), path, call.package_passphrase(path)))


def _take(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    held = _held(office, given.package).held
    secret = call.passphrase() if held.stored_name.endswith(ENDING) else ""
    return _answer(take_in_waiting(office, held.package_id, secret, given.reason))


def _answer(taken: TakenIn) -> Answer:
    body = _outcome_json(taken.outcome)
    body |= {"followers": [accepted_json(each) for each in taken.followers]}
    body |= {"stuck": {"code": taken.stuck.code, "params": dict(taken.stuck.params)} if taken.stuck else None}
    return Answer(told(taken), body)


def _outcome_json(outcome: Accepted | WaitingPackage | PartHere) -> dict[str, Any]:
    if isinstance(outcome, PartHere):
        return {"held": False, "already": True, "part": outcome.number, "parts": outcome.parts}
    if isinstance(outcome, WaitingPackage):
        return {"held": True, "already": outcome.already} | _waiting_json(outcome)
    return {"held": False} | accepted_json(outcome)


def accepted_json(accepted: Accepted) -> dict[str, Any]:
    """Return what was taken in, for programs."""
    match accepted:
        case Received():
            return _submission_json(accepted)
        case DraftReceived():
            draft = accepted.draft
            said = {"package_id": draft.id, "people": draft.people, "total": draft.total}
            return {"kind": "draft", "already": accepted.already, **said, "replaced": accepted.replaced}
        case DecisionReceived():
            names = accepted.names
            decisions = [{**decision_json(each), "name": names[each.dossier_id]} for each in accepted.decisions]
            already, passed_on = accepted.already, accepted.passed_on
            return {"kind": "decision", "already": already, "passed_on": passed_on, "decisions": decisions}
        case ReceiptReceived():
            return {"kind": "receipt", "already": accepted.already, **receipt_json(accepted.receipt)}


def _submission_json(received: Received) -> dict[str, Any]:
    submission = received.submission
    return {
        "kind": "submission",
        "already": received.already,
        "package_id": submission.id,
        "people": submission.people,
        "total": submission.total,
        "missing_numbers": list(received.missing),
        "other_policies": list(received.other_policies),
        "embedded": [each.id for each in received.embedded],
        "first_seen_at": submission.first_seen_at,
    }


def receipt_json(receipt: Receipt) -> dict[str, Any]:
    """Return a receipt for programs."""
    return {
        "package_id": receipt.submission_id,
        "number": receipt.number,
        "year": receipt.year,
        "office": receipt.office_code,
        "digest": receipt.submission_digest,
        "first_received_at": receipt.first_seen_at,
        "issued_at": receipt.issued_at,
        "people": receipt.people,
        "total": receipt.total,
    }


def _waiting(call: Call) -> Answer:
    found = waiting_packages(call.office())
    lines = tuple(waiting_line(each) for each in found) or (message("arrival.none_waits"),)
    return Answer(lines, {"waiting": [_waiting_json(each) for each in found]})


def _waiting_json(waiting: WaitingPackage) -> dict[str, Any]:
    held = waiting.held
    return {
        "package_id": held.package_id,
        "file": held.file_name,
        "unit": held.issuer,
        "sequence": held.sequence,
        "waits_for": held.waits_for,
        "missing_numbers": list(waiting.missing),
        "parts": held.parts,
        "missing_parts": list(waiting.missing_parts),
        "due": waiting.due,
        "arrived_at": held.arrived_at,
    }


def _held(office: Office, wanted: str) -> WaitingPackage:
    named = (each for each in waiting_packages(office) if wanted in {each.held.package_id, each.held.file_name})
    found = next(named, None)
    if found is None:
        raise Refusal("waiting.not_here", package=wanted)
    return found


def _drop(call: Call) -> Answer:
    office = call.office()
    held = _held(office, call.arguments.package).held
    drop_waiting(office, held.package_id, call.arguments.reason)
    return Answer((message("arrival.dropped"),), {"dropped": held.package_id})


def _alarms(call: Call) -> Answer:
    found = alarms(call.office())
    body: list[dict[str, Any]] = [
        {
            "id": each.id,
            "kind": each.kind,
            "unit": each.issuer,
            "sequence": each.sequence,
            "package_id": each.package_id,
            "digest": each.digest,
            "known_digest": each.known_digest,
            "file": each.file_name,
            "raised_at": each.raised_at,
        }
        for each in found
    ]
    lines = tuple(f"{each.id}  {alarm_line(each)}" for each in found) or (message("arrival.no_alarms"),)
    return Answer(lines, {"alarms": body})


def _seen(call: Call) -> Answer:
    look_into(call.office(), call.arguments.alarm, call.arguments.note)
    return Answer((message("arrival.alarm_seen"),), {"seen": call.arguments.alarm})


def _make_receipts(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    wanted = [_received_id(office, each) for each in given.package] or [each.id for each in without_receipt(office)]
    secret = call.passphrase()
    made = [make_receipt(office, each, given.to, secret, plain=given.plain) for each in wanted]
    lines = [line for each in made for line in (made_line(office, each), *not_sealed(each.full, asked=given.plain))]
    body = [receipt_json(each.receipt) | {"files": [str(path) for path in each.paths]} for each in made]
    return Answer(tuple(lines) or (message("receipt.all_given"),), {"receipts": body})


def made_line(office: Office, made: ReceiptFiles) -> str:
    """Return what was written for which submission."""
    with office.store.begin() as work:
        submission = work.submissions.need(made.receipt.submission_id)
    names = {"full": made.full.path.name, "shareable": made.shareable.path.name}
    return message("receipt.made", number=made.receipt.label, file=submission.file_name, **names)


def _received_id(office: Office, wanted: str) -> str:
    with office.store.begin() as work:
        received = work.submissions.all(Direction.RECEIVED)
        drafts = work.draft_packages.all()
    names = {key: each.id for each in received for key in (each.id, each.file_name)}
    names |= {key: each.id for each in drafts for key in (each.id, each.file_name)}
    found = names.get(wanted)
    if found is None:
        raise Refusal("package.not_in_inbox", package=wanted)
    return found


def _receipts(call: Call) -> Answer:
    sent = sent_packages(call.office())
    lines = tuple(f"{each.submission.file_name}  {receipt_words(each.receipt)}" for each in sent)
    body = [
        {
            "package_id": each.submission.id,
            "file": each.submission.file_name,
            "sequence": each.submission.sequence,
            "sent_at": each.submission.created_at,
            "receipt": receipt_json(each.receipt) if each.receipt else None,
        }
        for each in sent
    ]
    return Answer(lines or (message("receipt.nothing_sent"),), {"sent": body})


def _print_receipt(call: Call) -> Answer:
    office, wanted = call.office(), call.arguments.package
    with office.store.begin() as work:
        named = (each.id for each in work.submissions.all() if wanted in {each.id, each.file_name})
        found = next(named, None)
    if found is None:
        raise Refusal("package.not_in_inbox", package=wanted)
    printed = print_kept_receipt(office, found, call.arguments.to)
    return Answer((message("receipt.printed", file=printed.name),), {"pdf": str(printed)})

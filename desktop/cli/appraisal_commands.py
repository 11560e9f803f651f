"""Commands of Sở Tài chính: receive, look, decide, send back."""

from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, file
from desktop.cli.shown import decision_json, not_sealed
from desktop.domain.errors import Refusal
from desktop.domain.money import format_dong, parse_dong
from desktop.domain.names import fold
from desktop.domain.rounds import Outcome, Reason
from desktop.services.appraisal.appraise import decide, decide_clean, inbox, open_appraisal, undo_decision
from desktop.services.appraisal.draft_view import open_received
from desktop.services.appraisal.export_decision import export_decision
from desktop.services.appraisal.received_view import Appraisal, ReceivedView
from desktop.services.arrivals.drafts_here import received_drafts
from desktop.services.office import Office
from desktop.ui.texts import message, word
from desktop.ui.written_words import written_name


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    commands.add_parser("inbox", help="Sở Tài chính: các gói đã nhận").set_defaults(command=_inbox)
    look = _of_package(commands.add_parser("appraise", help="xem khai, tính lại và bước đầu tiên khác nhau"))
    look.add_argument("who", nargs="?", help="số CCCD, mã hoặc họ tên; để trống: mọi người")
    look.set_defaults(command=_appraise)
    ruling = _of_package(commands.add_parser("decide", help="quyết định cho một người"))
    ruling.add_argument("who")
    ruling.add_argument("outcome", choices=[each.value for each in Outcome])
    ruling.add_argument("--amount", help="số tiền, chỉ với adjusted")
    ruling.add_argument("--reason", action="append", default=[], metavar="[MỤC=]LÝ_DO")
    ruling.set_defaults(command=_decide)
    _of_package(commands.add_parser("decide-clean", help="chấp thuận mọi người không có khác biệt")).set_defaults(
        command=_decide_clean
    )
    undo = commands.add_parser("decision-undo", help="rút một quyết định chưa gửi")
    undo.add_argument("decision")
    undo.add_argument("--reason", required=True)
    undo.set_defaults(command=_undo)
    send = _of_package(commands.add_parser("decision-send", help="ký và ghi gói kết quả"))
    send.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    send.add_argument("--passphrase-file")
    send.add_argument("--plain", action="store_true", help="không mã hóa")
    send.set_defaults(command=_send)


def _of_package(parser: Any) -> Any:
    parser.add_argument("package", help="mã gói, tên tệp gói, hoặc last")
    return parser


def received_of(office: Office, wanted: str) -> ReceivedView:
    """Return the submission by id, file name or "last", or the draft by id or file name.

    Raises Refusal("package.not_in_inbox").
    """
    items = [each.submission for each in inbox(office)]
    newest = max(items, key=lambda each: (each.first_seen_at, each.sequence), default=None)
    named = next((each for each in items if wanted in {each.id, each.file_name}), None)
    found = newest if wanted == "last" else named
    drafted = next((each.id for each in received_drafts(office) if wanted in {each.id, each.file_name}), "")
    if found is None and not drafted:
        raise Refusal("package.not_in_inbox", package=wanted)
    return open_received(office, found.id if found else drafted)


def received_person(received: ReceivedView, who: str) -> str:
    """Return the dossier id of a received person; raises Refusal("person.not_found")."""
    name = fold(who)
    found = [
        each.record.id
        for each in received.document.people
        if who in {each.record.id, each.record.person.citizen_id} or fold(each.record.person.full_name) == name
    ]
    if len(found) != 1:
        raise Refusal("person.not_found", who=who)
    return found[0]


def _inbox(call: Call) -> Answer:
    items = inbox(call.office())
    lines = tuple(
        f"{each.submission.file_name}  {each.submission.unit.name}  {each.submission.people} người  "
        f"{format_dong(each.submission.total)}  chờ {each.undecided}"
        for each in items
    )
    body = [
        {
            "package_id": each.submission.id,
            "file": each.submission.file_name,
            "unit": each.submission.unit.code,
            "people": each.submission.people,
            "total": each.submission.total,
            "undecided": each.undecided,
            "age_days": each.age_days,
            "supersedes": each.submission.supersedes,
            "through": each.through,
            "purpose": each.purpose.value if each.purpose else None,
            "original": each.original.id if each.original else None,
        }
        for each in items
    ]
    return Answer(lines or ("Hộp thư trống.",), {"inbox": body})


def _appraise(call: Call) -> Answer:
    office = call.office()
    received = received_of(office, call.arguments.package)
    if call.arguments.who:
        people = [received_person(received, call.arguments.who)]
    else:
        people = [each.record.id for each in received.document.people]
    looked = [open_appraisal(office, received, each) for each in people]
    lines = [message("draft.only_to_look")] if received.draft else []
    lines += [line for each in looked for line in _appraisal_lines(each)]
    return Answer(tuple(lines), {"draft": received.draft, "people": [_appraisal_json(each) for each in looked]})


def _appraisal_lines(appraisal: Appraisal) -> list[str]:
    sent, ours = appraisal.sent.amount, appraisal.recomputed_amount
    shown = [format_dong(each) if each is not None else "chưa có số tiền" for each in (sent, ours)]
    lines = [f"{appraisal.sent.full_name}: khai {shown[0]}, tính lại {shown[1]}, {word(appraisal.sent.state)}"]
    for each in appraisal.comparisons:
        row = each.first_difference
        if row is not None:
            lines.append(f"  khác nhau từ bước “{row.label}”: khai {row.left}, tính lại {row.right}")
    lines += [f"  đã sửa so với lần trước: {', '.join(appraisal.changed)}"] if appraisal.changed else []
    return lines


def _appraisal_json(appraisal: Appraisal) -> dict[str, Any]:
    differences = [each.first_difference for each in appraisal.comparisons if each.first_difference]
    return {
        "dossier_id": appraisal.sent.dossier_id,
        "full_name": appraisal.sent.full_name,
        "revision": appraisal.sent.revision,
        "state": appraisal.sent.state.value,
        "declared": appraisal.sent.amount,
        "recomputed": appraisal.recomputed_amount,
        "first_differences": [
            {"step": each.id, "label": each.label, "declared": each.left, "recomputed": each.right}
            for each in differences
        ],
        "changed": list(appraisal.changed),
        "decision": decision_json(appraisal.decision) if appraisal.decision else None,
    }


def _reason(text: str) -> Reason:
    field, sign, words = text.partition("=")
    return Reason(words.strip(), field=field.strip()) if sign else Reason(text.strip())


def _decide(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    received = received_of(office, given.package)
    decided = decide(
        office,
        received,
        received_person(received, given.who),
        Outcome(given.outcome),
        amount=parse_dong(given.amount) if given.amount else None,
        reasons=tuple(_reason(each) for each in given.reason),
    )
    return Answer((f"{word(decided.outcome)}: {given.who}",), decision_json(decided))


def _decide_clean(call: Call) -> Answer:
    office = call.office()
    decided = decide_clean(office, received_of(office, call.arguments.package))
    total = sum(each.amount or 0 for each in decided)
    return Answer((f"Đã chấp thuận {len(decided)} người.",), {"people": len(decided), "total": total})


def _undo(call: Call) -> Answer:
    undo_decision(call.office(), call.arguments.decision, call.arguments.reason)
    return Answer(("Đã rút quyết định.",), {"undone": call.arguments.decision})


def _send(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    received = received_of(office, given.package)
    written = export_decision(office, received, given.to, call.passphrase(), plain=given.plain)
    lines = (f"Đã ghi {written_name(written)}.", *not_sealed(written, asked=given.plain))
    return Answer(lines, {"package": str(written.path), "digest": written.digest, "encrypted": written.sealed})

"""Commands for drafts: rounds sent as they stand, for advice."""

from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, file, round_of
from desktop.cli.shown import not_sealed
from desktop.domain.errors import Refusal
from desktop.domain.money import format_dong
from desktop.services.arrivals.drafts_here import drop_draft, received_drafts
from desktop.services.sending.export_draft import export_draft
from desktop.ui.texts import message
from desktop.ui.written_words import written_name


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    send = commands.add_parser("draft-send", help="gửi đợt như đang có, kể cả còn lỗi, để xin ý kiến")
    send.add_argument("--round", help="mã hoặc kỳ của đợt; mặc định là đợt mới nhất")
    send.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    send.add_argument("--recipient", default="STC", help="mã của Sở Tài chính")
    send.add_argument("--plain", action="store_true", help="không mã hóa")
    send.add_argument("--passphrase-file")
    send.set_defaults(command=_send)
    commands.add_parser("drafts", help="Sở Tài chính: các gói nháp đã nhận").set_defaults(command=_drafts)
    drop = commands.add_parser("draft-drop", help="Sở Tài chính: xóa một gói nháp")
    drop.add_argument("package", help="mã gói hoặc tên tệp gói")
    drop.set_defaults(command=_drop)


def _send(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    round_id = round_of(office, call).id
    secret = call.passphrase()
    sent = export_draft(office, round_id, given.to, secret, recipient=given.recipient, plain=given.plain)
    counts = {"people": sent.people, "incomplete": sent.incomplete}
    line = message("draft.written", file=written_name(sent.package), total=format_dong(sent.total), **counts)
    package = {"package": str(sent.package.path), "package_id": sent.package.package_id}
    body = package | {"encrypted": sent.package.sealed, "total": sent.total} | counts
    return Answer((line, *not_sealed(sent.package, asked=given.plain)), body)


def _drafts(call: Call) -> Answer:
    found = received_drafts(call.office())
    lines = tuple(
        f"NHÁP  {each.file_name}  {each.unit_name}  {each.people} người  {format_dong(each.total)}" for each in found
    )
    body: list[dict[str, Any]] = [
        {
            "package_id": each.id,
            "file": each.file_name,
            "unit": each.unit_code,
            "round": each.round_name,
            "people": each.people,
            "total": each.total,
            "first_seen_at": each.first_seen_at,
        }
        for each in found
    ]
    return Answer(lines or (message("draft.none"),), {"drafts": body})


def _drop(call: Call) -> Answer:
    office, wanted = call.office(), call.arguments.package
    found = next((each.id for each in received_drafts(office) if wanted in {each.id, each.file_name}), None)
    if found is None:
        raise Refusal("package.not_in_inbox", package=wanted)
    drop_draft(office, found)
    return Answer((message("draft.dropped"),), {"dropped": found})

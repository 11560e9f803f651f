"""Commands about the profile's data as a whole: building it anew after a dead PC."""

from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, file
from desktop.services.recovery.rebuild_unit import Rebuilt, rebuild_unit
from desktop.ui.rebuilt_words import rebuilt_lines, skipped_line


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    rebuild = commands.add_parser("data-rebuild", help="dựng lại dữ liệu của đơn vị từ các gói đã gửi và đã nhận")
    rebuild.add_argument("folder", type=file, metavar="THƯ_MỤC", help="nơi có các gói nop-… và tra-…")
    rebuild.add_argument("--last-sent", type=int, default=0, help="số của gói cuối cùng mà Sở Tài chính đã nhận")
    rebuild.add_argument("--passphrase-file")
    rebuild.set_defaults(command=_rebuild)


def _rebuild(call: Call) -> Answer:
    given = call.arguments
    done = rebuild_unit(call.office(), given.folder, call.passphrase(), last_sent=given.last_sent)
    lines = (*rebuilt_lines(done), *(skipped_line(each) for each in done.skipped))
    return Answer(lines, _json(done))


def _json(done: Rebuilt) -> dict[str, Any]:
    return {
        "restored": done.restored,
        "already": done.already,
        "answers": done.answers,
        "people": done.people,
        "next_number": done.next_number,
        "missing": list(done.missing),
        "unanswered": [{"number": number, "people": count} for number, count in done.unanswered],
        "lapsed": list(done.lapsed),
        "skipped": [{"file": each.file, "code": each.code} for each in done.skipped],
    }

"""Commands about approvals, scans, prints, packages and what comes back."""

from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, day, file, person_of, round_of, view_of
from desktop.cli.shown import decision_json, not_sealed
from desktop.documents.scans import inspect_scan
from desktop.domain.approvals import Approval
from desktop.domain.corrections import Purpose
from desktop.domain.errors import Refusal
from desktop.domain.money import format_dong
from desktop.domain.rounds import Decision
from desktop.exchange.container.reader import VerifiedPackage
from desktop.services.arrivals.arrival_order import Place
from desktop.services.arrivals.foresee_arrival import Foreseen, foresee
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.arrivals.receive_package import verify_package
from desktop.services.keys.trust_warning import TrustWarning, trust_warning
from desktop.services.office import Office
from desktop.services.papers.edit_approval import add_approval, attach_scan, link_people
from desktop.services.prints.print_forms import print_proposal_list
from desktop.services.rounds.round_view import RoundView
from desktop.services.sending.export_submission import export_submission
from desktop.services.sending.sealing import open_copy
from desktop.ui.arrival_words import number_list
from desktop.ui.texts import message, word
from desktop.ui.written_words import written_name


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    _add_approvals(commands)
    forms = _of_round(commands.add_parser("print", help="in Biểu 01 thành PDF và XLSX"))
    forms.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    forms.set_defaults(command=_print)
    send = _of_round(commands.add_parser("send", help="đóng gói, ký và ghi gói đề nghị"))
    send.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    send.add_argument("--recipient", default="STC", help="mã của Sở Tài chính")
    send.add_argument("--only-complete", action="store_true", help="để lại những người còn thiếu số liệu")
    send.add_argument("--purpose", choices=[each.value for each in Purpose], help="gói sửa: mặc định tự chọn")
    send.add_argument("--reason", default="", help="lý do thay thế danh sách đã gửi")
    send.add_argument("--plain", action="store_true", help="không mã hóa")
    send.add_argument("--passphrase-file")
    send.set_defaults(command=_send)
    verify = commands.add_parser("package-verify", help="kiểm tra chữ ký và nội dung một gói, không thay đổi gì")
    verify.add_argument("file", type=file)
    verify.add_argument("--passphrase-file", help="mật khẩu của khóa, khi gói mã hóa")
    verify.set_defaults(command=_verify)
    copy = commands.add_parser("package-open", help="ghi nội dung một gói mã hóa thành gói .asice, đã kiểm tra")
    copy.add_argument("file", type=file)
    copy.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    copy.add_argument("--passphrase-file")
    copy.set_defaults(command=_open)
    result = commands.add_parser("decision-in", help="nhận gói kết quả thẩm định")
    result.add_argument("file", type=file)
    result.add_argument("--passphrase-file", help="mật khẩu của khóa, khi gói mã hóa")
    result.set_defaults(command=_decision_in)


def _add_approvals(commands: Any) -> None:
    _of_round(commands.add_parser("approvals", help="văn bản phê duyệt của đợt")).set_defaults(command=_approvals)
    add = _of_round(commands.add_parser("approval-add", help="ghi một văn bản phê duyệt"))
    add.add_argument("number")
    add.add_argument("--date", type=day, required=True)
    add.add_argument("--issuer", required=True)
    add.set_defaults(command=_approval_add)
    attach = _of_round(commands.add_parser("scan-attach", help="gắn bản quét vào văn bản, một lần cho mọi người"))
    attach.add_argument("number", help="số văn bản, ví dụ 1967/QĐ-UBND")
    attach.add_argument("file", type=file)
    attach.set_defaults(command=_attach)
    link = _of_round(commands.add_parser("approval-link", help="gắn văn bản cho người"))
    link.add_argument("number")
    link.add_argument("who", nargs="+")
    link.set_defaults(command=_link)
    look = commands.add_parser("scan-check", help="xem bản quét có lỗi gì")
    look.add_argument("file", type=file, nargs="+")
    look.set_defaults(command=_scan_check)


def _of_round(parser: Any) -> Any:
    parser.add_argument("--round", help="mã hoặc kỳ của đợt; mặc định là đợt mới nhất")
    return parser


def _approval(view: RoundView, number: str) -> Approval:
    found = next((each for each in view.approvals.values() if number in {each.number, each.id}), None)
    if found is None:
        raise Refusal("approval.not_found", number=number)
    return found


def _approvals(call: Call) -> Answer:
    view = view_of(call.office(), call)
    found: list[dict[str, Any]] = [
        {
            "id": each.id,
            "number": each.number,
            "issued_on": each.issued_on.isoformat() if each.issued_on else None,
            "issuer": each.issuer,
            "attachments": list(each.attachments),
            "people": sum(dossier.approval_id == each.id for dossier in view.dossiers),
        }
        for each in view.approvals.values()
    ]
    lines = tuple(f"{each['number']}  {each['people']} người  {len(each['attachments'])} tệp" for each in found)
    return Answer(lines or ("Đợt chưa có văn bản nào.",), {"approvals": found})


def _approval_add(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    round_id = round_of(office, call).id
    added = add_approval(office, round_id, number=given.number, issued_on=given.date, issuer=given.issuer)
    return Answer((f"Đã ghi văn bản {added.number}.",), {"id": added.id})


def _attach(call: Call) -> Answer:
    office = call.office()
    approval = _approval(view_of(office, call), call.arguments.number)
    done = attach_scan(office, approval.id, call.arguments.file)
    flags = [{"fault": each.fault.value, "page": each.page, "measure": each.measure} for each in done.flags]
    lines = [f"Đã gắn {done.attachment.name} vào {approval.number}, {done.attachment.pages} trang."]
    lines += [f"Trang {each.page}: {word(each.fault)}" for each in done.flags]
    return Answer(tuple(lines), {"sha256": done.attachment.sha256, "pages": done.attachment.pages, "flags": flags})


def _link(call: Call) -> Answer:
    office = call.office()
    view = view_of(office, call)
    people = [person_of(view, each).id for each in call.arguments.who]
    linked = link_people(office, _approval(view, call.arguments.number).id, people)
    return Answer((f"Đã gắn văn bản cho {len(linked)} người.",), {"people": len(linked)})


def _scan_check(call: Call) -> Answer:
    found, lines = [], []
    for path in call.arguments.file:
        report = inspect_scan(path, name=path.name)
        faults = [{"fault": each.fault.value, "page": each.page, "measure": each.measure} for each in report.flags]
        found.append({"file": path.name, "pages": report.pages, "refused": report.refused is not None, "flags": faults})
        said = ", ".join(word(each.fault) for each in report.flags) or "không có lỗi"
        lines.append(f"{path.name}: {said}")
    return Answer(tuple(lines), {"files": found}, exit_code=1 if any(each["refused"] for each in found) else 0)


def _print(call: Call) -> Answer:
    office = call.office()
    view = view_of(office, call)
    folder = call.arguments.to
    printed = print_proposal_list(office, view, folder)
    return Answer((f"Đã in {printed.pdf.name}, {printed.xlsx.name}.",), _printed(printed))


def _printed(printed: Any) -> dict[str, Any]:
    return {"pdf": str(printed.pdf), "xlsx": str(printed.xlsx)}


def _send(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    sent = export_submission(
        office,
        round_of(office, call).id,
        given.to,
        call.passphrase(),
        recipient=given.recipient,
        only_complete=given.only_complete,
        purpose=Purpose(given.purpose) if given.purpose else None,
        reason=given.reason,
        plain=given.plain,
    )
    submission = sent.submission
    lines = (
        f"Đã ghi {written_name(sent.package)}: {submission.people} người, {format_dong(submission.total)}.",
        f"Mã băm: {sent.package.digest}",
        *(f"Gửi kèm {each.submission.file_name}: {each.submission.unit.name}." for each in sent.embedded),
        *not_sealed(sent.package, asked=given.plain),
    )
    return Answer(lines, _sent_json(office, sent))


def _sent_json(_office: Office, sent: Any) -> dict[str, Any]:
    return {
        "package": str(sent.package.path),
        "parts": [str(each.path) for each in sent.package.parts],
        "package_id": sent.package.package_id,
        "digest": sent.package.digest,
        "encrypted": sent.package.sealed,
        "people": sent.submission.people,
        "total": sent.submission.total,
        "sequence": sent.submission.sequence,
        "supersedes": sent.submission.supersedes,
        "embedded": [each.submission.id for each in sent.embedded],
    }


def _open(call: Call) -> Answer:
    written = open_copy(call.office(), call.arguments.file, call.passphrase(), call.arguments.to)
    return Answer((f"Đã ghi {written.name}, không mã hóa.",), {"package": str(written)})


def _verify(call: Call) -> Answer:
    path = call.arguments.file
    office = call.office()
    package = verify_package(office, path, call.package_passphrase(path))
    foreseen = foresee(office, package)
    envelope, part = package.envelope, package.envelope.part
    one_of = f", phần {part.n} trên {part.of}" if part else ""
    warning = trust_warning(office)
    lines = (
        f"Gói hợp lệ: {envelope.kind.value}, số {envelope.sequence}{one_of}, của {package.signer.common_name}.",
        f"Mã băm: {package.digest}",
        *(f"Bên trong: {each.path.name}, của {each.signer.common_name}." for each in package.embedded),
        *_foreseen_lines(foreseen),
        *((message(warning.code, **warning.params),) if warning else ()),
    )
    return Answer(
        lines,
        {
            "valid": True,
            "kind": envelope.kind.value,
            "package_id": envelope.package_id,
            "sequence": envelope.sequence,
            "issuer": envelope.issuer.unit_code,
            "signer": package.signer.common_name,
            "digest": package.digest,
            "attachments": len(package.enclosures),
            "part": part.n if part else None,
            "parts": part.of if part else None,
            "embedded": [_inside_json(each) for each in package.embedded],
            "arrival": foreseen.place.value if foreseen else None,
            "missing_numbers": list(foreseen.missing) if foreseen else [],
            "warnings": [_warning_json(warning)] if warning else [],
        },
    )


def _foreseen_lines(foreseen: Foreseen | None) -> tuple[str, ...]:
    """Say what taking it in here would come to, where that is not simply that it is new."""
    if foreseen is None:
        return ()
    told = {Place.HERE: ("arrival.again",), Place.WAIT: ("arrival.would_wait",)}.get(foreseen.place, ())
    missing = (message("receive.missing", numbers=number_list(foreseen.missing)),) if foreseen.missing else ()
    return (*(message(each) for each in told), *missing)


def _inside_json(package: VerifiedPackage) -> dict[str, Any]:
    envelope = package.envelope
    return {
        "package_id": envelope.package_id,
        "sequence": envelope.sequence,
        "issuer": envelope.issuer.unit_code,
        "signer": package.signer.common_name,
        "digest": package.digest,
        "attachments": len(package.enclosures),
    }


def _warning_json(warning: TrustWarning) -> dict[str, Any]:
    said = message(warning.code, **warning.params)
    return {"code": warning.code, "params": dict(warning.params), "message": said}


def _decision_in(call: Call) -> Answer:
    path = call.arguments.file
    done = receive_decision(call.office(), path, call.package_passphrase(path))
    if done.already:
        return Answer(("Gói này đã nhận trước đây, không thay đổi gì.",), {"already": True})
    lines = [f"Đã nhận kết quả của {len(done.decisions)} người."]
    lines += [message("decision.pass_on", unit=done.submission.unit.name)] if done.passed_on else []
    lines += [_decision_line(done.names[each.dossier_id], each) for each in done.decisions]
    told = [{**decision_json(each), "name": done.names[each.dossier_id]} for each in done.decisions]
    return Answer(tuple(lines), {"already": False, "passed_on": done.passed_on, "decisions": told})


def _decision_line(name: str, decision: Decision) -> str:
    amount = [format_dong(decision.amount)] if decision.amount is not None else []
    parts = [word(decision.outcome), *amount, *(reason.text for reason in decision.reasons)]
    return f"{name}: {'; '.join(parts)}"

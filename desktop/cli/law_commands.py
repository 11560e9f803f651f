"""Commands about the policy packs and about the log."""

from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call
from desktop.cli.packs import pack_of, shelf_of
from desktop.rules.policy import PolicyPack
from desktop.rules.showing import show
from desktop.ui.texts import message, word


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    commands.add_parser("policy-list", help="các gói chính sách").set_defaults(command=_list)
    show = commands.add_parser("policy-show", help="số liệu của một gói, căn cứ và độ tin cậy của từng số")
    show.add_argument("policy", metavar="GÓI", help="mã, mã@phiên_bản hoặc tệp.yaml")
    show.set_defaults(command=_show)
    commands.add_parser("audit-verify", help="kiểm tra nhật ký có bị sửa không").set_defaults(command=_audit)


def _list(call: Call) -> Answer:
    packs = shelf_of(call).packs
    lines = tuple(f"{each.id} {each.version}  {each.title}  {len(each.open_parameters())} số còn mở" for each in packs)
    body = [
        {
            "id": each.id,
            "version": each.version,
            "title": each.title,
            "kind": each.kind,
            "sha256": each.ref.sha256,
            "open": [str(value.citation) for value in each.open_parameters()],
        }
        for each in packs
    ]
    return Answer(lines, {"policies": body})


def _show(call: Call) -> Answer:
    pack = pack_of(call, call.arguments.policy)
    lines = [f"{pack.title} ({pack.id} {pack.version})"]
    lines += [
        f"  {each['label']}: {each['shown']} - {each['cite']} ({each['provenance_word']})" for each in _figures(pack)
    ]
    return Answer(tuple(lines), {"id": pack.id, "version": pack.version, "parameters": _figures(pack)})


def _figures(pack: PolicyPack) -> list[dict[str, Any]]:
    return [
        {
            "id": parameter.id,
            "label": parameter.label,
            "from": figure.first.isoformat(),
            "shown": "chưa có số liệu" if figure.value is None else show(figure.value, parameter.unit),
            "value": None if figure.value is None else str(figure.value),
            "cite": str(figure.citation),
            "provenance": figure.provenance.value,
            "provenance_word": word(figure.provenance),
        }
        for parameter in pack.parameters.values()
        for figure in parameter.figures
    ]


def _audit(call: Call) -> Answer:
    office = call.office()
    with office.store.begin() as work:
        broken = work.audit.verify()
        count = len(work.audit.all())
    if broken is not None:
        return Answer((message("audit.broken", row=broken),), {"intact": False, "row": broken}, exit_code=1)
    return Answer((f"Nhật ký nguyên vẹn, {count} dòng.",), {"intact": True, "rows": count})

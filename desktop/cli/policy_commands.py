"""Commands that change which policies hold: publish, install, compare, go back."""

from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, file
from desktop.cli.packs import content_of, pack_of, shelf_of
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong, format_dong
from desktop.rules.policy import PolicyPack
from desktop.services.amounts.compute_people import decode_people
from desktop.services.formats.record import RecordPart
from desktop.services.formats.records_in import approval_of, dossier_of
from desktop.services.policies.compare_policies import Change, Outcome, PolicyImpact, Subject, compare_policies
from desktop.services.policies.install_policy import choose_version, impact_of, install_policy, read_policy_package
from desktop.services.policies.open_people import example_people, open_people
from desktop.services.policies.publish_policy import publish_policy
from desktop.ui.texts import word


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    publish = commands.add_parser("policy-publish", help="Sở Tài chính: ký và công bố một gói chính sách")
    publish.add_argument("file", type=file, metavar="TỆP.yaml")
    publish.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    publish.add_argument("--passphrase-file")
    publish.set_defaults(command=_publish)
    install = commands.add_parser("policy-install", help="kiểm tra gói chính sách, cho xem thay đổi, nhận với --accept")
    install.add_argument("file", type=file, metavar="TỆP.asice")
    install.add_argument("--accept", action="store_true", help="áp dụng sau khi so sánh")
    install.set_defaults(command=_install)
    compare = commands.add_parser("policy-compare", help="hai phiên bản trên cùng những người: ai đổi, đổi bao nhiêu")
    compare.add_argument("before", metavar="GÓI", help="mã, mã@phiên_bản hoặc tệp.yaml")
    compare.add_argument("after", metavar="GÓI")
    compare.add_argument("--people", type=file, metavar="TỆP", help="hồ sơ theo record.schema.json")
    compare.add_argument("--examples", action="store_true", help="những người trong trường hợp mẫu của gói sau")
    compare.set_defaults(command=_compare)
    use = commands.add_parser("policy-use", help="dùng một phiên bản khác đã có ở đây, kể cả phiên bản trước")
    use.add_argument("policy", metavar="MÃ@PHIÊN_BẢN")
    use.add_argument("--reason", required=True, help="lý do, ghi vào nhật ký")
    use.set_defaults(command=_use)


def _publish(call: Call) -> Answer:
    given = call.arguments
    try:
        text = content_of(given.file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal("pack.not_text", file=given.file.name, expected="UTF-8") from None
    made = publish_policy(call.office(), text, given.to, call.passphrase())
    lines = (
        f"Đã công bố {made.pack.title}, phiên bản {made.pack.version}.",
        f"Gói gửi các đơn vị: {made.package.path}",
    )
    opened = [str(each.citation) for each in made.pack.open_parameters()]
    body = {**_pack_json(made.pack), "package": str(made.package.path), "digest": made.package.digest, "open": opened}
    return Answer(lines, body)


def _install(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    offered = read_policy_package(office, given.file)
    impact = impact_of(office, offered.pack)
    installed = given.accept and not offered.already
    if installed:
        install_policy(office, offered, impact)
    signer = offered.package.signer.common_name
    lines = [f"{offered.pack.title}, phiên bản {offered.pack.version}, {signer} ký."]
    lines += ["Gói này đang được dùng ở đây."] if offered.already else _impact_lines(impact)
    lines += ["Đã áp dụng." if installed else "Chưa áp dụng; thêm --accept để áp dụng."] if not offered.already else []
    body = {**_pack_json(offered.pack), "signer": signer, "already": offered.already, "installed": installed}
    return Answer(tuple(lines), body | _impact_json(impact))


def _use(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    pack = pack_of(call, given.policy)
    impact = impact_of(office, pack)
    choose_version(office, pack.ref, given.reason, impact)
    lines = (f"Từ nay dùng {pack.title}, phiên bản {pack.version}.", *_impact_lines(impact))
    return Answer(lines, _pack_json(pack) | _impact_json(impact))


def _compare(call: Call) -> Answer:
    given = call.arguments
    before, after = pack_of(call, given.before), pack_of(call, given.after)
    others = [each for each in shelf_of(call).packs if each.id not in {before.id, after.id}]
    impact = compare_policies((before,), (after,), _people(call, after), others=others)
    return Answer(tuple(_impact_lines(impact)), _impact_json(impact))


def _people(call: Call, pack: PolicyPack) -> tuple[Subject, ...]:
    given = call.arguments
    if given.people:
        return tuple(_subject(given.people.name, each) for each in decode_people(content_of(given.people)))
    return example_people(pack) if given.examples else open_people(call.office(), pack.id)


def _subject(where: str, record: RecordPart) -> Subject:
    approval = approval_of(record.approval) if record.approval else None
    issued = approval.issued_on if approval else None
    return Subject(record.id, record.person.full_name, where, dossier_of(record), issued)


def _impact_lines(impact: PolicyImpact) -> list[str]:
    before = impact.before.version if impact.before else "chưa có"
    lines = [f"So sánh phiên bản {before} → {impact.after.version}: {impact.people} người, "]
    lines[0] += f"{len(impact.changes)} người thay đổi, tổng chênh lệch {format_dong(Dong(impact.difference))}."
    lines += [
        f"  {each.name}  {word(each.kind)}  {_shown(each.before)} → {_shown(each.after)}" for each in impact.changes
    ]
    lines += [f"{impact.still_open} người còn mức chưa có số liệu."] if impact.still_open else []
    return lines


def _shown(outcome: Outcome) -> str:
    if outcome.amount is not None:
        return format_dong(outcome.amount)
    return "chưa có số liệu" if outcome.open else "không có số tiền"


def _impact_json(impact: PolicyImpact) -> dict[str, Any]:
    return {
        "before": impact.before.version if impact.before else None,
        "after": impact.after.version,
        "people": impact.people,
        "difference": impact.difference,
        "total_before": impact.total_before,
        "total_after": impact.total_after,
        "still_open": impact.still_open,
        "changes": [_change_json(each) for each in impact.changes],
    }


def _change_json(change: Change) -> dict[str, Any]:
    return {
        "id": change.subject_id,
        "name": change.name,
        "where": change.where,
        "kind": change.kind.value,
        "before": change.before.amount,
        "after": change.after.amount,
    }


def _pack_json(pack: PolicyPack) -> dict[str, Any]:
    return {"id": pack.id, "version": pack.version, "sha256": pack.ref.sha256}

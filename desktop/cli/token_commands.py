"""Commands about tokens, renewal and government authorities."""

from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, file
from desktop.cli.token_options import add_token_options, token_choice
from desktop.exchange.container.contents import format_utc
from desktop.services.keys.authorities import AuthorityLine, add_authority, authorities, read_authority
from desktop.services.keys.enrolment import read_request
from desktop.services.keys.renew_key import renew_key
from desktop.services.keys.token_survey import Survey, TokenLine, drivers_here, survey
from desktop.ui.texts import refusal_text


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    tokens = commands.add_parser("token-list", help="các thẻ ký số đang cắm và khóa trên thẻ")
    tokens.add_argument("--driver", default="", help="tệp trình điều khiển; bỏ trống để hỏi mọi loại đã biết")
    tokens.set_defaults(command=_list)
    renew = commands.add_parser("key-renew", help="tạo khóa mới, có khóa đang dùng xác nhận, và tệp đăng ký gia hạn")
    renew.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    renew.add_argument("--passphrase-file")
    renew.add_argument("--in-file", action="store_true", help="để khóa mới trong tệp, kể cả khi khóa cũ trên thẻ")
    add_token_options(renew)
    renew.set_defaults(command=_renew)
    added = commands.add_parser("authority-add", help="Sở Tài chính: tin cậy thêm một cơ quan chứng thực (CA)")
    added.add_argument("file", type=file, help="chứng thư của CA trực tiếp cấp chứng thư cho đơn vị")
    added.add_argument("--fingerprint", required=True, help="dấu vân tay SHA-256 do CA công bố")
    added.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    added.add_argument("--root-passphrase-file")
    added.set_defaults(command=_add)
    shown = commands.add_parser("authority-list", help="các cơ quan chứng thực trong gói tin cậy")
    shown.add_argument("file", type=file, nargs="?", help="hoặc xem dấu vân tay của một tệp chứng thư CA")
    shown.set_defaults(command=_authorities)


def _list(call: Call) -> Answer:
    given = call.arguments.driver
    found = [survey(path) for path in ([given] if given else [each.path for each in drivers_here()])]
    lines = [line for each in found for line in _lines(each)] or ["Không thấy trình điều khiển thẻ ký số nào."]
    return Answer(tuple(lines), {"drivers": [_json(each) for each in found]})


def _lines(found: Survey) -> list[str]:
    head = f"{found.driver.name}: {found.driver.path}"
    if found.fault is not None:
        return [head, f"  {refusal_text(found.fault)}"]
    lines = [head] + ([] if found.tokens else ["  chưa cắm thẻ nào"])
    for token in found.tokens:
        lines.append(f"  {token.info.label} ({token.info.serial}), PIN: {token.info.pin.value}")
        for key in token.keys:
            issuer = f", chứng thư do {key.issuer} cấp" if key.issuer else ""
            lines.append(f"    {key.key_id}  {key.kind} {key.bits}  {key.label}  {key.fingerprint}{issuer}")
    return lines


def _json(found: Survey) -> dict[str, Any]:
    fault = found.fault.code if found.fault is not None else None
    tokens = [_token(each) for each in found.tokens]
    return {"driver": found.driver.path, "name": found.driver.name, "fault": fault, "tokens": tokens}


def _token(token: TokenLine) -> dict[str, Any]:
    keys = [
        {
            "id": each.key_id,
            "label": each.label,
            "kind": each.kind,
            "bits": each.bits,
            "fingerprint": each.fingerprint,
            "issuer": each.issuer or None,
        }
        for each in token.keys
    ]
    return {"label": token.info.label, "serial": token.info.serial, "pin": token.info.pin.value, "keys": keys}


def _renew(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    where = token_choice(given) if given.token_driver or given.in_file else None
    written = renew_key(office, call.passphrase(), given.to, where)
    fingerprint = read_request(office, written.path).fingerprint
    lines = (
        f"Đã tạo khóa mới và tệp đăng ký gia hạn: {written.path.name}. Khóa đang dùng đã ký xác nhận.",
        f"Dấu vân tay, nếu Sở Tài chính hỏi: {fingerprint}",
        "Khóa mới được dùng sau khi nạp gói tin cậy có chứng thư mới.",
    )
    return Answer(lines, {"request": str(written.path), "fingerprint": fingerprint})


def _add(call: Call) -> Answer:
    given = call.arguments
    secret = call.root_passphrase()
    written = add_authority(call.office(), secret, given.file, given.fingerprint, given.to)
    line = f"Đã thêm cơ quan chứng thực; gửi mọi đơn vị gói {written.path.name}."
    return Answer((line,), {"trust": str(written.path)})


def _authorities(call: Call) -> Answer:
    path = call.arguments.file
    found = (read_authority(path),) if path else authorities(call.office())
    lines = tuple(f"{each.name}, đến {each.ends:%d/%m/%Y}\n  {each.fingerprint}" for each in found)
    return Answer(lines or ("Chưa có cơ quan chứng thực nào.",), {"authorities": [_authority(each) for each in found]})


def _authority(line: AuthorityLine) -> dict[str, Any]:
    return {"name": line.name, "fingerprint": line.fingerprint, "ends": format_utc(line.ends)}

"""Commands about certificates over time: which there are, revoking one, and what stands in the way of signing."""

import os
from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, file
from desktop.cli.token_options import add_token_options, token_choice
from desktop.domain.findings import Severity
from desktop.exchange.container.contents import format_utc
from desktop.exchange.trust.memory import RevocationReason
from desktop.services.keys.certificates import CertificateLine, certificates, renew_trust, revoke, rotate_root
from desktop.services.keys.signing_doctor import Diagnosis, diagnose
from desktop.services.keys.signing_state import signing_state
from desktop.ui.texts import message


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    commands.add_parser("certificate-list", help="các chứng thư trong gói tin cậy").set_defaults(command=_list)
    take_back = commands.add_parser("certificate-revoke", help="Sở Tài chính: thu hồi chứng thư, phát gói tin cậy mới")
    take_back.add_argument("which", help="số của chứng thư, hoặc mã đơn vị nếu đơn vị chỉ có một chứng thư")
    take_back.add_argument("--reason", required=True, choices=[each.value for each in RevocationReason])
    take_back.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    take_back.add_argument("--root-passphrase-file")
    take_back.set_defaults(command=_revoke)
    renew = commands.add_parser("trust-renew", help="Sở Tài chính: phát lại gói tin cậy với hạn dùng mới")
    renew.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    renew.add_argument("--root-passphrase-file")
    renew.set_defaults(command=_renew)
    rotate = commands.add_parser("trust-rotate", help="Sở Tài chính: thay gốc tin cậy, phát gói có chữ ký của cả hai")
    rotate.add_argument("--name", required=True)
    rotate.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    rotate.add_argument("--root-passphrase-file", help="mật khẩu của gốc đang dùng")
    rotate.add_argument("--new-root-passphrase-file", help="mật khẩu của gốc mới")
    add_token_options(rotate, "root-")
    rotate.set_defaults(command=_rotate)
    doctor = commands.add_parser("signing-doctor", help="vì sao chưa ký hoặc chưa kiểm tra được gói, và phải làm gì")
    doctor.add_argument("--passphrase-file", help="thử luôn mật khẩu của khóa")
    doctor.add_argument("--try-pin", action="store_true", help="thử luôn mã PIN của thẻ, một lần")
    doctor.set_defaults(command=_doctor)


def _list(call: Call) -> Answer:
    found = certificates(call.office())
    return Answer(tuple(_shown(each) for each in found), {"certificates": [_json(each) for each in found]})


def _shown(line: CertificateLine) -> str:
    until = f"thu hồi từ {line.revoked.at:%d/%m/%Y}" if line.revoked else f"đến {line.ends:%d/%m/%Y}"
    return f"{line.serial}  {line.unit_code}  {line.unit_name}  {until}"


def _json(line: CertificateLine) -> dict[str, Any]:
    revoked = {"at": format_utc(line.revoked.at), "reason": line.revoked.reason.value} if line.revoked else None
    return {
        "serial": line.serial,
        "unit": line.unit_code,
        "name": line.unit_name,
        "starts": format_utc(line.starts),
        "ends": format_utc(line.ends),
        "revoked": revoked,
    }


def _revoke(call: Call) -> Answer:
    given = call.arguments
    secret = call.root_passphrase()
    written = revoke(call.office(), secret, given.which, RevocationReason(given.reason), given.to)
    return Answer((f"Đã thu hồi chứng thư; gửi mọi đơn vị gói {written.path.name}.",), {"trust": str(written.path)})


def _renew(call: Call) -> Answer:
    written = renew_trust(call.office(), call.root_passphrase(), call.arguments.to)
    return Answer((f"Đã phát gói tin cậy mới; gửi mọi đơn vị gói {written.path.name}.",), {"trust": str(written.path)})


def _rotate(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    where = token_choice(given, "root_")
    old, new = call.root_passphrase(), "" if where.on_token else call.passphrase("new_root_passphrase")
    written = rotate_root(office, old, given.name, new, given.to, where=where)
    fingerprint = signing_state(office).root_fingerprint
    lines = (f"Đã thay gốc tin cậy; gửi mọi đơn vị gói {written.path.name}.", f"Dấu vân tay mới để in: {fingerprint}")
    return Answer(lines, {"trust": str(written.path), "root": str(given.to / "root.pem"), "fingerprint": fingerprint})


def _doctor(call: Call) -> Answer:
    given = call.arguments.passphrase_file or os.environ.get("TINHGIAN_PASSPHRASE")
    found = diagnose(call.office(), call.passphrase() if given else None, try_pin=call.arguments.try_pin)
    errors = any(each.severity is Severity.ERROR for each in found)
    lines = tuple(message(each.code, **each.params) for each in found)
    return Answer(lines, {"well": not errors, "findings": [_finding(each) for each in found]})


def _finding(each: Diagnosis) -> dict[str, Any]:
    said = message(each.code, **each.params)
    return {"code": each.code, "severity": each.severity.value, "params": each.params, "message": said}

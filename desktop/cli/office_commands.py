"""Commands about the office itself: set-up, keys, trust."""

from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, file, utc_now
from desktop.cli.token_options import add_token_options, token_choice
from desktop.domain.rounds import Unit
from desktop.exchange.kinds import Role
from desktop.exchange.trust.foreign import issuer_in
from desktop.services.keys.enrolment import create_signing_key, issue, read_request, request_certificate, set_up_finance
from desktop.services.keys.signing_state import SigningState, signing_state
from desktop.services.keys.trust_files import install_root, install_trust
from desktop.services.office import Identity, Mode, Office, create_office


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    create = commands.add_parser("office-create", help="thiết lập hồ sơ của đơn vị")
    create.add_argument("--mode", choices=[mode.value for mode in Mode], required=True)
    create.add_argument("--code", required=True, help="mã đơn vị, chữ không dấu, ví dụ UBQ-01")
    create.add_argument("--name", required=True)
    create.add_argument("--parent", default="")
    create.add_argument("--budget-code", default="")
    create.add_argument("--place", default="Hải Phòng")
    create.add_argument("--operator", required=True, help="người lập")
    create.add_argument("--head", default="", help="thủ trưởng")
    create.set_defaults(command=_create)
    commands.add_parser("office-show", help="cho biết hồ sơ này của ai, ký được chưa").set_defaults(command=_show)
    key = commands.add_parser("key-create", help="tạo khóa ký và tệp đăng ký gửi Sở Tài chính")
    key.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    key.add_argument("--passphrase-file")
    add_token_options(key)
    key.set_defaults(command=_key)
    again = commands.add_parser("key-request", help="ghi lại tệp đăng ký của khóa đã có, kèm khóa mã hóa")
    again.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    again.add_argument("--passphrase-file")
    again.set_defaults(command=_request_again)
    _add_trust(commands)


def _add_trust(commands: Any) -> None:
    setup = commands.add_parser("trust-create", help="Sở Tài chính: tạo gốc tin cậy, khóa ký và gói tin cậy đầu tiên")
    setup.add_argument("--name", required=True)
    setup.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    setup.add_argument("--passphrase-file")
    setup.add_argument("--root-passphrase-file")
    add_token_options(setup)
    add_token_options(setup, "root-")
    setup.set_defaults(command=_trust_create)
    request = commands.add_parser("request-show", help="xem tệp đăng ký khóa và dấu vân tay")
    request.add_argument("file", type=file)
    request.set_defaults(command=_request)
    granted = commands.add_parser("certificate-issue", help="Sở Tài chính: cấp chứng thư sau khi so dấu vân tay")
    granted.add_argument("file", type=file)
    granted.add_argument("--fingerprint", default="", help="bỏ trống được khi khóa đang dùng của đơn vị đã xác nhận")
    granted.add_argument("--role", action="append", choices=[role.value for role in Role])
    granted.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    granted.add_argument("--root-passphrase-file")
    granted.set_defaults(command=_issue)
    install = commands.add_parser("trust-install", help="nạp gốc tin cậy (root.pem) hoặc gói tin cậy (tincay-*.asice)")
    install.add_argument("file", type=file)
    install.add_argument("--fingerprint", default="", help="dấu vân tay trên bản in, bắt buộc với root.pem")
    install.set_defaults(command=_install)


def _create(call: Call) -> Answer:
    given = call.arguments
    unit = Unit(given.code, given.name, given.parent, given.budget_code, given.place)
    office = create_office(call.home, Identity(Mode(given.mode), unit, given.operator, given.head), now=utc_now)
    office.close()
    return Answer((f"Đã thiết lập hồ sơ cho {given.name}.",), {"unit": given.code, "mode": given.mode})


def _show(call: Call) -> Answer:
    office = call.office()
    state = signing_state(office)
    identity = office.identity
    lines = (
        f"{identity.unit.name} ({identity.unit.code}), người lập: {identity.operator}",
        f"Gốc tin cậy: {state.root_fingerprint or 'chưa có'}",
        f"Gói tin cậy số {state.trust_version}" if state.trust_version else "Gói tin cậy: chưa có",
        _key_words(state),
    )
    return Answer(
        lines,
        {
            "unit": identity.unit.code,
            "mode": identity.mode.value,
            "operator": identity.operator,
            "root_fingerprint": state.root_fingerprint,
            "trust_version": state.trust_version,
            "has_key": state.has_key,
            "token": state.token or None,
            "renewing": state.renewing,
        },
    )


def _key_words(state: SigningState) -> str:
    if not state.has_key:
        return "Chưa có khóa ký."
    where = f"Khóa ký trên thẻ “{state.token}”." if state.token else "Đã có khóa ký."
    return f"{where} Khóa mới đang chờ chứng thư." if state.renewing else where


def _key(call: Call) -> Answer:
    office = call.office()
    create_signing_key(office, call.passphrase(), token_choice(call.arguments))
    return _requested(office, call)


def _request_again(call: Call) -> Answer:
    return _requested(call.office(), call)


def _requested(office: Office, call: Call) -> Answer:
    written = request_certificate(office, call.passphrase(), call.arguments.to)
    fingerprint = read_request(office, written.path).fingerprint
    lines = (f"Đã ghi tệp đăng ký: {written.path.name}", f"Dấu vân tay để đọc cho Sở Tài chính: {fingerprint}")
    return Answer(lines, {"request": str(written.path), "fingerprint": fingerprint})


def _trust_create(call: Call) -> Answer:
    office = call.office()
    given = call.arguments
    key_on, root_on = token_choice(given), token_choice(given, "root_")
    secret, root_secret = call.passphrase(), "" if root_on.on_token else call.passphrase("root_passphrase")
    written = set_up_finance(office, given.name, root_secret, secret, given.to, root_on=root_on, key_on=key_on)
    pem = given.to / "root.pem"
    fingerprint = signing_state(office).root_fingerprint
    lines = (f"Đã tạo gốc tin cậy: {pem}", f"Dấu vân tay để in và đóng dấu: {fingerprint}", f"Gói: {written.path.name}")
    return Answer(lines, {"root": str(pem), "fingerprint": fingerprint, "trust": str(written.path)})


def _request(call: Call) -> Answer:
    request = read_request(call.office(), call.arguments.file)
    renews = request.renews.serial if request.renews else None
    issuer = issuer_in(request.certificate) if request.certificate else None
    lines = [f"{request.unit_name} ({request.unit_code})", f"Dấu vân tay: {request.fingerprint}"]
    if renews:
        lines.append(f"Gia hạn: khóa đang dùng (chứng thư {renews}) đã ký xác nhận.")
    if issuer:
        lines.append(f"Đề nghị dùng chứng thư do {issuer} cấp.")
    said = {"unit": request.unit_code, "name": request.unit_name, "fingerprint": request.fingerprint}
    return Answer(tuple(lines), {**said, "renews": renews, "certificate_issuer": issuer})


def _issue(call: Call) -> Answer:
    given = call.arguments
    roles = [Role(each) for each in given.role or [Role.SUBMIT.value]]
    secret = call.root_passphrase()
    written = issue(call.office(), secret, given.file, roles, given.to, fingerprint=given.fingerprint)
    return Answer((f"Đã cấp chứng thư; gửi đơn vị gói {written.path.name}.",), {"trust": str(written.path)})


def _install(call: Call) -> Answer:
    office = call.office()
    path = call.arguments.file
    if path.suffix == ".pem":
        fingerprint = install_root(office, path, call.arguments.fingerprint)
        return Answer((f"Đã tin cậy gốc {fingerprint}.",), {"root_fingerprint": fingerprint})
    anchors = install_trust(office, path)
    return Answer((f"Gói tin cậy số {anchors.version} có hiệu lực.",), {"trust_version": anchors.version})

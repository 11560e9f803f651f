"""Commands about keys at hand: the fingerprint in words and on paper, backup and recovery, a new key."""

from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, file, utc_now
from desktop.domain.errors import Refusal
from desktop.exchange.spoken.recovery_code import new_recovery_code
from desktop.services.keys.kept_passphrase import forget_passphrase, keep_passphrase
from desktop.services.keys.key_backup import (
    back_up_keys,
    has_root,
    open_backup,
    restore_keys,
    restore_office,
    root_is_in_a_file,
)
from desktop.services.keys.own_fingerprint import note_fingerprint, own_fingerprint
from desktop.services.keys.replace_key import replace_key
from desktop.services.keys.signing_state import signing_state
from desktop.services.office import open_office
from desktop.services.prints.print_key_pages import (
    print_key_fingerprint,
    print_recovery_page,
    print_root_fingerprint,
    spoken_words,
)

_CODE = "recovery_code"


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    shown = commands.add_parser("fingerprint-show", help="dấu vân tay của khóa và của gốc tin cậy, bằng số và bằng lời")
    shown.add_argument("--passphrase-file", help="chỉ cần khi chưa biết dấu vân tay của khóa")
    shown.set_defaults(command=_show)
    printed = commands.add_parser("fingerprint-print", help="in dấu vân tay thành PDF, kèm QR, để ký và đóng dấu")
    printed.add_argument("--of", choices=["key", "root"], default="key", help="của khóa hay của gốc tin cậy")
    printed.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    printed.set_defaults(command=_print)
    backup = commands.add_parser("key-backup", help="sao lưu khóa thành một tệp, mở được bằng mã khôi phục")
    backup.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    backup.add_argument("--passphrase-file")
    backup.add_argument("--root-passphrase-file", help="Sở Tài chính: mật khẩu của gốc tin cậy")
    backup.add_argument("--recovery-code-file", help="tệp chứa mã khôi phục; không có thì chương trình đặt mã mới")
    backup.add_argument("--page", action="store_true", help="ghi thêm trang khôi phục (PDF, có mã) để in và niêm phong")
    backup.set_defaults(command=_back_up)
    restore = commands.add_parser("key-restore", help="khôi phục khóa từ bản sao lưu, đặt mật khẩu mới")
    restore.add_argument("file", type=file)
    restore.add_argument("--passphrase-file", help="mật khẩu mới của khóa")
    restore.add_argument("--root-passphrase-file", help="Sở Tài chính: mật khẩu mới của gốc tin cậy")
    restore.add_argument("--recovery-code-file")
    restore.set_defaults(command=_restore)
    replace = commands.add_parser(
        "key-replace", help="tạo khóa mới thay khóa đã mất hoặc quên mật khẩu, ghi tệp đăng ký"
    )
    replace.add_argument("--to", type=file, required=True, metavar="THƯ_MỤC")
    replace.add_argument("--passphrase-file", help="mật khẩu của khóa mới")
    replace.set_defaults(command=_replace)
    keep = commands.add_parser("passphrase-keep", help="nhớ mật khẩu của khóa trong kho mật khẩu của hệ điều hành")
    keep.add_argument("--passphrase-file")
    keep.set_defaults(command=_keep)
    commands.add_parser("passphrase-forget", help="xóa mật khẩu đã nhớ").set_defaults(command=_forget)


def _show(call: Call) -> Answer:
    office = call.office()
    state = signing_state(office)
    key = own_fingerprint(office)
    if not key and state.has_key:
        key = note_fingerprint(office, call.passphrase())
    lines: list[str] = []
    for name, fingerprint in (("Khóa ký", key), ("Gốc tin cậy", state.root_fingerprint)):
        lines += [f"{name}: {fingerprint or 'chưa có'}"]
        lines += [f"Bằng lời: {' '.join(spoken_words(fingerprint))}"] if fingerprint else []
    told = {"fingerprint": key, "words": list(spoken_words(key))}
    root = {"root_fingerprint": state.root_fingerprint, "root_words": list(spoken_words(state.root_fingerprint))}
    return Answer(tuple(lines), told | root)


def _print(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    root = given.of == "root"
    name = f"dau-van-tay-{'goc-tin-cay' if root else office.identity.unit.code}.pdf"
    (print_root_fingerprint if root else print_key_fingerprint)(office, given.to / name)
    return Answer((f"Đã ghi {name}. In, ký, đóng dấu rồi gửi đi.",), {"pdf": str(given.to / name)})


def _back_up(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    code = tuple(call.passphrase(_CODE).split()) if given.recovery_code_file else new_recovery_code()
    root = call.passphrase("root_passphrase") if root_is_in_a_file(office) else ""
    written = back_up_keys(office, call.passphrase(), given.to, " ".join(code), root_passphrase=root)
    lines = [f"Đã ghi {written.name}. Cất tệp và mã khôi phục ở hai nơi khác nhau.", f"Mã khôi phục: {' '.join(code)}"]
    page = given.to / f"trang-khoi-phuc-{office.identity.unit.code}.pdf"
    if given.page:
        print_recovery_page(office, written.name, code, page)
        lines.append(f"In {page.name}, cho vào phong bì niêm phong, rồi xóa tệp này.")
    told = {"backup": str(written), "recovery_code": " ".join(code)}
    return Answer(tuple(lines), told | ({"page": str(page)} if given.page else {}))


def _restore(call: Call) -> Answer:
    path = call.arguments.file
    backup = open_backup(path, call.passphrase(_CODE))
    root = call.passphrase("root_passphrase") if has_root(backup) else ""
    try:
        office = open_office(call.home, now=utc_now)
    except Refusal as refusal:
        if refusal.code != "office.not_set_up":
            raise
        office = restore_office(call.home, backup, call.passphrase(), now=utc_now, root_passphrase=root)
    else:
        restore_keys(office, path.name, backup, call.passphrase(), root_passphrase=root)
    unit = office.identity.unit
    lines = (
        f"Đã khôi phục khóa của {unit.name} ({unit.code}), sao lưu ngày {backup.made_at[:10]}, dưới mật khẩu mới.",
        "Dữ liệu đã gửi thì dựng lại từ các gói đã gửi: lệnh data rebuild.",
    )
    return Answer(lines, {"unit": unit.code, "made_at": backup.made_at, "fingerprint": own_fingerprint(office)})


def _replace(call: Call) -> Answer:
    office = call.office()
    written = replace_key(office, call.passphrase(), call.arguments.to)
    fingerprint = own_fingerprint(office)
    lines = (
        f"Đã tạo khóa mới và ghi {written.path.name}. Báo Sở Tài chính thu hồi chứng thư cũ và cấp chứng thư mới.",
        f"Dấu vân tay để đọc cho Sở Tài chính: {fingerprint}",
        f"Bằng lời: {' '.join(spoken_words(fingerprint))}",
    )
    told = {"request": str(written.path), "fingerprint": fingerprint, "words": list(spoken_words(fingerprint))}
    return Answer(lines, told)


def _keep(call: Call) -> Answer:
    keep_passphrase(call.office(), call.passphrase())
    return Answer(("Đã nhớ mật khẩu trong kho mật khẩu của hệ điều hành trên máy này.",), {"kept": True})


def _forget(call: Call) -> Answer:
    forget_passphrase(call.office())
    return Answer(("Máy này không còn nhớ mật khẩu của khóa.",), {"kept": False})

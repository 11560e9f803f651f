"""The main job on the sample dossier, from a unit's list to the decision and back, into demo-output/."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from demo_appraisal import appraise_and_answer, receive
from demo_clerk import answer_warnings, attach_scans, mend, take_in

from desktop.domain.money import Dong, format_dong
from desktop.domain.rounds import Unit
from desktop.exchange.kinds import Role
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.corrections.correct_sent import reopen
from desktop.services.keys.enrolment import create_signing_key, issue, request_certificate, set_up_finance
from desktop.services.keys.signing_state import signing_state
from desktop.services.keys.trust_files import install_root, install_trust
from desktop.services.office import Identity, Mode, Office, create_office
from desktop.services.prints.print_forms import print_proposal_list
from desktop.services.rounds.open_round import open_round
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.services.sending.export_submission import Sent, export_submission
from desktop.services.sending.sealing import open_copy
from desktop.services.sending.to_mend import reply_to, to_mend

ROOT = Path(__file__).resolve().parents[1]
OUTPUT = ROOT / "demo-output"
SAMPLE = ROOT / "resources" / "samples" / "don-vi-mau"
UNIT_SECRET, FINANCE_SECRET, ROOT_SECRET = "mat-khau-don-vi", "mat-khau-so-tai-chinh", "mat-khau-goc"


def main() -> int:
    """Do the whole job and say what was done; return the exit code."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--headless", action="store_true", help="do not open the program at the end")
    given = arguments.parse_args()
    shutil.rmtree(OUTPUT, ignore_errors=True)
    packages = OUTPUT / "goi"
    packages.mkdir(parents=True)
    unit, finance = set_up(packages)
    opened = open_round(unit, "Đợt 2 năm 2024", "2024-2", deadline=date(2026, 12, 31))
    truth: dict[str, Any] = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))
    take_in(unit, opened.id, SAMPLE / "danh_sach_de_nghi.xlsx")
    attach_scans(unit, opened.id, SAMPLE / "ban_quet", truth)
    mend(unit, opened.id, truth)
    answer_warnings(unit, opened.id)
    view = read_round(unit, opened.id)
    say_totals(view)
    print_list(unit, view)
    sent = send(unit, opened.id, packages)
    received = receive(finance, sent.package.path, FINANCE_SECRET)
    returned = appraise_and_answer(finance, received, packages, FINANCE_SECRET)
    decision = next(packages.glob("tra-*.asice.age"))
    answered = receive_decision(unit, decision, UNIT_SECRET)
    open_copy(finance, decision, FINANCE_SECRET, packages)
    say(f"Đơn vị nhận kết quả của {len(answered.decisions)} người.")
    resend(unit, finance, opened.id, returned, packages)
    unit.close()
    finance.close()
    return show(headless=given.headless)


def set_up(packages: Path) -> tuple[Office, Office]:
    """Make the two offices and let the unit enrol with Sở Tài chính."""
    finance_unit = Unit("STC", "Sở Tài chính", "UBND thành phố Hải Phòng", place="Hải Phòng")
    own_unit = Unit("UBQ-MAU", "UBND quận Mẫu", "UBND thành phố Hải Phòng", place="Hải Phòng")
    finance = create_office(
        OUTPUT / "ho-so" / "so-tai-chinh",
        Identity(Mode.FINANCE, finance_unit, "Chuyên viên thẩm định"),
        now=now,
    )
    unit = create_office(
        OUTPUT / "ho-so" / "don-vi", Identity(Mode.UNIT, own_unit, "Cán bộ tổ chức", "Chủ tịch UBND quận"), now=now
    )
    set_up_finance(finance, "Sở Tài chính Hải Phòng", ROOT_SECRET, FINANCE_SECRET, packages)
    shutil.copy(finance.folder / "trust" / "root.pem", OUTPUT / "root.pem")
    fingerprint = create_signing_key(unit, UNIT_SECRET)
    request = request_certificate(unit, UNIT_SECRET, packages)
    trust = issue(finance, ROOT_SECRET, request.path, [Role.SUBMIT], packages, fingerprint=fingerprint)
    install_root(unit, OUTPUT / "root.pem", signing_state(finance).root_fingerprint)
    install_trust(unit, trust.path)
    say(f"Đăng ký khóa: dấu vân tay {fingerprint} đã so khớp, chứng thư đã cấp.")
    return unit, finance


def say_totals(view: RoundView) -> None:
    """Say what was computed and what stays open."""
    amounts = [view.supports[each.id].amount for each in view.dossiers]
    known = [amount for amount in amounts if amount is not None]
    cited = {str(value.citation) for each in view.supports.values() for value in each.open_values}
    say(f"Tính: {len(known)} người có số tiền, tổng {format_dong(Dong(sum(known)))} theo Nghị định 29/2023/NĐ-CP.")
    for citation in sorted(cited):
        say(f"Chưa có số liệu: {citation}.")


def print_list(unit: Office, view: RoundView) -> None:
    """Print Biểu 01 beside the packages."""
    printed = print_proposal_list(unit, view, OUTPUT)
    say(f"In danh sách: {printed.pdf.name}, {printed.xlsx.name}.")


def send(unit: Office, round_id: str, packages: Path) -> Sent:
    """Pack, sign and send the round."""
    sent = export_submission(unit, round_id, packages, UNIT_SECRET, recipient="STC")
    total = format_dong(sent.submission.total)
    say(f"Gửi {sent.package.path.name}, đã mã hóa: {sent.submission.people} người, {total}.")
    open_copy(unit, sent.package.path, UNIT_SECRET, packages)
    return sent


def resend(unit: Office, finance: Office, round_id: str, returned: str, packages: Path) -> None:
    """Mend what was returned and send it again as a linked version."""
    reopen(unit, returned, "Bổ sung theo yêu cầu của Sở Tài chính")
    mended = read_round(unit, round_id).dossier(returned)
    if mended is None:
        raise SystemExit("returned dossier is gone")
    for item in to_mend(unit, round_id):
        reply_to(unit, item, "Đã bổ sung theo yêu cầu.")
    answer_warnings(unit, round_id)
    sent = export_submission(unit, round_id, packages, UNIT_SECRET, recipient="STC")
    say(f"Gửi lại {sent.package.path.name}: {mended.person.full_name}, lần {mended.revision}.")
    open_copy(unit, sent.package.path, UNIT_SECRET, packages)
    receive(finance, sent.package.path, FINANCE_SECRET)


def show(*, headless: bool) -> int:
    """Take pictures of every page of both offices; open the program on the result if there is a screen."""
    pictures = ROOT / "build_scripts" / "pictures.py"
    shades = ([], ["--dark"])
    for name in ("don-vi", "so-tai-chinh"):
        for shade in shades:
            home = OUTPUT / "ho-so" / name
            command = [sys.executable, str(pictures), str(home), str(OUTPUT / "anh"), *shade]
            subprocess.run(
                command, check=True, stderr=subprocess.DEVNULL, env=dict(os.environ, QT_QPA_PLATFORM="offscreen")
            )
    say(f"Kết quả nằm ở {OUTPUT.relative_to(ROOT)}/: gói, root.pem, Biểu 01, ảnh các trang, hồ sơ của hai nơi.")
    command = [sys.executable, "-m", "desktop", "--home", str(OUTPUT / "ho-so" / "don-vi")]
    return 0 if headless or not has_screen() else subprocess.run(command, check=False).returncode


def has_screen() -> bool:
    """Tell whether a window can be shown here."""
    return sys.platform == "win32" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def say(line: str) -> None:
    """Tell the person at the screen what was done."""
    print(line, flush=True)


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())

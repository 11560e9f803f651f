"""What the clerk does in the demonstration. The truth beside the sample plays the papers on the clerk's desk."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from desktop.domain.careers import Career
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Declared, Dossier
from desktop.domain.errors import Refusal
from desktop.domain.findings import Severity
from desktop.domain.people import Sex
from desktop.domain.states import EDITABLE
from desktop.services.entry.edit_dossier import justify, save_dossier
from desktop.services.entry.unread import unread_cells
from desktop.services.lists.import_list import preview_list, take_in_list
from desktop.services.office import Office
from desktop.services.papers.edit_approval import attach_scan, detach_scan, link_people
from desktop.services.papers.scan_inbox import set_aside
from desktop.services.rounds.round_view import read_round
from desktop.ui.texts import message, refusal_text, word


def take_in(unit: Office, round_id: str, workbook: Path) -> None:
    """Take the Excel list in and say which cells could not be read."""
    done = take_in_list(unit, round_id, preview_list(workbook))
    print(f"Nhập danh sách: {done.complete} người đủ số liệu, {done.drafts} còn thiếu, {len(done.notes)} ô chuẩn hóa.")
    for fault in done.faults:
        print("  ·", message(fault.reason.value, **fault.params))


def attach_scans(unit: Office, round_id: str, folder: Path, truth: dict[str, Any]) -> None:
    """Attach each decision once for all its people; try the faulty scans, which are refused or flagged."""
    approvals = {each.number: each.id for each in read_round(unit, round_id).approvals.values()}
    good = {each["file"]: each["number"] for each in truth["decisions"]}
    for name, number in good.items():
        attach_scan(unit, approvals[number], folder / name)
    print(f"Gắn bản quét: {len(good)} văn bản, mỗi văn bản một lần cho mọi người có tên.")
    first = next(iter(approvals.values()))
    for path in sorted(folder.iterdir()):
        if path.name not in good:
            _try_faulty(unit, first, path)


def _try_faulty(unit: Office, approval_id: str, path: Path) -> None:
    try:
        done = attach_scan(unit, approval_id, path)
    except Refusal as refusal:
        print("  ·", refusal_text(refusal))
        return
    faults = ", ".join(word(flag.fault) for flag in done.flags)
    print(f"  · {path.name}: {faults}; bỏ ra để quét lại.")
    detach_scan(unit, approval_id, done.attachment.sha256)
    set_aside(unit, done.attachment.sha256)


def mend(unit: Office, round_id: str, truth: dict[str, Any]) -> None:
    """Mend each unread cell from the person's papers."""
    view = read_round(unit, round_id)
    by_row = {each["sheet_row"]: each for each in truth["people"]}
    faulty = {cell.dossier_id: int(cell.params["row"]) for cell in unread_cells(unit, round_id)}
    approvals = {each.number: each.id for each in view.approvals.values()}
    for dossier_id, row in faulty.items():
        dossier = view.dossier(dossier_id)
        if dossier is None:
            continue
        person = by_row[row]
        save_dossier(unit, _mended(dossier, person))
        link_people(unit, approvals[person["decision"]["number"]], [dossier_id])
    print(f"Sửa {len(faulty)} hồ sơ theo giấy tờ gốc.")


def _mended(dossier: Dossier, person: dict[str, Any]) -> Dossier:
    last = person["salary_history"][-1]
    return replace(
        dossier,
        person=replace(
            dossier.person,
            citizen_id=person["citizen_id"],
            sex=Sex(person["sex"]),
            birth=BirthDate.parse(person["birth"]),
        ),
        leave_on=date.fromisoformat(person["leave_on"]),
        declared=Declared(
            insured_months=person["expected"]["insured_months"],
            coefficient=Fraction(last["coefficient"]),
            position_allowance=Fraction(last["position"]) or None,
        ),
    )


def answer_warnings(unit: Office, round_id: str) -> None:
    """Confirm what was checked against the insurance books and answer every warning in words."""
    view = read_round(unit, round_id)
    for dossier in view.dossiers:
        if dossier.state in EDITABLE:
            save_dossier(unit, replace(dossier, career=_checked(dossier.career)))
    view = read_round(unit, round_id)
    warnings = [each for each in view.findings() if each.severity is Severity.WARNING]
    editable = [each.id for each in view.dossiers if each.state in EDITABLE]
    justify(unit, editable, warnings, "Đã đối chiếu sổ BHXH: thời gian này không đóng.")
    print(f"Kiểm tra: {len(warnings)} cảnh báo đã giải trình.")


def _checked(career: Career) -> Career:
    return replace(career, checked_against_book=True)

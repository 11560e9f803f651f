"""The sample that is practised with: an Excel list, scans, and what the papers on the desk say."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from desktop.domain.dates import BirthDate, format_date
from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Severity
from desktop.domain.months import format_months
from desktop.domain.people import Sex
from desktop.domain.states import EDITABLE, DossierState
from desktop.services.entry.edit_dossier import justify, save_dossier
from desktop.services.entry.unread import unread_cells
from desktop.services.lists.import_list import preview_list, take_in_list
from desktop.services.office import Office
from desktop.services.papers.edit_approval import attach_scan, link_people
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.system.resources import resource


@dataclass(frozen=True, slots=True)
class TruePaper:
    """What the papers of one person say where the list could not be read."""

    dossier_id: str
    full_name: str
    citizen_id: str
    birth: str
    leave_on: str
    decision: str
    insured: str
    coefficient: str


def sample_list() -> Path:
    """Return the Excel list."""
    return _sample("danh_sach_de_nghi.xlsx")


def sample_scan(number: str) -> Path | None:
    """Return the scan of the document with this number, None for one that the sample does not have."""
    files = {each["number"]: each["file"] for each in _truth()["decisions"]}
    return _sample("ban_quet", files[number]) if number in files else None


def take_in_sample(office: Office, round_id: str) -> None:
    """Take the list in, as the wizard would."""
    take_in_list(office, round_id, preview_list(sample_list()))


def attach_samples(office: Office, round_id: str) -> None:
    """Attach its scan to every document that has none."""
    for approval in read_round(office, round_id).approvals.values():
        scan = sample_scan(approval.number)
        if scan is not None and not approval.attachments:
            attach_scan(office, approval.id, scan)


def papers_on_the_desk(office: Office, view: RoundView) -> tuple[TruePaper, ...]:
    """Return what the papers say of everybody whose record cannot be completed from the list."""
    return tuple(
        TruePaper(
            dossier.id,
            true["full_name"],
            true["citizen_id"],
            BirthDate.parse(true["birth"]).shown,
            format_date(date.fromisoformat(true["leave_on"])),
            true["decision"]["number"],
            format_months(true["expected"]["insured_months"]),
            str(true["salary_history"][-1]["coefficient"]).replace(".", ","),
        )
        for dossier, true in _faulty(office, view)
    )


def mend_from_papers(office: Office, round_id: str) -> None:
    """Put what the papers say into every record that cannot be completed from the list."""
    view = read_round(office, round_id)
    approvals = {each.number: each.id for each in view.approvals.values()}
    for dossier, true in list(_faulty(office, view)):
        save_dossier(office, _mended(dossier, true))
        link_people(office, approvals[true["decision"]["number"]], [dossier.id])


def answer_sample(office: Office, round_id: str) -> None:
    """Confirm the careers, and answer every warning that is left, in words."""
    for dossier in read_round(office, round_id).dossiers:
        if dossier.state in EDITABLE and not dossier.career.checked_against_book:
            save_dossier(office, replace(dossier, career=replace(dossier.career, checked_against_book=True)))
    view = read_round(office, round_id)
    warnings = [each for each in view.findings() if each.severity is Severity.WARNING]
    people = [each.id for each in view.dossiers if each.state in EDITABLE]
    if warnings and people:
        justify(office, people, warnings, "Tập làm: đã đối chiếu với sổ BHXH và hồ sơ gốc.")


def _faulty(office: Office, view: RoundView) -> Iterator[tuple[Dossier, dict[str, Any]]]:
    """Yield the drafts of the sample with the person that they are, by the row that they came from."""
    by_row = {int(each["sheet_row"]): each for each in _truth()["people"]}
    rows = {cell.dossier_id: cell.params.get("row") for cell in unread_cells(office, view.round.id)}
    by_name = {each["full_name"]: each for each in by_row.values()}
    for dossier in view.dossiers:
        if dossier.state is DossierState.DRAFT:
            row = rows.get(dossier.id)
            true = by_row.get(int(row)) if row else by_name.get(dossier.person.full_name)
            if true is not None:
                yield dossier, true


def _mended(dossier: Dossier, true: dict[str, Any]) -> Dossier:
    last = true["salary_history"][-1]
    person = replace(
        dossier.person,
        citizen_id=true["citizen_id"],
        sex=Sex(true["sex"]),
        birth=BirthDate.parse(true["birth"]),
    )
    declared = replace(
        dossier.declared,
        insured_months=true["expected"]["insured_months"],
        coefficient=Fraction(last["coefficient"]),
    )
    return replace(dossier, person=person, leave_on=date.fromisoformat(true["leave_on"]), declared=declared)


def _sample(*parts: str) -> Path:
    return resource("samples", "don-vi-mau", *parts)


@lru_cache(maxsize=1)
def _truth() -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(_sample("truth.json").read_bytes())
    return found

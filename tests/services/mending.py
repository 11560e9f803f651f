"""What a clerk does with a sample: true values into the faulty rows, scans onto the documents, answers to warnings."""

import json
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from desktop.domain.approvals import Approval
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.findings import Severity
from desktop.domain.people import Sex
from desktop.domain.states import EDITABLE
from desktop.services.entry.edit_dossier import DossierSaved, justify, save_dossier
from desktop.services.office import Office
from desktop.services.papers.edit_approval import add_approval, attach_scan
from desktop.services.rounds.round_view import read_round
from desktop.services.sending.to_mend import reply_to, to_mend

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Sample:
    """A sample's folder: the workbook, the scans, the truth about both."""

    folder: Path

    @property
    def workbook(self) -> Path:
        (found,) = self.folder.glob("*.xlsx")
        return found

    @property
    def truth(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "truth.json").read_text(encoding="utf-8"))
        return found

    def true_person(self, citizen_id: str) -> dict[str, Any]:
        return next(each for each in self.truth["people"] if each["citizen_id"] == citizen_id)


OURS = Sample(ROOT / "resources" / "samples" / "don-vi-mau")
SECOND = Sample(ROOT / "resources" / "samples" / "don-vi-thu-hai")
GIVEN = Sample(ROOT / "tests" / "golden" / "don-vi-60-nguoi")

_CASES = {
    "early-retirement": (Group.DOWNSIZING, Route.EARLY_RETIREMENT),
    "severance": (Group.DOWNSIZING, Route.SEVERANCE),
    "voluntary-early-leave": (Group.VOLUNTARY, Route.EARLY_RETIREMENT),
}


def mend_all(office: Office, round_id: str, sample: Sample) -> tuple[DossierSaved, ...]:
    """Put the true values into every faulty row and save; return what each save did."""
    return tuple(_mend(office, round_id, sample, dirty) for dirty in sample.truth["dirty_cells"])


def mended(dossier: Dossier, why: str, true: dict[str, Any], approval: Approval | None) -> Dossier:
    """Return the dossier with the one value that its faulty cell should have held."""
    person, declared = dossier.person, dossier.declared
    match why:
        case "citizen id has 11 digits" | "same citizen id as another row" | "citizen id with a letter":
            return replace(dossier, person=replace(person, citizen_id=true["citizen_id"]))
        case "leaving date missing" | "leaving date is no date" | "unknown case":
            group, route = _CASES[true["route"]]
            return replace(dossier, group=group, route=route, leave_on=date.fromisoformat(true["leave_on"]))
        case "coefficient is not a number":
            stated = Fraction(true["salary_history"][-1]["coefficient"])
            return replace(dossier, declared=replace(declared, coefficient=stated))
        case "insured time is not exact":
            return replace(dossier, declared=replace(declared, insured_months=true["expected"]["insured_months"]))
        case "birth date in both sex columns" | "no such day of birth":
            birth = BirthDate.parse(true["birth"])
            return replace(dossier, person=replace(person, sex=Sex(true["sex"]), birth=birth))
        case "no such day":
            assert approval is not None
            return replace(dossier, approval_id=approval.id)
    raise AssertionError(why)


def dossier_of(office: Office, round_id: str, sample: Sample, citizen_id: str) -> Dossier:
    """Return the dossier of a true person, by the place in the list: numbers can be faulty, names borne twice."""
    rows = sorted(sample.truth["people"], key=lambda each: int(each["sheet_row"]))
    place = [each["citizen_id"] for each in rows].index(citizen_id)
    with office.store.begin() as work:
        return work.dossiers.of_round(round_id)[place]


def attach_all(office: Office, round_id: str, sample: Sample) -> None:
    """Attach each document's scan, once."""
    files = {each["number"]: each["file"] for each in sample.truth["decisions"]}
    with office.store.begin() as work:
        held = work.approvals.of_round(round_id)
    for approval in held:
        attach_scan(office, approval.id, sample.folder / "ban_quet" / files[approval.number])


def answer_all(office: Office, round_id: str) -> None:
    """Answer every warning about the people who were not sent yet."""
    view = read_round(office, round_id)
    warnings = [each for each in view.findings() if each.severity is Severity.WARNING]
    here = [each.id for each in view.dossiers if each.state in EDITABLE]
    justify(office, here, warnings, "Đã đối chiếu với sổ BHXH và hồ sơ gốc.")


def answer_requests(office: Office, round_id: str) -> None:
    """Answer whatever is still asked of those who were taken up again."""
    for item in to_mend(office, round_id):
        if item.state in EDITABLE and not item.done:
            reply_to(office, item, "Đã xem lại, có trong hồ sơ gửi lại.")


def _mend(office: Office, round_id: str, sample: Sample, dirty: dict[str, Any]) -> DossierSaved:
    true = sample.true_person(dirty["citizen_id"])
    dossier = dossier_of(office, round_id, sample, dirty["citizen_id"])
    approval = _approval(office, round_id, true["decision"]) if dirty["why"] == "no such day" else None
    return save_dossier(office, mended(dossier, dirty["why"], true, approval))


def _approval(office: Office, round_id: str, true: dict[str, str]) -> Approval:
    """Return the document as it is in the register, entered now if it is not there."""
    issued_on = date.fromisoformat(true["date"])
    with office.store.begin() as work:
        held = work.approvals.of_round(round_id)
    known = next((each for each in held if (each.number, each.issued_on) == (true["number"], issued_on)), None)
    return known or add_approval(office, round_id, number=true["number"], issued_on=issued_on, issuer=true["issuer"])

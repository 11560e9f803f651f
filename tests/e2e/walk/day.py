"""The clerk's day, from list and scans to the signed package. The truth beside the sample plays the papers."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desktop.domain.dossiers import Group, Route
from desktop.ui.texts import word
from tests.e2e.walk.hand import Hand, Stuck
from tests.e2e.walk.pages import Approvals, Checks, Home, People, Submit, Window

_CASES = {
    "early-retirement": (Group.DOWNSIZING, Route.EARLY_RETIREMENT),
    "severance": (Group.DOWNSIZING, Route.SEVERANCE),
    "voluntary-early-leave": (Group.VOLUNTARY, Route.EARLY_RETIREMENT),
}
ANSWER = "Đã đối chiếu sổ BHXH, số liệu đúng."


@dataclass(frozen=True)
class Papers:
    """What lies on the clerk's desk: the workbook, the scans, and what is true about each person."""

    folder: Path
    workbook: Path
    truth: dict[str, Any]

    @classmethod
    def of(cls, folder: Path) -> "Papers":
        """Take the papers out of a sample's folder."""
        (workbook,) = (each for each in folder.iterdir() if each.suffix in {".xlsx", ".xls", ".ods"})
        truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        return cls(folder, workbook, truth)

    @property
    def scans(self) -> dict[str, tuple[str, ...]]:
        """The names of each decision's scans, by number; all lie in the folder that the dialogs open in."""
        return {each["number"]: _names(each) for each in self.truth["decisions"]}

    def person_in_row(self, row: int) -> dict[str, Any]:
        """Return what is true about the person of a row."""
        found: dict[str, Any] = next(each for each in self.truth["people"] if each["sheet_row"] == row)
        return found


def whole_day(window: Window, papers: Papers, out: Path, *, recipient: str, passphrase: str) -> Path:
    """Do everything, in the order of the rail; return the package."""
    Home(window).open_round("Đợt 2 năm 2024", "2024-2")
    people = People(window)
    people.take_list_in(papers.workbook, len(papers.truth["people"]))
    checks = Checks(window)
    mend(window.hand, checks, people, papers)
    Approvals(window).attach(papers.scans, {each["number"]: each["issuer"] for each in papers.truth["decisions"]})
    for code in checks.warnings():
        checks.answer(code, ANSWER)
    if checks.errors():
        msg = f"errors are left: {checks.errors()}"
        raise Stuck(msg)
    submit = Submit(window)
    printed, mail = out / "in", out / "goi"
    printed.mkdir(parents=True)
    mail.mkdir()
    submit.print_list(printed)
    return submit.sign_and_write(recipient, passphrase, mail)


def mend(hand: Hand, checks: Checks, people: People, papers: Papers) -> None:
    """Put what the papers say into the place of each cell that could not be read."""
    window = checks.window
    window.page("checks")
    while left := checks.unread:
        cell = checks.next_unread()
        _mend_cell(people, cell, papers.person_in_row(int(cell["row"])))
        hand.wait(lambda: checks.page._desk.contents is not None, "the checks")
        window.page("checks")
        hand.wait(lambda: checks.unread < left, f"the cell to be mended: {cell}")


def _mend_cell(people: People, cell: dict[str, str], true: dict[str, Any]) -> None:
    match cell["field"]:
        case "citizen_id":
            people.type_into("person.citizen_id", true["citizen_id"])
        case "leave_on":
            people.type_into("leave_on", _day(true["leave_on"]))
        case "birth" | "birth_male" | "birth_female":
            people.type_into("person.birth", _day(true["birth"]))
            people.choose_in("person.sex", "Nam" if true["sex"] == "male" else "Nữ")
        case "case":
            group, route = _CASES[true["route"]]
            people.choose_in("group", word(group))
            people.choose_in("route", word(route))
        case "approval_date" | "approval_number" | "approval_text":
            people.choose_in("approval_id", true["decision"]["number"].partition("/")[0])
        case _:  # what the list states beside the career, which is there: the career was compared with the book
            people.confirm_career()


def _names(decision: dict[str, Any]) -> tuple[str, ...]:
    return tuple(each["name"] for each in decision["files"]) if "files" in decision else (decision["file"],)


def _day(stored: str) -> str:
    day = date.fromisoformat(stored)
    return f"{day.day}/{day.month}/{day.year}"

"""The command that lists, searches and hands out the catalogue of checks."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, file, utc_now, view_of
from desktop.domain.errors import Refusal
from desktop.domain.findings import Severity
from desktop.rules.checks.catalogue import Catalogue, Category, Stage
from desktop.services.office import Mode, shipped_catalogue
from desktop.services.prints.print_check_catalogue import write_check_catalogue
from desktop.services.rounds.check_catalogue import (
    CheckFilter,
    CheckLine,
    check_lines,
    counts_of,
    counts_received,
)
from desktop.ui.texts import word

_NOTHING_TO_COUNT = frozenset({"office.not_set_up", "round.none"})


def add_to(commands: Any) -> None:
    """Add the command of this room."""
    listed = commands.add_parser("check-catalogue", help="danh mục kiểm tra: xem, tìm, xuất Excel và PDF")
    listed.add_argument("--search", default="", help="tìm theo mã, nội dung, căn cứ; không cần gõ dấu")
    listed.add_argument("--severity", type=Severity, choices=list(Severity), help="E, W hoặc I")
    listed.add_argument("--stage", type=Stage, choices=list(Stage), help="N, G, T, C hoặc B")
    listed.add_argument("--category", type=Category, choices=list(Category))
    listed.add_argument("--xlsx", type=file)
    listed.add_argument("--pdf", type=file)
    listed.add_argument("--round", help="mã hoặc kỳ của đợt; mặc định là đợt mới nhất")
    listed.set_defaults(command=_list)


def _list(call: Call) -> Answer:
    given = call.arguments
    catalogue, counts = _here(call)
    chosen = CheckFilter(given.search, given.severity, given.stage, given.category)
    lines = tuple(line for line in check_lines(catalogue, counts) if chosen.shows(line))
    written = _written(catalogue, lines, chosen, [each for each in (given.xlsx, given.pdf) if each])
    said = [f"{len(lines)} kiểm tra.", *(_said(each) for each in lines), *(f"Đã ghi {each.name}." for each in written)]
    body: dict[str, Any] = {
        "version": catalogue.version,
        "checks": [_shown(each) for each in lines],
        "files": [str(each) for each in written],
    }
    return Answer(tuple(said), body)


def _here(call: Call) -> tuple[Catalogue, Mapping[str, int] | None]:
    """Return the catalogue as it holds here and how often each check was found; without a profile, as it ships."""
    try:
        office = call.office()
        if office.identity.mode is not Mode.UNIT:
            return office.catalogue, counts_received(office)
        view = view_of(office, call)
    except Refusal as refusal:
        if refusal.code not in _NOTHING_TO_COUNT:
            raise
        return shipped_catalogue(), None
    return view.catalogue, counts_of(view.findings())


def _written(
    catalogue: Catalogue, lines: tuple[CheckLine, ...], chosen: CheckFilter, targets: list[Path]
) -> tuple[Path, ...]:
    today = utc_now().date()
    return tuple(write_check_catalogue(catalogue, lines, chosen, each, made_on=today) for each in targets)


def _said(line: CheckLine) -> str:
    count = f" ({line.count})" if line.count else ""
    return f"[{line.entry.severity}{line.entry.stage}] {line.code}{count} {line.message}"


def _shown(line: CheckLine) -> dict[str, Any]:
    entry = line.entry
    return {
        "code": line.code,
        "version": entry.version,
        "status": entry.status,
        "severity": entry.severity,
        "stage": entry.stage,
        "category": entry.category,
        "category_word": word(entry.category),
        "fields": list(entry.fields),
        "message": entry.message,
        "fix": entry.fix,
        "basis": entry.basis,
        "parameters": dict(entry.parameters),
        "justification_allowed": entry.justification_allowed,
        "pack": entry.pack,
        "count": line.count,
    }

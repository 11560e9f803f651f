"""The catalogue of checks, as chosen on its page, on paper or as a workbook."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from desktop.documents.forms.check_listing import (
    CheckListing,
    CheckRow,
    write_check_listing_pdf,
    write_check_listing_xlsx,
)
from desktop.rules.checks.catalogue import Catalogue, Status
from desktop.services.prints.wording import word
from desktop.services.rounds.check_catalogue import CheckFilter, CheckLine


def write_check_catalogue(
    catalogue: Catalogue, lines: Iterable[CheckLine], chosen: CheckFilter, target: Path, *, made_on: date
) -> Path:
    """Write the lines as PDF or workbook, by the target's ending; raises Refusal `forms.*`."""
    form = CheckListing(
        rows=tuple(_row(each) for each in lines),
        version=catalogue.version,
        made_on=made_on,
        policies=tuple(dict.fromkeys(each.pack for each in catalogue.entries.values() if each.pack)),
        chosen_by=chosen.in_words,
    )
    write = write_check_listing_pdf if target.suffix.lower() == ".pdf" else write_check_listing_xlsx
    write(form, target)
    return target


def _row(line: CheckLine) -> CheckRow:
    entry = line.entry
    state = "" if entry.status is Status.IN_FORCE else f" ({word(entry.status).lower()})"
    source = f"Gói {entry.pack}" if entry.pack else ""
    basis = tuple(each for each in (entry.basis, line.parameters, source) if each)
    return CheckRow(
        code=entry.code,
        severity=word(entry.severity) + state,
        stage=word(entry.stage),
        category=word(entry.category),
        message=line.message,
        fix=line.fix,
        basis="\n".join(basis),
        count=line.count,
    )

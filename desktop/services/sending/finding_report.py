"""The findings of a round as a file: with codes, the commonest first, and what was answered."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop.documents.forms.finding_report import (
    FindingReport,
    FindingRow,
    write_finding_report_csv,
    write_finding_report_pdf,
)
from desktop.domain.findings import Finding, Severity
from desktop.services.office import Office
from desktop.services.prints.wording import people_named, word
from desktop.services.rounds.one_fault import faults_of
from desktop.services.rounds.round_view import RoundView


def write_finding_report(
    office: Office, view: RoundView, findings: Sequence[Finding], target: Path, *, chosen_by: str = ""
) -> Path:
    """Write the findings as PDF or CSV, by the target's ending; raises Refusal `forms.*`."""
    form = finding_report(office, view, findings, chosen_by=chosen_by)
    write = write_finding_report_pdf if target.suffix.lower() == ".pdf" else write_finding_report_csv
    write(form, target)
    return target


def finding_report(
    office: Office, view: RoundView, findings: Sequence[Finding], *, chosen_by: str = ""
) -> FindingReport:
    """Return the report, each fault once: errors, then warnings, then notes; of each the rule that fired most first."""
    answers = {each.finding_key: each.text for dossier in view.dossiers for each in dossier.justifications}
    faults = tuple(each.naming(people_named(each.names)) for each in faults_of(findings, view.approvals))
    return FindingReport(
        rows=tuple(_row(view, each, answers.get(each.key, "")) for each in most_common_first(faults)),
        unit=office.identity.unit.name,
        round_name=view.round.name,
        made_on=office.now().date(),
        summary=_summary(faults, answers),
        policies=tuple(f"{pack.id} {pack.version}" for pack in view.packs),
        chosen_by=chosen_by,
        practice=any(pack.practice for pack in view.packs),
    )


def most_common_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in the order in which to mend them."""
    found = tuple(findings)
    counts = Counter((each.severity, each.code) for each in found)
    order = list(Severity)
    return tuple(
        sorted(found, key=lambda each: (order.index(each.severity), -counts[each.severity, each.code], each.code))
    )


def _summary(findings: Sequence[Finding], answers: dict[str, str]) -> str:
    counts = Counter(each.severity for each in findings)
    parts = [f"{counts[each]} {word(each).lower()}" for each in Severity if counts[each]]
    bare = sum(each.severity is Severity.WARNING and not answers.get(each.key, "").strip() for each in findings)
    return ", ".join(parts) + (f"; {bare} cảnh báo chưa giải trình" if bare else "")


def _row(view: RoundView, finding: Finding, answer: str) -> FindingRow:
    entry = view.catalogue.entry(finding.code)
    return FindingRow(
        code=finding.code,
        severity=word(finding.severity),
        stage=word(entry.stage),
        who=view.whose(finding.subject),
        message=view.catalogue.message(finding),
        fix=view.catalogue.fix(finding),
        answer=answer,
        basis=entry.basis + (f" (gói {finding.pack})" if finding.pack else ""),
    )

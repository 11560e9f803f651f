"""What was found of many people and is one fault: a document without a scan lacks it once, however many it covers.

Everybody of it is held back by a finding of their own; lists and counts say it once, and lead to the document.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from desktop.domain.findings import Finding, Severity

NAMED = 3
"""How many of the people of a fault are named; the others are counted."""
_OF_A_PAPER = "approval."
"""Fields of the document that people rest on begin so."""
_WHO = "ten"
"""The parameter that names the person."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault and all findings that say it; `paper` is the document's id, "" where it is no document's."""

    findings: tuple[Finding, ...]
    paper: str = ""

    @property
    def finding(self) -> Finding:
        """What stands for all of them: where it is a document's, about the document."""
        first = self.findings[0]
        return replace(first, subject=self.paper) if self.paper else first

    @property
    def names(self) -> tuple[str, ...]:
        """Whom it holds back, by name in the order of the list, where it is a document's."""
        return tuple(str(each.params.get(_WHO, "")) for each in self.findings) if self.paper else ()

    def naming(self, people: str) -> Finding:
        """Return the finding with these words for all the people."""
        finding = self.finding
        return replace(finding, params={**finding.params, _WHO: people}) if self.paper else finding


def faults_of(findings: Iterable[Finding], papers: Container[str]) -> tuple[Fault, ...]:
    """Return what was found, each fault once, in the order in which they were found.

    Findings are one where they are of one code and say the same of a field of one of these documents. Warnings never
    are: they are answered person by person.
    """
    groups: list[tuple[list[Finding], str]] = []
    shared: dict[object, list[Finding]] = {}
    for each in findings:  # of tens of thousands few are shared
        if not _is_shared(each, papers):
            groups.append(([each], ""))
        elif (what := _what(each)) in shared:
            shared[what].append(each)
        else:
            shared[what] = [each]
            groups.append((shared[what], each.detail))
    return tuple(Fault(tuple(group), paper) for group, paper in groups)


def one_each(findings: Iterable[Finding], papers: Container[str]) -> tuple[Finding, ...]:
    """Return of each fault the finding that stands for it: what is counted."""
    return tuple(each.finding for each in faults_of(findings, papers))


def _is_shared(finding: Finding, papers: Container[str]) -> bool:
    if finding.severity is Severity.WARNING or not finding.field.startswith(_OF_A_PAPER):
        return False
    return finding.detail in papers and finding.subject not in papers


def _what(finding: Finding) -> tuple[object, ...]:
    said = tuple(each for each in finding.params.items() if each[0] != _WHO)
    return finding.code, finding.severity, finding.pack, finding.field, finding.detail, said

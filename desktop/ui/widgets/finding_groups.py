"""Findings in the order in which to mend them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication

from desktop.domain.findings import Finding, Severity
from desktop.services.rounds.one_fault import NAMED

T = TypeVar("T")

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class FindingGroup(Generic[T]):
    """What one rule found."""

    code: str
    severity: Severity
    items: tuple[T, ...]


def grouped(items: Iterable[T], finding_of: Callable[[T], Finding]) -> tuple[FindingGroup[T], ...]:
    """Return the items by rule: errors first, then the rule that fired most, then by code."""
    found: dict[tuple[Severity, str], list[T]] = {}
    for item in items:
        finding = finding_of(item)
        found.setdefault((finding.severity, finding.code), []).append(item)
    groups = [FindingGroup(code, severity, tuple(each)) for (severity, code), each in found.items()]
    return tuple(sorted(groups, key=lambda group: (_ORDER.index(group.severity), -len(group.items), group.code)))


def counts_in_words(findings: Sequence[Finding]) -> str:
    """Return "3 lỗi, 4 cảnh báo, 1 lưu ý", or that there is nothing to mend."""
    words = {
        Severity.ERROR: QCoreApplication.translate("Findings", "{0} lỗi"),
        Severity.WARNING: QCoreApplication.translate("Findings", "{0} cảnh báo"),
        Severity.NOTE: QCoreApplication.translate("Findings", "{0} lưu ý"),
    }
    numbers = {severity: sum(1 for each in findings if each.severity is severity) for severity in _ORDER}
    parts = [words[severity].replace("{0}", str(number)) for severity, number in numbers.items() if number]
    return ", ".join(parts) or QCoreApplication.translate("Findings", "Không còn lỗi hay cảnh báo nào.")


def people_in_words(names: Sequence[str]) -> str:
    """Return "20 người (An, Bình, Chi và 17 người khác)", or the one name."""
    if len(names) == 1:
        return names[0]
    first, left = ", ".join(names[:NAMED]), len(names) - NAMED
    if left > 0:
        first = QCoreApplication.translate("Findings", "{names} và {n} người khác").format(names=first, n=left)
    return QCoreApplication.translate("Findings", "{n} người ({names})").format(n=len(names), names=first)

"""What was found of each person before: after a change only those are looked at anew whom it concerns."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.evidence import EvidencePin
from desktop.domain.findings import Finding
from desktop.rules.checks.catalogue import Stage
from desktop.rules.checks.context import CheckContext, account_number, grouped

Keyed: TypeAlias = tuple[tuple[str, Finding], ...]
"""Findings with their keys, which are words put together anew each time they are asked for."""
_Grounds: TypeAlias = tuple[object, ...]


class KnownFindings:
    """Findings by dossier, each with all that they rest on; one book is handed on from reading to reading.

    What a rule looks at beside the dossier must stand in the grounds here, else an old finding outlives its reason:
    `tests/services/test_known_findings.py` holds a book that is handed on against checking everybody anew.
    """

    def __init__(self) -> None:
        self._around: object = None
        self._known: dict[str, tuple[_Grounds, Keyed]] = {}

    def open(self, context: CheckContext, stage: Stage) -> "OpenedBook":
        """Return what answers for the people of this context; what others were told of is let go at its end."""
        around = stage, _without_people(context)
        known = self._known if around == self._around else {}
        return OpenedBook(context, known, self, around)

    def keep(self, around: object, known: dict[str, tuple[_Grounds, Keyed]]) -> None:
        """Know this from now on."""
        self._around, self._known = around, known


class OpenedBook:
    """The book while one round is gone through."""

    def __init__(
        self,
        context: CheckContext,
        known: Mapping[str, tuple[_Grounds, Keyed]],
        book: KnownFindings,
        around: object,
    ) -> None:
        self._context, self._before, self._book, self._around = context, known, book, around
        self._now: dict[str, tuple[_Grounds, Keyed]] = {}
        self._papers: dict[str, _Grounds] = {}
        self._pins = grouped(context.pins, lambda pin: pin.sha256)

    def of(self, dossier: Dossier, look: Callable[[Dossier], Iterable[Finding]]) -> Keyed:
        """Return what is known of somebody on the same grounds, else what `look` finds."""
        grounds = self._grounds(dossier)
        before = self._before.get(dossier.id)
        if before is None or before[0] != grounds:
            before = grounds, tuple((each.key, each) for each in look(dossier))
        self._now[dossier.id] = before
        return before[1]

    def close(self) -> None:
        """Keep what is known now; a round that was given up half-way leaves the book as it was."""
        self._book.keep(self._around, self._now)

    def _grounds(self, dossier: Dossier) -> _Grounds:
        context, number = self._context, dossier.person.citizen_id
        return (
            dossier,
            context.computations.get(dossier.id),
            context.failed.get(dossier.id),
            context.by_citizen_id.get(number),
            context.by_bank_account.get(account_number(dossier.person.bank_account)),
            context.elsewhere_by_citizen_id.get(number),
            *(self._paper(each) for each in (dossier.approval_id or "", *dossier.papers)),
        )

    def _paper(self, approval_id: str) -> _Grounds:
        """Return a document with which of its files are here, and what anybody pinned on them."""
        if approval_id not in self._papers:
            approval = self._context.approvals.get(approval_id)
            self._papers[approval_id] = (approval, *(self._files(approval) if approval else ()))
        return self._papers[approval_id]

    def _files(self, approval: Approval) -> Iterable[tuple[bool, tuple[EvidencePin, ...]]]:
        here = self._context.attachments
        return ((sha256 in here, self._pins.get(sha256, ())) for sha256 in approval.attachments)


def _without_people(context: CheckContext) -> CheckContext:
    """Return all around the people that no rule about one of them sees change, to be compared as a whole.

    What is emptied here stands in the grounds of each person, or is looked at by rules about the round alone.
    """
    return replace(
        context,
        dossiers=(),
        approvals={},
        attachments={},
        waiting={},
        files_elsewhere=(),
        computations={},
        failed={},
        certificate=None,
        printed=None,
        list_digest=None,
    )

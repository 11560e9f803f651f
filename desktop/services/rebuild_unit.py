"""Build a unit's data anew from the packages that it sent and the decisions that it got: after a dead PC."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop.domain.errors import Param, Refusal
from desktop.domain.rounds import Direction, Submission
from desktop.domain.states import DossierState
from desktop.exchange.container.digests import CancelCheck
from desktop.exchange.errors import Cancelled
from desktop.exchange.kinds import PackageKind
from desktop.services.enrolment import open_key, trust_of
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.numbering import next_number, note_last_number
from desktop.services.office import Mode, Office
from desktop.services.rebuild_reading import OldPackage, old_package
from desktop.services.rebuild_storing import OwnSubmission, PuttingBack
from desktop.services.receive_decision import take_in_decision
from desktop.services.receive_package import stage
from desktop.services.sealing import is_sealed
from desktop.services.submission_check import checked_submission
from desktop.storage import UnitOfWork

Report = Callable[[int, int, str], None]
"""Called with how many files are done, how many there are, and the name of the next."""

_REASON: Final = "Dựng lại dữ liệu từ các gói đã có"
"""Why a decision is taken in though the one before it was not found."""
_STOPS: Final = frozenset({"package.disk_full", "package.cannot_write", "package.cancelled"})
"""Refusals that are not about one file."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not used, and why: the refusal's code and params."""

    file: str
    code: str
    params: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What came back. `restored` and `decisions` count packages, `people` everybody in a round now.

    `missing` are numbers of own submissions that were in no file; `unanswered` submissions of whom some people have
    no decision, with how many; `lapsed` names packages whose certificate has ended or been revoked since.
    """

    restored: int
    already: int
    decisions: int
    people: int
    next_number: int
    missing: tuple[int, ...] = ()
    unanswered: tuple[tuple[int, int], ...] = ()
    lapsed: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass
class _Found:
    """What was read; decisions as files, since they are taken in one after the other."""

    submissions: dict[str, OwnSubmission] = field(default_factory=dict)
    decisions: dict[str, tuple[int, Path]] = field(default_factory=dict)
    lapsed: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


def packages_in(folder: Path) -> tuple[Path, ...]:
    """Return the packages in a folder and the folders in it, by name."""
    found = (each for each in folder.rglob("*") if each.name.lower().endswith((".asice", ".asice.age")))
    return tuple(sorted(each for each in found if each.is_file()))


def rebuild_unit(  # noqa: PLR0913 - the last three are options, given by name
    office: Office,
    folder: Path,
    passphrase: str,
    *,
    last_sent: int = 0,
    report: Report = lambda _done, _total, _file: None,
    cancelled: CancelCheck | None = None,
) -> Rebuilt:
    """Put back what the packages in the folder hold of this unit's rounds; what is here already stays as it is.

    Everything is verified first; then the submissions come back all together or not at all. Files that cannot be
    used are named in the answer. `last_sent` is the number of the last package that the receiver knows of.

    Raises Refusal: rebuild.not_here, rebuild.nothing_found, package.replay_differs, round.period_taken,
    rebuild.conflict; KeyRefusal; those of trust; PackageError for a full disk or when stopped.
    """
    if office.identity.mode is not Mode.UNIT:
        raise Refusal("rebuild.not_here")
    open_key(office, passphrase)
    trust_of(office)
    paths = packages_in(folder)
    if not paths:
        raise Refusal("rebuild.nothing_found", folder=folder.name)
    found = _Found()
    for done, path in enumerate(paths):
        if cancelled is not None and cancelled():
            raise Cancelled("package.cancelled", file=path.name)
        report(done, len(paths), path.name)
        _look_at(office, path, passphrase, found, cancelled)
    restored = _store(office, found, last_sent)
    decisions = _take_in_decisions(office, passphrase, found)
    with office.store.begin() as work:
        return _answer(office, work, found, restored, decisions)


def _look_at(office: Office, path: Path, passphrase: str, found: _Found, cancelled: CancelCheck | None) -> None:
    """Verify one file and keep what it holds; a refusal that is about this file alone is noted."""
    try:
        with old_package(office, path, passphrase, cancelled) as old:
            _sort(office, path, old, found)
    except Refusal as refusal:
        if refusal.code in _STOPS:
            raise
        found.skipped.append(Skipped(path.name, refusal.code, {"file": path.name, **refusal.params}))


def _sort(office: Office, path: Path, old: OldPackage, found: _Found) -> None:
    package, own = old.package, office.identity.unit.code
    envelope = package.envelope
    if envelope.kind is PackageKind.SUBMISSION and envelope.issuer.unit_code == own:
        twin = found.submissions.get(envelope.package_id)
        if twin is None:
            document = checked_submission(package, SubmissionDocument)
            stage(office, package)
            found.submissions[envelope.package_id] = OwnSubmission(package, document, is_sealed(path))
        elif twin.package.digest != package.digest:
            raise Refusal("package.replay_differs", file=path.name, number=envelope.sequence)
    elif envelope.kind is PackageKind.DECISION and envelope.recipient and envelope.recipient.unit_code == own:
        found.decisions.setdefault(envelope.package_id, (envelope.sequence, path))
    else:
        raise Refusal("rebuild.not_ours", file=path.name, kind=envelope.kind.value)
    if old.lapsed:
        found.lapsed.append(path.name)


def _store(office: Office, found: _Found, last_sent: int) -> int:
    ordered = sorted(found.submissions.values(), key=lambda each: each.package.envelope.sequence)
    with office.store.begin() as work:
        putting = PuttingBack(office, work)
        count = sum(putting.put_back(each) for each in ordered)
        own = office.identity.unit.code
        note_last_number(work, own, PackageKind.SUBMISSION, last_sent)
        work.audit.append(office.operator, "data.rebuilt", own, {"packages": count})
    return count


def _take_in_decisions(office: Office, passphrase: str, found: _Found) -> int:
    """Take the decisions in by their numbers; one that answers nothing that is here is noted."""
    count = 0
    for _, path in sorted(found.decisions.values()):
        try:
            with old_package(office, path, passphrase) as old:
                count += not take_in_decision(office, old.package, _REASON).already
        except Refusal as refusal:
            if refusal.code in _STOPS:
                raise
            found.skipped.append(Skipped(path.name, refusal.code, {"file": path.name, **refusal.params}))
    return count


def _answer(office: Office, work: UnitOfWork, found: _Found, restored: int, decisions: int) -> Rebuilt:
    own = office.identity.unit.code
    sent = work.submissions.all(Direction.SENT)
    following = next_number(work, own, PackageKind.SUBMISSION)
    known = {each.sequence for each in sent}
    return Rebuilt(
        restored=restored,
        already=len(found.submissions) - restored,
        decisions=decisions,
        people=sum(len(work.dossiers.of_round(each.id)) for each in work.rounds.all()),
        next_number=following,
        missing=tuple(each for each in range(1, following) if each not in known),
        unanswered=_unanswered(work, sent),
        lapsed=tuple(found.lapsed),
        skipped=tuple(found.skipped),
    )


def _unanswered(work: UnitOfWork, sent: Sequence[Submission]) -> tuple[tuple[int, int], ...]:
    """Return number and count of people who wait, of every submission that was not answered whole."""
    waiting = {
        each.sequence: sum(one.state is DossierState.SENT for one in work.submissions.dossiers(each.id))
        for each in sent
    }
    return tuple((number, count) for number, count in sorted(waiting.items()) if count)

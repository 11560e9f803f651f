"""Build a unit's data anew from the packages that it sent and the decisions that it got: after a dead PC."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop.domain.errors import Param, Refusal
from desktop.domain.rounds import Direction, Submission
from desktop.domain.states import DossierState
from desktop.exchange.container.digests import CancelCheck
from desktop.exchange.container.envelope import Envelope
from desktop.exchange.container.joining import join
from desktop.exchange.container.reader import VerifiedPackage, VerifiedPart
from desktop.exchange.errors import Cancelled
from desktop.exchange.kinds import PackageKind
from desktop.services.arrivals.receive_decision import take_in_decision
from desktop.services.arrivals.receive_receipt import take_in_receipt
from desktop.services.arrivals.submission_check import checked_submission
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.keys.signing_state import open_key
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Mode, Office
from desktop.services.recovery.rebuild_reading import OldPackage, keep_enclosures, old_package
from desktop.services.recovery.rebuild_storing import OwnSubmission, PuttingBack, close_versions, demand_no_conflict
from desktop.services.sending.numbering import next_number, note_last_number
from desktop.services.sending.sealing import is_sealed
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
    """What came back. `restored` counts submissions, `answers` decisions and receipts, `people` who is in a round now.

    `missing` are numbers of own submissions that were in no file; `unanswered` submissions of whom some people have
    no decision, with how many; `lapsed` names packages whose certificate has ended or been revoked since.
    """

    restored: int
    already: int
    answers: int
    people: int
    next_number: int
    missing: tuple[int, ...] = ()
    unanswered: tuple[tuple[int, int], ...] = ()
    lapsed: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class _Answer:
    """A decision or a receipt: taken in from its file, one after the other, when its turn comes."""

    created_at: str
    sequence: int
    path: Path


@dataclass
class _Found:
    """What was read, by package id; parts by the id of their set."""

    submissions: dict[str, OwnSubmission] = field(default_factory=dict)
    parts: dict[str, dict[int, VerifiedPart]] = field(default_factory=dict)
    sealed: set[str] = field(default_factory=set)
    answers: dict[str, _Answer] = field(default_factory=dict)
    lapsed: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def skip(self, file: str, refusal: Refusal) -> None:
        """Note why a file is not used; raises what is not about this file alone."""
        if refusal.code in _STOPS:
            raise refusal
        self.skipped.append(Skipped(file, refusal.code, {"file": file, **refusal.params}))


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

    Everything is verified first, and nothing is changed where something contradicts what is here; then it comes back
    package by package, so that what was broken off goes on the next time. Files that cannot be used are named.
    `last_sent` is the number of the last package that the receiver knows of.

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
    _join_parts(found)
    return _put_back(office, passphrase, found, last_sent)


def _look_at(office: Office, path: Path, passphrase: str, found: _Found, cancelled: CancelCheck | None) -> None:
    """Verify one file and keep what it holds; a refusal that is about this file alone is noted."""
    try:
        with old_package(office, path, passphrase, cancelled) as old:
            _sort(office, path, old, found)
    except Refusal as refusal:
        found.skip(path.name, refusal)


def _sort(office: Office, path: Path, old: OldPackage, found: _Found) -> None:
    package, own = old.package, office.identity.unit.code
    envelope = package.envelope
    if envelope.kind is PackageKind.SUBMISSION and envelope.issuer.unit_code == own:
        keep_enclosures(office, package)
        if isinstance(package, VerifiedPart):
            found.parts.setdefault(package.part.set_id, {})[package.part.n] = package
            found.sealed.update({package.part.set_id} if is_sealed(path) else set())
        else:
            _keep(found, package, sealed=is_sealed(path))
    elif _answers(envelope, own):
        found.answers.setdefault(envelope.package_id, _Answer(envelope.created_at, envelope.sequence, path))
    else:
        raise Refusal("rebuild.not_ours", file=path.name, kind=envelope.kind.value)
    if old.lapsed:
        found.lapsed.append(path.name)


def _answers(envelope: Envelope, own: str) -> bool:
    """Tell whether this is an answer to something that was sent from here, in one part as answers are."""
    addressed = envelope.recipient is not None and envelope.recipient.unit_code == own
    return envelope.kind in {PackageKind.DECISION, PackageKind.RECEIPT} and addressed and envelope.part is None


def _keep(found: _Found, package: VerifiedPackage, *, sealed: bool) -> None:
    envelope = package.envelope
    twin = found.submissions.get(envelope.package_id)
    if twin is not None and twin.package.digest != package.digest:
        raise Refusal("package.replay_differs", file=package.path.name, number=envelope.sequence)
    document = checked_submission(package, SubmissionDocument)
    if package.embedded and twin is None:
        found.skipped.append(_left_inside(package))
    if twin is None or sealed:
        found.submissions[envelope.package_id] = OwnSubmission(package, document, sealed)


def _left_inside(package: VerifiedPackage) -> Skipped:
    """Say that packages of subordinate units stay in the package that carried them: their senders have them too."""
    return Skipped(
        package.path.name, "rebuild.embedded_left", {"file": package.path.name, "count": len(package.embedded)}
    )


def _join_parts(found: _Found) -> None:
    for set_id, parts in found.parts.items():
        pieces = tuple(parts.values())
        try:
            _keep(found, join(pieces), sealed=set_id in found.sealed)
        except Refusal as refusal:
            found.skip(pieces[0].path.name, refusal)


def _put_back(office: Office, passphrase: str, found: _Found, last_sent: int) -> Rebuilt:
    """Put everything back in the order in which it was written: what was returned was sent again later."""
    own = office.identity.unit.code
    with office.store.begin() as work:
        for each in found.submissions.values():
            demand_no_conflict(work, each)
    putting = PuttingBack(office)
    restored = answered = 0
    for _, _, _, step in sorted(_in_order(found), key=lambda each: each[:3]):
        if isinstance(step, OwnSubmission):
            restored += putting.put_back(step)
        else:
            answered += _take_in(office, passphrase, found, step.path)
    with office.store.begin() as work:
        close_versions(work, own)
        note_last_number(work, own, PackageKind.SUBMISSION, last_sent)
        work.audit.append(office.operator, "data.rebuilt", own, {"packages": restored, "answers": answered})
        return _answer(office, work, found, restored, answered)


def _in_order(found: _Found) -> Iterator[tuple[str, bool, int, OwnSubmission | _Answer]]:
    """Yield every step with when it was written; of one second what was sent comes before what answers."""
    for own in found.submissions.values():
        yield own.package.envelope.created_at, False, own.package.envelope.sequence, own
    for each in found.answers.values():
        yield each.created_at, True, each.sequence, each


def _take_in(office: Office, passphrase: str, found: _Found, path: Path) -> bool:
    """Take a decision or a receipt in; one that answers nothing that is here is noted. Return whether it was new."""
    try:
        with old_package(office, path, passphrase) as old:
            if isinstance(old.package, VerifiedPart):
                return False
            if old.package.envelope.kind is PackageKind.RECEIPT:
                return not take_in_receipt(office, old.package, _REASON).already
            return not take_in_decision(office, old.package, _REASON).already
    except Refusal as refusal:
        found.skip(path.name, refusal)
        return False


def _answer(office: Office, work: UnitOfWork, found: _Found, restored: int, answered: int) -> Rebuilt:
    own = office.identity.unit.code
    sent = work.submissions.all(Direction.SENT)
    following = next_number(work, own, PackageKind.SUBMISSION)
    known = {each.sequence for each in sent}
    return Rebuilt(
        restored=restored,
        already=len(found.submissions) - restored,
        answers=answered,
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

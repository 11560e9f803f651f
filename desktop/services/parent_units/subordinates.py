"""A parent unit and the packages of its subordinate units: look at each, take it in, leave it, see where it went."""

from dataclasses import dataclass, replace

from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.registers import PackageEntry
from desktop.domain.rounds import Direction, Submission
from desktop.domain.subordinates import EmbeddedPackage, Standing, SubordinatePackage
from desktop.services.appraisal.received_view import Appraisal, appraisal_of, read_received
from desktop.services.office import Office
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class SubordinateItem:
    """A package of a subordinate unit at its parent unit. `sent_in` are the own packages that it went with."""

    submission: Submission
    package: SubordinatePackage
    sent_in: tuple[PackageEntry, ...] = ()
    decided: int = 0
    """How many of its people Sở Tài chính has decided on."""

    @property
    def goes(self) -> bool:
        """Whether it goes with the next package."""
        return self.package.standing is Standing.TAKEN_IN and not self.sent_in


@dataclass(frozen=True, slots=True)
class CheckedPackage:
    """A subordinate unit's package recomputed here, person by person, with what the own checks find."""

    submission: Submission
    people: tuple[Appraisal, ...]

    @property
    def differing(self) -> int:
        """Of how many people the amount that was asked for is not the one computed here."""
        return sum(not each.agrees for each in self.people)


def subordinate_items(office: Office) -> tuple[SubordinateItem, ...]:
    """Return what subordinate units sent here, what waits first, then the first seen first."""
    with office.store.begin() as work:
        items = [_item(work, each) for each in work.subordinates.all()]
    items = [each for each in items if each.submission.direction is Direction.RECEIVED]
    return tuple(sorted(items, key=lambda each: (_rank(each), each.submission.first_seen_at, each.submission.sequence)))


def _rank(item: SubordinateItem) -> int:
    return 0 if item.package.standing is Standing.WAITING else 1 if item.goes else 2


def _item(work: UnitOfWork, package: SubordinatePackage) -> SubordinateItem:
    carriers = (work.packages.get(each.carrier_id) for each in work.embedded.carriers_of(package.package_id))
    return SubordinateItem(
        submission=work.submissions.need(package.package_id),
        package=package,
        sent_in=tuple(each for each in carriers if each is not None),
        decided=len([each for each in work.decisions.of_submission(package.package_id) if each.sent_in]),
    )


def check_subordinate(office: Office, package_id: str) -> CheckedPackage:
    """Recompute a subordinate unit's package with the same rules as Sở Tài chính; changes nothing.

    Raises Refusal: record.not_found, policy.not_on_shelf.
    """
    received = read_received(office, package_id)
    people = tuple(appraisal_of(office, received, each.record.id) for each in received.document.people)
    return CheckedPackage(received.submission, people)


def take_in_subordinate(office: Office, package_id: str) -> SubordinateItem:
    """Let the package go with the next one that is sent from here.

    Raises Refusal: record.not_found, subordinate.sent_back, subordinate.already_sent, subordinate.later_sent.
    """
    return _judged(office, package_id, Standing.TAKEN_IN)


def leave_subordinate(office: Office, package_id: str) -> SubordinateItem:
    """Let the package wait again; raises as `take_in_subordinate` does."""
    return _judged(office, package_id, Standing.WAITING)


def _judged(office: Office, package_id: str, standing: Standing) -> SubordinateItem:
    with office.store.begin() as work:
        item = open_item(work, package_id)
        _check_order(work, item)
        judged = replace(item.package, standing=standing, judged_by=office.operator, judged_at=office.stamp())
        work.subordinates.judge(judged)
        work.audit.append(office.operator, f"subordinate.{standing.value}", package_id)
        return replace(item, package=judged)


def open_item(work: UnitOfWork, package_id: str) -> SubordinateItem:
    """Return a package that can still be judged.

    Raises Refusal: record.not_found, subordinate.sent_back, subordinate.already_sent.
    """
    package = work.subordinates.get(package_id)
    if package is None:
        raise Refusal("record.not_found", id=package_id)
    item = _item(work, package)
    file = item.submission.file_name
    if package.standing is Standing.SENT_BACK:
        raise Refusal("subordinate.sent_back", file=file, unit=item.submission.unit.name)
    if item.sent_in:
        raise Refusal("subordinate.already_sent", file=file, carrier=item.sent_in[0].file_name)
    return item


def _check_order(work: UnitOfWork, item: SubordinateItem) -> None:
    """Sở Tài chính refuses what a later package of the unit that it has continues: such a one must not have gone."""
    mine = item.submission
    for package in work.subordinates.all():
        other = _item(work, package)
        same_round = (other.submission.unit.code, other.submission.period) == (mine.unit.code, mine.period)
        later = same_round and other.submission.sequence > mine.sequence and other.submission.supersedes
        if later and other.sent_in:
            raise Refusal("subordinate.later_sent", file=mine.file_name, later=other.submission.file_name)


def going_along(office: Office) -> tuple[SubordinateItem, ...]:
    """Return the packages that go with the next one from here, each unit's in the order of their numbers."""
    going = (each for each in subordinate_items(office) if each.goes)
    return tuple(sorted(going, key=lambda each: (each.submission.unit.code, each.submission.sequence)))


def total_of(items: tuple[SubordinateItem, ...]) -> tuple[int, Dong]:
    """Return how many people the packages hold, and what they ask for."""
    people = sum(each.submission.people for each in items)
    return people, Dong(sum(each.submission.total for each in items))


def carriers_of(office: Office, package_id: str) -> tuple[EmbeddedPackage, ...]:
    """Return through whom a package came, the first seen first; nothing for one that came straight."""
    with office.store.begin() as work:
        return work.embedded.carriers_of(package_id)

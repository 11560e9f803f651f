"""What has to be done by when: rounds that are not sent whole, days of their policies, certificate and trust pack."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from desktop.domain.rounds import Round, Submission
from desktop.domain.states import EDITABLE, DossierState
from desktop.exchange.container.contents import parse_utc
from desktop.rules.policy import DeadlineRule
from desktop.services.arrivals.receive_receipt import sent_packages
from desktop.services.keys.signing_doctor import RENEW_WITHIN
from desktop.services.keys.signing_state import certificate_span
from desktop.services.keys.trust_files import trust_at_a_glance
from desktop.services.office import Office
from desktop.storage.repositories.dossiers import OnTheWay

RECEIPT_WITHIN: Final = timedelta(days=7)
"""A receipt that takes longer is asked for: packages on sticks and by mail get lost. Ours, not the law's."""
SOON_DAYS: Final = 7
"""A deadline this near is told as one that presses."""
_SENT = DossierState.SENT
_STILL_HERE = EDITABLE | {DossierState.RETURNED}


class DeadlineKind(StrEnum):
    """What ends."""

    ROUND = "round"
    CERTIFICATE = "certificate"
    TRUST = "trust"
    POLICY = "policy"
    RECEIPT = "receipt"
    """A package of which nobody said yet that it arrived."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One day to keep; `days` from today, below 0 when it is past.

    `round_id` and `name` of a round, else ""; of a policy `name` says what it asks for, of a receipt the package.
    """

    kind: DeadlineKind
    day: date
    days: int
    name: str = ""
    round_id: str = ""

    @property
    def past(self) -> bool:
        """Whether the day is over."""
        return self.days < 0

    @property
    def soon(self) -> bool:
        """Whether it presses."""
        return self.days <= SOON_DAYS


def deadlines(office: Office) -> tuple[Deadline, ...]:
    """Return the days to keep, the nearest first: of rounds with somebody still to be sent, of what signing needs."""
    today = office.now().date()
    with office.store.begin() as work:
        rounds = [(each, work.dossiers.on_the_way(each.id)) for each in work.rounds.all()]
    waiting = [each for each in rounds if _somebody_here(each[1])]
    found = [_of_round(each, each.deadline, today) for each, _ in waiting if each.deadline]
    rules = dict.fromkeys(rule for each in waiting for rule in _rules_of(office, *each))
    days = ((rule.label, _day_of(rule, today)) for rule in rules)
    found += [Deadline(DeadlineKind.POLICY, day, (day - today).days, label) for label, day in days if day]
    found += _of_signing(office, today)
    found += _of_receipts(office, {each.id for _, people in rounds for each in people if each.state is _SENT}, today)
    return tuple(sorted(found, key=lambda each: each.day))


def _of_signing(office: Office, today: date) -> Iterator[Deadline]:
    """Yield the last days of the certificate and of the trust pack that are near."""
    span, trust = certificate_span(office), trust_at_a_glance(office)
    ends = [(DeadlineKind.CERTIFICATE, span.last_day)] if span else []
    if trust is not None and trust.pack is not None:
        ends.append((DeadlineKind.TRUST, trust.pack.next_update.date()))
    yield from (Deadline(kind, day, (day - today).days) for kind, day in ends if day - today <= RENEW_WITHIN)


def _of_receipts(office: Office, undecided: Collection[str], today: date) -> Iterator[Deadline]:
    """Yield the packages whose receipt is long in coming, while somebody of them waits for a decision."""
    for each in sent_packages(office):
        day = parse_utc(each.submission.created_at).date()
        left = (day + RECEIPT_WITHIN - today).days
        if each.receipt is None and left < 0 and _holds(office, each.submission, undecided):
            yield Deadline(DeadlineKind.RECEIPT, day, left, each.submission.file_name)


def _holds(office: Office, sent: Submission, undecided: Collection[str]) -> bool:
    with office.store.begin() as work:
        return any(each.dossier_id in undecided for each in work.submissions.sent_versions(sent.id))


def _rules_of(office: Office, of_round: Round, people: tuple[OnTheWay, ...]) -> Iterator[DeadlineRule]:
    """Yield the days that the packs of the round ask to keep, those of single groups where such people are there."""
    groups = {each.group for each in people if each.state in _STILL_HERE}
    for pack in office.shelf.packs:
        if pack.id in of_round.policies:
            yield from (rule for rule in pack.deadlines if not rule.groups or groups.intersection(rule.groups))


def _day_of(rule: DeadlineRule, today: date) -> date | None:
    """Return the rule's day, of a yearly one the next while it is near."""
    if rule.yearly is None:
        return rule.due
    month, day = rule.yearly
    following = next(each for year in (today.year, today.year + 1) if (each := date(year, month, day)) >= today)
    return following if following - today <= RENEW_WITHIN else None


def deadline_of(office: Office, of_round: Round) -> Deadline | None:
    """Return the deadline of a round, None when it has none."""
    today = office.now().date()
    return _of_round(of_round, of_round.deadline, today) if of_round.deadline else None


def _of_round(of_round: Round, day: date, today: date) -> Deadline:
    return Deadline(DeadlineKind.ROUND, day, (day - today).days, of_round.name, of_round.id)


def _somebody_here(people: tuple[OnTheWay, ...]) -> bool:
    """Tell whether somebody is still to be sent; nobody entered yet counts, too."""
    return not people or any(each.state in _STILL_HERE for each in people)

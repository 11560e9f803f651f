"""The round's deadline (catalogue 3.10)."""

from datetime import date

from desktop.domain.dates import format_date
from desktop.domain.findings import Finding, Severity
from desktop.domain.states import EDITABLE
from desktop.rules.checks.rule import Case, Hit, Hits, RoundRule
from desktop.rules.checks.vietnam import in_vietnam


def deadline_passed(case: Case[tuple[Finding, ...]]) -> Hits:
    """DH01: the deadline is over and somebody is still to be sent, or what arrived was sent after it."""
    deadline, sent = case.context.round.deadline, _sent_on(case)
    if deadline and sent and sent > deadline:
        late = (sent - deadline).days
        shown: dict[str, str | int] = {"dot": case.context.round.name, "han": format_date(deadline), "k": late}
        yield Hit(shown, detail=deadline.isoformat())


def _sent_on(case: Case[tuple[Finding, ...]]) -> date | None:
    """Return the day that counts: when a package was made, today for whoever still has to make one."""
    arrival = case.context.arrival
    if arrival is not None:
        return in_vietnam(arrival.made_at).date() if arrival.made_at else None
    return case.context.today if someone_to_send(case) else None


def someone_to_send(case: Case[tuple[Finding, ...]]) -> bool:
    """Tell whether anybody of the round is still to be sent: else its list, key and day ask for nothing more."""
    return any(dossier.state in EDITABLE for dossier in case.context.live)


def deadline_near(case: Case[tuple[Finding, ...]]) -> Hits:
    """DH02: few days are left; says how many errors are left too."""
    deadline = case.context.round.deadline
    if deadline and 0 <= (left := (deadline - case.context.today).days) <= case.number("days"):
        errors = sum(finding.severity is Severity.ERROR for finding in case.subject)
        yield Hit({"k": left, "han": format_date(deadline), "m": errors})


ROUND_RULES = (RoundRule("DH01", deadline_passed), RoundRule("DH02", deadline_near))

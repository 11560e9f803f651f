"""Alarms about arrivals: shown until somebody looked into them and said what it was."""

from desktop.domain.receipts import ArrivalAlarm
from desktop.services.arrivals.waiting_packages import needed_reason
from desktop.services.office import Office


def alarms(office: Office) -> tuple[ArrivalAlarm, ...]:
    """Return the alarms that nobody looked into yet, the oldest first."""
    with office.store.begin() as work:
        return work.alarms.unseen()


def look_into(office: Office, alarm_id: str, note: str) -> None:
    """Note what it was; raises Refusal: waiting.no_reason, record.not_found."""
    said = needed_reason(note)
    with office.store.begin() as work:
        work.alarms.see(alarm_id, office.stamp(), office.operator, said)
        work.audit.append(office.operator, "package.alarm_seen", alarm_id, {"note": said})

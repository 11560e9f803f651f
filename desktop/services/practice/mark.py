"""Whether a profile is one to practise in."""

from desktop.services.office import Office
from desktop.storage import UnitOfWork

PRACTICE_POLICY = "thuc-hanh"
"""The pack of invented figures: the only one that a practice computes with."""
_KEY = "practice"


def mark_practice(work: UnitOfWork) -> None:
    """Make the profile one to practise in, for ever."""
    work.settings.put(_KEY, "1")


def is_practice(office: Office) -> bool:
    """Tell whether the office only practises."""
    with office.store.begin() as work:
        return practises(work)


def practises(work: UnitOfWork) -> bool:
    """Tell the same inside a transaction."""
    return work.settings.get(_KEY) == "1"

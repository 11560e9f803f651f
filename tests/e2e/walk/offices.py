"""The two offices of the walk, enrolled today as a real clerk's are: the certificates have to hold now."""

from pathlib import Path

from desktop.services.keys.enrolment import set_up_finance
from desktop.services.office import create_office
from desktop.system.clock import utc_now
from tests.services.offices import FINANCE, FINANCE_PASSPHRASE, ROOT_PASSPHRASE, UNIT, enrol_unit


def enrol_today(folder: Path) -> None:
    """Make both offices with keys and trust, and leave them closed: `unit` and `finance` in the folder."""
    mail = folder / "mail"
    mail.mkdir(parents=True)
    finance = create_office(folder / "finance", FINANCE, now=utc_now)
    unit = create_office(folder / "unit", UNIT, now=utc_now)
    set_up_finance(finance, "Gốc tin cậy Hải Phòng", ROOT_PASSPHRASE, FINANCE_PASSPHRASE, mail)
    enrol_unit(unit, finance, mail)
    unit.close()
    finance.close()

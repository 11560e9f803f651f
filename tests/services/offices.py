"""Two real offices that trust each other, made once and copied: each test gets folders of its own."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.domain.rounds import Round, Unit
from desktop.exchange.kinds import Role
from desktop.services.keys.enrolment import create_signing_key, issue, request_certificate, set_up_finance
from desktop.services.keys.signing_state import signing_state
from desktop.services.keys.trust_files import install_root, install_trust
from desktop.services.office import Identity, Mode, Office, create_office, open_office
from desktop.services.rounds.open_round import current_round

ROOT_PASSPHRASE = "mat-khau-cua-goc-tin-cay"  # noqa: S105 - of a root that lives as long as a test
FINANCE_PASSPHRASE = "mat-khau-cua-so-tai-chinh"  # noqa: S105 - likewise
UNIT_PASSPHRASE = "mat-khau-cua-don-vi"  # noqa: S105 - likewise

FINANCE = Identity(
    Mode.FINANCE, Unit("STC-HP", "Sở Tài chính", "Ủy ban nhân dân thành phố"), "Vũ Thị Thẩm", "Lê Văn Giám"
)
UNIT = Identity(
    Mode.UNIT,
    Unit("UBH-01", "Ủy ban nhân dân huyện", "Ủy ban nhân dân thành phố", "1034567", "Hải Phòng"),
    "Trần Thị Lập",
    "Nguyễn Văn Chủ",
)


@dataclass
class Clock:
    """A clock that stands still until it is told to go on."""

    moment: datetime = datetime(2024, 9, 3, 2, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def pass_days(self, days: int) -> None:
        self.moment += timedelta(days=days)


@dataclass(frozen=True)
class Desks:
    """A unit's office and Sở Tài chính's, side by side; `mail` is the memory stick between them."""

    unit: Office
    finance: Office
    mail: Path
    clock: Clock = field(default_factory=Clock)

    @property
    def round(self) -> Round:
        """The unit's round."""
        opened = current_round(self.unit)
        assert opened is not None
        return opened

    def close(self) -> None:
        self.unit.close()
        self.finance.close()


def enrol(folder: Path) -> None:
    """Make both offices with keys, certificates and trust; leave them closed in the folder."""
    clock = Clock()
    mail = folder / "mail"
    mail.mkdir(parents=True)
    finance = create_office(folder / "finance", FINANCE, now=clock)
    unit = create_office(folder / "unit", UNIT, now=clock)
    set_up_finance(finance, "Gốc tin cậy Hải Phòng", ROOT_PASSPHRASE, FINANCE_PASSPHRASE, mail)
    enrol_unit(unit, finance, mail)
    unit.close()
    finance.close()


def enrol_unit(unit: Office, finance: Office, mail: Path) -> None:
    """Let Sở Tài chính certify the unit's new key, and the unit trust Sở Tài chính."""
    fingerprint = create_signing_key(unit, UNIT_PASSPHRASE)
    request = request_certificate(unit, UNIT_PASSPHRASE, mail)
    trust = issue(finance, ROOT_PASSPHRASE, request.path, (Role.SUBMIT,), mail, fingerprint=fingerprint)
    install_root(unit, finance.folder / "trust" / "root.pem", signing_state(finance).root_fingerprint)
    install_trust(unit, trust.path)


def open_desks(folder: Path) -> Desks:
    clock = Clock()
    unit = open_office(folder / "unit", now=clock)
    finance = open_office(folder / "finance", now=clock)
    return Desks(unit, finance, folder / "mail", clock)


@contextmanager
def copied(source: Path, target: Path) -> Iterator[Desks]:
    """Yield the offices of a copy of the folder; close them afterwards."""
    shutil.copytree(source, target)
    desks = open_desks(target)
    try:
        yield desks
    finally:
        desks.close()

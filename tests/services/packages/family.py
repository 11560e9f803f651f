"""A parent unit between a unit and Sở Tài chính: all three know each other."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop.domain.rounds import Unit
from desktop.exchange.kinds import Role
from desktop.services.arrivals.receive_package import Received, receive_submission
from desktop.services.keys import enrolment, root_authority, signing_state, trust_files
from desktop.services.office import Identity, Mode, Office, create_office, open_office
from desktop.services.rounds.open_round import current_round, open_round
from desktop.services.sending.export_submission import Sent, export_submission
from tests.services.packages.offices import FINANCE, PASSPHRASE, UNIT, Clock, make_template

PARENT = "SYT"
PARENT_IDENTITY = Identity(Mode.UNIT, Unit(PARENT, "Sở Y tế"), "Hoàng Thị Gộp", "Phạm Văn Quản")


@dataclass
class Family:
    """The three offices; packages are carried in `stick`."""

    unit: Office
    parent: Office
    finance: Office
    stick: Path
    clock: Clock

    def send(self, office: Office, recipient: str, **options: Any) -> Sent:
        """Let an office send its round."""
        of_round = current_round(office)
        assert of_round is not None
        options = {"only_complete": True, "plain": True, **options}
        return export_submission(office, of_round.id, self.stick, PASSPHRASE, recipient=recipient, **options)

    def send_to_parent(self, **options: Any) -> Sent:
        return self.send(self.unit, PARENT, **options)

    def parent_receives(self, sent: Sent) -> Received:
        return receive_submission(self.parent, sent.package.path, PASSPHRASE)

    def renew_trust(self) -> None:
        """Let everybody have the newest trust pack of Sở Tài chính."""
        newest = root_authority.hand_out_trust(self.finance, self.stick)
        for office in (self.unit, self.parent):
            trust_files.install_trust(office, newest)

    def close(self) -> None:
        for office in (self.unit, self.parent, self.finance):
            office.close()


def make_family(folder: Path) -> Path:
    make_template(folder)
    clock = Clock()
    finance = open_office(folder / FINANCE, now=clock)
    unit = open_office(folder / UNIT, now=clock)
    parent = create_office(folder / PARENT, PARENT_IDENTITY, now=clock)
    enrol_parent(parent, finance, folder)
    trust_files.install_trust(unit, root_authority.hand_out_trust(finance, folder))
    open_round(parent, "Đợt 2 năm 2024", "2024-2")
    for office in (finance, unit, parent):
        office.close()
    return folder


def enrol_parent(parent: Office, finance: Office, folder: Path) -> None:
    spoken = enrolment.create_signing_key(parent, PASSPHRASE)
    request = enrolment.request_certificate(parent, PASSPHRASE, folder)
    roles = [Role.SUBMIT, Role.CONSOLIDATE]
    pack = enrolment.issue(finance, PASSPHRASE, request.path, roles, folder, fingerprint=spoken)
    printed = signing_state.signing_state(finance).root_fingerprint
    trust_files.install_root(parent, finance.folder / "authority" / "root.pem", printed)
    trust_files.install_trust(parent, pack.path)


@contextmanager
def family_of(template: Path, folder: Path) -> Iterator[Family]:
    """Open a copy of the three offices; close them afterwards."""
    shutil.copytree(template, folder)
    clock = Clock(datetime(2024, 12, 21, 8, tzinfo=UTC))
    stick = folder / "usb"
    stick.mkdir()
    unit, parent, finance = (open_office(folder / code, now=clock) for code in (UNIT, PARENT, FINANCE))
    made = Family(unit, parent, finance, stick, clock)
    try:
        yield made
    finally:
        made.close()

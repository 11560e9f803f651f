"""From nothing until each of four offices can sign and read, in the real windows, by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import PackageContents
from desktop.exchange.container.writer import write_package
from desktop.exchange.kinds import PackageKind, Role
from desktop.services.arrivals.receive_package import verify_package
from desktop.services.keys.signing_state import open_signer, own_roles, signing_state
from desktop.services.keys.trust_files import trust_of
from desktop.ui.theme import Theme
from tests.ui.enrolment_walk import FINANCE, HOME_AFFAIRS, PARENT, SECRET, UNIT, Walk, walk_all

_SIGNS = {
    UNIT: (PackageKind.SUBMISSION, FINANCE),
    PARENT: (PackageKind.SUBMISSION, FINANCE),
    HOME_AFFAIRS: (PackageKind.OPINION, FINANCE),
    FINANCE: (PackageKind.HISTORY, HOME_AFFAIRS),
}


@pytest.fixture
def walk(qapp: QApplication, theme: Theme, tmp_path: Path) -> Iterator[Walk]:
    made = Walk(tmp_path, theme)
    yield made
    made.close()


def test_four_offices_find_each_other_in_their_windows(walk: Walk) -> None:
    walk_all(walk)
    roles = {code: own_roles(each.office) for code, each in walk.windows.items()}
    assert roles[UNIT] == {Role.SUBMIT}
    assert roles[PARENT] == {Role.SUBMIT, Role.CONSOLIDATE}
    assert roles[HOME_AFFAIRS] == {Role.GIVE_OPINION}
    walk.take_trust(UNIT, "")
    walk.take_trust(HOME_AFFAIRS, "")
    states = {code: signing_state(each.office) for code, each in walk.windows.items()}
    assert {each.trust_version for each in states.values()} == {6}
    assert len({each.root_fingerprint for each in states.values()}) == 1
    written = {code: _signed(walk, code) for code in _SIGNS}
    for code, path in written.items():
        for reader in _SIGNS:
            assert verify_package(walk.windows[reader].office, path).signer.unit_code == code
    mail = walk.open_mail(written[FINANCE])
    assert mail.table.records.rowCount() == 1
    mail.open((written[UNIT],))
    walk.wait(lambda: not walk.tasks.busy)
    assert mail.table.records.rowCount() == 1
    with pytest.raises(Refusal, match=r"package\.not_authorised"):
        verify_package(walk.windows[FINANCE].office, _signed(walk, HOME_AFFAIRS, PackageKind.DECISION, UNIT))


def _signed(walk: Walk, code: str, kind: PackageKind | None = None, recipient: str = "") -> Path:
    """Let an office sign a package of its kind."""
    office = walk.windows[code].office
    own_kind, own_recipient = _SIGNS[code]
    contents = PackageContents(
        kind=kind or own_kind,
        issuer_unit=code,
        recipient_unit=recipient or own_recipient,
        period="2024-2",
        sequence=1,
        document=b'{"format":"tinhgian/test/1"}',
        created_at=office.now(),
        app_version="0.1",
        trust_version=trust_of(office).version,
    )
    target = walk.stick / f"{contents.kind.value}-{code}.asice"
    return write_package(target, contents, open_signer(office, SECRET)).path

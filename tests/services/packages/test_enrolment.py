"""Keys and trust: a unit is known by what is read aloud, and Sở Tài chính's root by its printed fingerprint."""

from pathlib import Path

import pytest

from desktop.domain.errors import Refusal
from desktop.exchange.kinds import Role
from desktop.services.keys import enrolment, root_authority, signing_state, trust_files
from desktop.services.office import create_office
from tests.services.packages.offices import FINANCE, IDENTITIES, PASSPHRASE, UNIT, Clock, Offices, enrol


def _code(raised: pytest.ExceptionInfo[Refusal]) -> str:
    return raised.value.code


def test_an_enrolled_unit_can_sign_and_sees_who_is_trusted(offices: Offices) -> None:
    state = signing_state.signing_state(offices.unit)
    assert state.can_sign
    assert state.units == ("Sở Tài chính", "Trung tâm Y tế An Dương")
    assert signing_state.open_signer(offices.unit, PASSPHRASE).certificate


def test_nothing_is_issued_when_the_fingerprint_read_aloud_differs(offices: Offices) -> None:
    request = enrolment.request_certificate(offices.unit, PASSPHRASE, offices.stick)
    spoken = enrolment.read_request(offices.finance, request.path).fingerprint
    other = spoken[:-1] + ("0" if spoken[-1] != "0" else "1")
    before = trust_files.trust_of(offices.finance).version
    with pytest.raises(Refusal) as raised:
        enrolment.issue(offices.finance, PASSPHRASE, request.path, [Role.SUBMIT], offices.stick, fingerprint=other)
    assert _code(raised) == "enrolment.fingerprint_differs"
    assert trust_files.trust_of(offices.finance).version == before


def test_every_issue_publishes_the_next_version_with_all_grants(offices: Offices) -> None:
    before = trust_files.trust_of(offices.finance)
    request = enrolment.request_certificate(offices.unit, PASSPHRASE, offices.stick)
    spoken = enrolment.read_request(offices.finance, request.path).fingerprint.lower().replace(" ", ":")
    pack = enrolment.issue(offices.finance, PASSPHRASE, request.path, [Role.SUBMIT], offices.stick, fingerprint=spoken)
    after = trust_files.trust_of(offices.finance)
    assert (after.version, after.grants[:-1]) == (before.version + 1, before.grants)
    assert pack.path.parent == offices.stick
    assert trust_files.install_trust(offices.unit, pack.path).version == after.version


def test_a_pack_that_could_not_be_handed_out_is_in_force_and_can_be_handed_out_again(offices: Offices) -> None:
    request = enrolment.request_certificate(offices.unit, PASSPHRASE, offices.stick)
    spoken = enrolment.read_request(offices.finance, request.path).fingerprint
    gone = offices.stick / "unplugged" / "deeper"
    gone.parent.write_bytes(b"")
    with pytest.raises((Refusal, OSError)):
        enrolment.issue(offices.finance, PASSPHRASE, request.path, [Role.SUBMIT], gone, fingerprint=spoken)
    pack = root_authority.hand_out_trust(offices.finance, offices.stick)
    assert trust_files.install_trust(offices.unit, pack).version == trust_files.trust_of(offices.finance).version == 3


def test_an_older_pack_is_refused(offices: Offices) -> None:
    old = root_authority.hand_out_trust(offices.finance, offices.stick)
    request = enrolment.request_certificate(offices.unit, PASSPHRASE, offices.stick)
    spoken = enrolment.read_request(offices.finance, request.path).fingerprint
    new = enrolment.issue(offices.finance, PASSPHRASE, request.path, [Role.SUBMIT], offices.stick, fingerprint=spoken)
    trust_files.install_trust(offices.unit, new.path)
    with pytest.raises(Refusal) as raised:
        trust_files.install_trust(offices.unit, old)
    assert _code(raised) == "package.rollback"


def test_only_the_finance_office_issues(offices: Offices) -> None:
    with pytest.raises(Refusal) as raised:
        root_authority.create_root_authority(offices.unit, "Gốc", PASSPHRASE)
    assert _code(raised) == "enrolment.not_here"


@pytest.fixture
def stranger(tmp_path: Path) -> Path:
    """A root.pem with the same name, of another office that calls itself Sở Tài chính."""
    office = create_office(tmp_path / "stranger", IDENTITIES[FINANCE], now=Clock())
    root = root_authority.create_root_authority(office, "Gốc tin cậy Sở Tài chính", PASSPHRASE)
    office.close()
    return root


def test_a_root_whose_fingerprint_was_not_typed_is_not_trusted(
    offices: Offices, stranger: Path, tmp_path: Path
) -> None:
    printed = signing_state.signing_state(offices.finance).root_fingerprint
    fresh = create_office(tmp_path / "fresh", IDENTITIES[UNIT], now=offices.clock)
    for typed in (printed, "", printed[:20]):
        with pytest.raises(Refusal) as raised:
            trust_files.install_root(fresh, stranger, typed)
        assert _code(raised) == "enrolment.root_differs"
    with pytest.raises(Refusal) as raised:
        trust_files.trust_of(fresh)
    assert _code(raised) == "trust.no_root"
    fresh.close()


def test_a_root_once_trusted_is_not_replaced(offices: Offices, stranger: Path) -> None:
    from desktop.exchange.trust.anchors import TrustAnchors  # noqa: PLC0415 - only here

    printed = TrustAnchors.load(stranger.read_bytes(), now=offices.clock()).root_fingerprint
    with pytest.raises(Refusal) as raised:
        trust_files.install_root(offices.unit, stranger, printed)
    assert _code(raised) == "enrolment.root_known"


def test_the_first_eight_groups_are_enough(offices: Offices, tmp_path: Path) -> None:
    printed = signing_state.signing_state(offices.finance).root_fingerprint
    fresh = create_office(tmp_path / "fresh", IDENTITIES[UNIT], now=offices.clock)
    root = offices.finance.folder / "authority" / "root.pem"
    assert trust_files.install_root(fresh, root, " ".join(printed.split()[:8])) == printed
    with pytest.raises(Refusal) as raised:
        trust_files.trust_of(fresh)
    assert _code(raised) == "trust.no_pack"
    enrol(fresh, offices.finance, offices.stick)
    assert signing_state.signing_state(fresh).can_sign
    fresh.close()

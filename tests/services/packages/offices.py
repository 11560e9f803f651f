"""Two offices that know each other: a unit with a round of made-up people, and Sở Tài chính."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.domain.approvals import Attachment
from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.findings import Severity
from desktop.domain.money import Dong
from desktop.domain.people import ManagementLevel
from desktop.domain.registers import PackageEntry
from desktop.domain.rounds import Direction, SentDossier, Submission, Unit
from desktop.domain.states import DossierState
from desktop.exchange.container.contents import Enclosure, PackageContents
from desktop.exchange.container.writer import write_package
from desktop.exchange.kinds import PackageKind, Role, package_file_name
from desktop.services.entry.edit_dossier import justify, new_dossier, save_dossier
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.formats.records_out import canonical
from desktop.services.keys import enrolment, signing_state, trust_files
from desktop.services.office import Identity, Mode, Office, create_office, open_office
from desktop.services.papers.edit_approval import add_approval, link_people
from desktop.services.policies.shelf import PolicyShelf
from desktop.services.rounds.open_round import USUAL_POLICIES, current_round, open_round
from desktop.services.rounds.round_view import read_round
from desktop.services.sending.submission_document import submission_document
from tests.rules.records import dossier as made_up
from tests.rules.records import insured, pay

UNIT, FINANCE = "TTYT-AN-DUONG", "STC"
PASSPHRASE = "mật khẩu thử"  # noqa: S105 - of keys that live as long as the test
PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
PERSON, OTHER, VOLUNTEER = "Trần Văn Mẫu", "Phạm Thị Thử", "Lê Văn Tự"
_CARDS = {PERSON: "031065001234", OTHER: "031065004321", VOLUNTEER: "031065009999"}
IDENTITIES = {
    UNIT: Identity(Mode.UNIT, Unit(UNIT, "Trung tâm Y tế An Dương"), "Nguyễn Thị Lan", "Đỗ Văn Hùng"),
    FINANCE: Identity(Mode.FINANCE, Unit(FINANCE, "Sở Tài chính"), "Vũ Thị Mai"),
}
Change = Callable[[SubmissionDocument], SubmissionDocument]


@dataclass
class Clock:
    """A clock that the test turns; every reading is one second later."""

    at: datetime = datetime(2024, 12, 20, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@dataclass
class Offices:
    """A unit and Sở Tài chính that trust each other, with the folder that packages are carried in."""

    unit: Office
    finance: Office
    stick: Path
    clock: Clock
    _sent: int = field(default=0)

    def reopen(self) -> None:
        """Close both offices and open them again, as after a restart."""
        self.close()
        self.unit = open_office(self.unit.folder, now=self.clock)
        self.finance = open_office(self.finance.folder, now=self.clock)

    def close(self) -> None:
        self.unit.close()
        self.finance.close()

    def finance_of_another_city(self, folder: Path) -> Office:
        """Put another Sở Tài chính, with the same code and a root of its own, in the place of ours."""
        self.finance.close()
        self.finance = create_office(folder / "other-city", IDENTITIES[FINANCE], now=self.clock)
        return self.finance

    def edit(self, name: str, change: Callable[[Dossier], Dossier]) -> None:
        """Let the unit change somebody and call it complete, whatever its checks say."""
        of_round = current_round(self.unit)
        assert of_round is not None
        dossier = next(each for each in read_round(self.unit, of_round.id).dossiers if each.person.full_name == name)
        saved = save_dossier(self.unit, change(dossier)).after
        if saved.state is DossierState.DRAFT:
            with self.unit.store.begin() as work:
                work.move(saved, DossierState.COMPLETE, "test")

    def alter_policy(self, policy_id: str) -> None:
        """Let Sở Tài chính hold other bytes of a pack than the unit."""
        packs = tuple(
            replace(pack, ref=replace(pack.ref, version="9.9", sha256="9" * 64)) if pack.id == policy_id else pack
            for pack in self.finance.shelf.packs
        )
        self.finance = replace(self.finance, shelf=PolicyShelf(packs))

    def send(self, people: tuple[str, ...] = (PERSON,), **options: Any) -> Path:
        """Write a package of these people, and let the unit remember what it sent."""
        of_round = current_round(self.unit)
        assert of_round is not None
        view = read_round(self.unit, of_round.id)
        chosen = tuple(each for each in view.dossiers if each.person.full_name in people)
        return self._write(submission_document(self.unit, view, chosen), **options)

    def _write(
        self,
        document: SubmissionDocument,
        *,
        sequence: int | None = None,
        supersedes: str | None = None,
        change: Change = lambda document: document,
        enclosures: tuple[Enclosure, ...] | None = None,
        remember: bool = True,
        **changes: Any,
    ) -> Path:
        self._sent = sequence or self._sent + 1
        document = change(document)
        contents = PackageContents(
            kind=PackageKind.SUBMISSION,
            issuer_unit=UNIT,
            recipient_unit=FINANCE,
            period=document.round.period,
            sequence=self._sent,
            document=canonical(document),
            created_at=self.clock(),
            app_version="0.1",
            trust_version=trust_files.trust_of(self.unit).version,
            supersedes=supersedes,
            policies=tuple(pack.ref for pack in self.unit.shelf.of(each.id for each in document.policies)),
            enclosures=_enclosures(self.unit, document) if enclosures is None else enclosures,
        )
        target = self.stick / package_file_name(contents.kind, UNIT, contents.period, self._sent)
        signer = signing_state.open_signer(self.unit, PASSPHRASE)
        written = write_package(target, replace(contents, **changes), signer)
        if remember:
            _remember(self.unit, document, contents, written.package_id, written.digest)
        return target


def _enclosures(office: Office, document: SubmissionDocument) -> tuple[Enclosure, ...]:
    return tuple(
        Enclosure(office.store.blobs.path(each.sha256), each.name, each.media_type, each.sha256, "approval")
        for each in document.attachments
    )


def _remember(
    office: Office, document: SubmissionDocument, contents: PackageContents, package_id: str, digest: str
) -> None:
    submission = Submission(
        id=package_id,
        direction=Direction.SENT,
        round_id=document.round.id,
        round_name=document.round.name,
        period=contents.period,
        unit=office.identity.unit,
        sequence=contents.sequence,
        supersedes=contents.supersedes,
        policies=contents.policies,
        created_at=office.stamp(),
        first_seen_at=office.stamp(),
        digest=digest,
        file_name="",
        signer=office.operator,
        people=len(document.people),
        total=Dong(document.total),
    )
    sent = tuple(
        SentDossier(
            submission_id=package_id,
            dossier_id=each.record.id,
            revision=each.record.revision,
            ordinal=each.record.ordinal,
            full_name=each.record.person.full_name,
            citizen_id=each.record.person.citizen_id,
            record=canonical(each.record).decode(),
            record_sha256=each.record_sha256,
            amount=None if each.amount is None else Dong(each.amount),
            state=DossierState.SENT,
        )
        for each in document.people
    )
    entry = PackageEntry(
        package_id, "nop", UNIT, contents.sequence, digest, Direction.SENT, "", office.stamp(), office.operator
    )
    with office.store.begin() as work:
        work.submissions.add(submission, sent)
        work.packages.add(entry)
        for each in sent:
            work.move(work.dossiers.need(each.dossier_id), DossierState.SENT, office.operator)


def make_template(folder: Path, policies: tuple[str, ...] = USUAL_POLICIES) -> Path:
    """Make both offices and enrol them with each other, through the services themselves."""
    clock = Clock()
    finance = create_office(folder / FINANCE, IDENTITIES[FINANCE], now=clock)
    unit = create_office(folder / UNIT, IDENTITIES[UNIT], now=clock)
    enrolment.set_up_finance(finance, "Gốc tin cậy Sở Tài chính", PASSPHRASE, PASSPHRASE, folder)
    enrol(unit, finance, folder)
    fill_round(unit, policies)
    unit.close()
    finance.close()
    return folder


def enrol(unit: Office, finance: Office, stick: Path) -> None:
    """Carry key, root and trust between the offices."""
    spoken = enrolment.create_signing_key(unit, PASSPHRASE)
    request = enrolment.request_certificate(unit, PASSPHRASE, stick)
    pack = enrolment.issue(finance, PASSPHRASE, request.path, [Role.SUBMIT], stick, fingerprint=spoken)
    printed = signing_state.signing_state(finance).root_fingerprint
    trust_files.install_root(unit, finance.folder / "authority" / "root.pem", printed)
    trust_files.install_trust(unit, pack.path)


def fill_round(unit: Office, policies: tuple[str, ...]) -> None:
    """Open a round with two people under the decree and a volunteer, of whom the law's figures are open."""
    of_round = open_round(unit, "Đợt 2 năm 2024", "2024-2", policies=policies)
    approval = add_approval(unit, of_round.id, number="12/QĐ-UBND", issued_on=date(2024, 10, 1), issuer="UBND huyện")
    sha256, size = unit.store.blobs.put_bytes(PDF)
    with unit.store.begin() as work:
        work.attachments.add(Attachment(sha256, "Quyết định 12.pdf", "application/pdf", size, 1))
        work.approvals.save(replace(approval, attachments=(sha256,)))
    people = [_enter(unit, of_round.id, name) for name in _CARDS]
    link_people(unit, approval.id, [each.id for each in people])
    view = read_round(unit, of_round.id)
    warnings = [each for each in view.findings() if each.severity is Severity.WARNING]
    justify(unit, [each.id for each in people], warnings, "Đã đối chiếu sổ.")


def _enter(unit: Office, round_id: str, name: str) -> Dossier:
    group = Group.VOLUNTARY if name == VOLUNTEER else Group.DOWNSIZING
    born = {PERSON: "1965-06-03", OTHER: "1965-08-03", VOLUNTEER: "1965-09-03"}[name]
    model = made_up(
        birth=born,
        group=group,
        route=Route.EARLY_RETIREMENT,
        salary=(pay("1993-01", "2024-10", "3.99"),),
        insurance=(insured("1993-01", "2024-10"),),
    )
    level = ManagementLevel.CITY_STANDING_COMMITTEE if group is Group.VOLUNTARY else None
    person = replace(model.person, full_name=name, citizen_id=_CARDS[name], management_level=level)
    changed = replace(
        new_dossier(unit, round_id),
        person=person,
        group=model.group,
        route=model.route,
        leave_on=model.leave_on,
        career=model.career,
    )
    return save_dossier(unit, changed).after


def copy_offices(template: Path, folder: Path) -> Offices:
    """Open a copy of the template's offices."""
    shutil.copytree(template, folder)
    clock = Clock(datetime(2024, 12, 21, 8, tzinfo=UTC))
    stick = folder / "usb"
    stick.mkdir()
    unit, finance = (open_office(folder / code, now=clock) for code in (UNIT, FINANCE))
    return Offices(unit, finance, stick, clock)

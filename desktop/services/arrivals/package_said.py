"""What the document in a verified package says of people, papers and files, kind by kind."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from msgspec import UnsetType

from desktop.domain.corrections import Purpose
from desktop.domain.names import compose
from desktop.exchange.container.reader import VerifiedPackage
from desktop.exchange.kinds import PackageKind
from desktop.services.arrivals.package_seen import DocumentSeen, PersonSeen
from desktop.services.arrivals.receive_decision import decision_document
from desktop.services.arrivals.receive_receipt import receipt_document
from desktop.services.arrivals.submission_check import checked_submission
from desktop.services.formats.correction import CorrectionPart
from desktop.services.formats.draft import DraftDocument
from desktop.services.formats.packages import DecisionDocument, SubmissionDocument
from desktop.services.formats.receipt import ReceiptDocument
from desktop.services.formats.records_in import approval_of
from desktop.services.office import Office
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class PackageSaid:
    """What the document of one package says."""

    package: VerifiedPackage
    people: tuple[PersonSeen, ...] = ()
    documents: tuple[DocumentSeen, ...] = ()
    pages: Mapping[str, int] = field(default_factory=dict)
    total: int | None = None
    purpose: Purpose | None = None
    round_name: str = ""
    responsible: str = ""
    prepared_by: str = ""

    @property
    def unit(self) -> str:
        """Who signed it."""
        return self.package.signer.common_name


def package_said(office: Office, package: VerifiedPackage) -> PackageSaid:
    """Read its document strictly, as on arrival; raises Refusal("package.document_invalid")."""
    read = _READERS.get(package.envelope.kind)
    return read(office, package) if read else PackageSaid(package)


def _submission(_office: Office, package: VerifiedPackage) -> PackageSaid:
    return _list(package, checked_submission(package, SubmissionDocument))


def _draft(_office: Office, package: VerifiedPackage) -> PackageSaid:
    return _list(package, checked_submission(package, DraftDocument))


def _list(package: VerifiedPackage, document: SubmissionDocument) -> PackageSaid:
    unit = package.signer.common_name
    correction = None if isinstance(document.correction, UnsetType) else document.correction
    return PackageSaid(
        package,
        people=(*_asked(package, document), *_taken_out(package, correction)),
        documents=tuple(DocumentSeen(unit, approval_of(each)) for each in document.approvals),
        pages={each.sha256: each.pages for each in document.attachments},
        total=document.total,
        purpose=correction.purpose if correction else None,
        round_name=document.round.name,
        responsible=document.responsible,
        prepared_by=document.prepared_by,
    )


def _asked(package: VerifiedPackage, document: SubmissionDocument) -> Iterator[PersonSeen]:
    for each in document.people:
        person = each.record.person
        yield PersonSeen(
            key=(package.envelope.package_id, each.record.id),
            unit=package.signer.common_name,
            name=compose(person.full_name),
            citizen_id=person.citizen_id,
            amount=each.amount,
        )


def _taken_out(package: VerifiedPackage, correction: CorrectionPart | None) -> Iterator[PersonSeen]:
    for each in correction.withdrawn if correction else ():
        key = (package.envelope.package_id, each.dossier_id)
        unit = package.signer.common_name
        yield PersonSeen(key, unit, compose(each.full_name), "", None, taken_out=True, reasons=(each.reason,))


def _decision(office: Office, package: VerifiedPackage) -> PackageSaid:
    document = decision_document(package)
    with office.store.begin() as work:
        names = _names(work, document)
    people = tuple(
        PersonSeen(
            key=(package.envelope.package_id, each.dossier_id),
            unit=package.signer.common_name,
            name=names.get(each.dossier_id, each.dossier_id),
            citizen_id="",
            amount=each.amount,
            outcome=each.outcome,
            reasons=tuple(reason.text for reason in each.reasons),
        )
        for each in document.decisions
    )
    return PackageSaid(package, people=people, total=document.total)


def _names(work: UnitOfWork, document: DecisionDocument) -> dict[str, str]:
    """Return what those are called whom a decision names by id only, as far as this office knows them."""
    working = ((each.dossier_id, work.dossiers.get(each.dossier_id)) for each in document.decisions)
    known = {dossier_id: found.person.full_name for dossier_id, found in working if found}
    sent = work.submissions.dossiers(document.submission_id)
    return known | {each.dossier_id: each.full_name for each in sent}


def _receipt(_office: Office, package: VerifiedPackage) -> PackageSaid:
    document = receipt_document(package)
    people = tuple(_received(package, document))
    return PackageSaid(package, people=people, total=document.total, round_name=document.round_name)


def _received(package: VerifiedPackage, document: ReceiptDocument) -> Iterator[PersonSeen]:
    for each in document.people or ():
        key = (package.envelope.package_id, each.dossier_id)
        yield PersonSeen(key, document.unit.name, compose(each.full_name), each.citizen_id, None)


_READERS: Final[Mapping[PackageKind, Callable[[Office, VerifiedPackage], PackageSaid]]] = {
    PackageKind.SUBMISSION: _submission,
    PackageKind.DRAFT: _draft,
    PackageKind.DECISION: _decision,
    PackageKind.RECEIPT: _receipt,
}
"""Of the other kinds it is shown who signed them and which files they hold."""

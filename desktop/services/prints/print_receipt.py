"""Put a receipt on paper, in the form that its document has."""

from pathlib import Path

import msgspec

from desktop.documents.forms.receipt import ReceiptForm, ReceiptLine, write_receipt_pdf
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.receipts import Receipt
from desktop.domain.rounds import Unit
from desktop.exchange.container.contents import format_clock, parse_utc
from desktop.services.formats.packages import UnitPart
from desktop.services.formats.receipt import ReceiptDocument
from desktop.services.office import Office
from desktop.services.prints.print_forms import heading
from desktop.storage import UnitOfWork


def print_receipt(document: ReceiptDocument, folder: Path, *, practice: bool = False) -> Path:
    """Write the receipt into the folder as a PDF and return its path; refusals as `write_receipt_pdf`."""
    target = folder / _file_name(document)
    if target.exists():
        raise Refusal("submission.file_exists", file=target.name)
    write_receipt_pdf(_form(document, practice=practice), target)
    return target


def print_kept_receipt(office: Office, submission_id: str, folder: Path) -> Path:
    """Write the receipt of a submission as it is kept here; raises Refusal("receipt.none") and those of forms."""
    with office.store.begin() as work:
        digest = work.settings.get(_key(submission_id))
    if digest is None:
        raise Refusal("receipt.none")
    with office.store.blobs.open(digest) as stream:
        return print_receipt(msgspec.json.decode(stream.read(), type=ReceiptDocument), folder)


def keep_document(office: Office, work: UnitOfWork, receipt: Receipt, content: bytes) -> None:
    """Keep the document of a receipt, to print it again; the full form stays when the other comes later."""
    digest, _ = office.store.blobs.put_bytes(content)
    document = msgspec.json.decode(content, type=ReceiptDocument)
    if document.people is not None or work.settings.get(_key(receipt.submission_id)) is None:
        work.settings.put(_key(receipt.submission_id), digest)


def _key(submission_id: str) -> str:
    return f"receipt.{submission_id}"


def _file_name(document: ReceiptDocument) -> str:
    mark = "-chia-se" if document.people is None else ""
    return f"phieu-tiep-nhan-{document.number}-{document.year}-{document.unit.code}{mark}.pdf"


def _form(document: ReceiptDocument, *, practice: bool) -> ReceiptForm:
    return ReceiptForm(
        office=heading(_unit(document.office)),
        number=f"{document.number}/{document.year}",
        unit_name=document.unit.name,
        round_name=document.round_name,
        sequence=document.sequence,
        first_received=format_clock(parse_utc(document.first_received_at)),
        issued=format_clock(parse_utc(document.issued_at)),
        people_count=document.people_count,
        total=Dong(document.total),
        digest=document.submission_digest,
        issued_by=document.issued_by,
        made_on=parse_utc(document.issued_at).astimezone().date(),
        people=_lines(document),
        practice=practice,
    )


def _lines(document: ReceiptDocument) -> tuple[ReceiptLine, ...] | None:
    if document.people is None:
        return None
    return tuple(ReceiptLine(each.full_name, each.citizen_id, each.record_sha256) for each in document.people)


def _unit(part: UnitPart) -> Unit:
    return Unit(part.code, part.name, part.parent, part.budget_code, part.place)

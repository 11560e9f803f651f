"""What makes a round worth a warning."""

from dataclasses import replace

from desktop.domain.approvals import ScanFault, ScanFlag
from desktop.services.rounds.round_view import RoundView
from tests.services.packages.offices import Offices


def spoil_scan(offices: Offices, view: RoundView) -> None:
    """Attach a second file, of which one page is blank."""
    (approval,) = view.approvals.values()
    (scan,) = view.attachments.values()
    sha256, size = offices.unit.store.blobs.put_bytes(b"%PDF-1.4\n%%EOF blank\n")
    with offices.unit.store.begin() as work:
        flags = (ScanFlag(ScanFault.BLANK_PAGE, 1),)
        work.attachments.add(replace(scan, sha256=sha256, size=size, name="Trang sau.pdf", flags=flags))
        work.approvals.save(replace(approval, attachments=(*approval.attachments, sha256)))

"""The register's lines for what this office sends."""

from desktop.domain.registers import PackageEntry
from desktop.domain.rounds import Direction
from desktop.exchange.container.contents import PackageContents, WrittenPackage
from desktop.services.office import Office
from desktop.services.sending.departures import departed
from desktop.storage import UnitOfWork


def register_sent(office: Office, work: UnitOfWork, contents: PackageContents, written: WrittenPackage) -> None:
    """Put a package that was written into the register; of one in parts every part, under the same number."""
    departed(work, written)
    for each in written.pieces:
        work.packages.add(
            PackageEntry(
                package_id=each.package_id,
                kind=contents.kind.value,
                issuer=contents.issuer_unit,
                sequence=contents.sequence,
                digest=each.digest,
                direction=Direction.SENT,
                file_name=each.path.name,
                first_seen_at=office.stamp(),
                signer=office.operator,
            )
        )

"""Three hundred packages of forty people with scans, taken in one after the other. How to run it: README.md here."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import perf_counter

import msgspec

from desktop.exchange.container.contents import Enclosure
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.formats.packages import SubmissionDocument, SubmittedRecord
from desktop.services.formats.records_out import record_digest
from tests.services.packages.offices import Offices, copy_offices, make_template

PEOPLE = 40
SECONDS_GOAL = 60
FLAT = 1.10
"""How much larger memory may be at the end than after the first tenth."""


@dataclass(frozen=True)
class Taken:
    """Seconds that all took, of them the best tenth's share each, and memory in MB along the way."""

    packages: int
    megabytes: float
    seconds: float
    memory: tuple[int, ...]

    @property
    def flat(self) -> bool:
        """Whether memory stayed where it was after the first tenth."""
        return self.memory[-1] <= FLAT * self.memory[len(self.memory) // 10]

    @property
    def met(self) -> bool:
        """Whether it was fast enough, as if there were three hundred, in steady memory."""
        return self.flat and self.seconds * 300 / self.packages < SECONDS_GOAL


def measure(folder: Path, packages: int, scan_kilobytes: int) -> Taken:
    """Write the packages, which does not count, and take them in."""
    (folder / "template").mkdir(parents=True)
    offices = copy_offices(make_template(folder / "template"), folder / "offices")
    paths = list(_written(offices, packages, folder, scan_kilobytes))
    memory, began = [], perf_counter()
    for path in paths:
        received = receive_submission(offices.finance, path)
        if received.submission.people != PEOPLE:
            raise AssertionError(received)
        memory.append(_resident())
    seconds = perf_counter() - began
    size = sum(each.stat().st_size for each in paths) / 1e6
    offices.close()
    return Taken(packages, size, seconds, tuple(memory))


def _written(offices: Offices, packages: int, folder: Path, scan_kilobytes: int) -> Iterator[Path]:
    scan = folder / "scan.pdf"
    for number in range(packages):
        scan.write_bytes(b"%PDF-1.4\n" + os.urandom(scan_kilobytes * 1000))
        digest = sha256(scan.read_bytes()).hexdigest()
        enclosure = Enclosure(scan, "Quyết định.pdf", "application/pdf", digest, "approval")

        def change(document: SubmissionDocument, number: int = number, digest: str = digest) -> SubmissionDocument:
            return _of_others(document, number, digest, scan.stat().st_size)

        yield offices.send(change=change, enclosures=(enclosure,), remember=False)


def _of_others(document: SubmissionDocument, number: int, scan: str, size: int) -> SubmissionDocument:
    """Return forty made-up people with a scan of their own in place of the one who is in the document."""
    people = tuple(_other(document.people[0], number * PEOPLE + place, place, scan) for place in range(PEOPLE))
    attachment = msgspec.structs.replace(document.attachments[0], sha256=scan, size=size)
    approvals = tuple(msgspec.structs.replace(each, attachments=(scan,)) for each in document.approvals)
    total = sum(each.amount or 0 for each in people)
    return msgspec.structs.replace(document, people=people, attachments=(attachment,), approvals=approvals, total=total)


def _other(one: SubmittedRecord, who: int, place: int, scan: str) -> SubmittedRecord:
    person = msgspec.structs.replace(one.record.person, full_name=f"Người Mẫu {who}", citizen_id=f"{who:012d}")
    approval = one.record.approval
    assert approval is not None
    record = msgspec.structs.replace(
        one.record,
        id=f"person-{who}",
        ordinal=place + 1,
        person=person,
        approval=msgspec.structs.replace(approval, attachments=(scan,)),
    )
    return msgspec.structs.replace(one, record=record, record_sha256=record_digest(record))


def _resident() -> int:
    """Return the memory that this process holds, in MB; Linux tells it in pages."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


def tell(taken: Taken) -> bool:
    """Print it; return whether the goal is met."""
    first, last = taken.memory[len(taken.memory) // 10], taken.memory[-1]
    told = f"take in {taken.packages} packages x {PEOPLE} people, {taken.megabytes:.0f} MB: {taken.seconds:.1f} s"
    memory = f"memory {first} MB after a tenth, {last} MB at the end"
    print(f"{told}, {memory}; goal < {SECONDS_GOAL} s for 300, flat: {'met' if taken.met else 'NOT MET'}")
    return taken.met


def main() -> int:
    """Run it; the exit code is 1 when the goal is not met."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--packages", type=int, default=300)
    arguments.add_argument("--scan", type=int, default=2000, help="kilobytes of the scan in each")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="imports-") as place:
        taken = measure(Path(place) / "all", given.packages, given.scan)
    return 0 if tell(taken) else 1


if __name__ == "__main__":
    sys.exit(main())

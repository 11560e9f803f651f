"""Files that come in by themselves: taken once, when complete, and waiting until somebody says where they belong."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from desktop.domain.approvals import Approval
from desktop.domain.errors import Refusal
from desktop.services.office import Office, create_office
from desktop.services.papers.edit_approval import ScanAttached, add_approval
from desktop.services.papers.pictures_in import keep_scanned, paste_picture, scan_paper
from desktop.services.papers.scan_inbox import (
    FolderLook,
    attach_waiting,
    set_aside,
    take_new_scan,
    wait_again,
    waiting_scans,
    watch_folder,
    watched_folder,
)
from desktop.services.papers.scanners import Cancelled, Scanner
from desktop.services.rounds.open_round import open_round
from tests.services.offices import UNIT, Clock

SCAN = Path(__file__).parents[2] / "golden/don-vi-60-nguoi/ban_quet/anh_chup_nguoc.jpg"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = create_office(tmp_path / "unit", UNIT, now=Clock())
    yield made
    made.close()


@pytest.fixture
def approval(office: Office) -> Approval:
    opened = open_round(office, "Đợt 2", "2024-2")
    return add_approval(office, opened.id, number="1/QĐ-UBND", issued_on=None, issuer="UBND huyện")


def put(folder: Path, name: str, content: bytes, at: int = 1_000) -> Path:
    path = folder / name
    path.write_bytes(content)
    os.utime(path, (at, at))
    return path


def test_a_file_is_complete_once_it_rests_and_is_told_of_once(tmp_path: Path) -> None:
    look = FolderLook()
    growing = put(tmp_path, "a.pdf", b"%PDF", 1)
    assert look.complete(tmp_path) == ()
    assert look.unsettled
    put(tmp_path, "a.pdf", b"%PDF-1.7", 2)
    assert look.complete(tmp_path) == ()
    assert look.complete(tmp_path) == (growing,)
    assert not look.unsettled
    assert look.complete(tmp_path) == ()
    put(tmp_path, "a.pdf", b"%PDF-1.7 again", 3)
    assert look.complete(tmp_path) == ()
    assert look.complete(tmp_path) == (growing,)


def test_empty_hidden_and_other_files_are_not_scans_and_a_missing_folder_is_empty(tmp_path: Path) -> None:
    look = FolderLook()
    for name, content in (("rong.pdf", b""), (".an.pdf", b"x"), ("~tam.jpg", b"x"), ("ghi_chu.txt", b"x")):
        put(tmp_path, name, content)
    (tmp_path / "thu_muc.pdf").mkdir()
    assert [look.complete(tmp_path) for _ in range(2)] == [(), ()]
    assert look.complete(tmp_path / "khong_co") == ()


def test_files_come_in_the_order_in_which_they_were_scanned(tmp_path: Path) -> None:
    look = FolderLook()
    second, first = put(tmp_path, "a.pdf", b"2", 20), put(tmp_path, "b.pdf", b"1", 10)
    look.complete(tmp_path)
    assert look.complete(tmp_path) == (first, second)


def test_no_folder_is_watched_until_one_is_chosen_and_it_is_remembered(office: Office, tmp_path: Path) -> None:
    assert watched_folder(office) is None
    watch_folder(office, tmp_path)
    assert watched_folder(office) == tmp_path
    with pytest.raises(Refusal, match=r"scans\.folder_missing"):
        watch_folder(office, tmp_path / "khong_co")
    assert watched_folder(office) == tmp_path
    watch_folder(office, None)
    assert watched_folder(office) is None


def test_a_scan_waits_and_is_never_taken_twice_and_its_original_stays(office: Office, tmp_path: Path) -> None:
    original = put(tmp_path, "Scan 1.jpg", SCAN.read_bytes())
    taken = take_new_scan(office, original)
    assert taken is not None
    assert [each.name for each in waiting_scans(office)] == ["Scan 1.jpg"]
    assert take_new_scan(office, put(tmp_path, "Scan 2.jpg", SCAN.read_bytes())) is None
    set_aside(office, taken.sha256)
    assert take_new_scan(office, original) is None
    assert waiting_scans(office) == ()
    assert original.read_bytes() == SCAN.read_bytes()
    wait_again(office, taken.sha256)
    assert waiting_scans(office) == (taken,)


def test_what_waited_goes_onto_a_document(office: Office, approval: Approval) -> None:
    taken = take_new_scan(office, SCAN)
    assert taken is not None
    assert attach_waiting(office, approval.id, taken.sha256).attachments == (taken.sha256,)
    assert waiting_scans(office) == ()
    with pytest.raises(Refusal, match=r"record\.not_found"):
        attach_waiting(office, approval.id, "0" * 64)


def test_a_pasted_picture_is_attached_or_waits(office: Office, approval: Approval) -> None:
    def write(path: Path) -> bool:
        with Image.open(SCAN) as picture:
            picture.rotate(180).save(path, "PNG")
        return True

    kept = paste_picture(office, approval.id, write)
    assert isinstance(kept, ScanAttached)
    assert kept.attachment.name.startswith("Anh dan 2024-09-03")
    with pytest.raises(Refusal, match=r"scans\.nothing_pasted"):
        paste_picture(office, "", lambda _path: False)
    with pytest.raises(Refusal, match=r"scan\.empty"):
        paste_picture(office, approval.id, lambda path: path.touch() is None)
    assert not list((office.folder / "private").glob("*"))


class Feeder:
    """A scanner with two sheets in it."""

    def missing(self) -> Refusal | None:
        return None

    def scan(self, folder: Path, cancelled: Cancelled) -> tuple[Path, ...]:  # noqa: ARG002 - stops by itself
        pages = [put(folder, f"p{number}.png", b"") for number in (1, 2)]
        for turned, page in enumerate(pages):
            with Image.open(SCAN) as picture:
                picture.rotate(180 * turned).save(page)
        return tuple(pages)


def test_scanned_pages_wait_in_order_and_leave_nothing_beside(office: Office) -> None:
    scanner: Scanner = Feeder()
    pages = scan_paper(office, scanner)
    assert [each.exists() for each in pages] == [True, True]
    keep_scanned(office, "", pages)
    assert [each.name[-5:] for each in waiting_scans(office)] == ["1.png", "2.png"]
    assert scan_paper(office, scanner, lambda: True) == ()
    assert not list((office.folder / "private").glob("*"))

"""Files that come in by themselves: taken once, when complete, and waiting until somebody says where they belong."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from desktop.domain.approvals import Approval
from desktop.domain.errors import Refusal
from desktop.services.office import Office, create_office
from desktop.services.papers.coming_in import take_each
from desktop.services.papers.edit_approval import (
    ScanAttached,
    add_approval,
    attach_scan,
    detach_scan,
    reattach_scan,
)
from desktop.services.papers.held_files import held_since, hold_again
from desktop.services.papers.pictures_in import keep_scanned, paste_picture, scan_paper
from desktop.services.papers.register import remove_document, restore_document
from desktop.services.papers.scan_inbox import (
    FolderLook,
    attach_waiting,
    set_aside,
    take_chosen,
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
    scanned = scan_paper(office, scanner)
    assert [each.exists() for each in scanned.pages] == [True, True]
    assert keep_scanned(office, "", scanned).put_aside is None
    assert [each.name[-5:] for each in waiting_scans(office)] == ["1.png", "2.png"]
    assert not list((office.folder / "private").glob("*"))


def test_pages_of_a_scan_that_is_stopped_wait_whatever_document_they_were_for(
    office: Office, approval: Approval
) -> None:
    stopped = scan_paper(office, Feeder(), lambda: True)
    came = keep_scanned(office, approval.id, stopped)
    assert (came.stopped, len(came.kept), came.attached) == (True, 2, ())
    assert [each.name[-5:] for each in waiting_scans(office)] == ["1.png", "2.png"]
    assert not list((office.folder / "private").glob("*"))


class Idle(Feeder):
    """A scanner that was stopped before the first sheet was through."""

    def scan(self, folder: Path, cancelled: Cancelled) -> tuple[Path, ...]:  # noqa: ARG002 - nothing comes out
        return ()


def test_a_scan_that_is_stopped_before_its_first_page_leaves_nothing(office: Office) -> None:
    came = keep_scanned(office, "", scan_paper(office, Idle(), lambda: True))
    assert (came.stopped, came.kept, came.refused) == (True, (), ())
    assert not list((office.folder / "private").glob("*"))


class Jammed(Feeder):
    """A scanner whose second page cannot be read, and which stops before the fourth."""

    def scan(self, folder: Path, cancelled: Cancelled) -> tuple[Path, ...]:
        first, third = super().scan(folder, cancelled)
        third.rename(folder / "p3.png")
        put(folder, "p2.png", b"\x89PNG\r\n\x1a\n cut off")
        assert first.exists()
        raise Refusal("scanner.failed", reason="jam")


@pytest.mark.parametrize("onto_document", [True, False])
def test_a_page_that_is_refused_and_a_jam_throw_nothing_away(
    office: Office, approval: Approval, *, onto_document: bool
) -> None:
    came = keep_scanned(office, approval.id if onto_document else "", scan_paper(office, Jammed()))
    assert len(came.kept) == 2
    unreadable, jam = came.refused
    assert (unreadable.name[-6:], unreadable.why.code) == (" 2.png", "scan.unreadable")
    assert (jam.why.code, jam.why.params) == ("scanner.broke_off", {"reason": "jam"})
    assert came.put_aside is not None
    assert [each.read_bytes()[-7:] for each in came.put_aside.iterdir()] == [b"cut off"]
    again = keep_scanned(office, approval.id, scan_paper(office, Jammed()))
    assert again.put_aside == came.put_aside
    assert len(list(came.put_aside.iterdir())) == 2
    assert not list((office.folder / "private").glob("*"))


def test_paper_scanned_for_a_document_that_is_gone_waits(office: Office) -> None:
    came = keep_scanned(office, "gone", scan_paper(office, Feeder()))
    assert (len(came.kept), came.refused, len(waiting_scans(office))) == (2, (), 2)


def test_a_scan_that_no_document_has_any_more_waits_again(office: Office, approval: Approval) -> None:
    other = add_approval(office, approval.round_id, number="2/QĐ", issued_on=None, issuer="UBND huyện")
    sha256 = attach_scan(office, approval.id, SCAN).attachment.sha256
    attach_scan(office, other.id, SCAN)
    detach_scan(office, approval.id, sha256)
    assert waiting_scans(office) == ()
    detach_scan(office, other.id, sha256)
    assert [each.sha256 for each in waiting_scans(office)] == [sha256]
    assert take_new_scan(office, SCAN) is None  # the watched folder does not offer it a second time
    reattach_scan(office, approval.id, sha256)
    assert waiting_scans(office) == ()
    removed = remove_document(office, approval.id)
    assert [each.sha256 for each in waiting_scans(office)] == [sha256]
    restore_document(office, removed)
    assert waiting_scans(office) == ()


def test_what_somebody_asks_for_waits_again_or_is_refused_with_where_it_is(office: Office, approval: Approval) -> None:
    taken = take_chosen(office, SCAN)
    with pytest.raises(Refusal, match=r"scans\.taken_before"):
        take_chosen(office, SCAN)
    set_aside(office, taken.sha256)
    assert take_chosen(office, SCAN) == taken
    assert waiting_scans(office) == (taken,)
    attach_waiting(office, approval.id, taken.sha256)
    with pytest.raises(Refusal, match=r"scans\.on_document") as refused:
        take_chosen(office, SCAN)
    assert refused.value.params["number"] == approval.number


def test_a_file_is_attached_once_and_attaching_is_taken_back_and_done_again(
    office: Office, approval: Approval, tmp_path: Path
) -> None:
    paths = [SCAN, put(tmp_path, "rong.pdf", b""), SCAN]
    came = take_each(paths, lambda path: attach_scan(office, approval.id, path))
    assert [each.held for each in came.attached] == [False, True]
    assert [(each.name, each.why.code) for each in came.refused] == [("rong.pdf", "scan.empty")]
    changed = held_since(came.attached)
    assert changed is not None
    assert held_since(came.attached[1:]) is None
    assert hold_again(office, changed).attachments == ()
    assert len(waiting_scans(office)) == 1
    assert hold_again(office, changed.turned()).attachments == changed.after
    assert waiting_scans(office) == ()
    detach_scan(office, approval.id, changed.after[0])
    with pytest.raises(Refusal, match=r"record\.changed_since"):
        hold_again(office, changed)


def test_files_that_nobody_looked_at_are_named(tmp_path: Path) -> None:
    came = take_each([tmp_path / "a.pdf", tmp_path / "b.pdf"], lambda _path: None, cancelled=lambda: True)
    assert came.left == ("a.pdf", "b.pdf")

"""What is made of the pages of a document: new files in the place of the old, pins along, and all of it back again."""

import shutil
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pikepdf
import pytest

from desktop.documents.scans.compression import Strength
from desktop.domain.approvals import Approval
from desktop.domain.errors import Refusal
from desktop.domain.evidence import EvidencePin, Rectangle
from desktop.services.entry.edit_dossier import new_dossier
from desktop.services.office import Office, create_office, open_office
from desktop.services.papers.edit_approval import add_approval, attach_scan, detach_scan
from desktop.services.papers.exchange_files import names_apart, take_back
from desktop.services.papers.links import give_paper
from desktop.services.papers.pins import put_pin
from desktop.services.papers.smaller_scans import CompressionTable, largest_scans, scan_budget, take_smaller
from desktop.services.papers.workshop import fresh_source, lay_out, save_pages
from desktop.services.rounds.open_round import current_round, open_round
from desktop.services.rounds.round_view import read_round
from tests.services.offices import UNIT, Clock

SAMPLES = Path(__file__).parents[2] / "golden/don-vi-60-nguoi/ban_quet"
FIRST, SECOND, PHOTO = (SAMPLES / name for name in ("QD_1655.pdf", "QD_1808.pdf", "anh_chup_nguoc.jpg"))
PLACE = Rectangle(Fraction(1, 10), Fraction(1, 5), Fraction(1, 4), Fraction(1, 20))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a document of two files, closed; each test works on a copy."""
    folder = tmp_path_factory.mktemp("xuong") / "unit"
    made = create_office(folder, UNIT, now=Clock())
    opened = open_round(made, "Đợt 2", "2024-2")
    document = add_approval(made, opened.id, number="1655/QĐ-UBND", issued_on=None, issuer="UBND huyện")
    for path in (FIRST, SECOND):
        attach_scan(made, document.id, path)
    made.close()
    return folder


@pytest.fixture
def office(prepared: Path, tmp_path: Path) -> Iterator[Office]:
    shutil.copytree(prepared, tmp_path / "unit")
    made = open_office(tmp_path / "unit", now=Clock())
    yield made
    made.close()


@pytest.fixture
def approval(office: Office) -> Approval:
    of = current_round(office)
    assert of is not None
    with office.store.begin() as work:
        return work.approvals.of_round(of.id)[0]


def held(office: Office, approval: Approval) -> tuple[str, ...]:
    with office.store.begin() as work:
        return work.approvals.need(approval.id).attachments


def pinned(office: Office, approval: Approval, page: int) -> str:
    person = new_dossier(office, approval.round_id)
    give_paper(office, approval.id, [person.id])
    put_pin(office, EvidencePin(person.id, "leave_on", approval.attachments[0], page, PLACE))
    return person.id


def pins_of(office: Office, dossier_id: str) -> tuple[EvidencePin, ...]:
    with office.store.begin() as work:
        return work.dossiers.need(dossier_id).pins


def test_joined_and_turned_pages_become_one_file_made_from_the_first(office: Office, approval: Approval) -> None:
    table = lay_out(office, approval.id)
    table.join()
    table.turn({1}, 2)
    done = save_pages(office, approval.id, approval.attachments, table.files())
    (made,) = done.files
    assert held(office, approval) == (made.sha256,)
    assert (made.name, made.pages, made.derived_from) == ("QD_1655.pdf", 4, approval.attachments[0])
    assert [flag.page for flag in made.flags] == [2]
    assert all(office.store.blobs.has(each) for each in approval.attachments)


def test_undo_brings_the_old_files_back_and_can_itself_be_undone(office: Office, approval: Approval) -> None:
    table = lay_out(office, approval.id)
    table.remove({0})
    done = save_pages(office, approval.id, approval.attachments, table.files())
    back = take_back(office, done)
    assert held(office, approval) == approval.attachments
    take_back(office, back)
    assert held(office, approval) == done.after[approval.id]


def test_an_untouched_file_stays_the_very_file(office: Office, approval: Approval) -> None:
    table = lay_out(office, approval.id)
    table.turn({0})
    done = save_pages(office, approval.id, approval.attachments, table.files())
    assert len(done.files) == 1
    assert held(office, approval) == (done.files[0].sha256, approval.attachments[1])


def test_a_split_file_becomes_two_with_names_of_their_own(office: Office, approval: Approval) -> None:
    table = lay_out(office, approval.id)
    table.cut_before(1)
    done = save_pages(office, approval.id, approval.attachments, table.files())
    assert [(each.name, each.pages) for each in done.files] == [("QD_1655.pdf", 1), ("QD_1655 (2).pdf", 1)]


def test_pages_of_a_file_that_is_not_attached_yet_are_taken_in(office: Office, approval: Approval) -> None:
    table = lay_out(office, approval.id)
    table.add([fresh_source(PHOTO)])
    table.turn({4}, 2)
    done = save_pages(office, approval.id, approval.attachments, table.files())
    assert [(each.name, each.flags, each.derived_from) for each in done.files] == [("anh_chup_nguoc.pdf", (), "")]
    with pytest.raises(Refusal, match=r"scan\.password"):
        fresh_source(SAMPLES / "co_mat_khau.pdf")


def test_pins_go_with_their_page_and_come_back(office: Office, approval: Approval) -> None:
    person = pinned(office, approval, 2)
    before = pins_of(office, person)
    table = lay_out(office, approval.id)
    table.join()
    table.move({1}, -1)
    table.turn({1}, 1)
    done = save_pages(office, approval.id, approval.attachments, table.files())
    (pin,) = pins_of(office, person)
    assert (pin.sha256, pin.page) == (done.files[0].sha256, 1)
    assert pin.place == Rectangle(Fraction(3, 4), Fraction(1, 10), Fraction(1, 20), Fraction(1, 4))
    assert (done.pins.moved, done.pins.lost) == (1, 0)
    take_back(office, done)
    assert pins_of(office, person) == before


def test_pins_of_a_page_taken_out_stay_on_the_old_file(office: Office, approval: Approval) -> None:
    person = pinned(office, approval, 1)
    before = pins_of(office, person)
    table = lay_out(office, approval.id)
    table.remove({0})
    done = save_pages(office, approval.id, approval.attachments, table.files())
    assert pins_of(office, person) == before
    assert done.pins.lost == 1


def test_nothing_changes_when_the_document_was_changed_meanwhile_or_the_work_is_stopped(
    office: Office, approval: Approval
) -> None:
    table = lay_out(office, approval.id)
    table.join()

    def stop(done: int, total: int, item: str) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        save_pages(office, approval.id, approval.attachments, table.files(), stop)
    assert held(office, approval) == approval.attachments
    detach_scan(office, approval.id, approval.attachments[1])
    with pytest.raises(Refusal, match=r"record\.changed_elsewhere"):
        save_pages(office, approval.id, approval.attachments, table.files())
    assert held(office, approval) == approval.attachments[:1]
    with office.store.begin() as work:
        assert work.staged_files.all() == frozenset()


def test_without_pages_nothing_is_made(office: Office, approval: Approval) -> None:
    with pytest.raises(Refusal, match=r"pages\.none"):
        save_pages(office, approval.id, approval.attachments, ())


def test_a_signed_pdf_may_be_kept_or_moved_whole_but_not_cut(
    office: Office, approval: Approval, tmp_path: Path
) -> None:
    signed = tmp_path / "da_ky.pdf"
    with pikepdf.open(FIRST) as pdf:
        signature = pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=[0, 1, 2, 3], Contents=b"\x30\x00")
        pdf.Root.Signature = pdf.make_indirect(signature)
        pdf.save(signed)
    now = attach_scan(office, approval.id, signed).approval
    table = lay_out(office, approval.id)
    table.turn({0})
    done = save_pages(office, approval.id, now.attachments, table.files())
    assert held(office, approval)[2] == now.attachments[2]
    table = lay_out(office, approval.id)
    table.turn({5})
    with pytest.raises(Refusal, match=r"pages\.signed"):
        save_pages(office, approval.id, done.after[approval.id], table.files())


def test_copies_that_are_smaller_take_the_place_everywhere_and_go_back(office: Office, approval: Approval) -> None:
    other = add_approval(office, approval.round_id, number="2/QĐ-UBND", issued_on=None, issuer="UBND huyện")
    attach_scan(office, other.id, FIRST)
    person = pinned(office, approval, 1)
    view = read_round(office, approval.round_id)
    before = scan_budget(office, view)
    assert largest_scans(view)[0].size == max(each.size for each in view.attachments.values())
    with CompressionTable(office) as table:
        smaller = table.pack(view.attachments[approval.attachments[0]], Strength.STRONG)
        assert smaller.path is not None
        done = take_smaller(office, view, [smaller])
    (made,) = done.files
    assert (made.derived_from, made.pages, made.size) == (approval.attachments[0], 2, smaller.sizes.after)
    assert held(office, approval)[0] == held(office, other)[0] == made.sha256
    assert pins_of(office, person)[0].sha256 == made.sha256
    after = scan_budget(office, read_round(office, approval.round_id))
    assert before.scans - after.scans == smaller.sizes.before - smaller.sizes.after
    assert after.limit == before.limit > after.used
    take_back(office, done)
    assert held(office, approval) == approval.attachments
    assert not list((office.folder / "private").glob("*"))


def test_names_are_told_apart() -> None:
    assert names_apart(["a.pdf", "a.pdf", "b.pdf", "a.pdf"]) == ["a.pdf", "a (2).pdf", "b.pdf", "a (3).pdf"]

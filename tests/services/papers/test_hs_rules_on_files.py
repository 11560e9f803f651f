"""HS01 to HS08 on files: each fires on one that is really faulty and stays silent on a good one.

Every file is made here as scanners, phones and printers make them, and goes in through the services that the window
uses; the findings are read from the round. No flag is set by hand.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.scans import inspect_scan
from desktop.documents.scans.page_work import PageTake, write_pages
from desktop.domain.approvals import Approval, Attachment
from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding
from desktop.rules.checks.catalogue import Stage
from desktop.rules.checks.engine import check_round
from desktop.rules.checks.settings import RuleSetting
from desktop.services.entry.edit_dossier import new_dossier
from desktop.services.office import Office, create_office
from desktop.services.papers.edit_approval import add_approval, attach_scan, detach_scan
from desktop.services.papers.links import give_paper
from desktop.services.papers.recheck import recheck_scans
from desktop.services.papers.scan_inbox import attach_waiting, set_aside, take_new_scan
from desktop.services.rounds.open_round import open_round
from desktop.services.rounds.round_view import RoundView, read_round
from tests.services.offices import UNIT, Clock

FONTS = Path(__file__).parents[3] / "resources/fonts"
WORDS = ("Nguyễn", "Hạnh", "Phúc", "phòng", "Kế hoạch", "và", "Đầu tư", "nghỉ việc", "ngay", "từ", "tháng", "phê duyệt")
RULES = tuple(f"HS0{number}" for number in range(1, 9))
DPI = 150
PERIODS = count(1)


@dataclass(frozen=True)
class Desk:
    """A round with one document that covers one person."""

    office: Office
    approval: Approval

    def attach(self, path: Path) -> Attachment:
        return attach_scan(self.office, self.approval.id, path).attachment

    def another_document(self, number: str = "2/QĐ-UBND") -> Approval:
        return add_approval(self.office, self.approval.round_id, number=number, issued_on=None, issuer="UBND huyện")

    def next_round(self, number: str) -> "Desk":
        """Open a round with one document that covers one person."""
        return desk_of(self.office, number)

    def cover_somebody(self, approval: Approval) -> None:
        give_paper(self.office, approval.id, [new_dossier(self.office, approval.round_id).id])

    @property
    def view(self) -> RoundView:
        return read_round(self.office, self.approval.round_id)

    def findings(self, code: str) -> list[Finding]:
        """What a check finds, but for papers of people that no pack asks for in so many words."""
        found = check_round(self.view.context, Stage.APPRAISAL)
        return [each for each in found if each.code == code and not each.detail.startswith("assumed:")]

    def says(self, code: str) -> list[str]:
        return [self.view.catalogue.message(each) for each in self.findings(code)]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = create_office(tmp_path_factory.mktemp("hs") / "unit", UNIT, now=Clock())
    yield made
    made.close()


@pytest.fixture
def desk(office: Office) -> Desk:
    return desk_of(office)


def desk_of(office: Office, number: str = "") -> Desk:
    period = next(PERIODS)
    opened = open_round(office, f"Đợt {period}", f"2024-{period}")
    called = number or f"{period}/QĐ-UBND"
    made = add_approval(office, opened.id, number=called, issued_on=None, issuer="UBND huyện")
    found = Desk(office, made)
    found.cover_somebody(made)
    return found


def page(seed: int = 1, dpi: int = DPI, lines: int = 24) -> Image.Image:
    """A sheet of A4 with printed lines, a little grey as scanners see paper."""
    dice = random.Random(seed)  # noqa: S311 - it shuffles words
    sheet = Image.new("L", (round(8.27 * dpi), round(11.69 * dpi)), 245)
    draw, letters = ImageDraw.Draw(sheet), ImageFont.truetype(FONTS / "Tinos-Regular.ttf", round(0.19 * dpi))
    for row in range(lines):
        draw.text((dpi, dpi + row * 0.36 * dpi), " ".join(dice.choices(WORDS, k=8)), 40, letters)
    return sheet


def jpeg(folder: Path, picture: Image.Image, name: str = "quet.jpg", dpi: int = DPI) -> Path:
    path = folder / name
    picture.save(path, quality=85, dpi=(dpi, dpi))
    return path


def scanned(folder: Path, picture: Image.Image, name: str = "quet.pdf", dpi: int = DPI) -> Path:
    """A scan as PDF: one picture on the page."""
    path = folder / name
    write_pages([PageTake(jpeg(folder, picture, f"{name}.jpg", dpi), 1)], path)
    return path


def printed(folder: Path) -> Path:
    """A PDF of text, as an office program prints it: no scan at all."""
    path = folder / "in.pdf"
    sheet = Canvas(str(path), pagesize=(595, 842))
    for row in range(25):
        sheet.drawString(72, 770 - 26 * row, f"Dieu {row}. Danh sach kem theo Quyet dinh phe duyet ngay 01/11/2024")
    sheet.save()
    return path


def locked(folder: Path) -> Path:
    path = folder / "mat_khau.pdf"
    with pikepdf.open(scanned(folder, page(2))) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="chu", user="kin", R=6))
    return path


def empty(folder: Path) -> Path:
    path = folder / "rong.pdf"
    path.touch()
    return path


def a_letter_named_pdf(folder: Path) -> Path:
    path = folder / "thu.pdf"
    path.write_bytes(b"PK\x03\x04" + b"word/document.xml" * 40)
    return path


def cut_short(folder: Path) -> Path:
    path, whole = folder / "cut.pdf", scanned(folder, page(3)).read_bytes()
    path.write_bytes(whole[: len(whole) // 3])
    return path


def over_50_megabytes(folder: Path) -> Path:
    path = folder / "lon.pdf"
    path.write_bytes(scanned(folder, page(4)).read_bytes())
    with path.open("r+b") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    return path


UNUSABLE = {
    "empty": empty,
    "not_what_it_says": a_letter_named_pdf,
    "password": locked,
    "unreadable": cut_short,
    "too_large": over_50_megabytes,
}


def as_an_earlier_version_took_it_in(desk: Desk, path: Path) -> Attachment:
    """Attach a file without a look at it, as a store may hold it from before there was one."""
    sha256, size = desk.office.store.blobs.put_file(path)
    unseen = Attachment(sha256, path.name, "application/pdf", size, 1)
    with desk.office.store.begin() as work:
        work.attachments.add(unseen)
        work.approvals.save(replace(desk.approval, attachments=(sha256,)))
    return unseen


GOOD: dict[str, Callable[[Path], Path]] = {
    "scan of 150 dpi": lambda folder: scanned(folder, page()),
    "photo, upright": lambda folder: jpeg(folder, page()),
    "print of text": printed,
    "faint scan": lambda folder: scanned(folder, page().point([255 - (255 - each) * 4 // 10 for each in range(256)])),
    "sheet with three lines": lambda folder: scanned(folder, page(lines=3)),
    "fine scan of small print": lambda folder: scanned(folder, page(lines=26, dpi=200), dpi=200),
}


@pytest.mark.parametrize("kind", GOOD)
def test_hs01_to_hs08_are_silent_on_a_good_file(desk: Desk, tmp_path: Path, kind: str) -> None:
    desk.attach(GOOD[kind](tmp_path))
    assert {code: desk.says(code) for code in RULES} == {code: [] for code in RULES}
    assert recheck_scans(desk.office, desk.approval.round_id).changed == ()


def test_hs01_fires_on_a_document_without_a_scan_and_is_silent_once_there_is_one(desk: Desk, tmp_path: Path) -> None:
    (finding,) = desk.findings("HS01")
    assert finding.params["so"] == desk.approval.number
    desk.attach(scanned(tmp_path, page()))
    assert desk.findings("HS01") == []


@pytest.mark.parametrize("fault", UNUSABLE)
def test_hs02_an_unusable_file_is_turned_away_at_the_door_and_the_scan_stays_missing(
    desk: Desk, tmp_path: Path, fault: str
) -> None:
    with pytest.raises(Refusal, match=rf"scan\.{fault}"):
        desk.attach(UNUSABLE[fault](tmp_path))
    with pytest.raises(Refusal, match=rf"scan\.{fault}"):
        take_new_scan(desk.office, UNUSABLE[fault](tmp_path))
    assert desk.view.attachments == {}
    assert len(desk.findings("HS01")) == 1


@pytest.mark.parametrize("fault", UNUSABLE)
def test_hs02_fires_on_an_unusable_file_that_is_in_the_store(desk: Desk, tmp_path: Path, fault: str) -> None:
    held = as_an_earlier_version_took_it_in(desk, UNUSABLE[fault](tmp_path))
    recheck_scans(desk.office, desk.approval.round_id)
    (finding,) = desk.findings("HS02")
    assert (finding.subject, finding.params) == (held.sha256, {"tep": held.name, "ly_do": fault})
    assert held.name in desk.says("HS02")[0]


@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_hs02_fires_on_a_file_that_was_damaged_after_it_was_taken_in(desk: Desk, tmp_path: Path, damage: str) -> None:
    held = desk.attach(scanned(tmp_path, page(5 if damage == "gone" else 6)))
    assert desk.findings("HS02") == []
    path = desk.office.store.blobs.path(held.sha256)
    path.unlink() if damage == "gone" else path.write_bytes(path.read_bytes()[:-200])
    recheck_scans(desk.office, desk.approval.round_id)
    (finding,) = desk.findings("HS02")
    assert finding.params["ly_do"] == "unreadable"


def test_hs03_fires_on_a_blank_page_and_names_it(desk: Desk, tmp_path: Path) -> None:
    written, blank = jpeg(tmp_path, page(7), "chu.jpg"), jpeg(tmp_path, page(7, lines=0), "trang.jpg")
    path = tmp_path / "hai_trang.pdf"
    write_pages([PageTake(written, 1), PageTake(blank, 1)], path)
    desk.attach(path)
    (finding,) = desk.findings("HS03")
    assert finding.params == {"p": 2, "tep": path.name}


def test_hs03_fires_on_a_blank_page_with_dust_and_the_shadow_of_the_lid(desk: Desk, tmp_path: Path) -> None:
    sheet, dice = page(lines=0), random.Random(8)  # noqa: S311 - it strews dust
    draw = ImageDraw.Draw(sheet)
    for _ in range(40):
        draw.point((dice.randrange(sheet.width), dice.randrange(sheet.height)), 90)
    draw.rectangle((0, 0, 12, sheet.height), 30)
    desk.attach(scanned(tmp_path, sheet))
    assert len(desk.findings("HS03")) == 1


@pytest.mark.parametrize("dpi", [38, 100, 140])
def test_hs04_fires_on_a_coarse_scan_and_says_how_coarse(desk: Desk, tmp_path: Path, dpi: int) -> None:
    desk.attach(scanned(tmp_path, page(9, dpi=dpi), dpi=dpi))
    (finding,) = desk.findings("HS04")
    assert finding.params["dpi"] == pytest.approx(dpi, abs=1)
    assert "dpi" in desk.says("HS04")[0]


def test_hs04_is_silent_at_150_dpi_sharp(desk: Desk, tmp_path: Path) -> None:
    desk.attach(scanned(tmp_path, page(9)))
    assert desk.findings("HS04") == []


@pytest.mark.parametrize("millimetres", [0.4, 0.8])
def test_hs04_fires_on_a_fine_scan_that_is_blurred_and_says_mo(desk: Desk, tmp_path: Path, millimetres: float) -> None:
    soft = page(10, dpi=200).filter(ImageFilter.GaussianBlur(millimetres * 200 / 25.4))
    desk.attach(scanned(tmp_path, soft, dpi=200))
    (finding,) = desk.findings("HS04")
    assert finding.params == {"p": 1, "tep": "quet.pdf"}
    assert "mờ" in desk.says("HS04")[0]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_hs05_fires_on_a_turned_page_and_says_by_how_much(desk: Desk, tmp_path: Path, degrees: int) -> None:
    desk.attach(scanned(tmp_path, page(11).rotate(-degrees, expand=True)))
    (finding,) = desk.findings("HS05")
    assert (finding.params["goc"], finding.params["p"]) == (degrees, 1)


def test_hs05_is_silent_on_a_stamp_alone(desk: Desk, tmp_path: Path) -> None:
    sheet = page(lines=0)
    draw = ImageDraw.Draw(sheet)
    for inset in (0, 30):
        draw.ellipse((700 + inset, 1000 + inset, 950 - inset, 1250 - inset), outline=90, width=8)
    desk.attach(scanned(tmp_path, sheet))
    assert desk.findings("HS05") == desk.findings("HS04") == desk.findings("HS03") == []


def test_hs06_fires_on_one_file_for_two_documents(desk: Desk, tmp_path: Path) -> None:
    path, other = scanned(tmp_path, page(12)), desk.another_document()
    desk.attach(path)
    copied = tmp_path / "ten_khac.pdf"
    copied.write_bytes(path.read_bytes())
    attach_scan(desk.office, other.id, copied)
    (finding,) = desk.findings("HS06")
    assert {finding.params["a"], finding.params["b"]} == {desk.approval.number, other.number}


def test_hs06_is_silent_on_two_scans_and_on_one_attached_twice(desk: Desk, tmp_path: Path) -> None:
    path = scanned(tmp_path, page(13))
    desk.attach(path)
    desk.attach(path)
    attach_scan(desk.office, desk.another_document().id, scanned(tmp_path, page(14), "khac.pdf"))
    assert desk.findings("HS06") == []


def test_hs06_fires_on_a_file_of_another_document_of_another_round(desk: Desk, tmp_path: Path) -> None:
    path = scanned(tmp_path, page(19))
    desk.attach(path)
    later = desk.next_round("45-QĐ/TU")
    attach_scan(desk.office, later.approval.id, path)
    (finding,) = later.findings("HS06")
    assert (finding.params["b"], finding.params["dot"]) == (desk.approval.number, desk.view.round.name)
    assert later.view.catalogue.message(finding) == (
        f"Tệp quet.pdf đang dùng cho 45-QĐ/TU, cũng đang dùng cho {desk.approval.number} "
        f"của {UNIT.unit.name} ({desk.view.round.name})."
    )
    detach_scan(desk.office, later.approval.id, finding.subject)
    assert later.findings("HS06") == []


def test_hs06_is_silent_on_the_same_document_in_another_round(desk: Desk, tmp_path: Path) -> None:
    path = scanned(tmp_path, page(20))
    desk.attach(path)
    later = desk.next_round(desk.approval.number)
    attach_scan(desk.office, later.approval.id, path)
    assert desk.findings("HS06") == later.findings("HS06") == []


def test_hs07_fires_when_the_scans_are_larger_than_the_limit_and_is_silent_at_it(desk: Desk, tmp_path: Path) -> None:
    noise = Image.effect_noise((1654, 2339), 100)
    noise.paste(page(15).crop((150, 150, 1100, 1500)), (150, 150))
    path = tmp_path / "nang.png"
    noise.save(path, dpi=(200, 200))
    assert desk.attach(path).size > 1_000_000

    def spoken(limit_mb: int) -> list[Finding]:
        settings = {**desk.view.context.settings, "HS07": RuleSetting(parameters={"limit_mb": limit_mb})}
        found = check_round(replace(desk.view.context, settings=settings), Stage.PACKING)
        return [each for each in found if each.code == "HS07"]

    (finding,) = spoken(1)
    assert finding.params == {"mb": -(-path.stat().st_size // 1_000_000), "gh": 1}
    assert spoken(-(-path.stat().st_size // 1_000_000)) == desk.findings("HS07") == []


def test_hs08_fires_on_a_document_that_nobody_uses(desk: Desk, tmp_path: Path) -> None:
    desk.attach(scanned(tmp_path, page(16)))
    unused = desk.another_document("99/QĐ-UBND")
    (finding,) = desk.findings("HS08")
    assert (finding.subject, finding.params) == (unused.id, {"so": unused.number})
    desk.cover_somebody(unused)
    assert desk.findings("HS08") == []


def test_hs08_fires_on_a_scan_that_waits_for_a_document_until_it_has_one(desk: Desk, tmp_path: Path) -> None:
    came = take_new_scan(desk.office, scanned(tmp_path, page(17), "moi_quet.pdf"))
    assert came is not None
    (finding,) = desk.findings("HS08")
    assert (finding.subject, finding.params) == (came.sha256, {"tep": "moi_quet.pdf"})
    attach_waiting(desk.office, desk.approval.id, came.sha256)
    assert desk.findings("HS08") == []


def test_hs08_is_silent_on_a_scan_that_was_set_aside(desk: Desk, tmp_path: Path) -> None:
    came = take_new_scan(desk.office, scanned(tmp_path, page(18), "khong_can.pdf"))
    assert came is not None
    set_aside(desk.office, came.sha256)
    assert desk.findings("HS08") == []


def test_the_made_files_are_what_they_are_said_to_be(tmp_path: Path) -> None:
    """The faults are in the files, not in how they are handed in."""
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(locked(tmp_path))
    assert empty(tmp_path).stat().st_size == 0
    assert inspect_scan(GOOD["scan of 150 dpi"](tmp_path), name="a.pdf").flags == ()

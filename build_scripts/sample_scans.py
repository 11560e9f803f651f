"""Write the sample unit's scanned decisions, and six scans with faults, into resources/samples/don-vi-mau/ban_quet.

Each decision is two pages, the decision and its list of people, as a flat-bed scanner would give them: grey paper,
slightly turned, JPEG at 150 dpi in a PDF. The same bytes come out each time.
"""

import io
import json
import random
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image, ImageDraw, ImageFilter, ImageFont

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "resources" / "samples" / "don-vi-mau"
FONTS = ROOT / "resources" / "fonts"
DPI = 150
A4 = (1240, 1754)
A4_POINTS = (595, 842)
PAPER, INK = 241, 25
SEED = 20240719


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text: where it starts (or its middle, when centred) in pixels, its size in points."""

    x: int
    y: int
    words: str
    points: int = 13
    style: str = "Regular"
    centred: bool = False


def main() -> None:
    """Write all scans of the sample unit anew."""
    truth = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))
    people = {person["citizen_id"]: person for person in truth["people"]}
    folder = SAMPLE / "ban_quet"
    write_scans(truth["decisions"], people, folder)
    print(f"{folder}: {len(list(folder.iterdir()))} files")


def write_scans(decisions: list[dict[str, Any]], people: dict[str, dict[str, Any]], folder: Path) -> None:
    """Write a scan of each decision and the faulty files; people by citizen id, both shaped as in truth.json."""
    folder.mkdir(parents=True, exist_ok=True)
    dice = random.Random(SEED)  # noqa: S311 - it tilts paper, it makes no keys
    scans = []
    for decision in decisions:
        listed = [people[citizen_id] for citizen_id in decision["people"]]
        pages = [scanned(decision_page(decision), dice), scanned(list_page(decision, listed), dice)]
        write_pdf(pages, folder / decision["file"])
        scans.append(pages)
    write_faulty(scans[0], folder)


def decision_page(decision: dict[str, str]) -> list[Text]:
    """Return the lines of the first page."""
    day = date.fromisoformat(decision["date"])
    head = decision["issuer"].upper()
    return [
        Text(340, 90, head, 12, "Bold", centred=True),
        Text(850, 90, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "Bold", centred=True),
        Text(850, 122, "Độc lập - Tự do - Hạnh phúc", 13, "Bold", centred=True),
        Text(340, 175, f"Số: {decision['number']}", centred=True),
        Text(850, 175, f"Hải Phòng, ngày {day:%d} tháng {day:%m} năm {day:%Y}", 13, "Italic", centred=True),
        Text(620, 275, "QUYẾT ĐỊNH", 14, "Bold", centred=True),
        Text(620, 315, "Về việc phê duyệt danh sách đối tượng nghỉ công tác", 14, "Bold", centred=True),
        Text(130, 420, "Điều 1. Phê duyệt danh sách đối tượng nghỉ công tác kèm theo Quyết định này."),
        Text(130, 465, f"Tổng số: {len(decision['people'])} người."),
        Text(130, 520, "Điều 2. Thủ trưởng các cơ quan, đơn vị và những người có tên trong danh sách"),
        Text(130, 558, "chịu trách nhiệm thi hành Quyết định này."),
        Text(900, 720, f"TM. {head}", 13, "Bold", centred=True),
        Text(900, 755, "CHỦ TỊCH", 13, "Bold", centred=True),
    ]


def list_page(decision: dict[str, str], people: list[dict[str, str]]) -> list[Text]:
    """Return the lines of the second page, one for each person."""
    title = Text(620, 100, f"DANH SÁCH kèm theo Quyết định số {decision['number']}", 14, "Bold", centred=True)
    return [title, *(Text(90, 190 + 88 * row, person_line(row + 1, each), 12) for row, each in enumerate(people))]


def person_line(ordinal: int, person: dict[str, str]) -> str:
    """Return e.g. "3.  Đỗ Trọng Ân   sinh 26/06/1966   Giáo viên   nghỉ từ 01/04/2025"."""
    born, leaves = (date.fromisoformat(person[key]) for key in ("birth", "leave_on"))
    return f"{ordinal}.  {person['full_name']}   sinh {born:%d/%m/%Y}   {person['post']}   nghỉ từ {leaves:%d/%m/%Y}"


def scanned(lines: list[Text], dice: random.Random) -> Image.Image:
    """Return the page as the scanner saw it."""
    page = Image.new("L", A4, PAPER)
    pen = ImageDraw.Draw(page)
    for line in lines:
        font = ImageFont.truetype(FONTS / f"Tinos-{line.style}.ttf", round(line.points * DPI / 72))
        pen.text((line.x, line.y), line.words, font=font, fill=INK, anchor="ma" if line.centred else "la")
    tilt = dice.choice((-1, 1)) * dice.uniform(0.3, 1.0)
    tilted = page.rotate(tilt, resample=Image.Resampling.BICUBIC, fillcolor=PAPER - 6)
    return speckled(tilted.filter(ImageFilter.GaussianBlur(0.5)), dice)


def speckled(page: Image.Image, dice: random.Random) -> Image.Image:
    """Return the page with specks of dust."""
    pen = ImageDraw.Draw(page)
    for _ in range(60):
        x, y = dice.randrange(page.width), dice.randrange(page.height)
        pen.point((x, y), fill=dice.randrange(120, 220))
    return page


def jpeg(page: Image.Image) -> bytes:
    """Return the page as JPEG bytes, small enough that two make a file of less than 150 KB."""
    stream = io.BytesIO()
    page.save(stream, "JPEG", quality=45, dpi=(DPI, DPI))
    return stream.getvalue()


def write_pdf(pages: list[Image.Image], target: Path, password: str = "") -> None:
    """Write the pages as a PDF of pictures; with a password it opens only to who knows it."""
    with pikepdf.new() as pdf:
        for page in pages:
            add_page(pdf, page)
        lock = pikepdf.Encryption(owner=password, user=password) if password else False
        pdf.save(target, encryption=lock, deterministic_id=not password)


def add_page(pdf: pikepdf.Pdf, page: Image.Image) -> None:
    """Append an A4 page that the picture fills."""
    picture = pdf.make_stream(
        jpeg(page), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=page.width, Height=page.height,
        ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
    )  # fmt: skip
    sheet = pdf.add_blank_page(page_size=A4_POINTS)
    sheet.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=picture))
    sheet.Contents = pdf.make_stream(f"q {A4_POINTS[0]} 0 0 {A4_POINTS[1]} 0 0 cm /Scan Do Q".encode())


def write_faulty(pages: list[Image.Image], folder: Path) -> None:
    """Write the six files that are to be refused or flagged."""
    first, second = pages
    (folder / "anh_chup_nguoc.jpg").write_bytes(jpeg(second.transpose(Image.Transpose.ROTATE_180)))
    small = first.resize((310, 438), Image.Resampling.LANCZOS)
    small.save(folder / "quet_mo_38dpi.jpg", "JPEG", quality=60)
    write_pdf([Image.new("L", A4, 252)], folder / "trang_trang.pdf")
    (folder / "rong_0_byte.pdf").write_bytes(b"")
    (folder / "khong_phai_pdf.pdf").write_bytes(b"<html><body>Day la trang web</body></html>")
    locked = folder / "co_mat_khau.pdf"
    if not locked.exists():  # each encryption draws new keys: written anew, the file would change for nothing
        write_pdf(pages, locked, password="bi-mat")  # noqa: S106 - the sample's point is to have one


if __name__ == "__main__":
    main()

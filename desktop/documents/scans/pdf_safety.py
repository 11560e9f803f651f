"""A PDF before it is rendered: does it open, does it carry anything that acts, are its pictures of human size."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf

from desktop.documents.scans.limits import ScanLimits
from desktop.documents.scans.refused import Refused
from desktop.domain.approvals import ScanFault, ScanFlag

_ACTING_KEYS = ("/JS", "/EF", "/XFA")
_ACTING_NAMES = frozenset(
    {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/EmbeddedFile", "/FileAttachment", "/RichMedia"}
)
_NAMING_KEYS = ("/S", "/Subtype", "/Type")
_DEEPEST = 12
"""Nesting of direct objects; real files have three or four."""


def check_pdf(path: Path, limits: ScanLimits) -> tuple[ScanFlag, ...]:
    """Return ACTIVE_CONTENT once if anything in the file acts; raises Refused."""
    try:
        with pikepdf.open(path) as pdf:
            _check_amounts(pdf, limits)
            acting = [_acts(each, limits) for each in _dictionaries(pdf)]
    except pikepdf.PasswordError:
        raise Refused(ScanFault.PASSWORD) from None
    except (pikepdf.PdfError, ValueError, TypeError, RecursionError):
        raise Refused(ScanFault.UNREADABLE) from None
    return (ScanFlag(ScanFault.ACTIVE_CONTENT),) if any(acting) else ()


def _check_amounts(pdf: pikepdf.Pdf, limits: ScanLimits) -> None:
    if len(pdf.objects) > limits.objects or len(pdf.pages) > limits.pages:
        raise Refused(ScanFault.TOO_LARGE)
    if len(pdf.pages) == 0:
        raise Refused(ScanFault.UNREADABLE)


def _acts(dictionary: pikepdf.Object, limits: ScanLimits) -> bool:
    if dictionary.get("/Subtype") == "/Image":
        _check_picture(dictionary, limits)
    named = {str(dictionary.get(key)) for key in _NAMING_KEYS if isinstance(dictionary.get(key), pikepdf.Name)}
    return any(key in dictionary for key in _ACTING_KEYS) or bool(named & _ACTING_NAMES)


def _check_picture(picture: pikepdf.Object, limits: ScanLimits) -> None:
    if int(picture.get("/Width", 0)) * int(picture.get("/Height", 0)) > limits.pixels:
        raise Refused(ScanFault.TOO_LARGE)


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file: the numbered objects, and what lies directly inside them."""
    for top in (pdf.trailer, *pdf.objects):
        waiting = [(top, 0)]
        while waiting:
            current, depth = waiting.pop()
            if isinstance(current, (pikepdf.Dictionary, pikepdf.Stream)):
                yield current
            if depth < _DEEPEST:
                waiting += [(inside, depth + 1) for inside in _direct_parts(current)]


def _direct_parts(whole: pikepdf.Object) -> list[pikepdf.Object]:
    if isinstance(whole, (pikepdf.Dictionary, pikepdf.Stream)):
        parts = [whole.get(key) for key in whole.keys()]  # noqa: SIM118 - iterating pikepdf objects differs from keys
    elif isinstance(whole, pikepdf.Array):
        parts = list(whole)
    else:
        return []
    return [part for part in parts if isinstance(part, pikepdf.Object) and not part.is_indirect]

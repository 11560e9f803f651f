"""Pins as marks on pages and as lines of a list."""

from collections.abc import Iterable

from desktop.domain.dossiers import Dossier
from desktop.domain.evidence import EvidencePin
from desktop.domain.foreign_text import shown
from desktop.services.papers.pin_words import shown_reading
from desktop.ui.pages.field_names import field_name
from desktop.ui.widgets.page_places import Mark


def pin_key(pin: EvidencePin) -> str:
    """Return what tells a pin apart from all others of the round."""
    place = pin.place
    return f"{pin.dossier_id}/{pin.sha256}/{pin.page}/{pin.field}/{place.left}/{place.top}/{place.width}/{place.height}"


def pin_label(pin: EvidencePin) -> str:
    """Return what a pin proves, with what stands there: "Thời điểm nghỉ: 01/11/2024"."""
    reading = shown(shown_reading(pin.field, pin.reads))
    return f"{field_name(pin.field)}: {reading}" if reading else field_name(pin.field)


def marks_of(people: Iterable[Dossier], sha256: str, own: str) -> tuple[Mark, ...]:
    """Return the marks of these people's pins on a file; those of the person with the id `own` bear their words."""
    return tuple(
        Mark(pin_key(pin), pin.page - 1, pin.place, _told(dossier, pin, own), own=dossier.id == own)
        for dossier in people
        for pin in dossier.pins
        if pin.sha256 == sha256
    )


def _told(dossier: Dossier, pin: EvidencePin, own: str) -> str:
    name = shown(dossier.person.full_name)
    return pin_label(pin) if dossier.id == own else f"{name} – {pin_label(pin)}"

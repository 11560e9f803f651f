"""Fields into which text of a font from before Unicode was pasted: TCVN3 (ABC) or VNI."""

from desktop.documents.lists.old_text import convert_old_text, font_of
from desktop.domain.dossiers import Dossier
from desktop.services.entry.dotted_fields import changed_fields, with_fields
from desktop.services.entry.edits import Edit


def old_font_fields(edit: Edit) -> dict[str, tuple[str, str]]:
    """Return by dotted field what the edit wrote in an old font, and the same in Unicode. Nothing is converted."""
    written = {field: after for field, (_, after) in changed_fields(edit.before, edit.after).items()}
    return {
        field: (text, convert_old_text(text))
        for field, text in written.items()
        if isinstance(text, str) and font_of(text) is not None
    }


def in_unicode(dossier: Dossier, fields: dict[str, tuple[str, str]]) -> Dossier:
    """Return the dossier with these fields, as `old_font_fields` found them, in Unicode."""
    return with_fields(dossier, {field: text for field, (_, text) in fields.items()})

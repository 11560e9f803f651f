"""Text that others wrote, put into markup and tooltips; plain places take `domain.foreign_text` as it is."""

from html import escape

from desktop.domain.foreign_text import shown_lines


def markup(text: str) -> str:
    """Return words for a place that reads markup: what looks like a tag is shown, not obeyed."""
    return escape(shown_lines(text))


def tooltip(text: str) -> str:
    """Return words for a tooltip, which Qt takes for markup when they look like it."""
    lines = shown_lines(text)
    return "<br/>".join(map(escape, lines.split("\n"))) if "<" in lines else lines

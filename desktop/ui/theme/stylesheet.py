"""The stylesheet: resources/theme/style.qss with colours and lengths put in."""

from dataclasses import asdict
from string import Template

from desktop.system.resources import resource
from desktop.ui.theme.metrics import Metrics
from desktop.ui.theme.tokens import Tokens

_SENTENCE_LETTERS = 56


def stylesheet_of(tokens: Tokens, metrics: Metrics) -> str:
    """Return the application's stylesheet for a theme and a font."""
    template = Template(resource("theme", "style.qss").read_text(encoding="utf-8"))
    colours = {name: value for name, value in asdict(tokens).items() if isinstance(value, str)}
    drawings = resource("theme", "dark" if tokens.dark else "light").as_posix()
    return template.substitute(colours, **_lengths(tokens, metrics), drawings=drawings)


def _lengths(tokens: Tokens, metrics: Metrics) -> dict[str, str]:
    pixels = {**asdict(metrics), "sentence": metrics.letter * _SENTENCE_LETTERS, "round": metrics.medium // 2}
    points = {"font": tokens.point, "title": tokens.point + 4, "display": tokens.point + 9}
    return {name: f"{value}px" for name, value in pixels.items()} | {
        name: f"{value}pt" for name, value in points.items()
    }

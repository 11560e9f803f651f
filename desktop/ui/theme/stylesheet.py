"""The stylesheet: resources/theme/style.qss with colours and lengths put in."""

from dataclasses import asdict
from string import Template

from desktop.system.resources import resource
from desktop.ui.theme.metrics import Metrics
from desktop.ui.theme.tokens import Tokens


def stylesheet_of(tokens: Tokens, metrics: Metrics) -> str:
    """Return the application's stylesheet for a theme and a font."""
    colours = {name: value for name, value in asdict(tokens).items() if isinstance(value, str)}
    lengths = {name: f"{value}px" for name, value in asdict(metrics).items()}
    template = Template(resource("theme", "style.qss").read_text(encoding="utf-8"))
    return template.substitute(
        colours, **lengths, font=f"{tokens.point}pt", title=f"{tokens.point + 4}pt", display=f"{tokens.point + 9}pt"
    )

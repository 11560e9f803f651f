"""How a preview gets its pages: who draws them, and where."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page as pixels: `rgb` holds three bytes per pixel, row after row without padding."""

    width: int
    height: int
    rgb: bytes


class Render(Protocol):
    """Renders a page (from 0) `width_px` pixels wide; called away from the window's thread."""

    def __call__(self, page: int, width_px: int) -> RenderedPage:
        """Return the page; raises Refusal when it cannot be read."""


class Run(Protocol):
    """Runs the work elsewhere and calls one of the two others in the window's thread."""

    def __call__(
        self,
        work: Callable[[], RenderedPage],
        done: Callable[[RenderedPage], None],
        failed: Callable[[Exception], None],
    ) -> object:
        """Start the work."""

"""One page as its checks see it."""

from dataclasses import dataclass

from PIL import Image

LOOK_SIDE = 1100
"""Pixels of the long edge: about 94 dpi on A4, enough to tell the bodies of letters from their marks."""


@dataclass(frozen=True, slots=True)
class PageLook:
    """A page in grey, upright as its file says; `dpi` is None where the page is text or drawing."""

    grey: Image.Image
    dpi: int | None

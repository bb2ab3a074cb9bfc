"""How high tables stand: as high as their rows, until they would push everything else away."""

from collections.abc import Sized
from typing import Literal

TALL = 420  # pixels
_ROWS = 10  # that fit in it


def height(table: Sized, tall: int = TALL) -> int | Literal["content"]:
    """Return the height of a table of some rows. tall: pixels that it takes at most."""
    return tall if len(table) > _ROWS * tall // TALL else "content"

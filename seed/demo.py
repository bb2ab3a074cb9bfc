"""The delivery that `simpul demo` loads into an empty store."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def deliveries() -> tuple[Traversable, ...]:
    """Return the files of the example province, in the order of their names."""
    folder = files("seed") / "deliveries"
    return tuple(sorted(folder.iterdir(), key=lambda file: file.name))

"""Writes seed/deliveries/ anew from seed/province/: `python -m seed.build`."""

from pathlib import Path

from seed.estate import province
from seed.reference_sets import shipped_reference_sets
from seed.workbooks import deliveries

FOLDER = Path(__file__).parent / "deliveries"


def built() -> dict[str, bytes]:
    """Return the files of the delivery as they should be."""
    codes = {code.code: code.name for one in shipped_reference_sets() for code in one.codes}
    return dict(deliveries(province(), codes))


def main() -> None:
    """Write the files, and remove what is no longer part of the delivery."""
    wanted = built()
    FOLDER.mkdir(exist_ok=True)
    for present in FOLDER.iterdir():
        if present.name not in wanted:
            present.unlink()
    for name, content in wanted.items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main()

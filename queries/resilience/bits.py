"""Scenarios as bits of a whole number, and which of them are set."""

from collections.abc import Iterable

import numpy as np

from queries.snapshot.columns import Longs

Bits = int  # one bit for each scenario: those in which something is so
_WORD = 64  # bits


def positions(numbers: Iterable[Bits], width: int) -> tuple[Longs, Longs]:
    """Return which bits are set in which of several numbers, by number. width: of how many bits they are."""
    words = -(-width // _WORD)
    packed = b"".join(number.to_bytes(words * 8, "little") for number in numbers)
    table = np.frombuffer(packed, "<u8").reshape(-1, words)
    row, word = np.nonzero(table)  # most words are zero
    bits = np.unpackbits(table[row, word].view(np.uint8).reshape(-1, 8), axis=1, bitorder="little")
    which, bit = np.nonzero(bits)
    return row[which], word[which] * _WORD + bit

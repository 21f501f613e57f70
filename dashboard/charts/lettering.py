"""How wide a text is, so that lines break and nothing runs out of a picture.

Widths are those of the font that the project carries, which is among the wider ones: whoever lacks
it and reads an svg in another font sees lines that end a little early.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from struct import unpack_from
from typing import Final

FONT: Final = '"Segoe UI", system-ui, -apple-system, "Noto Sans", "DejaVu Sans", sans-serif'
"""Of pages, which are set by the browser."""

PICTURE_FONT: Final = "'DejaVu Sans', 'Segoe UI', system-ui, 'Noto Sans', sans-serif"
"""Of pictures, whose lines are broken before anybody sees them."""

BOUND: Final = re.compile(r"(?<=\d) (?=(?:m\.|d\.|%|€))")
"""A space between a number and what it counts, where no line may end."""

FOLDER: Final = Path(__file__).parent / "fonts"
REGULAR: Final = FOLDER / "DejaVuSans.ttf"
BOLD: Final = FOLDER / "DejaVuSans-Bold.ttf"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line in the unit of its size."""
    known = _advances(BOLD if bold else REGULAR)
    widest = known["W"]
    return size * sum(known.get(letter, widest) for letter in text)


def broken(text: str, most: float, size: float, *, bold: bool = False) -> list[str]:
    """A text in lines no wider than `most`, broken at spaces, and within a word only at need."""
    lines: list[str] = []
    for word in BOUND.sub("\u00a0", text).split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= most:
            lines[-1] = longer
            continue
        lines += _pieces(word, most, size, bold=bold)
    return [line for line in lines if line]


def cut(text: str, most: float, size: float, *, bold: bool = False) -> str:
    """A text that fits into one line, with an ellipsis where something is left out."""
    if width(text, size, bold=bold) <= most:
        return text
    while text and width(f"{text}…", size, bold=bold) > most:
        text = text[:-1].rstrip()
    return f"{text}…"


def _pieces(word: str, most: float, size: float, *, bold: bool) -> list[str]:
    """A word in as many pieces as it needs; a letter is never broken."""
    if width(word, size, bold=bold) <= most:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, bold=bold) > most:
            pieces.append("")
        pieces[-1] += letter
    return pieces


@cache
def _advances(path: Path) -> dict[str, float]:
    """Advance of each letter as a share of the size, read from the font's own tables."""
    font = path.read_bytes()
    tables = {}
    for entry in range(unpack_from(">H", font, 4)[0]):
        tag, _, start, _ = unpack_from(">4sIII", font, 12 + 16 * entry)
        tables[tag] = start
    (unit,) = unpack_from(">H", font, tables[b"head"] + 18)
    (count,) = unpack_from(">H", font, tables[b"hhea"] + 34)
    advances = unpack_from(">" + "Hh" * count, font, tables[b"hmtx"])[::2]
    glyphs = _glyphs(font, tables[b"cmap"])
    return {
        letter: advances[min(glyph, count - 1)] / unit for letter, glyph in glyphs.items() if glyph
    }


def _glyphs(font: bytes, cmap: int) -> dict[str, int]:
    """Number of the glyph of each letter, from the first subtable, which is of format 4."""
    (offset,) = unpack_from(">I", font, cmap + 8)
    table = cmap + offset
    kind, _, _, doubled = unpack_from(">HHHH", font, table)
    if kind != 4:
        raise ValueError(f"the font's letters are in a table of format {kind}, not 4")
    count = doubled // 2
    ends = unpack_from(f">{count}H", font, table + 14)
    starts = unpack_from(f">{count}H", font, table + 16 + doubled)
    deltas = unpack_from(f">{count}H", font, table + 16 + 2 * doubled)
    ranges = table + 16 + 3 * doubled
    found: dict[str, int] = {}
    for at, (start, end, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        (shift,) = unpack_from(">H", font, ranges + 2 * at)
        for letter in range(start, min(end, 0xFFFE) + 1):
            glyph = letter
            if shift:
                where = ranges + 2 * at + shift + 2 * (letter - start)
                (glyph,) = unpack_from(">H", font, where)
            found[chr(letter)] = (glyph + delta) % 0x10000 if glyph or not shift else 0
    return found

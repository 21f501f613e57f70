"""What stands around a picture that leaves the page: title, sentence, notes, source, demo mark.

Where there is little room the letters become smaller, then the sentence is left out, then the
notes. The title, the mark of the demonstration, the source and the address always stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from dashboard.charts.blocks import Block, block, draw_blocks, height
from dashboard.charts.hatch import add_hatch
from dashboard.charts.lettering import PICTURE_FONT
from dashboard.charts.svg import Drawing

if TYPE_CHECKING:
    from dashboard.charts.picture import Caption

SMALLEST = 10.0
"""Size of letters, px, below which nothing is set but sources and notes, which may be 9."""

BODY = 0.58
"""Share of the height that is kept for the picture itself."""


@dataclass(frozen=True)
class Area:
    """A part of a drawing, px."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Setting:
    """A caption set in a size that fits.

    Attributes:
        base: Size of ordinary letters, px.
        head: Blocks above the picture.
        foot: Blocks below it.
    """

    base: float
    head: tuple[Block, ...]
    foot: tuple[Block, ...]


def framed(
    caption: Caption, size: tuple[int, int], look: str, without: frozenset[str] = frozenset()
) -> tuple[Drawing, Area, float]:
    """A drawing with everything around the picture.

    Args:
        caption: The texts.
        size: Width and height in px.
        look: `light` or `dark`.
        without: Parts to leave out: `title`, `sentence`, `source`, `taken`, `notes`.

    Returns:
        The drawing, the area left for the picture, and the size of ordinary letters.
    """
    width, tall = size
    alternative = " ".join(text for text in (caption.title, caption.sentence) if text)
    drawing = Drawing(width, tall, look, alternative)
    drawing.root.set("font-family", PICTURE_FONT)
    add_hatch(drawing.root, "no-data", 1)
    setting = fitting(caption, width, tall, without)
    pad = margin(setting.base)
    top = draw_blocks(drawing, pad, pad, setting.head)
    foot = height(setting.foot)
    draw_blocks(drawing, pad, tall - pad - foot, setting.foot)
    gap = 0.8 * setting.base
    area = Area(pad, top, width - 2 * pad, tall - pad - foot - gap - top)
    return drawing, area, setting.base


def margin(base: float) -> float:
    """Room along the edges."""
    return 1.5 * base


def fitting(caption: Caption, width: float, tall: float, without: frozenset[str]) -> Setting:
    """The largest setting that leaves the picture its share of the height."""
    usual = max(SMALLEST, sqrt(width * tall) / 72)
    for fewer in (frozenset[str](), frozenset({"sentence"}), frozenset({"sentence", "notes"})):
        for share in (1, 0.9, 0.8):
            base = max(SMALLEST, usual * share)
            found = _set(caption, width - 2 * margin(base), base, without | fewer)
            taken = height(found.head) + height(found.foot) + 2 * margin(base)
            if tall - taken >= BODY * tall:
                return found
    room = width - 2 * margin(base)
    return Setting(
        base,
        tuple(item.at_most(2, room) for item in found.head),
        tuple(item.at_most(3, room) for item in found.foot),
    )


def _set(caption: Caption, room: float, base: float, without: frozenset[str]) -> Setting:
    """Head and foot in one size."""
    small = max(9.0, 0.8 * base)
    reading = min(room, 75 * base)  # longer lines are hard to follow
    head = (
        ("title", block(caption.title, room, 1.6 * base, bold=True, gap=0.4 * base)),
        ("demo", block(caption.demo, room, 1.05 * base, bold=True, boxed=True, fill="target",
                       gap=0.6 * base)),
        ("sentence", block(caption.sentence, reading, base, gap=0.8 * base)),
    )  # fmt: skip
    notes = " ".join(caption.notes)
    foot = (
        ("notes", block(notes, room, small, gap=0.4 * base)),
        ("source", block(caption.source, room, small, fill="muted")),
        ("taken", block(caption.taken, room, small, fill="muted")),
    )
    return Setting(
        base,
        tuple(item for name, item in head if name not in without and item.lines),
        tuple(item for name, item in foot if name not in without and item.lines),
    )

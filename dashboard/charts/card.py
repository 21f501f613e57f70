"""The card by which a view is shared: what it is, what it says and its picture, in 1200 × 630 px.

Whoever shows a link shows it small, often no wider than 300 px: the title and the mark of invented
figures are set so that they can be read there, the rest for whoever opens it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

from dashboard.charts.blocks import LEADING, Block, block, draw_blocks
from dashboard.charts.framing import SMALLEST, Area, margin
from dashboard.charts.lettering import PICTURE_FONT, width
from dashboard.charts.small_map import draw_small_map
from dashboard.charts.svg import Drawing

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.charts.picture import Caption

WIDTH, HEIGHT = 1200, 630
"""What those who show links ask for."""

LOOK = "light"
EDGE, GAP = 48.0, 28.0
BAND = 10.0
"""Height of the band of the atlas's colour along the top."""

BRAND = "#0f4c63"
TOP = 112.0
"""Below the brand and the mark."""

TEXTS = 0.35
"""Share of the width for the texts that stand beside a picture."""

TITLES = (50.0, 46.0, 42.0, 38.0, 34.0, 30.0, 26.0)
SENTENCES = (28.0, 26.0, 24.0, 22.0, 20.0)
MARKS = (25.0, 23.0, 21.0, 19.0, 17.0)
"""Sizes of letters that are tried, the best first."""

SMALL = 15.0
"""Letters of the sources and of what signs mean."""


@dataclass(frozen=True)
class SharePicture:
    """What a view shows where it is shared.

    Attributes:
        caption: Title, sentence, source, what signs mean, the mark of invented figures.
        draw: Draws the picture in so many px across and down, as an svg with a `viewBox`; without
            one the country's outline stands for the atlas.
    """

    caption: Caption
    draw: Callable[[float, float], str] | None = None


def draw_card(picture: SharePicture, *, brand: str, sign: str, dated: str) -> str:
    """The card as a file of its own.

    Args:
        picture: What is shared.
        brand: Name of the atlas.
        sign: Its sign, an svg.
        dated: Version and day of the data.
    """
    caption = picture.caption
    drawing = Drawing(WIDTH, HEIGHT, LOOK, f"{caption.title} {caption.sentence}")
    drawing.root.set("font-family", PICTURE_FONT)
    _head(drawing, caption.demo, brand, sign)
    foot = _foot(drawing, caption, dated)
    area = Area(EDGE, TOP, WIDTH - 2 * EDGE, foot - GAP - TOP)
    _beside(drawing, picture, area)
    return drawing.svg()


def unframed(draw: Callable[[int, int], str], zoom: float) -> Callable[[float, float], str]:
    """Draws what has a frame without it, and larger.

    Args:
        draw: Draws a framed picture without captions in so many px.
        zoom: How much larger than in a picture of that size its letters are.
    """

    def drawn(across: float, down: float) -> str:
        edge = margin(SMALLEST)
        wide, tall = across / zoom, down / zoom
        whole = (round(wide + 2 * edge), round(tall + 2 * edge))
        inner = f'viewBox="{edge:g} {edge:g} {wide:.1f} {tall:.1f}"'
        return draw(*whole).replace(f'viewBox="0 0 {whole[0]} {whole[1]}"', inner, 1)

    return drawn


def _head(drawing: Drawing, demo: str, brand: str, sign: str) -> None:
    """Whose it is, and whether its figures are invented."""
    drawing.shape("rect", x=0, y=0, width=WIDTH, height=BAND, fill=BRAND)
    _place(drawing, sign, Area(EDGE, 36, 48, 48))
    drawing.text(EDGE + 62, 71, brand, 32, fill=BRAND, font_weight="bold")
    if demo:
        _mark(drawing, demo, EDGE + 62 + width(brand, 32, bold=True) + GAP)


def _mark(drawing: Drawing, demo: str, left: float) -> None:
    """As large as the room allows, on a ground of its own, so that no small copy hides it."""
    pad, right = 18.0, WIDTH - EDGE
    room = right - left - 2 * pad
    size = next((each for each in MARKS if width(demo, each, bold=True) <= room), MARKS[-1])
    told = block(demo, room, size, bold=True, fill="ground")
    wide = max(width(line, size, bold=True) for line in told.lines) + 2 * pad
    tall = told.height + 14
    top = 60 - tall / 2
    box = {"x": right - wide, "y": top, "width": wide, "height": tall, "rx": 8}
    drawing.shape("rect", **box, fill="target")
    draw_blocks(drawing, right - wide + pad, top + 6, [told])


def _foot(drawing: Drawing, caption: Caption, dated: str) -> float:
    """What signs mean, of which version the data are and whose; returns where it begins."""
    room = WIDTH - 2 * EDGE
    notes = block(" ".join(caption.notes), room, SMALL).at_most(1, room)
    whose = " ".join(filter(None, (dated, caption.source)))
    source = block(whose, room, SMALL, fill="muted").at_most(3, room)
    top = HEIGHT - 22 - notes.height - source.height
    drawing.shape("path", d=f"M{EDGE} {top - 10:.1f}H{WIDTH - EDGE}", stroke="line")
    draw_blocks(drawing, EDGE, top, [notes, source])
    return top - 10


def _beside(drawing: Drawing, picture: SharePicture, area: Area) -> None:
    """Texts at the left, the picture at the right."""
    room = TEXTS * area.width
    title, said = _texts(picture.caption, room, area.height)
    top = area.top + max(0.0, (area.height - title.height - said.height) / 3)
    draw_blocks(drawing, area.left, top, [title, said])
    left = area.left + room + GAP
    place = Area(left, area.top, area.left + area.width - left, area.height)
    draw = picture.draw or _country
    _place(drawing, draw(place.width, place.height), place)


def _texts(caption: Caption, room: float, tall: float) -> tuple[Block, Block]:
    """Title and sentence in the largest letters that leave both whole, else the sentence is cut."""
    title = _title(caption.title, room, 0.62 * tall)
    rest = tall - title.height
    # What the title says already needs not be said twice.
    sentence = caption.sentence.removeprefix(f"{caption.title}: ")
    sentence = sentence[:1].upper() + sentence[1:]
    tried = [block(sentence, room, size) for size in SENTENCES]
    said = next((each for each in tried if each.height <= rest), tried[-1])
    return title, said.at_most(max(0, int(rest / (said.size * LEADING))), room)


def _title(text: str, room: float, tall: float) -> Block:
    """The largest in which no word is broken; in the smallest it is cut."""
    for size in TITLES:
        made = block(text, room, size, bold=True, gap=0.35 * size)
        whole = max(width(word, size, bold=True) for word in text.split(" ")) <= room
        if whole and made.height <= tall:
            return made
    return made.at_most(max(1, int(tall / (TITLES[-1] * LEADING))), room)


def _country(across: float, down: float) -> str:  # noqa: ARG001 - as large as its place
    """The country's outline, which says whose atlas it is and nothing of any figure."""
    return draw_small_map({}, look=LOOK)


def _place(drawing: Drawing, svg: str, area: Area) -> None:
    """Another picture within an area, as large as it can be."""
    inner = fromstring(svg.replace(' xmlns="http://www.w3.org/2000/svg"', ""))  # noqa: S314 - ours
    for name, value in zip(("x", "y", "width", "height"), vars(area).values(), strict=True):
        inner.set(name, f"{value:.1f}")
    drawing.root.append(inner)

"""Slides as one PDF/UA file, a page each in the shape of their stage, set by Typst."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import fromstring, tostring

from dashboard.charts.palette import in_look
from dashboard.sheets.pdf import Unprintable, typeset
from dashboard.slides import ink
from dashboard.slides.content import SourcesBody, WordsBody
from dashboard.slides.drawing import draw_body
from dashboard.slides.stage import WIDE, arrange

if TYPE_CHECKING:
    from dashboard.slides.content import Slide, SlideDeck
    from dashboard.slides.stage import PlacedText, Stage

TEMPLATE: Final = Path(__file__).parent / "deck.typ"
SVG: Final = "{http://www.w3.org/2000/svg}"
MOST_SPOKEN = 2_000
"""Letters of a text alternative, beyond which nobody listens."""


def slides_pdf(deck: SlideDeck, stage: Stage = WIDE) -> bytes:
    """One page a slide, as the room sees it; the presenter's notes stay out.

    The same deck gives the same bytes.

    Raises:
        SheetsMissing: Typst or segno is not installed.
        Unprintable: There is no slide, or a sign that no carried font has.
    """
    if not deck.slides:
        raise Unprintable("A document needs at least one slide.")
    count = len(deck.slides)
    content = {
        "lang": deck.lang,
        "title": deck.title,
        "width": stage.width,
        "ground": in_look(ink.GROUND, deck.look),
        "slides": [
            _page(slide, deck, stage, f"{number} / {count}")
            for number, slide in enumerate(deck.slides, 1)
        ],
    }
    return typeset(TEMPLATE, content, f"The deck “{deck.title}”")


def _page(slide: Slide, deck: SlideDeck, stage: Stage, number: str) -> dict[str, Any]:
    """What the template reads of a slide."""
    placed = arrange(slide, stage)
    svg = draw_body(slide.body, placed.body.width, placed.body.height, look=deck.look)
    is_text = isinstance(slide.body, WordsBody | SourcesBody)
    picture, texts = _parted(svg) if is_text else (svg, [])
    return {
        "title": _block(placed.title, ink.TEXT, deck),
        "sentence": _block(placed.sentence, ink.TEXT, deck),
        "demo": _block(placed.demo, ink.DEMO, deck),
        "small": _block(placed.small, ink.MUTED, deck),
        "body": vars(placed.body),
        "picture": picture,
        "alt": "" if is_text else _spoken(slide),
        "texts": texts,
        "link": deck.address if isinstance(slide.body, SourcesBody) else "",
        "number": number,
        "muted": in_look(ink.MUTED, deck.look),
    }


def _block(placed: PlacedText, fill: str, deck: SlideDeck) -> dict[str, Any]:
    item = placed.block
    return {
        "left": placed.left, "top": placed.top, "lines": item.lines, "size": item.size,
        "bold": item.bold, "boxed": item.boxed, "fill": in_look(fill, deck.look),
    }  # fmt: skip


def _spoken(slide: Slide) -> str:
    """The picture in words: its table, else its sentence."""
    if slide.table is None:
        return slide.sentence or slide.title
    rows = (": ".join([row[0], ", ".join(row[1:])]) for row in slide.table.rows)
    text = f"{slide.table.caption}. {'; '.join(rows)}."
    return text if len(text) <= MOST_SPOKEN else f"{text[:MOST_SPOKEN].rpartition(';')[0]}…"


def _parted(svg: str) -> tuple[str, list[dict[str, Any]]]:
    """A picture of words without its lines, and the lines to be set as text."""
    root = fromstring(svg)  # noqa: S314 - made here
    lines = root.findall(f"{SVG}text")
    for line in lines:
        root.remove(line)
    texts = [
        {
            "x": float(line.get("x", 0)), "y": float(line.get("y", 0)), "line": line.text or "",
            "size": float(line.get("font-size", 0)), "fill": line.get("fill"),
            "bold": line.get("font-weight") == "bold", "end": line.get("text-anchor") == "end",
        }
        for line in lines
    ]  # fmt: skip
    return tostring(root, encoding="unicode"), texts

"""Slides as one PDF/UA file, a page each in the shape of their stage, set by Typst."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element, fromstring, tostring

from dashboard.charts.blocks import LEADING, RISE
from dashboard.charts.lettering import width
from dashboard.charts.palette import in_look
from dashboard.sheets.pdf import Unprintable, typeset
from dashboard.slides import ink
from dashboard.slides.alternative import alternative
from dashboard.slides.content import SourcesBody, WordsBody
from dashboard.slides.drawing import draw_body
from dashboard.slides.stage import WIDE, arrange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dashboard.charts.framing import Area
    from dashboard.slides.content import Slide, SlideDeck
    from dashboard.slides.stage import PlacedText, Stage

TEMPLATE: Final = Path(__file__).parent / "deck.typ"
SVG: Final = "{http://www.w3.org/2000/svg}"


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
        "muted": in_look(ink.MUTED, deck.look),
        "slides": [
            _page(slide, deck, stage, f"{number} / {count}")
            for number, slide in enumerate(deck.slides, 1)
        ],
    }
    return typeset(TEMPLATE, content, f"The deck “{deck.title}”")


def _page(slide: Slide, deck: SlideDeck, stage: Stage, number: str) -> dict[str, Any]:
    """What the template reads of a slide."""
    placed = arrange(slide, stage)
    return {
        "title": _block(placed.title, ink.TEXT, deck),
        "sentence": _block(placed.sentence, ink.TEXT, deck),
        "demo": _block(placed.demo, ink.DEMO, deck),
        "small": _block(placed.small, ink.MUTED, deck),
        "body": vars(placed.body),
        "number": number,
        **_body(slide, placed.body, deck),
    }


def _block(placed: PlacedText, fill: str, deck: SlideDeck) -> dict[str, Any]:
    item = placed.block
    return {
        "left": placed.left, "top": placed.top, "lines": item.lines, "size": item.size,
        "bold": item.bold, "boxed": item.boxed, "fill": in_look(fill, deck.look),
    }  # fmt: skip


def _body(slide: Slide, area: Area, deck: SlideDeck) -> dict[str, Any]:
    """The picture, in words too; of one that is words, these as text over what is left of it."""
    body = slide.body
    svg = draw_body(body, area.width, area.height, look=deck.look)
    if not isinstance(body, WordsBody | SourcesBody):
        return {"picture": svg, "alt": alternative(slide), "texts": []}
    root = fromstring(svg)  # noqa: S314 - made here
    lines = root.findall(f"{SVG}text")
    for line in lines:
        root.remove(line)
    address, alt = (body.address, body.qr_alt) if isinstance(body, SourcesBody) else ("", "")
    return {
        "picture": tostring(root, encoding="unicode"),
        "alt": alt,
        "texts": [_paragraph(part, area, address) for part in _paragraphs(lines)],
    }


def _paragraphs(lines: Iterable[Element]) -> Iterator[list[Element]]:
    """Lines that follow each other as those of one block do, together again."""
    part = list[Element]()
    for line in lines:
        size = _number(line, "font-size")
        down = _number(line, "y") - _number(part[-1], "y") if part else 0
        if part and (size != _number(part[-1], "font-size") or abs(down - LEADING * size) > 1):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _paragraph(part: Sequence[Element], area: Area, address: str) -> dict[str, Any]:
    """Lines of a picture as a text on the page; what stands at the right is the address."""
    first, size = part[0], _number(part[0], "font-size")
    lines = [line.text or "" for line in part]
    bold, at_right = first.get("font-weight") == "bold", first.get("text-anchor") == "end"
    back = width(lines[0], size, bold=bold) if at_right else 0
    return {
        "left": area.left + _number(first, "x") - back,
        "top": area.top + _number(first, "y") - RISE * size,
        "lines": lines, "size": size, "bold": bold, "fill": first.get("fill"),
        "link": address if at_right else "",
    }  # fmt: skip


def _number(line: Element, name: str) -> float:
    return float(line.get(name, 0))

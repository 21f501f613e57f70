"""What the document's script reads: blocks of JSON, in which every text is written already."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from dashboard.charts.lettering import BOUND
from dashboard.slides import ink
from dashboard.slides.drawing.outlined import fill_of

if TYPE_CHECKING:
    from dashboard.slides.content import MapBody, MapYear, Slide

BLOCK = Markup('<script type="application/json" class="{name}">{text}</script>')


def as_block(name: str, content: Any) -> Markup:
    """Data within a page; no text can end the block early."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return BLOCK.format(name=name, text=Markup(text))  # noqa: S704 - escaped above


def titles(title: str, body: MapBody) -> list[str]:
    """The title of a map in each of its years; one that a deck gave it keeps its words."""
    given = title != body.years[body.now].title
    made = [f"{title} ({year.label})" if given else year.title for year in body.years]
    made[body.now] = title
    return made


def movable(slide: Slide, body: MapBody) -> Markup:
    """The years of a map, and which letter puts a spotlight on which municipality."""
    fills = [_fills(body, year) for year in body.years]
    colours = list(dict.fromkeys(fill for year in fills for fill in year))
    return as_block(
        "movable",
        {
            "now": body.now,
            "codes": [place.code for place in body.places],
            "names": [place.name for place in body.places],
            "letters": {place.letter: place.code for place in body.places if place.letter},
            "colours": colours,
            "years": [
                {
                    "title": kept_together(title),
                    **_texts(year),
                    "fills": [colours.index(fill) for fill in filled],
                }
                for title, year, filled in zip(
                    titles(slide.title, body), body.years, fills, strict=True
                )
            ],
        },
    )


def kept_together(text: str) -> str:
    """A text in which no line ends between a number and what it counts."""
    return BOUND.sub("\u00a0", text)


def _fills(body: MapBody, year: MapYear) -> list[str]:
    """As the map is drawn: drawn in, it colours the deck's municipalities alone."""
    return [
        ink.PALE if body.close and place.code not in body.own else fill_of(fill)
        for place, fill in zip(body.places, year.fills, strict=True)
    ]


def _texts(year: MapYear) -> dict[str, Any]:
    return {
        "label": year.label,
        "sentence": kept_together(year.sentence),
        "demo": year.demo,
        "signs": year.signs,
        "told": year.told,
        "counts": ["" if entry.count is None else str(entry.count) for entry in year.legend],
    }

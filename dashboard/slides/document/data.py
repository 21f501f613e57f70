"""What the document's script reads: blocks of JSON, in which every text is written already."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from dashboard.slides.content import MapBody, MapYear

BLOCK = Markup('<script type="application/json" class="{name}">{text}</script>')


def as_block(name: str, content: Any) -> Markup:
    """Data within a page; no text can end the block early."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return BLOCK.format(name=name, text=Markup(text))  # noqa: S704 - escaped above


def movable(body: MapBody) -> Markup:
    """The years of a map, and which letter puts a spotlight on which municipality."""
    colours = list(dict.fromkeys(fill for year in body.years for fill in year.fills))
    return as_block(
        "movable",
        {
            "now": body.now,
            "codes": [place.code for place in body.places],
            "names": [place.name for place in body.places],
            "letters": {place.letter: place.code for place in body.places if place.letter},
            "colours": colours,
            "years": [_year(year, colours) for year in body.years],
        },
    )


def _year(year: MapYear, colours: list[str]) -> dict[str, Any]:
    return {
        "label": year.label,
        "title": year.title,
        "sentence": year.sentence,
        "demo": year.demo,
        "fills": [colours.index(fill) for fill in year.fills],
        "signs": year.signs,
        "told": year.told,
        "counts": ["" if entry.count is None else str(entry.count) for entry in year.legend],
    }

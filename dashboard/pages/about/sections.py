"""Long texts, Markdown files beside this one: `<name>.<language>.md`.

A section is a heading with an id of its own, the same in every language: `## Ribos {#limits}`.
What changes with the catalogue or the data stands in the text as a place to fill in, such as
`{indicators}`, `{price_year}` and `{census}`. A new indicator so explains itself with the words of
the catalogue alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from data.catalog import INDICATORS, PRICE_YEAR, YEARS
from data.peers.features import FEATURES
from data.peers.groups import USUAL_NEAREST
from data.peers.standing import FEWEST, FEWEST_MIDDLE
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.language.i18n import Language
    from data.asking.store import Arrays

HEADING = re.compile(r"^## (?P<title>.+?) \{#(?P<id>[a-z-]+)\}\n", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A part of a text: its id in addresses, its title, and the Markdown under it."""

    id: str
    title: str
    markdown: str


def read_sections(name: str, words: Language, census: Arrays | None = None) -> list[Section]:
    """The sections of a text in a language, places filled in.

    Args:
        name: Of the text.
        words: Language.
        census: As `data.asking.views.census_changes`; without it the text has no table of it.
    """
    path = Path(__file__).parent / f"{name}.{words.code}.md"
    text = path.read_text(encoding="utf-8").replace(
        "{census}", census_table(census, words) if census else ""
    )
    _, *parts = HEADING.split(_filled(text, words))
    return [
        Section(id_, title, markdown.strip())
        for title, id_, markdown in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]


def indicator_methods(words: Language) -> str:
    """A Markdown table of the indicators and how each is computed."""
    head = (words.t("data.indicator.name"), words.t("about.method"))
    rows = [
        (words.t(f"indicator.{found}.name"), words.t(f"indicator.{found}.method"))
        for found in INDICATORS
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---", "---"), *rows))


def feature_table(words: Language) -> str:
    """A Markdown table of what peers are found by and how much it usually counts."""
    head = (words.t("about.feature"), words.t("municipality.file.weights"))
    rows = [
        (words.t(f"peers.feature.{found.id}"), words.t(f"peers.weight.{found.weight}"))
        for found in FEATURES.values()
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---", "---"), *rows))


def census_table(changes: Arrays, words: Language) -> str:
    """A Markdown table of how far the census moved the number of residents."""
    names = {place.code: words.name(place) for place in municipalities()}
    columns = ("municipality", "published", "counted", "change_pct")
    rows = [
        (names[code], words.number(before), words.number(after), words.percent(change, sign=True))
        for code, before, after, change in zip(*map(changes.__getitem__, columns), strict=True)
    ]
    told = (words.t(f"about.census.{name}") for name in ("published", "counted", "change"))
    head = (words.t("table.name"), *told)
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---", *["---:"] * 3), *rows))


def _filled(text: str, words: Language) -> str:
    places = {
        "{indicators}": indicator_methods(words),
        "{features}": feature_table(words),
        "{nearest}": str(USUAL_NEAREST),
        "{fewest}": str(FEWEST),
        "{fewest_middle}": str(FEWEST_MIDDLE),
        "{price_year}": str(PRICE_YEAR),
        "{first_year}": str(YEARS[0]),
        "{last_year}": str(YEARS[-1]),
    }
    for place, value in places.items():
        text = text.replace(place, value)
    return text

"""Long texts, Markdown files beside this one: `<name>.<language>.md`.

A section is a heading with an id of its own, the same in every language: `## Ribos {#limits}`.
What changes with the catalogue stands in the text as a place to fill in: `{indicators}` and
`{price_year}`. A new indicator so explains itself with the words of the catalogue alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from data.catalog import INDICATORS, PRICE_YEAR, YEARS

if TYPE_CHECKING:
    from dashboard.language.i18n import Language

HEADING = re.compile(r"^## (?P<title>.+?) \{#(?P<id>[a-z-]+)\}\n", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A part of a text: its id in addresses, its title, and the Markdown under it."""

    id: str
    title: str
    markdown: str


def read_sections(name: str, words: Language) -> list[Section]:
    """The sections of a text in a language, places filled in."""
    path = Path(__file__).parent / f"{name}.{words.code}.md"
    _, *parts = HEADING.split(_filled(path.read_text(encoding="utf-8"), words))
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


def _filled(text: str, words: Language) -> str:
    places = {
        "{indicators}": indicator_methods(words),
        "{price_year}": str(PRICE_YEAR),
        "{first_year}": str(YEARS[0]),
        "{last_year}": str(YEARS[-1]),
    }
    for place, value in places.items():
        text = text.replace(place, value)
    return text

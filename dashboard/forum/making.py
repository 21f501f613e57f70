"""Makes the slides of a deck."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dashboard.forum.kinds import kinds
from dashboard.indicators.selection import whole_county
from dashboard.slides.content import MapBody, SlideDeck
from dashboard.slides.screen import SAYS
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.language.i18n import Language
    from dashboard.slides.content import Body, Slide


def make_slides(telling: DeckTelling) -> SlideDeck:
    """Every scene of the deck as a slide, in the deck's order."""
    words, deck = telling.words, telling.deck
    return SlideDeck(
        lang="lt" if words.code == "lt" else "en",
        title=words.t("forum.of", whose=whose(deck.select, words)),
        slides=tuple(_slide(telling, scene) for scene in deck.scenes),
        look="dark" if deck.look == "dark" else "light",
        version=telling.atlas.store.version,
        made=words.date(datetime.now(UTC).date()),
        address=telling.address,
        says={key: words.t(f"slides.{key}") for key in SAYS},
    )


def whose(select: Sequence[str], words: Language) -> str:
    """The county, or the names of the municipalities; the country where there are none."""
    county = whole_county(select)
    if county:
        return words.name(county, "full")
    chosen = [place for place in municipalities() if place.code in select]
    return ", ".join(map(words.name, chosen)) or words.t("national.rate")


def _slide(telling: DeckTelling, scene: Scene) -> Slide:
    """A scene's slide, with the title that the deck gives it and the presenter's note."""
    made = replace(kinds()[scene.kind].slide(telling, scene), note=scene.note)
    if not scene.title:
        return made
    shows = "indicator" in kinds()[scene.kind].takes
    sentence = _explained(made.title, made.sentence) if shows else made.sentence
    body = _retitled(telling, scene, made)
    title = body.years[body.now].title if isinstance(body, MapBody) else scene.title
    return replace(made, title=title, sentence=sentence, body=body)


def _retitled(telling: DeckTelling, scene: Scene, made: Slide) -> Body:
    """A map whose year can be moved has a title of each year, which says the year."""
    if not isinstance(made.body, MapBody):
        return made.body
    years = tuple(
        replace(
            year,
            title=telling.words.t("sentence.start", title=scene.title, year=year.label),
            sentence=_explained(year.title, year.sentence),
        )
        for year in made.body.years
    )
    return replace(made.body, years=years)


def _explained(title: str, sentence: str) -> str:
    """A sentence that says what is shown, where the title above does not."""
    return " ".join(filter(None, (f"{title.removesuffix('.')}.", sentence)))

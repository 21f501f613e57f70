"""Every default deck of every county, in both languages, has room on any projector."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.answers import Atlas
from dashboard.forum.deck import PURPOSES
from dashboard.forum.decks import default_deck
from dashboard.forum.making import make_slides
from dashboard.forum.telling import DeckTelling
from dashboard.indicators.selection import members
from dashboard.language.i18n import CODES, language
from dashboard.slides.screen import slides_html
from geo.places import counties
from tests.browser.test_forum_presenting import OVERFLOW
from tests.killing import SOAK

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from data.asking.store import Store

SIZES = ((1024, 768), (1920, 1080))
EVERY = f"""() => [...document.querySelectorAll(".slide")].flatMap((slide) => {{
    slide.hidden = false;
    const found = ({OVERFLOW})(slide.querySelector(".scene"));
    slide.hidden = true;
    // Sources are to be looked up, and may be smaller.
    const isLookedUp = (each) => slide.dataset.kind === "sources" && each.startsWith("small ");
    return found.filter((each) => !isLookedUp(each)).map((each) => `${{slide.id}}: ${{each}}`);
}})"""
MOST_BYTES = 700_000


@pytest.fixture(scope="module")
def told(store: Store) -> Atlas:
    return Atlas(store)


@pytest.mark.soak
@pytest.mark.parametrize("county", counties(), ids=lambda county: county.name_en.split(" ")[0])
def test_no_text_is_cut_or_lies_over_another(
    browser: Browser, told: Atlas, tmp_path: Path, county
) -> None:
    file = tmp_path / "deck.html"
    page = browser.new_page()
    # Counties speak the languages by turns: both together are what takes half a minute.
    turn = counties().index(county) % len(CODES)
    for code in CODES if SOAK else CODES[turn : turn + 1]:
        for purpose in PURPOSES:
            deck = default_deck(purpose, members(county))
            html = slides_html(make_slides(DeckTelling(told, language(code), deck)))
            assert len(html.encode()) <= MOST_BYTES
            file.write_text(html, encoding="utf-8")
            page.goto(file.as_uri())
            for wide, tall in SIZES:
                page.set_viewport_size({"width": wide, "height": tall})
                assert page.evaluate(EVERY) == [], f"{code}, {purpose}, {wide} × {tall}"
    page.close()

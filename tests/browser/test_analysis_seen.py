"""The draft of an analysis in a browser: axe finds nothing, a phone needs no sideways scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from dashboard.analysis.as_html import analysis_html
from dashboard.analysis.making import make_analysis
from dashboard.analysis.outline import OUTLINE
from dashboard.answers import Atlas
from dashboard.language.i18n import language

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from data.asking.store import Store

LESS = {name: OUTLINE[name] for name in ("ngo", "groups", "relation")}
"""Maps, plots, tables across and down: all that looks different."""


@pytest.fixture(scope="module")
def draft(store: Store, browser: Browser) -> Page:
    made = make_analysis(Atlas(store), language("lt"), 2025, "all", LESS)
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.set_content(analysis_html(made))
    return page


def test_axe_finds_nothing(draft: Page) -> None:
    found = Axe().run(draft, options={"resultTypes": ["violations"]}).response["violations"]
    assert [rule["id"] for rule in found] == []


def test_all_pictures_are_painted(draft: Page) -> None:
    painted = draft.evaluate("[...document.images].map(image => image.naturalWidth)")
    assert len(painted) == 5
    assert min(painted) > 0


def test_on_a_phone_only_pictures_and_tables_are_wider(draft: Page) -> None:
    draft.set_viewport_size({"width": 360, "height": 740})
    assert draft.evaluate("document.documentElement.scrollWidth") == 360

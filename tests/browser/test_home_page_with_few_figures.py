"""The first page where only two municipalities are known: it stands, and asks for the others'."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from dashboard.language.i18n import language
from tests.browser.conftest import served
from tests.browser.home_page import PATHS, TALL, beyond_a_phone, resized, wrong
from tests.browser.paper import missing, printed
from tests.browser.test_accessibility import violations
from tests.browser.test_every_page import WIDER
from tests.browser.test_home_page import CODES, WIDTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.asking.store import Store


@pytest.fixture(scope="module")
def server(
    mixed_stores: tuple[Store, Store], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    link = tmp_path_factory.mktemp("few") / "savivalda.duckdb"
    link.symlink_to(mixed_stores[1].path)
    with served(link) as address:
        yield address


@pytest.mark.parametrize("code", CODES)
def test_it_stands_on_every_screen_and_on_one_sheet(stay, code):
    page = stay(PATHS[code])
    for width in WIDTHS:
        resized(page, width, TALL)
        assert (wrong(page), page.evaluate(WIDER)) == ([], []), width
    sheets = printed(page, "A4 upright")
    assert (len(sheets), missing(page, sheets)) == (1, [])
    assert violations(page) == []


@pytest.mark.parametrize("code", CODES)
def test_a_phone_shows_sentence_field_and_country_at_once(stay, code):
    assert beyond_a_phone(stay(PATHS[code])) == []


@pytest.mark.parametrize("code", CODES)
def test_it_says_how_to_bring_in_one_s_own_figures(stay, code):
    words, page = language(code), stay(PATHS[code])
    link = page.get_by_role("link", name=words.t("home.bring.link"))
    answer = page.request.get(link.get_attribute("href"))
    assert words.t("page.check.title") in answer.text()
    expect(page.locator(".demo-badge")).to_have_count(0)

"""Remarks on figures: the scripts show them as the first answer does, and axe finds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import served
from tests.browser.map_page import MapPage
from tests.browser.test_accessibility import violations
from tests.map_address import LT_MAP
from tests.remarked import INDICATOR, SAYS, YEAR, with_remarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

HERE = f"{LT_MAP}?indicator={INDICATOR}&year={YEAR}"


@pytest.fixture(scope="module")
def server(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(with_remarks(database, tmp_path_factory.mktemp("remarked"))) as address:
        yield address


def test_on_the_map_remarks_come_and_go_with_who_is_selected(visit: Callable[..., Page]) -> None:
    plain = visit(f"{HERE}&select=53", java_script_enabled=False).locator("#remarks").inner_html()
    atlas = MapPage(visit(HERE))
    remarks = atlas.page.locator("#remarks")
    expect(remarks).to_be_empty()
    atlas.row("Kėdainių r. sav.").click()
    expect(remarks.locator("li")).to_have_count(3)
    assert remarks.inner_html() == plain
    assert violations(atlas.page) == []
    atlas.row("Kėdainių r. sav.").click()
    expect(remarks).to_be_empty()
    atlas.row("Kėdainių r. sav.").hover()
    expect(atlas.card).to_contain_text(SAYS["figure"]["lt"])
    atlas.page.evaluate(f"savivalda.setYear({YEAR - 1})")
    expect(atlas.card).not_to_contain_text(SAYS["figure"]["lt"])


@pytest.mark.parametrize("path", ["/en/municipality/kedainiai-district", "/en/data"])
def test_axe_finds_nothing_where_remarks_stand(visit: Callable[..., Page], path: str) -> None:
    page = visit(path, color_scheme="dark")
    expect(page.get_by_text(SAYS["wide"]["en"])).to_be_visible()
    assert violations(page) == []

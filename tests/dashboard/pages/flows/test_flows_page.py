"""The page of flows answers whole, in both languages, and never puts real beside invented."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from dashboard.language.i18n import CODES, language
from geo.places import municipalities
from geo.slugs import slug

if TYPE_CHECKING:
    from asgi import Client

PATHS = {"lt": "/srautai", "en": "/en/flows"}
PLACE = {"lt": "/srautai/kedainiu-r", "en": "/en/flows/kedainiai-district"}


@pytest.mark.parametrize("code", CODES)
def test_the_list_leads_to_all_sixty(client: Client, code: str) -> None:
    found = set(re.findall(rf'href="({PATHS[code]}/[^"]+)"', client.page(PATHS[code])))
    assert found == {f"{PATHS[code]}/{slug(place, code)}" for place in municipalities()}


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_both_pictures_their_tables_and_their_files(client: Client, code: str) -> None:
    words, html = language(code), unescape(client.page(PLACE[code], "?year=2025"))
    assert html.count('class="sankey"') == html.count('class="treemap"') == 2, "wide and narrow"
    for column in ("recipient_kind", "area", "mode", "amount", "share", "recipients"):
        assert f">{words.t(f'flows.column.{column}')}</th>" in html
    assert words.t("demo.badge") in html
    assert words.t("demo.figures") in html
    for room in ("flows", "treemap"):
        for kind in ("csv", "xlsx", "svg", "png"):
            assert f'href="/download/{code}/{room}/53.{kind}?year=2025"' in html
    recipients = {"lt": "/gavejai/D53-0001", "en": "/en/recipients/D53-0001"}
    assert f'href="{recipients[code]}"' in html


def test_the_table_has_every_flow_that_the_picture_draws(client: Client) -> None:
    html = unescape(client.page(PLACE["en"], "?year=2025"))
    table = html.partition('id="sankey-table"')[2].partition("</details>")[0]
    drawn = set(re.findall(r"<title>([^<]+) → ([^<]+) → ([^<]+): (€[\d,]+) \(", html))
    assert len(drawn) > 40
    for path in drawn:
        cells = [rf"<t[hd][^>]*>{re.escape(cell)}</t[hd]>" for cell in path]
        assert re.search("".join(cells), table), path


def test_real_figures_and_invented_ones_are_never_on_one_page(client: Client) -> None:
    real = client.page("/srautai/vilniaus-m", "?year=2020")
    assert "D13-" not in real
    assert "demo-badge" not in real
    assert "real-badge" in real
    invented = client.page("/srautai/vilniaus-m", "?year=2023")
    assert set(re.findall(r"/gavejai/(\w)", invented)) == {"D"}
    assert "demo-badge" in invented


def test_without_a_year_the_newest_real_one_is_shown(client: Client) -> None:
    assert ": Vilniaus miesto savivaldybė, 2022 m.</h1>" in client.page("/srautai/vilniaus-m")
    assert ": Kėdainių rajono savivaldybė, 2025 m.</h1>" in client.page("/srautai/kedainiu-r")
    invented = client.page("/srautai/vilniaus-m", "?figures=demo")
    assert ": Vilniaus miesto savivaldybė, 2025 m.</h1>" in invented


def test_another_spelling_moves_and_an_unknown_one_is_not_there(client: Client) -> None:
    moved = client.get("/srautai/53?year=2019")
    assert (moved.status_code, moved.headers["location"]) == (308, "/srautai/kedainiu-r?year=2019")
    missing = client.get("/srautai/kedainiu-rajn")
    assert missing.status_code == 404
    assert 'href="/srautai/kedainiu-r"' in missing.text


HOSTILE = (
    "?year=1990",
    "?area=%00",
    "?kind='--",
    f"?area={'x' * 5000}",
    "?figures=%ed%a0%80",
    "?year=2025&area=%F0%9F%98%80",
)


@pytest.mark.parametrize("query", HOSTILE)
def test_whatever_is_asked_is_answered(client: Client, query: str) -> None:
    assert client.get(f"/srautai/kedainiu-r{query}").status_code == 200


def test_an_unknown_value_is_told(client: Client) -> None:
    assert "„wealth“ (area)" in unescape(client.page("/srautai/kedainiu-r", "?area=wealth"))

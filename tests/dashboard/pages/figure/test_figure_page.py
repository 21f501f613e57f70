"""The page that tells how a figure was made says all of it, in both languages."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from asgi import Client

from dashboard.app import create_app
from dashboard.config import Settings
from data.asking.store import Store
from tests.built import quick_build
from tests.data.parts.conftest import sources_with_transfers
from tests.sent import sent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONG, ODD = "a" * 5000, ("'; DROP TABLE entity; --", "🦄", "\ud83d", "0", "-1", "9" * 40)
PATHS = {"lt": "/skaicius", "en": "/en/figure"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    var = sent(tmp_path_factory)
    with (
        Store(var / "savivalda.duckdb") as store,
        Client(create_app(Settings(), store).server) as opened,
    ):
        yield opened


def text(page: str) -> str:
    """What is read on a page."""
    body = page[page.index("<main") : page.index("</main>")]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).replace("\u00a0", " ").split())


def test_the_formula_stands_with_its_numbers_and_where_each_is_from(client: Client) -> None:
    query = "?indicator=ngo_competition&unit=constant_per_resident&municipality=53&year=2023"
    said = text(client.page(PATHS["en"], query))
    assert "€750.25 × 1.0" in said
    assert "÷ 45,0" in said or "÷ 44," in said
    for part in ("Numerator", "Price factor", "Residents", "sum of 2 rows", "consumer price"):
        assert part in said
    assert "Standard forms sent by municipalities (2026-11-21)" in said


def test_a_row_of_a_form_names_its_sheet_and_cells(client: Client) -> None:
    query = "?indicator=ngo_competition&municipality=53&year=2023"
    said = text(client.page(PATHS["lt"], query))
    assert "2023 m. forma, gauta 2026-11-21" in said
    assert "lapas „Asignavimai“" in said
    assert "J7" in said
    assert "450,25 €" in said
    assert "Priimta, 2026-11-21" in said


def test_a_sum_of_transfers_names_the_part_that_it_is_of(tmp_path: Path) -> None:
    target = tmp_path / "savivalda.duckdb"
    quick_build(target, sources=sources_with_transfers(tmp_path / "sources"))
    with Store(target) as store, Client(create_app(Settings(), store).server) as opened:
        for code, said in (
            ("lt", "2024 m. pavedimų suma, paimta 2026-11-20"),
            ("en", "sum of transfers of 2024, taken 2026-11-20"),
        ):
            page = text(opened.page(PATHS[code], "?indicator=total&municipality=11&year=2024"))
            assert said in page
            assert "„“" not in page, "it has no sheet"


def test_an_invented_figure_says_so_and_a_corrected_one_what_it_was(client: Client) -> None:
    query = "?indicator=total&unit=eur&area=culture&municipality=41&year=2022"
    for code, invented, fixed in (
        ("lt", "sugalvota", "Pataisyta: buvo 9316474.66, yra 9361474.66"),
        ("en", "invented", "Corrected: was 9316474.66, is 9361474.66"),
    ):
        said = text(client.page(PATHS[code], query))
        assert invented in said
        assert fixed in said


def test_the_country_lists_the_municipalities_that_it_is_made_of(client: Client) -> None:
    page = client.page(PATHS["en"], "?indicator=success_rate&year=2022")
    places = [unescape(link) for link in re.findall(r'href="(/en/figure\?[^"]+)"', page)]
    assert sum("municipality=" in link for link in places) == 60
    assert "Municipalities counted:" in text(page)
    assert "No data" in text(page)


def test_where_there_is_no_figure_the_page_says_why(client: Client) -> None:
    said = text(client.page(PATHS["en"], "?indicator=openness&municipality=13&year=2022"))
    assert "no data" in said.lower()
    assert "Taken from a published table" in said
    assert "Formula" not in said


def test_many_rows_come_page_by_page_and_all_of_them_in_the_file(client: Client) -> None:
    query = "?indicator=total&unit=eur&municipality=13&year=2022"
    first = client.page(PATHS["en"], query)
    second = client.page(PATHS["en"], f"{query}&page=2")
    last = client.page(PATHS["en"], f"{query}&page=99999")
    assert "page 1 of 50" in text(first)
    assert "page 2 of 50" in text(second)
    assert "page 50 of 50" in text(last)
    rows = client.get(f"/download/en/figure.csv{query}&columns=plain").text.strip().split("\n")
    assert len(rows) == 1 + 1242


def test_the_query_of_a_map_leads_to_the_first_that_it_has_selected(client: Client) -> None:
    query = "?indicator=total&unit=eur&year=2023&select=53,13&zoom=2,24,55&names=1"
    page = client.page(PATHS["en"], query)
    assert "Kėdainiai District: Total paid out, 2023" in text(page)
    assert "year=2023" in page


@pytest.mark.parametrize("name", ["indicator", "unit", "area", "municipality", "year", "figures"])
def test_nonsense_is_noted_and_the_usual_is_shown(client: Client, name: str) -> None:
    for value in (LONG, *ODD):
        shown = client.request("GET", PATHS["en"], params={name: value.encode("utf-8", "replace")})
        assert shown.status_code == 200
        assert 'class="formula"' in shown.text or "country-title" in shown.text


def test_files_of_both_kinds_say_what_they_are(client: Client) -> None:
    query = "?indicator=ngo_any&municipality=53&year=2024"
    told = client.get(f"/download/lt/figure.csv{query}").text
    assert "# " in told
    assert "/skaicius?indicator=ngo_any" in told
    assert client.get(f"/download/lt/figure.xlsx{query}").content[:2] == b"PK"
    assert client.get(f"/download/lt/figure.pdf{query}").status_code == 404

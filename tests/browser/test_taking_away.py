"""What visitors take away: tables with unit and source, pictures that explain themselves."""

from __future__ import annotations

import base64
import csv
import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from tests.browser.map_page import HATCHED, MapPage, taken
from tests.map_address import EN_MAP, LT_MAP

if TYPE_CHECKING:
    from playwright.sync_api import Locator

QUERY = "?indicator=ngo_competition&area=culture&year=2020&select=13"
SVG = "{http://www.w3.org/2000/svg}"

# Size, and how many pixels have each colour of a list, "r,g,b" to count.
PIXELS = """async ([source, colours]) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement("canvas");
    const { width, height } = Object.assign(canvas, { width: image.width, height: image.height });
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, width, height);
    const found = Object.fromEntries(colours.map((colour) => [colour, 0]));
    for (let at = 0; at < data.length; at += 4) {
        const colour = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
        if (colour in found) found[colour] += 1;
    }
    return [width, height, found];
}"""


def link(atlas: MapPage, kind: str) -> Locator:
    """The link to the table or to the map as a file."""
    return atlas.page.locator(f".notes .downloads a[href*='.{kind}']").first


@pytest.mark.parametrize(
    ("path", "unit", "demo", "figure"),
    [
        (
            LT_MAP,
            "€ vienam gyventojui",
            "Demonstraciniai duomenys",
            "Išmokėta NVO konkurso būdu (kultūra)",
        ),
        (
            EN_MAP,
            "€ per resident",
            "Demonstration data",
            "Paid to NGOs by competition (culture)",
        ),
    ],
    ids=["lt", "en"],
)
def test_csv_holds_all_years_with_unit_source_and_demo_mark(visit, store, path, unit, demo, figure):
    atlas = MapPage(visit(f"{path}{QUERY}"))
    name, content = taken(atlas.page, link(atlas, "csv"))
    assert name == "savivalda-ngo-competition-per-resident-culture.csv"
    text = content.decode("utf-8-sig")
    notes = [line for line in text.splitlines() if line.startswith("#")]
    assert any(unit in line for line in notes)
    assert any(store.version in line for line in notes)
    assert any(atlas.page.locator("#map-source").inner_text()[:30] in line for line in notes)
    rows = list(csv.DictReader(io.StringIO(text.split("\n", len(notes))[-1])))
    assert len(rows) == 61 * 11, "those of the country too"
    assert all(figure in row.values() for row in rows)
    assert all({unit, store.version} <= set(row.values()) for row in rows)
    real = [row for row in rows if demo not in row.values()]
    assert {row[next(iter(row))] for row in real} == {"13"}, "all others are invented, and say so"
    assert {row[next(iter(row))] for row in rows} >= {"11", "13", "53"}


def test_xlsx_holds_the_same(visit, store):
    atlas = MapPage(visit(f"{EN_MAP}{QUERY}"))
    name, content = taken(atlas.page, link(atlas, "xlsx"))
    assert name.endswith(".xlsx")
    with ZipFile(io.BytesIO(content)) as book:
        words = book.read("xl/sharedStrings.xml").decode()
        sheets = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        rows = book.read("xl/worksheets/sheet1.xml").decode().count("<row ")
    assert sheets == ["Data", "About"]
    assert rows == 61 * 11 + 1
    for word in ("€ per resident", "Demonstration data", "DEMONSTRATION FIGURES", store.version):
        assert word in words
    assert "CC BY 4.0" in words


def test_png_shows_the_map_in_its_colours(visit):
    atlas = MapPage(visit(f"{EN_MAP}{QUERY}"))
    name, content = taken(atlas.page, link(atlas, "png"))
    assert name == "savivalda-ngo-competition-per-resident-2020.png"
    colours = [item.colour for item in atlas.legend() if item.count and "–" in item.label]
    address = f"data:image/png;base64,{base64.b64encode(content).decode()}"
    width, height, found = atlas.page.evaluate(PIXELS, [address, [*colours, "rgb(255, 255, 255)"]])
    assert (width, height) == (3200, 2000)
    assert all(found[colour] > 5_000 for colour in colours)
    assert found["rgb(255, 255, 255)"] < 0.9 * width * height


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_svg_says_what_it_is_and_whence(visit, store, scheme):
    """In the colours of the page, if it is asked for in the page's look."""
    atlas = MapPage(visit(f"{LT_MAP}{QUERY}", color_scheme=scheme))
    address = link(atlas, "svg").get_attribute("href")
    content = atlas.page.request.get(f"{address}&look={scheme}").body()
    drawing = ElementTree.fromstring(content)
    said = " ".join(
        " ".join("".join(text.itertext()).split()) for text in drawing.iter(f"{SVG}text")
    )
    for words in (atlas.title, atlas.sentence, atlas.page.locator("#map-source")):
        for word in words.inner_text().split():
            assert word in said
    assert "DEMONSTRACINIAI, NE TIKRI SKAIČIAI." in said
    assert store.version in said
    assert "Vilniaus m. sav." in said
    assert f"{datetime.now(UTC):%Y-%m-%d}: {atlas.page.url}" in said
    shapes = {path.get("data-code"): path.get("fill") for path in drawing.iter(f"{SVG}path")}
    assert {code: hexadecimal(colour) for code, colour in atlas.fills().items()} == {
        code: colour for code, colour in shapes.items() if code
    }
    addresses = re.findall(rb"http://[^ <\"]+", content)
    assert {*addresses} == {
        b"http://www.w3.org/2000/svg",
        atlas.page.url.replace("&", "&amp;").encode(),
    }


@pytest.mark.parametrize("kind", ["trend", "ranking"])
def test_trend_and_ranking_can_be_taken_as_they_are_looked_at(visit, kind):
    atlas = MapPage(visit(f"{EN_MAP}{QUERY}"))
    atlas.set_year(2018)
    atlas.in_address("?indicator=ngo_competition&area=culture&year=2018&select=13")
    panel = atlas.page.locator(f".panel-{kind}")
    name, content = taken(atlas.page, panel.get_by_role("link", name=re.compile("SVG")))
    assert name == f"savivalda-{kind}-ngo-competition-per-resident-2018.svg"
    assert b"DEMONSTRATION FIGURES" in content
    assert b"year=2018" in content


def hexadecimal(colour: str) -> str:
    """`rgb(1, 2, 3)` as `#010203`; hatching as pictures have it."""
    if colour == HATCHED:
        return "url(#no-data-map)"
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour))


def test_a_picture_has_an_address_that_stays(visit, server):
    """What is looked at stands in it, so that it can be put into a page or a mail."""
    atlas = MapPage(visit(f"{EN_MAP}{QUERY}"))
    atlas.set_year(2018)
    atlas.row("Neringa").click()
    atlas.in_address("?indicator=ngo_competition&area=culture&year=2018&select=13,23")
    address = link(atlas, "svg").get_attribute("href")
    assert address.startswith(f"{server}/download/en/map.svg?")
    text = atlas.page.request.get(address).text()
    assert "2018" in text
    assert "Neringa" in text


def test_pictures_leave_the_page_as_it_was(visit):
    atlas = MapPage(visit(f"{EN_MAP}{QUERY}"))
    before = atlas.fills(), atlas.page.locator("#map").inner_html()
    taken(atlas.page, link(atlas, "svg"))
    assert (atlas.fills(), atlas.page.locator("#map").inner_html()) == before
    atlas.set_year(2021)
    assert atlas.fills() != before[0]

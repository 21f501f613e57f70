"""What is taken away of flows is what the page shows, and says whose it is and when."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pandas as pd
import pytest
from openpyxl import load_workbook

from data.asking.flows import flows

if TYPE_CHECKING:
    from asgi import Client

    from data.asking.store import Store

MARKS = {"lt": "DEMONSTRACINIAI", "en": "DEMONSTRATION"}


@pytest.mark.parametrize("room", ["flows", "treemap"])
@pytest.mark.parametrize(("place", "year", "demo"), [("53", 2025, True), ("13", 2020, False)])
def test_the_plain_table_has_every_row_with_its_source(
    client: Client, store: Store, room: str, place: str, year: int, *, demo: bool
) -> None:
    answer = client.get(f"/download/lt/{room}/{place}.csv?year={year}&columns=plain")
    table = pd.read_csv(StringIO(answer.text), dtype={"code": str, "entity": str})
    expected = flows(store, place, year)[("flows", "treemap").index(room)]
    assert list(table["executed"]) == pytest.approx(list(expected["executed"]))
    assert table["share"].sum() == pytest.approx(100, abs=0.01)
    assert set(table["year"]) == {year}
    assert set(table["demo"]) == {demo}
    assert set(table["source"]) == {"demo" if demo else "vilnius"}


@pytest.mark.parametrize("room", ["flows", "treemap"])
@pytest.mark.parametrize("code", MARKS)
def test_a_book_for_people_says_what_it_is(client: Client, room: str, code: str) -> None:
    answer = client.get(f"/download/{code}/{room}/53.xlsx?year=2025&area=sport")
    data, about = load_workbook(BytesIO(answer.content)).worksheets
    told = " ".join(str(cell.value) for line in about.iter_rows() for cell in line)
    assert MARKS[code] in told
    assert "2025" in told
    assert data.max_row > 5


@pytest.mark.parametrize("room", ["flows", "treemap"])
@pytest.mark.parametrize("code", MARKS)
def test_pictures_carry_title_sentence_source_date_and_mark(
    client: Client, room: str, code: str
) -> None:
    svg = client.get(f"/download/{code}/{room}/53.svg?year=2025&look=dark").text
    root = fromstring(svg)
    alternative = root[0].text
    said = " ".join(text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text"))
    for text in (MARKS[code], "2025", f"{datetime.now(UTC):%Y-%m-%d}", "http://atlas.test/"):
        assert text in said
    assert "NVO" in alternative or "NGO" in alternative
    assert "#18232d" in svg


def test_a_picture_of_real_figures_has_no_mark(client: Client) -> None:
    svg = client.get("/download/en/treemap/13.svg?year=2020").text
    assert "DEMONSTRATION" not in svg
    assert "payment requests" in svg


@pytest.mark.parametrize("room", ["flows", "treemap"])
def test_a_png_comes_too(client: Client, room: str) -> None:
    answer = client.get(f"/download/lt/{room}/23.png?year=2017")
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert "savivalda-srautai" in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/download/lt/flows/99.csv", 404, ""),
        ("/download/de/flows/53.csv", 404, ""),
        ("/download/lt/flows/53.pdf", 404, ""),
        ("/download/lt/flows/54.svg?year=2018", 400, "neatsakyta"),
        ("/download/lt/flows/53.csv?columns=x", 400, "columns"),
    ],
)
def test_what_there_is_not_is_refused(client: Client, path: str, status: int, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert said in answer.text

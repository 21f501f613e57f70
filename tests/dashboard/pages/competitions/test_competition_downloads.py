"""What is taken away of the competitions is what is found, all of it, and says what it is."""

from __future__ import annotations

from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pandas as pd
import pytest
from openpyxl import load_workbook

from dashboard.language.i18n import CODES
from data.asking.competitions import CompetitionFilter, competition_list

if TYPE_CHECKING:
    from asgi import Client

    from dashboard.answers import Atlas

QUERY = "year=2024&area=culture&sort=-awarded&page=2"
MARK = {"lt": "DEMONSTRACINIAI", "en": "DEMONSTRATION"}


def test_the_plain_table_is_the_whole_list_with_its_sources(client: Client, atlas: Atlas) -> None:
    answer = client.get(f"/download/lt/competitions.csv?{QUERY}&columns=plain")
    table = pd.read_csv(StringIO(answer.text), dtype={"municipality": str})
    asked = CompetitionFilter(year=2024, area="culture")
    rows = competition_list(atlas.store, asked, demo=True, sort="-awarded", most=10**6)
    assert [*table["key"]] == [*rows["key"]]
    for name in ("budget", "applications", "funded", "requested", "awarded"):
        assert table[name].tolist() == rows[name].tolist()
    assert [*table["announced"]] == [*rows["announced"].dt.strftime("%Y-%m-%d")]
    assert table["demo"].all()
    assert {*table["source"]} == {"demo"}
    assert table["retrieved"].notna().all()
    assert {*table["data_version"]} == {atlas.store.version}


@pytest.mark.parametrize("code", CODES)
def test_tables_for_people_say_what_they_are(client: Client, atlas: Atlas, code: str) -> None:
    answer = client.get(f"/download/{code}/competitions.xlsx?{QUERY}")
    data, about = load_workbook(BytesIO(answer.content)).worksheets
    asked = CompetitionFilter(year=2024, area="culture")
    rows = competition_list(atlas.store, asked, demo=True, most=10**6)
    assert data.max_row == 1 + len(rows)
    assert MARK[code] in " ".join(str(cell.value) for line in about.iter_rows() for cell in line)
    excel = client.get(f"/download/{code}/competitions.csv?{QUERY}&for=excel")
    assert MARK[code] in excel.text
    assert "-excel.csv" in excel.headers["content-disposition"]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["calendar", "success"])
def test_pictures_have_mark_source_and_address(client: Client, code: str, name: str) -> None:
    answer = client.get(f"/download/{code}/competitions/{name}.svg?county=utena-county&look=dark")
    root = fromstring(answer.text)
    said = " ".join(each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text"))
    assert MARK[code] in said
    assert "county=utena-county" in said
    assert answer.headers["content-type"] == "image/svg+xml"
    png = client.get(f"/download/{code}/competitions/{name}.png?county=utena-county")
    assert png.content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("path", "status"),
    [("lt/competitions.pdf", 404), ("xx/competitions.csv", 404), ("lt/competitions/map.svg", 404),
     ("lt/competitions/calendar.gif", 404), ("en/competitions.csv?q=zzz", 400),
     ("en/competitions/calendar.svg?q=zzz", 400), ("en/competitions.csv?columns=many", 400)],
)  # fmt: skip
def test_what_there_is_not_is_refused(client: Client, path: str, status: int) -> None:
    assert client.get(f"/download/{path}").status_code == status

"""What is taken away of municipalities side by side is what the page shows, with its sources."""

from __future__ import annotations

from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import numpy as np
import pandas as pd
import pytest
from openpyxl import load_workbook

from dashboard.language.i18n import language
from dashboard.peers.comparing import read_compare_state, read_comparison
from data.catalog import INDICATORS

if TYPE_CHECKING:
    from asgi import Client

    from dashboard.answers import Atlas

QUERY = "select=13,53,57,74&year=2019&unit=eur"


def test_the_plain_table_has_every_figure_place_flag_and_source(
    client: Client, atlas: Atlas
) -> None:
    answer = client.get(f"/download/lt/compare.csv?{QUERY}&columns=plain")
    table = pd.read_csv(StringIO(answer.text), dtype={"code": str})
    compared = read_comparison(atlas, read_compare_state(QUERY, 6))
    assert len(table) == 4 * len(INDICATORS)
    for (_, line), (name, it, at) in zip(
        table.iterrows(),
        ((name, it, at) for name, it in compared.indicators.items() for at in range(4)),
        strict=True,
    ):
        place, own = it.places[at], it.members[at]
        assert (line["indicator"], line["year"]) == (name, 2019)
        assert line["unit"] == it.shown.view.unit
        assert line["state"] == it.shown.states[it.row, own]
        assert np.isclose(line["value"], it.shown.values[it.row, own], equal_nan=True)
        expected = (place.rank, place.count) if place else (np.nan, np.nan)
        np.testing.assert_equal((line["rank"], line["count"]), expected)
        assert line["demo"] == it.shown.marks["demo"][it.row, own]
    first = table[(table["code"] == "13") & (table["indicator"] == "total")].iloc[0]
    assert not first["demo"]
    assert first["provisional"]
    assert "vilnius" in first["source"]
    assert "demo" not in first["source"].split()
    assert "demo" in table[table["code"] == "53"].iloc[0]["source"].split()


@pytest.mark.parametrize(("code", "mark"), [("lt", "DEMONSTRACINIAI"), ("en", "DEMONSTRATION")])
def test_tables_for_people_say_what_they_are(client: Client, code: str, mark: str) -> None:
    answer = client.get(f"/download/{code}/compare.xlsx?{QUERY}")
    book = load_workbook(BytesIO(answer.content))
    data, about = book.worksheets
    assert data.max_row == 1 + 4 * len(INDICATORS)
    assert mark in " ".join(str(cell.value) for line in about.iter_rows() for cell in line)
    excel = client.get(f"/download/{code}/compare.csv?{QUERY}&for=excel")
    assert mark in excel.text
    assert ".".join(["-excel", "csv"]) in excel.headers["content-disposition"]
    assert ";" in excel.text.splitlines()[-1]


@pytest.mark.parametrize("code", ["lt", "en"])
def test_the_picture_names_all_figures_their_source_and_that_some_are_invented(
    client: Client, code: str
) -> None:
    answer = client.get(f"/download/{code}/compare.svg?{QUERY}&look=dark")
    said = " ".join(fromstring(answer.text).itertext())
    assert language(code).t("demo.figures_mixed") in said
    assert {"lt": "Kėdainių r.", "en": "Kėdainiai District"}[code] in said
    assert "select=13,53,57,74&year=2019&unit=eur" in said
    assert "2026-" in said, "days of sources"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/download/en/compare.csv?select=13", 400),
        (f"/download/en/compare.csv?{QUERY}&columns=odd", 400),
        ("/download/de/compare.csv?select=13,53", 404),
        ("/download/en/compare.pdf?select=13,53", 404),
    ],
)
def test_what_there_is_not_is_refused(client: Client, address: str, status: int) -> None:
    assert client.get(address).status_code == status

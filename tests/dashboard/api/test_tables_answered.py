"""Every table answers by address: in parts that make the whole, in forms that say the same."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import duckdb
import jsonschema_rs
import pytest

from dashboard.language.i18n import CODES
from dashboard.resources.params import key_columns
from dashboard.resources.registry import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

    from asgi import Client

    from data.asking.store import Store

V1 = "/api/v1"


@pytest.fixture(scope="module")
def described(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/openapi.json?lang=en").json()
    return found


def test_rows_are_as_the_description_says(
    client: Client, address: str, resource: str, described: dict[str, Any]
) -> None:
    answer = client.get(f"{address}limit=2000")
    assert answer.status_code == 200, answer.text
    name = "".join(part.title() for part in resource.split("_"))
    schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
    jsonschema_rs.validator_for(schema, validate_formats=True).validate(answer.json())
    meta = answer.json()["meta"]
    assert meta["count"] == len(answer.json()["data"]) <= meta["total"]
    assert answer.headers["total-count"] == str(meta["total"])
    assert meta["demo"] == bool(meta["demonstration"])
    assert meta["version"] in meta["source"]


def test_a_row_has_an_address_of_its_own(client: Client, address: str, resource: str) -> None:
    key = key_columns(RESOURCES[resource])
    rows = client.get(f"{address}limit=3").json()["data"]
    for row in rows:
        if any(row[name] is None for name in key):
            continue  # what is not known cannot be asked for
        end = "/".join(quote(str(row[name]), safe="") for name in key)
        found = client.get(address.replace("?", f"/{end}?", 1))
        assert found.status_code == 200, found.text
        assert found.json()["data"] == row


@pytest.mark.parametrize("name", ["competitions", "commitments", "codes"])
def test_parts_make_the_whole_in_the_same_order(client: Client, name: str) -> None:
    whole = client.get(f"{V1}/{name}?limit=140").json()
    found: list[Any] = []
    page: str | None = f"{V1}/{name}?limit=20"
    while page and len(found) < 140:
        answer = client.get(page)
        found += answer.json()["data"]
        page = answer.json()["next"]
        assert (f'<{page}>; rel="next"' in answer.headers["link"]) == (page is not None)
    assert found == whole["data"]
    assert (page is None) == (whole["meta"]["total"] <= 140)


@pytest.mark.parametrize("name", ["municipalities", "recipients", "figures?indicator=total"])
def test_json_csv_and_parquet_say_the_same(client: Client, name: str, tmp_path: Path) -> None:
    ask = f"{V1}/{name}{'&' if '?' in name else '?'}limit=50&"
    rows, text = client.get(ask).json()["data"], client.get(f"{ask}format=csv")
    assert text.headers["content-type"].startswith("text/csv; charset=utf-8")
    assert "\r\n" in text.text
    table = list(csv.DictReader(StringIO(text.text, newline="")))
    assert [
        {name: "" if value is None else str(value).lower() for name, value in row.items()}
        for row in rows
    ] == [
        {name: value.lower() for name, value in row.items() if name != "provenance"}
        for row in table
    ]
    file = tmp_path / "rows.parquet"
    file.write_bytes(client.get(f"{ask}format=parquet").content)
    frame = duckdb.connect().from_parquet(str(file))
    assert frame.columns == [*rows[0], "provenance"]
    assert [dict(zip(rows[0], row[:-1], strict=True)) for row in frame.fetchall()] == rows


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_file_carries_its_mark_and_source_whatever_columns_are_wanted(
    client: Client, form: str
) -> None:
    answer = client.get(f"{V1}/receipts?municipality=53&fields=paid&limit=3&format={form}")
    if form == "csv":
        rows = list(csv.DictReader(StringIO(answer.text)))
        assert list(rows[0]) == ["paid", "demo", "source", "provenance"]
        assert rows[0]["demo"] == "true"
        assert "DEMONSTRACINIAI" in rows[0]["provenance"]
    else:
        assert all(name in answer.content for name in (b"demo", b"source", b"provenance"))
    told = client.get(f"{V1}/receipts?municipality=53&fields=paid&limit=3").json()
    assert told["meta"]["demo"] is True
    assert list(told["data"][0]) == ["paid"]


def test_a_text_that_a_spreadsheet_would_run_is_not_run(client: Client) -> None:
    from dashboard.api.rows import FORMULA, _cell  # noqa: PLC0415

    assert FORMULA.match("=1+1")
    assert _cell("=1+1", guarded=True) == "'=1+1"
    assert _cell(-1.5, guarded=False) == -1.5


def test_amounts_rank_no_real_row_with_an_invented_one(client: Client) -> None:
    rows = client.get(f"{V1}/recipients?sort=-paid&fields=paid,demo&limit=10000").json()["data"]
    marks = [row["demo"] for row in rows]
    assert {*marks} == {False, True}, "there are both"
    assert marks == sorted(marks)
    for mark in (False, True):
        paid = [row["paid"] for row in rows if row["demo"] is mark and row["paid"] is not None]
        assert paid == sorted(paid, reverse=True)


@pytest.mark.parametrize("code", CODES)
def test_names_are_in_the_language_that_is_asked_for(client: Client, code: str) -> None:
    row = client.get(f"{V1}/municipalities/53?lang={code}").json()
    assert row["data"]["name"] == {"lt": "Kėdainių r. sav.", "en": "Kėdainiai District"}[code]
    assert row["meta"]["language"] == code


def test_filters_and_bounds_leave_what_they_say(client: Client) -> None:
    asked = "indicator=total&municipality=13,53&year_from=2019&year_to=2020&sort=-year"
    rows = client.get(f"{V1}/figures?{asked}").json()["data"]
    assert [(row["year"], row["municipality"]) for row in rows] == [
        (2020, "13"), (2020, "53"), (2019, "13"), (2019, "53"),
    ]  # fmt: skip


def test_one_figure_comes_with_its_trace(client: Client, store: Store) -> None:
    ask = f"{V1}/figure?indicator=total&municipality=13&year=2020&lang=en"
    told = client.get(ask).json()["data"]
    figures = client.get(f"{V1}/figures/13/2020?indicator=total").json()["data"]
    assert told["value"] == figures["value"]
    assert told["version"] == store.version
    assert told["rows"]["data"]
    assert told["sources"]
    assert client.get(f"{ask}&limit=1").json()["data"]["rows"]["data"] == told["rows"]["data"][:1]


def test_the_list_leads_to_every_table(client: Client) -> None:
    told = client.get(V1).json()
    assert [each["resource"] for each in told["data"]] == [*RESOURCES]
    assert all(each["href"].endswith(f"{V1}/{each['resource']}") for each in told["data"])
    for link in told["links"].values():
        path = link.removeprefix("http://atlas.test")
        assert client.get(path).status_code in {200, 400}


def test_parquet_is_what_it_says(client: Client) -> None:
    answer = client.get(f"{V1}/prices?format=parquet")
    assert answer.headers["content-type"] == "application/vnd.apache.parquet"
    assert BytesIO(answer.content).read(4) == b"PAR1"

"""A download is the view that stands in its address: all figures, with unit, source and mark."""

from __future__ import annotations

import re
from csv import reader
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest
from openpyxl import load_workbook

from dashboard.indicators.figures import VALUE_STATES
from dashboard.indicators.reading import read_map_view
from dashboard.indicators.state import ViewRequest
from dashboard.language.i18n import CODES, language
from data.catalog import YEARS
from geo.places import municipalities

if TYPE_CHECKING:
    import httpx
    from asgi import Client

    from dashboard.answers import Atlas
    from data.asking.store import Store

QUERIES = {
    "": (ViewRequest(), YEARS),
    "?indicator=ngo_competition&unit=constant&area=culture&year=2019&select=13": (
        ViewRequest("ngo_competition", "constant", "culture"),
        YEARS,
    ),
    "?indicator=openness&classes=natural": (
        ViewRequest("openness", "percent", "all", "natural"),
        YEARS,
    ),
}


def csv(answer: httpx.Response) -> tuple[dict[str, str], pd.DataFrame]:
    """Notes and table of a CSV file."""
    text = answer.content.decode("utf-8-sig")
    notes = dict(re.findall(r"^# (.+?): (.+)$", text, re.MULTILINE))
    return notes, pd.read_csv(StringIO(text), comment="#", dtype=str, keep_default_na=False)


VIEWS = (
    ViewRequest("total", "per_resident"),
    ViewRequest("ngo_competition", "constant", "culture"),
    ViewRequest("ngo_competition", "constant_per_resident"),
    ViewRequest("ngo_competition", "budget_share"),
    ViewRequest("success_rate", "percent"),
    ViewRequest("ngo_recipients", "per_10000"),
    ViewRequest("competitions", "count"),
)
FLAGS = (
    "residents_estimated", "corrected", "provisional", "small_denominator", "break_in_series",
    "demo",
)  # fmt: skip
PLAIN = (
    "level", "code", "name", "county", "year", "indicator", "area", "unit", "value", "numerator",
    "denominator", "residents", "price_factor", "rank", "state", "municipalities", *FLAGS,
    "remark", "source", "retrieved", "licence", "data_version",
)  # fmt: skip


def plain(client: Client, query: str) -> pd.DataFrame:
    """The table for programs, as a program reads it."""
    text = client.get(f"/download/en/view.csv?{query}&columns=plain").text
    return pd.read_csv(StringIO(text), dtype={"code": str, "county": str})


def xlsx(answer: httpx.Response) -> tuple[dict[str, str], list[tuple[Any, ...]]]:
    """Notes and table of a workbook."""
    data, about = load_workbook(BytesIO(answer.content)).worksheets
    notes = {str(key): str(value) for key, value in about.iter_rows(values_only=True)}
    return notes, list(data.iter_rows(values_only=True))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("query", QUERIES)
def test_a_csv_holds_every_municipality_and_year(
    client: Client, atlas: Atlas, code: str, query: str
) -> None:
    words, (view, years) = language(code), QUERIES[query]
    answer = client.get(f"/download/{code}/view.csv{query}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf"), "spreadsheets read its letters by this mark"
    _, table = csv(answer)
    table, country = table[: 60 * len(years)], table[60 * len(years) :]
    assert len(country) == len(years)

    column = {name: words.t(f"file.column.{name}") for name in ("code", "year", "value", "rank")}
    shown = read_map_view(atlas.store, view)
    assert table[column["year"]].astype(int).tolist() == [year for year in years for _ in range(60)]
    assert table[column["code"]].tolist() == [place.code for place in municipalities()] * len(years)
    found = pd.to_numeric(table[column["value"]]).to_numpy()
    assert found == pytest.approx(shown.values.ravel(), nan_ok=True, abs=1e-6)
    ranks = pd.to_numeric(table[column["rank"]]).fillna(0).astype(int)
    assert ranks.tolist() == shown.ranks.ravel().tolist()


@pytest.mark.parametrize("code", CODES)
def test_a_file_says_unit_source_licence_version_and_that_it_is_a_demonstration(
    client: Client, store: Store, code: str
) -> None:
    words = language(code)
    address = f"/download/{code}/view.{{}}?indicator=total&unit=constant"
    notes, table = csv(client.get(address.format("csv")))
    assert notes[words.t("file.title")] == words.t("indicator.total.name")
    assert notes[words.t("file.unit")] == words.t("unit.constant.name", year=2025)
    assert notes[words.t("file.licence")] == "CC BY 4.0"
    assert notes[words.t("file.version")] == store.version
    assert words.t("demo.figures") in notes[words.t("file.source")]
    assert xlsx(client.get(address.format("xlsx")))[0] == notes
    assert set(table[words.t("file.column.unit")]) == {notes[words.t("file.unit")]}
    real = table[words.t("file.column.code")] == "13"
    assert set(table.loc[~real, words.t("file.column.data")]) == {words.t("demo.badge")}
    assert words.t("real.badge") in set(table.loc[real, words.t("file.column.data")])
    assert set(table[words.t("file.column.version")]) == {store.version}


@pytest.mark.parametrize("code", CODES)
def test_a_workbook_holds_the_same_table_as_numbers(client: Client, code: str) -> None:
    words = language(code)
    answer = client.get(f"/download/{code}/view.xlsx")
    assert answer.headers["content-type"].endswith("spreadsheetml.sheet")
    _, (head, *rows) = xlsx(answer)
    _, table = csv(client.get(f"/download/{code}/view.csv"))
    assert list(head) == list(table.columns)
    assert len(rows) == len(table) == 61 * len(YEARS)
    value = head.index(words.t("file.column.value"))
    assert all(row[value] is None or isinstance(row[value], int | float) for row in rows)
    numbers = pd.to_numeric(table.iloc[:, value])
    assert [row[value] for row in rows] == pytest.approx(
        [None if pd.isna(number) else number for number in numbers]
    )
    kind = head.index(words.t("file.column.code"))
    assert all(isinstance(row[kind], str) for row in rows), "a code keeps its nought"


def test_every_cell_without_a_figure_says_why(client: Client, store: Store) -> None:
    _, table = csv(client.get("/download/en/view.csv?indicator=total"))
    missing = table[table["value"] == ""]
    assert not missing.empty
    assert "" not in set(table["state"])
    assert set(missing["state"]) & set(table[table["value"] != ""]["state"]) == set()
    assert set(missing["rank"]) == {""}


def test_estimated_residents_are_marked(client: Client) -> None:
    _, table = csv(client.get("/download/en/view.csv?indicator=total"))
    by_year = table.groupby("year")["residents interpolated"].unique().map(list).to_dict()
    assert by_year["2018"] == ["no"]
    assert by_year["2019"] == by_year["2021"] == ["no"]
    assert by_year["2022"] == ["yes"]


def test_small_denominators_are_told_of_municipalities_and_not_of_the_country(
    client: Client,
) -> None:
    table = plain(client, "indicator=success_rate&area=culture")
    places, few = table["code"] != "LT", table["denominator"] < 5
    assert (table["small_denominator"] == few & places).all()
    assert few.any()
    _, said = csv(client.get("/download/en/view.csv?indicator=success_rate&area=culture"))
    assert (said["small denominator"] == np.where(few & places, "yes", "no")).all()


@pytest.mark.parametrize("same", [False, True])
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.indicator}-{view.unit}")
def test_the_countrys_rows_are_the_figures_of_the_page_and_follow_from_those_counted(
    client: Client, atlas: Atlas, view: ViewRequest, same: bool
) -> None:
    shown = read_map_view(atlas.store, view)
    query = f"indicator={view.indicator}&unit={view.unit}&area={view.area}"
    table = plain(client, f"{query}{'&nation=same' if same else ''}")
    country = table[table["code"] == "LT"]
    expected = shown.same if same else shown.national
    assert country["value"].tolist() == pytest.approx(expected.tolist(), abs=1e-6)
    assert set(country["level"]) == {"national_same" if same else "national"}
    counted = (shown.counted & shown.always if same else shown.counted).sum(axis=1)
    assert country["municipalities"].tolist() == counted.tolist()
    factor = country["price_factor"] if view.unit.startswith("constant") else 1
    factor = 100 if view.unit in {"percent", "budget_share"} else factor
    quotient = factor * country["numerator"] / country["denominator"]
    assert quotient.tolist() == pytest.approx(expected.tolist(), rel=1e-6)
    if view.unit.endswith("per_resident"):
        assert country["denominator"].tolist() == country["residents"].tolist()


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.indicator}-{view.unit}")
def test_a_figure_follows_from_its_numerator_and_denominator(
    client: Client, view: ViewRequest
) -> None:
    table = plain(client, f"indicator={view.indicator}&unit={view.unit}&area={view.area}")
    factor = table["price_factor"] if view.unit.startswith("constant") else 1
    factor = 100 if view.unit in {"percent", "budget_share"} else factor
    found = factor * table["numerator"] / table["denominator"]
    assert found.tolist() == pytest.approx(table["value"].tolist(), rel=1e-5, abs=1e-5, nan_ok=True)
    assert (table["numerator"].isna() == table["value"].isna()).all()


def test_the_plain_table_has_lasting_names_codes_and_no_line_but_its_rows(
    client: Client, store: Store
) -> None:
    texts = {
        code: client.get(f"/download/{code}/view.csv?indicator=total&area=sport&columns=plain").text
        for code in CODES
    }
    heads = {text.partition("\n")[0] for text in texts.values()}
    assert heads == {",".join(PLAIN)}, "no mark, no notes, the same in every language"
    table = pd.read_csv(StringIO(texts["en"]), dtype={"code": str, "county": str})
    assert len(table) == 61 * len(YEARS)
    assert set(table["indicator"]) == {"total"}
    assert set(table["area"]) == {"sport"}
    assert set(table["unit"]) == {"per_resident"}
    assert set(table["state"]) <= set(VALUE_STATES)
    assert set(table["code"]) == {*(place.code for place in municipalities()), "LT"}
    assert all(table[flag].dtype == bool for flag in FLAGS), "true and false"
    assert table.loc[table["code"] != "13", "demo"].all(), "invented figures say so in every row"
    real = table[~table["demo"]]
    assert real["rank"].isna().all(), "real ones are ranked with none of them"
    assert (real["municipalities"] == 0).all()
    (sources,), (dates,) = set(table["source"]), set(table["retrieved"])
    assert "demo" in sources.split()
    assert len(dates.split()) == len(sources.split())
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", date) for date in dates.split())
    assert set(table["data_version"]) == {store.version}
    assert set(table["licence"]) == {"CC BY 4.0"}


@pytest.mark.parametrize("columns", ["readable", "plain"])
def test_excel_in_europe_gets_semicolons_decimal_commas_and_the_mark_of_utf8(
    client: Client, columns: str
) -> None:
    address = f"/download/lt/view.csv?indicator=total&columns={columns}"
    usual, excel = client.get(address), client.get(f"{address}&for=excel")
    assert excel.content.startswith(b"\xef\xbb\xbf")
    rows = [*reader(StringIO(excel.content.decode("utf-8-sig")), delimiter=";")]
    notes = [row for row in rows if row[0].startswith("# ")]
    assert all(len(row) == 1 for row in notes), "a note is one cell, whatever stands in it"
    assert bool(notes) == (columns == "readable")
    usual_rows = [*reader(StringIO(usual.content.decode("utf-8-sig")))]
    usual_rows = [row for row in usual_rows if not row[0].startswith("# ")]
    decimals = re.compile(r"(?<=^)(-?\d+)\.(\d+)$")
    assert rows[len(notes) :] == [
        [decimals.sub(r"\1,\2", cell) for cell in row] for row in usual_rows
    ]


def test_a_plain_workbook_has_the_plain_columns(client: Client) -> None:
    notes, (head, *rows) = xlsx(client.get("/download/en/view.xlsx?columns=plain"))
    assert head == PLAIN
    assert len(rows) == 61 * len(YEARS)
    assert notes["Licence"] == "CC BY 4.0"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("columns=plan", "unknown columns 'plan' (meant 'plain'?); known: readable, plain"),
        ("for=word", "unknown for 'word'; known: any, excel"),
    ],
)
def test_what_a_file_cannot_be_is_said_with_what_it_can(
    client: Client, query: str, said: str
) -> None:
    answer = client.get(f"/download/lt/view.csv?{query}")
    assert answer.status_code == 400
    assert answer.json()["detail"] == said


def test_corrections_and_breaks_are_marked_in_both_kinds(client: Client, atlas: Atlas) -> None:
    shown = read_map_view(atlas.store, ViewRequest("total", "eur"))
    address = "/download/en/view.{}?indicator=total&unit=eur"
    _, table = csv(client.get(address.format("csv")))
    _, (head, *rows) = xlsx(client.get(address.format("xlsx")))
    for column, flags in (
        ("corrected by hand", shown.marks["corrected"]),
        ("break in series", shown.states == "not_comparable"),
    ):
        expected = ["yes" if flag else "no" for flag in flags.ravel()]
        assert expected.count("yes") == 1
        assert table[column].tolist()[: len(expected)] == expected
        assert [row[head.index(column)] for row in rows] == table[column].tolist()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_is_named_after_its_view(client: Client, kind: str) -> None:
    query = "?indicator=ngo_any&unit=budget_share&area=sport"
    found = client.get(f"/download/en/view.{kind}{query}").headers["content-disposition"]
    assert found == (f'attachment; filename="savivalda-ngo-any-budget-share-sport.{kind}"')
    found = client.get(f"/download/en/view.{kind}{query}&columns=plain&for=excel")
    assert f"sport-plain-excel.{kind}" in found.headers["content-disposition"]


@pytest.mark.parametrize(
    "query",
    [
        "?indicator=nonsense&unit=%00&area=../../x&classes=%F0%9F%92%A5&year=9999&select=,,&names=",
        "?%ED%A0%80=%ED%A0%80&indicator=%ED%A0%80",
        "?indicator[]=total&unit[a]=b",
        "?" + "&" * 5000,
        "?indicator=" + "x" * 5000,
        "?=&;&indicator",
    ],
)
def test_nonsense_gives_the_first_view(client: Client, query: str) -> None:
    plain = client.get("/download/lt/view.csv")
    answer = client.get(f"/download/lt/view.csv{query}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == plain.headers["content-disposition"]
    assert answer.content == plain.content


def test_no_cell_can_be_taken_for_a_formula(client: Client) -> None:
    _, table = csv(client.get("/download/lt/view.csv"))
    for name in table.columns:
        starts = set(table[name].str[:1]) - {""}
        assert name == "reikšmė" or not starts & set("=+-@\t\r")

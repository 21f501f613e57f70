"""What is taken away of a municipality's page explains itself wherever it lands.

That every number is the one that the page tells: `test_every_number_of_files.py`.
"""

from __future__ import annotations

import re
from csv import reader
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from asgi import Client
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from dashboard.app import create_app
from dashboard.charts.ink import settled
from dashboard.config import Settings
from dashboard.indicators.figures import VALUE_STATES
from dashboard.language.i18n import CODES, language
from dashboard.pages.municipality.table import FLAGS
from dashboard.peers.reading import read_standing
from dashboard.peers.state import read_peers_state
from data.catalog import INDICATORS
from geo.places import municipalities

if TYPE_CHECKING:
    import httpx

    from dashboard.answers import Atlas
    from data.asking.store import Store

PLACES = {place.code: at for at, place in enumerate(municipalities())}
START = "/download/{}/municipality/{}"
PAGES = {"lt": "/savivaldybe/kedainiu-r", "en": "/en/municipality/kedainiai-district"}
PLAIN = (
    "code", "name", "role", "year", "indicator", "unit", "value", "state", "remark", "median",
    "low_quartile", "high_quartile", "rank_peers", "count_peers", "rank_first", "rank_last",
    "percentile_peers", "rank_all", "count_all", "percentile_all", "change_year", "change_years",
    "lacks", "lacks_share", *FLAGS.values(), "demo", "distance", "residents",
    "population_estimated", "density", "older", "older_year", "budget", "group", "county", "source",
    "retrieved", "licence", "data_version",
)  # fmt: skip


def csv(answer: httpx.Response) -> tuple[dict[str, str], pd.DataFrame]:
    """Notes and table of a CSV file."""
    text = answer.content.decode("utf-8-sig")
    notes = dict(re.findall(r"^# (.+?): (.+)$", text, re.MULTILINE))
    return notes, pd.read_csv(StringIO(text), comment="#", dtype=str, keep_default_na=False)


def column(name: str, code: str) -> str:
    return language(code).t(f"municipality.file.{name}")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "query", ["", "?year=2021&peers=county&unit=constant&sort=name&open=total"]
)
def test_a_table_has_a_row_an_indicator_and_member_the_own_one_first(
    client: Client, atlas: Atlas, code: str, query: str
) -> None:
    words = language(code)
    notes, table = csv(client.get(f"{START.format(code, '53')}.csv{query}"))
    circle = read_standing(atlas, PLACES["53"], read_peers_state(query)).circle
    members = [municipalities()[at] for at in (circle.own, *circle.peers)]
    assert [*table[column("code", code)]] == [each.code for each in members] * len(INDICATORS)
    assert [*table[column("name", code)][: len(members)]] == [
        words.name(each, "full") for each in members
    ]
    assert [*table[column("indicator", code)].unique()] == [
        words.t(f"indicator.{name}.name") for name in INDICATORS
    ]
    own = table[column("role", code)] == words.t("municipality.role.own")
    assert [*own] == [True, *[False] * len(circle.peers)] * len(INDICATORS)
    assert set(table[column("distance", code)][own]) == {""}
    distances = pd.to_numeric(table[column("distance", code)][1 : len(members)])
    assert distances.is_monotonic_increasing, "nearest first"
    assert notes[words.t("municipality.file.name")] == words.name(members[0], "full")


@pytest.mark.parametrize("code", CODES)
def test_a_file_says_whence_it_is_among_whom_and_that_it_is_a_demonstration(
    client: Client, store: Store, code: str
) -> None:
    words, start = language(code), START.format(code, "13")
    query = "?year=2022&unit=constant&peers=county&weight-older=3"
    notes, table = csv(client.get(f"{start}.csv{query}"))
    assert notes[words.t("municipality.file.money")] == words.t("unit.constant.name", year=2025)
    assert re.search(r"\b7\b", notes[words.t("municipality.why")]), "among how many"
    assert f"{words.t('peers.feature.older')} × 3" in notes[words.t("municipality.file.weights")]
    assert notes[words.t("file.source")].startswith(words.t("demo.figures"))
    assert store.version in notes[words.t("file.source")]
    assert notes[words.t("file.licence")] == "CC BY 4.0"
    assert notes[words.t("file.version")] == store.version
    assert set(table[column("version", code)]) == {store.version}
    own = table[column("code", code)] == "13"
    there = table[column("value", code)] != ""
    assert set(table[column("data", code)][~own]) == {words.t("demo.badge")}
    assert set(table[column("data", code)][own & there]) == {words.t("real.badge")}
    assert set(table[column("rank_all", code)][own]) == {""}, "a real one is ranked with none"
    assert "" not in set(table[column("state", code)][~there])


def test_of_real_figures_alone_no_file_speaks_of_a_demonstration(client: Client) -> None:
    notes, table = csv(client.get(f"{START.format('en', '13')}.csv?year=2022&figures=real"))
    assert "DEMONSTRATION" not in "".join(notes.values())
    assert set(table["Data"][table["Value"] != ""]) == {"real data"}


@pytest.mark.parametrize("code", CODES)
def test_a_workbook_holds_the_same_table_as_numbers(client: Client, code: str) -> None:
    answer = client.get(f"{START.format(code, '53')}.xlsx")
    assert answer.headers["content-type"].endswith("spreadsheetml.sheet")
    notes, table = csv(client.get(f"{START.format(code, '53')}.csv"))
    data, about = load_workbook(BytesIO(answer.content)).worksheets
    assert {str(key): str(value) for key, value in about.iter_rows(values_only=True)} == notes
    head, *rows = data.iter_rows(values_only=True)
    assert [*head] == [*table.columns]
    assert all(isinstance(row[0], str) for row in rows), "a code keeps its nought"
    for number, name in enumerate(head):
        cells = [row[number] for row in rows]
        if name in {column(each, code) for each in ("value", "median", "rank_all", "distance")}:
            assert all(cell is None or isinstance(cell, int | float) for cell in cells)
        assert cells == [as_cell(text, cell) for text, cell in zip(table[name], cells, strict=True)]


def as_cell(text: str, like: Any) -> Any:
    """The text of a CSV as the cell of a workbook that it should equal."""
    if text == "":
        return None
    return pytest.approx(float(text)) if isinstance(like, int | float) else text


def test_another_reader_of_workbooks_finds_the_same(client: Client) -> None:
    body = client.get(f"{START.format('lt', '53')}.xlsx").content
    book = CalamineWorkbook.from_filelike(BytesIO(body))
    first = load_workbook(BytesIO(body)).worksheets[0]
    rows = book.get_sheet_by_index(0).to_python()
    assert rows == [["" if cell is None else cell for cell in row]
                    for row in first.iter_rows(values_only=True)]  # fmt: skip


def test_the_plain_table_has_lasting_names_codes_and_no_line_but_its_rows(
    client: Client, store: Store
) -> None:
    texts = {
        code: client.get(f"{START.format(code, '13')}.csv?year=2022&columns=plain").text
        for code in CODES
    }
    heads = {text.partition("\n")[0] for text in texts.values()}
    assert heads == {",".join(PLAIN)}, "no mark, no notes, the same in every language"
    table = pd.read_csv(StringIO(texts["en"]), dtype={"code": str, "county": str})
    assert [*table["indicator"].unique()] == [*INDICATORS]
    assert set(table["state"]) <= set(VALUE_STATES)
    assert all(table[flag].dtype == bool for flag in (*FLAGS.values(), "demo"))
    peers = table[table["role"] == "peer"]
    assert peers["demo"].all(), "invented figures say so in every row"
    invented = table["source"].str.split().map(lambda ids: "demo" in ids)
    assert (invented == (table["demo"] & table["value"].notna())).all()
    days = table["retrieved"].str.split()
    assert (days.map(len) == table["source"].str.split().map(len)).all()
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days.explode())
    assert set(table["licence"]) == {"CC BY 4.0"}
    assert set(table["data_version"]) == {store.version}


def test_excel_in_europe_gets_semicolons_and_decimal_commas(client: Client) -> None:
    answer = client.get(f"{START.format('lt', '53')}.csv?for=excel")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert "kedainiu-r-2025-excel.csv" in answer.headers["content-disposition"]
    rows = [*reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";")]
    rows = [row for row in rows if not row[0].startswith("# ")]
    _, table = csv(client.get(f"{START.format('lt', '53')}.csv"))
    assert len(rows) == len(table) + 1
    at = rows[0].index(column("value", "lt"))
    assert [row[at] for row in rows[1:]] == [
        value.replace(".", ",") for value in table[column("value", "lt")]
    ]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_file_cannot_be_what_there_is_not(client: Client, ending: str) -> None:
    answer = client.get(f"{START.format('lt', '53')}.{ending}?columns=plan")
    assert answer.status_code == 400
    assert "meant 'plain'?" in answer.json()["detail"]


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("code", CODES)
def test_a_strip_explains_itself(client: Client, code: str, look: str) -> None:
    words, query = language(code), f"?year=2021&peers=county&look={look}"
    answer = client.get(f"{START.format(code, '53')}/total.svg{query}")
    assert answer.headers["content-type"] == "image/svg+xml"
    said = " ".join(re.findall(r">([^<>]+)</t(?:ext|span|itle)>", answer.text))
    for part in (
        words.name(municipalities()[PLACES["53"]]),
        words.t("indicator.total.name"),
        "2021",
        words.t("demo.figures_mixed"),  # Vilnius is real that year
        words.t("peers.headline.all", place="").strip(),
        f"http://atlas.test{PAGES[code]}?year=2021",
    ):
        assert part in said
    colours = settled(look)
    assert colours["own"] in answer.text
    assert colours["ground"] in answer.text
    assert "light-dark(" not in answer.text
    picture = client.get(f"{START.format(code, '53')}/total.png{query}")
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert int.from_bytes(picture.content[16:20]) == 3200
    name = f"savivalda-{PAGES[code].rpartition('/')[2]}-2021-total"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}.svg"'


def test_a_strip_names_the_sources_of_what_it_shows_alone(client: Client) -> None:
    start = START.format("en", "53")
    now, then = (client.get(f"{start}/total.svg?year={year}").text for year in (2025, 2021))
    assert "agreements of Vilnius city" in then
    assert "agreements of Vilnius city" not in now, "of that year it is invented"
    assert "Boundaries" not in now + then, "there is no map"


@pytest.mark.parametrize(
    "path",
    [
        "/download/xx/municipality/53.csv",
        "/download/lt/municipality/99.csv",
        "/download/lt/municipality/kedainiu-r.csv",
        "/download/lt/municipality/53.doc",
        "/download/lt/municipality/99.pdf",
        "/download/lt/municipality/53/wealth.svg",
        "/download/lt/municipality/99/total.svg",
        "/download/xx/municipality/53/total.svg",
        "/download/lt/municipality/53/total.gif",
    ],
)
def test_what_there_is_not_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "?year=1990&unit=%00&peers=../../x&nearest=900&weight-older=9&figures=%F0%9F%92%A5",
        "?%ED%A0%80=%ED%A0%80&peers=%ED%A0%80&with=x,y",
        "?year[]=2021&nearest=-1&move=%3Cscript%3E",
        "?" + "&" * 5000,
        "?peers=" + "x" * 5000,
    ],
)
def test_nonsense_gives_what_is_usual(client: Client, query: str) -> None:
    for name in (".csv", "/total.svg"):
        address = START.format("lt", "53") + name
        answer = client.get(address + query)
        assert answer.status_code == 200
        assert answer.text == client.get(address).text


def test_no_cell_can_be_taken_for_a_formula(client: Client) -> None:
    _, table = csv(client.get(f"{START.format('lt', '53')}.csv"))
    for name in table.columns:
        texts = table[name][pd.to_numeric(table[name], errors="coerce").isna()]
        assert not set(texts.str[:1]) & set("=+-@\t\r"), name


def test_no_person_is_in_a_file(mixed_stores: tuple[Store, Store]) -> None:
    """Recipients may be persons; of them a table has counts alone."""
    with Client(create_app(Settings(), mixed_stores[0]).server) as visitor:
        table = csv(visitor.get(f"{START.format('en', '13')}.csv"))[1]
    places = {language("en").name(each, "full") for each in municipalities()}
    assert set(table["Municipality"]) <= places
    assert not any("recipient" in name.lower() for name in table.columns)

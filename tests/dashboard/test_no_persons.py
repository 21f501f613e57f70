"""No private person leaves the atlas: not by a page, a file, an answer or a byte of the database.

Five of them got money in accepted forms and imported lists, beside legal entities; everything that
a visitor can reach is looked through for their names and codes.
"""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote
from zipfile import ZipFile, is_zipfile

import duckdb
import openpyxl
import pytest
from asgi import Client

from dashboard.answers import Atlas
from dashboard.app import create_app
from dashboard.assistants.server import make_server
from dashboard.config import Settings
from dashboard.language.i18n import language
from dashboard.pages.figure.asked import figure_asked
from dashboard.pages.figure.told import figure_told
from dashboard.resources.asking import ask
from dashboard.resources.registry import RESOURCES
from data.asking.store import Store
from data.building.build import build
from data.catalog import INDICATORS
from data.forms.archive.acceptance import accept
from data.forms.archive.earlier import with_accepted
from data.forms.checking.context import Context
from data.forms.checking.known import known_context
from data.forms.history import import_table
from data.forms.values.spelling import plain
from data.tidy.narrowing import Narrow
from data.tidy.sandbox import columns_of, opened
from tests.built import plain_sources
from tests.dashboard.assistants.assistant import Assistant
from tests.dashboard.server.test_heads import ADDRESSES
from tests.data.forms.given import ENTITIES, call, checked, line, sheets
from tests.map_address import LT_MAP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PERSONS = {
    "1730592": "Ksaverijus Pramanytis",
    "305111222": "Ona Išgalvotienė, individuali veikla",
    "8264057": "Ūkininkas Zigfridas Nebūtelis",
    "305333444": "Kunigundos Tariamaitės ūkis",
    "305555666": "B. Niekadauskas",
}
SURNAMES = ("pramany", "išgalvot", "nebūtel", "tariamait", "niekadausk", "prasimanytoj")
SAID = {
    each for name in (*SURNAMES, "ksaverij", "zigfrid", "kunigund") for each in (name, plain(name))
}
"""What may stand nowhere, with diacritics or without, nor their codes."""

OWNER = "305777888", "V. Prasimanytojaus IĮ „Ramunė“"
LEGAL = "Neįgalių asmenų draugija", "Individuali įmonė „Ramunė“"
FIRST, SECOND, THIRD, FOURTH, FIFTH = PERSONS.items()
WON = {"mode": "competition", "kind": "ngo", "programme": "K01"}
ROWS = (
    line("1000.00"),
    line("40.04", code=ENTITIES[1], name=LEGAL[0], **WON),
    line("10.01", code=FIRST[0], name=FIRST[1], kind="other", programme="K. Pramanyčio ūkiui"),
    line("20.02", code=SECOND[0], name=SECOND[1], kind="other", programme="Menas", users=3),
    line("30.03", code=THIRD[0], name=THIRD[1], kind="ngo", programme="Menas", planned=None),
    line("50.05", code=FOURTH[0], name=FOURTH[1], **WON),
    line("60.06", code=FIFTH[0], name=FIFTH[1], **WON),
    line("70.07", code=OWNER[0], name=OWNER[1], kind="other"),
)
TOTAL = Decimal("1280.28")
GRANTS = f"""Metai;Kodas;Kas;Pavadinimas;Programa;Sritis;Būdas;Skirta;Nuoroda
2020;{FIRST[0]};{FIRST[1]};Ksaverijaus Pramanyčio knyga;Knygos;Kultūra;Konkursas;80,08;https://example.org/pramanytis
2020;{ENTITIES[1]};{LEGAL[0]};Kelionė su Zigfridu Nebūteliu;;Kultūra;;90,09;https://example.org/keliones
"""
MAP = """sheet,heading,column,value
form,,municipality,21
form,Metai,year,
awards,Kodas,code,
awards,Kas,name,
awards,Pavadinimas,title,
awards,Programa,programme,
awards,Sritis,area,
awards,Būdas,mode,
awards,Skirta,awarded,
awards,Nuoroda,link,
"""
CORRECTIONS = f"""correction,table,key,column,expected,value,reason,status,kind
pramanytis-du-kartus,allocation,municipality=13; year=2020; entity={FIRST[0]},executed,9.01,10.01,Pramanytis grąžino,applies,real
"""  # noqa: E501 - a line of the file


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which private persons stand in forms, a list of grants and a correction."""
    folder = tmp_path_factory.mktemp("persons")
    wrong = ROWS[2] | {"executed": Decimal("9.01")}
    service = {
        "service": "home_help", "area": "social", "provider_kind": "other",
        "transfer_stage": "municipal", "transfer_year": None, "yearly_value": None,
    }  # fmt: skip
    rows = sheets(
        *ROWS[:2], wrong, *ROWS[3:],
        competitions=[call("150.15")],
        services=[service | {"provider_code": THIRD[0]}],
    )  # fmt: skip
    (folder / "forma.csv").write_text("form")
    accept([folder / "forma.csv"], folder, check=checked("13", 2020, rows))
    (folder / "grants.csv").write_text(GRANTS, encoding="utf-8")
    (folder / "map.csv").write_text(MAP, encoding="utf-8")
    done = import_table(folder / "grants.csv", folder / "map.csv", folder)
    assert done.errors == 0, done.problems
    (folder / "corrections.csv").write_text(CORRECTIONS, encoding="utf-8")
    corrections, sources = folder / "corrections.csv", plain_sources()
    target = folder / "savivalda.duckdb"
    build(target, demo=False, sources=sources, corrections=corrections)
    return folder


@pytest.fixture(scope="module")
def target(data_dir: Path) -> Path:
    return data_dir / "savivalda.duckdb"


@pytest.fixture(scope="module")
def visitor(target: Path) -> Iterator[Client]:
    with Store(target) as store, Client(create_app(Settings(), store).server) as opened:
        yield opened


def found(content: str | bytes) -> list[str]:
    """What of private persons stands in a text or in a file."""
    text = (content if isinstance(content, str) else content.decode("utf-8", "replace")).lower()
    codes = [code for code in PERSONS if code in text]
    # Numbers may hold any digits; a code stands alone.
    alone = [code for code in codes if re.search(rf"(?<![\w.]){code}(?![\w.])", text)]
    return [said for said in sorted(SAID) if said in text] + alone


def inside(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file, and what is packed in it."""
    yield "", content
    if is_zipfile(io.BytesIO(content)):
        with ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                yield entry.filename, archive.read(entry)


def rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[object, ...]]:
    return connection.execute(sql).fetchall()


def test_they_are_told_where_they_are() -> None:
    for code, name in PERSONS.items():
        assert found(f"{code}, {name}")[-1] == code
        assert len(found(name)) >= 1


def test_no_text_of_the_database_and_no_byte_of_its_file_tells_of_them(target: Path) -> None:
    assert found(target.read_bytes()) == []
    with duckdb.connect(target, read_only=True) as tables:
        for schema, table in rows(tables, "SELECT schema_name, table_name FROM duckdb_tables()"):
            text = "\n".join(map(str, tables.table(f"{schema}.{table}").fetchall()))
            assert found(text) == [], table
        names = {name for (name,) in rows(tables, "SELECT name FROM entity")}
    assert {*LEGAL, "Fizinis asmuo"} <= names, "legal entities are there"


def test_every_cent_of_theirs_is_in_the_sums(target: Path) -> None:
    with duckdb.connect(target, read_only=True) as tables:
        of = "FROM payment WHERE municipality = '13' AND year = 2020"
        assert rows(tables, f"SELECT sum(executed) {of}") == [(TOTAL,)]
        paid = "mode, programme, recipient_kind, planned, executed, users"
        theirs = f"SELECT {paid} {of} AND entity = 'private' ORDER BY executed, recipient_kind"
        assert rows(tables, theirs) == [
            ("appropriation", None, "ngo", None, Decimal("30.03"), None),
            ("appropriation", None, "other", Decimal("30.03"), Decimal("30.03"), None),
            ("competition", "K01", "ngo", Decimal("110.11"), Decimal("110.11"), None),
        ]
        sums = {
            indicator: tables.execute(
                "SELECT numerator FROM mart_indicator WHERE municipality = '13' AND year = 2020 "
                "AND area = 'all' AND indicator = ?",
                [indicator],
            ).fetchall()[0][0]
            for indicator in ("total", "others", "ngo_any", "ngo_competition")
        }
    assert sums == {
        "total": TOTAL, "others": Decimal("100.10"), "ngo_any": Decimal("180.18"),
        "ngo_competition": Decimal("150.15"),
    }  # fmt: skip


def test_grants_services_and_corrections_of_theirs_tell_nothing_more(target: Path) -> None:
    link = "https://example.org/keliones"
    with duckdb.connect(target, read_only=True) as tables:
        grants = rows(tables, "SELECT entity, title, programme, awarded, link FROM award")
        assert {*grants} == {
            ("private", None, "Knygos", Decimal("80.08"), None),
            (ENTITIES[1], "Kelionė su fizinis asmuo", None, Decimal("90.09"), link),
        }
        calls = rows(tables, "SELECT awarded, link FROM competition WHERE municipality = '21'")
        assert calls == [(Decimal("80.08"), None)]
        assert rows(tables, "SELECT provider FROM service") == [("private",)]
        said = "SELECT correction, key, before, after, municipality FROM correction_applied"
        assert rows(tables, said) == [("private-1", "code=private", None, None, "13")]


def test_no_file_to_take_away_tells_of_them(target: Path, visitor: Client) -> None:
    names = re.findall(r'/data/([^"]+)"', visitor.page("/en/data"))
    kinds = {name.rpartition("-")[2] for name in names}
    assert len(kinds) >= 4, kinds
    for name in names:
        content = visitor.get(f"/data/{name}").content
        for part, body in inside(content):
            assert found(body) == [], (name, part)
            if part == "allocation.csv":
                paid = csv.DictReader(io.StringIO(body.decode()))
                assert sum(Decimal(row["executed"]) for row in paid) == TOTAL
            elif part.endswith(".parquet"):
                (target.parent / "one.parquet").write_bytes(body)
                told = duckdb.read_parquet(str(target.parent / "one.parquet")).fetchall()
                assert found(str(told)) == [], part


def places() -> list[str]:
    """Every address that the tests of pages know, and some of the municipalities concerned."""
    own = [
        "/savivaldybe/vilniaus-m",
        "/en/municipality/vilnius-city",
        f"{LT_MAP}?year=2020&select=13,21",
    ]
    return [*own, *(each for pair in ADDRESSES.items() for each in pair)]


def test_no_page_and_nothing_that_a_page_leads_to_tells_of_them(visitor: Client) -> None:
    ways: dict[str, dict[str, str]] = {}
    for address in places():
        answer = visitor.get(address)
        assert found(answer.text) == [], address
        for way in map(unescape, re.findall(r'(?:href|src|action)="(/[^"#]*)', answer.text)):
            path = way.partition("?")[0]
            if not path.startswith(NOT_DATA) and not path.endswith(DRAWN):
                ways.setdefault(kind_of(path), {}).setdefault(path, way)
    assert len(ways) > 25
    for alike in ways.values():
        for way in [*alike.values()][:2]:
            for part, body in inside(visitor.get(way).content):
                assert found(body) == [], (way, part)


DRAWN = (".png", ".pdf", ".pptx")
"""Drawn from the same that is looked at as SVG and HTML."""
NOT_DATA = ("/assets", "/_dash", "/geometry", "/bundles", "/data/")
"""What the build does not make, or what another test looks through."""


def kind_of(path: str) -> str:
    """Where a path leads: its room and what it gives, whatever it is of."""
    parts = path.strip("/").split("/")
    room = parts[: {"download": 3, "api": 3, "en": 2}.get(parts[0], 1)]
    return f"{'/'.join(room)} {len(parts)} {parts[-1].rpartition('.')[2] if '.' in path else ''}"


@pytest.mark.parametrize("indicator", INDICATORS)
def test_no_answer_to_programs_tells_of_them(visitor: Client, indicator: str) -> None:
    for code in ("lt", "en"):
        assert found(str(visitor.view(indicator, code))) == []


@pytest.mark.parametrize("asked", ["Ksaverijus", "Zigfridas", "Kunigundos", *PERSONS])
def test_no_search_finds_them(visitor: Client, asked: str) -> None:
    query = quote(asked)
    for page in ("/paieska", "/en/search", "/search", "/gavejai", "/en/recipients"):
        told = visitor.get(f"{page}?q={query}").text.replace(asked, "").replace(query, "")
        assert found(told) == []
    assert found(visitor.get(f"/gavejai/{query}").text.replace(asked, "")) == []


def test_no_answer_to_an_assistant_tells_of_them(target: Path) -> None:
    with opened(str(target), invented=False) as tables:
        for table in columns_of(tables):
            assert found(str(tables.table(f"tidy.{table}").fetchall())) == [], table
    with Store(target) as store, Assistant(make_server(Atlas(store))) as asked:
        for said in ("Ksaverijus", "Zigfridas", "Kunigundos", *PERSONS):
            told = str(asked.told("find", text=said))
            assert found(told.replace(said, "")) == []
        for indicator in {each.table: each.id for each in INDICATORS.values()}.values():
            figure = asked.told("figure", indicator=indicator, municipality="13", year=2020)
            assert found(str(figure)) == []


def test_the_next_years_form_lists_legal_entities_alone(visitor: Client) -> None:
    form = visitor.get("/download/lt/form.xlsx?municipality=13&year=2021").content
    assert not any(found(body) for _, body in inside(form))
    sheet = openpyxl.load_workbook(io.BytesIO(form))["Asignavimai"]
    told = [cell.value for row in sheet.iter_rows() for cell in row]
    assert {*LEGAL} <= {*told}
    assert not {"private", "Fizinis asmuo"} & {*told}


def test_no_other_clerk_is_told_of_them_by_a_check(data_dir: Path, target: Path) -> None:
    with Store(target) as store:
        context = known_context(store)
    assert found(str(context)) == []
    assert context.totals["13", 2020] == TOTAL
    told = with_accepted(Context(), data_dir)
    assert {*PERSONS} & {*told.entities} == set()
    assert LEGAL[0] in {entity.name for entity in told.entities.values()}


@pytest.mark.parametrize("code", ["lt", "en"])
def test_no_table_for_programs_and_no_traced_figure_tells_of_them(target: Path, code: str) -> None:
    words, given = language(code), {"indicator": "total", "municipality": "13"}
    with Store(target) as store:
        atlas = Atlas(store)
        for resource in RESOURCES.values():
            choices = {each.name: given[each.name] for each in resource.choices if each.required}
            frame = ask(atlas, words, resource, choices, Narrow(most=10**6), seconds=60).frame
            assert found(frame.to_csv()) == [], resource.id
            assert not frame.isin(["private"]).any(axis=None), resource.id
            if resource.id == "receipts":
                theirs = frame[frame["recipient"].isna() & (frame["municipality"] == "13")]
                assert theirs["paid"].sum() == pytest.approx(170.17)
                assert theirs["recipient_name"].isna().all()
        for indicator in INDICATORS:
            asked = {"indicator": indicator, "municipality": "13", "year": "2020"}
            assert found(str(figure_told(figure_asked(atlas, words, asked)))) == []

"""What stands on the bench is taken away whole: pictures, tables, programs; errors name names."""

from __future__ import annotations

import csv
import re
from html import unescape
from io import StringIO
from struct import unpack
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from dashboard.language.i18n import language
from dashboard.research.state import VIEWS

if TYPE_CHECKING:
    from asgi import Client

PATHS = {"lt": "/tyrimas", "en": "/en/research"}
EACH = [(name, ("lt", "en")[at % 2]) for at, name in enumerate(VIEWS)]
FILE = r'href="(/download/[a-z]+/research/[^"]+)"'
WRONG = {
    "year=1850": "year: '1850'",
    "indicator=wealth": "indicator: 'wealth'",
    "measure=share": "measure: 'share'",
    "select=Nida": "select: 'Nida'",
    "places=county:99": "places: 'county:99'",
    "columns=zzz": "columns 'zzz'",
}
"""Queries, and what of them is named where a file is asked for."""


def files(client: Client, code: str, query: str) -> dict[str, str]:
    """Addresses of the files of a view, by their name."""
    found = map(unescape, re.findall(FILE, client.page(f"{PATHS[code]}?{query}")))
    return {urlsplit(each).path.rpartition("/")[2]: each for each in found}


@pytest.mark.parametrize(("name", "code"), EACH)
def test_every_file_of_a_view_is_there_and_says_what_it_is_of(
    client: Client, name: str, code: str
) -> None:
    there = files(client, code, f"view={name}&select=13,53&year=2024")
    kinds = {each.rpartition(".")[2] for each in there}
    assert kinds == {"svg", "png", "csv", "xlsx", "py"}
    demo = language(code).t("demo.figures").rstrip(".")
    for file, address in there.items():
        answer = client.get(address)
        assert answer.status_code == 200, address
        named = re.search('filename="(.+)"', answer.headers["content-disposition"])[1]
        assert re.fullmatch(rf"savivalda-\w+-{name}-[\w-]+\.\w+", named)
        kind = file.rpartition(".")[2]
        if kind == "svg":
            root = ElementTree.fromstring(answer.content)
            said = " ".join(root.itertext()).replace("\u00a0", " ")
            assert {demo, "year=2024"} <= {part for part in (demo, "year=2024") if part in said}
            assert (root.get("width"), root.get("height")) == ("1600", "1000")
        elif kind == "png":
            assert unpack(">II", answer.content[16:24]) == (1600, 1000)
        elif kind == "csv":
            assert demo in answer.text
        elif kind == "py":
            compile(answer.text, file, "exec")
            assert "atlas = savivalda.open(" in answer.text


def test_tables_come_for_programs_and_for_excel(client: Client) -> None:
    address = files(client, "en", "places=county:02&year=2024")["figures.csv"]
    plain = list(csv.DictReader(StringIO(client.get(f"{address}&columns=plain").text)))
    assert {row["county"] for row in plain} == {"02"}
    assert {row["year"] for row in plain} == {"2024"}
    assert {row["taken"] for row in plain} <= {"true", "false"}
    assert all(row["licence"] == "CC BY 4.0" for row in plain)
    assert client.get(f"{address}&for=excel").text.count(";") > 100


@pytest.mark.parametrize("query", WRONG)
def test_a_file_is_refused_by_name_where_the_page_shows_the_usual(
    client: Client, query: str
) -> None:
    refused = client.get(f"/download/en/research/figures.csv?{query}")
    assert refused.status_code == 400
    assert WRONG[query] in refused.text
    assert client.get(f"/en/research?{query}").status_code == 200


def test_files_that_there_are_not_say_which_there_are(client: Client) -> None:
    assert "it has: relation" in client.get("/download/lt/research/map.svg").text
    for path in ("lt/research/figures.pdf", "xx/research/figures.csv", "lt/research/code.csv.py"):
        assert client.get(f"/download/{path}").status_code == 404


def test_what_of_an_address_is_of_no_use_is_said_and_does_not_travel_on(client: Client) -> None:
    query = "view=zzz&indicator=%00&unit=%ff&year=1e9&with=x&select=Nid&places=list&log=xyz&third=-"
    shown = client.page(f"/en/research?{query}")
    assert "xyz" in re.search('id="note"[^>]*>(.*?)</p>', shown)[1]
    assert '<link rel="canonical" href="http://atlas.test/en/research?places=list">' in shown

"""The catalogue is DCAT-AP 3 in two forms that say the same: other people's programs judge."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pyshacl
import pytest
from asgi import Client
from rdflib import DCTERMS, RDF, SH, Graph, Namespace, URIRef

from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.language.i18n import CODES
from dashboard.resources.registry import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.asking.store import Store
    from tests.dashboard.catalogue.conftest import Read

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # the libraries' own

HERE = Path(__file__).parent
SITE = "http://atlas.test/atlas"
CATALOG = f"{SITE}/catalog"
DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
FORMS = {"/catalog.jsonld": "application/ld+json", "/catalog.ttl": "text/turtle"}
NOT_TOLD = {
    "type",  # of an agent or a licence: nobody has told us of a source's publisher what it is
    "availability",  # how long an address will stay is not ours to promise
}
"""Recommended properties that the project cannot honestly fill in."""


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(HERE / "shapes.ttl")


@pytest.fixture(scope="module")
def graph(read: Read) -> Graph:
    return read("/catalog.ttl")


def found(graph: Graph, shapes: Graph) -> set[tuple[str, str, str]]:
    """What the shapes object to: severity, the thing without the catalogue's address, property."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    return {
        (
            str(report.value(each, SH.resultSeverity)).partition("#")[2],
            str(report.value(each, SH.focusNode)).removeprefix(CATALOG),
            str(report.value(each, SH.resultPath)).rpartition("/")[2].rpartition("#")[2],
        )
        for each in report.subjects(RDF.type, SH.ValidationResult)
    }


def test_it_has_what_dcat_ap_requires_and_recommends(graph: Graph, shapes: Graph) -> None:
    assert {(severity, name) for severity, _, name in found(graph, shapes)} == {
        ("Warning", name) for name in NOT_TOLD
    }


@pytest.mark.parametrize(
    ("thing", "name", "severity"),
    [
        ("", DCTERMS.publisher, "Violation"),
        ("#data", DCTERMS.title, "Violation"),
        ("#file-csv", DCAT.accessURL, "Violation"),
        ("#api", DCAT.endpointURL, "Violation"),
        ("#data", DCTERMS.temporal, "Warning"),
        ("#table-recipients", DCAT.distribution, "Warning"),
    ],
)
def test_what_would_be_missing_is_noticed(
    graph: Graph, shapes: Graph, thing: str, name: URIRef, severity: str
) -> None:
    less = graph + Graph()
    less.remove((URIRef(f"{CATALOG}{thing}"), name, None))
    assert (severity, thing, name.rpartition("/")[2].rpartition("#")[2]) in found(less, shapes)


def test_both_forms_say_the_same(read: Read, graph: Graph) -> None:
    assert len(graph) > 500
    assert graph.isomorphic(read("/catalog.jsonld"))


def test_files_are_those_that_can_be_taken_with_size_and_checksum(
    client: Client, graph: Graph
) -> None:
    files = list(graph.objects(URIRef(f"{CATALOG}#data"), DCAT.distribution))
    assert len(files) == 4
    for file in files:
        address = str(graph.value(file, DCAT.downloadURL)).removeprefix(SITE)
        content = client.get(address).content
        assert int(graph.value(file, DCAT.byteSize)) == len(content)
        checksum = graph.value(file, SPDX.checksum)
        assert str(graph.value(checksum, SPDX.checksumValue)) == hashlib.sha256(content).hexdigest()


def test_every_table_that_can_be_asked_for_is_a_data_set_of_the_interface(graph: Graph) -> None:
    tables = {URIRef(f"{CATALOG}#table-{name}") for name in RESOURCES}
    service = URIRef(f"{CATALOG}#api")
    assert set(graph.objects(service, DCAT.servesDataset)) == tables
    assert set(graph.objects(URIRef(CATALOG), DCAT.dataset)) == {
        *tables, URIRef(f"{CATALOG}#data"),
    }  # fmt: skip
    for table in tables:
        forms = list(graph.objects(table, DCAT.distribution))
        assert len(forms) == 3
        assert {graph.value(form, DCAT.accessService) for form in forms} == {service}


def test_every_text_is_told_in_both_languages_and_what_is_invented_in_each(graph: Graph) -> None:
    ours = {each for each in graph.subjects(DCTERMS.title) if str(each).startswith(SITE)}
    assert len(ours) > 20
    for each in ours:
        assert {title.language for title in graph.objects(each, DCTERMS.title)} == set(CODES)
    said = {text.language: text for text in graph.objects(URIRef(f"{CATALOG}#data"), DCTERMS.title)}
    assert "demonstraciniai" in said["lt"]
    assert "demonstration" in said["en"]
    for thing in ("", "#data", "#api", "#table-recipients"):
        notes = graph.objects(URIRef(f"{CATALOG}{thing}"), DCTERMS.description)
        assert all("sugalvoti" in note or "invented" in note for note in notes)


def test_addresses_are_absolute_and_lead_somewhere(client: Client, graph: Graph) -> None:
    """Of the three forms of a table that only differ by their name, one is asked for."""
    named = {str(each) for triple in graph for each in triple if isinstance(each, URIRef)}
    assert all(urlsplit(each).scheme for each in named)
    assert not [each for each in named if ".invalid" in each]
    pages = {each.removeprefix(SITE).partition("#")[0] for each in named if each.startswith(SITE)}
    pages = {each for each in pages if "format=" not in each or "format=csv" in each}
    assert len(pages) > 8 + len(RESOURCES)
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 200)


def test_former_versions_are_a_series(changed: Store) -> None:
    """The builds that the database knows of, each after the one before it."""
    with Client(create_app(Settings(), changed).server) as client:
        graph = Graph().parse(data=client.get("/catalog.ttl").text, format="turtle")
    catalog = "http://atlas.test/catalog"
    after, walk = URIRef(f"{catalog}#data"), []
    while (after := graph.value(after, DCAT.prev)) is not None:
        walk.append(str(graph.value(after, DCAT.version)))
    assert walk == ["v2", "v1", "v0"]
    (series,) = set(graph.objects(None, DCAT.inSeries))
    assert (series, RDF.type, DCAT.DatasetSeries) in graph
    assert str(graph.value(URIRef(f"{catalog}#data-v1"), DCTERMS.issued)).startswith("2026-11-20")
    assert found(graph, Graph().parse(HERE / "shapes.ttl"))


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", "application/ld+json"),
        ("*/*", "application/ld+json"),
        ("application/ld+json", "application/ld+json"),
        ("text/turtle", "text/turtle"),
        ("text/turtle;q=0.9, application/ld+json;q=0.4", "text/turtle"),
        ("application/json;q=0.9, text/*;q=0.5, text/html;q=0.1", "text/turtle"),
    ],
)
def test_a_form_is_negotiated(client: Client, accept: str, kind: str) -> None:
    answer = client.get("/catalog", accept=accept)
    assert answer.headers["content-type"].partition(";")[0] == kind
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(("language", "page"), [("en-GB,en;q=0.9", "/en/data"), ("", "/duomenys")])
def test_who_reads_pages_is_led_to_the_page(client: Client, language: str, page: str) -> None:
    accept = "text/html,application/xhtml+xml,*/*;q=0.8"
    answer = client.get("/catalog", accept=accept, accept_language=language)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/atlas{page}")


def test_a_form_that_there_is_not_is_told_with_those_that_there_are(client: Client) -> None:
    answer = client.get("/catalog", accept="image/png, text/turtle;q=0")
    assert answer.status_code == 406
    assert "text/turtle" in answer.text


@pytest.mark.parametrize("address", FORMS)
def test_each_form_has_an_address_and_is_not_sent_twice(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.headers["content-type"].partition(";")[0] == FORMS[address]
    assert answer.headers["access-control-allow-origin"] == "*"
    again = client.get(address, if_none_match=answer.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")


def test_a_host_that_is_none_does_no_harm(client: Client) -> None:
    answer = client.get("/catalog.jsonld", host='x"<>{}')
    assert answer.status_code in (200, 400)
    assert '"<' not in answer.text


@pytest.fixture(scope="module")
def client(store: Store) -> Iterator[Client]:
    with Client(create_app(Settings(base_path="/atlas"), store).server) as opened:
        yield opened

"""The Data page tells programs what can be had: schema.org in its head, the catalogue beside it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from data.catalog import INDICATORS
from data.dataset.offered import LICENCE_URL

if TYPE_CHECKING:
    from asgi import Client

    from dashboard.answers import Atlas

ORIGIN = "http://atlas.test"
PAGES = {"/duomenys": "demonstraciniai", "/en/data": "demonstration"}


def told(client: Client, address: str) -> dict[str, Any]:
    """The one block of JSON-LD of a page."""
    (block,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', client.page(address), re.DOTALL
    )
    found: dict[str, Any] = json.loads(block)
    return found


@pytest.mark.parametrize("address", PAGES)
def test_the_data_set_is_told_as_search_engines_read_it(
    client: Client, atlas: Atlas, address: str
) -> None:
    """What https://schema.org/Dataset has and dataset searches ask for, all addresses absolute."""
    said = told(client, address)
    assert (said["@context"], said["@type"]) == ("https://schema.org", "Dataset")
    assert PAGES[address] in said["name"]
    assert 50 <= len(said["description"]) <= 5000
    assert said["url"] == f"{ORIGIN}{address}"
    assert said["@id"].startswith(f"{ORIGIN}/catalog")
    assert said["license"] == LICENCE_URL
    assert said["isAccessibleForFree"] is True
    assert said["creator"]["name"] == "Savivalda"
    assert said["version"] == atlas.store.version
    assert said["dateModified"] == "2026-11-21T12:30:00Z"
    assert said["temporalCoverage"] == "2015/2025"
    assert said["spatialCoverage"]["name"] in {"Lietuva", "Lithuania"}
    assert [each["propertyID"] for each in said["variableMeasured"]] == list(INDICATORS)
    for file, form in zip(atlas.files(), said["distribution"], strict=True):
        assert form["contentUrl"] == f"{ORIGIN}/data/{file.name}"
        assert form["sha256"] == file.sha256


def test_words_are_those_of_the_page(client: Client) -> None:
    lithuanian, english = (told(client, address) for address in PAGES)
    assert lithuanian["@id"] == english["@id"]
    for name in ("name", "description", "keywords", "citation", "variableMeasured", "isBasedOn"):
        assert lithuanian[name] != english[name], name


def test_the_catalogue_is_linked_in_head_and_text(client: Client) -> None:
    head, _, body = client.page("/en/data").partition("<body")
    for kind, path in {
        "application/ld+json": "/catalog.jsonld",
        "text/turtle": "/catalog.ttl",
    }.items():
        assert f'<link rel="alternate" type="{kind}" href="{path}">' in head
        assert f'href="{path}"' in body


def test_other_pages_tell_of_no_data_set(client: Client) -> None:
    assert "ld+json" not in client.page("/en/about")

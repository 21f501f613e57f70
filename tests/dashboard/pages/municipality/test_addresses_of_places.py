"""A municipality is found under any spelling, and has one address in each language."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from dashboard.language.i18n import language
from geo.places import municipalities
from geo.slugs import slug

if TYPE_CHECKING:
    from asgi import Client


def links(html: str) -> dict[str, str]:
    """Addresses in the page's content by the texts of their links."""
    main = html.partition("<main")[2].partition("</main>")[0]
    found = re.findall(r'<a [^>]*?href="([^"]+)"[^>]*>([^<]+)</a>', main)
    return {unescape(text): unescape(address) for address, text in found}


def test_the_list_leads_to_all_60_under_their_counties(client: Client) -> None:
    shown = client.page("/en/municipality")
    assert len(re.findall("<h2>[^<]+ County</h2>", shown)) == 10
    found = links(shown)
    for place in municipalities():
        assert found[place.name_en] == f"/en/municipality/{slug(place, 'en')}"
    assert "Birštonas</a> <small>resort</small>" in shown


def test_a_page_says_where_its_municipality_is_and_how_many_live_there(client: Client) -> None:
    shown = client.page("/savivaldybe/neringos")
    assert "<h1>Neringos savivaldybė</h1>" in shown
    assert "<li>Klaipėdos apskritis</li>" in shown
    assert re.search(r"<strong>Neringos</strong></th><td [^>]+>[1-9]\u00a0\d{3}\*?</td>", shown)
    assert "Nuolatinių gyventojų skaičius metų pradžioje (20" in shown, "source and date"


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/savivaldybe/53", "/savivaldybe/kedainiu-r"),
        ("/savivaldybe/kedainiu-rajono", "/savivaldybe/kedainiu-r"),
        ("/savivaldybe/kedainiai-district", "/savivaldybe/kedainiu-r"),
        (f"/savivaldybe/{quote('Kėdainių r. sav.')}", "/savivaldybe/kedainiu-r"),
        ("/savivaldybe/Kedainiu-R/", "/savivaldybe/kedainiu-r"),
        ("/en/municipality/kedainiu-r", "/en/municipality/kedainiai-district"),
        ("/en/municipality/LT-18", "/en/municipality/kedainiai-district"),
    ],
)
@pytest.mark.parametrize("query", ["", "?year=2019&k=8&select=%C4%97,13"])
def test_another_spelling_moves_to_the_one_address_with_its_query(
    client: Client, asked: str, canonical: str, query: str
) -> None:
    answer = client.get(f"{asked}{query}")
    assert answer.status_code == 308
    assert answer.headers["location"] == f"{canonical}{query}"
    assert client.get(canonical).status_code == 200


@pytest.mark.parametrize(
    ("asked", "said", "near"),
    [
        ("/savivaldybe/vilnius", "„vilnius“ gali reikšti kelias",
            ["Vilniaus m. sav.", "Vilniaus r. sav."]),
        ("/en/municipality/kaunas", "may mean several", ["Kaunas City", "Kaunas District"]),
        ("/savivaldybe/kedainiu-rajn", "Savivaldybės „kedainiu-rajn“ nėra", ["Kėdainių r. sav."]),
        ("/en/municipality/moletay", "no municipality called “moletay”", ["Molėtai District"]),
        ("/en/municipality/qqq", "no municipality called “qqq”", []),
    ],
)  # fmt: skip
def test_what_means_none_or_several_is_not_there_and_leads_to_those_near(
    client: Client, asked: str, said: str, near: list[str]
) -> None:
    answer = client.get(asked)
    assert answer.status_code == 404
    words = language("en" if asked.startswith("/en") else "lt")
    assert words.t("page.not_found.title") in answer.text
    assert said in unescape(answer.text)
    found = links(answer.text)
    assert set(near) <= set(found)
    for address in found.values():
        assert client.get(address).status_code == 200


def test_a_spelling_is_repeated_harmlessly_and_not_at_length(client: Client) -> None:
    answer = client.get(f"/savivaldybe/{quote('<img src=x>' + 'x' * 5000)}")
    assert answer.status_code == 404
    assert "<img src=x>" not in answer.text
    assert "x" * 100 not in answer.text


@pytest.mark.parametrize("name", ["Kėdainių r. sav.", "53", " kedainiai district "])
def test_the_form_leads_to_the_page_of_what_is_written(client: Client, name: str) -> None:
    answer = client.get(f"/savivaldybe?name={quote(name)}")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/savivaldybe/kedainiu-r"


def test_the_form_says_what_it_does_not_know_and_keeps_what_was_written(client: Client) -> None:
    shown = client.page("/savivaldybe", "?name=klaipeda")
    assert "„klaipeda“ gali reikšti kelias savivaldybes" in shown
    assert 'value="klaipeda"' in shown
    note = shown.partition('role="status"')[2].partition("</div>")[0]
    assert list(links(f"<main{note}")) == ["Klaipėdos m. sav.", "Klaipėdos r. sav."]
    assert 'rel="canonical" href="http://atlas.test/savivaldybe"' in shown

"""Everything in the atlas is found by what people type, and what is found is there."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.frame.finding import findables
from dashboard.language.i18n import CODES, language
from dashboard.searching.asked import read_text
from dashboard.searching.matching import grouped, matches
from dashboard.searching.shelf import Shelf
from data.asking import commitments
from data.asking.search import find_competitions, find_recipients
from data.catalog import INDICATORS
from geo.places import Municipality, counties, municipalities
from geo.spelling import base_names, fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from asgi import Client

    from dashboard.answers import Atlas
    from data.asking.store import Store

PLACES = st.sampled_from(municipalities())
KIND = {"city": "miestas", "district": "rajonas"}
ENDINGS = {
    "savivaldybė": "ė ės ei ę e ėje", "miestas": "as o ui ą u e", "rajonas": "as o ui ą u e",
    "apskritis": "is ies iai į imi yje", "iai": "iai ių iams ius iais iuose",
    "ai": "ai ų ams us ais uose", "ius": "ius iaus iui ių iumi iuje", "us": "us aus ui ų umi uje",
    "jis": "jis jo jui jį ju jyje", "is": "is io iui į iu yje", "as": "as o ui ą u e",
    "ys": "ys io iui į iu yje ių iams is iais yse", "os": "os ų oms as omis ose",
    "a": "a os ai ą oje", "ė": "ė ės ei ę ėje",
}  # fmt: skip
"""By a word or how it ends: its endings in the cases."""


def cases(noun: str) -> list[str]:
    """A noun in all its cases; of several words the last one changes."""
    known = next(ending for ending in ENDINGS if noun.endswith(ending))
    endings = ENDINGS[known].split()
    return [noun.removesuffix(endings[0]) + ending for ending in endings]


def forms(place: Municipality) -> list[str]:
    """How people speak of a municipality, in all cases."""
    genitive, town = base_names(place)
    spoken = [*cases(place.name_full_lt), *cases(town), place.name_lt, place.name_en, genitive]
    if place.type in KIND:
        spoken += [f"{genitive} {case}" for case in cases(KIND[place.type])]
    return spoken


@pytest.fixture(scope="module")
def codes_found(atlas: Atlas) -> Callable[[str], list[str]]:
    """The codes of the municipalities that a text finds."""
    shelves = {"municipality": Shelf(findables(atlas, language("lt")))}

    def found(text: str) -> list[str]:
        groups = grouped(matches(shelves, read_text(text).words), 60)
        return [item.code for group in groups for item in group.items]

    return found


@pytest.mark.parametrize("place", municipalities(), ids=lambda place: place.iso)
def test_a_municipality_is_found_by_every_form_of_its_name_and_by_its_codes(
    codes_found: Callable[[str], list[str]], place: Municipality
) -> None:
    for text in forms(place):
        for typed in (text, fold(text), " ".join(reversed(text.upper().split()))):
            assert place.code in codes_found(typed)[:3], typed
    assert codes_found(place.code)[0] == place.code
    assert codes_found(place.iso)[0] == place.code
    for name in base_names(place):
        assert place.code in codes_found(fold(name)[:4])


@given(PLACES, st.integers(0, 30), st.sampled_from("aeiklnorstuvz"), st.sampled_from((0, 1)))
def test_a_municipality_is_found_with_one_letter_wrong(
    codes_found: Callable[[str], list[str]], place: Municipality, at: int, letter: str, name: int
) -> None:
    text = base_names(place)[name]
    at %= len(text)
    assert place.code in codes_found(f"{text[:at]}{letter}{text[at + 1 :]} savivaldybė")
    assert place.code in codes_found(text[:at] + letter + text[at + 1 :])


def asked(client: Client, text: str, code: str) -> dict[str, Any]:
    answer = client.get(f"/search/{code}?q={quote(text, errors='surrogatepass')}")
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def first(told: dict[str, Any], kind: str, code: str) -> dict[str, str]:
    name = language(code).t(f"search.kind.{kind}")
    return next(group["items"][0] for group in told["groups"] if group["name"] == name)


@pytest.mark.parametrize(
    ("kind", "lt", "en"),
    [
        ("municipality", ("Kėdainių rajone", "/savivaldybe/kedainiu-r"),
         ("District Kedainiai", "/en/municipality/kedainiai-district")),
        ("county", ("utenos apskrityje", "/zemelapis?select=utena-county"),
         ("utena county", "/en/map?select=utena-county")),
        ("indicator", ("atvirumo", "/zemelapis?indicator=openness"),
         ("openness", "/en/map?indicator=openness")),
        ("commitment", ("3-III-4", "/isipareigojimai/3-III-4"),
         ("3-III-4", "/en/commitments/3-III-4")),
        ("term", ("NVO tarybos", "/apie#term-nvo-taryba"),
         ("council ngo", "/en/about#term-ngo-council-nvo-taryba")),
        ("page", ("privatumas", "/apie#privacy"), ("privacy", "/en/about#privacy")),
        ("page", ("duomenys ir šaltiniai", "/duomenys"), ("data and sources", "/en/data")),
    ],
)  # fmt: skip
def test_a_kind_of_thing_leads_to_where_it_is_shown(
    client: Client, kind: str, lt: tuple[str, str], en: tuple[str, str]
) -> None:
    for code, (text, path) in (("lt", lt), ("en", en)):
        assert first(asked(client, text, code), kind, code)["path"] == path


@pytest.mark.parametrize("code", CODES)
def test_whatever_there_is_is_found_by_its_own_name(
    client: Client, store: Store, code: str
) -> None:
    words = language(code)
    named = [("indicator", words.t(f"indicator.{item}.name")) for item in INDICATORS]
    named += [("county", words.name(county, "full")) for county in counties()[::3]]
    titles = commitments.commitments(store)[f"title_{code}"].dropna()
    named += [("commitment", title) for title in titles[::3] if len(title) <= 100]
    for kind, name in named:
        assert first(asked(client, name, code), kind, code)["name"] == name


def test_recipients_and_competitions_are_among_what_is_found(client: Client, store: Store) -> None:
    (recipient,) = find_recipients(store, "pavyzdine asociacija", 1)
    told = first(asked(client, "pavyzdinė asociacija", "lt"), "recipient", "lt")
    assert told["path"] == f"/gavejai/{recipient.key}"
    (competition,) = find_competitions(store, "2025 k01", 1)
    told = first(asked(client, "2025-K01", "en"), "competition", "en")
    assert told["path"] == f"/en/competitions/{competition.key}"


def test_what_kind_of_thing_is_looked_for_may_be_said(client: Client) -> None:
    named, bare = (
        asked(client, text, "lt") for text in ("konkursas 2024 kedainiu", "2024 kedainiu")
    )
    assert first(named, "competition", "lt") == first(bare, "competition", "lt")
    assert "Kėdainių r. sav., 2024" in first(named, "competition", "lt")["detail"]


def test_an_invented_recipient_says_so_and_no_private_person_is_found(client: Client) -> None:
    told = first(asked(client, "pavyzdinė bendrovė", "lt"), "recipient", "lt")
    assert language("lt").t("demo.badge") in told["detail"]
    for text in ("private", "fizinis asmuo"):
        for group in asked(client, text, "lt")["groups"]:
            assert not [item for item in group["items"] if item["path"].endswith("/private")]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("text", ["kauno", "NVO", "openness", "53"])
def test_the_page_tells_all_of_what_is_suggested_and_more(
    client: Client, text: str, code: str
) -> None:
    told = asked(client, text, code)
    html = client.page(told["all"]["path"])
    main = html.partition("<main")[2]
    links = {unescape(link) for link in re.findall(r'<a href="([^"]+)"', main)}
    assert {item["path"] for group in told["groups"] for item in group["items"]} <= links
    headings = re.findall(r"<h2[^>]*>([^<]+)</h2>", main)
    assert headings == [group["name"] for group in told["groups"]]
    assert told["said"]


@pytest.mark.parametrize("code", CODES)
def test_every_link_that_is_told_leads_somewhere(client: Client, code: str) -> None:
    for text in ("vilniaus", "NVO", "savivaldybes", "duomenys", "money"):
        for group in asked(client, text, code)["groups"]:
            for item in group["items"]:
                path, _, part = item["path"].partition("#")
                assert f'id="{part}"' in client.page(path) or not part, item


BAD = (
    *(
        "a" * 5000,
        "ž" * 5000,
        "'; DROP TABLE entity; --",
        "🙂🙂🙂",
        "\ud83d",
        "x",
        "%",
        "_%_",
        "\0",
    ),
    *("<script>alert(1)</script>", "zzzzqqq", "((((", "\\", "NULL", "{}", "ᚠᚢᚦ", " " * 300),
)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_what_cannot_be_found_is_no_error_and_says_what_can_be_tried(
    client: Client, text: str, code: str
) -> None:
    told = asked(client, text, code)
    path = language(code).path("/paieska" if code == "lt" else "/search")
    html = client.page(path, f"?q={quote(text, errors='surrogatepass')}")
    assert "<script>alert" not in html
    if not told["groups"]:
        assert language(code).t("search.try") in html
        assert bool(told["said"]) == bool(text.strip())
        assert unescape(html).count(told["said"])


def test_suggestions_stay_in_one_browser_for_as_long_as_the_data_last(
    client: Client, store: Store
) -> None:
    answer = client.get("/search/lt?q=kaunas")
    assert answer.headers["cache-control"].startswith("private")
    assert answer.headers["etag"] == f'"{store.version}"'
    again = client.get("/search/lt?q=kaunas", if_none_match=answer.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/search/de?q=kaunas").status_code == 404
    assert client.get("/search/lt").json()["groups"] == []


@pytest.mark.parametrize(
    "path",
    ["/", "/apie", "/nera", "/paieska?q=kaunas", "/en/", "/en/about", "/en/search", "/en/no"],
)
def test_every_page_has_the_field_once(client: Client, path: str) -> None:
    html = client.get(path).text
    code = "en" if path.startswith("/en/") else "lt"
    page = language(code).path("/paieska" if code == "lt" else "/search")
    name = language(code).t("page.search.nav")
    form = (
        f'<form action="{page}" class="search" role="search" aria-label="{name}" '
        f'data-from="/search/{code}">'
    )
    assert html.count(form) == html.count('data-from="') == 1
    assert html.index("<header") < html.index(form) < html.index("</header>")

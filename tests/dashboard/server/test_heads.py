"""The head of a page says what exactly this view is, to search engines and in shared links."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import pytest

from dashboard.language.i18n import CODES, language
from dashboard.pages import all_pages
from tests.map_address import EN_MAP

if TYPE_CHECKING:
    from asgi import Client

ORIGIN = "http://atlas.test"
LOCALES = {"lt": ("lt_LT", "en_IE"), "en": ("en_IE", "lt_LT")}
ADDRESSES = {
    "/": "/en/",
    "/zemelapis": "/en/map",
    "/zemelapis?indicator=total&year=2019&select=13,53": (
        "/en/map?indicator=total&year=2019&select=13,53"
    ),
    "/savivaldybe": "/en/municipality",
    "/savivaldybe/kedainiu-r": "/en/municipality/kedainiai-district",
    "/palyginimas": "/en/compare",
    "/palyginimas?select=13,53&year=2019": "/en/compare?select=13,53&year=2019",
    "/srautai": "/en/flows",
    "/srautai/kedainiu-r?year=2019&area=sport": "/en/flows/kedainiai-district?year=2019&area=sport",
    "/konkursai": "/en/competitions",
    "/konkursai?municipality=53&sort=-awarded": "/en/competitions?municipality=53&sort=-awarded",
    "/konkursai/53-2024-d53-2024-k01": "/en/competitions/53-2024-d53-2024-k01",
    "/gavejai": "/en/recipients",
    "/gavejai?kind=ngo&year=2025": "/en/recipients?kind=ngo&year=2025",
    "/gavejai/D53-0034": "/en/recipients/D53-0034",
    "/forumas": "/en/forum",
    "/forumas?select=utena-county": "/en/forum?select=utena-county",
    "/isipareigojimai": "/en/commitments",
    "/isipareigojimai?plan=3&sort=-title": "/en/commitments?plan=3&sort=-title",
    "/isipareigojimai/3-III-4": "/en/commitments/3-III-4",
    "/tyrimas": "/en/research",
    "/tyrimas?view=distribution&year=2019&select=13,53": (
        "/en/research?view=distribution&year=2019&select=13,53"
    ),
    "/duomenys": "/en/data",
    "/formos-patikra": "/en/check-a-form",
    "/apie": "/en/about",
    "/api": "/en/api",
    "/pokyciai": "/en/changes",
    "/pokyciai?municipality=13&kind=form": "/en/changes?municipality=13&kind=form",
    "/skaicius": "/en/figure",
    "/dalytis": "/en/share",
    "/dalytis?page=%2Fskaicius%3Findicator%3Dtotal%26year%3D2019": (
        "/en/share?page=%2Fskaicius%3Findicator%3Dtotal%26year%3D2019"
    ),
    "/paieska": "/en/search",
    "/paieska?q=kedainiu": "/en/search?q=kedainiu",
}
FIRST_PAGE = ("/", "/en/")


def named(html: str) -> dict[str, str]:
    """The `<meta>` elements by their name or property."""
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', html)
    return {name: unescape(text) for name, text in found}


def links(html: str, rel: str) -> dict[str, str]:
    """Addresses of `<link>` elements, by language."""
    found = re.findall(rf'<link rel="{rel}" href="([^"]+)"(?: hreflang="([^"]+)")?>', html)
    return {code: unescape(address) for address, code in found}


def first(html: str, tag: str) -> str:
    inner = re.search(rf"<{tag}[^>]*>(.*?)</{tag}>", html, re.DOTALL)[1]
    return unescape(re.sub("<[^>]+>", "", inner))


def test_all_pages_are_looked_at() -> None:
    paths = {address.partition("?")[0] for pair in ADDRESSES.items() for address in pair}
    pages = {page.path(language(code)) for page in all_pages() for code in CODES}
    assert pages <= paths, "put the addresses of a new page into ADDRESSES"


@pytest.mark.parametrize(("lithuanian", "english"), ADDRESSES.items())
def test_an_address_names_itself_and_its_like_in_the_other_language(
    client: Client, lithuanian: str, english: str
) -> None:
    for own in (lithuanian, english):
        html = client.page(own)
        assert links(html, "canonical") == {"": ORIGIN + own}
        assert links(html, "alternate") == {
            "lt": ORIGIN + lithuanian, "en": ORIGIN + english, "x-default": ORIGIN + lithuanian,
        }  # fmt: skip
        said, code = named(html), "en" if own.startswith("/en/") else "lt"
        assert said["og:url"] == ORIGIN + own
        assert (said["og:locale"], said["og:locale:alternate"]) == LOCALES[code]
        _is_pictured(said, code, own)


def _is_pictured(said: dict[str, str], code: str, address: str) -> None:
    """A picture in the language, of the same query and of the data that the page shows."""
    url = urlsplit(said["og:image"])
    assert f"{url.scheme}://{url.netloc}" == ORIGIN
    assert re.fullmatch(rf"/share/{code}/[a-z]+(/[\w-]+)?\.png", url.path)
    query, _, version = url.query.rpartition("v=")
    assert parse_qsl(query) == parse_qsl(urlsplit(address).query)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d\.[0-9a-f]{8}", version)
    assert said["og:image:alt"] == said["twitter:image:alt"] == said["og:description"]
    sizes = [said[f"og:image:{name}"] for name in ("width", "height", "type")]
    assert sizes == ["1200", "630", "image/png"]
    assert (said["twitter:card"], said["twitter:image"]) == (
        "summary_large_image", said["og:image"],
    )  # fmt: skip
    assert (said["og:type"], said["og:site_name"]) == ("website", "Savivalda")


@pytest.mark.parametrize("address", [each for pair in ADDRESSES.items() for each in pair])
def test_title_and_sentence_of_exactly_this_view_go_with_a_shared_link(
    client: Client, address: str
) -> None:
    html = client.page(address)
    said = named(html)
    heading = first(html, "h1")
    assert said["og:title"] == said["twitter:title"]
    if address in FIRST_PAGE:  # whose heading is what it says, and its description more
        assert f"{heading}." in said["og:description"]
        assert ("DEMONSTR" in said["og:description"]) is ("demo-badge" in html)
    else:
        subject, _, shown = heading.partition(": ") if "select=" in address else ("", "", heading)
        assert said["og:title"].startswith(subject)
        assert said["og:title"].endswith(shown) or shown.startswith(said["og:title"])
    assert first(html, "title") == f"{said['og:title']} – Savivalda"
    assert said["description"] == said["og:description"] == said["twitter:description"]
    assert len(said["description"]) > 40
    if not address.endswith(("/apie", "/about")):
        main = unescape(re.sub("<[^>]+>", "", html.partition("<main")[2]))
        assert said["description"].split(". ")[0] in main, "what is promised stands on the page"


def test_two_views_are_told_apart(client: Client) -> None:
    one, two = (named(client.page(EN_MAP, f"?year={year}")) for year in (2019, 2020))
    assert one["og:title"] != two["og:title"]
    assert "2019" in one["og:title"]
    assert one["description"] != two["description"]
    assert one["og:image"] != two["og:image"]


def test_values_that_could_not_be_used_do_not_travel_on(client: Client) -> None:
    html = client.page(EN_MAP, "?indicator=nonsense&year=1850&select=99&utm_source=x&names=1")
    assert links(html, "canonical") == {"": f"{ORIGIN}{EN_MAP}?names=1"}


def test_an_address_that_leads_nowhere_has_no_address_to_keep(client: Client) -> None:
    html = client.get("/en/nowhere").text
    assert links(html, "canonical") == links(html, "alternate") == {}
    said = named(html)
    assert not {"og:url", "og:image", "twitter:image"} & said.keys()
    assert said["twitter:card"] == "summary"

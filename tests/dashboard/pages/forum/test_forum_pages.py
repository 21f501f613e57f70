"""The page of a deck: whole in its first answer, edited by its form, taken away in files."""

from __future__ import annotations

import re
import tomllib
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlsplit

import pypdfium2
import pytest
from pptx import Presentation

from dashboard.forum.address import read_deck, write_deck
from dashboard.forum.deck import PURPOSES
from dashboard.forum.decks import default_deck
from dashboard.forum.kinds import kinds
from dashboard.indicators.selection import county_key, members
from dashboard.language.i18n import CODES, language
from dashboard.pages.forum.page import layout
from geo.places import counties
from tests.dashboard.looking import attribute, elements, text
from tests.map_address import LT_MAP

if TYPE_CHECKING:
    from asgi import Client

    from dashboard.answers import Atlas

UTENA = "select=utena-county"
PATHS = {"lt": "/forumas", "en": "/en/forum"}


@pytest.mark.parametrize("code", CODES)
def test_without_municipalities_the_ten_counties_are_offered_each_with_its_own(
    atlas: Atlas, code: str
) -> None:
    page, words = layout(atlas, language(code), ""), language(code)
    links = {text(link): link.href for link in elements(page, "A") if "select=" in link.href}
    assert {*links} == {words.name(county, "full") for county in counties()}
    for county in counties():
        href = links[words.name(county, "full")]
        assert href == f"{PATHS[code]}?select={county_key(county)}"
        assert read_deck(urlsplit(href).query, ()).select == members(county)


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("code", CODES)
def test_every_scene_is_there_with_its_slide_and_whatever_its_kind_takes(
    atlas: Atlas, code: str, purpose: str
) -> None:
    words = language(code)
    page = layout(atlas, words, f"{UTENA}&deck={purpose}")
    scenes = elements(page, "Li", "scene")
    deck = default_deck(purpose)
    assert len(scenes) == len(deck.scenes)
    for number, (item, scene) in enumerate(zip(scenes, deck.scenes, strict=True), 1):
        assert words.t(f"forum.kind.{scene.kind}") in text(item)
        fields = {each.name for each in elements(item) if hasattr(each, "name")}
        wanted = {f"{number}.{name}" for name in (*kinds()[scene.kind].takes, "title", "note")}
        assert fields == wanted | {str(number), "do"}
    assert page.query == f"{UTENA}{'' if purpose == PURPOSES[0] else f'&deck={purpose}'}"


def sent(page: object, **changes: str) -> str:
    """The query that the form of a page sends, with changes and the fields left empty."""
    pairs: list[tuple[str, str]] = []
    for each in elements(page):
        name = getattr(each, "name", "")
        if not name or type(each).__name__ == "Button":
            continue
        if type(each).__name__ == "Select":
            chosen = [one.value for one in elements(each, "Option") if getattr(one, "selected", 0)]
            pairs.append((name, chosen[0] if chosen else ""))
        elif type(each).__name__ == "Textarea":
            pairs.append((name, text(each)))
        elif not getattr(each, "disabled", False):
            pairs.append((name, getattr(each, "value", "") or ""))
    pairs = [(name, changes.get(name, value)) for name, value in pairs]
    return "&".join(f"{name}={quote(value)}" for name, value in pairs)


def test_the_form_sent_as_it_is_leads_to_the_same_deck(atlas: Atlas) -> None:
    for query in (UTENA, f"{UTENA}&deck=openness&look=dark", "select=53,13&1=map&1.year=2020"):
        page = layout(atlas, language("lt"), query)
        again = layout(atlas, language("lt"), sent(page))
        assert again.leads_to == f"/forumas?{page.query}"


@pytest.mark.parametrize(
    ("do", "expected"),
    [
        ("up.3", ["title", "map", "number"]),
        ("down.1", ["number", "title", "map"]),
        ("remove.2", ["title", "map", "county_map"]),
        ("copy.2", ["title", "number", "number"]),
        ("move.4.1", ["county_map", "title", "number"]),
        ("up.99", ["title", "number", "map"]),
    ],
)
def test_an_edit_leads_to_the_deck_that_it_makes(
    atlas: Atlas, do: str, expected: list[str]
) -> None:
    page = layout(atlas, language("lt"), f"{UTENA}&do={do}")
    found = read_deck(urlsplit(page.leads_to).query, atlas.areas)
    assert [scene.kind for scene in found.scenes][:3] == expected


def test_another_purpose_brings_its_own_scenes_and_another_place_keeps_them(atlas: Atlas) -> None:
    page = layout(atlas, language("lt"), f"{UTENA}&do=remove.2")
    edited = layout(atlas, language("lt"), urlsplit(page.leads_to).query)
    other = layout(atlas, language("lt"), sent(edited, deck="services"))
    assert other.leads_to == f"/forumas?{UTENA}&deck=services"
    moved = layout(atlas, language("lt"), sent(edited, look="dark"))
    query = urlsplit(moved.leads_to).query
    assert read_deck(query, atlas.areas).scenes == read_deck(edited.query, atlas.areas).scenes


def test_what_was_typed_in_vain_is_told(atlas: Atlas) -> None:
    page = layout(atlas, language("lt"), f"{UTENA}&select=Atlantis&was=yearly")
    assert page.leads_to == ""
    (note,) = (each for each in elements(page) if getattr(each, "id", "") == "note")
    assert "Atlantis" in text(note)


@pytest.mark.parametrize("code", CODES)
def test_the_deck_is_shown_and_taken_away_in_its_language(client: Client, code: str) -> None:
    words = language(code)
    page = client.get(f"{PATHS[code]}?{UTENA}")
    assert page.status_code == 200
    show = re.search(r'href="([^"]+)"[^>]*class="primary-link"', page.text)
    assert show
    shown = client.get(show[1].replace("&amp;", "&"))
    policy = shown.headers["content-security-policy"]
    assert "'sha256-" in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'self'" not in policy
    assert shown.text.count('<section class="slide"') == len(default_deck(PURPOSES[0]).scenes)
    files = {
        kind: client.get(f"/download/{code}/forum.{kind}?{UTENA}")
        for kind in ("html", "pptx", "pdf", "toml")
    }
    for kind, answer in files.items():
        assert answer.status_code == 200
        assert f"utena-county.{kind}" in answer.headers["content-disposition"]
    assert files["html"].text == shown.text
    title = words.t("forum.of", whose=words.name(_utena(), "full"))
    assert Presentation(BytesIO(files["pptx"].content)).core_properties.title
    assert len(pypdfium2.PdfDocument(files["pdf"].content)) == len(default_deck("yearly").scenes)
    assert tomllib.loads(files["toml"].text)["savivalda"] == "deck"
    assert title in page.text
    sheets = client.get(f"/download/{code}/municipalities.pdf?{UTENA}")
    assert len(pypdfium2.PdfDocument(sheets.content)) == len(members(_utena()))


def _utena() -> object:
    return next(county for county in counties() if county.name_en == "Utena County")


def test_a_kept_file_is_opened_and_a_wrong_one_refused_in_words(client: Client) -> None:
    query = "select=53,13&look=dark&1=map&1.indicator=openness&1.title=Kas%20pirmauja%3F"
    kept = client.get(f"/download/lt/forum.toml?{query}").content
    opened = client.request("POST", "/forum/lt/open", content=kept)
    assert opened.status_code == 200
    address = opened.json()["address"]
    assert read_deck(urlsplit(address).query, ()) == read_deck(query, ())
    for content, parts in (
        (b"PK\x03\x04", ("deck.toml",)),
        (kept.replace(b'"openness"', b'"openes"'), ("openes", "openness")),
        (b"x" * 100_001, ("deck.toml", "100")),
    ):
        headers = {"X-File-Name": "deck.toml"}
        refused = client.request("POST", "/forum/en/open", content=content, headers=headers)
        assert refused.status_code in (413, 422)
        assert all(part in refused.json()["wrong"] for part in parts), refused.text


def test_a_view_of_the_map_is_added_to_the_deck_in_work(client: Client, atlas: Atlas) -> None:
    view = "indicator=total&unit=eur&year=2020&select=utena-county"
    first = client.get(f"/forumas/prideti?{view}")
    assert first.status_code == 303
    made = read_deck(urlsplit(first.headers["location"]).query, atlas.areas)
    assert made.select == members(_utena())  # type: ignore[arg-type]
    scene = made.scenes[-2]
    assert (scene.kind, scene.indicator, scene.unit, scene.year) == (
        "county_map", "total", "eur", 2020,
    )  # fmt: skip
    to = write_deck(default_deck("services", ("53",)))
    second = client.get(f"/en/forum/add?indicator=total&to={quote(to)}")
    query = urlsplit(second.headers["location"]).query
    added = read_deck(query, atlas.areas)
    assert (added.select, added.purpose, added.scenes[-2].kind) == (("53",), "services", "map")
    assert dict(parse_qsl(query))["deck"] == "services"


def test_the_map_leads_to_the_forum_with_its_view(client: Client) -> None:
    page = client.get(f"{LT_MAP}?indicator=total&select=53").text
    link = re.search(r'<a href="([^"]+)" class="to-forum"', page)
    assert link
    assert link[1].replace("&amp;", "&") == "/forumas/prideti?indicator=total&select=53"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/download/lt/forum.odp?select=53", 404),
        ("/download/xx/forum.pdf?select=53", 404),
        ("/download/lt/municipalities.pdf", 400),
        ("/download/xx/municipalities.pdf?select=53", 404),
    ],
)
def test_what_there_is_not_is_not_answered(client: Client, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_focus_goes_with_what_is_moved(atlas: Atlas) -> None:
    page = layout(atlas, language("lt"), UTENA)
    ids = {getattr(each, "id", "") for each in elements(page, "Button")}
    for button in elements(page, "Button"):
        then = vars(button).get("data-then")
        if then and not button.disabled and not button.value.startswith("copy"):
            assert then in ids, attribute(button, "aria-label")

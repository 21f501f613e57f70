"""The document of a deck: whole in itself, one script, and every text where it belongs."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from dashboard.slides.content import MapBody, Slide, SlideDeck, WordsBody
from dashboard.slides.screen import SAYS, policy, slides_html
from dashboard.slides.stage import SQUARE, WIDE, arrange
from tests.dashboard.slides.example_slides import a_map, example_deck

SAID = {key: f"says {key} {{number}}" for key in SAYS}
DECK = replace(example_deck(), says=SAID)
REFERS = {"src", "srcset", "href", "action", "data", "poster", "formaction"}


class Seen(HTMLParser):
    """Scripts, what is referred to, and the texts of a document."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.refers: set[str] = set()
        self.handlers: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.scripts.append((dict(attrs), ""))
        self.refers |= {value or "" for name, value in attrs if name in REFERS and tag != "a"}
        self.handlers |= {name for name, _ in attrs if name.startswith("on")}

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and self.scripts and not self.scripts[-1][1]:
            self.scripts[-1] = (self.scripts[-1][0], data)
        self.text += data


@pytest.fixture(scope="module")
def html() -> str:
    return slides_html(DECK)


def test_it_asks_for_nothing_but_itself_and_is_small(html: str) -> None:
    seen = Seen(html)
    assert {each for each in seen.refers if not each.startswith(("#", "data:"))} == set()
    assert re.findall(r"@import|url\((?!#)|//# sourceMapp", html) == []
    assert len(html.encode()) < 350_000


def test_the_policy_allows_its_one_script_and_nothing_else(html: str) -> None:
    seen = Seen(html)
    (script,) = [text for attributes, text in seen.scripts if "type" not in attributes]
    mark = b64encode(sha256(script.encode()).digest()).decode()
    allowed = dict(each.split(" ", 1) for each in policy(html).split("; "))
    assert allowed["default-src"] == "'none'"
    assert allowed["script-src"] == f"'sha256-{mark}'"
    assert seen.handlers == set()
    (stated,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert stated.replace("&#39;", "'") == policy(html)


def test_a_document_without_its_script_has_no_policy() -> None:
    with pytest.raises(ValueError, match="one script"):
        policy("<html></html>")


def test_headings_lead_through_it(html: str) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", html.partition("<nav")[0])]
    assert levels[0] == 1
    assert levels.count(2) == len(DECK.slides)
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_all_that_a_map_can_become_is_written_already(html: str) -> None:
    blocks = [
        json.loads(text) for attributes, text in Seen(html).scripts
        if attributes.get("class") == "movable"
    ]  # fmt: skip
    bodies = [slide.body for slide in DECK.slides if isinstance(slide.body, MapBody)]
    for block, body in zip(blocks, bodies, strict=True):
        for year, written in zip(body.years, block["years"], strict=True):
            assert written["title"].replace("\u00a0", " ") == year.title
            assert tuple(written["told"]) == year.told
            assert written["counts"] == [str(entry.count) for entry in year.legend]
        assert block["letters"]["U"] == "82"


def test_a_title_that_a_deck_gave_a_map_stays_with_the_year_beside_it() -> None:
    slide = replace(a_map(), title="Kas ką gauna")
    (block,) = [
        json.loads(text) for attributes, text
        in Seen(slides_html(replace(DECK, slides=(slide,)))).scripts
        if attributes.get("class") == "movable"
    ]  # fmt: skip
    assert [year["title"] for year in block["years"]] == [
        "Kas ką gauna (2023)", "Kas ką gauna (2024)", "Kas ką gauna",
    ]  # fmt: skip


def test_a_map_leaves_room_for_the_longest_text_of_its_years() -> None:
    """Else the picture would lie over the sentence in one of them."""
    slide = a_map()
    assert isinstance(slide.body, MapBody)
    first, *rest = slide.body.years
    long = f"{first.sentence} " * 2
    years = (replace(first, sentence=long), *rest)
    html = slides_html(
        replace(DECK, slides=(replace(slide, body=replace(slide.body, years=years)),))
    )
    needed = [arrange(replace(slide, sentence=long), stage).body for stage in (SQUARE, WIDE)]
    assert re.findall(r"--body-height:([\d.]+)", html) == [f"{area.height:.5g}" for area in needed]


def test_texts_are_texts_whatever_they_hold() -> None:
    evil = '</script><script>alert(1)</script>"&<b>'
    map_slide = a_map()
    assert isinstance(map_slide.body, MapBody)
    year = replace(map_slide.body.years[2], sentence=evil)
    slides = (
        Slide("question", evil, evil, WordsBody((evil,), evil), evil, evil, evil, evil),
        replace(map_slide, body=replace(map_slide.body, years=(year,), now=0)),
    )
    html = slides_html(replace(DECK, title=evil, slides=slides, says=dict.fromkeys(SAYS, evil)))
    assert "<script>alert" not in html
    assert "<b>" not in html
    assert len(Seen(html).scripts) == 3, "a map's years, what the script says, the script"


def test_a_text_that_is_missing_is_named() -> None:
    with pytest.raises(KeyError, match="presenter_blocked"):
        slides_html(replace(DECK, says={key: "" for key in SAYS if key != "presenter_blocked"}))


def test_a_deck_without_slides_is_a_document_too() -> None:
    assert "<main>" in slides_html(SlideDeck("en", "Empty", (), says=SAID))


def test_the_same_deck_gives_the_same_bytes(html: str) -> None:
    assert slides_html(DECK) == html

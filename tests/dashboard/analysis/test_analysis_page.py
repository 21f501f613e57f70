"""The draft as a page: one file that asks for nothing, names its language and all that it shows."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.analysis.document import AnalysisDocument

Element = tuple[str, dict[str, str]]


class _Elements(HTMLParser):
    """All elements with their attributes, and what captions say."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []
        self.captions: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag in {"caption", "figcaption"}:
            self.inside = tag
            self.captions.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.captions[-1] += data


@pytest.fixture(scope="module")
def page(analysis_folder: Path) -> _Elements:
    read = _Elements()
    read.feed((analysis_folder / "analize.html").read_text())
    return read


def all_of(page: _Elements, tag: str) -> list[dict[str, str]]:
    return [attributes for name, attributes in page.found if name == tag]


def test_it_asks_for_nothing_but_itself(page: _Elements) -> None:
    policy = next(each["content"] for each in all_of(page, "meta") if "http-equiv" in each)
    assert policy.startswith("default-src 'none';")
    asked = [each.get(name, "") for _, each in page.found for name in ("src", "href")]
    assert [each for each in asked if each and not each.startswith(("data:", "#"))] == []
    assert all_of(page, "script") == []


def test_language_headings_and_ids(page: _Elements, analysed: AnalysisDocument) -> None:
    assert all_of(page, "html")[0]["lang"] == "lt"
    assert len(all_of(page, "h1")) == 1
    ids = [each["id"] for _, each in page.found if "id" in each]
    assert max(Counter(ids).values()) == 1
    links = [each["href"] for each in all_of(page, "a")]
    assert links == [f"#{section.id}" for section in analysed.sections]
    assert {*links} <= {f"#{name}" for name in ids}


def test_every_picture_has_an_alternative_and_every_table_a_head(
    page: _Elements, analysed: AnalysisDocument
) -> None:
    figures = [each for section in analysed.sections for each in section.figures]
    tables = [each for section in analysed.sections for each in section.tables]
    assert [each["alt"] for each in all_of(page, "img")] == [
        re.sub(r" (?=m\.|p\.|proc)", "\u00a0", each.alternative) for each in figures
    ]
    scopes = Counter(each["scope"] for each in all_of(page, "th"))
    assert scopes == {
        "col": sum(len(each.head) for each in tables),
        "row": sum(len(each.rows) for each in tables),
    }


def test_captions_are_numbered_and_marked(page: _Elements, analysed: AnalysisDocument) -> None:
    figures = [each for each in page.captions if "\u00a0pav." in each]
    tables = [each for each in page.captions if "\u00a0lentelė." in each]
    assert [int(each.split("\u00a0")[0]) for each in figures] == [*range(1, len(figures) + 1)]
    assert [int(each.split("\u00a0")[0]) for each in tables] == [*range(1, len(tables) + 1)]
    assert len(figures) + len(tables) == len(page.captions)
    mark = analysed.demo
    shown = [each for section in analysed.sections for each in (*section.figures, *section.tables)]
    assert sum(mark in each for each in page.captions) == sum(bool(each.demo) for each in shown)

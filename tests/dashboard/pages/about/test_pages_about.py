"""The about page tells the same in both languages, and tells of every indicator."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from looking import attribute, elements

from dashboard.language.i18n import CODES, language
from dashboard.pages import all_pages
from dashboard.pages.about import sections as texts
from dashboard.pages.about.page import PAGE
from dashboard.pages.about.sections import read_sections
from dashboard.pages.data.page import PARTS
from data.asking.views import census_changes
from data.catalog import INDICATORS

if TYPE_CHECKING:
    from dashboard.answers import Atlas


def shape(code: str) -> list[tuple[str, int, int]]:
    """Each section's id, and how many table rows and list items it has."""
    return [
        (
            item.id,
            len(re.findall(r"^\|", item.markdown, re.MULTILINE)),
            len(re.findall(r"^- ", item.markdown, re.MULTILINE)),
        )
        for item in read_sections("about", language(code))
    ]


def test_both_languages_have_the_same_parts() -> None:
    assert shape("lt") == shape("en")
    assert len(shape("lt")) > 8


@pytest.mark.parametrize("code", CODES)
def test_every_indicator_is_named_and_its_method_told(code: str) -> None:
    words = language(code)
    markdown = "\n".join(item.markdown for item in read_sections("about", words))
    for found in INDICATORS:
        row = f"| {words.t(f'indicator.{found}.name')} | {words.t(f'indicator.{found}.method')} |"
        assert row in markdown


@pytest.mark.parametrize("code", CODES)
def test_no_place_is_left_unfilled_and_links_stay_inside(code: str) -> None:
    words = language(code)
    markdown = "\n".join(item.markdown for item in read_sections("about", words))
    assert not re.findall(r"[{}]", markdown)
    addresses = {page.path(words) for page in all_pages()}
    found = {link.partition("#")[::2] for link in re.findall(r"\]\(([^)]*)\)", markdown)}
    assert {address for address, _ in found if address} <= addresses
    sections = {item.id for item in read_sections("about", words)}
    assert {part for address, part in found if not address} <= sections
    assert {part for address, part in found if address and part} <= {*PARTS}


@pytest.mark.parametrize("code", CODES)
def test_contents_lead_to_every_part(atlas: Atlas, code: str) -> None:
    page = PAGE.layout(atlas, language(code), "")
    (contents,) = elements(page, class_name="contents")
    parts = [item.id for item in elements(page, "H2")]
    assert [link.href for link in elements(contents, "A")] == [f"#{part}" for part in parts]
    assert [attribute(item, "aria-labelledby") for item in elements(page, "Section")] == parts


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("en", "| Klaipėda District | 62,648 | 56,964 | -9.1% |"),
        ("lt", "| Klaipėdos r. sav. | 62\u00a0648 | 56\u00a0964 | −9,1\u00a0% |"),
    ],
)
def test_it_lists_how_far_the_census_moved_the_residents(atlas: Atlas, code: str, row: str) -> None:
    words, changes = language(code), census_changes(atlas.store)
    found = {item.id: item.markdown for item in read_sections("about", words, changes)}
    table = re.findall(r"^\|.*$", found["residents"], re.MULTILINE)
    assert len(table) == 2 + 18
    assert table[2] == row
    assert "+7" in table[-1]


def test_every_text_has_both_languages() -> None:
    names = {path.name for path in Path(texts.__file__).parent.glob("*.md")}
    stems = {name.split(".")[0] for name in names}
    assert names == {f"{stem}.{code}.md" for stem in stems for code in CODES}

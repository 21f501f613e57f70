"""The data page says where figures come from and which of them are there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from looking import attribute, elements, rows, text

from dashboard.components.submission_matrix import STATES, count_states
from dashboard.i18n import CODES, language
from dashboard.pages.data import PAGE
from data.catalog import INDICATORS, UNITS, YEARS
from data.views import submissions
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.atlas import Atlas
    from dashboard.i18n import Language


def panel(atlas: Atlas, words: Language, name: str) -> Component:
    (found,) = elements(PAGE.layout(atlas, words, ""), class_name=f"panel-{name}")
    return found


@pytest.mark.parametrize("code", CODES)
def test_every_source_has_publisher_licence_date_and_limits(atlas: Atlas, code: str) -> None:
    words = language(code)
    table = rows(panel(atlas, words, "sources"))
    sources = atlas.sources()
    assert len(table) == len(sources)
    for row, source in zip(table, sources.to_dict("records"), strict=True):
        mark = words.t("demo.badge" if source["kind"] == "demo" else "real.badge")
        assert row == [
            f"{source[f'title_{code}']} {mark}",
            source["publisher"],
            source[f"licence_{code}"],
            "2026-11-21",
            source[f"note_{code}"],
        ]


def test_sources_lead_to_where_they_were_published(atlas: Atlas) -> None:
    links = elements(panel(atlas, language("lt"), "sources"), "A")
    assert {link.href for link in links} == set(atlas.sources()["url"].dropna())


@pytest.mark.parametrize("code", CODES)
def test_the_matrix_gives_the_state_of_every_municipality_and_year(atlas: Atlas, code: str) -> None:
    words = language(code)
    matrix = panel(atlas, words, "matrix")
    table = rows(matrix)
    labels = atlas.labels("submission_state", words)
    assert [row[0] for row in table] == [words.name(place) for place in municipalities()]
    assert [text(cell) for cell in elements(elements(matrix, "Thead"), "Th")][1:] == [
        str(year) for year in YEARS
    ]
    forms = submissions(atlas.store).set_index(["municipality", "year"])["state"]
    for place, (_, *cells) in zip(municipalities(), table, strict=True):
        assert cells == [labels[forms[place.code, year]] for year in YEARS]


@pytest.mark.parametrize("code", CODES)
def test_cells_legend_and_sentence_count_alike(atlas: Atlas, code: str) -> None:
    words = language(code)
    matrix = panel(atlas, words, "matrix")
    counts = count_states(submissions(atlas.store))
    assert sum(counts.values()) == len(municipalities()) * len(YEARS)
    assert Counter(cell.className for cell in elements(matrix, "Td")) == {
        f"form-{state}": count for state, count in counts.items()
    }
    labels = atlas.labels("submission_state", words)
    (legend,) = elements(matrix, class_name="matrix-legend")
    assert [text(item) for item in elements(legend, "Li")] == [
        f"{labels[state]} {count}" for state, count in counts.items()
    ]
    sentence = next(text(item) for item in elements(matrix, "P") if "660" in text(item))
    assert all(str(count) in sentence for count in counts.values())


def test_every_state_that_a_form_can_be_in_has_a_place(atlas: Atlas) -> None:
    assert set(STATES) == set(atlas.codes("submission_state")["code"])


def test_the_matrix_is_marked_demo_and_can_be_reached_by_keyboard(atlas: Atlas) -> None:
    words = language("lt")
    matrix = panel(atlas, words, "matrix")
    assert elements(matrix, class_name="demo-badge")
    assert words.t("demo.figures") in text(matrix)
    (region,) = elements(matrix, class_name="matrix-scroll")
    assert (region.role, region.tabIndex) == ("region", 0)
    assert attribute(region, "aria-label") == words.t("data.matrix.region")


@pytest.mark.parametrize("code", CODES)
def test_the_version_and_every_indicator_are_listed(atlas: Atlas, code: str) -> None:
    words = language(code)
    version = text(panel(atlas, words, "version"))
    assert atlas.store.version in version
    assert f"{atlas.store.built_at:%Y-%m-%d %H:%M} UTC" in version
    table = {row[0]: row for row in rows(panel(atlas, words, "indicators"))}
    assert list(table) == [words.t(f"indicator.{found}.name") for found in INDICATORS]
    total = table[words.t("indicator.total.name")]
    assert str(UNITS["constant"].last_year) in total[2]
    assert total[4] == words.t("direction.neutral")

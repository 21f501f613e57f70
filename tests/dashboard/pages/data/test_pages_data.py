"""The data page says what is there and what is missing, whence, how checked, and offers it all."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from looking import attribute, elements, rows, text

from dashboard.language.i18n import CODES, language
from dashboard.language.years import spans
from dashboard.pages.data.completeness import ALL, COMPLETE, completeness
from dashboard.pages.data.page import PAGE, PARTS
from dashboard.pages.data.source_table import age, source_table
from dashboard.pages.data.submission_matrix import KINDS, STATES, count_states, submission_matrix
from data.asking import views
from data.asking.views import submissions
from data.catalog import INDICATORS, UNITS, YEARS
from data.dataset.offered import citation
from data.forms.definition.read import load_form
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

TODAY = date(2026, 11, 23)


def panel(atlas: Atlas, words: Language, name: str) -> Component:
    (found,) = elements(PAGE.layout(atlas, words, ""), class_name=f"panel-{name}")
    return found


def matrix_rows(matrix: Component) -> list[list[str]]:
    """Text of the matrix, without the lines of the counties."""
    (table,) = elements(matrix, class_name="matrix")
    bodies = elements(table, "Tbody")
    found = [row for body in bodies for row in elements(body, "Tr")]
    return [
        [text(cell) for cell in row.children]
        for row in found
        if getattr(row, "className", "") != "county"
    ]


@pytest.mark.parametrize("code", CODES)
def test_every_part_is_in_the_list_on_top(atlas: Atlas, code: str) -> None:
    words = language(code)
    page = PAGE.layout(atlas, words, "")
    (contents,) = elements(page, class_name="parts")
    assert [(link.href, text(link)) for link in elements(contents, "A")] == [
        (f"#{name}", words.t(f"data.{name}.title")) for name in PARTS
    ]
    assert [section.id for section in elements(page, "Section")] == list(PARTS)


@pytest.mark.parametrize("code", CODES)
def test_every_source_has_publisher_licence_age_years_and_limits(atlas: Atlas, code: str) -> None:
    words = language(code)
    table = rows(source_table(atlas, words, today=TODAY, labelled_by="x"))
    sources = atlas.sources()
    assert len(table) == len(sources)
    for row, source in zip(table, sources.to_dict("records"), strict=True):
        mark = words.t("demo.badge" if source["kind"] == "demo" else "real.badge")
        retrieved = source["retrieved"].date()
        assert [*row[:4], row[5]] == [
            f"{source[f'title_{code}']} {mark}",
            source["publisher"],
            source[f"licence_{code}"],
            f"{retrieved} {age(retrieved, TODAY, words)}",
            source[f"note_{code}"],
        ]
    years = {source: row[4] for source, row in zip(sources["source"], table, strict=True)}
    assert years["population"].startswith("2015–2018, 2020, 2026")
    assert years["population_2019"].startswith("2019")
    assert years["prices"].startswith("2015–2024")
    assert years["prices_2025"].startswith("2025")
    assert years["demo"].startswith("2015–2025")
    assert years["boundaries"] == words.t("data.source.timeless")


@pytest.mark.parametrize(
    ("days", "lithuanian", "english"),
    [
        (-1, "šiandien", "today"),
        (0, "šiandien", "today"),
        (1, "prieš 1 dieną", "1 day ago"),
        (12, "prieš 12 dienų", "12 days ago"),
        (23, "prieš 23 dienas", "23 days ago"),
    ],
)
def test_how_old_a_source_is(days: int, lithuanian: str, english: str) -> None:
    retrieved = TODAY - timedelta(days=days)
    assert age(retrieved, TODAY, language("lt")) == lithuanian
    assert age(retrieved, TODAY, language("en")) == english


@pytest.mark.parametrize(
    ("years", "short"),
    [([2020], "2020"), ([2015, 2016, 2018], "2015–2016, 2018"), (range(2015, 2026), "2015–2025")],
)
def test_years_in_short(years: list[int], short: str) -> None:
    assert spans(years, language("en")) == short
    assert spans(years, language("lt")) == f"{short} m."


def test_sources_lead_to_where_they_were_published(atlas: Atlas) -> None:
    links = elements(panel(atlas, language("lt"), "sources"), "A")
    assert {link.href for link in links} == set(atlas.sources()["url"].dropna())


@pytest.mark.parametrize("code", CODES)
def test_the_matrix_gives_the_state_of_every_municipality_and_year(atlas: Atlas, code: str) -> None:
    words = language(code)
    table = matrix_rows(panel(atlas, words, "matrix"))
    labels = atlas.labels("submission_state", words)
    by_county = [
        place for county in counties() for place in municipalities() if place.county == county.code
    ]
    assert [row[0] for row in table] == [words.name(place) for place in by_county]
    forms = submissions(atlas.store).set_index(["municipality", "year"])
    kinds = {demo: words.t(f"data.kind.{KINDS[demo]}_short") for demo in (False, True)}
    for place, (_, *cells, there) in zip(by_county, table, strict=True):
        told = [forms.loc[(place.code, year)] for year in YEARS]
        states = [form["state"] for form in told]
        assert cells == [f"{labels[form['state']]}, {kinds[form['demo']]}" for form in told]
        assert there == f"{sum(state in COMPLETE for state in states)}/{len(YEARS)}"


@pytest.mark.parametrize("code", CODES)
def test_cells_legend_and_sentence_count_alike_and_drop_nothing(atlas: Atlas, code: str) -> None:
    words = language(code)
    matrix = panel(atlas, words, "matrix")
    forms = submissions(atlas.store)
    counts = count_states(forms)
    assert sum(counts.values()) == len(forms) == len(municipalities()) * len(YEARS)
    (table,) = elements(matrix, class_name="matrix")
    cells = Counter(cell.className for cell in elements(table, "Td"))
    assert cells.pop("there") == len(municipalities())
    assert cells == Counter(
        f"form-{state} kind-{KINDS[demo]}"
        for state, demo in zip(forms["state"], forms["demo"], strict=True)
    )
    labels = atlas.labels("submission_state", words)
    (legend,) = elements(matrix, class_name="matrix-legend")
    expected = [
        *(
            f"{labels[state]} {count} {words.t(f'data.state.{state}')}"
            + (f" {words.t('data.state.invented', n=str(count))}" if state != "published" else "")
            for state, count in counts.items()
        ),
        f"{words.t('data.kind.real')} 6 {words.t('data.kind.real_means')}",
        f"{words.t('data.kind.demo')} {len(forms) - 6} {words.t('data.kind.demo_means')}",
    ]
    assert [text(item) for item in elements(legend, "Li")] == expected
    sentence = next(text(item) for item in elements(matrix, "P") if "660" in text(item))
    assert all(str(count) in sentence for count in counts.values())


def test_real_forms_among_invented_ones_are_told_apart(atlas: Atlas) -> None:
    forms = submissions(atlas.store)
    forms["demo"] = forms["municipality"] != "13"
    words = language("lt")
    labels = atlas.labels("submission_state", words)
    table = submission_matrix(forms, completeness(forms), labels, words, labelled_by="x")
    kinds = Counter(cell.className.split()[-1] for cell in elements(table, "Td"))
    assert kinds == {"kind-real": 11, "kind-demo": 649, "there": 60}
    assert all(cell.endswith(", tikra") for cell in next(
        row for row in matrix_rows(table) if row[0] == "Vilniaus m. sav."
    )[1:-1])  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_each_county_says_how_complete_it_is_per_year_and_in_all(atlas: Atlas, code: str) -> None:
    words = language(code)
    matrix = panel(atlas, words, "matrix")
    forms = submissions(atlas.store)
    complete = completeness(forms)
    (table,) = elements(matrix, class_name="counties")
    county = {place.code: place.county for place in municipalities()}
    forms["county"], forms["there"] = (
        forms["municipality"].map(county),
        forms["state"].isin(COMPLETE),
    )
    found = rows(table)
    assert [row[0] for row in found] == [
        *(words.name(each) for each in counties()),
        words.t("data.county.all"),
    ]
    for each, row in zip([*counties(), None], found, strict=True):
        own = forms if each is None else forms[forms["county"] == each.code]
        for year, cell in zip([*YEARS, ALL], row[1:], strict=True):
            cells = own if year == ALL else own[own["year"] == year]
            part = complete[each.code if each else ALL, str(year)]
            assert part == (cells["there"].sum(), len(cells))
            said = f"{part.percent(words)} {part.there}/{part.of}"
            assert cell == said.replace("\u00a0", " ")
            assert (part.percent(words)[:3] == "100") == (part.there == part.of)
    for each in counties():
        (line,) = [
            item
            for item in elements(matrix, "Th")
            if getattr(item, "id", "") == f"county-{each.code}"
        ]
        part = complete[each.code, ALL]
        assert str(part.there) in text(line)
        assert str(part.of) in text(line)


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
def test_every_check_stands_with_what_it_makes_sure_of_and_its_result(
    atlas: Atlas, code: str
) -> None:
    words = language(code)
    checks = views.checks(atlas.store)
    assert len(checks) > 25
    found = panel(atlas, words, "checks")
    assert f"{atlas.store.built_at:%Y-%m-%d %H:%M} UTC" in text(found)
    assert rows(found) == [
        [each[f"about_{code}"], f"✓ {words.n('data.checks.found', 0)}", each["name"]]
        for each in checks.to_dict("records")
    ]


def test_corrections_are_told_with_their_reason(atlas: Atlas) -> None:
    words = language("lt")
    (row,) = rows(panel(atlas, words, "corrections"))
    (known,) = views.corrections(atlas.store).to_dict("records")
    assert row[0] == f"Vilniaus r. sav., 2022 {words.t('demo.badge')}"
    assert row[1:] == ["allocation.executed", known["before"], known["after"], known["reason"]]


@pytest.mark.parametrize("code", CODES)
def test_the_data_set_is_offered_with_size_licence_checksum_and_citation(
    atlas: Atlas, code: str
) -> None:
    words = language(code)
    take = panel(atlas, words, "take")
    files = atlas.files()
    assert [file.kind for file in files] == ["csv", "parquet", "xlsx", "duckdb"]
    for file, row in zip(files, rows(take), strict=True):
        megabytes = float(row[2].removesuffix(" MB").replace(",", "."))
        assert megabytes == pytest.approx(file.bytes / 1e6, abs=0.051)
        assert [row[0], row[3], row[4]] == [file.name, "CC BY 4.0", file.sha256]
    links = [link.href for link in elements(take, "A")]
    for address in (*(f"/data/{file.name}" for file in files), "/catalog.jsonld", "/catalog.ttl"):
        assert links.count(address) == 1
    (cited,) = elements(take, class_name="citation")
    assert text(cited) == citation(atlas.store.version, code, demo=True)
    assert atlas.store.version in text(cited)
    assert elements(take, class_name="demo-badge")
    assert f"{atlas.store.built_at:%Y-%m-%d %H:%M} UTC" in text(take)


def test_files_that_are_not_there_are_said_not_to_be(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(atlas), "files", lambda _: ())
    words = language("en")
    take = panel(atlas, words, "take")
    assert not elements(take, "Table")
    assert words.t("data.take.none") in text(take)


def test_a_set_too_long_for_a_workbook_says_so(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = language("en")
    assert words.t("data.take.too_long") not in text(panel(atlas, words, "take"))
    others = tuple(file for file in atlas.files() if file.kind != "xlsx")
    monkeypatch.setattr(type(atlas), "files", lambda _: others)
    assert words.t("data.take.too_long") in text(panel(atlas, words, "take"))


@pytest.mark.parametrize("code", CODES)
def test_the_dictionary_explains_every_table_column_code_and_field(atlas: Atlas, code: str) -> None:
    words = language(code)
    parts = {
        re.sub("-title$", "", elements(part, "Span")[0].id): part
        for part in elements(panel(atlas, words, "dictionary"), "Details")
    }
    described = views.dictionary(atlas.store)
    for column in described:
        part = parts[f"table-{column['of_table'].replace('.', '-')}"]
        assert column[f"title_{code}"] in text(part)
        (row,) = [row for row in rows(part) if row[0] == column["name"]]
        assert row[1] == column[f"about_{code}"]
        assert row[3] == (column["codes"] or column["refers_to"] or "")
        assert column["unit"] is None or row[2].endswith(column["unit"])
    for name in ("policy_area", "service", "value_state", "commitment_status", "legal_form"):
        assert [row[0] for row in rows(parts[f"codes-{name}"])] == list(atlas.codes(name)["code"])
    for sheet in load_form().sheets:
        assert [row[1] for row in rows(parts[f"sheet-{sheet.id}"])] == [
            column.id for column in sheet.columns
        ]
    links = elements(panel(atlas, words, "dictionary"), "A")
    inside = {element.id for part in parts.values() for element in elements(part, "Div")}
    assert {link.href.removeprefix("#") for link in links} <= inside


@pytest.mark.parametrize("code", CODES)
def test_every_indicator_is_listed(atlas: Atlas, code: str) -> None:
    words = language(code)
    table = {row[0]: row for row in rows(panel(atlas, words, "indicators"))}
    assert list(table) == [words.t(f"indicator.{found}.name") for found in INDICATORS]
    total = table[words.t("indicator.total.name")]
    assert str(UNITS["constant"].last_year) in total[2]
    assert total[4] == words.t("direction.neutral")

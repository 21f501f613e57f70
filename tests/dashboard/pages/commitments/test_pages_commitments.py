"""The commitments page says what the state promised, by whom, how far it got, and who says so."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from looking import attribute, elements, rows, text

from dashboard.commitments.marks import in_language
from dashboard.commitments.model import Text
from dashboard.commitments.reading import read_plans
from dashboard.commitments.sentence import head_text
from dashboard.commitments.state import SORTS
from dashboard.commitments.view import read_plan_view
from dashboard.frame.rendering import render
from dashboard.language.i18n import CODES, language
from dashboard.pages.commitments.page import PAGE

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas

THEN = "?plan=3&assessor=government&on=2017-11-21"
# As published on 2017-11-21: number, who answers, implementation level.
PUBLISHED = {
    "lt": [
        ("I.1", "Informacinės visuomenės plėtros komitetas", "Pradėta"),
        ("I.2", "Vyriausybės kanceliarija", "Įpusėta"),
        ("II.1", "Finansų ministerija", "Pradėta"),
        ("II.2", "Sveikatos apsaugos ministerija", "Nepradėta"),
        ("II.3", "Vyriausioji rinkimų komisija", "Įpusėta"),
        ("III.1", "Vyriausybės kanceliarija", "Pradėta"),
        ("III.2", "Vyriausybės kanceliarija", "Pradėta"),
        ("III.3", "Teisingumo ministerija", "Pradėta"),
        ("III.4", "Socialinės apsaugos ir darbo ministerija", "Pradėta"),
    ],
    "en": [
        ("I.1", "Information Society Development Committee", "Started"),
        ("I.2", "Office of the Government", "Halfway"),
        ("II.1", "Ministry of Finance", "Started"),
        ("II.2", "Ministry of Health", "Not started"),
        ("II.3", "Central Electoral Commission", "Halfway"),
        ("III.1", "Office of the Government", "Started"),
        ("III.2", "Office of the Government", "Started"),
        ("III.3", "Ministry of Justice", "Started"),
        ("III.4", "Ministry of Social Security and Labour", "Started"),
    ],
}
SENTENCES = {
    "lt": "Trečiasis veiksmų planas (2016–2018 m.), Vyriausybės vertinimas 2017 m. lapkričio "
    "21 d.: iš 9 įsipareigojimų 1 nepradėtas, 6 pradėti, 2 įpusėti, nė vienas neatliktas.",
    "en": "Third action plan (2016–2018), the Government's assessment as of 21 November 2017: "
    "of 9 commitments, 1 not started, 6 started, 2 halfway, none done.",
}


def page(atlas: Atlas, code: str = "lt", query: str = "") -> Component:
    return PAGE.layout(atlas, language(code), query)


def with_id(content: object, name: str) -> Component:
    (found,) = [item for item in elements(content) if getattr(item, "id", "") == name]
    return found


def labelled(content: object, name: str) -> Any:
    """The table of that name."""
    return next(
        item for item in elements(content, "Table") if vars(item).get("aria-labelledby") == name
    )


@pytest.mark.parametrize("code", CODES)
def test_the_nine_statuses_of_2017_read_as_published(atlas: Atlas, code: str) -> None:
    shown = page(atlas, code, THEN)
    table = rows(labelled(shown, "table-title"))
    said = [dict(zip((*SORTS, "others"), row, strict=True)) for row in table]
    shown_as = [(row["number"], row["institution"], row["status"]) for row in said]
    assert shown_as == PUBLISHED[code]
    assert {row["observed"] for row in said} == {"2017-11-21"}
    assert text(with_id(shown, "sentence")) == SENTENCES[code]


@pytest.mark.parametrize("code", CODES)
def test_every_mark_says_its_status_in_shape_and_word_and_leads_to_its_page(
    atlas: Atlas, code: str
) -> None:
    marks = elements(page(atlas, code), class_name="mark")
    view = read_plan_view(atlas, language(code), "")
    assert len(marks) == len(view.plans.commitments) == 29
    for mark, item in zip(marks, view.found, strict=True):
        assert text(mark).startswith(f"{item.commitment.number} {head_text(item, view)} ")
        unknown = language(code).t("commitments.status.not_assessed")
        assert (unknown in text(mark)) == (item.status is None)
        assert len(elements(mark, class_name="disc")) == 1
        (link,) = elements(mark, "A")
        assert link.href == f"{view.path}/{item.commitment.key}"


def test_shares_are_of_all_commitments_even_those_without_a_status(atlas: Atlas) -> None:
    (keys,) = elements(page(atlas, "en"), class_name="share-keys")
    assert [text(key) for key in elements(keys, "Li")] == [
        "Not started 0 of 29 (0%)",
        "Started 3 of 29 (10%)",
        "Halfway 5 of 29 (17%)",
        "Done 1 of 29 (3%)",
        "Not implemented 1 of 29 (3%)",
        "Implemented 2 of 29 (7%)",
        "Implementation not assessed 17 of 29 (59%)",
    ]


def test_the_parts_of_a_bar_are_as_long_as_their_counts(atlas: Atlas) -> None:
    bar = str(render(elements(page(atlas, "en"), class_name="share-bar")[0]))
    assert re.findall(r"flex-grow: (\d+)", bar) == ["3", "5", "1", "1", "2", "17"]


def test_each_group_counts_all_of_its_commitments(atlas: Atlas) -> None:
    lists = elements(page(atlas, "en"), class_name="group-list")
    for found, extra in zip(lists, (3, 0), strict=True):  # three have another institution too
        parts = [int(text(part).split()[0]) for part in elements(found, class_name="part")]
        assert sum(parts) == 29 + extra


@pytest.mark.parametrize("code", CODES)
def test_what_has_moved_is_said_and_marked(atlas: Atlas, code: str) -> None:
    words = language(code)
    shown = page(atlas, code, "?plan=3&assessor=government&since=2017-11-21")
    (moved,) = elements(shown, class_name="moved")
    said = words.n("commitments.moved", 5, date=words.date(date(2017, 11, 21)))
    assert text(moved) == f"{said} {words.n('commitments.moved_none_dated', 5)}"
    assert len(elements(shown, class_name="was")) == 5
    assert not elements(shown, class_name="unsure")


def test_a_change_of_an_unknown_day_is_told_apart(atlas: Atlas) -> None:
    shown = page(atlas, "en", "?plan=5&since=2017-11-21")
    assert "no assessment has changed" in text(elements(shown, class_name="moved"))
    (unsure,) = elements(shown, class_name="unsure")
    assert "5–1, 5–2, 5–3" in text(unsure)
    assert text(elements(shown, class_name="was")).count("day of change unknown") == 3


def test_assessors_stand_side_by_side_where_they_differ(atlas: Atlas) -> None:
    table = rows(labelled(page(atlas, "en"), "assessors-title"))
    assert [(row[0][:7], "Halfway" in row[1], "Did not change" in row[2]) for row in table] == [
        ("3–II.1 ", True, True),
        ("3–III.3", False, True),
        ("3–III.4", False, True),
    ]


@pytest.mark.parametrize("panel", ["groups", "time"])
def test_shapes_without_words_have_their_legend_in_the_same_panel(atlas: Atlas, panel: str) -> None:
    shown = page(atlas, "en")
    (part,) = elements(shown, class_name=f"commitments-{panel}")
    (legend,) = elements(part, class_name="shapes")
    assert [text(item) for item in elements(legend, "Li")] == [
        "Not started", "Started", "Halfway", "Done",
        "Not implemented", "Implemented", "Implementation not assessed",
    ]  # fmt: skip


def test_what_others_said_stands_under_the_mark_and_in_the_table(atlas: Atlas) -> None:
    shown = page(atlas, "en", "?plan=4")
    beside = [text(line) for line in elements(shown, class_name="beside")]
    assert beside == []
    heads = {text(mark)[:1]: text(mark) for mark in elements(shown, class_name="mark")}
    assert heads["3"].startswith("3 IRM: early results – Major Implementation not assessed ")
    assert heads["1"].startswith("1 Implementation not assessed ")
    others = [row[-1] for row in rows(labelled(shown, "table-title"))]
    assert sum("IRM: early results – Major; IRM:" in line for line in others) == 1
    assert not elements(page(atlas, "en", "?plan=4&on=2020-01-01"), class_name="beside")


def test_where_nothing_was_assessed_the_sentence_is_exact(atlas: Atlas) -> None:
    def said(code: str, query: str) -> str:
        return text(with_id(page(atlas, code, query), "sentence"))

    assert said("lt", "?plan=4").endswith(
        "nė vieno iš 6 įsipareigojimų įgyvendinimas neįvertintas."
    )
    assert said("en", "?plan=4").endswith(
        "none of the 6 commitments has been assessed for implementation."
    )
    assert said("en", "?plan=4&q=model").endswith("1 commitment, not assessed for implementation.")


def test_a_plan_without_a_list_says_so_and_what_it_has(atlas: Atlas) -> None:
    shown = page(atlas, "en", "?plan=7")
    (about,) = elements(shown, class_name="about-plan")
    assert "hold no list" in text(about)
    assert "Klimato kaita" in text(about)
    assert not elements(shown, class_name="mark")


def test_dates_that_no_source_gives_are_said_not_to_be_there(atlas: Atlas) -> None:
    assert language("lt").t("commitments.no_dates") in text(page(atlas, "lt", "?plan=5"))
    table = rows(labelled(page(atlas, "en", "?plan=4"), "planned-title"))
    assert [row[1:3] for row in table] == [
        ["2018-12-31", "2019-12-31"],
        ["2018-06-30", "2020-06-15"],
        ["2018-12-01", "2019-12-31"],
    ]
    assert {row[5] for row in table} == {"not known; not confirmed as done by its deadline"}


def test_the_table_says_how_it_is_sorted_and_how_to_turn_it(atlas: Atlas) -> None:
    head = elements(labelled(page(atlas, "en", "?plan=3&sort=-title"), "table-title"), "Th")[
        : len(SORTS)
    ]
    assert [attribute(cell, "aria-sort") for cell in head] == [
        "descending" if name == "title" else "none" for name in SORTS
    ]
    links = [elements(cell, "A")[0].href for cell in head]
    assert [parse_qs(urlsplit(link).query).get("sort", ["number"])[0] for link in links] == list(
        SORTS
    )
    assert all("plan=3" in link for link in links)


@pytest.mark.parametrize("code", CODES)
def test_source_and_date_stand_by_every_part_and_nothing_says_demo(atlas: Atlas, code: str) -> None:
    words = language(code)
    shown = page(atlas, code)
    for panel in elements(shown, class_name="panel"):
        assert "2026-11-21" in text(elements(panel, class_name="source")[-1])
    assert words.t("demo.figures") not in text(shown)


def test_a_wrong_value_is_noted_and_the_usual_shown(atlas: Atlas) -> None:
    shown = page(atlas, "en", "?plan=9&sort=colour")
    assert "“9” (plan)" in text(with_id(shown, "note")) or "9" in text(with_id(shown, "note"))
    assert len(elements(shown, class_name="mark")) == 29


@pytest.mark.parametrize("code", CODES)
def test_every_title_is_in_the_readers_language_and_ours_stands_beside_the_sources(
    atlas: Atlas, code: str
) -> None:
    plans = read_plans(atlas, language(code))
    titles = [item.title for item in plans.commitments.values()]
    assert not [title for title in (*titles, *plans.sections.values()) if title.lang]
    ours = [title for title in titles if title.original]
    assert len(ours) == {"lt": 17, "en": 0}[code]
    table = labelled(page(atlas, code), "table-title")
    assert [text(it) for it in elements(table, class_name="original")] == [
        title.original.text for title in ours if title.original
    ]
    named = [text(row) for row in elements(table, "Th", "column-title")[1:]]
    assert sum(language(code).t("commitments.ours") in name for name in named) == len(ours)


@pytest.mark.parametrize("code", CODES)
def test_a_plan_is_said_to_run_in_one_span_of_years(atlas: Atlas, code: str) -> None:
    for plan in read_plans(atlas, language(code)).plans.values():
        spans = re.findall(r"\d{4}–\d{4}", plan.named)
        assert len(spans) == bool(plan.years)
        assert not re.search(r"\d{4}", plan.title.text)


@pytest.mark.parametrize(
    ("query", "unfolded"),
    [
        ("", ["plan-6", "fold-groups"]),
        ("?plan=3", ["plan-3", "fold-groups"]),
        ("?plan=7", ["plan-7"]),
        ("?plan=3&sort=-title", ["plan-3", "fold-groups", "fold-table"]),
    ],
)
def test_long_parts_are_folded_and_what_is_asked_for_is_not(
    atlas: Atlas, query: str, unfolded: list[str]
) -> None:
    folds = [it for it in elements(page(atlas, "lt", query), "Details") if getattr(it, "id", "")]
    assert [it.id for it in folds if it.open] == unfolded
    assert all(text(elements(it, "Summary")[0]) for it in folds)


def test_a_text_without_translation_is_marked_in_its_own_language() -> None:
    words = language("lt")
    title, mark = in_language(Text("Open data", "en"), words)
    assert (title.lang, title.children) == ("en", "Open data")
    assert words.t("commitments.not_translated") in text(mark)


@pytest.mark.parametrize(
    ("count", "written"),
    [(1, "1 pradėtas"), (2, "2 pradėti"), (10, "10 pradėtų"), (21, "21 pradėtas")],
)
def test_lithuanian_counts_are_declined(count: int, written: str) -> None:
    assert language("lt").n("commitments.count.started", count) == written

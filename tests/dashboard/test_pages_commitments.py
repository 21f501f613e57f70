"""The commitments page says what the state promised, by whom, and how far it got."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from looking import attribute, elements, rows, text

from dashboard.components.commitment_marks import commitment_title, shares
from dashboard.i18n import CODES, language
from dashboard.pages.commitments import PAGE
from dashboard.planview import NOT_ASSESSED, plan_sentence, read_plan_view

if TYPE_CHECKING:
    from dashboard.atlas import Atlas

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
    "en": "Third action plan (2016–2018), as the Government assessed it on 21 November 2017: "
    "of 9 commitments, 1 not started, 6 started, 2 halfway, none done.",
}


@pytest.mark.parametrize("code", CODES)
def test_the_table_reads_as_published(atlas: Atlas, code: str) -> None:
    page = PAGE.layout(atlas, language(code), "")
    table = rows(elements(page, "Table")[0])
    assert [(row[0], row[3], row[4]) for row in table] == PUBLISHED[code]
    assert {row[5] for row in table} == {"2017-11-21"}


@pytest.mark.parametrize("code", CODES)
def test_every_mark_says_its_status_in_shape_and_word(atlas: Atlas, code: str) -> None:
    page = PAGE.layout(atlas, language(code), "")
    marks = elements(page, class_name="mark")
    shown = read_plan_view(atlas, "3", language(code))
    assert len(marks) == 9
    for mark, item in zip(marks, shown.commitments, strict=True):
        assert text(mark).startswith(f"{item.number} {shown.statuses[item.status]} ")
        assert [disc.className for disc in elements(mark, class_name="disc")] == [
            f"disc status-{item.status}"
        ]


@pytest.mark.parametrize("code", CODES)
def test_the_sentence_counts_and_describes_the_chart(atlas: Atlas, code: str) -> None:
    page = PAGE.layout(atlas, language(code), "")
    (sentence,) = [item for item in elements(page, "P") if getattr(item, "id", "") == "sentence"]
    assert text(sentence) == SENTENCES[code]
    (chart,) = elements(page, class_name="commitments-chart")
    assert attribute(chart, "aria-describedby") == "sentence"


@pytest.mark.parametrize("code", CODES)
def test_source_and_date_stand_by_and_nothing_says_demo(atlas: Atlas, code: str) -> None:
    words = language(code)
    page = PAGE.layout(atlas, words, "")
    (source,) = elements(page, class_name="source")
    assert "2026-11-21" in text(source)
    assert atlas.store.version in text(source)
    assert words.t("demo.figures") not in text(page)
    assert not elements(page, class_name="demo-badge")


def test_shares_are_of_all_commitments_even_those_without_a_status(atlas: Atlas) -> None:
    words = language("en")
    shown = read_plan_view(atlas, "3", words)
    unknown = replace(shown.commitments[0], status=NOT_ASSESSED)
    shown = replace(
        shown,
        commitments=(unknown, *shown.commitments[1:]),
        statuses=shown.statuses | {NOT_ASSESSED: "Not assessed"},
    )
    keys = [text(key) for key in elements(shares(shown, words), "Li")]
    assert keys == [
        "Not started 1 of 9 (11%)",
        "Started 5 of 9 (56%)",
        "Halfway 2 of 9 (22%)",
        "Done 0 of 9 (0%)",
        "Not assessed 1 of 9 (11%)",
    ]
    assert "1 not assessed" in plan_sentence(shown, words)


def test_a_title_without_translation_is_given_in_lithuanian_and_marked(atlas: Atlas) -> None:
    words = language("en")
    item = replace(
        read_plan_view(atlas, "3", words).commitments[0], title="Pavadinimas", translated=False
    )
    title, mark = commitment_title(item, words)
    assert (title.lang, title.children) == ("lt", "Pavadinimas")
    assert words.t("commitments.not_translated") in text(mark)


@pytest.mark.parametrize(
    ("count", "written"),
    [(1, "1 pradėtas"), (2, "2 pradėti"), (10, "10 pradėtų"), (21, "21 pradėtas")],
)
def test_lithuanian_counts_are_declined(count: int, written: str) -> None:
    assert language("lt").n("commitments.count.started", count) == written

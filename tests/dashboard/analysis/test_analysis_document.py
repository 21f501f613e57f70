"""The draft tells a year so that it can be read: in words, pictures and tables, all marked."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from dashboard.analysis.making import NothingToAnalyse, make_analysis
from dashboard.analysis.outline import AnalysisPiece
from dashboard.language.i18n import CODES, language

if TYPE_CHECKING:
    from dashboard.analysis.document import AnalysisDocument
    from dashboard.answers import Atlas

WORDS = re.compile(r"None|\bnan\b|[{}]|\.\.|\) \(|  | ,|: [^:.;]*: [^:.;]*: ")
"""What no sentence has: traces of programs, doubled signs, chains."""

SECTIONS = {
    *("split", "ngo", "change", "groups", "relation", "inequality", "place", "services"),
    *("competitions", "openness", "commitments", "method", "annex"),
}
SHORT = {
    "ngo": (
        AnalysisPiece("ngo-share", "indicator=ngo_competition_share", is_map=True),
        AnalysisPiece(
            "ngo-share-years",
            "view=distribution&indicator=ngo_competition_share&by=year",
            compares=True,
        ),
    ),
    "change": (
        AnalysisPiece("change", "view=difference&indicator=ngo_competition_share", compares=True),
    ),
}


def paragraphs(document: AnalysisDocument) -> list[str]:
    """All that is told, without notes, captions and tables."""
    told = [
        text for section in document.sections for part in section.parts for text in part.paragraphs
    ]
    return [*document.summary, *(section.intro for section in document.sections), *told]


@pytest.mark.parametrize("code", CODES)
def test_sentences_are_whole_and_none_stands_twice(
    code: str, atlas: Atlas, analysed: AnalysisDocument
) -> None:
    document = analysed if code == "lt" else make_analysis(atlas, language(code), 2025, "all")
    assert {section.id for section in document.sections} == SECTIONS
    said = paragraphs(document)
    assert len(set(said)) == len(said)
    assert [text for text in said if WORDS.search(text) or not text.endswith((".", "?"))] == []
    assert 5 <= len(document.summary) <= 7
    for section in document.sections:
        assert len(set(section.notes)) == len(section.notes)
        assert language(code).t("research.rule") not in section.notes


def test_notes_are_shorter_than_their_sections(analysed: AnalysisDocument) -> None:
    for section in analysed.sections:
        if section.id == "annex":
            continue
        told = sum(len(text) for part in section.parts for text in part.paragraphs)
        assert len(" ".join(section.notes)) <= 1.2 * (told + len(section.intro)), section.id


def test_whatever_shows_invented_figures_says_so(analysed: AnalysisDocument) -> None:
    mark = language("lt").t("demo.figures")
    figures = [each for section in analysed.sections for each in section.figures]
    assert analysed.demo
    assert [each.id for each in figures if mark.rstrip(".") not in each.demo] == []
    assert [each.id for each in figures[:3] if "DEMONSTRACINIAI" not in each.draw(False)] == []
    unmarked = {
        each.file.id for section in analysed.sections for each in section.tables if not each.demo
    }
    assert unmarked == {"plans", "indicators", "sources"}


def test_an_analysis_sees_no_year_after_its_own(atlas: Atlas) -> None:
    document = make_analysis(atlas, language("lt"), 2016, "all", SHORT)
    years = document.files[1].plain()["year"]
    assert {*years} == {2015, 2016}
    assert not any("2024 m." in text for text in paragraphs(document))
    assert "Lyginami 2015 ir 2016 metai." in " ".join(paragraphs(document))


def test_the_first_year_is_compared_with_none(atlas: Atlas) -> None:
    document = make_analysis(atlas, language("en"), 2015, "all", SHORT)
    assert {section.id for section in document.sections} == SECTIONS & {
        *("ngo", "commitments", "method", "annex")
    }
    assert not any("Compared with" in text for text in document.summary)


def test_real_figures_alone_say_plainly_what_there_is(atlas: Atlas) -> None:
    document = make_analysis(atlas, language("en"), 2022, "real")
    assert document.demo == ""
    assert [section.id for section in document.sections] == [
        *("lacking", "commitments", "method", "annex")
    ]
    lacking = document.sections[0].parts[0].paragraphs
    assert "Openness score, %: there are no comparable figures of 2022." in lacking
    assert len(document.summary) == 1
    assert document.summary[0].startswith(
        "In 2022, 1 municipality with comparable figures paid out"
    )


def test_a_year_without_figures_is_refused_with_those_that_have_any(atlas: Atlas) -> None:
    with pytest.raises(NothingToAnalyse, match=r"2025: .*: 2015, 2016, 2019, 2020, 2021, 2022 \("):
        make_analysis(atlas, language("lt"), 2025, "real")


def test_commitments_are_those_that_the_year_knows(
    atlas: Atlas, analysed: AnalysisDocument
) -> None:
    now = next(each for each in analysed.sections if each.id == "commitments")
    early = make_analysis(atlas, language("lt"), 2016, "all", SHORT)
    then = next(each for each in early.sections if each.id == "commitments")
    assert [len(each.tables[0].rows) for each in (then, now)] == [2, 5]
    assert all(earlier in now.tables[0].rows for earlier in then.tables[0].rows)
    assert (now.tables[1].head[4], then.tables[1].head[4]) == ("2025 m.", "2016 m.")


def test_figures_stand_to_the_right_and_words_to_the_left(analysed: AnalysisDocument) -> None:
    tables = {each.file.id: each for section in analysed.sections for each in section.tables}
    assert tables["municipalities"].numeric == (False, *(True,) * 6)
    assert tables["sources"].numeric == (False,) * 4
    assert tables["plans"].numeric == (False, False, True, False)
    assert not any(
        first == second == "" for row in tables["plans"].rows for first, second in pairwise(row)
    )

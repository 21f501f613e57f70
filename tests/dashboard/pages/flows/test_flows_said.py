"""Sentences on flows say what is there, declined, and name no private person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dashboard.frame.rendering import render
from dashboard.language.i18n import language
from dashboard.pages.flows.item import layout
from dashboard.pages.flows.pictures import sankey_picture, treemap_picture
from dashboard.pages.flows.state import FlowState, read_flow_state, write_flow_state
from dashboard.pages.flows.tables import file_table, flow_table, recipient_table
from dashboard.pages.flows.telling import flow_sentence, half, left_out
from data.asking.remarks import OfficeRemark
from tests.dashboard.looking import rows, text
from tests.dashboard.pages.flows.given_flows import given_view

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from data.asking.store import Store

NGO = [("1", "ngo", "sport", "competition", 60.0), ("2", "ngo", "sport", "competition", 40.0)]
OTHER = [("9", "budgetary_institution", "culture", "appropriation", 900.0)]
MANY = [(str(n), "ngo", "sport", "competition", 10.0) for n in range(61)]


def said(store: Store, given: list, query: str = "year=2025", code: str = "lt") -> str:
    return flow_sentence(given_view(store, given, query, code)).replace("\u00a0", " ")


SAID = {
    "most": (
        OTHER + NGO,
        (
            "2025 m. Kėdainių rajono savivaldybė skyrė 1 000 €, daugiausia – biudžetinėms "
            "įstaigoms (900 €, 90,0 %). NVO konkurso būdu gavo 100 € (10,0 % šių lėšų). "
            "Bent pusę NVO lėšų gavo viena iš 2 NVO."
        ),
        (
            "In 2025, Kėdainiai District gave €1,000, most of it to budgetary institutions "
            "(€900, 90.0%). NGOs got €100 by competition (10.0% of this money). "
            "At least half of the NGO money went to one of 2 NGOs."
        ),
    ),
    "many": (
        MANY,
        (
            "2025 m. Kėdainių rajono savivaldybė sričiai „Sportas“ NVO skyrė 610 €. NVO konkurso "
            "būdu gavo 610 € (100,0 % šių lėšų). Bent pusė NVO lėšų teko 31 iš 61 gavėjo."
        ),
        (
            "In 2025, Kėdainiai District gave €610 to NGOs for the area “Sport”. NGOs got €610 by "
            "competition (100.0% of this money). At least half of the NGO money went to 31 of 61 "
            "recipients."
        ),
    ),
    "one": (
        OTHER,
        (
            "2025 m. Kėdainių rajono savivaldybė sričiai „Kultūra“ biudžetinėms įstaigoms skyrė "
            "900 €. NVO konkurso būdu negavo nieko."
        ),
        (
            "In 2025, Kėdainiai District gave €900 to budgetary institutions for the area "
            "“Culture”. NGOs got nothing by competition."
        ),
    ),
}


@pytest.mark.parametrize(("given", "lithuanian", "english"), SAID.values(), ids=SAID)
def test_the_sentence_says_who_got_most_what_ngos_won_and_with_how_many_it_is(
    store: Store, given: list, lithuanian: str, english: str
) -> None:
    assert said(store, given) == lithuanian
    assert said(store, given, code="en") == english


def test_who_is_chosen_is_the_subject(store: Store) -> None:
    given = [*OTHER, ("8", "budgetary_institution", "sport", "appropriation", 100.0)]
    query = "year=2025&kind=budgetary_institution"
    assert said(store, given, query) == (
        "2025 m. Kėdainių rajono savivaldybė biudžetinėms įstaigoms skyrė 1 000 €, daugiausia – "
        "sričiai „Kultūra“ (900 €, 90,0 %). Bent pusę šių lėšų gavo vienas iš 2 gavėjų."
    )


@pytest.mark.parametrize(
    ("sums", "expected"),
    [([5], (1, 1)), ([5, 5], (1, 2)), ([4, 3, 3], (2, 3)), ([1] * 61, (31, 61)),
     ([3, -9, 0], (1, 1)), ([], (0, 0))],
)  # fmt: skip
def test_half_of_the_money_is_with_the_fewest_that_got_so_much(
    store: Store, sums: list[float], expected: tuple[int, int]
) -> None:
    given = [(str(n), "ngo", "sport", "other", value) for n, value in enumerate(sums)]
    assert half(given_view(store, given or OTHER).receiving.iloc[: len(given)]) == expected


def test_what_is_nought_or_less_is_left_out_of_pictures_and_said(store: Store) -> None:
    given = [*OTHER, ("5", "other", "sport", "other", 0.0), ("6", "other", "health", "other", -7.5)]
    view = given_view(store, given)
    assert len(sankey_picture(view).strands) == 1
    assert len(treemap_picture(view).cells) == 1
    assert left_out(view).replace("\u00a0", " ") == (
        "Paveiksle nėra 2 srautų, kurių suma – nulis arba neigiama (iš viso −8 €); "
        "lentelėje jie yra."
    )
    assert left_out(view) in sankey_picture(view).caption.notes
    assert len(rows(flow_table(view, "x"))) == 3
    assert view.total == 892.5


def test_private_persons_are_one_sum_without_a_name_or_a_link(store: Store) -> None:
    given = [*OTHER, ("private", "other", "sport", "other", 500.0), *NGO]
    view = given_view(store, given)
    (private,) = (cell for cell in treemap_picture(view).cells if cell.name == "fizinis asmuo")
    assert private.link == ""
    assert text(recipient_table(view, "x")).count("fizinis asmuo") == 1
    assert "gavejai/private" not in render(recipient_table(view, "x"))
    table = file_table("treemap", view, plain=True).set_index("entity")
    assert table.loc["private", "recipient"] == "fizinis asmuo"
    assert half(view.receiving) == (1, 3), "persons are no recipient that money is concentrated in"


def test_the_largest_forty_stand_by_themselves_the_others_together(store: Store) -> None:
    view = given_view(store, MANY)
    picture = treemap_picture(view)
    assert len(picture.cells) == 40
    assert picture.others.name == "dar 21 gavėjas"
    listed = rows(recipient_table(view, "x"))
    assert len(listed) == 41
    assert listed[-1][0] == "dar 21 gavėjas"
    assert sum(cell.value for cell in picture.cells) + picture.others.value == view.total


def test_what_a_source_cannot_tell_of_ngos_is_not_told(atlas: Atlas) -> None:
    for code, why in (("lt", "nežinoma: lentelė nepažymi"), ("en", "not known: the table does")):
        content = layout(atlas, language(code), "year=2020", "vilniaus-m")
        assert why in content.sentence
        assert "NVO lėšų" not in content.sentence
        assert "NGO money" not in content.sentence


def test_money_of_two_areas_that_are_not_told_apart_is_mentioned(atlas: Atlas) -> None:
    content = layout(atlas, language("lt"), "year=2020&area=culture", "vilniaus-m")
    assert "Tai ne visos šios srities lėšos: dalis jų" in content.sentence
    assert "„Kultūra ir sportas (neatskirta)“" in content.sentence


@pytest.mark.parametrize(
    ("place", "query", "expected", "link"),
    [
        ("54", "year=2018", "2018 m. duomenų neturi: prašyta, neatsakyta ◊.", "Artimiausi metai"),
        ("kedainiu-r", "year=2025&figures=real", "tikrų 2025 m. duomenų", "Rodyti sugalvotus"),
        ("vilniaus-m", "year=2018&figures=real", "tikrų 2018 m.",
            "Artimiausi metai su duomenimis – 2019 m."),
        ("vilniaus-m", "year=2022&area=ngo&kind=other", "2022 m. lėšų neskirta.", "Visos sritys"),
    ],
)  # fmt: skip
def test_where_there_is_nothing_it_says_why_and_leads_on(
    atlas: Atlas, place: str, query: str, expected: str, link: str
) -> None:
    content = layout(atlas, language("lt"), query, place)
    assert expected in content.sentence
    assert link in text(content)


def test_reading_an_address_never_fails_and_notes_what_was_of_no_use() -> None:
    state = read_flow_state("year=1990&area=x&kind=ngo&figures=%ed%a0", ["sport"], ["ngo"])
    assert (state.year, state.area, state.kind, state.figures) == (None, "all", "ngo", "all")
    assert [note.key for note in state.notes] == ["year", "area", "figures"]
    for state in (FlowState(), FlowState(2020, "sport", "ngo", "real"), FlowState(figures="demo")):
        assert read_flow_state(write_flow_state(state), ["sport"], ["ngo"]) == state


def test_a_remark_stands_beside_what_it_is_on(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ("Dalis sumos grąžinta.", "Part of it was paid back.")
    on = OfficeRemark("R1", "53", "total", 2025, "Kėdainių r. sav.", date(2026, 11, 21), *lines)
    said = (on, replace(on, year=2024, text_lt="Kitų metų."))
    monkeypatch.setattr("dashboard.pages.flows.view.remarks", lambda _: said)
    view = given_view(store, OTHER + NGO)
    assert view.remarks == (on,)
    assert "Dalis sumos grąžinta." in " ".join(sankey_picture(view).caption.notes)
    shown = text(layout(view.atlas, view.words, "year=2025", "kedainiu-r"))
    assert shown.count("Dalis sumos grąžinta.") == 1
    assert "Kitų metų." not in shown

"""How commitments stand, what moved, who differs, and in which order: on few made-up ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.alphabet import collation
from dashboard.language.i18n import CODES, language
from dashboard.pages.commitments.model import (
    Assessment,
    Commitment,
    Document,
    Plan,
    Scale,
    Status,
    Text,
)
from dashboard.pages.commitments.order import ordered
from dashboard.pages.commitments.picture import draw_plans
from dashboard.pages.commitments.reading import read_plans
from dashboard.pages.commitments.sentence import assessed_by, plans_sentence
from dashboard.pages.commitments.standing import (
    Standing,
    counts,
    differing,
    grouped,
    latest,
    standings,
)
from dashboard.pages.commitments.state import SORTS, PlanState, read_plan_state, write_plan_state
from dashboard.pages.commitments.timeline import days_late, strip, undated
from dashboard.pages.commitments.view import PlanView
from data.asking.commitments import standing

if TYPE_CHECKING:
    from dashboard.answers import Atlas

DAYS = [date(2017, 11, 21), date(2018, 5, 1), date(2019, 2, 3)]
IDLE = Status("not_started", "Not started", "implementation", 0.0, outside=False)
BEGUN = Status("started", "Started", "implementation", 0.25, outside=False)
DONE = Status("done", "Done", "implementation", 1.0, outside=False)
COMPLETE = Status("complete", "Complete", "irm_completion", 1.0, outside=True)
UNCHANGED = Status("did_not_change", "Did not change", "irm_early_results", None, outside=True)
KNOWN = (IDLE, BEGUN, DONE, COMPLETE)
KINDS = {"irm_early_results": "result"}
NOWHERE = Document("d", "A page", "Somebody", "https://example.org", None, None)


def said(status: Status, on: date | None = None, who: str = "government") -> Assessment:
    scale = Scale(KINDS.get(status.scale, "implementation"), status.scale, Text(""), KNOWN)
    return Assessment(who, scale, status, on, Text(""), "", "", NOWHERE)


def promised(*history: Assessment, key: str = "3-I-1", **facts: object) -> Commitment:
    made = Commitment(
        key, "3", "3-I", "I.1", Text("Open the data"), "open the data", {}, "open_data", "",
        None, None, None, None, Text(""), history,
    )  # fmt: skip
    return replace(made, **facts)  # type: ignore[arg-type]


histories = st.lists(
    st.builds(
        said,
        st.sampled_from(KNOWN),
        st.none() | st.sampled_from(DAYS),
        st.sampled_from(["government", "irm"]),
    ),
    max_size=5,
)


def test_the_last_word_counts_and_an_undated_one_stands_where_its_place_is() -> None:
    history = [said(IDLE, DAYS[0]), said(BEGUN, DAYS[1]), said(DONE)]
    assert latest(history) == history[2]
    assert latest(history, on=DAYS[0]) == history[0]
    assert latest(history, on=DAYS[2]) == history[1]
    assert latest(history, on=date(2017, 1, 1)) is None
    assert latest(history, "irm") is None


def test_of_two_assessors_the_one_who_spoke_later_counts() -> None:
    history = [
        said(BEGUN, DAYS[2]),
        said(COMPLETE, DAYS[1], "irm"),
        said(UNCHANGED, DAYS[2], "irm"),
    ]
    assert latest(history) == history[0]
    assert latest(history, on=DAYS[1]) == history[1]
    assert latest(history, "irm") == history[1]


def test_what_has_no_day_is_not_known_to_be_later_than_what_has_one() -> None:
    history = [said(BEGUN, DAYS[0]), said(COMPLETE, None, "irm")]
    assert latest(history) == history[0]


@given(st.lists(histories, max_size=6))
def test_no_commitment_ever_drops_out_of_the_counts(made: list[list[Assessment]]) -> None:
    found = [Standing(promised(*history), latest(history)) for history in made]
    counted = counts(found, KNOWN)
    assert sum(counted.values()) == len(found)
    groups = grouped(found, lambda item: (item.theme,))
    assert sum(map(len, groups.values())) == len(found)


@given(histories, st.sampled_from(DAYS))
def test_nothing_moves_in_no_time(history: list[Assessment], day: date) -> None:
    now = latest(history, on=day)
    found = Standing(promised(*history), now, now, since=day)
    assert not found.moved
    assert not found.unsure


def test_a_first_assessment_and_a_fall_back_have_moved_too() -> None:
    def moved(now: Assessment, before: Assessment | None, since: date | None = DAYS[0]) -> bool:
        return Standing(promised(), now, before, since).moved

    assert moved(said(BEGUN, DAYS[1]), None)
    assert moved(said(IDLE, DAYS[1]), said(BEGUN, DAYS[0]))
    assert not moved(said(BEGUN, DAYS[1]), said(BEGUN, DAYS[0]))
    assert not moved(said(BEGUN, DAYS[1]), None, since=None)


def test_what_has_no_day_moved_only_where_it_is_known_to_be_later() -> None:
    before = said(IDLE, DAYS[0])
    for known_after, proven in [(DAYS[0], True), (DAYS[1], True), (None, False)]:
        now = replace(said(BEGUN), known_after=known_after)
        found = Standing(promised(), now, before, since=DAYS[0])
        assert (found.moved, found.unsure) == (proven, not proven)
    late = Standing(promised(), replace(said(BEGUN), known_after=DAYS[0]), before, since=DAYS[1])
    assert (late.moved, late.unsure) == (False, True), "it may have come before that day"


def test_those_who_say_the_same_in_other_words_do_not_differ() -> None:
    agree = promised(said(DONE, DAYS[0]), said(COMPLETE, DAYS[1], "irm"))
    differ = promised(said(BEGUN, DAYS[0]), said(COMPLETE, DAYS[1], "irm"))
    other = promised(said(DONE, DAYS[0]), said(UNCHANGED, DAYS[1], "irm"))
    alone = promised(said(DONE, DAYS[0]))
    found = [Standing(item, None) for item in (agree, differ, other, alone)]
    assert [item for item, _ in differing(found, ["government", "irm"], None)] == [differ, other]
    assert differing(found, ["government", "irm"], DAYS[0]) == []


def test_a_strip_shows_a_status_in_its_year_and_then_while_the_plan_runs() -> None:
    plan = Plan("3", Text("Third"), "2016–2018", 2016, 2018, "", Text(""))
    item = promised(
        said(BEGUN, DAYS[0]), said(DONE), start=date(2016, 7, 1), deadline=date(2017, 6, 30)
    )
    years = strip(item, plan, range(2015, 2021), "", None)
    assert [year.said and year.said.status.code for year in years] == [
        None, None, "started", "started", None, None,
    ]  # fmt: skip
    assert [year.fresh for year in years] == [False, False, True, False, False, False]
    assert [year.running for year in years] == [False, True, True, True, False, False]
    assert [year.due for year in years] == [False, True, True, False, False, False]
    assert undated(item, "") == item.history[1]


@pytest.mark.parametrize(
    ("deadline", "finished", "late"),
    [
        (None, date(2020, 1, 1), None),
        (date(2020, 1, 1), None, None),
        (date(2020, 1, 1), date(2020, 1, 31), 30),
        (date(2020, 1, 1), date(2019, 12, 31), -1),
    ],
)
def test_lateness_needs_both_days(
    deadline: date | None, finished: date | None, late: int | None
) -> None:
    assert days_late(promised(deadline=deadline, finished=finished)) == late


def test_lithuanian_letters_have_their_places() -> None:
    names = ["Žemė", "Šeima", "Zona", "Ąžuolas", "Aida", "Čia", "Cukrus", "Ypač", "Ikona", "Jūra"]
    assert sorted(names, key=collation) == [
        "Aida", "Ąžuolas", "Cukrus", "Čia", "Ikona", "Ypač", "Jūra", "Šeima", "Zona", "Žemė",
    ]  # fmt: skip


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("sort", SORTS)
def test_turned_round_the_order_is_the_other_and_what_is_empty_stays_last(
    atlas: Atlas, code: str, sort: str
) -> None:
    plans = read_plans(atlas, language(code))
    found = standings(plans, PlanState())
    up, down = ordered(found, plans, sort), ordered(found, plans, f"-{sort}")
    assert sorted(item.commitment.key for item in up) == sorted(plans.commitments)
    assert sorted(item.commitment.key for item in down) == sorted(plans.commitments)
    if sort in {"status", "observed"}:
        for order in (up, down):
            unknown = [not (item.now and (sort == "status" or item.now.observed)) for item in order]
            assert unknown == sorted(unknown)


@pytest.mark.parametrize("on", [None, date(2017, 11, 20), date(2017, 11, 21), date(2026, 1, 1)])
@pytest.mark.parametrize("assessor", ["government", "irm", "ngo_centre"])
def test_the_page_and_the_database_agree_on_how_each_stands(
    atlas: Atlas, assessor: str, on: date | None
) -> None:
    plans = read_plans(atlas, language("lt"))
    told = standing(atlas.store, assessor, on).set_index("commitment")["status"].fillna("")
    for item in standings(plans, PlanState(assessor=assessor, on=on)):
        assert (item.status.code if item.status else "") == told[item.commitment.key]


# The address.

KNOWN_CHOICES = {
    "plan": {"3": "", "4": ""},
    "section": {"3-I": "", "3-II": ""},
    "institution": {"finance": ""},
    "assessor": {"government": "", "irm": ""},
    "status": {"started": "", "not_assessed": ""},
}
states = st.builds(
    PlanState,
    plan=st.sampled_from(["", "3"]),
    section=st.sampled_from(["", "3-I", "3-II"]),
    institution=st.sampled_from(["", "finance"]),
    assessor=st.sampled_from(["", "government", "irm"]),
    status=st.sampled_from(["", "started", "not_assessed"]),
    on=st.none() | st.dates(),
    since=st.none() | st.dates(),
    q=st.sampled_from(["", "NVO fondas", "50 % & daugiau"]),
    sort=st.sampled_from([*SORTS, *(f"-{name}" for name in SORTS)]),
)


@given(states)
def test_an_address_brings_back_the_view_that_it_was_made_of(state: PlanState) -> None:
    assert read_plan_state(write_plan_state(state), KNOWN_CHOICES) == state


def test_the_usual_view_needs_no_query() -> None:
    assert write_plan_state(PlanState()) == ""


@given(st.text(st.characters(), max_size=40))
def test_any_query_opens(query: str) -> None:
    write_plan_state(read_plan_state(query, KNOWN_CHOICES))


@pytest.mark.parametrize(
    ("query", "noted"),
    [
        ("?plan=9", ["plan"]),
        ("?on=2017-02-30&since=yesterday", ["on", "since"]),
        ("?sort=colour&status=lost", ["status", "sort"]),
        ("?plan=4&section=3-I", ["section"]),
        ("?plan=&status=&q=", []),
        ("?utm_source=letter", []),
    ],
)
def test_what_does_not_fit_is_noted_and_left_out(query: str, noted: list[str]) -> None:
    state = read_plan_state(query, KNOWN_CHOICES)
    assert sorted(note.key for note in state.notes) == sorted(noted)
    assert replace(state, notes=(), plan="") == PlanState()


# What the data alone know.

PAUSED = Status("paused", "Sustabdyta", "court_scale", 0.25, outside=True)


def test_a_status_and_an_assessor_that_only_the_data_know_are_named_by_their_labels(
    atlas: Atlas,
) -> None:
    words = language("lt")
    plans = read_plans(atlas, words)
    scale = Scale("implementation", "Kiek padaryta", Text(""), (PAUSED,))
    told = Assessment("court", scale, PAUSED, DAYS[0], Text(""), "", "", NOWHERE)
    plans = replace(
        plans,
        commitments={"3-I-1": promised(told)},
        assessors={**plans.assessors, "court": "Valstybės kontrolė"},
        scales={**plans.scales, "court_scale": scale},
    )
    state = PlanState(assessor="court")
    view = PlanView(plans, state, standings(plans, state), words)
    said = plans_sentence(view)
    assert "vertintojas – Valstybės kontrolė" in said
    assert "Sustabdyta: 1" in said
    assert "Sustabdyta" in draw_plans(view, title="", sentence=said, source="")


@pytest.mark.parametrize(
    ("code", "name", "when", "written"),
    [
        (
            "lt",
            "Atsakinga institucija (Vyriausybė)",
            "2017 m. lapkričio 21 d.",
            " – taip vertina atsakinga institucija (Vyriausybė), 2017 m. lapkričio 21 d.",
        ),
        ("lt", "NVO centras", "", " – taip vertina NVO centras; vertinimo data nenurodyta."),
        (
            "en",
            "Responsible institution (Government)",
            "21 November 2017",
            ", according to the responsible institution (Government), 21 November 2017.",
        ),
        (
            "en",
            "Independent Reporting Mechanism (IRM)",
            "21 November 2017",
            ", according to the Independent Reporting Mechanism (IRM), 21 November 2017.",
        ),
    ],
)
def test_who_says_so_stands_in_a_sentence_with_one_full_stop(
    code: str, name: str, when: str, written: str
) -> None:
    assert assessed_by(name, when, language(code)) == written

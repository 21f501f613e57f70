"""An address opens whatever stands in it, says what it could not use, and is written back short."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import chain
from urllib.parse import parse_qsl, quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.address import Note
from dashboard.indicators.classes import LIMITS, METHODS
from dashboard.indicators.selection import MOST_SELECTED, members, whole_county
from dashboard.indicators.state import (
    CLOSEST,
    COLUMNS,
    DEFAULT_INDICATOR,
    State,
    ViewRequest,
    Zoom,
    choose_view,
    read_state,
    write_state,
)
from data.catalog import ALL_AREAS, FIGURES, INDICATORS, UNITS, resolve
from geo.errors import GeoError
from geo.finding import find_municipality
from geo.places import counties, municipalities

AREAS = ("sport", "culture", "social")
CODES = [place.code for place in municipalities()]
KEYS = (
    "indicator", "unit", "area", "classes", "limits", "figures", "year", "select", "names",
    "nation", "sort", "zoom",
)  # fmt: skip


@st.composite
def views(draw: st.DrawFn) -> ViewRequest:
    indicator = draw(st.sampled_from(list(INDICATORS.values())))
    areas = (ALL_AREAS, *AREAS) if indicator.by_area else (ALL_AREAS,)
    return ViewRequest(
        indicator.id,
        draw(st.sampled_from(indicator.units)),
        draw(st.sampled_from(areas)),
        draw(st.sampled_from(METHODS)),
        draw(st.sampled_from(LIMITS)),
        draw(st.sampled_from(FIGURES)),
    )


@st.composite
def states(draw: st.DrawFn) -> State:
    view = draw(views())
    years = resolve(view.indicator, view.unit).years
    some = st.lists(st.sampled_from(CODES), max_size=MOST_SELECTED, unique=True)
    county = st.sampled_from(counties()).map(members)
    more = st.tuples(some, county, some).map(lambda parts: dict.fromkeys(chain(*parts)))
    return State(
        view,
        draw(st.none() | st.sampled_from(years)),
        tuple(draw(some | more))[:MOST_SELECTED],
        draw(st.booleans()),
        draw(st.sampled_from([sign + name for name in COLUMNS for sign in ("", "-")])),
        draw(
            st.none()
            | st.builds(Zoom, hundredths(1.01, CLOSEST), hundredths(21, 27), hundredths(53.5, 56.5))
        ),
        same=draw(st.booleans()),
    )


def hundredths(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(round(100 * low), round(100 * high)).map(lambda number: number / 100)


words = st.one_of(
    st.text(st.characters(), max_size=12),
    st.sampled_from([*INDICATORS, *AREAS, *METHODS, *LIMITS, *CODES, "eur", "percent"]),
    st.sampled_from(["2020", "2030", "1", "same"]),
)
queries = st.one_of(
    st.text(st.characters()),
    st.text("?&=%+;,#abc0129žĖ"),
    st.dictionaries(st.sampled_from(KEYS), words).map(
        lambda pairs: urlencode(pairs, errors="replace")
    ),
    st.dictionaries(st.sampled_from(KEYS), words).map(
        lambda pairs: "?" + "&".join(f"{key}={value}" for key, value in pairs.items())
    ),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner) | st.dictionaries(words | st.sampled_from(KEYS), inner),
    max_leaves=8,
)


def fits(view: ViewRequest) -> bool:
    indicator = INDICATORS[view.indicator]
    return (
        view.unit in indicator.units
        and view.area in ((ALL_AREAS, *AREAS) if indicator.by_area else (ALL_AREAS,))
        and view.classes in METHODS
        and view.limits in LIMITS
        and view.figures in FIGURES
    )


@given(states())
def test_a_state_written_and_read_is_itself(state: State) -> None:
    assert read_state(write_state(state), AREAS) == state
    assert read_state(f"?{write_state(state)}", AREAS) == state


@given(states())
def test_what_is_written_has_readable_keys_and_no_defaults(state: State) -> None:
    pairs = dict(parse_qsl(write_state(state)))
    default = {
        "indicator": DEFAULT_INDICATOR,
        "unit": INDICATORS[state.view.indicator].units[0],
        "area": ALL_AREAS,
        "classes": METHODS[0],
        "limits": LIMITS[0],
        "figures": FIGURES[0],
    }
    assert pairs.keys() <= set(KEYS)
    assert all(pairs[key] != default[key] for key in pairs.keys() & default.keys())
    assert all(getattr(state.view, key) == pairs.get(key, default[key]) for key in default)


def test_the_first_view_has_an_empty_query() -> None:
    assert write_state(State()) == ""
    assert read_state("", AREAS) == read_state("?", AREAS) == State()


def test_a_query_can_be_read_by_people() -> None:
    view = ViewRequest("ngo_competition", "constant", "culture", "natural", "year", "real")
    state = State(view, 2020, ("13", "19"), names=True, same=True)
    assert write_state(state) == (
        "indicator=ngo_competition&unit=constant&area=culture&classes=natural"
        "&limits=year&figures=real&year=2020&select=13,19&names=1&nation=same"
    )


@given(queries)
def test_any_text_gives_a_valid_state(query: str) -> None:
    state = read_state(query, AREAS)
    assert fits(state.view)
    assert state.year is None or state.year in resolve(state.view.indicator, state.view.unit).years
    assert len(state.select) == len(set(state.select)) <= MOST_SELECTED
    assert set(state.select) <= set(CODES)
    assert all(note.key in KEYS for note in state.notes)


@given(queries)
def test_whatever_was_in_the_address_can_be_sent_back(query: str) -> None:
    state = read_state(query, AREAS)
    json.dumps([vars(note) for note in state.notes], ensure_ascii=False).encode()
    assert read_state(write_state(state), AREAS) == replace(state, notes=())


@given(st.dictionaries(st.sampled_from(KEYS), words.filter(str.strip), min_size=1))
def test_a_note_names_exactly_what_was_not_used(pairs: dict[str, str]) -> None:
    pairs = {key: value.encode("utf-8", "replace").decode() for key, value in pairs.items()}
    state = read_state(urlencode(pairs), AREAS)
    noted = {note.key: note.value for note in state.notes if note.key != "select"}
    used = {key: getattr(state.view, key) for key in vars(state.view)}
    used |= {"year": str(state.year), "names": "1" if state.names else "", "sort": state.sort}
    used |= {"nation": "same" if state.same else ""}
    used |= {"zoom": "" if state.zoom is None else pairs.get("zoom", "")}
    assert noted == {
        key: value for key, value in pairs.items() if key != "select" and value != used[key]
    }
    places = [code for code in dict.fromkeys(pairs.get("select", "").split(",")) if code]
    unused = [note.value for note in state.notes if note.key == "select"]
    assert [place for place in places if not is_place(place)] == unused


def is_place(spelling: str) -> bool:
    try:
        return bool(find_municipality(spelling))
    except GeoError:
        return False


@pytest.mark.parametrize(
    "query",
    [
        "select=13,53",
        "select=13&select=53",
        "select=13&select=K%C4%97daini%C5%B3+r.+sav.",
        "select=Vilniaus+miesto+savivaldyb%C4%97,k%C4%97dainiai+district",
        "select=13,53&select=13",
    ],
)
def test_municipalities_can_be_named_in_any_way_and_together(query: str) -> None:
    """As a form without scripts names what was typed beside what was selected before."""
    assert read_state(query, AREAS) == State(select=("13", "53"))


def test_wrong_values_fall_back_one_by_one() -> None:
    state = read_state(
        "indicator=total&unit=pounds&area=war&classes=pretty&limits=none&figures=true&year=1999&select=13,99"
        "&names=yes&nation=all",
        AREAS,
    )
    assert state == State(
        ViewRequest("total", "per_resident", ALL_AREAS, "quantile"),
        select=("13",),
        notes=(
            Note("unit", "pounds"),
            Note("area", "war"),
            Note("classes", "pretty"),
            Note("limits", "none"),
            Note("figures", "true"),
            Note("year", "1999"),
            Note("names", "yes"),
            Note("nation", "all"),
            Note("select", "99"),
        ),
    )


def test_a_unit_that_ends_earlier_does_not_have_the_last_year(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(UNITS, "constant", replace(UNITS["constant"], last_year=2024))
    state = read_state("indicator=total&unit=constant&year=2025", AREAS)
    assert state.view.unit == "constant"
    assert (state.year, state.notes) == (None, (Note("year", "2025"),))


def test_an_area_is_not_known_for_every_indicator() -> None:
    state = read_state("indicator=openness&area=sport", AREAS)
    assert state.view.area == ALL_AREAS
    assert state.notes == (Note("area", "sport"),)


def test_what_the_atlas_does_not_know_of_is_left_alone() -> None:
    assert read_state("utm_source=newsletter&fbclid=1", AREAS) == State()


def test_no_more_than_ten_are_selected_and_the_others_are_named() -> None:
    state = read_state(f"select={','.join(CODES[:12])}", AREAS)
    assert state.select == tuple(CODES[:10])
    assert [note.value for note in state.notes] == CODES[10:12]


@pytest.mark.parametrize(
    "spelling", ["kaunas-county", "Kauno apskritis", "kauno apskr.", "Kaunas County"]
)
def test_a_county_is_all_its_municipalities(spelling: str) -> None:
    select = read_state(f"select={quote(spelling)}", AREAS).select
    assert {place.code for place in municipalities() if place.county == "02"} == set(select)
    assert write_state(State(select=select)) == "select=kaunas-county"
    assert write_state(State(select=(*select, "13"))) == "select=kaunas-county,13"


def test_every_county_can_be_compared_whole() -> None:
    for county in counties():
        assert 1 < len(members(county)) <= MOST_SELECTED
        assert whole_county(members(county)[::-1]) == county
        assert whole_county(members(county)[1:]) is None


@pytest.mark.parametrize(
    "zoom",
    ["1,24,55", "13,24,55", "2,40,55", "2,24,60", "2,24", "2;24;55", "nan,24,55", "2,24,-55"],
)
def test_a_part_of_the_map_that_is_none_is_not_shown(zoom: str) -> None:
    state = read_state(f"zoom={zoom}", AREAS)
    assert (state.zoom, state.notes) == (None, (Note("zoom", zoom),))


def test_part_and_order_are_written_for_people() -> None:
    state = State(sort="-value", zoom=Zoom(2.56, 23.9, 55.0))
    assert write_state(state) == "sort=-value&zoom=2.56,23.9,55"


def test_an_address_of_any_length_is_read_in_no_time() -> None:
    state = read_state("select=" + ",".join(["13"] * 1_000_000), AREAS)
    assert state.select == ("13",)
    assert fits(read_state("&" * 1_000_000 + "year=" + "9" * 1_000_000, AREAS).view)


@given(st.text(max_size=20))
def test_letters_of_any_language_come_back_in_the_note(text: str) -> None:
    text = "ė" + text.encode("utf-8", "replace").decode()
    assert read_state(f"indicator={quote(text)}", AREAS).notes == (Note("indicator", text),)


@given(json_values)
def test_any_json_value_chooses_a_valid_view(choice: object) -> None:
    assert fits(choose_view(choice, areas=AREAS))


@given(st.dictionaries(st.sampled_from(KEYS), json_values))
def test_any_values_in_the_right_places_choose_a_valid_view(choice: dict[str, object]) -> None:
    assert fits(choose_view(choice, areas=AREAS))


@given(views())
def test_a_view_chooses_itself(view: ViewRequest) -> None:
    assert choose_view(vars(view), areas=AREAS) == view


def test_another_indicator_takes_over_what_fits_it() -> None:
    chosen = choose_view(
        {"indicator": "success_rate", "unit": "per_resident", "area": "sport"}, areas=AREAS
    )
    assert chosen == ViewRequest("success_rate", "percent", "sport", METHODS[0])

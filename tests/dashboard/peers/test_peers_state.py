"""An address of a municipality among its peers opens whatever stands in it, and is kept short."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.address import Note
from dashboard.frame.notes import notes_text
from dashboard.indicators.selection import members
from dashboard.language.i18n import CODES, language
from dashboard.peers.state import (
    MONEY_UNITS,
    MOST_MOVED,
    SORTS,
    STEP_MOVED,
    WEIGHT,
    PeersState,
    read_peers_state,
    write_peers_state,
)
from data.catalog import FIGURES, INDICATORS, YEARS
from data.peers.features import FEATURES, HEAVIEST, WEIGHTS
from data.peers.groups import FEWEST_NEAREST, GROUPINGS, MOST_NEAREST
from geo.places import counties, municipalities

PLACES = [place.code for place in municipalities()]
KEYS = ("year", "unit", "figures", "peers", "nearest", "with", "sort", "open", "move",
        *(f"{WEIGHT}{name}" for name in FEATURES))  # fmt: skip
STEPS = int(MOST_MOVED / STEP_MOVED)
weightings = st.fixed_dictionaries({name: st.integers(0, HEAVIEST) for name in FEATURES}).filter(
    lambda weights: any(weights.values())
)
lists = st.lists(st.sampled_from(PLACES), max_size=MOST_NEAREST, unique=True) | st.sampled_from(
    counties()
).map(members)
states = st.builds(
    PeersState,
    year=st.none() | st.sampled_from(YEARS),
    unit=st.sampled_from(MONEY_UNITS),
    figures=st.sampled_from(FIGURES),
    peers=st.sampled_from(GROUPINGS),
    nearest=st.integers(FEWEST_NEAREST, MOST_NEAREST),
    weights=weightings,
    chosen=lists.map(tuple),
    sort=st.sampled_from(SORTS),
    opened=st.sampled_from(("", *INDICATORS)),
    moved=st.integers(0, STEPS).map(lambda step: step * STEP_MOVED),
)


@settings(max_examples=80)
@given(states)
def test_every_state_is_read_as_it_was_written(state: PeersState) -> None:
    query = write_peers_state(state)
    assert read_peers_state(query) == read_peers_state(f"?{query}") == state
    assert len(query) < 500


def test_what_is_usual_is_not_written_and_so_the_usual_address_is_bare() -> None:
    assert write_peers_state(PeersState()) == ""
    assert read_peers_state("") == PeersState()
    assert write_peers_state(PeersState(year=2020, moved=2.5)) == "year=2020&move=2.5"
    assert write_peers_state(PeersState(weights=WEIGHTS | {"county": 3})) == "weight-county=3"


def test_what_a_form_sends_of_empty_fields_is_as_if_not_there() -> None:
    assert read_peers_state("&".join(f"{key}=" for key in KEYS)) == PeersState()


@pytest.mark.parametrize(
    ("query", "key", "value"),
    [
        ("nearest=900", "nearest", "900"),
        ("nearest=3", "nearest", "3"),
        ("nearest=16", "nearest", "16"),
        ("nearest=-8", "nearest", "-8"),
        ("nearest=8.5", "nearest", "8.5"),
        ("nearest=٨", "nearest", "٨"),
        ("nearest=0000000009", "nearest", "0000000009"),
        ("year=2014", "year", "2014"),
        ("year=newest", "year", "newest"),
        ("weight-residents=4", "weight-residents", "4"),
        ("weight-older=-1", "weight-older", "-1"),
        # However many noughts stand before it, a weight out of range is out of range.
        ("weight-budget=0000000007", "weight-budget", "0000000007"),
        ("weight-budget=000000000" + "9" * 400, "weight-budget", "000000000" + "9" * 400),
        ("weight-residents=0&weight-density=0&weight-older=0&weight-budget=0&weight-group=0",
         "weight-…", "0"),
        ("peers=friends", "peers", "friends"),
        ("unit=litas", "unit", "litas"),
        ("figures=some", "figures", "some"),
        ("sort=luck", "sort", "luck"),
        ("open=happiness", "open", "happiness"),
        ("move=10.5", "move", "10.5"),
        ("move=0.7", "move", "0.7"),
        ("move=nan", "move", "nan"),
        ("with=Atlantis", "with", "Atlantis"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_becomes_the_usual_and_leaves_a_note(
    query: str, key: str, value: str
) -> None:
    state = read_peers_state(query)
    assert state == PeersState(notes=(Note(key, value),))
    assert write_peers_state(state) == ""
    for code in CODES:
        said = notes_text(state.notes, language(code))
        assert key in said
        assert value in said


def test_a_list_is_read_from_names_codes_and_counties_and_from_every_field_of_the_form() -> None:
    query = urlencode([("with", "Kėdainių r. sav."), ("with", "13,Birštonas"), ("peers", "list")])
    assert read_peers_state(query) == PeersState(peers="list", chosen=("53", "13", "12"))
    assert read_peers_state("with=marijampole-county").chosen == members(counties()[3])


def test_a_list_holds_fifteen_and_says_once_that_others_found_no_room() -> None:
    state = read_peers_state(f"with={','.join(PLACES[:18])},x&peers=list")
    assert state.chosen == tuple(PLACES[:15])
    assert read_peers_state(write_peers_state(state)).chosen == state.chosen
    assert notes_text(state.notes, language("lt")) == (
        "Adrese nežinoma reikšmė „x“ (with): rodoma įprasta.  "
        "Į sąrašą telpa ne daugiau kaip penkiolika savivaldybių."
    )
    assert "no more than fifteen" in notes_text(state.notes, language("en"))


noise = st.text(max_size=20) | st.sampled_from(["%00", "%ff", "\ud800", "1e9", "٣", "９", "-0"])
pairs = st.tuples(st.sampled_from(KEYS) | st.text(max_size=8), noise)


@settings(max_examples=80)
@given(st.lists(pairs, max_size=8), st.booleans())
def test_no_nonsense_is_refused_and_what_is_read_can_be_written(
    given_pairs: list[tuple[str, str]], quoted: bool
) -> None:
    write = quote if quoted else str
    query = "&".join(
        f"{key}={write(value.encode('utf-8', 'replace').decode()) if quoted else value}"
        for key, value in given_pairs
    )
    state = read_peers_state(query)
    assert any(state.weights.values())
    assert all(0 <= weight <= HEAVIEST for weight in state.weights.values())
    assert FEWEST_NEAREST <= state.nearest <= MOST_NEAREST
    assert state.year in (None, *YEARS)
    again = read_peers_state(write_peers_state(state))
    assert again == PeersState(**(vars(state) | {"notes": ()}))

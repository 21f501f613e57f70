"""Any deck that can be made, for tests that must hold for all of them."""

from __future__ import annotations

from itertools import chain

from hypothesis import strategies as st

from dashboard.forum.choices import CHOSEN, TEXTS, possible, settled_scene, taken, tidy
from dashboard.forum.deck import LOOKS, MOST_PLACES, PURPOSES, Deck, Scene
from dashboard.forum.decks import default_deck
from dashboard.forum.kinds import kinds
from dashboard.indicators.selection import members
from data.forms.definition.codes import code_list
from geo.places import counties, municipalities

AREAS = tuple(code.code for code in code_list("policy_area"))
CODES = [place.code for place in municipalities()]

some_places = st.lists(st.sampled_from(CODES), max_size=MOST_PLACES, unique=True)
selections = st.tuples(some_places, st.sampled_from(counties()).map(members), some_places).flatmap(
    lambda parts: st.sampled_from([(), parts[1], tuple(dict.fromkeys(chain(*parts)))[:MOST_PLACES]])
)
texts = st.just("") | st.text(st.characters(), max_size=30).map(tidy)


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    """A scene of any kind, with any of what it may have."""
    kind = draw(st.sampled_from(list(kinds())))
    values: dict[str, object] = {}
    for name in taken(kind):
        if name in CHOSEN:
            choices = possible(Scene(kind, **values), name, AREAS)  # type: ignore[arg-type]
            if choices and draw(st.booleans()):
                values[name] = draw(st.sampled_from(choices))
        elif name in TEXTS:
            values[name] = draw(texts)
        else:
            values[name] = draw(selections)
    scene, wrong = settled_scene(Scene(kind, **values), AREAS)  # type: ignore[arg-type]
    assert wrong == []
    return scene


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    """A deck of a few scenes, or a default one."""
    purpose = draw(st.sampled_from(PURPOSES))
    own = draw(st.lists(scenes(), min_size=1, max_size=6))
    usual = default_deck(purpose).scenes
    shown = draw(st.sampled_from([tuple(own), usual]))
    return Deck(purpose, draw(selections), shown, draw(st.sampled_from(LOOKS)))

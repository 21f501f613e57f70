"""Changes of a deck: scenes moved, repeated, taken out and added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.forum.choices import settled_scene
from dashboard.forum.deck import MOST_PLACES, MOST_SCENES, Deck, Scene
from dashboard.forum.decks import default_deck
from dashboard.forum.kinds import kinds
from dashboard.indicators.state import read_state

if TYPE_CHECKING:
    from collections.abc import Sequence

END = "sources"
"""The scene that stays last when others are added."""


def edited(deck: Deck, do: str) -> Deck:
    """The deck after an edit; one that does not fit changes nothing.

    Args:
        deck: The deck.
        do: `up.3`, `down.3`, `move.3.7`, `copy.3`, `remove.3`, `add.map` or `reset`; numbers of
            scenes begin with 1.
    """
    name, *given = do.split(".")
    scenes = list(deck.scenes)
    if name == "reset":
        return replace(deck, scenes=default_deck(deck.purpose).scenes)
    if name == "add" and len(given) == 1 and given[0] in kinds():
        shown = [scene.indicator for scene in scenes if "indicator" in kinds()[scene.kind].takes]
        takes = "indicator" in kinds()[given[0]].takes and shown
        return with_scene(deck, Scene(given[0], indicator=shown[-1] if takes else ""))
    numbers = [int(each) for each in given if each.isascii() and each.isdecimal()]
    if len(numbers) != len(given) or not all(1 <= each <= len(scenes) for each in numbers):
        return deck
    at, *rest = [each - 1 for each in numbers] or [-1]
    goals = {"up": [at - 1], "down": [at + 1], "move": rest}
    if name in goals and len(rest) == (name == "move"):
        (to,) = goals[name]
        if 0 <= to < len(scenes):
            scenes.insert(to, scenes.pop(at))
    elif name == "copy" and at >= 0 and len(scenes) < MOST_SCENES:
        scenes.insert(at, scenes[at])
    elif name == "remove" and at >= 0 and len(scenes) > 1:
        del scenes[at]
    return replace(deck, scenes=tuple(scenes))


def with_scene(deck: Deck, scene: Scene) -> Deck:
    """The deck with one more scene, before the sources if they stand at the end."""
    if len(deck.scenes) >= MOST_SCENES:
        return deck
    at = len(deck.scenes) - (deck.scenes[-1].kind == END)
    return replace(deck, scenes=(*deck.scenes[:at], scene, *deck.scenes[at:]))


def with_map(deck: Deck, query: str, areas: Sequence[str]) -> Deck:
    """The deck with a view of the map page as one more scene.

    A deck that is about nobody yet is about whom the view selects; a view that selects none but
    the deck's municipalities is a map drawn in to them.

    Args:
        deck: The deck.
        query: Of the map's address.
        areas: Codes of the policy areas that there are.
    """
    state = read_state(query, areas)
    chosen = state.select[:MOST_PLACES]
    own = deck.select or chosen
    kind = "county_map" if chosen and {*chosen} <= {*own} else "map"
    view = state.view
    asked = Scene(kind, view.indicator, view.unit, view.area, state.year)
    if chosen and {*chosen} != {*own}:
        asked = replace(asked, select=chosen)
    scene, _ = settled_scene(asked, areas)
    return with_scene(replace(deck, select=own), scene)

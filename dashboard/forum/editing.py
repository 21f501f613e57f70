"""Changes of a deck: scenes moved, repeated, taken out and added."""

from __future__ import annotations

import re
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

_NUMBER = r"([1-9]\d?)"
_MOVE = re.compile(rf"move\.{_NUMBER}\.{_NUMBER}", re.ASCII)
_OTHER = re.compile(rf"(up|down|copy|remove)\.{_NUMBER}", re.ASCII)


def edited(deck: Deck, do: str) -> Deck:
    """The deck after an edit; one that does not fit changes nothing.

    Args:
        deck: The deck.
        do: `up.3`, `down.3`, `move.3.7`, `copy.3`, `remove.3`, `add.map` or `reset`; numbers of
            scenes begin with 1.
    """
    if do == "reset":
        return replace(deck, scenes=default_deck(deck.purpose).scenes)
    name, _, kind = do.partition(".")
    if name == "add":
        return _added(deck, kind) if kind in kinds() else deck
    move, other = _MOVE.fullmatch(do), _OTHER.fullmatch(do)
    if move:
        return _moved(deck, int(move[1]) - 1, int(move[2]) - 1)
    if not other:
        return deck
    at = int(other[2]) - 1
    if name in ("up", "down"):
        return _moved(deck, at, at + (1 if name == "down" else -1))
    return _repeated(deck, at) if name == "copy" else _removed(deck, at)


def with_scene(deck: Deck, scene: Scene) -> Deck:
    """The deck with one more scene, before the sources if they stand at the end."""
    if len(deck.scenes) >= MOST_SCENES:
        return deck
    at = len(deck.scenes) - any(last.kind == END for last in deck.scenes[-1:])
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


def _added(deck: Deck, kind: str) -> Deck:
    """With a scene of a kind, of the indicator that the deck showed last."""
    shown = [scene for scene in deck.scenes if "indicator" in kinds()[scene.kind].takes]
    indicator = shown[-1].indicator if shown and "indicator" in kinds()[kind].takes else ""
    return with_scene(deck, Scene(kind, indicator))


def _moved(deck: Deck, at: int, to: int) -> Deck:
    if not (0 <= at < len(deck.scenes) and 0 <= to < len(deck.scenes)):
        return deck
    scenes = list(deck.scenes)
    scenes.insert(to, scenes.pop(at))
    return replace(deck, scenes=tuple(scenes))


def _repeated(deck: Deck, at: int) -> Deck:
    fits = at < len(deck.scenes) < MOST_SCENES
    return replace(deck, scenes=(*deck.scenes[: at + 1], *deck.scenes[at:])) if fits else deck


def _removed(deck: Deck, at: int) -> Deck:
    if at >= len(deck.scenes) or len(deck.scenes) == 1:
        return deck
    return replace(deck, scenes=(*deck.scenes[:at], *deck.scenes[at + 1 :]))

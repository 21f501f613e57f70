"""How a deck is written into the address, and read from it.

A deck that is its purpose's default names only its municipalities; else every scene stands there by
its number: `2=map&2.indicator=total&2.year=2024`. Reading never fails: what is of no use leaves a
note.
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from dashboard.address import Note
from dashboard.forum.choices import settled_scene
from dashboard.forum.deck import (
    LONGEST_NOTE,
    LONGEST_TITLE,
    LOOKS,
    MOST_PLACES,
    MOST_SCENES,
    PURPOSES,
    Deck,
    Scene,
)
from dashboard.forum.decks import default_deck
from dashboard.forum.kinds import kinds
from dashboard.indicators.selection import read_selection, write_selection

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST_DECK = 8_000
"""Letters of a query that are read."""

TEXTS = {"title": LONGEST_TITLE, "text": LONGEST_NOTE, "note": LONGEST_NOTE}
"""Parameters that are free text, and how many letters each may have."""

_SCENE = re.compile(r"([1-9]\d{0,2})(?:\.([a-z]+))?", re.ASCII)
_NAMES = tuple(item.name for item in fields(Scene) if item.name != "kind")


def read_deck(query: str, areas: Sequence[str]) -> Deck:
    """Reads the query of an address.

    Args:
        query: With or without its question mark.
        areas: Codes of the policy areas that there are.
    """
    text = query.removeprefix("?")[:LONGEST_DECK].encode("utf-8", "replace").decode()
    pairs = parse_qsl(text)
    given, notes = dict(pairs), list[Note]()
    purpose = _one_of(given, "deck", PURPOSES, notes)
    look = _one_of(given, "look", LOOKS, notes)
    listed = ",".join(value for name, value in pairs if name == "select")
    select, unused = read_selection(listed, most=MOST_PLACES)
    scenes = _scenes(given, areas, notes)
    return Deck(purpose, select, scenes or default_deck(purpose).scenes, look, (*notes, *unused))


def write_deck(deck: Deck) -> str:
    """The query of a deck, without a question mark, defaults left out."""
    pairs = []
    if deck.select:
        pairs.append(("select", write_selection(deck.select)))
    if deck.purpose != PURPOSES[0]:
        pairs.append(("deck", deck.purpose))
    if deck.look != LOOKS[0]:
        pairs.append(("look", deck.look))
    if deck.scenes != default_deck(deck.purpose).scenes:
        for number, scene in enumerate(deck.scenes, 1):
            pairs += _pairs(number, scene)
    return urlencode(pairs, safe=",")


def _pairs(number: int, scene: Scene) -> list[tuple[str, str]]:
    values = {name: getattr(scene, name) for name in _NAMES} | {
        "select": write_selection(scene.select)
    }
    named = [(f"{number}.{name}", str(value)) for name, value in values.items() if value]
    return [(str(number), scene.kind), *named]


def _one_of(given: Mapping[str, str], name: str, allowed: Sequence[str], notes: list[Note]) -> str:
    value = given.get(name, allowed[0])
    if value in allowed:
        return value
    notes.append(Note(name, value))
    return allowed[0]


def _scenes(given: Mapping[str, str], areas: Sequence[str], notes: list[Note]) -> tuple[Scene, ...]:
    """The scenes that are named, by their numbers."""
    parts: dict[int, dict[str, str]] = {}
    for key, value in given.items():
        found = _SCENE.fullmatch(key)
        if found:
            parts.setdefault(int(found[1]), {})[found[2] or "kind"] = value
    made = list[Scene]()
    for number, part in sorted(parts.items()):
        kind = part.pop("kind", "")
        if kind not in kinds():
            notes.append(Note(str(number), kind))
        elif len(made) == MOST_SCENES:
            notes.append(Note("scenes", str(number)))
        else:
            made.append(_scene(number, kind, part, areas, notes))
    return tuple(made)


def _scene(
    number: int,
    kind: str,
    given: Mapping[str, str],
    areas: Sequence[str],
    notes: list[Note],
) -> Scene:
    values: dict[str, object] = {}
    for name, value in given.items():
        if name in ("year", "before"):
            known = value.isascii() and value.isdigit() and len(value) == len("2025")
            values[name] = int(value) if known else None
            notes += [] if known else [Note(f"{number}.{name}", value)]
        elif name == "select":
            values[name], unused = read_selection(value, most=MOST_PLACES)
            notes += unused
        elif name in TEXTS:
            values[name] = " ".join(value.split())[: TEXTS[name]].rstrip()
        elif name in _NAMES:
            values[name] = value
        else:
            notes.append(Note(f"{number}.{name}", value))
    scene, wrong = settled_scene(Scene(kind, **values), areas)  # type: ignore[arg-type]
    notes += [Note(f"{number}.{name}", given[name]) for name in wrong]
    return scene

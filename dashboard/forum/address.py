"""How a deck is written into the address, and read from it.

A deck that is its purpose's default names only its municipalities; else every scene stands there by
its number: `2=map&2.indicator=total&2.year=2024`. Reading never fails: what is of no use leaves a
note.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from dashboard.address import Note
from dashboard.forum.choices import TEXTS, settled_scene, taken, tidy, without
from dashboard.forum.deck import LOOKS, MOST_PLACES, MOST_SCENES, PURPOSES, Deck, Scene
from dashboard.forum.decks import default_deck
from dashboard.forum.kinds import kinds
from dashboard.indicators.selection import read_selection, write_selection

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST_DECK = 16_000
"""Letters of a query that are read: a form also sends the fields that are empty."""

LONGEST_ADDRESS = 7_000
"""Letters of the query of a deck: servers in between let 8,000 pass. Texts that are more leave."""

_SCENE = re.compile(r"([1-9]\d{0,2})(?:\.([a-z]+))?", re.ASCII)
_NAMES = tuple(item.name for item in fields(Scene) if item.name != "kind")


def read_deck(query: str, areas: Sequence[str]) -> Deck:
    """Reads the query of an address.

    Args:
        query: With or without its question mark.
        areas: Codes of the policy areas that there are.
    """
    notes = list[Note]()
    text = query.removeprefix("?").encode("utf-8", "replace").decode()
    if len(text) > LONGEST_DECK:
        text = text[:LONGEST_DECK].rpartition("&")[0]
        notes.append(Note("long", "…"))
    pairs = parse_qsl(text)
    given = dict(pairs)
    purpose = _one_of(given, "deck", PURPOSES, notes)
    look = _one_of(given, "look", LOOKS, notes)
    select = _selection("select", [value for name, value in pairs if name == "select"], notes)
    scenes = _scenes(given, areas, notes) or default_deck(purpose).scenes
    deck = _short(Deck(purpose, select, scenes, look), notes)
    return replace(deck, notes=tuple(notes))


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


def _selection(key: str, listed: Sequence[str], notes: list[Note]) -> tuple[str, ...]:
    codes, unused = read_selection(",".join(listed), most=MOST_PLACES)
    notes += [Note("places" if note.key == "most" else key, note.value) for note in unused]
    return codes


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
    heeded = taken(kind)
    notes += [Note(f"{number}.{name}", given[name]) for name in given if name not in _NAMES]
    values = {
        name: _value(f"{number}.{name}", name, value, notes)
        for name, value in given.items()
        if name in heeded
    }
    scene, wrong = settled_scene(Scene(kind, **values), areas)  # type: ignore[arg-type]
    notes += [Note(f"{number}.{name}", given[name]) for name in wrong]
    return scene


def _value(key: str, name: str, value: str, notes: list[Note]) -> object:
    """A parameter as a scene has it; whether it fits the scene is seen later."""
    if name == "select":
        return _selection(key, [value], notes)
    if name in TEXTS:
        text = tidy(value)
        if len(text) > TEXTS[name]:
            notes.append(Note("long", key))
        return text[: TEXTS[name]].rstrip()
    if name not in ("year", "before"):
        return value
    if value.isascii() and value.isdigit() and len(value) == len("2025"):
        return int(value)
    notes.append(Note(key, value))
    return None


def _short(deck: Deck, notes: list[Note]) -> Deck:
    """A deck that fits into an address: texts leave it, the presenter's last notes first."""
    scenes, over = list(deck.scenes), len(write_deck(deck)) - LONGEST_ADDRESS
    for name in ("note", "text", "title"):
        for number in range(len(scenes), 0, -1):
            text, key = getattr(scenes[number - 1], name), f"{number}.{name}"
            if over > 0 and text:
                over -= len(urlencode({key: text})) + len("&")
                notes.append(Note("long", key))
                scenes[number - 1] = without(scenes[number - 1], [name])
    return replace(deck, scenes=tuple(scenes))

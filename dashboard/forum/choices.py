"""What a scene may be: whatever was given becomes a scene of its kind, or falls back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.forum.deck import LONGEST_NOTE, LONGEST_TITLE
from dashboard.forum.kinds import kinds
from dashboard.indicators.state import DEFAULT_INDICATOR
from data.catalog import ALL_AREAS, INDICATORS, YEARS, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.forum.deck import Scene

CHOSEN = ("indicator", "unit", "area", "year", "before")
"""Parameters that are one of what there is, each after those that it depends on."""

TEXTS = {"title": LONGEST_TITLE, "text": LONGEST_NOTE, "note": LONGEST_NOTE}
"""Parameters that are free text, and how many letters each may have."""

EMPTY = {"year": None, "before": None, "select": ()}
"""What stands for the usual, where that is not an empty text."""


def taken(kind: str) -> tuple[str, ...]:
    """The parameters that a scene of a kind heeds."""
    return (*kinds()[kind].takes, "title", "note")


def indicator_of(scene: Scene) -> str:
    """The indicator that a scene shows."""
    return scene.indicator or DEFAULT_INDICATOR


def years_of(scene: Scene) -> tuple[int, ...]:
    """Years that a scene can show, ascending."""
    if "indicator" not in kinds()[scene.kind].takes:
        return YEARS
    return resolve(indicator_of(scene), scene.unit or None).years


def possible(scene: Scene, name: str, areas: Sequence[str]) -> tuple[str | int, ...]:
    """What one of `CHOSEN` may be in a scene, those before it being settled."""
    if name == "indicator":
        return tuple(INDICATORS)
    indicator = INDICATORS[indicator_of(scene)]
    if name == "unit":
        return indicator.units
    if name == "area":
        return (ALL_AREAS, *areas) if indicator.by_area else (ALL_AREAS,)
    years = years_of(scene)
    if name == "year":
        return years
    return tuple(year for year in years[:-1] if scene.year is None or year < scene.year)


def tidy(text: str) -> str:
    """A text in one line, without what no file of a deck could hold."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def settled_scene(scene: Scene, areas: Sequence[str]) -> tuple[Scene, list[str]]:
    """A scene whose parameters fit its kind and each other, and the names of those that did not.

    What the kind does not take is left out silently; what is the usual is not named.
    """
    heeded, wrong = taken(scene.kind), list[str]()
    names = (*CHOSEN, *TEXTS, "select")
    found = without(scene, [name for name in names if name not in heeded])
    for name in CHOSEN:
        value = getattr(found, name)
        if value not in ("", None) and value not in possible(found, name, areas):
            wrong.append(name)
            found = without(found, [name])
    return _unnamed(found), wrong


def without(scene: Scene, names: Sequence[str]) -> Scene:
    """A scene in which some parameters are the usual."""
    return replace(scene, **{name: EMPTY.get(name, "") for name in names})  # type: ignore[arg-type]


def _unnamed(scene: Scene) -> Scene:
    """Without what is the usual."""
    usual = {
        "indicator": DEFAULT_INDICATOR,
        "unit": INDICATORS[indicator_of(scene)].units[0],
        "area": ALL_AREAS,
    }
    return without(scene, [name for name, value in usual.items() if getattr(scene, name) == value])

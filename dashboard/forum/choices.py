"""What a scene may be: whatever was given becomes a scene of its kind, or falls back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.forum.kinds import kinds
from dashboard.indicators.state import DEFAULT_INDICATOR
from data.catalog import ALL_AREAS, INDICATORS, YEARS, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.forum.deck import Scene


def indicator_of(scene: Scene) -> str:
    """The indicator that a scene shows."""
    return scene.indicator or DEFAULT_INDICATOR


def years_of(scene: Scene) -> tuple[int, ...]:
    """Years that a scene can show, ascending."""
    if "indicator" not in kinds()[scene.kind].takes:
        return YEARS
    return resolve(indicator_of(scene), scene.unit or None).years


def settled_scene(scene: Scene, areas: Sequence[str]) -> tuple[Scene, list[str]]:
    """A scene whose parameters fit its kind and each other, and the names of those that did not.

    What the kind does not take is left out silently; what is the usual is not named.
    """
    takes, wrong = kinds()[scene.kind].takes, list[str]()
    taken: dict[str, object] = {
        name: "" for name in ("indicator", "unit", "area", "text") if name not in takes
    }
    taken |= {name: None for name in ("year", "before") if name not in takes}
    found = replace(scene, **taken, **({} if "select" in takes else {"select": ()}))  # type: ignore[arg-type]

    def drop(name: str, value: object = "") -> None:
        nonlocal found
        if getattr(found, name) != value:
            wrong.append(name)
            found = replace(found, **{name: value})  # type: ignore[arg-type]

    if found.indicator and found.indicator not in INDICATORS:
        drop("indicator")
    indicator = INDICATORS[indicator_of(found)]
    if found.unit and found.unit not in indicator.units:
        drop("unit")
    if found.area and (found.area not in (ALL_AREAS, *areas) or not indicator.by_area):
        drop("area")
    if found.year is not None and found.year not in years_of(found):
        drop("year", None)
    if found.before is not None and found.before not in years_of(found)[:-1]:
        drop("before", None)
    return _unnamed(found), wrong


def _unnamed(scene: Scene) -> Scene:
    """Without what is the usual."""
    usual = {
        "indicator": DEFAULT_INDICATOR,
        "unit": INDICATORS[indicator_of(scene)].units[0],
        "area": ALL_AREAS,
    }
    same = {name: "" for name, value in usual.items() if getattr(scene, name) == value}
    return replace(scene, **same)  # type: ignore[arg-type]

"""What a reader of a map should know of its classes and its unit, and what else to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.indicators.classes import skewed
from data.catalog import resolve

if TYPE_CHECKING:
    from dashboard.indicators.figures import MapView
    from dashboard.indicators.state import ViewRequest
    from dashboard.language.i18n import Language

INSTEAD = {"totals": ("unit", "per_resident"), "skewed": ("classes", "natural")}
"""What had better be chosen: where a map of plain euros shows where people live, and where the
figures of a few stand far apart."""


def advice(shown: MapView) -> list[str]:
    """The keys of `INSTEAD` that concern a view."""
    found = ["totals"] if totals(shown.view) else []
    single = all(low == high for low, high in shown.bins[-1])
    if shown.view.classes != INSTEAD["skewed"][1] and not single and skewed(shown.classed):
        found.append("skewed")
    return found


def totals(view: ViewRequest) -> bool:
    """Whether figures are plain euros."""
    found = resolve(view.indicator, view.unit, view.area)
    return found.national == "average" and found.unit.kind == "money"


def advice_texts(words: Language) -> dict[str, dict[str, str]]:
    """Each as `text`, and as `name`, `value` and `label` of what had better be chosen."""
    return {
        key: {
            "text": words.t(f"advice.{key}"),
            "name": name,
            "value": value,
            "label": words.t(f"advice.{value}"),
        }
        for key, (name, value) in INSTEAD.items()
    }


def limits_text(view: ViewRequest, words: Language) -> str:
    """For which years the limits of the classes are made."""
    return words.t(f"legend.limits_{view.limits}")

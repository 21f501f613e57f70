"""What can be chosen on the map page, as lists of `value` and `label`."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from dashboard.indicators.classes import LIMITS, METHODS
from dashboard.indicators.writing import unit_label
from data.catalog import ALL_AREAS, INDICATORS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.language.i18n import Language

SelectOption = dict[str, str]


def indicator_options(words: Language) -> list[dict[str, Any]]:
    """Indicators in their groups, in the order of the catalogue."""
    return [
        {
            "group": words.t(f"group.{group}.name"),
            "items": [
                {"value": item.id, "label": words.t(f"indicator.{item.id}.name")}
                for item in members
            ],
        }
        for group, members in groupby(INDICATORS.values(), key=lambda item: item.group)
    ]


def unit_options(indicator: str, words: Language) -> list[SelectOption]:
    """The units of an indicator."""
    units = INDICATORS[indicator].units
    return [{"value": unit, "label": unit_label(unit, words)} for unit in units]


def area_options(indicator: str, labels: Mapping[str, str], words: Language) -> list[SelectOption]:
    """All policy areas together, then each by its label, where the indicator knows them."""
    options = [{"value": ALL_AREAS, "label": words.t("area.all")}]
    if INDICATORS[indicator].by_area:
        options += [{"value": code, "label": label} for code, label in labels.items()]
    return options


def class_options(words: Language) -> list[SelectOption]:
    """The ways to draw classes."""
    return [{"value": method, "label": words.t(f"classes.{method}")} for method in METHODS]


def limit_options(words: Language) -> list[SelectOption]:
    """Which years the limits of the classes are made for."""
    return [{"value": limits, "label": words.t(f"limits.{limits}")} for limits in LIMITS]

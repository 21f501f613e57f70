"""The controls of the map page: what is shown (server) and who is looked at (browser)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from dash import dcc, html

from dashboard.classes import METHODS
from dashboard.pages import map_ids as ids
from dashboard.writing import unit_label
from data.catalog import ALL_AREAS, INDICATORS
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.atlas import Atlas
    from dashboard.i18n import Language
    from dashboard.state import State


def controls(state: State, atlas: Atlas, words: Language) -> Component:
    """The row of controls."""
    view = state.view
    return html.Div(
        [
            _field(ids.INDICATOR, indicator_options(words), view.indicator, words, search=True),
            _field(ids.UNIT, unit_options(view.indicator, words), view.unit, words),
            _field(ids.AREA, area_options(view.indicator, atlas, words), view.area, words),
            _field(
                ids.CLASSES,
                [{"value": method, "label": words.t(f"classes.{method}")} for method in METHODS],
                view.classes,
                words,
            ),
            _field(
                ids.SELECT,
                [
                    {"value": place.code, "label": words.name(place), "search": _spellings(place)}
                    for place in municipalities()
                ],
                list(state.select),
                words,
                search=True,
            ),
        ],
        className="controls",
        role="group",
        **{"aria-label": words.t("control.group")},
    )


def indicator_options(words: Language) -> list[dict[str, Any]]:
    """Indicators under the headings of their groups; the headings cannot be chosen."""
    options: list[dict[str, Any]] = []
    for group, members in groupby(INDICATORS.values(), key=lambda item: item.group):
        heading = words.t(f"group.{group}.name")
        options.append({"value": f"group:{group}", "label": heading, "disabled": True})
        for item in members:
            name = words.t(f"indicator.{item.id}.name")
            options.append({"value": item.id, "label": name, "search": f"{heading} {name}"})
    return options


def unit_options(indicator: str, words: Language) -> list[dict[str, Any]]:
    """The units of an indicator."""
    units = INDICATORS[indicator].units
    return [{"value": unit, "label": unit_label(unit, words)} for unit in units]


def area_options(indicator: str, atlas: Atlas, words: Language) -> list[dict[str, Any]]:
    """All policy areas together, then each, where the indicator knows them."""
    options = [{"value": ALL_AREAS, "label": words.t("area.all")}]
    if INDICATORS[indicator].by_area:
        labels = atlas.labels("policy_area", words)
        options += [{"value": code, "label": label} for code, label in labels.items()]
    return options


def _field(
    name: str, options: list[dict[str, Any]], value: Any, words: Language, *, search: bool = False
) -> Component:
    label = words.t(f"control.{name}")
    return html.Div(
        [
            html.Label(label, htmlFor=name, id=f"{name}-label"),
            dcc.Dropdown(
                id=name,
                options=options,
                value=value,
                multi=isinstance(value, list),
                clearable=isinstance(value, list),
                searchable=search,
                maxHeight=420,
                placeholder=words.t("control.choose"),
                labels={
                    "search": words.t("control.search"),
                    "clear_search": words.t("control.clear_search"),
                    "clear_selection": words.t("control.clear_selection"),
                    "no_options_found": words.t("control.none_found"),
                    "selected_count": words.t("control.selected_count"),
                },
            ),
        ],
        className=f"field field-{name}",
    )


def _spellings(place: Any) -> str:
    return f"{place.name_lt} {place.name_full_lt} {place.name_en} {place.code}"

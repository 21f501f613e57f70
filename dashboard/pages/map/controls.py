"""What can be chosen on the map page: a form whose answers are the page's address.

Scripts take it over in place; without them it is sent as it stands.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dashboard.charts import palette
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.field import Input
from dashboard.frame.places import map_path
from dashboard.indicators.options import class_options, indicator_options, limit_options
from dashboard.indicators.selection import write_selection
from dashboard.indicators.state import COLUMNS, write_state
from dashboard.pages.map.links import onward_link
from data.catalog import ALL_AREAS
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component

    from dashboard.indicators.options import SelectOption
    from dashboard.indicators.state import State
    from dashboard.language.i18n import Language
    from dashboard.pages.map.shown import Shown

FORM = "controls"
"""Id of the form; the ranking's buttons belong to it too."""


def fold(shown: Shown, words: Language) -> Component:
    """On a narrow screen the form is one line until it is opened; it says what is chosen.

    The form stands behind it, not in it: so wide screens show the form whatever this line is.
    """
    chosen = html.Span(chosen_line(shown, words), id="chosen")
    summary = html.Summary([chosen, " ", html.Span(words.t("control.change"), className="change")])
    return html.Details(summary, className="fold")


def chosen_line(shown: Shown, words: Language) -> str:
    """Indicator, unit, area and year."""
    view = shown.view
    every = [item["label"] for item in view["areas"] if item["value"] == ALL_AREAS]
    area = every if view["view"]["area"] == ALL_AREAS and len(view["areas"]) > 1 else []
    year = words.t("year.of", year=shown.year)
    return " · ".join([view["subject"], view["unit"], *area, year])


def controls(shown: dict[str, Any], state: State, words: Language) -> Component:
    """The form, with what is chosen now.

    Args:
        shown: The view as the scripts take it.
        state: What the address asks for.
        words: Language of the labels.
    """
    view = state.view
    return html.Form(
        [
            _indicators(view.indicator, words),
            _list("unit", shown["units"], view.unit, words),
            _list("area", shown["areas"], view.area, words),
            _list("classes", class_options(words), view.classes, words),
            _list("limits", limit_options(words), view.limits, words),
            _places(words),
            _unscripted(shown, state, words),
            Input(type="hidden", name="select", value=write_selection(state.select)),
            *_kept(state),
            _chips(state, shown["newest"], words),
        ],
        id=FORM,
        className="controls",
        method="get",
        action=map_path(words),
        **aria(label=words.t("control.group")),
    )


def _kept(state: State) -> list[Component]:
    """What another choice leaves as it is."""
    sort = state.sort if state.sort != COLUMNS[0] else ""
    return [Input(type="hidden", name="sort", value=sort)] if sort else []


def _indicators(chosen: str, words: Language) -> Component:
    groups = [
        html.Optgroup([_option(item, chosen) for item in found["items"]], label=found["group"])
        for found in indicator_options(words)
    ]
    select = html.Select(groups, id="indicator", name="indicator", autoComplete="off")
    return _field("indicator", select, words)


def _list(name: str, options: Sequence[SelectOption], chosen: str, words: Language) -> Component:
    items = [_option(item, chosen) for item in options]
    # A browser that fills in what was chosen in a former visit would contradict the map.
    select = html.Select(items, id=name, name=name, disabled=len(options) < 2, autoComplete="off")
    return _field(name, select, words)


def _places(words: Language) -> Component:
    """Where a municipality or a county is searched by any spelling of its name."""
    names = [html.Option(value=words.name(place)) for place in municipalities()]
    names += [html.Option(value=words.name(county, "full")) for county in counties()]
    search = Input(
        id="select",
        name="select",
        type="text",
        placeholder=words.t("control.search"),
        list="places",
        autoComplete="off",
        spellCheck="false",
    )
    return _field("select", [search, html.Datalist(names, id="places")], words)


def _unscripted(shown: dict[str, Any], state: State, words: Language) -> Component:
    """What scripts do otherwise: year, names, and a button to send it all."""
    year = str(state.year or shown["newest"])
    years = [_option({"value": str(each), "label": str(each)}, year) for each in shown["years"]]
    names = Input(type="checkbox", name="names", value="1", checked=state.names)
    return html.Div(
        [
            html.Label([words.t("year.label"), " ", html.Select(years, name="year")]),
            html.Label([names, " ", words.t("map.names")]),
            html.Button(words.t("control.show"), type="submit", className="primary"),
        ],
        className="unscripted unscripted-line",
    )


def _chips(state: State, newest: int, words: Language) -> Component:
    """The selected municipalities; each leads to the view without it."""
    names = {place.code: words.name(place) for place in municipalities()}
    chips = []
    for code, colour in zip(state.select, palette.SELECTED, strict=False):
        others = tuple(each for each in state.select if each != code)
        query = write_state(replace(state, select=others))
        chips.append(
            html.Li(
                html.A(
                    [names[code], html.Span("×", **aria(hidden="true"))],
                    href=map_path(words, query),
                    className="chip",
                    style={"--own": colour},
                    **aria(label=words.t("control.remove", name=names[code])),
                )
            )
        )
    chips += onward_link(state, newest, words)
    return html.Ul(chips, className="chips", **aria(label=words.t("control.selected")))


def _field(name: str, control: Any, words: Language) -> Component:
    parts = control if isinstance(control, list) else [control]
    label = html.Label(words.t(f"control.{name}"), htmlFor=name)
    return html.Div([label, *parts], className=f"field field-{name}")


def _option(item: SelectOption, chosen: str) -> Component:
    return html.Option(item["label"], value=item["value"], selected=item["value"] == chosen)

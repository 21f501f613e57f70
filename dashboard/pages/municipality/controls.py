"""What can be chosen on a municipality's page: a form whose answers are the page's address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.chips import Chip, chip_list
from dashboard.frame.choices import figures_choice, hidden_field, select_field
from dashboard.frame.field import Input
from dashboard.frame.places import place_path
from dashboard.indicators.writing import unit_label
from dashboard.peers.state import MONEY_UNITS, SORTS, WEIGHT
from data.catalog import YEARS
from data.peers.features import FEATURES, HEAVIEST, WEIGHTS
from data.peers.groups import FEWEST_NEAREST, GROUPINGS, MOST_NEAREST
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dash.development.base_component import Component

    from dashboard.frame.place_view import PlaceView

FORM = "peers-form"
"""Id of the form; the slider belongs to it too."""

CHOSEN = "chosen"
"""Id of the municipalities of the own list."""


def controls(view: PlaceView) -> Component:
    """The form, with what is chosen now; a script sends it at every change."""
    state, words = view.standing.state, view.words
    units = [(unit, unit_label(unit, words)) for unit in MONEY_UNITS]
    groups = [(name, words.t(f"peers.group.{name}")) for name in GROUPINGS]
    years = [(str(year), str(year)) for year in reversed(YEARS)]
    counts = [(str(n), str(n)) for n in range(FEWEST_NEAREST, MOST_NEAREST + 1)]
    fields = [
        _select("year", years, str(view.standing.year), view),
        _select("unit", units, state.unit, view),
        _select("peers", groups, state.peers, view),
    ]
    if state.peers == GROUPINGS[0]:
        fields.append(_select("nearest", counts, str(state.nearest), view))
    kept = [hidden_field("open", state.opened)] if state.opened else []
    kept += [hidden_field("sort", state.sort)] if state.sort != SORTS[0] else []
    return html.Form(
        [
            html.Div(fields, className="choices"),
            *([_own_list(view)] if state.peers == "list" else []),
            _weights(view),
            *kept,
            html.Button(words.t("control.show"), type="submit", className="primary unscripted"),
        ],
        id=FORM,
        method="get",
        action=place_path(view.place, words),
        className="peers-form",
        **{"data-stay": "", "data-live": "", **aria(label=words.t("peers.form"))},
    )


def figures_box(view: PlaceView) -> list[Component]:
    """The mark of invented or real figures and the box that leaves only real ones."""
    if not view.atlas.is_demo:
        return []
    return [figures_choice(view.standing.state.figures, FORM, view.words)]


def _weights(view: PlaceView) -> Component:
    """How much each feature counts, folded until somebody wants to know."""
    words, weights = view.words, view.standing.state.weights
    choices = [(str(n), words.t(f"peers.weight.{n}")) for n in range(HEAVIEST + 1)]
    fields = [
        select_field(
            f"{WEIGHT}{name}",
            words.t(f"peers.feature.{name}"),
            choices,
            str(weights[name]),
        )
        for name in FEATURES
    ]
    usual = html.A(
        words.t("peers.weights.usual"),
        href=view.path(weights=WEIGHTS),
        **{"data-stay": ""},
    )
    return html.Details(
        [
            html.Summary(words.t("peers.weights.title")),
            html.P(words.t("peers.weights.explained")),
            html.Div(fields, className="choices weights"),
            *([html.P(usual)] if dict(weights) != WEIGHTS else []),
        ],
        id="weights",
        className="weights-fold",
        open=dict(weights) != WEIGHTS,
    )


def _own_list(view: PlaceView) -> Component:
    """Who is on the list, each a link to the list without it, and a field for one more."""
    words, state = view.words, view.standing.state
    names = {place.code: words.name(place) for place in municipalities()}
    chips = (
        Chip(names[code], view.path(chosen=tuple(each for each in state.chosen if each != code)))
        for code in state.chosen
    )
    search = Input(id="with", name="with", type="text", list="places", autoComplete="off",
                   placeholder=words.t("control.search"), spellCheck="false")  # fmt: skip
    options = [html.Option(value=name) for name in names.values()]
    return html.Div(
        [
            html.Div(
                [html.Label(words.t("peers.list"), htmlFor="with"), search,
                 html.Datalist(options, id="places")],
                className="field",
            ),
            *(hidden_field("with", code) for code in state.chosen),
            chip_list(chips, words, name=CHOSEN, label=words.t("peers.list")),
        ],
        className="own-list",
    )  # fmt: skip


def _select(
    name: str, choices: Iterable[tuple[str, str]], chosen: str, view: PlaceView
) -> Component:
    return select_field(name, view.words.t(f"peers.control.{name}"), choices, chosen)

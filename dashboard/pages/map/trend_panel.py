"""The trend of the selected municipalities: its unit, its picture, and whose line is which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from dashboard.charts import palette
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.field import Input
from dashboard.frame.places import place_link
from dashboard.indicators.counting import line_text, national_text, same_text
from dashboard.indicators.figures import VALUE_STATES
from dashboard.indicators.state import SAME
from dashboard.pages.map.controls import FORM
from dashboard.pages.map.links import place_query
from dashboard.pages.map.picture_links import picture_links
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.map.shown import Shown

BROKEN = VALUE_STATES.index("not_comparable")
"""Number of the state of a figure to which its line does not run on."""


def trend_panel(shown: Shown, picture: str, words: Language) -> list[Component]:
    """The panel's content; plotly.js draws over the picture when it has come."""
    return [
        html.Div(
            [
                html.P(shown.view["unit"], className="trend-unit"),
                _same(shown, words),
                picture_links("trend", shown, words),
            ],
            className="trend-head",
        ),
        html.Div(
            [
                html.Div(
                    Markup(picture),  # noqa: S704 - written by ElementTree
                    id="trend-plot",
                    className="trend-plot",
                    role="img",
                    **aria(labelledby="trend-title"),
                ),
                html.Div(className="trend-year", **aria(hidden="true")),
            ],
            className="trend-frame",
        ),
        html.Ul(_keys(shown, words), id="trend-keys", className="trend-keys"),
    ]


def _keys(shown: Shown, words: Language) -> list[Component]:
    view, index_of = shown.view, {place.code: at for at, place in enumerate(municipalities())}
    keys = [_key("var(--national)", _national(shown, words))]
    keys += [
        _key("var(--target)", promise["text"], "key key-target")
        for promise in view["promises"]
        if promise["text"]
    ]
    for code, colour in zip(shown.state.select, palette.SELECTED, strict=False):
        keys.append(_key(colour, _linked(shown, index_of[code], words)))
    if not shown.state.select:
        keys.append(html.Li(words.t("trend.hint"), className="hint"))
    return keys


def _national(shown: Shown, words: Language) -> str:
    view, row = shown.view, shown.row
    name, same = view["nationalName"], view["same"]
    if shown.state.same:
        return same_text(name, same["text"][row], same["count"], words)
    figure = view["nationalText"][row]
    return national_text(name, figure, row, view["years"], view["ranked"], words)


def _linked(shown: Shown, index: int, words: Language) -> list[Component | str]:
    """What is said of a line, which begins with whose it is, leading to that one's page."""
    place = municipalities()[index]
    link = place_link(place, words, query=place_query(shown.state, shown.view["newest"]))
    return [link, _line(shown, index, words).removeprefix(words.name(place))]


def _line(shown: Shown, index: int, words: Language) -> str:
    figure = shown.of("text")[index] or shown.label(index)
    known = zip(shown.view["years"], shown.view["state"], strict=True)
    broken = [year for year, states in known if states[index] == BROKEN]
    said = f"{words.name(municipalities()[index])}: {figure}"
    return line_text(said, broken, words, mixed=shown.of_both_kinds(index))


def _same(shown: Shown, words: Language) -> Component:
    """Whether the country is the same municipalities in all years; part of the page's form."""
    box = Input(type="checkbox", id="same", name="nation", value=SAME, checked=shown.state.same,
                form=FORM, autocomplete="off")  # fmt: skip
    send = html.Button(words.t("trend.apply"), type="submit", form=FORM, className="unscripted")
    label = html.Label(
        [box, " ", html.Span(words.t("trend.same", count=shown.view["same"]["count"]))]
    )
    said = words.t("trend.same_hint")
    return html.P([label, " ", send], className="trend-same", title=said)


def _key(colour: str, text: str | list[Component | str], name: str = "key") -> Component:
    line = html.Span(className=name, style={"--key": colour}, **aria(hidden="true"))
    return html.Li([line, *([text] if isinstance(text, str) else text)])

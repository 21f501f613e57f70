"""The trend of the selected municipalities: its unit, its picture, and whose line is which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html
from markupsafe import Markup

from dashboard.charts import palette
from dashboard.frame.aria import aria
from dashboard.pages.map.picture_links import picture_links
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.map.shown import Shown


def trend_panel(shown: Shown, picture: str, words: Language) -> list[Component]:
    """The panel's content; plotly.js draws over the picture when it has come."""
    return [
        picture_links("trend", shown, words),
        html.P(shown.view["unit"], className="trend-unit"),
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
    keys = [_key("var(--national)", f"{view['nationalName']}: {shown.of('nationalText')}")]
    keys += [
        _key("var(--target)", promise["text"], "key key-target")
        for promise in view["promises"]
        if promise["text"]
    ]
    for code, colour in zip(shown.state.select, palette.SELECTED, strict=False):
        index = index_of[code]
        value = shown.of("text")[index] or shown.label(index)
        keys.append(_key(colour, f"{words.name(municipalities()[index])}: {value}"))
    if not shown.state.select:
        keys.append(html.Li(words.t("trend.hint"), className="hint"))
    return keys


def _key(colour: str, text: str, name: str = "key") -> Component:
    line = html.Span(className=name, style={"--key": colour}, **aria(hidden="true"))
    return html.Li([line, text])

"""Years one after the other: links to the year before and after, and a button that plays them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.research.bench import Bench
    from dashboard.research.view import ResearchView


def player(bench: Bench, view: ResearchView) -> list[Component]:
    """The buttons; none where the view shows all years at once."""
    years, words = view.playing, bench.words
    if len(years) < 2 or bench.year not in years:
        return []
    at = years.index(bench.year)
    button = html.Button(
        html.Span(className="play-sign", **aria(hidden="true")),
        id="play",
        type="button",
        className="scripted",
        title=words.t("year.play"),
        **{
            "data-first": bench.path(year=years[0]),
            "data-pause": words.t("year.pause"),
            **aria(label=words.t("year.play")),
        },
    )
    year = html.Output(str(bench.year), id="year-shown")
    before, after = _step("previous", years[:at][-1:], bench), _step("next", years[at + 1 :], bench)
    return [html.Div([button, before, year, after], className="player")]


def _step(name: str, there: tuple[int, ...], bench: Bench) -> Component:
    """A link to the nearest year of a side; at an end it leads nowhere."""
    said = bench.words.t(f"research.play.{name}")
    sign = html.Span({"previous": "‹", "next": "›"}[name], **aria(hidden="true"))
    if not there:
        return html.Span(sign, className="step", id=f"{name}-year")
    said = f"{said}: {there[0]}"
    return html.A(
        sign,
        id=f"{name}-year",
        href=bench.path(year=there[0]),
        className="step",
        title=said,
        **{"data-stay": "", **aria(label=said)},
    )

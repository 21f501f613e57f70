"""The page of one competition: what came of it, who won, how others like it went, who says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.page import Content
from dashboard.frame.places import COMPETITION_SLUGS, place_link
from dashboard.frame.plain_table import day
from dashboard.frame.source_line import source_text
from dashboard.indicators.headline import lowered
from dashboard.pages.competitions.finding import found
from dashboard.pages.competitions.origin import call_link, origin
from dashboard.pages.competitions.others import others_panel
from dashboard.pages.competitions.state import CompetitionsState, write_state
from dashboard.pages.competitions.sums import badge
from dashboard.pages.competitions.view import known, places
from dashboard.pages.competitions.winners import winners_panel
from dashboard.pages.competitions.writing import count, money, percent, said_of, share
from data.asking.competitions import CompetitionFilter

if TYPE_CHECKING:
    from typing import Any

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def layout(atlas: Atlas, words: Language, query: str, key: str) -> Content:  # noqa: ARG001
    """The competition of a key; its page has one view.

    Raises:
        NoItem: There is none.
    """
    row = found(key, atlas, words)
    areas = atlas.labels("policy_area", words)
    sentence = sentence_of(row, atlas, words)
    panels = {
        "facts": [_facts(row, words, areas[row["area"]])],
        "winners": winners_panel(row, atlas, words),
        "others": others_panel(row, atlas, words),
        "origin": [html.P(origin(row, atlas, words), id="origin"),
                   html.P(source_text([row["source"]], atlas, words), className="source")],
    }  # fmt: skip
    body = html.Div(
        [
            _trail(row, words),
            html.Div(
                [html.H1(row["competition"]), badge(words, demo=row["demo"])],
                className="title-line",
            ),
            html.P(sentence, id="sentence", className="sentence"),
            *(_panel(name, content, words) for name, content in panels.items()),
        ],
        className="stack competition",
    )
    return Content(body, row["competition"], sentence)


def _panel(name: str, content: list[Component], words: Language) -> Component:
    heading = html.H2(words.t(f"competition.{name}"), id=f"{name}-title")
    return html.Section(
        [heading, *content], className=f"panel panel-{name}", **aria(labelledby=f"{name}-title")
    )


def _trail(row: dict[str, Any], words: Language) -> Component:
    """The list, that of the municipality, and of its year."""
    path = words.path(f"/{COMPETITION_SLUGS[words.code]}")
    figures = "demo" if row["demo"] else "real"
    place = CompetitionsState(CompetitionFilter(municipality=row["municipality"]), figures)
    year = replace(place, asked=replace(place.asked, year=row["year"]))
    steps = [
        html.A(words.t("page.competitions.title"), href=path),
        html.A(words.name(places()[row["municipality"]]), href=f"{path}?{write_state(place)}"),
        html.A(str(row["year"]), href=f"{path}?{write_state(year)}"),
    ]
    return html.Nav(
        html.Ol([html.Li(step) for step in steps]),
        className="trail",
        **aria(label=words.t("commitment.trail")),
    )


def sentence_of(row: dict[str, Any], atlas: Atlas, words: Language) -> str:
    """Whose and what for it was, and what came of it."""
    place, code = words.name(places()[row["municipality"]], "full"), row["area"]
    label = atlas.labels("policy_area", words)[code]
    area = words.t(f"area.{code}") if code in atlas.areas else lowered(label)
    start = words.t("competition.said", place=place, year=row["year"], area=area)
    sums = row | {"funded_of": row["funded"], "awarded_of": row["awarded"]}
    said = said_of(sums, words)
    if not said:
        said = [words.t("competition.said_awarded", awarded=money(row["awarded"], words))]
    return " ".join([start, *said])


def _facts(row: dict[str, Any], words: Language, area: str) -> Component:
    """All that was told of it; what was not says so."""
    untold = html.Span(words.t("competition.untold"), className="untold")
    amounts = {name: money(row[name], words) for name in ("budget", "requested", "awarded")}
    numbers = {name: count(row[name], words) for name in ("applications", "funded")}
    facts: dict[str, Any] = {
        "municipality": place_link(places()[row["municipality"]], words),
        "year": str(row["year"]),
        "area": area,
        "announced": day(row["announced"]) if known(row["announced"]) else untold,
        "budget": amounts["budget"] if known(row["budget"]) else untold,
        "applications": numbers["applications"] if known(row["applications"]) else untold,
        "funded": numbers["funded"],
        "share": _share(row["funded"], row["applications"], words, untold),
        "requested": amounts["requested"] if known(row["requested"]) else untold,
        "awarded": amounts["awarded"],
        "share_euros": _share(row["awarded"], row["requested"], words, untold),
        "link": call_link(row, words) or untold,
    }
    return html.Dl(
        [
            html.Div(
                [html.Dt(words.t(f"competitions.column.{name}")), html.Dd(fact)],
                id=f"fact-{name.replace('_', '-')}",
            )
            for name, fact in facts.items()
        ],
        className="facts",
    )


def _share(part: Any, whole: Any, words: Language, untold: Component) -> Component | str:
    of = share(part, whole)
    return untold if of is None else percent(of, words)

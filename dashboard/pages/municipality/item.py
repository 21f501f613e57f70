"""The page of one municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.frame.page import Content
from dashboard.frame.source_line import source_text
from dashboard.indicators.figures import SIGNS
from data.asking.views import indicator_view, view_terms
from geo.finding import find_municipality
from geo.places import counties

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from geo.places import Municipality


def layout(atlas: Atlas, words: Language, query: str, key: str) -> Content:  # noqa: ARG001
    """The municipality of a key: where it is, and how many live there."""
    place = find_municipality(key)
    county = next(each for each in counties() if each.code == place.county)
    title, (sentence, *notes) = words.name(place, "full"), _residents(place, county, atlas, words)
    facts = {
        "county": words.name(county, "full"),
        "group": words.t(f"municipality.group.{place.group}"),
    }
    body = html.Div(
        [
            html.H1(title),
            html.P(sentence, id="sentence", className="sentence"),
            *(html.P(note) for note in notes),
            html.Dl(
                [
                    html.Div([html.Dt(words.t(f"municipality.{name}")), html.Dd(fact)])
                    for name, fact in facts.items()
                ],
                className="facts",
            ),
            html.P(
                html.A(
                    words.t("municipality.on_map"), href=f"{words.path('/')}?select={place.code}"
                )
            ),
            html.P(source_text(["population"], atlas, words), className="source"),
        ],
        className="stack",
    )
    return Content(body, title, sentence)


def _residents(place: Municipality, county: object, atlas: Atlas, words: Language) -> list[str]:
    """Residents of the newest year in a sentence, and a remark where they are interpolated."""
    rows = indicator_view(atlas.store, "total")
    rows["residents"] = view_terms(atlas.store, "total")["residents"]
    newest = rows[rows["municipality"] == place.code].iloc[-1]
    told = {"name": words.name(place, "full"), "county": words.located(county)}
    year = int(newest["year"])
    sentence = words.n("municipality.sentence", int(newest["residents"]), year=year, **told)
    remark = words.t("mark.estimated.note", sign=SIGNS["estimated"], year=year)
    return [f"{sentence}", remark] if newest["estimated"] else [sentence]

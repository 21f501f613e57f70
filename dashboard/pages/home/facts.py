"""What the data tell besides: a question, the answer, and the page that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.source_line import source_text
from dashboard.language.unbroken import unbroken

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.overview.facts import ToldFact
    from dashboard.overview.overview import Overview


def facts(overview: Overview) -> Component:
    """The sentences, each a link."""
    words = overview.words
    sources = dict.fromkeys(source for fact in overview.facts for source in fact.sources)
    return html.Section(
        [
            html.H2(words.t("home.facts.title"), id="facts-title"),
            html.Ul([_fact(fact, overview) for fact in overview.facts], className="facts-list"),
            *(
                [html.P(source_text([*sources], overview.atlas, words), className="source")]
                if sources
                else []
            ),
        ],
        className="panel home-facts",
        **aria(labelledby="facts-title"),
    )


def _fact(fact: ToldFact, overview: Overview) -> Component:
    question = html.Span(overview.words.t(f"home.fact.{fact.name}"), className="question")
    return html.Li(html.A([question, " ", unbroken(fact.sentence)], href=fact.path))

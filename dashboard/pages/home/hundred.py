"""A hundred euros of the budgets as a hundred squares, now and in the first comparable year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.squares import draw_squares
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import research_path
from dashboard.frame.rendering import drawn
from dashboard.frame.source_line import source_text
from dashboard.language.unbroken import unbroken
from dashboard.overview.colours import colour_of, squares_of
from dashboard.overview.saying import alike_sentence, caution, part_name, share_text
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.overview.overview import Overview
    from dashboard.overview.split import HundredEuros, SplitOverYears


def hundred(overview: Overview) -> Component | None:
    """The pictures, and the table that says the same; nothing where nothing is known."""
    split, words = overview.split, overview.words
    if split is None:
        return None
    pictures = [_picture(each, words, now=each is split.now) for each in split.years]
    study = html.A(words.t("home.split.link"), href=research_path(words, view="split"))
    return html.Section(
        [
            html.H2(words.t("home.split.title"), id="split-title"),
            html.Div(
                [html.Div(pictures, className="hundreds"), _table(split.years, words)],
                className="hundred-body",
            ),
            *_notes(split, words),
            html.P(study, className="onward"),
            html.P(source_text(split.sources, overview.atlas, words), className="source"),
        ],
        className="panel home-hundred",
        **aria(labelledby="split-title"),
    )


def _notes(split: SplitOverYears, words: Language) -> list[Component]:
    """What is not known or not paid, and what holds of those known in both years."""
    said = (caution(split, words), alike_sentence(split, words))
    return [html.P(unbroken(each), className="split-note") for each in said if each]


def _picture(of: HundredEuros, words: Language, *, now: bool) -> Component:
    year = html.Figcaption(words.t("year.of", year=of.year))
    name = "hundred now" if now else "hundred"
    return html.Figure([drawn(draw_squares(squares_of(of))), year], className=name)


def _column(of: HundredEuros, words: Language, *, several: bool) -> list[Component | str]:
    """The year, and of how many municipalities, where the other year is of fewer."""
    year = words.t("year.of", year=of.year)
    if not several:
        return [year]
    return [
        year,
        " ",
        html.Span(
            words.t("home.split.of", n=of.count, all=len(municipalities())), className="column-of"
        ),
    ]


def _table(years: tuple[HundredEuros, ...], words: Language) -> Component:
    """What of a hundred euros went where, a column a year; the key of the pictures, too."""
    several = len({each.count for each in years}) > 1
    head = html.Tr(
        [
            html.Th(words.t("home.split.part"), scope="col"),
            *(html.Th(_column(each, words, several=several), scope="col") for each in years),
        ]
    )
    rows = [
        html.Tr(
            [
                html.Th(
                    [
                        html.Span(className="swatch", style={"background": colour_of(part)}),
                        part_name(years[-1], part, words),
                    ],
                    scope="row",
                ),
                *(html.Td(share_text(each, part, words)) for each in years),
            ]
        )
        for part in years[-1].shares
    ]
    caption = html.Caption(words.t("home.split.caption"), className="visually-hidden")
    return html.Table([caption, html.Thead(head), html.Tbody(rows)], className="hundred-table")

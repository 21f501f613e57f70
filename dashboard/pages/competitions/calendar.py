"""When municipalities announce competitions: a picture, and the table that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.calendar import CalendarPicture, CalendarRow, bare_height, draw_calendar
from dashboard.charts.picture import UNCAPTIONED, Caption
from dashboard.charts.series import ChartOptions
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.rendering import drawn
from dashboard.pages.competitions.view import places
from data.asking.competitions import competition_months

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.competitions.view import CompetitionsView

MONTHS = range(1, 13)
WIDTH = 900
"""Of the picture in the page, px."""


@dataclass(frozen=True)
class Calendar:
    """How many competitions each municipality announced in each month.

    Attributes:
        counts: Twelve numbers by the municipality's name, in Lithuanian order.
        undated: Of how many competitions the day is not known.
    """

    counts: dict[str, tuple[int, ...]]
    undated: int


def read_calendar(view: CompetitionsView) -> Calendar:
    """The calendar of what is found."""
    months = competition_months(view.atlas.store, view.state.asked, demo=view.demo)
    found: dict[str, dict[int, int]] = {}
    for code, month, count in months.itertuples(index=False):
        found.setdefault(view.words.name(places()[code]), {})[month] = count
    counts = {
        name: tuple(int(by_month.get(month, 0)) for month in MONTHS)
        for name, by_month in found.items()
    }
    return Calendar(counts, view.found - int(view.total["announced"]))


def calendar_picture(
    calendar: Calendar, words: Language, caption: Caption = UNCAPTIONED
) -> CalendarPicture:
    """What is drawn of it."""
    short = words.locale.months["stand-alone"]["abbreviated"]
    rows = tuple(CalendarRow(name, counts) for name, counts in calendar.counts.items())
    return CalendarPicture(tuple(short[month] for month in MONTHS), rows, caption)


def calendar_sentence(calendar: Calendar, words: Language) -> str:
    """In which month most are announced, and of how many that is not known."""
    sums = [sum(each) for each in zip(*calendar.counts.values(), strict=True)]
    if not any(sums):
        return words.t("competitions.calendar.unknown")
    most = sums.index(max(sums))
    month = words.locale.months["stand-alone"]["wide"][most + 1]
    said = [
        words.n("competitions.calendar.said", max(sums), month=month, total=words.number(sum(sums)))
    ]
    if calendar.undated:
        said.append(words.n("competitions.calendar.undated", calendar.undated))
    return " ".join(said)


def calendar_panel(view: CompetitionsView) -> list[Component]:
    """Sentence, picture and table."""
    words, calendar = view.words, read_calendar(view)
    sentence = html.P(calendar_sentence(calendar, words))
    if not calendar.counts:
        return [sentence]
    picture = calendar_picture(calendar, words)
    size = ChartOptions(WIDTH, bare_height(len(picture.rows)), bare=True)
    return [
        sentence,
        html.Figure(
            [
                html.Figcaption(words.t("competitions.calendar.key"), id="calendar-key"),
                html.Div(
                    drawn(draw_calendar(picture, size)),
                    className="picture-scroll",
                    tabIndex=0,
                    role="region",
                    **aria(labelledby="calendar-key"),
                ),
            ]
        ),
        html.Details(
            [
                html.Summary(words.t("competitions.calendar.table"), id="calendar-table-title"),
                _table(calendar, words),
            ],
            id="calendar-table",
        ),
    ]


def _table(calendar: Calendar, words: Language) -> Component:
    """Numbers alone, which is scrolled where it has no room; a card a municipality says less."""
    wide = words.locale.months["stand-alone"]["wide"]
    months = [wide[month] for month in MONTHS]
    heads = [words.t("competitions.column.municipality"), *months, words.t("competitions.sum")]
    sums = [sum(each) for each in zip(*calendar.counts.values(), strict=True)]
    rows = [(words.t("competitions.calendar.all"), *sums)]
    rows += [(name, *counts) for name, counts in calendar.counts.items()]
    table = html.Table(
        [
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody(
                [
                    html.Tr(
                        [
                            html.Th(name, scope="row"),
                            *(html.Td(words.number(count)) for count in counts),
                            html.Td(words.number(sum(counts))),
                        ]
                    )
                    for name, *counts in rows
                ]
            ),
        ],
        **aria(labelledby="calendar-table-title"),
    )
    return html.Div(table, className="table-scroll", tabIndex=0, role="region",
                    **aria(labelledby="calendar-table-title"))  # fmt: skip

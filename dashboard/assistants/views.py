"""Tools `ranking` and `trend`: an indicator in a year, and over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import numpy as np
from mcp.types import CallToolResult  # noqa: TC002 - the tools' schemas are made of it
from pydantic import Field

from dashboard.assistants.arguments import (  # noqa: TC001
    AreaArg,
    FiguresArg,
    IndicatorArg,
    LangArg,
    OptionalPlaceArg,
    UnitArg,
    YearArg,
)
from dashboard.assistants.meant import municipality_meant, row_meant, view_meant
from dashboard.assistants.told import RowsAnswer, ToldRow, carried, cell, table_text, telling
from dashboard.indicators.headline import headline
from dashboard.indicators.marks import breaks, notes
from dashboard.indicators.remarks import remark_lines
from dashboard.indicators.sentence import map_sentence
from dashboard.indicators.sources import source_ids
from dashboard.indicators.writing import FigureWriter, title, unit_label
from dashboard.language.i18n import language
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language


class SaidAnswer(RowsAnswer):
    """FiguresArg of an indicator, and what they say."""

    title: str
    unit: str
    sentence: str = Field(description="What the figures say; it can be quoted")
    remarks: list[str] = Field(description="What has to be known of them: breaks, estimates, …")


class RankingAnswer(SaidAnswer):
    """A ranking."""

    year: int
    national: float | None = Field(description="Of all whose figures count; null where none does")


def tools(atlas: Atlas) -> tuple[Callable[..., Any], ...]:
    """The tools of this module."""

    def ranking(
        indicator: IndicatorArg,
        year: YearArg = None,
        unit: UnitArg = "",
        area: AreaArg = "",
        figures: FiguresArg = "all",
        lang: LangArg = "en",
    ) -> Annotated[CallToolResult, RankingAnswer]:
        """Rank the municipalities by an indicator in a year, largest first.

        Those without a rank follow: they have no figure, or one that is not compared with the
        ranked ones (a real one among invented ones, or one that breaks its series).
        """
        words = language(lang)
        shown = view_meant(atlas, indicator, unit, area, figures)
        row = row_meant(shown, year)
        ranks = shown.ranks[row].tolist()
        labels = atlas.labels("value_state", words, figures)
        order = sorted(range(len(ranks)), key=lambda at: (ranks[at] or len(ranks) + 1, at))
        rows = [
            {"rank": ranks[at] or None, **_figure_row(shown, row, at, labels, words)}
            for at in order
        ]
        answer = RankingAnswer(
            **_said(atlas, shown, words, rows, map_sentence(shown, row, words), row),
            remarks=[each for each in (notes(shown, words)[row],) if each],
            year=shown.years[row],
            national=cell(float(shown.national[row])),  # type: ignore[arg-type]
        )
        country = FigureWriter.of(shown.view, words).figure(float(shown.national[row]))
        nation = words.t("assistants.national", value=country) if country else ""
        return telling(answer, answer.sentence, nation, *answer.remarks, table_text(rows))

    def trend(
        indicator: IndicatorArg,
        municipality: OptionalPlaceArg = "",
        unit: UnitArg = "",
        area: AreaArg = "",
        figures: FiguresArg = "all",
        lang: LangArg = "en",
    ) -> Annotated[CallToolResult, SaidAnswer]:
        """Tell an indicator's figures of all years, of a municipality beside the national figure.

        Without a municipality, of the country alone. A year whose figure does not count is not to
        be compared with the others.
        """
        words = language(lang)
        shown = view_meant(atlas, indicator, unit, area, figures)
        labels = atlas.labels("value_state", words, figures)
        newest = shown.years.index(shown.newest)
        if not municipality:
            rows = [_national_row(shown, row) for row in range(len(shown.years))]
            said, told = map_sentence(shown, newest, words), []
        else:
            place = municipality_meant(atlas, municipality)
            at = municipalities().index(place)
            rows = [
                {**_figure_row(shown, row, at, labels, words), **_national_row(shown, row)}
                for row in range(len(shown.years))
            ]
            said = headline(shown, newest, words, [place.code], labels).sentence
            broken = zip(shown.breaks, breaks(shown, words), strict=True)
            told = [text for item, text in broken if item.place == at]
            told += remark_lines(shown, {place.code}, words)
        answer = SaidAnswer(**_said(atlas, shown, words, rows, said), remarks=told)
        return telling(answer, answer.title, said, *answer.remarks, table_text(rows))

    return ranking, trend


def _figure_row(
    shown: MapView, row: int, at: int, labels: dict[str, str], words: Language
) -> ToldRow:
    """A municipality's figure of a year, with what is said of it."""
    place, value = municipalities()[at], float(shown.values[row, at])
    marks = [name for name, flags in shown.flagged.items() if flags[row, at]]
    return {
        "municipality": place.code,
        "name": words.name(place),
        "year": shown.years[row],
        "value": cell(value),
        "text": FigureWriter.of(shown.view, words).figure(value),
        "state": labels[shown.states[row, at]],
        "counts": bool(shown.counted[row, at]),
        "marks": ", ".join(marks),
        "demo": bool(shown.marks["demo"][row, at]),
    }


def _national_row(shown: MapView, row: int) -> ToldRow:
    counted = shown.counted[row]
    return {
        "year": shown.years[row],
        "national": cell(float(shown.national[row])),
        "municipalities": int(counted.sum()),
        "national_demo": bool((shown.marks["demo"][row] & counted).any()),
    }


def _said(
    atlas: Atlas,
    shown: MapView,
    words: Language,
    rows: list[ToldRow],
    sentence: str,
    row: int | None = None,
) -> dict[str, Any]:
    """The fields of `SaidAnswer` but its remarks; `row` is the number of the one year told."""
    told = shown.there.copy()
    if row is not None:
        told[np.arange(len(told)) != row] = False
    marks = [bool(row[name]) for row in rows for name in ("demo", "national_demo") if name in row]
    return {
        **carried(atlas, words, source_ids(shown, told), marks),
        "rows": rows,
        "title": title(shown.view, words),
        "unit": unit_label(shown.view.unit, words),
        "sentence": sentence,
    }

"""Tool `figure`: one figure, and how it was made, back to the rows that it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlencode

import numpy as np
from mcp.types import CallToolResult  # noqa: TC002 - the tool's schema is made of it
from pydantic import BaseModel, Field

from dashboard.assistants.arguments import (  # noqa: TC001
    AreaName,
    Figures,
    IndicatorName,
    Lang,
    OptionalPlace,
    UnitName,
    Year,
)
from dashboard.assistants.meant import municipality_meant, row_meant, view_meant
from dashboard.assistants.told import RowsAnswer, ToldRow, carried, cell, table_text, telling
from dashboard.indicators.remarks import remark_text
from dashboard.indicators.sources import source_ids
from dashboard.language.i18n import language
from dashboard.pages.figure.formula import terms
from dashboard.pages.figure.view import read_figure_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.pages.figure.view import FigureView

MOST_ROWS = 25


class FormulaTerm(BaseModel):
    """A number of the formula."""

    sign: str = Field(description="What stands before it")
    number: str
    name: str
    about: str = Field(description="What it was made of")


class FigureAnswer(RowsAnswer):
    """A figure; its rows are those that it counts."""

    subject: str = Field(description="Whose, of what and when")
    sentence: str = Field(description="What it says; it can be quoted")
    value: float | None = Field(description="In the unit, in full precision; null where none is")
    text: str = Field(description="As it is written")
    state: str
    counts: bool = Field(description="Whether it is compared, ranked and summed with others")
    year: int
    formula: list[FormulaTerm]
    method: str = Field(description="How the indicator is computed")
    rows_in_all: int = Field(description="How many rows it counts; the first are told")
    remarks: list[str]
    page: str = Field(description="Path of the page that tells all of this")


def tools(atlas: Atlas) -> tuple[Callable[..., Any], ...]:
    """The tools of this module."""

    def figure(  # noqa: PLR0913, PLR0917 - what a figure is of
        indicator: IndicatorName,
        municipality: OptionalPlace = "",
        year: Year = None,
        unit: UnitName = "",
        area: AreaName = "",
        figures: Figures = "all",
        lang: Lang = "en",
    ) -> Annotated[CallToolResult, FigureAnswer]:
        """Tell one figure of a municipality, or of the country, with its trace.

        The formula with its numbers, where each is from, and the first rows that it counts.
        """
        words = language(lang)
        shown = view_meant(atlas, indicator, unit, area, figures)
        code = municipality_meant(atlas, municipality).code if municipality else ""
        view, row = shown.view, row_meant(shown, year)
        asked = {
            "indicator": view.indicator, "unit": view.unit, "area": view.area,
            "figures": figures, "municipality": code, "year": shown.years[row],
        }  # fmt: skip
        answer = _answer(read_figure_view(atlas, words, urlencode(asked)))
        lines = [
            " ".join(filter(None, [each.sign, each.number, each.name, each.about]))
            for each in answer.formula
        ]
        counted = words.t("assistants.rows", shown=len(answer.rows), total=answer.rows_in_all)
        trace = [counted, table_text(answer.rows)] if answer.rows else []
        return telling(
            answer, answer.subject, answer.sentence, *lines, answer.method, *answer.remarks, *trace
        )

    return (figure,)


def _answer(view: FigureView) -> FigureAnswer:
    words, own = view.words, view.own if view.place else None
    value = float(own["value"]) if own else float(view.shown.national[view.row])
    there, traced = view.there, bool(view.there and own)
    rows = [_row(each, demo=view.is_demo) for each in view.rows] if traced else []
    state = words.t("figure.country") if own is None else view.labels[str(own["state"])]
    return FigureAnswer(
        **carried(view.atlas, words, source_ids(view.shown, _told(view)), [view.is_demo]),
        rows=rows,
        subject=view.subject,
        sentence=view.sentence,
        value=cell(value) if there else None,  # type: ignore[arg-type]
        text=view.writer.figure(value) if there else "",
        state=state,
        counts=bool(own["counts"]) if own else there,
        year=view.year,
        formula=_formula(view) if traced else [],
        method=words.t(f"indicator.{view.indicator.id}.method"),
        rows_in_all=view.counted.rows if traced else 0,
        remarks=[each for each in (view.signs, *_remarks(view)) if each],
        page=view.path(),
    )


def _told(view: FigureView) -> NDArray[np.bool_]:
    """The figure itself among all of its indicator; of the country, those that it counts."""
    told = np.zeros_like(view.shown.there)
    of = view.at if view.place else slice(None)
    told[view.row, of] = (view.shown.there if view.place else view.shown.counted)[view.row, of]
    return told


def _formula(view: FigureView) -> list[FormulaTerm]:
    return [
        FormulaTerm(sign=each.sign, number=each.written, name=each.name, about=each.about)
        for each in terms(view)
    ]


def _remarks(view: FigureView) -> list[str]:
    return [remark_text(each, view.words) for each in view.remarks]


def _row(row: dict[str, Any], *, demo: bool) -> ToldRow:
    return {**{name: cell(value) for name, value in row.items()}, "demo": demo}

"""Tool `figure`: one figure, and how it was made, back to the rows that it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlencode

from mcp.types import CallToolResult  # noqa: TC002 - the tool's schema is made of it
from pydantic import BaseModel, Field

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
from dashboard.assistants.told import RowsAnswer, ToldRow, carried, table_text, telling
from dashboard.language.i18n import language
from dashboard.pages.figure.told import figure_told
from dashboard.pages.figure.view import read_figure_view
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.answers import Atlas
    from dashboard.pages.figure.view import FigureView

MOST_ROWS = 25


class FormulaPart(BaseModel):
    """A number of the formula."""

    sign: str = Field(description="What stands before it")
    number: float
    text: str
    name: str
    about: str = Field(description="What it was made of")


class FigureAnswer(RowsAnswer):
    """A figure; its rows are those that it counts, of the country the municipalities."""

    subject: str = Field(description="Whose, of what and when")
    sentence: str = Field(description="What it says; it can be quoted")
    value: float | None = Field(description="In the unit, in full precision; null where none is")
    text: str = Field(description="As it is written")
    state: str
    counts: bool = Field(description="Whether it is compared, ranked and summed with others")
    year: int
    formula: list[FormulaPart]
    method: str = Field(description="How the indicator is computed")
    rows_in_all: int = Field(description="How many rows it counts; the first are told")
    files: list[ToldRow] = Field(description="Those that the rows were read from")
    remarks: list[str]
    sql: str = Field(description="A statement that gives just this number from the open files")
    page: str = Field(description="Path of the page that tells all of this")


def tools(atlas: Atlas) -> tuple[Callable[..., Any], ...]:
    """The tools of this module."""

    def figure(  # noqa: PLR0913, PLR0917 - what a figure is of
        indicator: IndicatorArg,
        municipality: OptionalPlaceArg = "",
        year: YearArg = None,
        unit: UnitArg = "",
        area: AreaArg = "",
        figures: FiguresArg = "all",
        lang: LangArg = "en",
    ) -> Annotated[CallToolResult, FigureAnswer]:
        """Tell one figure of a municipality, or of the country, with its trace.

        The formula with its numbers, where each is from, and the first rows that it counts, with
        the files and cells that they were read from.
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
        formula = [
            " ".join(filter(None, [each.sign, each.text, each.name, each.about]))
            for each in answer.formula
        ]
        counted = words.t("assistants.rows", shown=len(answer.rows), total=answer.rows_in_all)
        said = [answer.subject, answer.sentence, *formula, answer.method, *answer.remarks]
        return telling(answer, *said, counted, table_text(answer.rows))

    return (figure,)


def _answer(view: FigureView) -> FigureAnswer:
    told = figure_told(view, most=MOST_ROWS)
    traced = told.get("rows") or {"data": told["municipalities"], "total": len(municipalities())}
    formula = told["formula"]
    return FigureAnswer(
        **(carried(view.atlas, view.words, (), [told["demo"]]) | {"source": told["source"]}),
        **{name: told[name] for name in ("subject", "sentence", "value", "text", "counts")},
        state=told["state_name"],
        year=told["year"],
        formula=formula["parts"],
        method=formula["method"],
        rows=traced["data"],
        rows_in_all=traced["total"],
        files=told.get("files", []),
        remarks=[each for each in (told["signs_explained"], *told["remarks"]) if each],
        sql=told.get("sql", ""),
        page=told["page"],
    )

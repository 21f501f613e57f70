"""How complete each county is: the share of its forms that are accepted or declare zero."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from dashboard.frame import html
from dashboard.frame.aria import aria
from geo.places import counties, municipalities

if TYPE_CHECKING:
    import pandas as pd
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language

COMPLETE = ("accepted", "declared_zero")
"""States of a form whose figures are shown."""

ALL = "all"


class Completeness(NamedTuple):
    """So many forms out of all that there could be."""

    there: int
    of: int

    def percent(self, words: Language) -> str:
        """The share as text; never rounded up to all."""
        full = 100 if self.there == self.of else min(round(100 * self.there / self.of), 99)
        return words.percent(full, 0)


def completeness(forms: pd.DataFrame) -> dict[tuple[str, str], Completeness]:
    """How many forms are complete, out of all of them, asked for or not.

    Args:
        forms: As `data.asking.views.submissions`.

    Returns:
        By county (code or `ALL`) and year (`2025` or `ALL`), both as text.
    """
    county = {place.code: place.county for place in municipalities()}
    there: Counter[tuple[str, str]] = Counter()
    of: Counter[tuple[str, str]] = Counter()
    for place, year, state in zip(
        forms["municipality"], forms["year"], forms["state"], strict=True
    ):
        keys = list(product((county[place], ALL), (str(year), ALL)))
        of.update(keys)
        there.update(keys if state in COMPLETE else ())
    return {key: Completeness(there[key], count) for key, count in of.items()}


def county_table(
    complete: dict[tuple[str, str], Completeness], words: Language, *, labelled_by: str
) -> Component:
    """Counties and years; a county's name leads to its municipalities in the matrix.

    Args:
        complete: As `completeness`.
        words: Language.
        labelled_by: Id of the heading that names the table.
    """
    years = sorted({year for _, year in complete})  # ALL comes last
    heads = [words.t("data.county.name"), *years[:-1], words.t("data.county.years")]
    names = {
        each.code: html.A(words.name(each), href=f"#{county_id(each.code)}") for each in counties()
    } | {ALL: words.t("data.county.all")}
    rows = [
        html.Tr(
            [
                html.Th(name, scope="row"),
                *(_cell(complete[code, year], year, words) for year in years),
            ],
            className="whole" if code == ALL else "",
        )
        for code, name in names.items()
    ]
    return html.Div(
        html.Table(
            [
                html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
                html.Tbody(rows),
            ],
            className="counties",
            **aria(labelledby=labelled_by),
        ),
        className="table-scroll county-scroll",
        role="region",
        tabIndex=0,
        **aria(label=words.t("data.county.region")),
    )


def county_id(code: str) -> str:
    """The id of a county's rows in the matrix."""
    return f"county-{code}"


def _cell(part: Completeness, year: str, words: Language) -> Component:
    return html.Td(
        [html.Span(part.percent(words)), " ", html.Small(f"{part.there}/{part.of}")],
        className="whole" if year == ALL else "",
        style={"--share": f"{100 * part.there / part.of:.0f}%"},
    )

"""A figure for anyone: a query that recomputes it from the database file, a program that asks it.

The query is made of the indicator's own, so that nothing is said twice.
"""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING

from data.catalog import ALL_AREAS, FIGURES, resolve
from data.statements import SQL, statements

if TYPE_CHECKING:
    from data.asking.trace import Figure

FILE = "savivalda.duckdb"
"""What the database is called in the snippets; a downloaded one has its version in its name."""

_ONE = """\
WITH counted AS (
{query}
)

SELECT {value} AS value
FROM (
    SELECT {numerator} AS numerator, {denominator} AS denominator
    FROM counted
    WHERE {whose}
) AS summed
CROSS JOIN mart_context
WHERE municipality = '{municipality}' AND year = {year};
"""
_ALL = """\
WITH counted AS (
{query}
),

summed AS (
    SELECT municipality, {numerator} AS numerator, {denominator} AS denominator
    FROM counted
    WHERE {whose}
    GROUP BY municipality
)

SELECT sum({top}) / sum({below}) AS value
FROM mart_indicator AS taken
LEFT JOIN summed USING (municipality)
WHERE
    taken.indicator = '{indicator}'
    AND taken.area = '{area}'
    AND taken.year = {year}
    AND taken.{counts};
"""
_PYTHON = """\
import savivalda

with savivalda.open("{file}") as atlas:
    figure = atlas.figure({asked})
value = figure["value"]  # and in figure["{behind}"] what it is made of
print(value)
"""

_TOPS = {
    "percent": "{n} * 100",
    "budget_share": "{n} * 100",
    "constant": "{n} * {factor}",
    "constant_per_resident": "{n} * {factor}",
}
_BELOWS = {
    "per_resident": "{d} * {residents}",
    "constant_per_resident": "{d} * {residents}",
    "budget_share": "{d} * {total}",
}


def sql_snippet(figure: Figure) -> str:
    """Return one SQL statement for the published database whose one value is the figure."""
    parts = _parts(figure)
    numerator = "count(DISTINCT once)" if parts["once"] else "coalesce(sum(numerator), 0)"
    denominator = "sum(denominator)"
    names = {"n": "numerator::DOUBLE", "d": "denominator::DOUBLE", "residents": "residents"}
    names |= {"factor": "price_factor::DOUBLE", "total": "total_eur::DOUBLE"}
    if not figure.municipality:
        names |= {"n": "coalesce(summed.numerator, 0)::DOUBLE", "d": "summed.denominator::DOUBLE"}
        names |= {name: f"taken.{names[name]}" for name in ("residents", "factor", "total")}
    top, below = _terms(figure, names)
    text = _ONE if figure.municipality else _ALL
    value = f"{top} / ({below})" if " " in below else f"{top} / {below}"
    return text.format(
        **parts, numerator=numerator, denominator=denominator, value=value, top=top, below=below
    )


def python_snippet(figure: Figure) -> str:
    """Return a program on the public module that prints the figure."""
    view = resolve(figure.indicator, figure.unit, figure.area)
    chosen = {
        "year": figure.year,
        "unit": figure.unit if figure.unit != view.indicator.units[0] else "",
        "area": figure.area if figure.area != ALL_AREAS else "",
        "figures": figure.figures if figure.figures != FIGURES[0] else "",
    }
    named = [figure.indicator, *([figure.municipality] if figure.municipality else [])]
    asked = [*map(_literal, named), *(f"{key}={_literal(it)}" for key, it in chosen.items() if it)]
    behind = "rows" if figure.municipality else "municipalities"
    return _PYTHON.format(file=FILE, asked=", ".join(asked), behind=behind)


def _literal(value: object) -> str:
    return repr(value).replace("'", '"')


def _terms(figure: Figure, names: dict[str, str]) -> tuple[str, str]:
    """Numerator and denominator in the unit, as sql/marts/030_unit_terms.sql has them."""
    view = resolve(figure.indicator, figure.unit, figure.area)
    if view.indicator.of_residents:
        names = names | {"d": f"({names['residents']} / 10000)"}
    elif not view.indicator.rate:
        names = names | {"d": "1"}
    top = _TOPS.get(figure.unit, "{n}").format(**names)
    below = _BELOWS.get(figure.unit, "{d}").format(**names)
    return top, below.removeprefix("1 * ")


def _parts(figure: Figure) -> dict[str, str]:
    """What the query is made of."""
    query = statements(SQL / "indicators")[figure.indicator].body
    where = [f"year = {figure.year:d}"]
    if figure.municipality:
        where.insert(0, f"municipality = '{figure.municipality}'")
    if figure.area != ALL_AREAS:
        where.append(f"area = '{figure.area}'")
    return {
        "query": indent(dedent(query), "    "),
        "whose": " AND ".join(where),
        "municipality": figure.municipality,
        "year": str(figure.year),
        "indicator": figure.indicator,
        "area": figure.area,
        "counts": "counts" if figure.figures == FIGURES[0] else "real_counts",
        "once": "yes" if " AS once" in query and "NULL AS once" not in query else "",
    }

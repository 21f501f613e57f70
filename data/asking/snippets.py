"""A figure recomputed by anyone: SQL for the database file, and Python, each giving this number.

They are made of the indicator's own query, so that nothing is said twice.
"""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING

from data.catalog import ALL_AREAS, FIGURES, INDICATORS, resolve
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
_PYTHON_ONE = """\
import duckdb

with duckdb.connect("{file}", read_only=True) as atlas:
    rows = atlas.sql(\"\"\"
        SELECT numerator, denominator, once
        FROM (
{query}
        )
        WHERE {whose}
    \"\"\").fetchall()
    ((residents, total_eur, price_factor),) = atlas.sql(\"\"\"
        SELECT residents, total_eur, price_factor
        FROM mart_context
        WHERE municipality = '{municipality}' AND year = {year}
    \"\"\").fetchall()

numerator = float({numerator})
denominator = float({denominator})
value = {value}
print(value)
"""
_PYTHON_ALL = """\
import duckdb

with duckdb.connect("{file}", read_only=True) as atlas:
    rows = atlas.sql(\"\"\"
        SELECT municipality, numerator, denominator, once
        FROM (
{query}
        )
        WHERE {whose}
    \"\"\").fetchall()
    taken = atlas.sql(\"\"\"
        SELECT municipality, residents, total_eur, price_factor
        FROM mart_indicator
        WHERE
            indicator = '{indicator}' AND area = '{area}' AND year = {year} AND {counts}
        ORDER BY sort_lt
    \"\"\").fetchall()

tops, belows = [], []
for municipality, residents, total_eur, price_factor in taken:
    own = [row[1:] for row in rows if row[0] == municipality]
    numerator = float({numerator})
    denominator = float({denominator})
    tops.append({top})
    belows.append({below})
value = sum(tops) / sum(belows)
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
    parts = _parts(figure, indented=4)
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
    """Return a program for Python with duckdb that prints the figure."""
    parts, rows = _parts(figure, indented=12), "rows" if figure.municipality else "own"
    numerator = f"sum(row[0] for row in {rows})"
    if parts["once"]:
        numerator = f"len({{row[2] for row in {rows}}})"
    names = {"n": "numerator", "d": "denominator", "residents": "residents"}
    names |= {"factor": "float(price_factor)", "total": "float(total_eur)"}
    top, below = _terms(figure, names)
    rate = INDICATORS[figure.indicator].rate
    denominator = f"sum(row[1] or 0 for row in {rows})" if rate else "1"
    text = _PYTHON_ONE if figure.municipality else _PYTHON_ALL
    value = f"{top} / ({below})" if " " in below else f"{top} / {below}"
    return text.format(
        **parts, numerator=numerator, denominator=denominator, value=value, top=top, below=below,
        file=FILE,
    )  # fmt: skip


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


def _parts(figure: Figure, *, indented: int) -> dict[str, str]:
    """What both snippets are made of."""
    query = statements(SQL / "indicators")[figure.indicator].body
    where = [f"year = {figure.year:d}"]
    if figure.municipality:
        where.insert(0, f"municipality = '{figure.municipality}'")
    if figure.area != ALL_AREAS:
        where.append(f"area = '{figure.area}'")
    return {
        "query": indent(dedent(query), " " * indented),
        "whose": " AND ".join(where),
        "municipality": figure.municipality,
        "year": str(figure.year),
        "indicator": figure.indicator,
        "area": figure.area,
        "counts": "counts" if figure.figures == FIGURES[0] else "real_counts",
        "once": "yes" if " AS once" in query and "NULL AS once" not in query else "",
    }

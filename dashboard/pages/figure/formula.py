"""The formula with its numbers filled in, and where each of them comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dashboard.frame import html
from dashboard.frame.plain_table import plain_table
from dashboard.frame.shell import demo_badge
from data.catalog import PRICE_YEAR, UNITS

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.figure.view import FigureView

FACTOR_DECIMALS, EXACT_DECIMALS = 8, 6


@dataclass(frozen=True)
class Term:
    """One number of a formula.

    Attributes:
        sign: What stands before it: nothing, `×` or `÷`.
        written: The number in words.
        number: The number.
        name: What it is; nothing where it only turns the unit.
        about: What it was made of.
        sources: Ids of the sources that it is from.
        path: Where it is told how it was made.
    """

    sign: str
    written: str
    number: float
    name: str = ""
    about: str = ""
    sources: tuple[str, ...] = ()
    path: str = ""


def formula(view: FigureView) -> list[Component]:
    """The reckoning in a line, and a table of its numbers."""
    words, parts = view.words, terms(view)
    exact = words.number(float(view.own["value"]), EXACT_DECIMALS)
    line = " ".join(f"{part.sign} {part.written}".strip() for part in parts)
    result = words.t("figure.result", exact=exact, figure=view.writer.figure(view.own["value"]))
    rows = [
        [
            part.name,
            html.Strong(part.written),
            html.A(part.about, href=part.path) if part.path else part.about,
            _sources(part, view),
        ]
        for part in parts
        if part.name
    ]
    heads = [words.t(f"figure.formula.{name}") for name in ("part", "number", "made_of", "source")]
    return [
        html.P([line, " = ", html.Strong(result)], className="formula"),
        html.P(words.t(f"indicator.{view.indicator.id}.method"), className="method"),
        plain_table(heads, rows, labelled_by="formula-title"),
    ]


def terms(view: FigureView) -> list[Term]:
    """The numbers of a municipality's figure in their order."""
    unit, words = view.state.view.unit, view.words
    parts = [_numerator(view)]
    if unit in ("constant", "constant_per_resident"):
        parts.append(_factor(view))
    if unit == "budget_share":
        parts.append(_whole(view))
    elif view.indicator.rate:
        parts.append(_denominator(view))
    if unit in ("per_resident", "constant_per_resident", "per_10000"):
        parts.append(_residents(view))
    if unit in ("percent", "budget_share"):
        parts.append(Term("×", "100", 100))
    if unit == "per_10000":
        parts.append(Term("×", words.number(10000), 10000))
    return parts


def _factor(view: FigureView) -> Term:
    words, factor = view.words, float(view.own["price_factor"])
    about = words.t("figure.part.factor.about", year=view.year, price_year=PRICE_YEAR)
    written = words.number(factor, FACTOR_DECIMALS)
    source = UNITS["constant"].source
    return Term("×", written, factor, words.t("figure.part.factor"), about, source)


def _numerator(view: FigureView) -> Term:
    words, counted, number = view.words, view.counted, float(view.own["counted"])
    written = _amount(number, view, money=view.indicator.in_money)
    once = view.rows and view.rows[0]["once"] is not None
    about = words.n("figure.part.once" if once else "figure.part.sum", counted.rows)
    name = words.t("figure.part.numerator")
    return Term("", written, number, name, about, (view.source,), "#rows")


def _denominator(view: FigureView) -> Term:
    words, number = view.words, float(view.own["out_of"])
    written = _amount(number, view, money=view.indicator.share_of_money)
    about, name = words.n("figure.part.sum", view.counted.rows), words.t("figure.part.denominator")
    return Term("÷", written, number, name, about, (view.source,), "#rows")


def _whole(view: FigureView) -> Term:
    words, number = view.words, float(view.own["total_eur"])
    written = _amount(number, view, money=True)
    path = view.path(indicator="total", unit="eur", area="", page="")
    about, name = words.t("figure.part.whole.about"), words.t("figure.part.whole")
    return Term("÷", written, number, name, about, (view.source,), path)


def _residents(view: FigureView) -> Term:
    words, number = view.words, float(view.own["residents"])
    interpolated = bool(view.own["interpolated"])
    about = words.t(f"figure.part.residents.{'interpolated' if interpolated else 'published'}",
                    year=view.year)  # fmt: skip
    written, name = words.number(number), words.t("figure.part.residents")
    return Term("÷", written, number, name, about, UNITS["per_resident"].source)


def _sources(part: Term, view: FigureView) -> list[Any]:
    """What a number is from, each with its day; of invented ones the mark."""
    frame = view.atlas.sources().set_index("source").reindex([*part.sources])
    known = frame.dropna(subset="kind")
    titles = [
        f"{row[f'title_{view.words.code}']} ({row['retrieved']:%Y-%m-%d})"
        for _, row in known.iterrows()
    ]
    badge = [" ", demo_badge(view.words)] if (known["kind"] == "demo").any() else []
    return ["; ".join(titles) or "–", *badge]


def _amount(number: float, view: FigureView, *, money: bool) -> str:
    """Euros to the cent, or a whole number."""
    return view.words.money(number, 2) if money else view.words.number(number)

"""A changed figure in words: from what to what, in its base unit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.indicators.headline import lowered
from dashboard.indicators.state import ViewRequest
from dashboard.indicators.writing import FigureWriter
from data.catalog import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.language.i18n import Language
    from dashboard.pages.changes.reading import Row

MOST_DECIMALS = 4
"""As many digits as the database keeps of what figures are made of."""


def base_view(row: Row) -> ViewRequest:
    """The view of a changed figure: euros where it is money, else the indicator's usual unit.

    Plain euros, as residents or prices that are published anew change no amount.
    """
    units = INDICATORS[row["indicator"]].units
    return ViewRequest(row["indicator"], "eur" if "eur" in units else units[0], row["area"])


def figure_ends(row: Row, words: Language, states: Mapping[str, str]) -> tuple[str, str]:
    """The figure before and now, with as many decimals as it takes to tell them apart.

    Args:
        row: Of the table change.
        words: The language.
        states: Labels of the code list value_state.
    """
    writer = FigureWriter.of(base_view(row), words)
    ends = _ends(row, writer, states)
    while ends[0] == ends[1] and writer.decimals < MOST_DECIMALS:
        writer = replace(writer, decimals=writer.decimals + 1)
        ends = _ends(row, writer, states)
    return ends


def _ends(row: Row, writer: FigureWriter, states: Mapping[str, str]) -> tuple[str, str]:
    return _end(row, "before", writer, states), _end(row, "after", writer, states)


def _end(row: Row, when: str, writer: FigureWriter, states: Mapping[str, str]) -> str:
    """A figure with its state where that is not the usual one, or why there is none."""
    state, top, below = (row[f"{when}{part}"] for part in ("", "_numerator", "_denominator"))
    label = lowered(states[state if state in states else "no_data"])
    if top is None or not below:
        return label
    said = writer.figure(float(top) / float(below) * (100 if writer.kind == "percent" else 1))
    return said if state == "ok" else f"{said} ({label})"

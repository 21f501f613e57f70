"""The trend of the selected municipalities against the national figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from dashboard.charts import palette
from dashboard.charts.template import TEMPLATE

if TYPE_CHECKING:
    import pandas as pd

DASHES = (
    "solid", "dash", "dot", "dashdot", "longdash", "longdashdot",
    "5px,3px", "16px,4px,3px,4px,3px,4px", "3px,8px", "9px,4px,9px,4px,3px,4px",
)  # fmt: skip
MARKERS = (
    "circle", "square", "diamond", "triangle-up", "x", "star",
    "triangle-down", "hexagon2", "cross", "hourglass",
)  # fmt: skip


def trend(national: pd.DataFrame, selected: pd.DataFrame, separators: str = ", ") -> go.Figure:
    """Lines over the years; the national figure is the thick grey one.

    Args:
        national: `year`, `value`.
        selected: `name`, `year`, `value`; one line a name, in the order of appearance, at most
            ten; a gap in `value` (NaN) is a gap in the line.
        separators: Decimal mark and digit group separator of the language.
    """
    figure = go.Figure(layout=LAYOUT | {"separators": separators})
    figure.add_scatter(
        x=national["year"],
        y=national["value"],
        mode="lines",
        line={"color": palette.NATIONAL_COLOUR, "width": 4},
    )
    for index, (name, rows) in enumerate(selected.groupby("name", sort=False)):
        figure.add_scatter(
            x=rows["year"],
            y=rows["value"],
            name=str(name),
            mode="lines+markers",
            line={"color": palette.SELECTED[index], "width": 2.5, "dash": DASHES[index]},
            marker={"symbol": MARKERS[index], "size": 7},
        )
    return figure


LAYOUT = {
    "template": TEMPLATE,
    "margin": {"l": 48, "r": 12, "t": 8, "b": 28},
    "xaxis": {"dtick": 1, "showgrid": False, "fixedrange": True, "tickformat": "d"},
    "yaxis": {
        "rangemode": "tozero",
        "zeroline": False,
        "fixedrange": True,
        "nticks": 5,
        "automargin": True,
        "separatethousands": True,
    },
    "hovermode": "x",
}

"""The small plotly template: a few settings instead of the seven kilobytes of the default one."""

from __future__ import annotations

import plotly.graph_objects as go

from dashboard.charts.lettering import FONT

TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": FONT, "size": 13},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "hovermode": "closest",
    }
)

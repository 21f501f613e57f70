"""What can be taken away from the commitments page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.state import write_plan_state
from dashboard.downloads.links import picture_links
from dashboard.frame import html
from dashboard.frame.aria import aria

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.commitments.view import PlanView


def plan_downloads(view: PlanView) -> Component:
    """The table as CSV and XLSX, the marks as SVG and PNG, all of what is shown."""
    words = view.words
    query = write_plan_state(view.state)
    address = f"/download/{words.code}/commitments"
    tables = [
        html.A(
            kind.upper(),
            href=f"{address}.{kind}{query}",
            download=True,
            **aria(label=words.t("download.table", kind=kind.upper())),
        )
        for kind in ("csv", "xlsx")
    ]
    pictures = picture_links(f"{address}.svg{query}", words.t("commitments.chart_title"), words)
    return html.Div(
        [html.Span(words.t("download.title")), *tables, *pictures],
        className="downloads",
        role="group",
        **aria(label=words.t("download.title")),
    )

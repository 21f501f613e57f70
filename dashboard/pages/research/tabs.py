"""The views as tabs: links, each to the same choice seen in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.research.registry import MAKERS

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.research.bench import Bench


def tabs(bench: Bench) -> Component:
    """All of them, the one at hand marked."""
    links = [_tab(name, bench) for name in MAKERS]
    return html.Nav(links, className="tabs", **aria(label=bench.words.t("research.views")))


def _tab(name: str, bench: Bench) -> Component:
    current = aria(current="page") if name == bench.state.view else {}
    return html.A(
        bench.words.t(f"research.view.{name}"),
        id=f"view-{name}",
        href=bench.path(view=name),
        **{"data-stay": "", **current},
    )

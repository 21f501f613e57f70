"""Whether figures are invented or real, and the box that leaves only real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.field import Input
from dashboard.pages.map.controls import FORM
from data.catalog import FIGURES

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.map.shown import Shown

REAL = FIGURES[1]


def figures_mark(shown: Shown, words: Language) -> list[Component]:
    """The mark and the box beside it, a part of the page's form; none where nothing is invented."""
    if not shown.view["mark"]:
        return []
    kind = "real" if only_real(shown) else "demo"
    explained = words.t(f"{kind}.explained")
    mark = html.Span(
        shown.view["mark"], id="mark", className=f"{kind}-badge", title=explained, role="status"
    )
    box = Input(type="checkbox", id="figures", name="figures", value=REAL, checked=kind == "real",
                form=FORM, autocomplete="off")  # fmt: skip
    send = html.Button(words.t("trend.apply"), type="submit", form=FORM, className="unscripted")
    label = html.Label([box, " ", words.t("real.only")])
    return [html.P([mark, label, " ", send], className="figures")]


def only_real(shown: Shown) -> bool:
    """Whether only real figures are asked for."""
    return shown.state.view.figures == REAL

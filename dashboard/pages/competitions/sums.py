"""What the competitions that are found come to, and of which kind they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.shell import demo_badge
from dashboard.pages.competitions.writing import count, money, percent, share

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.competitions.view import CompetitionsView

OF_HOW_MANY = {
    "budget": "with_budget",
    "applications": "with_applications",
    "requested": "with_requested",
}
"""What is not known of every competition, and of how many it is."""


def badge(words: Language, *, demo: bool) -> Component:
    """The mark of invented or real figures."""
    if demo:
        return demo_badge(words)
    said = words.t("real.badge")
    return html.Span(said, className="real-badge", title=words.t("real.explained"))


def kinds(view: CompetitionsView) -> list[Component]:
    """That there are others of the kind that is not shown, which are never counted together."""
    words, other = view.words, view.count(demo=not view.demo)
    if other:
        said = (
            words.n("competitions.kinds.real", other)
            if view.demo
            else words.n("competitions.kinds.demo", other)
        )
        path = view.path(figures="real" if view.demo else "demo")
        return [html.P(html.A(said, href=path, **{"data-stay": ""}), id="kinds")]
    if view.demo and view.found:
        return [html.P(words.t("competitions.kinds.none"), id="kinds")]
    return []


def sums(view: CompetitionsView) -> Component:
    """The sums, each with of how many competitions it is known where that is not all."""
    words, total = view.words, view.total
    facts = {
        "competitions": words.number(view.found),
        "budget": money(total["budget"], words),
        "applications": count(total["applications"], words),
        "funded": count(total["funded"], words),
        "share": percent(share(total["funded_of"], total["applications"]), words),
        "requested": money(total["requested"], words),
        "awarded": money(total["awarded"], words),
        "share_euros": percent(share(total["awarded_of"], total["requested"]), words),
    }
    return html.Dl(
        [
            html.Div(
                [
                    html.Dt(words.t(f"competitions.column.{name}")),
                    html.Dd([html.Strong(text), *_of_how_many(name, view)]),
                ],
                id=f"sum-{name.replace('_', '-')}",
            )
            for name, text in facts.items()
        ],
        className="facts sums",
    )


def _of_how_many(name: str, view: CompetitionsView) -> list[Component]:
    with_it = int(view.total[OF_HOW_MANY[name]]) if name in OF_HOW_MANY else view.found
    if with_it == view.found:
        return []
    said = view.words.t(
        "competitions.of_how_many",
        known=view.words.number(with_it),
        all=view.words.number(view.found),
    )
    return [html.Span(said, className="small")]

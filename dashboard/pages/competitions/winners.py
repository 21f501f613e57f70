"""Who won a competition and how much, as far as that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.places import recipient_path
from dashboard.frame.plain_table import plain_table
from dashboard.pages.competitions.view import UNKNOWN, known
from dashboard.pages.competitions.writing import money, percent, share
from data.asking.competitions import competition_winners

if TYPE_CHECKING:
    from typing import Any

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

PRIVATE = "private"
"""Code of all private persons together, who have no name and no page."""


def winners_panel(row: dict[str, Any], atlas: Atlas, words: Language) -> list[Component]:
    """The winners, their sum, and what of them is not known."""
    winners = competition_winners(atlas.store, row["key"])
    if winners.empty and row["funded"]:
        return [html.P(words.t("competition.winners.unknown"))]
    if winners.empty:
        return [html.P(words.t("competition.winners.none"))]
    columns = ["recipient"]
    columns += [name for name in ("title", "requested") if winners[name].notna().any()]
    columns += ["awarded", "share_of"]
    rows = [
        [_cell(name, winner, row, words) for name in columns]
        for winner in winners.to_dict("records")
    ]
    table = plain_table(
        [words.t(f"competition.column.{name}") for name in columns],
        rows,
        labelled_by="winners-title",
    )
    total = float(winners["awarded"].sum())
    said = [words.n("competition.winners.sum", len(winners), sum=money(total, words))]
    if abs(total - float(row["awarded"])) >= 1:
        awarded = money(row["awarded"], words)
        said.append(words.t("competition.winners.differs", awarded=awarded))
    return [html.P(" ".join(said), id="winners-sum"), html.Div(table, className="winners")]


def _cell(name: str, winner: dict[Any, Any], row: dict[str, Any], words: Language) -> Any:
    if name == "recipient":
        return _recipient(winner, words)
    if name == "title":
        return winner["title"] or UNKNOWN
    if name == "share_of":
        return percent(share(winner["awarded"], row["awarded"]), words)
    return money(winner[name], words)


def _recipient(winner: dict[Any, Any], words: Language) -> Component | str:
    if winner["entity"] == PRIVATE:
        return words.t("person.private")
    name = winner["name"] if known(winner["name"]) else winner["entity"]
    return html.A(name, href=recipient_path(winner["entity"], words))

"""Views of flows that no built database has: private persons, sums below nought, one recipient."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.answers import Atlas
from dashboard.language.i18n import language
from dashboard.pages.flows.view import FlowView, read_flow_view
from geo.finding import find_municipality

if TYPE_CHECKING:
    from data.asking.store import Store

Row = tuple[str, str, str, str, float]
"""Recipient, its kind, area, mode, euros."""


class GivenStore:
    """The built database, but for what flows of a municipality and year."""

    def __init__(self, store: Store, rows: list[Row]) -> None:
        self._store = store
        columns = ["entity", "recipient_kind", "area", "mode", "executed"]
        self._rows = pd.DataFrame(rows, columns=columns)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def query(self, name: str, **params: object) -> pd.DataFrame:
        if name != "flows":
            return self._store.query(name, **params)
        how = {"executed": ("executed", "sum"), "recipients": ("entity", "nunique")}
        flowing = self._rows.groupby(["recipient_kind", "area", "mode"], as_index=False).agg(**how)
        receiving = self._rows.groupby(["entity", "recipient_kind"], as_index=False).agg(**how)
        both = [
            flowing.assign(entity="", name=""),
            receiving.assign(area="", mode="", name="Name " + receiving["entity"]),
        ]
        return pd.concat(both).sort_values("executed", ascending=False, ignore_index=True)


def given_view(
    store: Store, rows: list[Row], query: str = "year=2025", code: str = "lt"
) -> FlowView:
    """The view of a municipality with these payments."""
    atlas = Atlas(GivenStore(store, rows))  # type: ignore[arg-type]
    return read_flow_view(atlas, language(code), query, find_municipality("53"))

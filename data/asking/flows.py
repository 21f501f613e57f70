"""What the page of flows asks: where the money of one municipality and year went.

Real and invented figures never meet here, as a municipality-year is the one or the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.catalog import ALL_AREAS

if TYPE_CHECKING:
    import pandas as pd

    from data.asking.store import Store

ALL_KINDS = "all"
"""The kind of recipients that means all of them together."""

PRIVATE = "private"
"""The entity that all private persons are summed up as."""


def flow_years(store: Store, municipality: str) -> pd.DataFrame:
    """Return what there is of a municipality's payments in each year, ascending.

    Columns: year; state (code list submission_state); demo (what is told of the year is invented);
    provisional (payment requests, not payments); source (id, "" where no figures came); paid
    (whether there are payments to show); note_lt, note_en (why what went to NGOs cannot be told,
    "" where it can).
    """
    return store.query("flow_years", municipality=municipality)


def flows(
    store: Store,
    municipality: str,
    year: int,
    area: str = ALL_AREAS,
    kind: str = ALL_KINDS,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return where the money went, and to whom, each the largest sum first.

    Args:
        store: the open database.
        municipality: its code.
        year: one that `flow_years` says is paid.
        area: a policy area's code, or "all".
        kind: of recipients as the municipality sees them, or "all".

    Returns:
        Flows: recipient_kind, area, mode, executed (euros, float64), recipients (how many), a row
        for each that occurs. Recipients: entity (code; `PRIVATE` for all private persons), name,
        recipient_kind, executed; one that the municipality sees as of two kinds has two rows. Sums
        of nought or less are among both.
    """
    asked = {"municipality": municipality, "year": year, "area": area, "kind": kind}
    frame = store.query("flows", **asked)
    flowing = frame[frame["entity"] == ""].drop(columns=["entity", "name"])
    receiving = frame[frame["entity"] != ""].drop(columns=["area", "mode", "recipients"])
    return flowing.reset_index(drop=True), receiving.reset_index(drop=True)

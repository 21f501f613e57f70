"""The list as a table to take away: a row a competition, all that are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.pages.competitions.view import places
from data.dataset.offered import LICENCE

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.pages.competitions.view import CompetitionsView

WHOLE = ("applications", "funded")


def plain_rows(view: CompetitionsView) -> pd.DataFrame:
    """For programs: lasting English names of columns, codes, sources in each row."""
    table = _all(view)
    dates = view.atlas.sources().set_index("source")["retrieved"]
    retrieved = {name: f"{date:%Y-%m-%d}" for name, date in dates.items()}
    table["retrieved"] = table["source"].map(retrieved)
    table["licence"] = LICENCE
    table["data_version"] = view.atlas.store.version
    return table


def readable_rows(view: CompetitionsView) -> pd.DataFrame:
    """For people: headings, names and kinds in the language."""
    words, table = view.words, _all(view)
    names = {code: words.name(place, "full") for code, place in places().items()}
    table["municipality"] = table["municipality"].map(names)
    table["area"] = table["area"].map(view.areas)
    kinds = {True: words.t("demo.badge"), False: words.t("real.badge")}
    table["data"] = table.pop("demo").map(kinds)
    table = table.drop(columns=["key", "source"])
    return table.rename(
        columns={
            "competition": words.t("competitions.column.name"),
            "link": words.t("competitions.column.link"),
            "data": words.t("file.column.data"),
            **{
                name: words.t(f"competitions.column.{name}")
                for name in ("municipality", "year", "area", "announced", "budget",
                             "applications", "funded", "success", "requested", "awarded")
            },
        }
    )  # fmt: skip


def _all(view: CompetitionsView) -> pd.DataFrame:
    """Every competition that is found; success in per cent."""
    table = view.rows(most=view.found)
    table["announced"] = table["announced"].dt.strftime("%Y-%m-%d")
    table["success"] = (100 * table["success"]).round(2)
    return table.astype(dict.fromkeys(WHOLE, "Int64"))

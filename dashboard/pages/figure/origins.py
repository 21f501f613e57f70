"""From which cells of which file the values of a row were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from data.asking.origins import cells, origin_places

if TYPE_CHECKING:
    from data.asking.store import Store
    from data.asking.trace import FigureRow

IN_FORM = {"entity": "code", "recipient_kind": "kind", "provider": "provider_code"}
"""What the form calls a column, where the database has another name for it."""

IN_AWARDS = {"competition": "programme", "funded": "awarded"}
"""What a published list of grants calls it, of which competitions were made."""

SHEETS = {
    "allocation": ("allocations",),
    "competition": ("competitions", "awards"),
    "service": ("services",),
    "openness": ("openness",),
}
"""Sheets of the form that the rows of a table are from."""


class SheetPlace(NamedTuple):
    """Where a column stands: what the file calls the sheet; the letters, or the cell."""

    sheet: str
    letters: str


class Origins:
    """The places of the columns of those files that some rows are from.

    Args:
        store: The open database.
        table: That the rows are of.
        rows: The rows.
    """

    def __init__(self, store: Store, table: str, rows: list[FigureRow]) -> None:
        self._places: dict[str, dict[str, SheetPlace]] = {}
        frame = origin_places(store, {row["from_file"] for row in rows})
        for each in frame[frame["sheet"].isin(SHEETS[table])].to_dict("records"):
            columns = self._places.setdefault(str(each["file"]), {})
            columns[str(each["column"])] = SheetPlace(str(each["sheet_name"]), str(each["place"]))

    def sheet(self, row: FigureRow) -> str:
        """What its file calls the sheet of a row; nothing of an invented one."""
        places = self._places.get(row["from_file"] or "", {})
        return next((place.sheet for place in places.values()), "")

    def cells(self, column: str, row: FigureRow) -> list[str]:
        """The cells that a value was read from; none where a rule gave it, or it is invented."""
        places = self._places.get(row["from_file"] or "", {})
        for name in (IN_FORM.get(column, column), IN_AWARDS.get(column, "")):
            if name in places:
                return cells(places[name].letters, row["from_rows"])
        return []

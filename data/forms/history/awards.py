"""What is peculiar to lists of grants that municipalities publish: the sheet "awards".

Lists in the 360Giving Data Standard need no line of the map for its fields: their headings are
known (titles of fields in spreadsheets, https://standard.threesixtygiving.org). Whatever else a
list calls its columns, its map says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.forms.definition.read import load_awards
from data.forms.values.texts import Misread, fold, read_date

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from data.forms.definition.model import Sheet

FUNDER = {fold("Funding Org:Name"): "municipality"}
"""A heading of 360Giving that is known in lists of grants only: whose grants they are."""

_REGISTER = re.compile(r"LT-(?:RC|PVM)-(?=[0-9])", re.IGNORECASE)
"""How identifiers of organisations (https://org-id.guide) begin: LT-RC and LT-PVM both stand for
the code in Lithuania's Register of Legal Entities."""

_OFFICE = re.compile(r"(?<= savivaldyb)ės administracija$", re.IGNORECASE)
"""Who signs is often the administration; the money is its municipality's."""


def is_awards(sheet: Sheet) -> bool:
    """Whether a sheet is that of published lists of grants."""
    return sheet.id == load_awards().id


def year_of_award(places: Mapping[str, int], told: Container[str]) -> Mapping[str, int]:
    """Return where the year is: in the day of the award, if nothing else tells it.

    Args:
        places: number of the file's column by the sheet's column.
        told: columns that have one value in every row.
    """
    if "year" in places or "year" in told or "awarded_on" not in places:
        return {}
    return {"year": places["awarded_on"]}


def as_read(text: str, column: str, places: Mapping[str, int]) -> str | None:
    """Return what of a cell's text its column reads, in lists of grants.

    Args:
        text: what stands there.
        column: id.
        places: number of the file's column by the sheet's column.

    Returns:
        The text without what only such lists add; None for the year of a day that is none, which
        is said of the day.
    """
    if column == "code":
        return _REGISTER.sub("", text.strip())
    if column == "municipality":
        return _OFFICE.sub("ė", text.strip())
    if column == "year" and "year" in places and places["year"] == places.get("awarded_on"):
        try:
            return str(read_date(text).year)
        except Misread:
            return None
    return text

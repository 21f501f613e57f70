"""Where figures stand in the files that they were read from: file, sheet, column, row."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from data.asking.store import Store


def input_files(store: Store) -> pd.DataFrame:
    """Return the files that figures were read from.

    Columns: file (first 16 digits of its SHA-256), kind (form, table or transfers), name (of a
    form None), municipality, year (of a table None and NaN), source, received_on.
    """
    return store.query("input_files")


def origin_places(store: Store, files: Iterable[str | None]) -> pd.DataFrame:
    """Return where the columns of the form stand in some files.

    Args:
        store: the open database.
        files: from_file of some rows; None, of an invented one, is in no file.

    Returns:
        file, sheet (id of the form's sheet), column (of the form), sheet_name (what the file calls
        the sheet), place (letters of the column; of a sheet with one record the field's cell). A
        column that the file does not have is not there: its value is given by a rule, or none.
    """
    return store.query("origin_places", files=tuple(sorted({*filter(None, files)})))


def cells(place: str, rows: str | None) -> list[str]:
    """Return the cells that a value stands in: ``E12``; several where rows were added up.

    Args:
        place: as `origin_places` has it.
        rows: from_rows of the row; None where the sheet has one record.
    """
    return [place] if rows is None else [f"{place}{row}" for row in rows.split()]

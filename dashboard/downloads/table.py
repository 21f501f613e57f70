"""A table as a file to take away: CSV or XLSX, with notes on what it is."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pandas as pd
from fastapi import Response

from dashboard.downloads.dialect import READABLE

if TYPE_CHECKING:
    from datetime import datetime

    from dashboard.downloads.dialect import Dialect
    from dashboard.language.i18n import Language


KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def table_file(
    kind: str,
    name: str,
    table: pd.DataFrame,
    about: dict[str, str],
    words: Language,
    dialect: Dialect = READABLE,
) -> Response:
    """A table with notes on it as a file to be saved under a name; `dialect` is that of a CSV."""
    csv = kind == "csv"
    body = dialect.text(table, about).encode() if csv else table_xlsx(table, about, words)
    return Response(
        body,
        media_type=KINDS[kind],
        headers={"Content-Disposition": f'attachment; filename="{name}.{kind}"'},
    )


def table_xlsx(
    table: pd.DataFrame, about: dict[str, str], words: Language, made: datetime | None = None
) -> bytes:
    """A table as a workbook, with a second sheet of notes on it.

    Args:
        table: Headings, and a row each.
        about: Notes, by what they are.
        words: The language of the sheets' names.
        made: The day in its properties, so that it is the same in every run; else today.
    """
    file = BytesIO()
    with pd.ExcelWriter(file, engine="xlsxwriter") as writer:
        if made:
            writer.book.set_properties({"created": made})
        table.to_excel(writer, sheet_name=words.t("file.sheet.data"), index=False)
        pd.DataFrame(about.items()).to_excel(
            writer, sheet_name=words.t("file.sheet.about"), index=False, header=False
        )
        for sheet in writer.sheets.values():
            sheet.autofit(400)
        writer.sheets[words.t("file.sheet.data")].freeze_panes(1, 2)
    return file.getvalue()


DATASET_KINDS = {
    "csv": "application/zip",
    "parquet": "application/zip",
    "xlsx": KINDS["xlsx"],
    "duckdb": "application/vnd.duckdb",
}

"""A table as a file to take away: CSV or XLSX, with notes on what it is."""

from __future__ import annotations

from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pandas as pd
from fastapi import Response

if TYPE_CHECKING:
    from dashboard.language.i18n import Language


KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def table_file(
    kind: str, name: str, table: pd.DataFrame, about: dict[str, str], words: Language
) -> Response:
    """A table with notes on it as a file to be saved under a name."""
    body = _csv(table, about) if kind == "csv" else _xlsx(table, about, words)
    return Response(
        body,
        media_type=KINDS[kind],
        headers={"Content-Disposition": f'attachment; filename="{name}.{kind}"'},
    )


def _csv(table: pd.DataFrame, about: dict[str, str]) -> bytes:
    """UTF-8 with a mark, so that Excel reads its letters; notes stand as `#` lines on top."""
    text = StringIO()
    for key, value in about.items():
        text.write(f"# {key}: {value}\n")
    table.to_csv(text, index=False, lineterminator="\n")
    return text.getvalue().encode("utf-8-sig")


def _xlsx(table: pd.DataFrame, about: dict[str, str], words: Language) -> bytes:
    file = BytesIO()
    with pd.ExcelWriter(file, engine="xlsxwriter") as writer:
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

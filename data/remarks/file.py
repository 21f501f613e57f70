"""Where remarks are kept: a small CSV file in the data folder, to which every change only adds.

No line leaves it: a remark that is withdrawn gets the day and the reason, once.
"""

from __future__ import annotations

import csv
import io
from dataclasses import astuple
from typing import TYPE_CHECKING

from data.durable import write_whole
from data.errors import RemarkError, SourceError
from data.remarks.checked import COLUMNS, read_remark

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from data.asking.remarks import OfficeRemark

NAME = "remarks.csv"


def read_remarks(data_dir: Path) -> tuple[OfficeRemark, ...]:
    """Read all remarks, withdrawn ones too; none where there is no file.

    Raises:
        SourceError: a line is not as it must be; names file, line and value.
        OSError: the file cannot be read.
    """
    path = data_dir / NAME
    if not path.exists():
        return ()
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            if tuple(rows.fieldnames or ()) != COLUMNS:
                raise SourceError(f"{path}: line 1: expected the columns {', '.join(COLUMNS)}")
            return _read(path, rows)
    except (UnicodeDecodeError, csv.Error) as error:
        raise SourceError(f"{path}: expected UTF-8 and commas between cells: {error}") from error


def _read(path: Path, rows: csv.DictReader[str]) -> tuple[OfficeRemark, ...]:
    found: dict[str, OfficeRemark] = {}
    for row in rows:
        where = f"{path}: line {rows.line_num}"
        if None in row or None in row.values():
            raise SourceError(f"{where}: expected {len(COLUMNS)} cells")
        try:
            remark = read_remark(row)
        except RemarkError as error:
            raise SourceError(f"{where}: {error}") from error
        if remark.remark in found:
            raise SourceError(f"{where}: remark: {remark.remark!r} is there twice")
        found[remark.remark] = remark
    return tuple(found.values())


def write_remarks(data_dir: Path, remarks: Iterable[OfficeRemark]) -> None:
    """Write all remarks, whole or not at all.

    Raises:
        OSError: they cannot be written; the file is as before.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(astuple, remarks))
    write_whole(data_dir / NAME, text.getvalue().encode())

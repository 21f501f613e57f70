"""What a frame says of itself: units, source, version, terms, and that figures are invented."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.catalog import UNITS
from savivalda.errors import Demonstration

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pandas as pd

    from data.tidy.described import TidyTable
    from savivalda.reading import TableRows

LEVEL = "level"
OF_MEASURES = {
    "growth": "percent",
    "yearly": "percent",
    "share": "percent",
    "index": "index",
    "z": "standard deviations",
    "rank": "rank",
}
"""Units of measures that are not in the unit of the level."""

HERE = str(Path(__file__).parent)


def attributes(
    table: str, frame: pd.DataFrame, rows: TableRows, described: TidyTable | None
) -> dict[Hashable, Any]:
    """What `attrs` of a frame hold: texts and mappings of texts, so that files can keep them.

    Args:
        table: Its name.
        frame: Its rows.
        rows: What came with them.
        described: The table, where this version knows it.
    """
    columns = described.columns if described else {}
    there = [columns[str(name)] for name in frame if name in columns]
    return {
        "table": table,
        "key": list(described.key) if described else [],
        "version": rows.version,
        "built_at": rows.built_at,
        "source": rows.source,
        "demonstration": rows.demonstration,
        "licence": rows.licence,
        "units": {each.name: each.unit for each in there if each.unit} | _of_value(frame),
        "codes": {each.name: each.codes for each in there if each.codes},
    }


def _of_value(frame: pd.DataFrame) -> dict[str, str]:
    """The unit of figures, which their table has in a column of its own."""
    if not {"unit", "value"} <= set(frame):
        return {}
    measures = set(frame["measure"]) if "measure" in frame else {LEVEL}
    if not measures <= {LEVEL, "change"}:
        return {"value": OF_MEASURES[str(*measures)]} if len(measures) == 1 else {}
    units = set(frame["unit"].dropna())
    if len(units) != 1:
        return {}
    unit = str(*units)
    if measures == {"change"} and unit in UNITS and UNITS[unit].kind == "percent":
        unit = "percentage points"
    return {"value": unit}


def warn_of_invented(said: str) -> None:
    """Warns of invented figures, as if at the line outside of this package that asked for them."""
    level, frame = 1, sys._getframe(1)  # noqa: SLF001 - `skip_file_prefixes` came with Python 3.12
    while frame.f_back and frame.f_code.co_filename.startswith(HERE):
        level, frame = level + 1, frame.f_back
    warnings.warn(said, Demonstration, stacklevel=level + 1)

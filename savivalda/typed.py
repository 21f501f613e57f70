"""The same types of columns wherever rows come from: those that the tables' description says.

========= ==================== =====================================================
described pandas               missing value
========= ==================== =====================================================
string    ``str``              NaN; codes stay text and keep their zeros
integer   ``Int64``            ``pd.NA``; so a missing year makes no year a fraction
number    ``float64``          NaN, as NumPy and charts want it
boolean   ``boolean``          ``pd.NA``
date      ``datetime64[us]``   NaT
datetime  ``datetime64``, UTC  NaT; to the second, in microseconds as all times
========= ==================== =====================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.tidy.described import TidyColumn

_PLAIN = {
    kind: pd.api.types.pandas_dtype(name)
    for kind, name in (
        ("string", "str"), ("integer", "Int64"), ("number", "float64"), ("boolean", "boolean"),
    )
}  # fmt: skip


def typed(frame: pd.DataFrame, columns: Mapping[str, TidyColumn]) -> pd.DataFrame:
    """The frame with every described column of its type; what is not described stays as it is."""
    return frame.assign(
        **{
            str(name): _as(frame[name], columns[str(name)].type)
            for name in frame.columns
            if name in columns
        }
    )


def _as(column: pd.Series, kind: str) -> pd.Series:
    if kind in _PLAIN:
        return column.astype(_PLAIN[kind])
    if kind == "date":
        return pd.to_datetime(column).astype("datetime64[us]")
    moments = pd.to_datetime(column, utc=True, format="ISO8601").dt.floor("s")
    return moments.astype("datetime64[us, UTC]")

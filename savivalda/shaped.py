"""Shapes joined to a frame, with the credit that their publisher asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from savivalda.errors import CannotAsk, NotInstalled

if TYPE_CHECKING:
    import pandas as pd

    from geo.shapes import Region


def shaped(frame: pd.DataFrame, on: str, sources: pd.DataFrame) -> Any:
    """The frame as a GeoDataFrame; see `savivalda.figures.FigureTables.map`.

    Args:
        frame: With a column of codes.
        on: That column.
        sources: Those of the boundaries.
    """
    if on not in frame:
        raise CannotAsk("on", on, "a column of the frame", map(str, frame.columns))
    try:
        from geo.shapes import with_shapes  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise NotInstalled(
            "shapes need geopandas: install the extra `boundaries`, e.g. "
            'pip install "savivalda[boundaries]"'
        ) from error
    region: Region = "county" if on == "county" else "municipality"
    try:
        joined = with_shapes(frame, on, region)
    except KeyError as error:
        codes = ", ".join(error.args)
        raise CannotAsk(on, codes, f"codes of a {region} as text, such as '13'") from error
    joined.attrs["boundaries"] = "; ".join(
        f"{row.title}. {row.publisher}, {row.licence} ({row.retrieved:%Y-%m-%d})"
        for row in sources.itertuples()
    )
    return joined

"""The line under a figure: whose data, of which date and version, and whether a demonstration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from data.catalog import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component

    from dashboard.atlas import Atlas
    from dashboard.i18n import Language


def source_text(ids: Sequence[str], atlas: Atlas, words: Language) -> str:
    """Sources with their dates, the data version, and the demonstration mark, as plain text."""
    frame = atlas.sources().set_index("source").loc[list(ids)]
    listed = "; ".join(
        f"{row[f'title_{words.code}']} ({row['retrieved']:%Y-%m-%d})" for _, row in frame.iterrows()
    )
    text = words.t("source.line", sources=listed, version=atlas.store.version)
    if (frame["kind"] == "demo").any():
        return f"{words.t('demo.figures')} {text}"
    return text


def source_line(indicator: str, atlas: Atlas, words: Language) -> list[Component | str]:
    """The same for the figures of an indicator, boundaries included, for the page."""
    return [source_text((*INDICATORS[indicator].source, "boundaries"), atlas, words)]

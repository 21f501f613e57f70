"""The line under a figure: whose data, of which date and version, and whether a demonstration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.indicators.sources import source_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language


def source_text(ids: Sequence[str], atlas: Atlas, words: Language) -> str:
    """The line for sources of these ids, written once; the demonstration set may not be there.

    Args:
        ids: Those that the figure rests on.
        atlas: The data.
        words: Language to say it in.
    """
    key = "source", tuple(ids), words.code
    text: str = atlas.once(key, lambda: _line(ids, atlas, words))
    return text


def _line(ids: Sequence[str], atlas: Atlas, words: Language) -> str:
    frame = atlas.sources().set_index("source").reindex(list(ids)).dropna(subset="kind")
    listed = "; ".join(
        f"{row[f'title_{words.code}']} ({row['retrieved']:%Y-%m-%d})" for _, row in frame.iterrows()
    )
    text = words.t("source.line", sources=listed, version=atlas.store.version)
    if (frame["kind"] == "demo").any():
        return f"{words.t('demo.figures')} {text}"
    return text


def view_source(shown: MapView, atlas: Atlas, words: Language) -> str:
    """The line of a view's sources, those of the map among them."""
    return source_text((*source_ids(shown), "boundaries"), atlas, words)

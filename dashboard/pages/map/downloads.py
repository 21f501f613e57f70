"""The figures of a view to take away, as CSV or XLSX, with unit, source and licence in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.downloads.choices import read_file_choice
from dashboard.downloads.table import table_file
from dashboard.frame.source_line import source_text
from dashboard.indicators.reading import read_map_view
from dashboard.indicators.sources import source_ids
from dashboard.indicators.state import read_state
from dashboard.indicators.writing import subject, unit_label
from dashboard.pages.map.view_table import plain, readable, view_table
from data.asking.views import view_terms
from data.catalog import FIGURES
from data.dataset.offered import LICENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastapi import Response

    from dashboard.answers import Atlas
    from dashboard.indicators.state import State
    from dashboard.language.i18n import Language

FORMULAS = {
    "percent": "percent",
    "budget_share": "percent",
    "constant": "constant",
    "constant_per_resident": "constant",
}
"""How a unit's figures follow from numerator and denominator, where not by division alone."""


def download(kind: str, query: str, atlas: Atlas, words: Language) -> Response:
    """The view of an address, all its years, as a file.

    Args:
        kind: One of `KINDS`.
        query: The query of the map page's address, and of `downloads.choices` what is wanted.
        atlas: The data.
        words: Language of headings and notes.

    Raises:
        HTTPException: There is no such choice; says which there are.
    """
    state, choice = read_state(query, atlas.areas), read_file_choice(query)
    view = state.view
    shown = read_map_view(atlas.store, view)
    terms = view_terms(atlas.store, view.indicator, view.unit, view.area, figures=view.figures)
    table, ids = view_table(shown, terms, words, same=state.same), source_ids(shown)
    written = (
        plain(table, view, ids, atlas, words)
        if choice.plain
        else readable(table, view, atlas, words)
    )
    real = [view.figures] if view.figures != FIGURES[0] else []
    parts = ["savivalda", view.indicator, view.unit, view.area, *real, *choice.named]
    name, about = "-".join(parts).replace("_", "-"), _about(state, ids, atlas, words)
    return table_file(kind, name, written, about, words, choice.dialect)


def _about(state: State, ids: Sequence[str], atlas: Atlas, words: Language) -> dict[str, str]:
    """The notes on a file."""
    view = state.view
    return {
        words.t("file.title"): subject(view, words),
        words.t("file.unit"): unit_label(view.unit, words),
        words.t("file.formula"): words.t(f"file.formula.{FORMULAS.get(view.unit, 'quotient')}"),
        words.t("file.nation"): words.t(f"file.nation.{'same' if state.same else 'all'}"),
        words.t("file.figures"): words.t(f"file.figures.{view.figures}"),
        words.t("file.source"): source_text(ids, atlas, words),
        words.t("file.licence"): LICENCE,
        words.t("file.version"): atlas.store.version,
    }

"""The figures of a view to take away, as CSV or XLSX, with unit, source and licence in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dashboard.downloads.table import table_file
from dashboard.frame.source_line import source_text
from dashboard.indicators.reading import read_map_view
from dashboard.indicators.state import read_state
from dashboard.indicators.writing import subject, unit_label
from data.catalog import INDICATORS
from data.dataset.offered import LICENCE
from geo.places import counties, municipalities

if TYPE_CHECKING:
    import numpy as np
    from fastapi import Response
    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language


def download(kind: str, query: str, atlas: Atlas, words: Language) -> Response:
    """The view of an address, all its years, as a file.

    Args:
        kind: One of `KINDS`.
        query: The query of the map page's address.
        atlas: The data.
        words: Language of headings and notes.
    """
    state = read_state(query, atlas.areas)
    shown = read_map_view(atlas.store, state.view)
    about = {
        words.t("file.title"): subject(state.view, words),
        words.t("file.unit"): unit_label(state.view.unit, words),
        words.t("file.source"): source_text(INDICATORS[state.view.indicator].source, atlas, words),
        words.t("file.licence"): LICENCE,
        words.t("file.version"): atlas.store.version,
    }
    table = tidy(shown, atlas, words)
    name = "-".join(["savivalda", *vars(state.view).values()]).replace("_", "-")
    return table_file(kind, name, table, about, words)


def tidy(shown: MapView, atlas: Atlas, words: Language) -> pd.DataFrame:
    """A view as a tidy table, one row a municipality and year, headings in the language."""
    county = {item.code: words.name(item, "full") for item in counties()}
    places = municipalities()
    years, count = shown.years, len(places)
    states = atlas.labels("value_state", words)
    ranks = shown.ranks.ravel()
    columns = {
        "code": [place.code for place in places] * len(years),
        "name": [words.name(place, "full") for place in places] * len(years),
        "county": [county[place.county] for place in places] * len(years),
        "year": [year for year in years for _ in range(count)],
        "indicator": subject(shown.view, words),
        "unit": unit_label(shown.view.unit, words),
        "value": shown.values.ravel().round(6),
        "rank": pd.array([rank or None for rank in ranks.tolist()], dtype="Int64"),
        "state": [states[state] for state in shown.states.ravel()],
        "estimated": _said(shown.marks["estimated"], words, "file.yes", "file.no"),
        "corrected": _said(shown.marks["corrected"], words, "file.yes", "file.no"),
        "break": _said(shown.states == "not_comparable", words, "file.yes", "file.no"),
        "data": _said(shown.marks["demo"], words, "demo.badge", "real.badge"),
        "version": atlas.store.version,
    }
    return pd.DataFrame(columns).rename(columns=lambda name: words.t(f"file.column.{name}"))


def _said(flags: NDArray[np.bool_], words: Language, yes: str, no: str) -> list[str]:
    """Words for marks, in the order of the rows."""
    return [words.t(yes if flag else no) for flag in flags.ravel()]

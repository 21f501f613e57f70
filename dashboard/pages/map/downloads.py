"""The figures of a view to take away, as CSV or XLSX, with unit, source and licence in them."""

from __future__ import annotations

import re
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pandas as pd
from fastapi import Response

from dashboard.indicators.state import read_state
from dashboard.indicators.writing import source_text, subject, unit_label
from data.catalog import INDICATORS
from data.dataset.offered import LICENCE
from data.forms.writing.recipients import recipients
from data.forms.writing.template import file_name, template_bytes
from geo.places import counties, municipalities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def download(kind: str, query: str, atlas: Atlas, words: Language) -> Response:
    """The view of an address, all its years, as a file.

    Args:
        kind: One of `KINDS`.
        query: The query of the map page's address.
        atlas: The data.
        words: Language of headings and notes.
    """
    state = read_state(query, atlas.areas)
    shown = atlas.view(state.view)
    about = {
        words.t("file.title"): subject(state.view, words),
        words.t("file.unit"): unit_label(state.view.unit, words),
        words.t("file.source"): source_text(
            atlas.sources(), INDICATORS[state.view.indicator].source, atlas.store.version, words
        ),
        words.t("file.licence"): LICENCE,
        words.t("file.version"): atlas.store.version,
    }
    table = tidy(shown, atlas, words)
    name = "-".join(["savivalda", *vars(state.view).values()]).replace("_", "-")
    return table_file(kind, name, table, about, words)


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


def form_download(municipality: str, year: str, atlas: Atlas) -> Response | None:
    """The empty form of a municipality, last year's recipients filled in where they are known.

    Args:
        municipality: Its code.
        year: The form's year.
        atlas: The data.

    Returns:
        None where there is no such municipality or no form for the year.
    """
    place = next((each for each in municipalities() if each.code == municipality), None)
    if place is None or not re.fullmatch("[0-9]{4}", year):
        return None
    try:
        body = template_bytes(place, int(year), recipients(atlas.store, place.code, int(year)))
    except ValueError:
        return None
    headers = {"Content-Disposition": f'attachment; filename="{file_name(place, int(year))}"'}
    return Response(body, media_type=KINDS["xlsx"], headers=headers)


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

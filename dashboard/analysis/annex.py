"""The end of the document: all municipalities in a table, how it was reckoned, whose data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.analysis.commitments import COMMITMENTS
from dashboard.analysis.document import AnalysisPart, AnalysisSection
from dashboard.analysis.outline import ANNEX
from dashboard.analysis.tabled import table_of
from dashboard.frame.source_line import source_text
from dashboard.indicators.marks import notes
from dashboard.indicators.picture import told
from dashboard.indicators.sources import source_ids
from dashboard.indicators.writing import title
from dashboard.language.i18n import CODES
from dashboard.research.points import point_name
from data.catalog import FIGURES
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.analysis.document import AnalysisTable
    from dashboard.analysis.telling import AnalysisTelling
    from dashboard.indicators.figures import MapView

OF_THE_ATLAS = ("boundaries", "places", COMMITMENTS)
"""Sources that every analysis rests on, whatever its figures."""


def annex_section(telling: AnalysisTelling) -> AnalysisSection:
    """All municipalities in a table: what the map says of each."""
    words, views = telling.words, [telling.shown(*asked) for asked in ANNEX]
    columns = [told(shown, _row(shown, telling), telling.wording(shown)) for shown in views]
    names = [point_name(place, words) for place in municipalities()]
    said = dict.fromkeys(notes(shown, words)[_row(shown, telling)] for shown in views)

    def plain() -> pd.DataFrame:
        rows = {f"{of}:{unit}": telling.shown(of, unit) for of, unit in ANNEX}
        values = {key: it.values[_row(it, telling)] for key, it in rows.items()}
        return pd.DataFrame({"code": [place.code for place in municipalities()], **values})

    table = table_of(
        "municipalities",
        words.t("analysis.annex.table", year=telling.year),
        (
            (words.t("table.name"), *(title(shown.view, words) for shown in views)),
            [*zip(names, *columns, strict=True)],
        ),
        plain,
        source=source_text(_source_ids(telling), telling.atlas, words),
        demo=next(filter(None, map(telling.demo, views)), ""),
    )
    part = AnalysisPart(tables=(table,))
    return _section(telling, "annex", (part,), tuple(text for text in said if text))


def method_section(
    telling: AnalysisTelling, indicators: Iterable[str], shared: tuple[str, ...]
) -> AnalysisSection:
    """How figures were reckoned, what counts, and whose data they are.

    Args:
        telling: What is told.
        indicators: Those that it is told of.
        shared: Notes that are true of several sections.
    """
    words = telling.words
    said = (
        words.t("research.rule"),
        *shared,
        words.t("analysis.method.again", command=_command(telling)),
    )
    part = AnalysisPart(said, tables=(_methods(telling, indicators), _sources(telling)))
    return _section(telling, "method", (part,))


def _command(telling: AnalysisTelling) -> str:
    """What makes the document anew."""
    folder = telling.words.t("analysis.folder.document")
    language = "" if telling.words.code == CODES[0] else f" --lang {telling.words.code}"
    real = "" if telling.figures == FIGURES[0] else " --real"
    return f"savivalda analysis {telling.year}{language}{real} -o {folder}"


def _methods(telling: AnalysisTelling, indicators: Iterable[str]) -> AnalysisTable:
    words = telling.words
    ids = [*dict.fromkeys((*indicators, *(name for name, _ in ANNEX)))]
    rows = [(words.t(f"indicator.{it}.name"), words.t(f"indicator.{it}.method")) for it in ids]
    head = tuple(words.t(f"analysis.column.{key}") for key in ("indicator", "method"))

    def plain() -> pd.DataFrame:
        return pd.DataFrame(
            [(name, *row) for name, row in zip(ids, rows, strict=True)],
            columns=["indicator", "name", "method"],
        )

    return table_of("indicators", words.t("analysis.methods"), (head, rows), plain)


def _sources(telling: AnalysisTelling) -> AnalysisTable:
    words, code = telling.words, telling.words.code
    frame = telling.atlas.sources()
    found = frame[frame["source"].isin((*OF_THE_ATLAS, *_source_ids(telling)))]
    keys = ("source", "publisher", "date", "terms")
    rows = [
        (
            str(row[f"title_{code}"]),
            str(row["publisher"]),
            f"{row['retrieved']:%Y-%m-%d}",
            str(row[f"licence_{code}"]),
        )
        for row in found.to_dict("records")
    ]

    def plain() -> pd.DataFrame:
        ids = [*found["source"]]
        return pd.DataFrame(
            [(name, *row) for name, row in zip(ids, rows, strict=True)],
            columns=["source", "title", "publisher", "retrieved", "licence"],
        )

    head = tuple(words.t(f"analysis.column.{key}") for key in keys)
    return table_of("sources", words.t("analysis.sources"), (head, rows), plain)


def _source_ids(telling: AnalysisTelling) -> tuple[str, ...]:
    """Sources of the figures up to the year."""
    ids: dict[str, None] = {}
    for asked in ANNEX:
        shown = telling.shown(*asked)
        row = np.array(shown.years) <= telling.year
        ids |= dict.fromkeys(source_ids(shown, shown.there & row[:, None]))
    return tuple(ids)


def _row(shown: MapView, telling: AnalysisTelling) -> int:
    return shown.years.index(telling.year)


def _section(
    telling: AnalysisTelling,
    name: str,
    parts: tuple[AnalysisPart, ...],
    said: tuple[str, ...] = (),
) -> AnalysisSection:
    heading, intro = (telling.words.t(f"analysis.{name}.{part}") for part in ("heading", "intro"))
    return AnalysisSection(name, heading, intro, parts, said)

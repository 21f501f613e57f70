"""A view as the browser takes it: plain lists and finished texts, all years at once."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np
import orjson

from dashboard.charts.palette import sequential
from dashboard.commitments.promise import promises_on
from dashboard.frame.source_line import view_source
from dashboard.indicators.advice import advice
from dashboard.indicators.counting import national_name
from dashboard.indicators.figures import SIGNS, VALUE_STATES
from dashboard.indicators.headline import distances
from dashboard.indicators.marks import flagged, notes, reason, signs
from dashboard.indicators.options import area_options, unit_options
from dashboard.indicators.reading import read_map_view
from dashboard.indicators.remarks import remark_about, remark_text, remarks_beside
from dashboard.indicators.sentence import map_sentence
from dashboard.indicators.writing import FigureWriter, subject, title, unit_label
from dashboard.language.years import spans
from data.catalog import FIGURES
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.indicators.state import ViewRequest
    from dashboard.language.i18n import Language
    from data.asking.remarks import OfficeRemark


_CODES = [place.code for place in municipalities()]


def view_payload(view: ViewRequest, atlas: Atlas, words: Language) -> dict[str, Any]:
    """A view as the browser takes it, remembered."""
    answer: dict[str, Any] = orjson.loads(view_bytes(view, atlas, words))
    return answer


def view_bytes(view: ViewRequest, atlas: Atlas, words: Language) -> bytes:
    """The same as JSON, made once for the present data."""
    key = ("view", view, words.code)
    text: bytes = atlas.once(key, lambda: orjson.dumps(_whole(view, atlas, words)))
    return text


def _whole(view: ViewRequest, atlas: Atlas, words: Language) -> dict[str, Any]:
    key, shown = (view.indicator, words.code), read_map_view(atlas.store, view)
    return payload(shown, words) | {
        "areas": atlas.once(("areas", *key), lambda: _areas(view.indicator, atlas, words)),
        "promises": promises_on(atlas, view, words),
        "source": view_source(shown, atlas, words),
        "mark": _mark(shown, words) if atlas.is_demo else "",
    }


def _mark(shown: MapView, words: Language) -> str:
    """Whether the figures are invented or real, and then of how many municipalities and years."""
    if shown.view.figures == FIGURES[0]:
        return words.t("demo.badge")
    places = words.n("real.places", int(shown.there.any(axis=0).sum()))
    known = [year for year, row in zip(shown.years, shown.there, strict=True) if row.any()]
    if not known:
        return words.t("real.none")
    return words.t("real.mark", places=places, years=spans(known, words))


def _areas(indicator: str, atlas: Atlas, words: Language) -> list[dict[str, str]]:
    labels = atlas.labels("policy_area", words)
    return area_options(indicator, {area: labels[area] for area in atlas.areas}, words)


def payload(shown: MapView, language: Language) -> dict[str, Any]:
    """A view as the browser takes it: plain lists and finished texts, ready for JSON.

    Lists of lists are years × municipalities in Lithuanian order; `state` counts in
    `VALUE_STATES`; texts are empty where there is nothing to say, and end with their signs.
    """
    writer, signed = FigureWriter.of(shown.view, language), signs(shown).astype(object)
    before = np.vstack([np.full_like(shown.values[:1], np.nan), shown.values[:-1]])
    rests = (flagged(shown)["estimated"] & shown.counted).any(axis=1)
    estimated = np.where(rests, SIGNS["estimated"], "")
    return {
        "view": vars(shown.view),
        "years": shown.years,
        "newest": shown.newest,
        "sign": signed.tolist(),
        "notes": notes(shown, language),
        "value": [_plain(row) for row in shown.values.tolist()],
        "text": (writer.figures(shown.values) + signed).tolist(),
        "state": [[*map(VALUE_STATES.index, row)] for row in shown.states.tolist()],
        "cls": shown.classes.tolist(),
        "rank": shown.ranks.tolist(),
        "ranked": shown.counted.sum(axis=1).tolist(),
        "change": writer.changes(shown.changes, before).tolist(),
        "relative": writer.kind == "money",
        "apart": distances(shown, language).tolist(),
        "than": language.t(f"apart.{writer.national}"),
        "national": _plain(shown.national.tolist()),
        "nationalText": (writer.figures(shown.national) + estimated).tolist(),
        "nationalName": national_name(shown, language),
        "same": {
            "national": _plain(shown.same.tolist()),
            "text": (writer.figures(shown.same) + estimated).tolist(),
            "count": int(shown.always.sum()),
        },
        "bins": [
            [
                {"label": label, "color": colour}
                for label, colour in zip(writer.spans(found), sequential(len(found)), strict=True)
            ]
            for found in shown.bins
        ],
        "origins": _by_place(shown, shown.origins if shown.invented else {}),
        "why": _by_place(
            shown, {(item.row, item.place): reason(item, language) for item in shown.absences}
        ),
        "remarks": [_remark(item, language) for item in remarks_beside(shown, _CODES)],
        "advice": advice(shown),
        "sentence": [map_sentence(shown, row, language) for row in range(len(shown.years))],
        "subject": subject(shown.view, language),
        "title": title(shown.view, language),
        "unit": unit_label(shown.view.unit, language),
        "units": unit_options(shown.view.indicator, language),
    }


def _remark(remark: OfficeRemark, words: Language) -> dict[str, Any]:
    """A remark by the number of its municipality; of a year, or of all of them."""
    return {
        "place": _CODES.index(remark.municipality),
        "year": remark.year,
        "about": remark_about(remark, words),
        "office": remark.office,
        "day": f"{remark.made_on:%Y-%m-%d}",
        "text": remark.text(words.code),
        "link": remark.link,
        "line": f"{SIGNS['remarked']} {remark_text(remark, words)}",
    }


def _by_place(shown: MapView, said: Mapping[tuple[int, int], str]) -> list[dict[str, str]]:
    """By year, what is said of some municipalities by their numbers."""
    return [
        {str(place): text for (at, place), text in said.items() if at == row}
        for row in range(len(shown.years))
    ]


def _plain(values: list[float]) -> list[float | None]:
    """Floats as JSON knows them, short enough to travel: six significant digits."""
    return [None if isnan(value) else float(f"{value:.6g}") for value in values]

"""A view as the browser takes it: plain lists and finished texts, all years at once."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np
import orjson

from dashboard.charts.palette import sequential
from dashboard.frame.source_line import source_text
from dashboard.indicators.figures import SIGNS, VALUE_STATES
from dashboard.indicators.marks import flagged, notes, signs
from dashboard.indicators.options import area_options, unit_options
from dashboard.indicators.reading import read_map_view
from dashboard.indicators.sentence import map_sentence
from dashboard.indicators.writing import FigureWriter, subject, title, unit_label
from dashboard.pages.commitments.promise import promises_on
from data.catalog import INDICATORS

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.indicators.state import View
    from dashboard.language.i18n import Language


def view_payload(view: View, atlas: Atlas, words: Language) -> dict[str, Any]:
    """A view as the browser takes it, remembered."""
    answer: dict[str, Any] = orjson.loads(view_bytes(view, atlas, words))
    return answer


def view_bytes(view: View, atlas: Atlas, words: Language) -> bytes:
    """The same as JSON, made once for the present data."""
    key = ("view", view, words.code)
    text: bytes = atlas.once(key, lambda: orjson.dumps(_whole(view, atlas, words)))
    return text


def _whole(view: View, atlas: Atlas, words: Language) -> dict[str, Any]:
    ids = (*INDICATORS[view.indicator].source, "boundaries")
    labels = atlas.labels("policy_area", words)
    return payload(read_map_view(atlas.store, view), words) | {
        "areas": area_options(view.indicator, labels, words),
        "promises": promises_on(atlas, view, words),
        "source": source_text(ids, atlas, words),
    }


def payload(shown: MapView, language: Language) -> dict[str, Any]:
    """A view as the browser takes it: plain lists and finished texts, ready for JSON.

    Lists of lists are years × municipalities in Lithuanian order; `state` counts in
    `VALUE_STATES`; texts are empty where there is nothing to say, and end with their signs.
    """
    writer, signed = FigureWriter.of(shown.view, language), signs(shown)
    values = shown.values.tolist()  # plain floats are written twice as fast as numpy's
    before = [[np.nan] * len(values[0]), *values[:-1]]
    return {
        "view": vars(shown.view),
        "years": shown.years,
        "sign": signed.tolist(),
        "notes": notes(shown, language),
        "value": [[_plain(value) for value in row] for row in values],
        "text": [
            [writer.figure(value) + sign for value, sign in zip(*pair, strict=True)]
            for pair in zip(values, signed.tolist(), strict=True)
        ],
        "state": [[VALUE_STATES.index(state) for state in row] for row in shown.states.tolist()],
        "cls": shown.classes.tolist(),
        "rank": shown.ranks.tolist(),
        "ranked": shown.counted.sum(axis=1).tolist(),
        "change": [
            [writer.change(*pair) for pair in zip(*rows, strict=True)]
            for rows in zip(shown.changes.tolist(), before, strict=True)
        ],
        "national": [_plain(value) for value in shown.national],
        "nationalText": [
            writer.figure(value) + (SIGNS["estimated"] if flags.any() else "")
            for value, flags in zip(shown.national, flagged(shown)["estimated"], strict=True)
        ],
        "nationalName": language.t(f"national.{writer.national}"),
        "bins": [
            {"label": label, "color": colour}
            for label, colour in zip(
                writer.spans(shown.limits), sequential(len(shown.limits) - 1), strict=True
            )
        ],
        "sentence": [map_sentence(shown, row, language) for row in range(len(shown.years))],
        "subject": subject(shown.view, language),
        "title": title(shown.view, language),
        "unit": unit_label(shown.view.unit, language),
        "units": unit_options(shown.view.indicator, language),
    }


def _plain(value: float) -> float | None:
    """A float as JSON knows it, short enough to travel: six significant digits."""
    return None if isnan(value) else float(f"{value:.6g}")

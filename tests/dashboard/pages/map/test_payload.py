"""What the browser gets of a view is whole, small, and agrees with its figures."""

from __future__ import annotations

import itertools
import json
import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from dashboard.indicators.figures import VALUE_STATES, MapView
from dashboard.indicators.reading import read_map_view
from dashboard.indicators.state import ViewRequest
from dashboard.language.i18n import CODES, language
from dashboard.pages.map.payload import payload, view_bytes, view_payload
from data.catalog import INDICATORS, YEARS, resolve
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.answers import Atlas

LARGEST = 80_000
"""Bytes of a view as JSON, before compression."""


@pytest.fixture(params=CODES)
def sent(request: pytest.FixtureRequest, shown: MapView) -> dict[str, Any]:
    """A view as the browser gets it."""
    found: dict[str, Any] = json.loads(json.dumps(payload(shown, language(request.param))))
    return found


def test_what_is_sent_has_one_entry_a_municipality_and_year(sent: dict[str, Any]) -> None:
    years = len(sent["years"])
    for name in ("value", "text", "sign", "state", "cls", "rank", "change"):
        assert [len(row) for row in sent[name]] == [60] * years, name
    for name in ("notes", "ranked", "national", "nationalText", "sentence"):
        assert len(sent[name]) == years, name


def test_the_legend_counts_everyone_once_each_year(sent: dict[str, Any]) -> None:
    for row in range(len(sent["years"])):
        classed = [cls for cls in sent["cls"][row] if cls >= 0]
        without = [state for state in sent["state"][row] if state != VALUE_STATES.index("ok")]
        assert len(classed) + len(without) == 60
        assert not classed or max(classed) < len(sent["bins"][row if len(sent["bins"]) > 1 else 0])


def test_ranks_are_out_of_those_that_are_ranked(sent: dict[str, Any]) -> None:
    for ranks, ranked in zip(sent["rank"], sent["ranked"], strict=True):
        assert sum(rank > 0 for rank in ranks) == ranked
        assert max(ranks) <= ranked
        assert not ranked or min(rank for rank in ranks if rank) == 1


def test_texts_are_written_out_and_match_the_figures(shown: MapView, view: ViewRequest) -> None:
    decimals = resolve(view.indicator, view.unit).decimals
    sent = payload(shown, language("en"))
    for texts, values in zip(sent["text"], shown.values, strict=True):
        for text, value in zip(texts, values, strict=True):
            assert (text == "") == bool(np.isnan(value))
            if text:
                number = float(re.sub(r"[^\d.-]", "", text))
                assert number == pytest.approx(value, abs=0.51 * 10.0**-decimals)


def test_values_are_short_and_still_exact_enough_for_a_line(shown: MapView) -> None:
    sent = payload(shown, language("lt"))
    for row, values in zip(sent["value"], shown.values, strict=True):
        for short, value in zip(row, values, strict=True):
            assert short is None or type(short) is float
            assert (short is None) == bool(np.isnan(value))
            assert short is None or short == pytest.approx(value, rel=1e-5)


def test_a_class_has_its_range_and_colour(sent: dict[str, Any]) -> None:
    for bins in sent["bins"]:
        colours = [item["color"] for item in bins]
        assert len(set(colours)) == len(colours) <= 6
        assert len({item["label"] for item in bins}) == len(colours)


def test_no_figure_stands_in_two_ranges(atlas: Atlas) -> None:
    counts = payload(
        read_map_view(atlas.store, ViewRequest("competitions", "count", "all", "equal")),
        language("lt"),
    )
    ends = [[int(end) for end in item["label"].split("–")] for item in counts["bins"][0]]
    for (*_, last), (first, *_) in itertools.pairwise(ends):
        assert last + 1 == first


def test_a_range_has_its_unit_where_a_figure_has_it(atlas: Atlas) -> None:
    money = ViewRequest("total", "eur", "all", "equal")
    for item in payload(read_map_view(atlas.store, money), language("en"))["bins"][0]:
        assert item["label"].startswith("€")
    for item in payload(read_map_view(atlas.store, money), language("lt"))["bins"][0]:
        assert item["label"].endswith("\u00a0€")


def test_the_sentence_names_the_true_extremes(shown: MapView) -> None:
    words = language("en")
    sent = payload(shown, words)
    for row, sentence in enumerate(sent["sentence"]):
        counted = shown.counted[row]
        figures = np.where(counted, shown.values[row], np.nan)
        assert f"{counted.sum()} municipalit" in sentence
        assert str(sent["years"][row]) in sentence
        if np.nanmin(figures) == np.nanmax(figures):
            assert sent["text"][row][int(np.argmax(counted))].rstrip("*†°") in sentence
            assert "highest" not in sentence
            continue
        assert sent["nationalText"][row].rstrip("*") in sentence
        for extreme, said in ((np.nanmax, "highest"), (np.nanmin, "lowest")):
            places = np.flatnonzero(figures == extreme(figures))
            where = f"in {len(places)} municipalities"
            if len(places) == 1:
                where = words.located(municipalities()[places[0]])
            assert f"{said} {where} ({sent['text'][row][places[0]].rstrip('*†°')})" in sentence


def test_options_offered_are_those_of_the_indicator(atlas: Atlas, view: ViewRequest) -> None:
    sent = view_payload(view, atlas, language("lt"))
    indicator = INDICATORS[view.indicator]
    assert [item["value"] for item in sent["units"]] == list(indicator.units)
    areas = [item["value"] for item in sent["areas"]]
    assert areas == (["all", *atlas.areas] if indicator.by_area else ["all"])
    assert sent["view"] == vars(view)


@pytest.mark.parametrize("code", CODES)
def test_every_view_is_small(atlas: Atlas, code: str) -> None:
    for indicator in INDICATORS.values():
        for unit in indicator.units:
            sent = view_payload(ViewRequest(indicator.id, unit), atlas, language(code))
            size = len(json.dumps(sent, ensure_ascii=False, separators=(",", ":")).encode())
            assert size < LARGEST, (indicator.id, unit)


def test_what_was_computed_is_remembered_for_each_language(atlas: Atlas) -> None:
    view = ViewRequest("total", "eur", "rights", "natural")
    first = view_bytes(view, atlas, language("lt"))
    assert view_bytes(view, atlas, language("lt")) is first
    assert view_bytes(view, atlas, language("en")) != first
    sent = view_payload(view, atlas, language("lt"))
    sent["title"] = "changed by whoever asked"
    assert view_payload(view, atlas, language("lt"))["title"] != "changed by whoever asked"
    assert tuple(sent["years"]) == YEARS

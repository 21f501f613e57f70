"""Figures and changes are written as their kind wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from dashboard.indicators.state import ViewRequest
from dashboard.indicators.writing import FigureWriter
from dashboard.language.i18n import CODES, language

if TYPE_CHECKING:
    from dashboard.indicators.figures import MapView


@pytest.mark.parametrize("code", CODES)
def test_figures_written_together_are_those_written_alone(shown: MapView, code: str) -> None:
    writer = FigureWriter.of(shown.view, language(code))
    alone = [[writer.figure(value) for value in row] for row in shown.values]
    assert writer.figures(shown.values).tolist() == alone


@pytest.mark.parametrize(
    ("view", "before", "after", "expected"),
    [
        (ViewRequest("total", "eur"), 200.0, 250.0, "+25.0%"),
        (ViewRequest("total", "eur"), 200.0, 200.0, "0.0%"),
        (ViewRequest("total", "eur"), 0.0, 250.0, ""),  # no share of nought
        (ViewRequest("total", "eur"), np.nan, 250.0, ""),
        (ViewRequest(), 2.5, 1.25, "-1.25 pp"),
        (ViewRequest("competitions", "count"), 3.0, 5.0, "+2"),
    ],
)
def test_a_change_is_written_as_its_kind_wants(
    view: ViewRequest, before: float, after: float, expected: str
) -> None:
    former, latter = np.array([before]), np.array([after])
    assert FigureWriter.of(view, language("en")).changes(latter - former, former) == [expected]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (ViewRequest("total", "eur"), ["+€1,250", "-€1,250", "€0", ""]),
        (ViewRequest("openness"), ["+1,250 pp", "-1,250 pp", "0 pp", ""]),
        (ViewRequest("competitions", "count"), ["+1,250", "-1,250", "0", ""]),
    ],
)
def test_a_difference_is_written_in_the_unit_itself(view: ViewRequest, expected: list[str]) -> None:
    values = np.array([1250.0, -1250.0, 0.0, np.nan])
    assert FigureWriter.of(view, language("en")).differences(values).tolist() == expected

"""A municipality among its peers with figures that a test thinks up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.figures import MapView
from dashboard.indicators.reading import MARKS
from dashboard.indicators.state import ViewRequest
from dashboard.peers.standing import Circle, IndicatorStanding
from dashboard.peers.telling import StandingWords
from data.catalog import YEARS
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.language.i18n import Language

CODES = [place.code for place in municipalities()]
NAN = float("nan")
LABELS = {"ok": "Yra", "no_answer": "Prašyta, neatsakyta", "not_comparable": "Nepalyginama",
          "declared_zero": "Deklaruotas nulis"}  # fmt: skip


def standing(
    code: str,
    own: dict[int, float],
    peers: dict[int, list[float]],
    view: ViewRequest | None = None,
    *,
    state: str = "ok",
    real: bool = False,
    denominator: float = 1,
    budget: float = NAN,
) -> IndicatorStanding:
    """Where a municipality stands in the last of its years; all the rest have no figures.

    Args:
        code: Of the municipality.
        own: Its figures by year.
        peers: The peers' by year.
        view: Of the indicator; the share of competitions unless another is named.
        state: That of its figure in the last year, where it has one.
        real: Whether its figures are real, among invented ones.
        denominator: By what every figure was divided.
        budget: Its euros of the year.
    """
    at, count = CODES.index(code), len(next(iter(peers.values()), []))
    others = tuple([each for each in range(60) if each != at][:count])
    values = np.full((len(YEARS), 60), NAN)
    for year, figure in own.items():
        values[YEARS.index(year), at] = figure
        values[YEARS.index(year), list(others)] = peers.get(year, [NAN] * count)
    states = np.where(np.isnan(values), "no_answer", "ok").astype("<U14")
    row = YEARS.index(max(own))
    if not np.isnan(values[row, at]):
        states[row, at] = state
    demo = np.ones(values.shape, dtype=bool)
    demo[:, at] = not real
    shown = MapView(
        view=view or ViewRequest(),
        years=YEARS,
        values=values,
        states=states,
        counted=np.isin(states, ("ok", "declared_zero")) & demo,
        marks={name: np.zeros(values.shape, dtype=bool) for name in MARKS} | {"demo": demo},
        denominators=np.full(values.shape, float(denominator)),
        national=np.full(len(YEARS), NAN),
        same=np.full(len(YEARS), NAN),
    )
    return IndicatorStanding(shown, row, Circle(at, others, {"nearest": others}), budget, 1.0)


def telling(it: IndicatorStanding, words: Language) -> StandingWords:
    return StandingWords(it, words, LABELS)

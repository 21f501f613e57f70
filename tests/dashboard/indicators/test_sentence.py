"""The sentence under the title, whole, in both languages."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.indicators.figures import MapView
from dashboard.indicators.reading import MARKS
from dashboard.indicators.sentence import map_sentence
from dashboard.indicators.state import ViewRequest
from dashboard.language.i18n import language
from geo.places import municipalities

PLACES = [place.name_lt for place in municipalities()]
NAN = float("nan")


def shown(view: ViewRequest, national: float, **figures: float | str) -> MapView:
    """One year of a view; the others are in the order of the alphabet, 10, 11, 12…

    Args:
        view: What is shown.
        national: The national figure.
        figures: By code of the municipality (`m13`): its figure, or the state that it lacks one.
    """
    values = np.arange(10, 70, dtype=float)
    states = np.full(60, "ok", dtype="<U14")
    codes = [place.code for place in municipalities()]
    for name, figure in figures.items():
        place = codes.index(name.removeprefix("m"))
        if isinstance(figure, str):
            states[place], values[place] = figure, 0 if figure == "declared_zero" else NAN
        else:
            values[place] = figure
    return one_year(view, values, states, national)


def one_year(
    view: ViewRequest, values: np.ndarray, states: np.ndarray, national: float, real: str = ""
) -> MapView:
    """A view of one year; with names of real municipalities, all others are invented."""
    demo = np.array([bool(real) and place not in real.split(", ") for place in PLACES])
    comparable = np.isin(states, ("ok", "declared_zero"))
    return MapView(
        view=view,
        years=(2020,),
        values=values[None, :],
        states=states[None, :],
        counted=(comparable & (demo == bool(real)))[None, :],
        marks={name: np.zeros((1, len(values)), dtype=bool) for name in MARKS}
        | {"demo": demo[None, :]},
        denominators=np.ones((1, len(values))),
        national=np.array([national]),
        same=np.array([national]),
    )


def both(view: MapView) -> tuple[str, str]:
    lithuanian, english = (map_sentence(view, 0, language(code)) for code in ("lt", "en"))
    return lithuanian.replace("\u00a0", " "), english


def test_everyone_is_there() -> None:
    view = shown(ViewRequest(), 3.14159, m13=80.5, m23=0.121)
    assert both(view) == (
        (
            "NVO konkurso būdu išmokėtų lėšų dalis, 2020 m.: "
            "daugiausia – Vilniaus miesto savivaldybėje (80,50 %), "
            "mažiausiai – Neringos savivaldybėje (0,12 %); visoje Lietuvoje – 3,14 %. "
            "Įskaičiuota 60 savivaldybių."
        ),
        (
            "NGO competition share of money paid, 2020: highest in Vilnius City (80.50%), "
            "lowest in Neringa (0.12%); Lithuania as a whole 3.14%. 60 municipalities counted."
        ),
    )


def test_one_is_missing() -> None:
    view = shown(ViewRequest("total", "eur"), 1234567.6, m13=7654321.4, m23=1, m11="no_answer")
    assert both(view) == (
        (
            "Visos išmokėtos lėšos, 2020 m.: "
            "daugiausia – Vilniaus miesto savivaldybėje (7 654 321 €), "
            "mažiausiai – Neringos savivaldybėje (1 €); vidutiniškai savivaldybėje – 1 234 568 €. "
            "Įskaičiuotos 59 savivaldybės; 1 savivaldybės skaičiaus nėra."
        ),
        (
            "Total paid out, 2020: highest in Vilnius City (€7,654,321), lowest in Neringa (€1); "
            "municipal average €1,234,568. 59 municipalities counted; no figure for 1."
        ),
    )


@pytest.mark.parametrize("state", ["not_asked", "no_answer", "no_data", "not_comparable"])
def test_whoever_does_not_count_is_missing(state: str) -> None:
    view = shown(ViewRequest("total", "eur"), 30, m13=state, m23=state)
    lithuanian, english = both(view)
    assert lithuanian.endswith("Įskaičiuotos 58 savivaldybės; 2 savivaldybių skaičių nėra.")
    assert english.endswith("58 municipalities counted; no figures for 2.")


def test_figures_that_cannot_be_compared_are_no_extremes() -> None:
    view = shown(ViewRequest("total", "eur"), 30)
    view.values[0, :2] = (1_000_000, 2_000_000)
    view.states[0, :2], view.counted[0, :2] = "not_comparable", False
    assert "(69 €)" in both(view)[0]


def test_two_share_the_first_place_and_many_the_last() -> None:
    others = [place.code for place in municipalities() if place.code not in {"13", "19"}]
    zeros = {f"m{code}": 0.0 for code in others[:11]}
    view = shown(ViewRequest("competitions", "count", "sport"), 8.4, m13=99, m19=99, **zeros)
    assert both(view) == (
        (
            "NVO konkursų skaičius (sportas), 2020 m.: daugiausia – 2 savivaldybėse (99), "
            "mažiausiai – 11 savivaldybių (0); vidutiniškai savivaldybėje – 8. "
            "Įskaičiuota 60 savivaldybių."
        ),
        (
            "Number of NGO competitions (sport), 2020: highest in 2 municipalities (99), "
            "lowest in 11 municipalities (0); municipal average 8. 60 municipalities counted."
        ),
    )


def test_a_declared_zero_counts() -> None:
    view = shown(
        ViewRequest("ngo_competition", "per_resident"), 12.346, m13=80, m23="declared_zero"
    )
    assert both(view) == (
        (
            "Išmokėta NVO konkurso būdu (€ vienam gyventojui), 2020 m.: daugiausia – "
            "Vilniaus miesto savivaldybėje (80,00 €), "
            "mažiausiai – Neringos savivaldybėje (0,00 €); visoje Lietuvoje – 12,35 €. "
            "Įskaičiuota 60 savivaldybių."
        ),
        (
            "Paid to NGOs by competition (€ per resident), 2020: highest in Vilnius City "
            "(€80.00), "
            "lowest in Neringa (€0.00); Lithuania as a whole €12.35. 60 municipalities counted."
        ),
    )


def test_where_all_are_the_same_nobody_is_called_highest_or_lowest() -> None:
    view = one_year(ViewRequest("openness", "percent"), np.full(60, 40.0), np.full(60, "ok"), 40)
    assert both(view) == (
        "Atvirumo balas, 2020 m.: visur vienodai – 40 %. Įskaičiuota 60 savivaldybių.",
        "Openness score, 2020: the same everywhere, 40%. 60 municipalities counted.",
    )


def test_only_one_is_there() -> None:
    values, states = np.full(60, NAN), np.full(60, "no_answer", dtype="<U14")
    values[PLACES.index("Neringos sav.")], states[PLACES.index("Neringos sav.")] = 7, "ok"
    lithuanian, english = both(
        one_year(ViewRequest("ngo_recipients", "per_10000"), values, states, 7)
    )
    assert lithuanian.endswith(
        ": Neringos savivaldybėje – 7,0. Įskaičiuota 1 savivaldybė; 59 savivaldybių skaičių nėra."
    )
    assert english.endswith(": in Neringa 7.0. 1 municipality counted; no figures for 59.")


def test_nobody_is_there() -> None:
    view = one_year(ViewRequest(), np.full(60, NAN), np.full(60, "not_asked"), NAN)
    assert both(view) == (
        "NVO konkurso būdu išmokėtų lėšų dalis, 2020 m.: duomenų nėra.",
        "NGO competition share of money paid, 2020: no data.",
    )


def test_a_real_figure_is_neither_an_extreme_nor_missing_among_invented_ones() -> None:
    values, states = np.full(60, 50.0), np.full(60, "ok", dtype="<U14")
    values[PLACES.index("Vilniaus m. sav.")] = 99
    values[PLACES.index("Neringos sav.")] = 60
    view = one_year(ViewRequest(), values, states, 51, real="Vilniaus m. sav.")
    lithuanian, english = both(view)
    assert "Vilniaus" not in lithuanian + english
    assert "99" not in lithuanian + english
    assert "daugiausia – Neringos savivaldybėje (60,00 %)" in lithuanian
    assert lithuanian.endswith("Įskaičiuotos 59 savivaldybės.")
    assert english.endswith("59 municipalities counted.")

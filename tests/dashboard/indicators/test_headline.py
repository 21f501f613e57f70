"""Who is selected is the subject: with figure, place and distance, whole, in both languages."""

from __future__ import annotations

import numpy as np
import pytest
from test_sentence import NAN, one_year, shown

from dashboard.indicators.headline import Headline, distances, headline
from dashboard.indicators.selection import members
from dashboard.indicators.state import ViewRequest
from dashboard.language.i18n import language
from geo.places import counties, municipalities

STATES = {
    "lt": {"no_answer": "Prašyta, neatsakyta", "not_comparable": "Nepalyginama"},
    "en": {"no_answer": "Asked, no answer", "not_comparable": "Not comparable"},
}
CODES = [place.code for place in municipalities()]
KAUNAS = members(counties()[1])


def both(view, *select: str) -> tuple[Headline, Headline]:
    lithuanian, english = (
        headline(view, 0, language(code), select, STATES[code]) for code in ("lt", "en")
    )
    plain = (text.replace("\u00a0", " ") for text in vars(lithuanian).values())
    return Headline(*plain), english


def test_nobody_is_selected() -> None:
    lithuanian, english = both(shown(ViewRequest(), 3.14159, m13=80.5, m23=0.121))
    assert lithuanian.heading == lithuanian.title
    assert lithuanian.title == "NVO konkurso būdu išmokėtų lėšų dalis, 2020 m."
    assert english.sentence.startswith("NGO competition share of money paid, 2020: highest in")


STARTS = ("Tikri duomenys, ", "Real data, ")
REAL = {"real": "Vilniaus m. sav., Neringos sav."}


def mixed(**real: str):
    values = np.linspace(1, 60, 60)
    return one_year(ViewRequest(), values, np.full(60, "ok", dtype="<U14"), 30, **(REAL | real))


def test_a_real_figure_among_invented_ones_is_told_alone() -> None:
    assert [each.sentence for each in both(mixed(), "13")] == [
        (
            "NVO konkurso būdu išmokėtų lėšų dalis, 2020 m.: Vilniaus miesto savivaldybėje – "
            "57,00 %✓ (tikri duomenys, su sugalvotais nelyginami)."
        ),
        (
            "NGO competition share of money paid, 2020: in Vilnius City 57.00%✓ "
            "(real data, not compared with invented figures)."
        ),
    ]


def test_among_several_real_figures_have_a_sentence_of_their_own() -> None:
    for said, real in zip(both(mixed(), "21", "13", "23", "41"), STARTS, strict=True):
        compared, apart = said.sentence.split(real)
        assert "57" not in compared
        assert "58" in compared, "of how many"
        assert "57" in apart
        assert apart.count("✓") == 2


def test_a_county_has_its_extremes_of_those_that_count() -> None:
    vilnius = members(counties()[9])
    assert "13" in vilnius
    for said in both(mixed(), *vilnius):
        *_, real = said.sentence.rsplit(": ", 1)
        assert "57" in real
        assert "57" not in said.sentence.removesuffix(real)
    alone = ", ".join(place.name_lt for place in municipalities() if place.code in vilnius)
    for said in both(mixed(real=alone), *vilnius):
        assert said.sentence.count("✓") == len(vilnius)
        assert "30" not in said.sentence


def test_one_alone_is_no_country() -> None:
    values, states = np.full(60, NAN), np.full(60, "no_answer", dtype="<U14")
    values[CODES.index("13")], states[CODES.index("13")] = 7, "ok"
    for said in both(one_year(ViewRequest(), values, states, 7), "13"):
        assert said.sentence.endswith(("7,00 %.", "7.00%."))


def test_one_below_the_country() -> None:
    view = shown(ViewRequest(), 3.14159, m13=80.5, m23=0.121)
    assert both(view, "23") == (
        Headline(
            "Neringos sav.: NVO konkurso būdu išmokėtų lėšų dalis, 2020 m.",
            "Neringos sav.: 0,12 %, 60 vieta iš 60, 3,02 proc. p. mažiau nei visoje Lietuvoje "
            "(3,14 %) – NVO konkurso būdu išmokėtų lėšų dalis, 2020 m.",
            "NVO konkurso būdu išmokėtų lėšų dalis, 2020 m.: Neringos savivaldybėje – 0,12 %, "
            "60 vieta iš 60, 3,02 proc. p. mažiau nei visoje Lietuvoje (3,14 %).",
        ),
        Headline(
            "Neringa: NGO competition share of money paid, 2020",
            "Neringa: 0.12%, rank 60 of 60, 3.02 pp less than Lithuania as a whole (3.14%) "
            "– NGO competition share of money paid, 2020",
            "NGO competition share of money paid, 2020: in Neringa 0.12%, rank 60 of 60, "
            "3.02 pp less than Lithuania as a whole (3.14%).",
        ),
    )


def test_sums_are_compared_with_the_average_municipality() -> None:
    lithuanian, english = both(shown(ViewRequest("total", "eur"), 1234567.6, m13=7654321.4), "13")
    assert lithuanian.sentence == (
        "Visos išmokėtos lėšos, 2020 m.: "
        "Vilniaus miesto savivaldybėje – 7 654 321 €, 1 vieta iš 60, "
        "6 419 753 € daugiau nei vidutiniškai savivaldybėje (1 234 568 €)."
    )
    assert english.sentence == (
        "Total paid out, 2020: in Vilnius City €7,654,321, rank 1 of 60, "
        "€6,419,753 more than the municipal average (€1,234,568)."
    )


def test_as_much_as_the_country_as_both_are_written() -> None:
    lithuanian, english = both(shown(ViewRequest(), 3.1416, m13=3.1389), "13")
    assert "1 vieta" not in lithuanian.sentence
    assert lithuanian.sentence.endswith("60 vieta iš 60, tiek pat, kiek visoje Lietuvoje (3,14 %).")
    assert english.sentence.endswith("rank 60 of 60, the same as Lithuania as a whole (3.14%).")


def test_whoever_has_no_place_has_none() -> None:
    view = shown(ViewRequest(), 3.14, m13="no_answer", m23="not_comparable")
    view.values[0, CODES.index("23")] = 7
    silent, broken = both(view, "13"), both(view, "23")
    assert silent[0].sentence.endswith(
        ": Vilniaus miesto savivaldybėje – prašyta, neatsakyta; Lietuva – 3,14 %."
    )
    assert silent[1].sentence.endswith(": in Vilnius City asked, no answer; Lithuania 3.14%.")
    assert broken[1].sentence.endswith(": in Neringa 7.00%≠ (not comparable); Lithuania 3.14%.")


def test_several_are_told_by_the_first_and_by_their_extremes() -> None:
    lithuanian, english = both(
        shown(ViewRequest(), 3.14, m13=80.5, m23=0.1, m19="no_answer"), "53", "13", "23", "19"
    )
    assert lithuanian.heading.startswith("Kėdainių r. sav.: NVO")
    assert lithuanian.sentence.endswith(
        " Tarp pasirinktų savivaldybių daugiausia – Vilniaus m. sav. (80,50 %, 1 vieta iš 59), "
        "mažiausiai – Neringos sav. (0,10 %, 59 vieta iš 59); Kauno m. sav. – be skaičiaus."
    )
    assert english.sentence.endswith(
        " Among the selected municipalities, highest in Vilnius City (80.50%, rank 1 of 59), "
        "lowest in Neringa (0.10%, rank 59 of 59); no figure for Kaunas City."
    )


def test_a_county_is_told_as_one() -> None:
    lithuanian, english = both(shown(ViewRequest(), 3.14, m19=80.5, m53=0.1), *KAUNAS)
    assert lithuanian.heading == lithuanian.title
    assert lithuanian.heading == "Kauno apskritis: NVO konkurso būdu išmokėtų lėšų dalis, 2020 m."
    assert lithuanian.sentence == (
        "NVO konkurso būdu išmokėtų lėšų dalis, 2020 m.: Kauno apskrityje daugiausia – "
        "Kauno m. sav. (80,50 %, 1 vieta iš 60), mažiausiai – Kėdainių r. sav. "
        "(0,10 %, 60 vieta iš 60); Lietuva – 3,14 %."
    )
    assert english.sentence == (
        "NGO competition share of money paid, 2020: "
        "in Kaunas County, highest in Kaunas City "
        "(80.50%, rank 1 of 60), lowest in Kėdainiai District (0.10%, rank 60 of 60); "
        "Lithuania 3.14%."
    )


def test_a_county_of_which_nothing_is_known_or_one_alone() -> None:
    nobody = shown(ViewRequest(), 3.14, **{f"m{code}": "no_answer" for code in KAUNAS})
    assert both(nobody, *KAUNAS)[0].sentence.endswith(
        ": Kauno apskrityje nėra nė vieno skaičiaus; Lietuva – 3,14 %."
    )
    alone = shown(
        ViewRequest(), 3.14, **{f"m{code}": "no_answer" for code in KAUNAS if code != "19"}
    )
    said = both(alone, *KAUNAS)[0].sentence
    assert "daugiausia" not in said
    assert said.endswith("Raseinių r. sav. – be skaičiaus; Lietuva – 3,14 %.")


@pytest.mark.parametrize("code", ["lt", "en"])
def test_where_nobody_has_a_figure_no_country_is_told(code: str) -> None:
    view = one_year(ViewRequest(), np.full(60, NAN), np.full(60, "no_answer", dtype="<U14"), NAN)
    for select in (("13",), ("13", "19"), KAUNAS):
        said = headline(view, 0, language(code), select, STATES[code]).sentence
        assert "nan" not in said.lower()
        assert language(code).t("national.rate") not in said.replace("Lithuania as", "")


def test_a_distance_is_what_the_written_figures_differ_by() -> None:
    """Whoever subtracts what stands on screen gets what is said."""
    view = shown(ViewRequest(), 3.146, m13=5.554)
    assert distances(view, language("en"))[0, CODES.index("13")] == ("2.40 pp")

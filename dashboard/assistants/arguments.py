"""Arguments that several tools take, each described by what is possible."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from data.catalog import FIGURES, INDICATORS, UNITS, YEARS

LONGEST = 200

LangArg = Annotated[
    Literal["lt", "en"], Field(description="Language of the answer: lt (Lithuanian) or en")
]
PlaceArg = Annotated[
    str,
    Field(
        max_length=LONGEST,
        description="A municipality: its name in any spelling, case or language (Kėdainių r., "
        "Kaunas city, Neringa) or its two-digit code. Vilnius, Kaunas and others are a city and a "
        "district: say which",
    ),
]
OptionalPlaceArg = Annotated[
    str, Field(max_length=LONGEST, description="As in other tools; empty for the whole country")
]
IndicatorArg = Annotated[
    str,
    Field(
        max_length=LONGEST,
        description=f"An indicator: its id ({', '.join(INDICATORS)}) or its name in loose words",
    ),
]
UnitArg = Annotated[
    str,
    Field(
        max_length=LONGEST,
        description=f"A unit that the indicator has ({', '.join(UNITS)}); empty for its usual one",
    ),
]
AreaArg = Annotated[
    str,
    Field(max_length=LONGEST, description="A policy area's code; empty or all for all together"),
]
FiguresArg = Annotated[
    Literal[*FIGURES],  # type: ignore[valid-type]
    Field(
        description="all: where there are invented figures of an indicator these alone are "
        "compared, and real ones stand beside them; real: real figures alone"
    ),
]
YearArg = Annotated[
    int | None,
    Field(description=f"{YEARS[0]}–{YEARS[-1]}; left out: the newest year that has figures"),
]

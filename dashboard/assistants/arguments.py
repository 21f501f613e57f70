"""Arguments that several tools take, each described by what is possible."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from data.catalog import FIGURES, INDICATORS, UNITS, YEARS

LONGEST = 200

Lang = Annotated[
    Literal["lt", "en"], Field(description="Language of the answer: lt (Lithuanian) or en")
]
Place = Annotated[
    str,
    Field(
        max_length=LONGEST,
        description="A municipality: its name in any spelling, case or language (Kėdainių r., "
        "Kaunas city, Neringa) or its two-digit code. Vilnius, Kaunas and others are a city and a "
        "district: say which",
    ),
]
OptionalPlace = Annotated[
    str, Field(max_length=LONGEST, description="As in other tools; empty for the whole country")
]
IndicatorName = Annotated[
    str,
    Field(
        max_length=LONGEST,
        description=f"An indicator: its id ({', '.join(INDICATORS)}) or its name in loose words",
    ),
]
UnitName = Annotated[
    str,
    Field(
        max_length=LONGEST,
        description=f"A unit that the indicator has ({', '.join(UNITS)}); empty for its usual one",
    ),
]
AreaName = Annotated[
    str,
    Field(max_length=LONGEST, description="A policy area's code; empty or all for all together"),
]
Figures = Annotated[
    Literal[*FIGURES],  # type: ignore[valid-type]
    Field(
        description="all: where there are invented figures of an indicator these alone are "
        "compared, and real ones stand beside them; real: real figures alone"
    ),
]
Year = Annotated[
    int | None,
    Field(description=f"{YEARS[0]}–{YEARS[-1]}; left out: the newest year that has figures"),
]

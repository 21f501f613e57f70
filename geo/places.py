"""The 60 municipalities and 10 counties: codes, names, groups, areas, and lookup by any name.

Facts from Registrų centras (Address Register) and ISO 3166-2; see geo/README.md. The standard
library is enough here, so every other package can ask for places at no cost.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal

from geo.tables import FOLDER, read_rows

MunicipalityType = Literal["city", "district", "municipality"]
Group = Literal["city", "resort", "ring", "other"]


@dataclass(frozen=True)
class County:
    """A county (apskritis), which is a NUTS 3 region.

    Attributes:
        code: The Address Register's code, two digits as text ("10").
        name_lt: Short name, "Vilniaus apskr."
        name_full_lt: Full name, "Vilniaus apskritis".
        name_en: English name, "Vilnius County".
        nuts3: NUTS 3 code, "LT011".
        iso: ISO 3166-2 code, "LT-VL".
        area_km2: Area in the register, km².
    """

    code: str
    name_lt: str
    name_full_lt: str
    name_en: str
    nuts3: str
    iso: str
    area_km2: float

    @property
    def nuts2(self) -> str:
        """NUTS 2 code: by construction the NUTS 3 code without its last digit."""
        return self.nuts3[:-1]


@dataclass(frozen=True)
class Municipality:
    """A municipality (savivaldybė), which is a local administrative unit.

    Attributes:
        code: The Address Register's code, two digits as text ("13"); also the LAU code.
        name_lt: Short name, "Vilniaus m. sav."
        name_full_lt: Full name, "Vilniaus miesto savivaldybė".
        name_en: English name, "Vilnius City".
        type: What its full name says: city (miesto), district (rajono) or neither.
        group: Its kind among peers: city, resort, ring (a district around its own city), other.
        county: Code of its county.
        nuts3: NUTS 3 code of its county.
        iso: ISO 3166-2 code, "LT-57".
        area_km2: Area in the register, km².
        sort_lt: Place in the Lithuanian alphabetical order, 1 to 60.
        wikidata: Wikidata item, "Q9248".
    """

    code: str
    name_lt: str
    name_full_lt: str
    name_en: str
    type: MunicipalityType
    group: Group
    county: str
    nuts3: str
    iso: str
    area_km2: float
    sort_lt: int
    wikidata: str

    @property
    def nuts2(self) -> str:
        """NUTS 2 code: by construction the NUTS 3 code without its last digit."""
        return self.nuts3[:-1]


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All 60 municipalities in Lithuanian alphabetical order."""
    rows = read_rows(FOLDER / "municipalities.csv", [field.name for field in fields(Municipality)])
    found = (Municipality(**_typed(row)) for row in rows)
    return tuple(sorted(found, key=lambda place: place.sort_lt))


@cache
def counties() -> tuple[County, ...]:
    """All 10 counties by code, which is also their Lithuanian alphabetical order."""
    rows = read_rows(FOLDER / "counties.csv", [field.name for field in fields(County)])
    return tuple(sorted((County(**_typed(row)) for row in rows), key=lambda county: county.code))


def _typed(row: dict[str, str]) -> dict[str, Any]:
    numbers = {"area_km2": float, "sort_lt": int}
    return {name: numbers.get(name, str)(value) for name, value in row.items()}

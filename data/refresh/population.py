"""Residents at the beginning of the year, from the State Data Agency's cube of municipalities.

One answer replaces the whole file, so that one address accounts for every figure in it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from data.catalog import YEARS
from data.refresh.cube import PLACE, TIME, Cube, table
from data.refresh.draft import Draft, Total, compare, read_rows, written
from data.refresh.errors import RefreshError
from data.refresh.remark import Remark, grouped, some, spans
from data.refresh.sdmx import read_cube
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from data.refresh.fetch import Payload

Residents = dict[tuple[str, int], int]
"""Persons by municipality code and year."""

COUNTRY = (2_500_000, 3_200_000)
"""Bounds of the country's residents: 2,921 thousand in 2015, 2,795 thousand in 2020."""

MUNICIPALITY = (1_000, 900_000)
"""Bounds of one municipality's: Neringa has over 3,000, Vilnius City about 600,000."""

JUMP = 0.15
"""From one year to the next, or from the present figure, more than this is worth a warning."""

_NATION = "00"
_TITLES = ("metų pradžioje", "beginning of the year")
_COLUMNS = ("municipality", "year", "residents")


def draft(payload: Payload, sources: Path) -> Draft:
    """Make the tidy file of an answer.

    Args:
        payload: SDMX-JSON or SDMX-ML with municipalities and every year from 2015.
        sources: folder of the sources.

    Raises:
        RefreshError: another table, a municipality or year missing, or figures that cannot be.
    """
    cube = read_cube(payload.content)
    _check_title(cube)
    found = residents(cube)
    path = sources / "population" / "population.csv"
    present = read_rows(path, key=2)
    before = {(code, int(year)): int(count) for (code, year), (count,) in present.items()}
    years = sorted({year for _, year in found})
    _check_years(years, sorted({year for _, year in before}))
    rows = [(code, year, found[code, year]) for code, year in sorted(found)]
    return Draft(
        files={path: written(_COLUMNS, rows)},
        rows=(len(before), len(found)),
        change=compare(before, found),
        years=(sorted({year for _, year in before}), years),
        totals=_totals(before, found),
        warnings=(*_jumps(found), *_differences(before, found)),
        facts={"years": Remark(spans(years), spans(years))},
        made_on=cube.prepared,
    )


def residents(cube: Cube) -> Residents:
    """Return the residents of the 60 municipalities, checked against county and country.

    Args:
        cube: has the dimensions of places and of time; years before 2015 are left out.

    Raises:
        RefreshError: something is missing, unknown, or does not add up.
    """
    figures = table(cube, (PLACE, TIME))
    _check_periods({period for _, period in figures})
    counted = {
        (code, int(year)): value
        for (code, year), value in figures.items()
        if int(year) >= YEARS[0] and value is not None
    }
    known = {place.code for place in municipalities()}
    found = {
        (code, year): _count(code, year, value)
        for (code, year), value in counted.items()
        if code in known
    }
    _check_places(counted, found)
    _check_sums(counted, found)
    return found


def _check_title(cube: Cube) -> None:
    title = cube.name.casefold()
    counted = any(word in title for word in ("gyventojų skaičius", "resident population"))
    if title and not (counted and any(words in title for words in _TITLES)):
        raise RefreshError(
            f"the answer is {cube.name!r}; residents at the beginning of the year are needed "
            "(table S3R167)"
        )


def _check_periods(periods: set[str]) -> None:
    strange = sorted(period for period in periods if not re.fullmatch(r"\d{4}", period))
    if strange:
        raise RefreshError(f"periods must be years, seen: {some(strange)}")


def _count(code: str, year: int, value: Decimal) -> int:
    low, high = MUNICIPALITY
    if value != value.to_integral_value() or not low <= value <= high:
        raise RefreshError(
            f"municipality {code} cannot have {value} residents in {year}; whole persons "
            f"between {low:,} and {high:,} are believed"
        )
    return int(value)


def _check_places(counted: dict[tuple[str, int], Decimal], found: Residents) -> None:
    """Make sure that all 60 are there in each year, and nobody else has residents."""
    known = [place.code for place in municipalities()]
    upper = {_NATION, *(county.code for county in counties())}
    strange = {
        code
        for (code, _), value in counted.items()
        if value and code not in upper and code not in known and re.fullmatch(r"\d\d", code)
    }
    if strange:
        raise RefreshError(
            f"codes of no known municipality have residents: {some(sorted(strange))}"
        )
    years = {year for _, year in found}
    if not years:
        raise RefreshError(f"no figures of municipalities from {YEARS[0]} on")
    missing = [
        f"{code} ({year})" for year in sorted(years) for code in known if (code, year) not in found
    ]
    if missing:
        raise RefreshError(f"municipalities without a figure: {some(missing)}; 60 are needed")


def _check_sums(counted: dict[tuple[str, int], Decimal], found: Residents) -> None:
    """Hold municipalities against county and country, where the answer has those."""
    county = {place.code: place.county for place in municipalities()}
    for year in sorted({year for _, year in found}):
        sums: dict[str, int] = {}
        for code, home in county.items():
            sums[home] = sums.get(home, 0) + found[code, year]
            sums[_NATION] = sums.get(_NATION, 0) + found[code, year]
        for place, total in sums.items():
            told = counted.get((place, year), total)
            if told != total:
                raise RefreshError(
                    f"{year}: place {place} has {told} residents, its municipalities {total}"
                )
        if not COUNTRY[0] <= sums[_NATION] <= COUNTRY[1]:
            raise RefreshError(
                f"{year}: {sums[_NATION]:,} residents in all; between {COUNTRY[0]:,} and "
                f"{COUNTRY[1]:,} are believed"
            )


def _check_years(years: list[int], present: list[int]) -> None:
    """Make sure that no year is missing, and none is lost that we have."""
    last = max(years[-1], *present) if present else years[-1]
    missing = [year for year in range(YEARS[0], last + 1) if year not in years]
    if missing:
        raise RefreshError(
            f"years missing: {spans(missing)}; the answer must hold every year from {YEARS[0]} "
            f"to {last} (ask with startPeriod={YEARS[0]})"
        )


def _totals(before: Residents, after: Residents) -> tuple[Total, ...]:
    """Return the country's residents in each year."""
    sums: list[dict[int, int]] = [{}, {}]
    for figures, summed in zip((before, after), sums, strict=True):
        for (_, year), count in figures.items():
            summed[year] = summed.get(year, 0) + count
    return tuple(
        Total(
            Remark(f"gyventojai {year} m.", f"residents {year}"),
            grouped(sums[0][year]) if year in sums[0] else "",
            grouped(sums[1][year]),
        )
        for year in sorted(sums[1])
    )


def _jumps(found: Residents) -> tuple[Remark, ...]:
    years = sorted({year for _, year in found})
    far = [
        f"{place.name_lt} {after}"
        for place in municipalities()
        for before, after in pairwise(years)
        if abs(found[place.code, after] / found[place.code, before] - 1) > JUMP
    ]
    return _warned(
        far, "nuo metų iki metų pakinta daugiau kaip 15 %", "change by over 15 % in a year"
    )


def _differences(before: Residents, after: Residents) -> tuple[Remark, ...]:
    name = {place.code: place.name_lt for place in municipalities()}
    far = [
        f"{name[code]} {year}"
        for (code, year), count in before.items()
        if (code, year) in after and abs(after[code, year] / count - 1) > JUMP
    ]
    return _warned(
        far, "nuo turimo dydžio skiriasi daugiau kaip 15 %", "differ from ours by over 15 %"
    )


def _warned(places: list[str], lt: str, en: str) -> tuple[Remark, ...]:
    listed = some(places)
    return (Remark(f"{lt}: {listed}", f"{en}: {listed}"),) if places else ()

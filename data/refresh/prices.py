"""Yearly consumer price inflation, from a table of the State Data Agency.

The agency publishes prices as changes in per cent, as an index with the year before as 100, and
as an index with a base year, and the answer does not say plainly which. So each reading is held
against the years that we have: one of them agrees, or the table is another one (the harmonised
index, for example) and is refused.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from data.catalog import PRICE_YEAR, YEARS
from data.refresh.cube import TIME, Cube, table
from data.refresh.draft import Draft, Total, compare, read_rows, written
from data.refresh.errors import RefreshError
from data.refresh.remark import Remark, some, spans
from data.refresh.sdmx import read_cube

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from data.refresh.fetch import Payload

Inflation = dict[int, Decimal]
"""Change of a year's average prices on the year before, per cent."""

TOLERANCE = Decimal("0.5")
"""Points by which a year may differ from ours; the harmonised index is 0.8 off in 2022."""

ROUNDING = Decimal("0.051")
"""Points by which a figure with one decimal may differ from the same with four."""

BELIEVED = (Decimal(-10), Decimal(50))
"""Bounds of a year's inflation: it was between −1 % and 20 % from 2015 to 2025."""

_STEP = Decimal("0.0001")  # of the column DECIMAL(9, 4)


def draft(payload: Payload, sources: Path) -> Draft:
    """Make the tidy file of an answer.

    Args:
        payload: SDMX-JSON or SDMX-ML: one series of yearly or monthly consumer prices.
        sources: folder of the sources.

    Raises:
        RefreshError: harmonised or other prices, a year missing, or figures that cannot be.
    """
    cube = read_cube(payload.content)
    path = sources / "prices" / "prices.csv"
    before = {int(year): Decimal(pct) for (year,), (pct,) in read_rows(path, key=1).items()}
    found, warnings = inflation(cube, before)
    years = sorted(found)
    return Draft(
        files={path: written(("year", "inflation_pct"), [(y, f"{found[y]:.4f}") for y in years])},
        rows=(len(before), len(found)),
        change=compare(before, found),
        years=(sorted(before), years),
        totals=(_chained(before, found),),
        warnings=(*warnings, *_differences(before, found), *_beyond(years)),
        facts={
            "years": Remark(spans(years), spans(years)),
            "base": Remark(str(PRICE_YEAR), str(PRICE_YEAR)),
        },
        made_on=cube.prepared,
    )


def inflation(cube: Cube, present: Mapping[int, Decimal]) -> tuple[Inflation, tuple[Remark, ...]]:
    """Return yearly inflation from 2015 on, and what is worth a warning.

    Args:
        cube: the figures.
        present: the inflation that we have, against which the answer is understood.

    Raises:
        RefreshError: no reading agrees with the present figures, or a year is missing.
    """
    if "suderint" in cube.name.casefold() or "harmoni" in cube.name.casefold():
        raise RefreshError(f"{cube.name!r}: the national index is needed, not the harmonised one")
    figures = {
        period: value for (period,), value in table(cube, (TIME,)).items() if value is not None
    }
    yearly, monthly, warnings = _by_year(figures)
    found = _agreeing(_readings(yearly, monthly=monthly), present)
    last = max(found.keys() | present.keys())
    missing = [year for year in range(YEARS[0], last + 1) if year not in found]
    if missing:
        raise RefreshError(
            f"years missing: {spans(missing)}; every year from {YEARS[0]} to {last} is needed, "
            f"for an index the year before too (ask with startPeriod={YEARS[0] - 1})"
        )
    return {year: value for year, value in sorted(found.items()) if year >= YEARS[0]}, warnings


def _by_year(figures: dict[str, Decimal]) -> tuple[dict[int, Decimal], bool, tuple[Remark, ...]]:
    """Average months into years; say whether there were months, and which years lack some."""
    months: dict[int, dict[str, Decimal]] = {}
    years: dict[int, Decimal] = {}
    for period, value in figures.items():
        parts = re.fullmatch(r"(\d{4})(?:[M-]M?(0[1-9]|1[0-2]))?", period)
        if not parts:
            raise RefreshError(f"period {period[:20]!r} is neither a year nor a month")
        if parts[2]:
            months.setdefault(int(parts[1]), {})[parts[2]] = value
        else:
            years[int(parts[1])] = value
    if bool(years) == bool(months):
        raise RefreshError("the answer must hold years or months, not both and not nothing")
    whole = {
        y: sum(each.values(), Decimal(0)) / 12 for y, each in months.items() if len(each) == 12
    }
    partial = spans([year for year in months if year not in whole])
    told = (
        Remark(
            f"ne visi mėnesiai, metai praleisti: {partial}",
            f"months missing, years left out: {partial}",
        ),
    )
    return years or whole, bool(months), told if len(whole) < len(months) else ()


def _readings(figures: dict[int, Decimal], *, monthly: bool) -> dict[str, Inflation]:
    """Read the figures in each way in which they may be meant."""
    index = {
        year: 100 * value / figures[year - 1] - 100
        for year, value in figures.items()
        if figures.get(year - 1, Decimal(0)) > 0
    }
    if monthly:  # the mean of twelve changes is not the change of the mean
        return {"an index": index}
    before = {year: value - 100 for year, value in figures.items()}
    return {"per cent": figures, "an index of the year before": before, "an index": index}


def _agreeing(readings: dict[str, Inflation], present: Mapping[int, Decimal]) -> Inflation:
    """Return the reading that agrees with the present figures."""
    tried = []
    for name, reading in readings.items():
        off = {
            year: abs(value - present[year]) for year, value in reading.items() if year in present
        }
        if off and max(off.values()) <= TOLERANCE:
            return {year: _believed(year, value) for year, value in reading.items()}
        if off:
            worst = max(off, key=lambda year: off[year])
            tried.append(
                f"as {name}, {worst} is {reading[worst]:.1f} % (ours: {present[worst]:.1f})"
            )
    raise RefreshError(
        "the answer is not the national consumer price index that we have: "
        + ("; ".join(tried) or f"it shares no year with {spans(sorted(present))}")
    )


def _believed(year: int, value: Decimal) -> Decimal:
    if year >= YEARS[0] and not BELIEVED[0] <= value <= BELIEVED[1]:
        raise RefreshError(
            f"{year}: prices cannot have changed by {value:.1f} %; between {BELIEVED[0]} and "
            f"{BELIEVED[1]} % is believed"
        )
    return value.quantize(_STEP)


def _chained(before: Mapping[int, Decimal], after: Inflation) -> Total:
    """Return the index of the newest year that both have, 2015 = 100."""
    last = max(before.keys() & after.keys(), default=max(after))
    chains = []
    for figures in (before, after):
        chain = Decimal(100)
        for year in range(YEARS[0] + 1, last + 1):
            chain *= 1 + figures.get(year, Decimal(0)) / 100
        chains.append(f"{chain:.2f}" if figures else "")
    name = f"{last} ({YEARS[0]} = 100)"
    return Total(Remark(f"kainų indeksas {name}", f"price index {name}"), *chains)


def _differences(before: Mapping[int, Decimal], after: Inflation) -> tuple[Remark, ...]:
    far = [
        f"{year}: {before[year]:.2f} → {after[year]:.2f}"
        for year in sorted(before.keys() & after.keys())
        if abs(before[year] - after[year]) > ROUNDING
    ]
    told = some(far, most=12)
    lt, en = f"skiriasi daugiau nei dėl apvalinimo: {told}", f"differ beyond rounding: {told}"
    return (Remark(lt, en),) if far else ()


def _beyond(years: list[int]) -> tuple[Remark, ...]:
    """Say that newer prices alone do not move the base of constant prices."""
    if years[-1] <= PRICE_YEAR:
        return ()
    return (
        Remark(
            f"palyginamosios kainos ir toliau bus {PRICE_YEAR} metų: bazę keičia data/catalog.py",
            f"constant prices stay prices of {PRICE_YEAR}: data/catalog.py sets their base",
        ),
    )

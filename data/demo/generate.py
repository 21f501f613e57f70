"""Make the whole demonstration set, or write it as CSV for the build; always the same bytes."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from data.demo import stories, submissions
from data.demo.allocations import allocations, flows_of
from data.demo.competitions import competitions
from data.demo.entities import panel
from data.demo.openness import openness
from data.demo.services import services
from data.demo.shape import YEARS, shape_of
from data.demo.slip import slipped
from data.demo.stories import DemoRow
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from pathlib import Path

    from geo.places import Municipality

Tables = dict[str, list[DemoRow]]

COLUMNS = {
    "entity": "code name legal_form recipient_kind municipality successor closed_on",
    "allocation": "municipality year entity area mode programme financing planned revised executed",
    "competition": "municipality year competition area announced budget applications funded "
    "requested awarded link",
    "service": "municipality year service area provider_kind transfer_stage transfer_year "
    "yearly_value",
    "openness": "municipality year ngo_council meetings ngo_share open_budget published_results "
    "link results_link",
    "submission": "municipality year state received_on form_version checksum demo source "
    "provisional",
    "series_break": "municipality year scope note_lt note_en",
    "corrections": "correction table key column expected value reason status kind",
}
"""The columns of each table, as in the database, and of the file of corrections."""


def generate(places: Iterable[Municipality] | None = None) -> Tables:
    """Return the demonstration set.

    Args:
        places: the municipalities; all of them if not given. The rows of one do not depend on
            which others there are.

    Returns:
        Table name → rows with the columns of COLUMNS; amounts are Decimal euros, a missing value
        is None.
    """
    tables: Tables = {name: [] for name in COLUMNS}
    chosen = municipalities() if places is None else places
    for place in sorted(chosen, key=lambda place: place.code):
        for name, rows in _municipality(place).items():
            tables[name] += rows
    return tables


def write_demo(folder: Path, without: Container[tuple[str, int]] = ()) -> bool:
    """Write the demonstration set into a folder, one <table>.csv for each table.

    UTF-8, comma, header as in COLUMNS; dates ISO, booleans ``true`` and ``false``, missing empty.

    Args:
        folder: made if need be.
        without: municipalities and years of which something real is known.

    Returns:
        Whether any municipality and year is left.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tables = _without(generate(), without)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS[name].split())
            writer.writerows(map(_written, rows))
    return bool(tables["submission"])


def _without(tables: Tables, taken: Container[object]) -> Tables:
    """Leave out municipality-years, and the entities of municipalities of which none is left."""
    kept = {
        name: [row for row in rows if row[:2] not in taken]
        for name, rows in tables.items()
        if name != "entity"
    }
    places = {row[0] for row in kept["submission"]}
    home = COLUMNS["entity"].split().index("municipality")
    return {"entity": [row for row in tables["entity"] if row[home] in places]} | kept


def _municipality(place: Municipality) -> Tables:
    """Return the rows of one municipality."""
    shape = shape_of(place)
    entities = panel(shape)
    tables: Tables = {name: [] for name in COLUMNS}
    tables["entity"] = [entity.row() for entity in entities]
    tables["series_break"] = [b.row() for b in [stories.BREAK] if b.municipality == place.code]
    offered, opened = services(shape), openness(shape)
    for year in YEARS:
        found: Tables = {}
        state = submissions.state_of(place.code, year)
        if state not in submissions.SILENT:
            pot, flows = flows_of(shape, year, state == "declared_zero")
            found["competition"], grants = competitions(shape, year, pot, entities)
            found["allocation"] = allocations(shape, year, flows, entities) + grants
            if (place.code, year) == (stories.SLIP.municipality, stories.SLIP.year):
                found["allocation"], tables["corrections"] = slipped(found["allocation"])
            found["service"] = offered[year]
            found["openness"] = [opened[year]]
        answer = [row for rows in found.values() for row in rows]
        found["submission"] = [submissions.row(place.code, year, answer)]
        for name, rows in found.items():
            tables[name] += rows
    return tables


def _written(row: DemoRow) -> list[object]:
    """Return a row as it stands in the CSV."""
    return [str(value).lower() if isinstance(value, bool) else value for value in row]

"""Payments told one by one, every transfer to every recipient, are added up on their way in.

A source names in its source.toml where they lie, parted by municipality and year; a municipality
and year of which a form was accepted is left out, as it is of any published table:

    [transfers]
    at = "s3://atlas/transfers"   # or a folder beside source.toml
    provisional = false

There may be a thousand times as many as there are recipients: they are added up part by part, by
workers where there are any, and the database holds their sums.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from data.building.describe import DESCRIPTION, read_entries
from data.building.published import PublishedYear, join
from data.errors import SourceError, suggestion
from data.forms.archive.origins import InputFile
from data.forms.definition.codes import code_list
from data.parts.place import bundles, connect, find_parts, joined, part_name
from data.parts.summing import Summing, sum_transfers
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path
    from typing import Any

    from data.building.published import Published, SentSheets
    from data.building.spreading import Workbench
    from data.parts.place import RowsPart

TRANSFERS = "transfers"
SHEET = "allocations"
_KEYS = ("at", "provisional")
_SHOWN = 5
_TOTALS = """
    SELECT year, sum(executed), count(*)::INTEGER
    FROM read_parquet($files)
    GROUP BY year
    ORDER BY year
"""
_PARTS = """
    SELECT DISTINCT from_file, municipality, year
    FROM read_parquet($files)
    ORDER BY ALL
"""


def take_transfers(
    found: Published,
    sources: Path,
    *,
    own: SentSheets,
    years: Container[int],
    bench: Workbench,
) -> None:
    """Add the transfers of every source up, and add what comes of it to what was published.

    Args:
        found: what tables say.
        sources: folder of sources.
        own: sheets that municipalities and years sent themselves: those count.
        years: those that the atlas shows.
        bench: who adds them up, and where.

    Raises:
        SourceError: the transfers are not as they must be, or were changed while they were read;
            names the file, the column and what was expected.
    """
    for folder in sorted(path for path in sources.iterdir() if path.is_dir()):
        entries = read_entries(folder)
        if TRANSFERS in entries:
            at, provisional = _entry(folder, entries[TRANSFERS])
            said = PublishedYear(folder.name, entries["retrieved"], provisional, frozenset({SHEET}))
            wanted = [part for part in _parts(at, years) if SHEET not in own.get(part[:2], ())]
            for part in wanted:
                join(found, part[:2], said, at)
            if wanted:
                files = _sum(folder.name, wanted, bench)
                if [part for part in _parts(at, years) if part in wanted] != wanted:
                    raise SourceError(f"{at}: files were changed while they were read; build again")
                found.transfers += files
                _note(found, files, said)


def _note(found: Published, files: list[str], said: PublishedYear) -> None:
    """Say of a source's sums how much they come to, and of which parts they are."""
    with connect(files) as connection:
        totals = connection.execute(_TOTALS, {"files": files}).fetchall()
        parts = connection.execute(_PARTS, {"files": files}).fetchall()
    found.totals += [
        (said.source, SHEET, year, amount, amount, rows) for year, amount, rows in totals
    ]
    found.files += [
        InputFile(file, TRANSFERS, part_name(of, year), of, year, said.source, said.retrieved)
        for file, of, year in parts
    ]


def _entry(folder: Path, entry: Any) -> tuple[str, bool]:
    """Where a source's transfers lie, and whether they are payment requests."""
    path = folder / DESCRIPTION
    known = entry if isinstance(entry, dict) else {}
    for key in known:
        if key not in _KEYS:
            raise SourceError(f"{path}: unknown key transfers.{key}{suggestion(key, _KEYS)}")
    at, provisional = known.get("at"), known.get("provisional", False)
    if not isinstance(at, str) or not at or not isinstance(provisional, bool):
        raise SourceError(f"{path}: expected [transfers] with at = a folder or URL, got {entry!r}")
    return (at if "://" in at else str(folder.resolve() / at)), provisional


def _parts(at: str, years: Container[int]) -> list[RowsPart]:
    """The parts of the years that are shown."""
    found, known = find_parts(at), {place.code for place in municipalities()}
    for part in found:
        if part.municipality not in known:
            raise SourceError(f"{part.files[0]}: unknown municipality {part.municipality!r}")
    return [part for part in found if part.year in years]


def _sum(source: str, parts: list[RowsPart], bench: Workbench) -> list[str]:
    """Add a source's parts up; return the addresses of the rows."""
    place = bench.place(TRANSFERS, source)
    groups = bundles(parts) if bench.hands.apart else [tuple(parts)]
    tasks = [
        Summing(source, group, joined(place, f"{number:04}.parquet"), _codes(), bench.hands.config)
        for number, group in enumerate(groups)
    ]
    done = bench.hands.run(sum_transfers, tasks)
    faults = [fault for each in done for fault in each.faults]
    if faults:
        more = f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
        raise SourceError("; ".join(faults[:_SHOWN]) + more)
    return [each.target for each in done]


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    """The codes that transfers may have, by the names that sql/transfers has for them."""
    lists = {
        "kinds": "recipient_kind",
        "areas": "policy_area",
        "modes": "award_mode",
        "financings": "financing",
    }
    return {
        name: tuple(code.code for code in code_list(each, every=True))
        for name, each in lists.items()
    }

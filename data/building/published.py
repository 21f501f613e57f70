"""Tables that others published, and the project carries, go through the import at every build.

A source folder holds them in ``tables/``, each with its map of columns and rules, and names them in
its source.toml; what comes out is what `savivalda import` would take, no table is an exception:

    [[tables]]
    file = "budget.csv"
    map = "budget.map.csv"
    provisional = true        # the amounts are payment requests, not payments

    [[absent]]
    group = "competitions"    # indicators that the tables cannot tell, and why
    note_lt = "…"
    note_en = "…"
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from data.building.describe import DESCRIPTION, read_entries
from data.catalog import GROUPS
from data.errors import SourceError, suggestion
from data.forms.archive.keeping import content_checksum
from data.forms.archive.origins import InputFile, read_places
from data.forms.archive.supply import GROUPS as GROUPS_OF_SHEETS
from data.forms.definition.errors import FormError
from data.forms.history import check_table
from data.forms.history.map_file import read_map

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from data.forms.archive.log import MunicipalityYear
    from data.forms.archive.origins import ColumnPlace
    from data.forms.checking.problems import Problem
    from data.forms.history import CheckedTable

    SentSheets = Mapping[MunicipalityYear, Container[str]]

TABLES = "tables"
_SHOWN = 5


class PublishedYear(NamedTuple):
    """What a source says of a municipality and year.

    Attributes:
        source: its id.
        retrieved: the day on which it was taken.
        provisional: its amounts are payment requests, not payments.
        sheets: ids of the sheets that it fills.
        won: whether its grants tell of competitions.
    """

    source: str
    retrieved: date
    provisional: bool
    sheets: frozenset[str]
    won: bool = False


@dataclass
class Published:
    """All that the carried tables bring to a build.

    Attributes:
        years: by municipality and year.
        sheets: CSV files by sheet id, of any number of municipality-years.
        absent: by source and group of indicators, why they cannot be told: in both languages.
        totals, left_out, rules: rows of the tables published_total, left_out, applied_rule.
        files: the tables that rows come from.
        places: where columns stand in them.
        transfers: addresses of Parquet files with rows of sheet allocations, added up.
    """

    years: dict[MunicipalityYear, PublishedYear] = field(default_factory=dict)
    sheets: dict[str, list[Path]] = field(default_factory=lambda: defaultdict(list))
    absent: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    totals: list[Sequence[object]] = field(default_factory=list)
    left_out: list[Sequence[object]] = field(default_factory=list)
    rules: list[Sequence[object]] = field(default_factory=list)
    files: list[InputFile] = field(default_factory=list)
    places: list[ColumnPlace] = field(default_factory=list)
    transfers: list[str] = field(default_factory=list)


def take_published(
    sources: Path, work: Path, *, own: SentSheets, years: Container[int]
) -> Published:
    """Import every carried table.

    Args:
        sources: folder of sources.
        work: a folder to make.
        own: sheets that municipalities and years sent themselves: those count.
        years: those that the atlas shows.

    Raises:
        SourceError: a table has errors, or two say the same of a municipality and year; names the
            table and what is wrong with it.
    """
    found = Published()
    for folder in sorted(path for path in sources.iterdir() if path.is_dir()):
        entries = read_entries(folder)
        for absent in entries.get("absent", []):
            group = _word(folder, absent, "group")
            if group not in GROUPS:
                where = folder / DESCRIPTION
                raise SourceError(f"{where}: unknown group {group!r}{suggestion(group, GROUPS)}")
            words = _word(folder, absent, "note_lt"), _word(folder, absent, "note_en")
            found.absent[folder.name, group] = words
        for number, each in enumerate(entries.get("tables", [])):
            place = work / folder.name / str(number)
            place.mkdir(parents=True)
            _take(folder, each, place, found, own, years)
    return found


def _take(
    folder: Path,
    entry: dict[str, Any],
    work: Path,
    found: Published,
    own: SentSheets,
    years: Container[int],
) -> None:
    """Import one table."""
    table = folder / TABLES / _word(folder, entry, "file")
    map_csv = folder / TABLES / _word(folder, entry, "map")
    try:
        sheet = read_map(map_csv).sheet.id
        checked = check_table(table, map_csv, work)
    except FormError as error:
        raise SourceError(f"{table}: {error}") from error
    _require(table, checked)
    said = PublishedYear(
        folder.name,
        read_entries(folder)["retrieved"],
        bool(entry.get("provisional", False)),
        frozenset({sheet}),
    )
    file, taken = work / f"{sheet}.csv", set[tuple[str, int]]()
    with (work / "tidy.csv").open("rb") as tidy, file.open("wb") as kept:
        kept.write(tidy.readline())
        for line in tidy:
            municipality, year = line.split(b",", 2)[:2]
            key = municipality.decode(), int(year)
            if key[1] in years and sheet not in own.get(key, ()):
                kept.write(line)
                taken.add(key)
    for key in sorted(taken):
        won = sheet == "awards" and key in checked.paid
        join(found, key, said._replace(won=won), str(table))
    found.sheets[sheet].append(file)
    if taken:
        checksum, day = content_checksum(table), said.retrieved
        found.files.append(InputFile(checksum, "table", table.name, None, None, folder.name, day))
        found.places += read_places(work)
    _tell((folder.name, sheet), table.parent, checked, found)


def join(found: Published, key: MunicipalityYear, said: PublishedYear, table: str) -> None:
    """Add what a table says of a municipality and year to what is known of it.

    Raises:
        SourceError: another one says it too.
    """
    known = found.years.get(key)
    if known and (known.source != said.source or known.sheets & said.sheets):
        raise SourceError(f"{table}: {key[0]}, {key[1]} stands in {known.source} too")
    if known:
        said = said._replace(
            provisional=said.provisional or known.provisional,
            sheets=said.sheets | known.sheets,
            won=said.won or known.won,
        )
    found.years[key] = said


def _require(table: Path, checked: CheckedTable) -> None:
    """Refuse a table with errors, as the import does."""
    wrong = [each for each in checked.problems if each.severity == "error"]
    if wrong:
        said = "; ".join(map(_told, wrong[:_SHOWN]))
        more = f"; and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else ""
        raise SourceError(f"{table}: {said}{more}")


def _told(problem: Problem) -> str:
    """A problem in a line: the cell, what stands there, what is wrong with it."""
    shown = problem.shown("en")
    at = " ".join(filter(None, [problem.cell, repr(shown) if shown else ""]))
    return ": ".join(filter(None, [at, problem.text("en")]))


def _tell(whose: tuple[str, str], folder: Path, checked: CheckedTable, found: Published) -> None:
    """Note what the table comes to, what of it was left out, and which rules decided what."""
    for year, amount in sorted((year, total) for year, total in checked.totals.items() if year):
        taken = checked.taken.get(year)
        told = (taken.total, taken.rows) if taken else (0, 0)
        found.totals.append((*whose, year, amount, *told))
    whys = {each.value: each for each in checked.decided if each.column == "left_out"}
    for reason, by_year in sorted(checked.left_out.items()):
        why = whys[reason]
        found.left_out += [
            (*whose, reason, year, why.why_lt, why.why_en, rows, total)
            for year, (rows, total) in sorted((y, a) for y, a in by_year.items() if y)
        ]
    for each in checked.decided:
        conditions = _conditions(folder / each.file, each.line)
        reasons = each.value or None, each.why_lt or None, each.why_en or None
        counts = each.rows, each.recipients, each.total
        where = whose[0], each.file, each.line, each.column
        found.rules.append((*where, conditions, *reasons, *counts))


def _conditions(file: Path, line: int) -> str:
    """What a rule asks for, as it stands in its file."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        row = next(row for row in rows if rows.line_num == line)
    told = {"value", "why_lt", "why_en", "source"}
    return "; ".join(f"{name} = {cell}" for name, cell in row.items() if cell and name not in told)


def _word(folder: Path, entry: object, key: str) -> str:
    word = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(word, str) or not word:
        raise SourceError(f"{folder / DESCRIPTION}: {key!r} must be text, got {word!r}")
    return word


def missing(
    found: Published, not_sent: Iterable[tuple[str, int, str]], own: SentSheets
) -> Iterator[Sequence[object]]:
    """Yield rows of table not_delivered: what nobody tells, and why.

    Args:
        found: what the carried tables bring.
        not_sent: municipality, year and group of indicators that were not sent.
        own: as in `take_published`.
    """
    unsent = {*not_sent}
    yield from ((*each, None, None) for each in unsent if each[:2] not in found.years)
    for key, said in found.years.items():
        there = {group for sheet in said.sheets for group in GROUPS_OF_SHEETS.get(sheet, ())}
        there |= {"competitions"} if said.won else set()
        sent = {group for group in GROUPS if key in own and (*key, group) not in unsent}
        for group in [group for group in GROUPS if group not in sent]:
            why = found.absent.get((said.source, group))
            if why or group not in there:
                yield *key, group, *(why or (None, None))

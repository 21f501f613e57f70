"""What the accepted forms give to a build: files of rows, and what became of each form."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from data.errors import ArchiveError
from data.forms.archive.accepted import KEPT, Archive, Submission
from data.forms.archive.log import HISTORY
from data.forms.archive.origins import InputFile, read_places

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from data.forms.archive.log import LogLine, MunicipalityYear
    from data.forms.archive.origins import ColumnPlace

GROUPS = {
    "allocations": ("budget", "ngo"),
    "competitions": ("competitions",),
    "services": ("services",),
    "openness": ("openness",),
}
"""The form's sheets that become tables, and the groups of indicators that rest on each."""

SOURCE = "forms"
"""Id of the source that accepted forms and imported tables are."""

SHEETS = (*GROUPS, "awards")
"""All that become tables. Published lists of grants are a sheet that no form has: they tell of
competitions where they say that something was awarded in one, and nothing else does."""


@dataclass(frozen=True)
class Supply:
    """Accepted forms, as a build takes them.

    Attributes:
        submissions: what is known, by municipality and year; of these nothing is invented.
        sheets: CSV files by sheet id, one for each municipality and year.
        not_delivered: municipality, year and group of indicators that nothing was sent for.
        newest: the day of the latest accepted form; None without any.
        waiting: municipality-years that are accepted and not among the years shown.
        count: how many municipality-years have an accepted form and are shown.
        files: forms and imported tables that the sheets' rows come from.
        places: where columns stand in them.
    """

    submissions: dict[MunicipalityYear, Submission] = field(default_factory=dict)
    sheets: dict[str, list[Path]] = field(default_factory=dict)
    not_delivered: tuple[tuple[str, int, str], ...] = ()
    newest: date | None = None
    waiting: tuple[MunicipalityYear, ...] = ()
    count: int = 0
    files: tuple[InputFile, ...] = ()
    places: tuple[ColumnPlace, ...] = ()


def supply(data_dir: Path, years: Container[int]) -> Supply:
    """Look up the forms that count.

    Args:
        data_dir: the data folder; it need not be there.
        years: the years that the atlas shows.

    Raises:
        ArchiveError: the log cannot be read, or names a form that is not there.
    """
    archive = Archive(data_dir)
    log = archive.entries()  # once: forms may be accepted meanwhile
    entries = dict(sorted(archive.current(log).items()))
    shown = [entry for (_, year), entry in entries.items() if year in years]
    sheets: dict[str, list[Path]] = {sheet: [] for sheet in SHEETS}
    missing = []
    places: dict[ColumnPlace, None] = {}
    for entry in shown:
        key = entry.municipality, entry.year or 0
        folder = archive.folder_of(*key, entry.checksum)
        if not folder.is_dir():
            raise ArchiveError(f"{archive.log} names {folder}, which is not there")
        files = {sheet: folder / f"{sheet}.csv" for sheet in SHEETS}
        there = {sheet: path for sheet, path in files.items() if path.is_file()}
        for sheet, path in there.items():
            sheets[sheet].append(path)
        places |= dict.fromkeys(read_places(folder))
        missing += [(*key, group) for group in absent_groups(there)]
    return Supply(
        submissions={key: each for key, each in archive.known(log).items() if key[1] in years},
        sheets={sheet: files for sheet, files in sheets.items() if files},
        not_delivered=tuple(missing),
        newest=max((entry.at.date() for entry in shown), default=None),
        waiting=tuple(key for key in entries if key[1] not in years),
        count=len(shown),
        files=tuple(_files(log, shown, {place.file for place in places})),
        places=tuple(places),
    )


def _files(
    log: Iterable[LogLine], shown: Iterable[LogLine], named: Container[str]
) -> Iterator[InputFile]:
    """Yield the forms that are shown and the imported tables among some files."""
    for entry in shown:
        if entry.form_version != HISTORY:
            whose = entry.municipality, entry.year
            yield InputFile(entry.checksum, "form", None, *whose, SOURCE, entry.at.date())
    tables: dict[str, InputFile] = {}
    for entry in log:
        if entry.form_version == HISTORY and entry.result == "accepted":
            *_, file, kept = ("", *PurePosixPath(entry.file).parts)
            day, name = entry.at.date(), kept.removeprefix(KEPT)
            tables.setdefault(file, InputFile(file, "table", name, None, None, SOURCE, day))
    yield from (table for file, table in tables.items() if file in named)


def absent_groups(files: Mapping[str, Path]) -> list[str]:
    """Return the groups of indicators that nothing was sent for.

    Args:
        files: a municipality-year's CSV files by sheet id.
    """
    absent = [group for sheet, groups in GROUPS.items() if sheet not in files for group in groups]
    if "competitions" in absent and "awards" in files and _by_competition(files["awards"]):
        absent.remove("competitions")
    return absent


def _by_competition(awards: Path) -> bool:
    """Whether a list of grants has one that was won in a competition."""
    with awards.open(encoding="utf-8", newline="") as file:
        return any(row["mode"] == "competition" for row in csv.DictReader(file))

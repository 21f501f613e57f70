"""What the accepted forms give to a build: files of rows, and what became of each form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.errors import ArchiveError
from data.forms.archive.accepted import Archive, Submission

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import date
    from pathlib import Path

    from data.forms.archive.log import MunicipalityYear

GROUPS = {
    "allocations": ("budget", "ngo"),
    "competitions": ("competitions",),
    "services": ("services",),
    "openness": ("openness",),
}
"""The sheets that become tables, and the groups of indicators that rest on each."""


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
    """

    submissions: dict[MunicipalityYear, Submission] = field(default_factory=dict)
    sheets: dict[str, list[Path]] = field(default_factory=dict)
    not_delivered: tuple[tuple[str, int, str], ...] = ()
    newest: date | None = None
    waiting: tuple[MunicipalityYear, ...] = ()
    count: int = 0


def supply(data_dir: Path, years: Container[int]) -> Supply:
    """Look up the forms that count.

    Args:
        data_dir: the data folder; it need not be there.
        years: the years that the atlas shows.

    Raises:
        ArchiveError: the log cannot be read, or names a form that is not there.
    """
    archive = Archive(data_dir)
    entries = dict(sorted(archive.current().items()))
    shown = [entry for (_, year), entry in entries.items() if year in years]
    sheets: dict[str, list[Path]] = {sheet: [] for sheet in GROUPS}
    missing = []
    for entry in shown:
        key = entry.municipality, entry.year or 0
        folder = archive.folder_of(*key, entry.checksum)
        if not folder.is_dir():
            raise ArchiveError(f"{archive.log} names {folder}, which is not there")
        for sheet, groups in GROUPS.items():
            path = folder / f"{sheet}.csv"
            if path.is_file():
                sheets[sheet].append(path)
            else:
                missing += [(*key, group) for group in groups]
    return Supply(
        submissions={key: each for key, each in archive.known().items() if key[1] in years},
        sheets={sheet: files for sheet, files in sheets.items() if files},
        not_delivered=tuple(missing),
        newest=max((entry.at.date() for entry in shown), default=None),
        waiting=tuple(key for key in entries if key[1] not in years),
        count=len(shown),
    )

"""Which files of the whole data set lie beside a published database, and how to name it in print.

They lie in ``savivalda.duckdb.dataset/<version>-<time>/``, made by the build (see make.py), with a
list of themselves. Nothing else is ever offered: a file that is not on the list is not there.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"

_LIST = "files.json"
_CITATION = {
    "lt": "Savivalda ({year}). Savivaldybių atlaso duomenys{demo}, versija {version}. {licence}.",
    "en": "Savivalda ({year}). Data of the municipal atlas{demo}, version {version}. {licence}.",
}
_DEMO = {"lt": " (demonstraciniai)", "en": " (demonstration)"}


@dataclass(frozen=True)
class DataFile:
    """One file to take away.

    Attributes:
        name: in its folder and its address.
        kind: csv, parquet, xlsx or duckdb.
        bytes: its size.
        sha256: its checksum, hexadecimal.
    """

    name: str
    kind: str
    bytes: int
    sha256: str


def folders_of(database: Path) -> Path:
    """Return where the folders of builds lie."""
    return database.with_name(f"{database.name}.dataset")


def folder_name(version: str, built_at: datetime) -> str:
    """Return the name of a build's folder."""
    return f"{version}-{built_at:%Y%m%d%H%M%S}"


def offered(folder: Path) -> tuple[DataFile, ...]:
    """Return the files in a build's folder; none if they were not made or are gone."""
    try:
        text = (folder / _LIST).read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    return tuple(DataFile(**entry) for entry in json.loads(text))


def write_list(folder: Path, files: Iterable[DataFile]) -> None:
    """Write the list that `offered` reads."""
    text = json.dumps([asdict(file) for file in files], indent=1)
    (folder / _LIST).write_text(text, encoding="utf-8")


def citation(version: str, language: str, *, demo: bool) -> str:
    """Return how to cite a version, in one line."""
    return _CITATION[language].format(
        year=version[:4], version=version, licence=LICENCE, demo=_DEMO[language] if demo else ""
    )

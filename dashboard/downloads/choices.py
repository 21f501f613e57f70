"""What the query may ask of a table's file beside what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from fastapi import HTTPException

from dashboard.downloads.dialect import Dialect
from data.errors import suggestion

CHOICES = {"columns": ("readable", "plain"), "for": ("any", "excel")}
"""What can be asked for, the usual first: columns named in the language for people, or in English
for programs; a CSV for any program, or for Excel as it is used in Europe."""


@dataclass(frozen=True)
class FileChoice:
    """How a table is wanted, as `CHOICES` names it."""

    columns: str
    program: str

    @property
    def plain(self) -> bool:
        """Whether its columns are those for programs."""
        return self.columns == "plain"

    @property
    def named(self) -> list[str]:
        """What of it stands in the file's name."""
        return [given for given in (self.columns, self.program) if given in ("plain", "excel")]

    @property
    def dialect(self) -> Dialect:
        """How a CSV of it is written."""
        excel = self.program == "excel"
        return Dialect(
            *(";", ",") if excel else (",", "."), excel or not self.plain, not self.plain
        )


def read_file_choice(query: str) -> FileChoice:
    """Reads the query of a download.

    Raises:
        HTTPException: There is no such choice; says which there are.
    """
    given, chosen = dict(parse_qsl(query)), []
    for name, known in CHOICES.items():
        value = given.get(name, known[0])
        if value not in known:
            raise HTTPException(400, f"unknown {name} {value!r}{suggestion(value, known)}")
        chosen.append(value)
    return FileChoice(*chosen)

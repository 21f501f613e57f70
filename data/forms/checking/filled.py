"""A form that was read: typed values by sheet, each still knowing the cell that it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from data.forms.reading.book import address, column_letters
from data.forms.values.identifiers import masked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from data.forms.definition.model import Sheet
    from data.forms.reading.book import CellPlace

Value = str | int | bool | Decimal | date | None
T = TypeVar("T")


class SheetPlaces(NamedTuple):
    """Where the rows of a sheet stand in the file.

    Attributes:
        name: what the file calls the sheet.
        columns: letters of each column that the file has, or of a record sheet each field's cell.
        rows: numbers of the rows, in their order; none of a record sheet.
    """

    name: str
    columns: Mapping[str, str]
    rows: Sequence[int] = ()


@dataclass(frozen=True)
class FilledRow:
    """A row of a table sheet, or all fields of a record sheet.

    Attributes:
        values: by column id; columns whose cell is missing or wrong are not there.
        places: row and column of each cell, from 1.
    """

    values: Mapping[str, Value]
    places: Mapping[str, CellPlace]

    def has(self, *columns: str) -> bool:
        """Whether all these columns hold a usable value."""
        values = self.values
        for column in columns:  # noqa: SIM110  many rows: a generator takes twice as long
            if values.get(column) is None:
                return False
        return True

    def get(self, column: str, kind: type[T]) -> T | None:
        """Return a value if it is there and of a kind."""
        value = self.values.get(column)
        return value if isinstance(value, kind) else None


@dataclass(frozen=True)
class FilledSheet:
    """A sheet of the form.

    Attributes:
        sheet: its definition.
        name: what the file calls it.
        entries: one for a record sheet.
    """

    sheet: Sheet
    name: str
    entries: tuple[FilledRow, ...]

    def sure(self, *columns: str) -> bool:
        """Whether every row holds usable values in these columns, so that they can be summed."""
        return all(entry.has(*columns) for entry in self.entries)

    def places(self) -> SheetPlaces:
        """Return where its rows stand; a name that holds personal data is not kept."""
        name = masked(self.name)
        stand = self.entries[0].places if self.entries else {}
        if self.sheet.layout == "record":
            return SheetPlaces(name, {column: address(*at) for column, at in stand.items()})
        columns = {column: column_letters(at) for column, (_, at) in stand.items()}
        rows = [next(iter(entry.places.values()))[0] for entry in self.entries]
        return SheetPlaces(name, columns, rows)


@dataclass(frozen=True)
class Filled:
    """All sheets that were found, by id."""

    parts: Mapping[str, FilledSheet] = field(default_factory=dict)

    def record(self, sheet: str) -> tuple[FilledSheet, FilledRow] | None:
        """Return a record sheet and its one entry."""
        part = self.parts.get(sheet)
        return (part, part.entries[0]) if part and part.entries else None

    def rows(self, sheet: str) -> Iterator[tuple[FilledSheet, FilledRow]]:
        """Yield each row of a sheet together with the sheet."""
        part = self.parts.get(sheet)
        for entry in part.entries if part else ():
            yield part, entry  # type: ignore[misc]

    def plain(self) -> dict[str, list[dict[str, Value]]]:
        """Return rows of plain values by sheet id; every column is there, None where empty."""
        return {
            name: [
                {column.id: entry.values.get(column.id) for column in part.sheet.columns}
                for entry in part.entries
            ]
            for name, part in self.parts.items()
        }

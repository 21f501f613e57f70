"""How a CSV file is written: for people and programs, or for Excel as it is set up in Europe."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

MARK = "\ufeff"
"""By this mark before its text Excel knows that a file is UTF-8."""


@dataclass(frozen=True)
class Dialect:
    """How a CSV file is written.

    Attributes:
        separator: Between the cells of a row.
        decimal: Before the decimals of a number.
        marked: Whether the mark of UTF-8 stands before the text.
        noted: Whether notes on the table stand above it, as lines that begin with `#`.
    """

    separator: str = ","
    decimal: str = "."
    marked: bool = True
    noted: bool = True

    def text(self, table: pd.DataFrame, about: dict[str, str]) -> str:
        """A table in this dialect, with notes on it."""
        text = StringIO()
        if self.noted:
            text.writelines(self._note(f"# {key}: {value}") for key, value in about.items())
        words = {True: "true", False: "false"}
        flags = {str(name): table[name].map(words) for name in table.select_dtypes("bool")}
        plain = table.assign(**flags)
        plain.to_csv(
            text, index=False, lineterminator="\n", sep=self.separator, decimal=self.decimal
        )
        return f"{MARK if self.marked else ''}{text.getvalue()}"

    def _note(self, line: str) -> str:
        """A note as one cell; where commas part the cells it is left as it is."""
        if self.separator == ",":
            return f"{line}\n"
        written = StringIO()
        csv.writer(written, delimiter=self.separator, lineterminator="\n").writerow([line])
        return written.getvalue()


READABLE = Dialect()
"""Read by people and by most programs."""

"""An open atlas: its tables as tidy frames, and shapes joined to them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Self

import pandas as pd

from data.errors import near
from data.tidy.described import tidy_tables
from savivalda.asked import params_of
from savivalda.benched import bench_query
from savivalda.errors import CannotAsk
from savivalda.figures import FigureTables
from savivalda.marked import attributes, warn_of_invented
from savivalda.picture import AtlasPicture
from savivalda.typed import typed

if TYPE_CHECKING:
    from savivalda.asked import AskedFilter
    from savivalda.reading import AtlasReader


MOST_ROWS = 1_000
"""Rows behind a figure that are told."""

LOOKS = ("light", "dark")
"""Grounds of pictures."""


class OpenAtlas(FigureTables):
    """An atlas that `savivalda.open` has opened, be it a file or an address.

    Args:
        reader: Where its tables come from.
    """

    def __init__(self, reader: AtlasReader) -> None:
        self._reader = reader
        self._warned = False
        self._areas: tuple[str, ...] | None = None

    def __repr__(self) -> str:
        return f"<atlas {self._reader.where}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file or address; asking afterwards is an error."""
        self._reader.close()

    def tables(self) -> tuple[str, ...]:
        """Names of the tables that there are, in the order to show them in."""
        return self._reader.tables()

    def columns(self, table: str) -> pd.DataFrame:
        """What the columns of a table hold: name, type, unit, codes, refers_to, about.

        Args:
            table: One of `tables()`.

        Raises:
            CannotAsk: No such table, or one that this version of the package does not describe.
        """
        known = tidy_tables()
        if table not in known:
            raise CannotAsk("table", table, "a described table", known, near(table, known))
        return pd.DataFrame(
            asdict(each) | {"about": each.about[self._reader.language]}
            for each in known[table].columns.values()
        )

    def table(self, name: str, /, **filters: AskedFilter) -> pd.DataFrame:
        """A table, or the part of it that is asked for.

        Args:
            name: One of `tables()`.
            **filters: What is chosen of it; columns with the value, or the values, of which a row
                must have one; `<column>_from` and `<column>_to`, bounds that belong to it;
                `sort`, columns with `-` before those with the largest first; `fields`, the columns
                that are wanted; `limit`, how many rows (all, if it is not said). A municipality
                may be spelled in any known way: "13", "LT-57", "Vilniaus m. sav.".

        Returns:
            Its rows, with the types of columns that `savivalda.typed` lists. `attrs` say what they
            are: table, key, version, built_at, source, demonstration (words; empty where nothing
            is invented), licence, and by column: units, codes (its code list).

        Raises:
            CannotAsk: No such table, filter or value; says what there is.
            NoAnswer: The atlas is closed or does not answer.
        """
        rows = self._reader.read(name, *params_of(name, filters))
        described = tidy_tables().get(name)
        frame = typed(rows.frame, described.columns if described else {})
        frame.attrs = attributes(name, frame, rows, described)
        self._warn_once(rows.demonstration, rows.version)
        return frame

    def figure(
        self,
        indicator: str,
        municipality: str | None = None,
        year: int | None = None,
        *,
        rows: int = 100,
        **choices: AskedFilter,
    ) -> dict[str, Any]:
        """One figure with all that is behind it, as plain values.

        Args:
            indicator: One of `indicators()`.
            municipality: In any known spelling; None is the country.
            year: None is the newest that has figures.
            rows: How many of the rows behind it are told, 1 to 1,000; all of them are counted.
            **choices: `unit`, `area` and `figures`, as those of `figures()`.

        Returns:
            What it is of and `sentence`; `value` in the unit, None where there is none, `text`, as
            it is written; `state`, `counts`, `marks`, `demo`, `demonstration`; `formula`, whose
            parts give the value one after the other; `rows` with their files, sheets and cells, or
            `municipalities` where it is the country's; `sources`, `version`, `page`.

        Raises:
            CannotAsk: No such value; says what there is.
            NoAnswer: The atlas is closed or does not answer.
        """
        if not 1 <= rows <= MOST_ROWS:
            raise CannotAsk("rows", str(rows), f"a whole number from 1 to {MOST_ROWS}")
        chosen = {"indicator": indicator, "municipality": municipality, "year": year, **choices}
        told = self._reader.figure(params_of("figures", chosen)[0], rows)
        self._warn_once(told["demonstration"], told["version"])
        return told

    def picture(
        self, view: str, *, picture: str = "", look: str = "light", **choices: AskedFilter
    ) -> AtlasPicture:
        """A picture of the researcher's bench, with all that explains it.

        Args:
            view: "relation", "distribution", "difference", "split", "inequality" or "multiples".
            picture: Which of the view, by its name in addresses; empty for the first.
            look: "light" or "dark".
            **choices: What it shows, as the address of the bench has it: `indicator`, `unit`,
                `area`, `measure`, the same of what it is set beside (`other_indicator`, …), `year`,
                `since`, `places`, `peer`, `among` (a list of municipalities), `select` (those
                that stand out), `figures`, `estimated`, and those of single views.

        Returns:
            The picture: a notebook shows it, `save` keeps it as SVG or PNG.

        Raises:
            CannotAsk: No such view, picture, choice or value; says what there is.
            NoAnswer: The atlas is closed or does not answer.
        """
        if look not in LOOKS:
            raise CannotAsk("look", look, "a ground", LOOKS)
        if self._areas is None:
            areas = self.table("codes", list="policy_area", fields="code")
            self._areas = (*areas["code"],)
        query = bench_query(view, choices, self._areas)
        return AtlasPicture(self._reader.picture(query, picture, look), query)

    def _warn_once(self, demonstration: str, version: str) -> None:
        if demonstration and not self._warned:
            self._warned = True
            warn_of_invented(f"{demonstration} ({self._reader.where}, {version})")

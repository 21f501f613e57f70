"""Which column of a historical table is which column of the form, by its map of columns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from data.errors import suggestion
from data.forms.checking.headings import wanted
from data.forms.definition.codes import code_list
from data.forms.definition.errors import FormError
from data.forms.definition.read import load_form
from data.forms.history.awards import FUNDER, is_awards, year_of_award
from data.forms.history.map_file import ABSENT, KEY, main_amount, recipient
from data.forms.history.rules_file import ANY
from data.forms.values.texts import fold, text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from data.forms.definition.model import Column, Sheet
    from data.forms.history.map_file import TableMap, TableMapLine
    from data.forms.history.rules_file import RulesFile

_NTH = re.compile(r"(.*)#([1-9])")


class Doubled(NamedTuple):
    """A heading that the table has several times.

    Attributes:
        heading: as the map calls it.
        places: numbers of the columns, from 1; the first is the one that is read.
    """

    heading: str
    places: tuple[int, ...]


@dataclass(frozen=True)
class TableLayout:
    """Where a file's columns are.

    Attributes:
        sheet: the form's sheet that the table fills.
        places: number of the file's column, from 1, by the form's column; KEY too.
        values: what every row has, by the form's column; ABSENT where the source does not tell it.
        rules: rules files by the form's column that they give values to, and LEFT_OUT.
        conditions: numbers of the file's columns that each of them looks at, in its order.
        doubled: headings that are read and are there several times.
        sums: whether rows with the same key are added up.
        known_codes: legal entity codes that may fail their check digit.
    """

    sheet: Sheet
    places: Mapping[str, int]
    values: Mapping[str, str]
    rules: Mapping[str, RulesFile] = field(default_factory=dict)
    conditions: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    doubled: tuple[Doubled, ...] = ()
    sums: bool = False
    known_codes: frozenset[str] = frozenset()

    def columns(self) -> dict[str, Column]:
        """Return the form's columns by id: municipality, year, then the sheet's."""
        head = load_form().sheet("form")
        return {name: head.column(name) for name in KEY} | {
            column.id: _with_every_code(column) for column in self.sheet.columns
        }

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that may not repeat together, as far as the table has them."""
        told = {*self.places, *self.values, *self.rules}
        return (*KEY, *(name for name in self.sheet.key if name in told))

    @property
    def main(self) -> str | None:
        """The column of the main amount; None of sheets that have none."""
        return main_amount(self.sheet)

    @property
    def recipient(self) -> str | None:
        """The column that tells whose a row is."""
        return recipient(self.sheet)

    def cell_of(self, column: str) -> int | None:
        """Return the number of the file's column that a value comes from, None of constants."""
        if column in self.places or column not in self.rules:
            return self.places.get(column)
        return self.conditions[column][0]

    def may_lack(self, column: str) -> bool:
        """Whether rows may have no value there, although the form asks for one."""
        return column in self.rules or self.values.get(column) == ABSENT

    def looked_at(self) -> tuple[int, ...]:
        """Return the numbers of the file's columns that rules look at."""
        return tuple(sorted({place for places in self.conditions.values() for place in places}))


def headings_wanted(table: TableMap) -> dict[str, str]:
    """Return folded headings, each with what it feeds, to find the row of headings by."""
    named = [(line.heading, line.column) for line in table.lines if line.heading]
    asked = [(heading, heading) for rules in table.rules.values() for heading in rules.headings]
    mine = {
        fold(spelling): name
        for heading, name in [*asked, *named]
        for spelling in (heading, _NTH.sub(r"\1", heading))
    }
    return {**wanted(table.sheet), **mine}


def lay_out(table: TableMap, header: Sequence[str]) -> tuple[TableLayout, list[TableMapLine]]:
    """Find a map's columns in a file.

    Args:
        table: the map.
        header: the file's headings.

    Returns:
        The layout, and lines of the map whose headings the file has not.

    Raises:
        FormError: a rules file looks at a heading that the file has not, or asks for any row of
            recipients whose codes stand in no column.
    """
    found, listed = _Headings(header), is_awards(table.sheet)
    values, absent = {}, []
    places = found.own(table.sheet)
    for line in table.lines:
        if line.heading and (place := found.place(line.heading)):
            places[line.column] = place
        elif line.heading:
            absent.append(line)
        else:
            places.pop(line.column, None)
            if not line.rules:
                values[line.column] = line.value or ABSENT
    if listed:
        places |= year_of_award(places, values)
    if not absent:
        _refuse_unknown_recipients(table, {*places, *values})
    conditions = {name: _conditions(rules, found) for name, rules in table.rules.items()}
    read = {*places.values(), *(place for each in conditions.values() for place in each)}
    layout = TableLayout(
        table.sheet, places, values, table.rules, conditions, found.doubled(read),
        table.sums, frozenset(table.known_codes),
    )  # fmt: skip
    return layout, absent


class _Headings:
    """The headings of a file, and which of them were asked for."""

    def __init__(self, header: Sequence[str]) -> None:
        self.texts = [text_of(text) for text in header]
        self._at: dict[str, list[int]] = {}
        for number, text in enumerate(self.texts, start=1):
            self._at.setdefault(fold(text), []).append(number)
        self._chosen: set[int] = set()

    def place(self, heading: str) -> int | None:
        """Return the column under a heading; ``Suma#2`` is the second one under ``Suma``."""
        if places := self._at.get(fold(heading)):
            return places[0]
        nth = _NTH.fullmatch(heading.strip())
        places = self._at.get(fold(nth[1]), []) if nth else []
        if not nth or len(places) < int(nth[2]):
            return None
        self._chosen.update(places)
        return places[int(nth[2]) - 1]

    def own(self, sheet: Sheet) -> dict[str, int]:
        """Return where the form's own headings are, of lists of grants also those of 360Giving."""
        funder = FUNDER if is_awards(sheet) else {}
        known = {**wanted(load_form().sheet("form")), **wanted(sheet), **funder}
        columns = {*KEY, *(column.id for column in sheet.columns)}
        return {
            known[text]: places[0]
            for text, places in reversed(self._at.items())
            if known.get(text) in columns
        }

    def doubled(self, read: set[int]) -> tuple[Doubled, ...]:
        """Return the headings of columns that are read and stand elsewhere too, not chosen."""
        return tuple(
            Doubled(self.texts[places[0] - 1], tuple(places))
            for places in self._at.values()
            if len(places) > 1 and places[0] in read and not self._chosen & {*places}
        )


def _refuse_unknown_recipients(table: TableMap, told: Collection[str]) -> None:
    for rules in table.rules.values():
        if any(rules.of_any) and recipient(table.sheet) not in told:
            column = recipient(table.sheet)
            raise FormError(f"{rules.path}, line 1: {ANY!r} needs {column!r} from a heading")


def _conditions(rules: RulesFile, found: _Headings) -> tuple[int, ...]:
    places = []
    for heading in rules.headings:
        place = found.place(heading)
        if place is None:
            known = suggestion(heading, filter(None, found.texts))
            raise FormError(f"{rules.path}, line 1: the table has no heading {heading!r}{known}")
        places.append(place)
    return tuple(places)


def _with_every_code(column: Column) -> Column:
    """A column of codes also takes those that forms do not offer: tables may tell less."""
    if column.type != "code" or column.codes is None:
        return column
    return replace(column, values=code_list(column.codes, every=True))

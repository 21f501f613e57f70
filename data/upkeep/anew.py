"""Accepted forms are read anew: their sheets must be what the originals still give.

Each is checked as it was when it came, and written beside, in a folder for a moment. What was told
by a map of columns then is told by `places.csv` now, where the columns stood.
"""

from __future__ import annotations

import csv
import re
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from data.forms.archive.keeping import write_sheets
from data.forms.archive.origins import PLACES, read_places
from data.forms.checking.batch import check_many
from data.forms.checking.check import check_file
from data.forms.checking.context import Context
from data.forms.definition.read import load_form
from data.forms.reading import Unreadable, read_book
from data.forms.reading.book import column_number
from data.forms.values.texts import fold, text_of
from data.upkeep.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from data.forms.checking.mapping import ColumnMap
    from data.forms.checking.report import Report
    from data.upkeep.kept import KeptForm

_FEW = 8
"""So many forms are read sooner here than by processes that are started for them."""


class _AnyCode(frozenset[str]):
    """Codes that were let pass once are let pass."""

    __slots__ = ()

    def __contains__(self, code: object) -> bool:
        return True


_CONTEXT = Context(known_codes=cast("frozenset[str]", _AnyCode()))


def check_anew(forms: Sequence[KeptForm]) -> Iterator[Finding]:
    """Read forms anew and compare.

    Args:
        forms: with their originals as they came.

    Yields:
        Sheets that are not what the original gives.
    """
    for form, report in zip(forms, _reports([form.original for form in forms]), strict=True):
        yield from _compare(form, report)


def _reports(originals: Sequence[Path]) -> Iterable[Report]:
    if len(originals) > _FEW:
        return check_many(originals, context=_CONTEXT)
    return (check_file(path, context=_CONTEXT) for path in originals)


def _compare(form: KeptForm, report: Report) -> Iterator[Finding]:
    if report.rows is None:
        report = check_file(form.original, context=_CONTEXT, column_map=_map_told(form))
    if report.rows is None:
        said = f"today's form does not take it: {_first_error(report)}"
        yield Finding("form_otherwise", form.original, said)
        yield from _unlike_its_place(form)
        return
    if (report.municipality, report.year) != form.key:
        said = f"it is of {report.municipality}, {report.year}"
        yield Finding("form_elsewhere", form.original, said, ", ".join(map(str, form.key)))
        return
    with TemporaryDirectory(prefix="savivalda-") as work:
        made = Path(work) / form.folder.name
        made.mkdir()
        write_sheets(made, form.key, report.rows, report.places)
        for fresh in sorted(made.iterdir()):
            yield from _differing(form, form.folder / fresh.name, fresh)


def _unlike_its_place(form: KeptForm) -> Iterator[Finding]:
    """Compare each row with its folder: that much holds of a form that cannot be read anew."""
    whose = [form.key[0], str(form.key[1])]
    for sheet in load_form().sheets:
        kept = form.folder / f"{sheet.id}.csv"
        heading, *rows = _rows(kept) if kept.is_file() else [[]]
        for line, row in enumerate(rows, start=2):
            if row[:2] != whose or len(row) != len(heading):
                yield Finding("sheet_changed", kept, f"line {line} is not of {', '.join(whose)}")
                break


def _first_error(report: Report) -> str:
    first = next(each for each in report.problems if each.severity == "error")
    return " ".join(filter(None, [first.sheet, first.cell, first.code]))


def _differing(form: KeptForm, kept: Path, fresh: Path) -> Iterator[Finding]:
    """Compare a file of the archive with what is written anew."""
    if not kept.is_file():
        if fresh.name != PLACES:  # a sheet that is not there is told of already
            return
        yield Finding("form_older", kept, "it was accepted before places were noted")
        return
    if kept.read_bytes() == fresh.read_bytes():
        return
    rows, wanted = _rows(kept), _rows(fresh)
    heading, columns = (rows or [[]])[0], wanted[0]
    older = form.version != load_form().version
    if heading != columns and set(heading) < set(columns) and kept.name != PLACES:
        chosen = [columns.index(column) for column in heading]
        wanted = [[row[place] for place in chosen] for row in wanted]
        older = older or rows == wanted
    line = next((n for n, two in enumerate(zip_longest(rows, wanted), 1) if two[0] != two[1]), 1)
    if older:
        said = "the form's definition has changed since it was accepted"
        yield Finding("form_older", kept, f"line {line}: {said}")
    else:
        where = _where(heading, rows, wanted, line)
        yield Finding("sheet_changed", kept, f"{where} is not what the original gives")


def _rows(path: Path) -> list[list[str]]:
    """Read a CSV file; what is no text or no CSV gives lines that are like none."""
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        try:
            return [*csv.reader(file)]
        except csv.Error:
            return [[]]


def _where(
    heading: Sequence[str],
    rows: Sequence[Sequence[str]],
    wanted: Sequence[Sequence[str]],
    line: int,
) -> str:
    """Name a line, and the column if the line differs in one; never what stands there."""
    if min(len(rows), len(wanted)) < line:
        return f"line {line}, of {len(rows)} lines where {len(wanted)} were expected,"
    pairs = enumerate(zip_longest(rows[line - 1], wanted[line - 1]))
    differing = [place for place, (one, other) in pairs if one != other]
    if line == 1 or len(differing) != 1 or differing[0] >= len(heading):
        return f"line {line}"
    return f"line {line}, column {heading[differing[0]]},"


def _map_told(form: KeptForm) -> ColumnMap:
    """Return the map of columns that a form must have been accepted with.

    What stands above a column's rows, or before the cell of a record, is what the file calls it.
    """
    try:
        sheets = {sheet.name: sheet.rows for sheet in read_book(form.original).sheets}
    except Unreadable:
        return {}
    found: ColumnMap = {}
    for place in read_places(form.folder):
        at = re.fullmatch(r"([A-Z]+)([0-9]*)", place.place)
        if not at or place.sheet_name not in sheets:
            continue
        rows, column = sheets[place.sheet_name], column_number(at[1])
        if at[2]:
            before = rows[int(at[2]) - 1][: column - 1]
        else:
            top = _first_row(form.folder / f"{place.sheet}.csv") - 1
            before = [cell for row in rows[:top] for cell in row[column - 1 : column]]
        names = {fold(text_of(cell)) for cell in before if cell is not None}
        found.setdefault(place.sheet, {}).update(dict.fromkeys(names - {""}, place.column))
    return found


def _first_row(kept: Path) -> int:
    """Return the number of the row in the original that a sheet's first row comes from."""
    rows = _rows(kept)
    if len(rows) < 2 or "from_rows" not in rows[0]:
        return 0
    said = dict(zip(rows[0], rows[1], strict=False)).get("from_rows", "")
    return int(said) if said.isdecimal() else 0

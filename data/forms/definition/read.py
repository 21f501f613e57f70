"""The standard form is read from form.toml once, and refused whole if a word of it is wrong."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

from data.forms.definition.columns import check_condition, read_column, read_help
from data.forms.definition.entries import Entries
from data.forms.definition.errors import FormError
from data.forms.definition.model import (
    COMPETITION,
    FIRST_DATA_ROW,
    HEADER_ROW,
    HELP_ROW,
    LABEL_COLUMN,
    LISTS_SHEET,
    REQUIRED_MARK,
    STAMP_CELL,
    STAMP_SHEET,
    VALUE_COLUMN,
    Column,
    ColumnType,
    Condition,
    Form,
    Sheet,
    SheetLayout,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "COMPETITION",
    "FIRST_DATA_ROW",
    "HEADER_ROW",
    "HELP_ROW",
    "LABEL_COLUMN",
    "LISTS_SHEET",
    "REQUIRED_MARK",
    "STAMP_CELL",
    "STAMP_SHEET",
    "VALUE_COLUMN",
    "Column",
    "ColumnType",
    "Condition",
    "Form",
    "Sheet",
    "SheetLayout",
    "load_awards",
    "load_form",
    "read_form",
    "sheet",
]

FORM = Path(__file__).with_name("form.toml")
AWARDS = FORM.with_name("awards.toml")

_SHEET_KEYS = (
    "id", "title", "title_en", "layout", "columns", "key", "help_lt", "help_en", "identified_by",
)  # fmt: skip
_FORBIDDEN_IN_TITLES = re.compile(r"[\[\]:*?/\\']")


@cache
def load_form() -> Form:
    """Return the standard form.

    Raises:
        FormError: form.toml is not as it must be.
    """
    return read_form(FORM)


@cache
def load_awards() -> Sheet:
    """Return the sheet of published lists of grants, which is no part of the form.

    Its columns also know the headings of the 360Giving Data Standard, in which grants are published
    (https://standard.threesixtygiving.org, titles of the fields in spreadsheets).

    Raises:
        FormError: awards.toml is not as it must be.
    """
    _, form = _read(AWARDS)
    (found,) = form.sheets
    return found


def sheet(name: str) -> Sheet:
    """Return a sheet of the standard form by its id, such as "allocations", or that of awards.

    Raises:
        KeyError: there is none.
    """
    return load_awards() if name == load_awards().id else load_form().sheet(name)


def read_form(path: Path) -> Form:
    """Read a definition.

    Args:
        path: a TOML file like form.toml.

    Raises:
        FormError: a key, sheet or column is unknown, missing, doubled or contradicts itself;
            names the sheet, the column and the key.
    """
    entries, form = _read(path)
    _check_needed(entries, form)
    return form


def _read(path: Path) -> tuple[Entries, Form]:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FormError(f"{path.name} cannot be read: {error}") from error
    entries = Entries(path.name, found)
    entries.only(("version", "sheets"))
    version = entries.text("version")
    if not re.fullmatch(r"\d+\.\d+", version):
        raise entries.fail(f'version must be like "1.0", got {version!r}')
    sheets = tuple(_read_sheet(path.name, each) for each in entries.tables("sheets"))
    _unique(entries, "sheet id", (each.id for each in sheets))
    _unique(entries, "sheet title", (each.title for each in sheets))
    return entries, Form(version, sheets)


def _read_sheet(file: str, values: Mapping[str, Any]) -> Sheet:
    entries = Entries(f"{file}, sheet {values.get('id', '?')!r}", values)
    entries.only(_SHEET_KEYS)
    title = entries.text("title")
    if len(title) > 31 or _FORBIDDEN_IN_TITLES.search(title):
        raise entries.fail(f"title {title!r} cannot name a sheet of a workbook")
    columns = _read_columns(entries)
    found = Sheet(
        id=entries.text("id"),
        title=title,
        title_en=entries.text("title_en"),
        layout=cast("SheetLayout", entries.one_of("layout", get_args(SheetLayout))),
        columns=columns,
        key=entries.texts("key"),
        help_lt=read_help(entries, "help_lt"),
        help_en=read_help(entries, "help_en"),
        identified_by=entries.optional_text("identified_by"),
    )
    _check_key(entries, found)
    return found


def _read_columns(entries: Entries) -> tuple[Column, ...]:
    tables = [
        Entries(f"{entries.where}, column {values.get('id', '?')!r}", values)
        for values in entries.tables("columns")
    ]
    columns = tuple(read_column(each) for each in tables)
    _unique(entries, "column id", (each.id for each in columns))
    _unique(entries, "column heading", (each.title_lt.casefold() for each in columns))
    for table, column in zip(tables, columns, strict=True):
        check_condition(table, column, columns)
    return columns


def _check_key(entries: Entries, found: Sheet) -> None:
    """Only tables have a key, and it is made of columns that are always filled in.

    Where one of them identifies the row, the others need not be.
    """
    if (found.layout == "table") != bool(found.key):
        raise entries.fail("key is for tables: they need one, records have none")
    if found.identified_by is not None:
        ids = [each.id for each in found.columns]
        if found.identified_by not in found.key or not {*found.key} <= {*ids}:
            raise entries.fail(f"identified_by must be of the key, and the key of: {ids}")
        return
    always = [each.id for each in found.columns if each.required]
    for name in found.key:
        if name not in always:
            raise entries.fail(f"key: {name!r} is no required column; those are: {always}")


def _check_needed(entries: Entries, form: Form) -> None:
    """What other modules count on: the stamp's sheet, and competitions to refer to."""
    ids = {each.id for each in form.sheets}
    if STAMP_SHEET not in ids:
        raise entries.fail(f"sheet {STAMP_SHEET!r} is missing; the version stamp stands on it")
    referring = any(c.codes == COMPETITION for each in form.sheets for c in each.columns)
    if referring and form.competition_column is None:
        raise entries.fail("codes = 'competition' needs sheet 'competitions' keyed by one column")


def _unique(entries: Entries, what: str, names: Iterable[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise entries.fail(f"{what} used twice: {', '.join(map(repr, twice))}")

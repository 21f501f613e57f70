"""The data dictionary: what every cell of the form means, told from its definition.

Run as ``python -m data.forms.definition.dictionary`` it writes data/forms/README.md anew.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.forms.definition.codes import choices, choices_id
from data.forms.definition.model import COMPETITION, Code
from data.forms.definition.pairs import across, pairs
from data.forms.definition.read import load_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from data.catalog import Lang
    from data.forms.definition.model import Column, Sheet
    from data.forms.definition.pairs import Across


HERE = Path(__file__).parent
README = HERE.parent / "README.md"


@dataclass(frozen=True)
class DictionaryEntry:
    """One row of the dictionary, all in words of one language but the ids.

    Attributes:
        sheet: the sheet's title.
        heading: the column's title, in English followed by the workbook's in brackets.
        id: its name in downloads and tables.
        type: its type and, for numbers, bounds.
        unit: "€", "%" or "".
        codes: the list that it is chosen from, "" where it is free.
        required: yes, no, or when.
        help: what goes there.
    """

    sheet: str
    heading: str
    id: str
    type: str
    unit: str
    codes: str
    required: str
    help: str


@cache
def words(language: Lang) -> dict[str, Any]:
    """Return the dictionary's own words in a language."""
    found = tomllib.loads((HERE / "dictionary.toml").read_text(encoding="utf-8"))
    return dict(found[language])


def dictionary(language: Lang) -> list[DictionaryEntry]:
    """Return the dictionary, sheet by sheet, columns in their order."""
    return [entry for sheet in load_form().sheets for entry in entries(sheet, language)]


def entries(sheet: Sheet, language: Lang) -> list[DictionaryEntry]:
    """Return the dictionary of one sheet."""
    return [
        DictionaryEntry(
            sheet=_of(sheet, "title", language),
            heading=_named(column, language),
            id=column.id,
            type=_type(column, language),
            unit=column.unit or "",
            codes=_codes(column, language),
            required=_required(sheet, column, language),
            help=_help(column, language),
        )
        for column in sheet.columns
    ]


def code_lists() -> dict[str, tuple[Code, ...]]:
    """Return every short list that the form's cells are chosen from, by name."""
    columns = (column for sheet in load_form().sheets for column in sheet.columns)
    named = ((choices_id(column), choices(column)) for column in columns)
    return {name: found for name, found in named if name and name != "municipality"}


def to_markdown(language: Lang) -> str:
    """Return the whole dictionary as Markdown: each sheet, then the code lists."""
    said, form = words(language), load_form()
    parts = [f"# {form.stamp}: {said['title'].lower()}", said["intro"]]
    for sheet in form.sheets:
        parts += [f"## {_named(sheet, language)}", _of(sheet, "help", language)]
        if sheet.key:
            keys = ", ".join(f"`{name}`" for name in sheet.key)
            parts.append(f"{said['key']}: {keys}.")
        parts.append(_table(_heads(said), map(_cells, entries(sheet, language))))
    parts += [f"## {said['pairs']}", said["pairs_intro"], _table(*_constraints(language))]
    parts.append(f"## {said['lists']}")
    for name, found in code_lists().items():
        rows = ((f"`{each.code}`", each.label_lt, each.label_en) for each in found)
        heads = (said["code"], said["label"], said["other_label"])
        parts += [f"### `{name}`", _table(heads, rows)]
    return "\n\n".join(parts) + "\n"


def _constraints(language: Lang) -> tuple[list[str], list[list[str]]]:
    """Return headings and rows of the table of what must agree with what."""
    said = words(language)
    told = [
        (each.sheet, each.columns, " & ".join(map(str, each.wrong)), each.weight, (each.code,))
        for each in pairs()
    ] + [
        (each.sheet, each.columns, _of(each, "says", language), each.weight, each.codes)
        for each in across()
    ]
    rows = [
        [_of(sheet, "title", language), _codes_of(columns), wrong, said[weight], _codes_of(kinds)]
        for sheet in load_form().sheets
        for where, columns, wrong, weight, kinds in told
        if where == sheet.id
    ]
    return [said[key] for key in ("sheet", "columns", "wrong", "weight", "kind")], rows


def _codes_of(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _of(thing: Sheet | Column | Code | Across, what: str, language: Lang) -> str:
    """Return a title or help in a language; a sheet's own title is Lithuanian."""
    text: str = getattr(thing, f"{what}_{language}", "") or getattr(thing, what)
    return text


def _named(thing: Sheet | Column, language: Lang) -> str:
    """Return a title; in English with the Lithuanian one, which the workbook shows."""
    own = _of(thing, "title", "lt")
    return own if language == "lt" else f"{_of(thing, 'title', language)} ({own})"


def _type(column: Column, language: Lang) -> str:
    said = words(language)
    name: str = said["types"][column.type]
    if column.minimum is None or column.maximum is None:
        return name
    # A year is written without a space after its thousands.
    style = "" if column.type == "year" else ","
    low, high = (f"{n:{style}}".replace(",", " ") for n in (column.minimum, column.maximum))
    return f"{name}, {said['between'].format(low=low, high=high)}"


def _codes(column: Column, language: Lang) -> str:
    said = words(language)
    if column.type == "municipality":
        return str(said["municipalities"])
    if column.codes == COMPETITION:
        return str(said["competition"])
    return f"`{name}`" if (name := choices_id(column)) else ""


def _help(column: Column, language: Lang) -> str:
    """Return what goes there and, of what is never published, why it is asked for all the same."""
    text, why = _of(column, "help", language), column.unpublished
    if why is None:
        return text
    return f"{text} {words(language)['unpublished'].format(why=getattr(why, language))}"


def _required(sheet: Sheet, column: Column, language: Lang) -> str:
    said, when = words(language), column.required_when
    if when is None:
        return str(said["yes"] if column.required else said["no"])
    other = sheet.column(when.column)
    value = next(code for code in choices(other) if code.code == when.value)
    labels = {"column": _of(other, "title", language), "value": _of(value, "label", language)}
    return str(said["when"].format(**labels))


def _heads(said: dict[str, Any]) -> list[str]:
    return [said[field.name] for field in fields(DictionaryEntry) if field.name != "sheet"]


def _cells(entry: DictionaryEntry) -> list[str]:
    marked = f"`{entry.id}`"
    return [entry.heading, marked, entry.type, entry.unit, entry.codes, entry.required, entry.help]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; a bar within a cell is escaped."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines
    )


if __name__ == "__main__":
    README.write_text(to_markdown("en"), encoding="utf-8")

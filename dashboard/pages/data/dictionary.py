"""The data dictionary: tables and columns, code lists, fields of the form; each part opens."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from dashboard.frame import html
from dashboard.frame.plain_table import plain_table
from data.forms.definition import dictionary as form
from data.forms.definition.read import load_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from data.catalog import Lang

    DictionaryRows = Sequence[dict[Any, Any]]

TYPES = {
    "VARCHAR": "text",
    "INTEGER": "whole",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "moment",
}
"""Words of SQL types; all others are decimal numbers."""


def tables(described: DictionaryRows, words: Language) -> list[Component]:
    """Every table of the data set.

    Args:
        described: Rows of `data.asking.views.dictionary`.
        words: Language.
    """
    heads = [words.t(f"data.column.{name}") for name in ("name", "about", "type", "codes", "empty")]
    return [
        _part(
            f"table-{name.replace('.', '-')}",
            [html.Code(name), " ", first[f"title_{words.code}"]],
            words.n("data.dictionary.rows", first["rows"]),
            words.t("data.dictionary.grain", grain=first[f"grain_{words.code}"]),
            heads,
            [_column(row, words) for row in (first, *others)],
        )
        for name, (first, *others) in groupby(described, itemgetter("of_table"))
    ]


def code_lists(described: DictionaryRows, atlas: Atlas, words: Language) -> list[Component]:
    """Every code list that a column refers to, named after what such a column holds."""
    heads = [words.t(f"data.code.{name}") for name in ("code", "label")]
    titles: dict[str, list[str]] = {}
    for row in described:
        if row["codes"]:
            titles.setdefault(row["codes"], []).append(row[f"about_{words.code}"])
    return [
        _part(
            f"codes-{name}",
            [html.Code(name), " ", min(found, key=len)],
            words.n("data.dictionary.codes_n", len(labels)),
            None,
            heads,
            [[html.Code(code), label] for code, label in labels.items()],
        )
        for name, found in titles.items()
        for labels in [atlas.labels(name, words)]
    ]


def form_fields(words: Language) -> list[Component]:
    """Every sheet of the standard form."""
    language: Lang = "lt" if words.code == "lt" else "en"
    said = form.words(language)
    columns = ("heading", "id", "type", "unit", "codes", "required", "help")
    return [
        _part(
            f"sheet-{sheet.id}",
            [found[0].sheet],
            words.n("data.dictionary.fields", len(found)),
            None,
            [said[name] for name in columns],
            [[getattr(entry, name).replace("`", "") for name in columns] for entry in found],
        )
        for sheet in load_form().sheets
        for found in [form.entries(sheet, language)]
    ]


def _column(row: dict[Any, Any], words: Language) -> list[Any]:
    kind = words.t(f"data.type.{TYPES.get(row['type'], 'decimal')}")
    named = {"codes": row["codes"], "table": row["refers_to"]}
    where = next(((part, name) for part, name in named.items() if name), None)
    return [
        html.Code(row["name"]),
        row[f"about_{words.code}"],
        f"{kind}, {row['unit']}" if row["unit"] else kind,
        html.A(where[1], href=f"#{where[0]}-{where[1]}") if where else "",
        words.t("file.no" if row["required"] else "file.yes"),
    ]


def _part(
    id_: str,
    title: list[Any],
    size: str,
    about: str | None,
    heads: Sequence[str],
    rows: Sequence[Sequence[Any]],
) -> Component:
    """A part that opens; an address that names it finds it open, as its id stands inside."""
    table = plain_table(heads, rows, labelled_by=f"{id_}-title")
    text = [html.P(about)] if about else []
    return html.Details(
        [
            html.Summary([html.Span(title, id=f"{id_}-title"), " ", html.Small(size)]),
            html.Div([*text, table], id=id_),
        ],
        className="fold",
    )

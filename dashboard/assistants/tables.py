"""Tools `list_tables` and `table`: every table of the atlas, described, and any part of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

from mcp.types import CallToolResult  # noqa: TC002 - the tools' schemas are made of it
from pydantic import BaseModel, Field

from dashboard.assistants.arguments import LONGEST, LangArg
from dashboard.assistants.meant import one_of
from dashboard.assistants.told import RowsAnswer, ToldAnswer, carried, rows_of, table_text, telling
from dashboard.language.i18n import language
from dashboard.resources.asking import ask
from dashboard.resources.params import read_params
from dashboard.resources.registry import RESOURCES
from dashboard.resources.resource import WrongAsked

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.answers import Atlas
    from dashboard.resources.resource import Resource

MOST = 1_000
MARKS = ("demo", "source")
"""Columns that are told whether they were asked for or not."""

TableName = Annotated[str, Field(max_length=LONGEST, description=f"One of: {', '.join(RESOURCES)}")]
ToldFilter = str | int | float | bool


class ColumnTold(BaseModel):
    """A column of a table."""

    name: str
    type: str
    unit: str
    codes: str = Field(description="Its code list, which the tool explain tells; or empty")
    about: str


class ChoiceTold(BaseModel):
    """What is chosen before a table has rows."""

    name: str
    required: bool
    values: list[str] = Field(description="The first is usual; of some only once others are chosen")
    others: str = Field(description="What else it takes; empty where that is all")


class TableTold(BaseModel):
    """A table."""

    name: str
    title: str
    about: str = Field(description="What a row is")
    key: list[str]
    choices: list[ChoiceTold]
    columns: list[ColumnTold] = Field(description="Of one table alone, asked for by its name")


class TablesAnswer(ToldAnswer):
    """Tables that can be asked for."""

    tables: list[TableTold]


class PartAnswer(RowsAnswer):
    """A part of a table."""

    table: str
    total: int = Field(description="Rows that there are, of which these are a part")
    after: int = Field(description="Rows that were left out before these")


def tools(atlas: Atlas) -> tuple[Callable[..., Any], ...]:
    """The tools of this module."""

    def list_tables(
        table: Annotated[
            str,
            Field(max_length=LONGEST, description="Empty for all tables; a name for its columns"),
        ] = "",
        lang: LangArg = "en",
    ) -> Annotated[CallToolResult, TablesAnswer]:
        """List the tables of the atlas: what a row of each is and what has to be chosen.

        Of one table by its name, also its columns with types, units and code lists.
        """
        names = [one_of("table", table, tuple(RESOURCES))] if table else [*RESOURCES]
        told = [_table_told(atlas, RESOURCES[name], lang, whole=bool(table)) for name in names]
        answer = TablesAnswer(**carried(atlas, language(lang), (), ()), tables=told)
        return telling(answer, *(_said(each) for each in told))

    def table(  # noqa: PLR0913, PLR0917 - what a part of a table is
        table: TableName,
        filters: Annotated[
            dict[str, ToldFilter] | None,
            Field(
                description="By name: choices of the table, values of columns (several parted by "
                'commas), bounds <column>_from and <column>_to: {"municipality": "53,23", '
                '"year_from": 2020}'
            ),
        ] = None,
        fields: Annotated[
            list[str] | None, Field(description="Columns that are wanted; left out: all")
        ] = None,
        sort: Annotated[
            list[str] | None, Field(description="Columns to sort by; - before one: largest first")
        ] = None,
        limit: Annotated[int, Field(ge=1, le=MOST, description="Rows at most")] = 100,
        after: Annotated[int, Field(ge=0, le=10**7, description="Rows to leave out before")] = 0,
        lang: LangArg = "en",
    ) -> Annotated[CallToolResult, PartAnswer]:
        """Read a table of the atlas, filtered, sorted and cut.

        list_tables tells names, columns and choices. Rows whose demo is true are invented: never
        add, rank or average them together with others.
        """
        resource, words = RESOURCES[one_of("table", table, tuple(RESOURCES))], language(lang)
        params = {name: _text(value) for name, value in (filters or {}).items()}
        if clash := {"fields", "sort", "limit"} & {*params}:
            raise WrongAsked(
                "filters", ", ".join(clash), "columns and choices; this is an argument"
            )
        if fields:
            marks = [
                mark for mark in MARKS if mark in resource.table.columns and mark not in fields
            ]
            params["fields"] = ",".join([*fields, *marks])
        if sort:
            params["sort"] = ",".join(sort)
        choices, asked = read_params(resource, params | {"limit": str(limit)}, most=MOST)
        found = ask(atlas, words, resource, choices, replace(asked, after=after))
        rows = rows_of(found.frame)
        marks_of_rows = [bool(row["demo"]) for row in rows if "demo" in row]
        carries = carried(atlas, words, (), marks_of_rows) | {
            "source": found.source, "data_version": found.version,
        }  # fmt: skip
        answer = PartAnswer(**carries, rows=rows, table=table, total=found.total, after=after)
        said = words.t("assistants.rows", shown=len(rows), total=found.total)
        return telling(answer, said, table_text(rows))

    return list_tables, table


def _text(value: ToldFilter) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _table_told(atlas: Atlas, resource: Resource, lang: str, *, whole: bool) -> TableTold:
    table = resource.table
    columns = table.columns.values() if whole else ()
    return TableTold(
        name=table.name,
        title=table.title[lang],
        about=table.about[lang],
        key=[*table.key],
        choices=_choices(atlas, resource, lang),
        columns=[
            ColumnTold(
                name=each.name,
                type=each.type,
                unit=each.unit,
                codes=each.codes,
                about=each.about[lang],
            )
            for each in columns
        ],
    )


def _choices(atlas: Atlas, resource: Resource, lang: str) -> list[ChoiceTold]:
    """Each with its values; where they hang on one that has no usual value, those of its first."""
    chosen: dict[str, str] = {}
    told, words = [], language(lang)
    for each in resource.choices:
        known = each.known(atlas, chosen)
        chosen[each.name] = known[0]
        others = words.t(f"api.expected.{each.expected}") if each.read else ""
        values = [*known][:100]
        told.append(
            ChoiceTold(name=each.name, required=each.required, values=values, others=others)
        )
    return told


def _kind(column: ColumnTold) -> str:
    return ", ".join(filter(None, [column.type, column.unit, column.codes]))


def _said(table: TableTold) -> str:
    choices = "; ".join(
        f"{each.name}{' (required)' if each.required else ''}: "
        f"{each.others or ', '.join(each.values)}"
        for each in table.choices
    )
    columns = "".join(f"\n  {each.name} ({_kind(each)}): {each.about}" for each in table.columns)
    return f"{table.name}: {table.title}. {table.about}. {choices}{columns}"

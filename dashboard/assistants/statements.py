"""Tool `sql`: one SELECT over the published tables, of real or of invented rows alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from mcp.types import CallToolResult  # noqa: TC002 - the tool's schema is made of it
from pydantic import Field

from dashboard.assistants.arguments import LangArg  # noqa: TC001
from dashboard.assistants.told import RowsAnswer, carried, table_text, telling
from dashboard.language.i18n import language
from dashboard.resources.asking import FORMS
from dashboard.resources.registry import RESOURCES
from dashboard.resources.resource import WrongAsked
from data.asking.views import real_sources
from data.tidy.allowed import SCHEMA, NotAllowed
from data.tidy.statement import LONGEST, MOST_ROWS, SECONDS, askable, select

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.answers import Atlas
    from data.tidy.statement import SelectedRows

KINDS = ("real", "invented")


class SqlAnswer(RowsAnswer):
    """What a statement selects."""

    columns: list[str]
    cut: bool = Field(description="Whether there are more rows than these")


def tools(atlas: Atlas) -> tuple[Callable[..., Any], ...]:
    """The tools of this module."""

    def sql(
        statement: Annotated[
            str,
            Field(
                max_length=LONGEST,
                description="One SELECT, WITH, FROM, VALUES or DESCRIBE in DuckDB's dialect",
            ),
        ],
        rows: Annotated[
            Literal[*KINDS],  # type: ignore[valid-type]
            Field(description="Which rows the tables have: real or invented ones, never both"),
        ] = "real",
        lang: LangArg = "en",
    ) -> Annotated[CallToolResult, SqlAnswer]:
        words, invented = language(lang), rows == KINDS[1]
        try:
            found = select(atlas.store.path, statement, invented=invented)
        except NotAllowed as error:
            raise WrongAsked("statement", statement[:80], f"what may be asked: {error}") from error
        told = [
            {**dict(zip(found.columns, values, strict=True)), "demo": invented}
            for values in found.rows
        ]
        carries = carried(atlas, words, _sources(atlas, found, invented=invented), [invented]) | {
            "data_version": found.version, "built_at": found.built_at.isoformat(),
        }  # fmt: skip
        answer = SqlAnswer(**carries, rows=told, columns=[*found.columns, "demo"], cut=found.cut)
        few = (
            words.t("assistants.only_invented") if not (told or invented) and atlas.is_demo else ""
        )
        cut = words.t("assistants.cut") if found.cut else ""
        return telling(answer, cut, few, table_text(told))

    sql.__doc__ = _about(askable(atlas.store.path))
    return (sql,)


def _sources(atlas: Atlas, found: SelectedRows, *, invented: bool) -> list[str]:
    """Those that the tables rest on; whose the real rows are, where a table has rows of both."""
    told = [*found.sources, *(each for name in found.tables for each in RESOURCES[name].sources)]
    marked = any("demo" in RESOURCES[name].table.columns for name in found.tables)
    real = (
        sorted({*real_sources(atlas.store)["source"].tolist()}) if marked and not invented else []
    )
    return [*(each for each in told if each != FORMS), *real]


def _about(askable: dict[str, list[str]]) -> str:
    tables = "\n".join(
        f"- {SCHEMA}.{name} ({RESOURCES[name].table.about['en']}): {', '.join(columns)}"
        for name, columns in askable.items()
    )
    return (
        "Ask the published database by SQL: read-only, one statement, at most "
        f"{MOST_ROWS} rows and {SECONDS:g} seconds. It sees real rows alone or invented rows "
        "alone, so nothing adds or ranks them together; compare only figures whose counts is true. "
        f"The value of {SCHEMA}.figures is in euros, a share of 1 or a count.\n{tables}"
    )

"""What every answer to an assistant carries: whether it is invented, whose it is, of which day.

It stands in what a program reads and in the first lines of the text, in words, so that whoever is
told a figure is told this too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from mcp.types import CallToolResult, TextContent
from pydantic import BaseModel, Field

from dashboard.frame.source_line import source_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

ToldCell = str | int | float | bool | None | list[Any] | dict[str, Any]
"""A value of a row, as JSON has it."""

ToldRow = dict[str, ToldCell]


class ToldAnswer(BaseModel):
    """What every answer says of itself."""

    notice: str = Field(description="Whether the data are real or invented; say so to the reader")
    demo: bool = Field(description="Whether anything in it is invented (demonstration data)")
    source: str = Field(description="Whose data, of which day; name it wherever they are used")
    data_version: str = Field(description="Version of the data: day and checksum")
    built_at: str = Field(description="When the database was made, UTC")


class RowsAnswer(ToldAnswer):
    """An answer of rows, each of which says whether it is invented."""

    rows: list[ToldRow]


def carried(
    atlas: Atlas, words: Language, sources: Sequence[str], invented: Iterable[bool]
) -> dict[str, Any]:
    """The fields of `ToldAnswer`.

    Args:
        atlas: The data.
        words: The language.
        sources: Ids of those that the answer rests on.
        invented: Of each row or figure, whether it is invented; none where there are no figures.
    """
    marks = {bool(each) for each in invented}
    kind = {frozenset(): "none", frozenset({True}): "all", frozenset({False}): "real"}
    named = tuple(dict.fromkeys([*sources, *(["demo"] if True in marks else [])]))
    version = atlas.store.version
    return {
        "notice": words.t(f"assistants.notice.{kind.get(frozenset(marks), 'some')}"),
        "demo": True in marks,
        "source": source_text(named, atlas, words)
        if named
        else words.t("source.short", version=version),
        "data_version": version,
        "built_at": atlas.store.built_at.isoformat(),
    }


def telling(answer: ToldAnswer, *lines: str) -> CallToolResult:
    """The answer for programs and as a text that begins with its notice and its source."""
    text = "\n".join([answer.notice, answer.source, "", *filter(None, lines)])
    return CallToolResult(
        content=[TextContent(type="text", text=text)],
        structured_content=answer.model_dump(mode="json"),
    )


def table_text(rows: Sequence[Mapping[str, ToldCell]]) -> str:
    """Rows as lines with bars between their cells, under the names of their columns."""
    if not rows:
        return ""
    lines = [[*rows[0]], *([_cell(value) for value in row.values()] for row in rows)]
    return "\n".join(" | ".join(line) for line in lines)


def _cell(value: ToldCell) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value).replace("|", "/").replace("\n", " ")


def rows_of(frame: pd.DataFrame) -> list[ToldRow]:
    """The rows of a frame as JSON has them, numbers in full precision."""
    columns = [[cell(value) for value in frame[name].tolist()] for name in frame]
    return [dict(zip(map(str, frame), row, strict=True)) for row in zip(*columns, strict=True)]


def cell(value: Any) -> ToldCell:
    """A value as JSON has it."""
    if isinstance(value, list | tuple):
        return [cell(each) for each in value]
    if pd.isna(value):
        return None
    if isinstance(value, str | bool | int | float):
        return value
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).removesuffix("T00:00:00")
    try:
        return float(value)
    except (TypeError, ValueError):
        return str(value)

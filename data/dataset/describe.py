"""What goes with the tables for people: a text, Lithuanian first, English below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.dataset.offered import LICENCE, LICENCE_URL, citation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from data.dataset.tables import DatasetTable

HERE = Path(__file__).parent


def readme(
    version: str,
    tables: Sequence[DatasetTable],
    sources: Sequence[dict[str, Any]],
    built_at: datetime,
) -> str:
    """Return the description for people, Lithuanian first, English below."""
    return "\n".join(
        _text(language, version, tables, sources, built_at) for language in ("lt", "en")
    )


def _text(
    language: str,
    version: str,
    tables: Sequence[DatasetTable],
    sources: Sequence[dict[str, Any]],
    built_at: datetime,
) -> str:
    demo = any(each["kind"] == "demo" for each in sources)
    template = (HERE / f"readme.{language}.md").read_text(encoding="utf-8")
    text, _, warning = template.partition("\n---\n")
    columns = [table.columns[0] for table in tables]
    return text.format(
        version=version,
        built_at=f"{built_at:%Y-%m-%d %H:%M} UTC",
        licence=f"{LICENCE} ({LICENCE_URL})",
        citation=citation(version, language, demo=demo),
        warning=warning if demo else "",
        tables="\n".join(
            f"- {each['of_table']}: {each[f'title_{language}']} ({each[f'grain_{language}']})"
            for each in columns
        ),
        sources="\n".join(
            f"- {each[f'title_{language}']}. {each['publisher']}. {each[f'licence_{language}']}."
            f" {each['retrieved']}. {each['url'] or ''}".rstrip()
            for each in sources
        ),
    )

"""What assistants can read beside tools: the description of all tables, and a prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.language.i18n import CODES, language
from data.tidy.described import tidy_tables

if TYPE_CHECKING:
    from mcp.server import MCPServer

    from dashboard.answers import Atlas


def add_to(server: MCPServer, atlas: Atlas) -> None:
    """Adds them to the server."""

    @server.resource(
        "savivalda://dictionary/{lang}",
        title="Dictionary",
        description="Every table and column in words, with types, units and code lists; lt or en",
        mime_type="text/markdown",
    )
    def dictionary(lang: str) -> str:
        return _dictionary(lang if lang in CODES else CODES[0])

    @server.resource(
        "savivalda://sources/{lang}",
        title="Sources",
        description="Whose data they are, of which day and under which licence; lt or en",
        mime_type="text/markdown",
    )
    def sources(lang: str) -> str:
        return _sources(atlas, lang if lang in CODES else CODES[0])

    @server.prompt(title="Pastraipa su šaltiniais / A paragraph with sources")
    def paragraph(municipality: str, topic: str, lang: str = "lt") -> str:
        """Write a paragraph on a municipality and a topic, each figure with its source."""
        words = language(lang)
        return words.t("assistants.paragraph", municipality=municipality, topic=topic)


def _dictionary(code: str) -> str:
    parts = []
    for table in tidy_tables().values():
        lines = [
            f"- `{each.name}` ({', '.join(filter(None, [each.type, each.unit, each.codes]))}): "
            f"{each.about[code]}"
            for each in table.columns.values()
        ]
        parts.append("\n".join([f"## {table.title[code]} (`{table.name}`)", *lines]))
    return "\n\n".join(parts)


def _sources(atlas: Atlas, code: str) -> str:
    return "\n".join(
        f"- `{row['source']}` ({row['kind']}): {row[f'title_{code}']}. {row['publisher']}, "
        f"{row['retrieved']:%Y-%m-%d}. {row[f'licence_{code}']}. {row['url'] or ''}"
        for _, row in atlas.sources().iterrows()
    )

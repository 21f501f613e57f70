"""Where what is told of a competition comes from, and where it was called for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dashboard.frame import html

if TYPE_CHECKING:
    from typing import Any

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def origin(row: dict[str, Any], atlas: Atlas, words: Language) -> str:
    """The file, the sheet and the rows of it; that it is invented; or the source alone."""
    if row["demo"]:
        return words.t("competition.from.demo")
    if row["file_kind"] is None:
        sources = atlas.sources().set_index("source")
        return words.t("competition.from.source",
                       source=sources.loc[row["source"], f"title_{words.code}"])  # fmt: skip
    date = words.date(row["received_on"])
    if row["file_kind"] == "form":
        said = words.t("competition.from.form", year=int(row["file_year"]), date=date)
    else:
        said = words.t("competition.from.table", name=row["file_name"], date=date)
    if row["sheet_name"] and row["from_rows"]:
        rows = ", ".join(row["from_rows"].split())
        said += f" {words.t('competition.from.rows', sheet=row['sheet_name'], rows=rows)}"
    return said


def call_link(row: dict[str, Any], words: Language) -> Component | None:
    """A link to the call or its results; an invented one leads nowhere, and is none."""
    address = row["link"]
    if not address:
        return None
    if row["demo"]:
        return html.Span([words.t("competition.invented_link"), " ", html.Code(address)])
    try:
        parts = urlsplit(address)
    except ValueError:
        return html.Code(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return html.Code(address)
    return html.A(
        words.t("competition.link", host=parts.hostname),
        href=address,
        rel="noopener noreferrer nofollow external",
    )

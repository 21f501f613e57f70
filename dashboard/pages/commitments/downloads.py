"""The commitments to take away: the table as CSV and XLSX, the marks as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response

from dashboard.commitments.sentence import plans_sentence
from dashboard.commitments.view import read_plan_view
from dashboard.downloads.table import KINDS as TABLES
from dashboard.downloads.table import table_file
from dashboard.frame.source_line import source_text
from dashboard.pages.commitments.export import tidy
from dashboard.pages.commitments.picture import draw_plans

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

SVG = "image/svg+xml"
KINDS = (*TABLES, "svg")


def download(kind: str, query: str, atlas: Atlas, words: Language) -> Response:
    """The commitments that an address asks for, as a file.

    Args:
        kind: One of `KINDS`.
        query: The query of the commitments page's address.
        atlas: The data.
        words: Language of headings and notes.
    """
    view = read_plan_view(atlas, words, query)
    heading, sentence = words.t("page.commitments.title"), plans_sentence(view)
    source = source_text(["commitments"], atlas, words)
    if kind == "svg":
        return picture_file(
            draw_plans(view, title=heading, sentence=sentence, source=source),
            "savivalda-commitments",
        )
    facts = atlas.sources().set_index("source").loc["commitments"]
    about = {
        words.t("file.title"): heading,
        words.t("file.sentence"): sentence,
        words.t("file.source"): source,
        words.t("file.licence"): str(facts[f"licence_{words.code}"]),
        words.t("file.version"): atlas.store.version,
    }
    table = tidy(view)
    return table_file(kind, "savivalda-commitments", table, about, words)


def picture_file(svg: str, name: str) -> Response:
    """A picture as a file of a name."""
    headers = {"Content-Disposition": f'inline; filename="{name}.svg"', "Cache-Control": "no-cache"}
    return Response(svg, media_type=SVG, headers=headers)

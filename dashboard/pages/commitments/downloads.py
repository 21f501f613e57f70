"""The commitments to take away: the table as CSV and XLSX, the marks and a promise as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from fastapi import Response

from dashboard.charts.svg import LOOKS
from dashboard.downloads.table import KINDS as TABLES
from dashboard.downloads.table import table_file
from dashboard.frame.source_line import source_text
from dashboard.indicators.figures import SIGNS
from dashboard.pages.commitments.export import tidy
from dashboard.pages.commitments.picture import draw_plans
from dashboard.pages.commitments.promise import (
    estimated_note,
    promise_sentence,
    promise_title,
    promises_of,
    target_text,
    writer_of,
)
from dashboard.pages.commitments.promise_chart import Chart, draw_promise
from dashboard.pages.commitments.reading import read_plans
from dashboard.pages.commitments.sentence import plans_sentence
from dashboard.pages.commitments.view import read_plan_view
from data.catalog import INDICATORS

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
        return _picture(
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


def promise_picture(
    key: str, indicator: str, query: str, atlas: Atlas, words: Language
) -> Response | None:
    """The chart of an indicator that a commitment should move; None where there is no such.

    Args:
        key: The commitment.
        indicator: The indicator.
        query: `look=dark` for a dark ground, `narrow=1` for a phone, `framed=1` for a picture
            with title, sentence and source.
        atlas: The data.
        words: Language of what is written in it.
    """
    promises = [item for item in promises_of(atlas, key, words) if item.view.indicator == indicator]
    if not promises:
        return None
    promise, how = promises[0], dict(parse_qsl(query))
    span = (promise.first, promise.last)
    chart = Chart(
        years=[item.year for item in promise.years],
        values=[item.value for item in promise.years],
        target=promise.target,
        signs=[SIGNS["estimated"] if item.estimated else "" for item in promise.years],
        plan=None if span[0] is None or span[1] is None else (span[0], span[1]),
        figure=writer_of(promise, words).figure,
        plan_name=words.t("promise.plan"),
        target_name=target_text(promise, words),
    )
    said = (
        promise_sentence(promise, words),
        words.t("promise.coincidence"),
        estimated_note(promise, words),
    )
    framed = how.get("framed") == "1"
    ids = INDICATORS[indicator].source
    source = source_text(ids, atlas, words)
    title = read_plans(atlas, words).commitments[key].title.text
    picture = draw_promise(
        chart,
        look=how["look"] if how.get("look") in LOOKS else "light",
        narrow=how.get("narrow") == "1",
        title=f"{promise_title(promise, words)} – {title}",
        sentence=" ".join(part for part in said if part),
        source=source if framed else "",
    )
    return _picture(picture, f"savivalda-{key}-{indicator}".replace("_", "-"))


def _picture(svg: str, name: str) -> Response:
    headers = {"Content-Disposition": f'inline; filename="{name}.svg"', "Cache-Control": "no-cache"}
    return Response(svg, media_type=SVG, headers=headers)

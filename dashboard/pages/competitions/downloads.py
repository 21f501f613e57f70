"""What is taken away of the competitions: the list as a table, and the two pictures."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from fastapi import Response

from dashboard.charts.calendar import draw_calendar
from dashboard.charts.picture import Caption
from dashboard.charts.png import png
from dashboard.charts.series import ChartOptions
from dashboard.charts.svg import LOOKS
from dashboard.downloads.choices import read_file_choice
from dashboard.downloads.table import KINDS, table_file
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import COMPETITION_SLUGS
from dashboard.pages.competitions.calendar import (
    calendar_picture,
    calendar_sentence,
    read_calendar,
)
from dashboard.pages.competitions.file_rows import plain_rows, readable_rows
from dashboard.pages.competitions.success import draw_success, success_picture
from dashboard.pages.competitions.telling import sentence_of, title_of
from data.dataset.offered import LICENCE

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.competitions.view import CompetitionsView

PICTURES = ("success", "calendar")
TYPES = {"svg": "image/svg+xml", "png": "image/png"}
WIDTH, HEIGHT, ROW = 1400, 1000, 26
"""Of a picture, px: it is higher where many rows need it."""


def table_downloads(view: CompetitionsView) -> Component:
    """Links to the list as a table."""
    words = view.words
    what = words.t("competitions.list.title")
    start = f"/download/{words.code}/competitions"
    return html.Div([_link(f"{start}.{kind}", kind, what, view) for kind in KINDS],
                    className="downloads")  # fmt: skip


def picture_downloads(name: str, view: CompetitionsView) -> Component:
    """Links to a picture."""
    words = view.words
    what = words.t(f"competitions.{name}.title")
    start = f"/download/{words.code}/competitions/{name}"
    return html.Div([_link(f"{start}.{kind}", kind, what, view) for kind in TYPES],
                    className="downloads")  # fmt: skip


def _link(path: str, kind: str, what: str, view: CompetitionsView) -> Component:
    label = view.words.t("commitments.download", what=what, kind=kind.upper())
    href = f"{path}?{view.query}" if view.query else path
    return html.A(kind.upper(), href=href, download=True, **aria(label=label))


def table_of(kind: str, query: str, view: CompetitionsView) -> Response:
    """All that is found as CSV or XLSX, in the order of the list.

    Raises:
        HTTPException: The query asks for a choice that there is not.
    """
    choice, words = read_file_choice(query), view.words
    table = plain_rows(view) if choice.plain else readable_rows(view)
    about = {
        words.t("file.sentence"): f"{title_of(view)}. {sentence_of(view)}",
        words.t("file.source"): view.source,
        words.t("file.licence"): LICENCE,
        words.t("file.version"): view.atlas.store.version,
    }
    name = "-".join([_name(view), *choice.named])
    return table_file(kind, name, table, about, words, choice.dialect)


def picture_of(name: str, ending: str, query: str, site: str, view: CompetitionsView) -> Response:
    """One of `PICTURES` as a file, with all that explains it.

    Args:
        name: Which.
        ending: One of `TYPES`.
        query: Of the address; `look=dark` for a dark ground.
        site: Where the atlas stands.
        view: What the page shows.
    """
    look = dict(parse_qsl(query)).get("look", "")
    look = look if look in LOOKS else "light"
    if name == "calendar":
        svg = _calendar(look, site, view)
    else:
        caption = _caption(name, sentence_of(view), site, view)
        options = ChartOptions(WIDTH, HEIGHT, look)
        svg = draw_success(success_picture(view, caption), options, view)
    headers = {
        "Content-Disposition": f'attachment; filename="{_name(view)}-{name}.{ending}"',
        "Cache-Control": "no-cache",
    }
    body = png(svg) if ending == "png" else svg
    return Response(body, media_type=TYPES[ending], headers=headers)


def _calendar(look: str, site: str, view: CompetitionsView) -> str:
    calendar = read_calendar(view)
    caption = _caption("calendar", calendar_sentence(calendar, view.words), site, view)
    picture = calendar_picture(calendar, view.words, caption)
    height = max(HEIGHT, 500 + ROW * len(picture.rows))
    return draw_calendar(picture, ChartOptions(WIDTH, height, look))


def _caption(name: str, sentence: str, site: str, view: CompetitionsView) -> Caption:
    words = view.words
    address, today = f"{site}{view.path()}", datetime.now(UTC).date()
    key = words.t(
        "competitions.calendar.key" if name == "calendar" else "competitions.success.unit"
    )
    plain = words.t("demo.figures") if view.demo else ""
    return Caption(
        title=f"{title_of(view)}. {words.t(f'competitions.{name}.title')}",
        sentence=sentence,
        source=view.source.removeprefix(plain).strip(),  # said already, and larger
        notes=(key,),
        demo=plain,
        taken=words.t("picture.taken", date=today, address=address),
    )


def _name(view: CompetitionsView) -> str:
    asked = view.state.asked
    parts = (asked.municipality, asked.county, asked.area, str(asked.year or ""))
    return "-".join(["savivalda", COMPETITION_SLUGS[view.words.code], *filter(None, parts)])

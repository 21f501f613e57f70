"""What is taken away of municipalities side by side: the table, and a picture of all strips."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from fastapi import Response

from dashboard.charts.palette import SELECTED
from dashboard.charts.picture import Caption
from dashboard.charts.series import ChartOptions
from dashboard.charts.strips import ComparedRow, StripsPicture, draw_strips
from dashboard.charts.svg import LOOKS
from dashboard.downloads.choices import read_file_choice
from dashboard.downloads.links import picture_links
from dashboard.downloads.table import KINDS, table_file
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import COMPARE_SLUGS, research_path
from dashboard.indicators.remarks import remark_line
from dashboard.indicators.writing import unit_label
from dashboard.pages.compare.file_rows import plain_rows, readable_rows
from dashboard.peers.compared import compared_dots, compared_sentence
from dashboard.peers.notes import compared_notes, compared_remarks
from data.catalog import FIGURES
from data.dataset.offered import LICENCE

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.compare.view import CompareView

PICTURE_PX = (1600, 1000)


def download_links(view: CompareView) -> Component:
    """Links to both, and to where these municipalities can be studied."""
    words, query = view.words, view.query(year=view.compared.year)
    start = f"/download/{words.code}/compare"
    what = words.t("compare.table")
    tables = [
        html.A(
            kind.upper(),
            href=f"{start}.{kind}?{query}",
            download=True,
            **aria(label=words.t("commitments.download", what=what, kind=kind.upper())),
        )
        for kind in KINDS
    ]
    pictures = picture_links(f"{start}.svg?{query}", words.t("compare.picture"), words)
    return html.Div([*tables, *pictures, _study(view)], className="downloads")


def _study(view: CompareView) -> Component:
    """Leads to the bench, with these municipalities among all."""
    words, state = view.words, view.state
    address = research_path(
        words,
        year=view.compared.year,
        figures=state.figures if state.figures != FIGURES[0] else "",
        select=",".join(state.select),
    )
    return html.A(words.t("research.link"), href=address, title=words.t("research.link.about"))


def table_of(kind: str, query: str, view: CompareView) -> Response:
    """The table as CSV or XLSX.

    Raises:
        HTTPException: The query asks for a choice that there is not.
    """
    choice, words = read_file_choice(query), view.words
    table = plain_rows(view) if choice.plain else readable_rows(view)
    about = {
        words.t("file.sentence"): title_of(view),
        words.t("municipality.file.money"): unit_label(view.state.unit, words),
        words.t("file.figures"): words.t(f"file.figures.{view.state.figures}"),
        words.t("file.source"): view.source,
        words.t("file.licence"): LICENCE,
        words.t("file.version"): view.atlas.store.version,
    }
    name = "-".join([_name(view), *choice.named])
    return table_file(kind, name, table, about, words, choice.dialect)


def picture_of(query: str, site: str, view: CompareView) -> Response:
    """All strips as a picture, with all that explains it.

    Args:
        query: Of the address; `look=dark` for a dark ground.
        site: Where the atlas stands.
        view: What the page shows.
    """
    look = dict(parse_qsl(query)).get("look", "")
    address = f"{site}{view.path(year=view.compared.year)}"
    taken = view.words.t("picture.taken", date=datetime.now(UTC).date(), address=address)
    heads = zip(view.heads, SELECTED, strict=False)
    picture = StripsPicture((*heads,), (*_rows(view),), caption(taken, view))
    options = ChartOptions(*PICTURE_PX, look=look if look in LOOKS else "light")
    headers = {
        "Content-Disposition": f'attachment; filename="{_name(view)}.svg"',
        "Cache-Control": "no-cache",
    }
    return Response(draw_strips(picture, options), media_type="image/svg+xml", headers=headers)


def title_of(view: CompareView) -> str:
    """What is compared, and of which year."""
    names = ", ".join(view.words.name(place) for place in view.places)
    return view.words.t("compare.title", names=names, year=view.compared.year)


def _rows(view: CompareView) -> list[ComparedRow]:
    words, rows = view.words, []
    for name, it in view.compared.indicators.items():
        there = it.shown.there[it.row, list(it.members)].tolist()
        # There is room for one: that of a declared zero is that it is one.
        beside = [
            next(iter(view.beside(it, number)), "–") if known else ""
            for number, known in enumerate(there)
        ]
        rows.append(
            ComparedRow(
                words.t(f"indicator.{name}.name"),
                unit_label(it.shown.view.unit, words),
                compared_dots(it),
                (*zip(view.texts(it), beside, strict=True),),
            )
        )
    return rows


def caption(taken: str, view: CompareView) -> Caption:
    """The texts around the picture."""
    words, shown = view.words, view.compared.indicators.values()
    mixed = any(it.shown.real[it.row].any() for it in shown)
    invented = any((it.shown.marks["demo"] & it.shown.there)[it.row].any() for it in shown)
    plain = words.t("demo.figures") if invented else ""
    return Caption(
        title=title_of(view),
        sentence=compared_sentence(view.compared, words, view.labels),
        source=view.source.removeprefix(plain).strip(),  # said already, and larger
        notes=(" · ".join(compared_notes(view.compared, words)), *_remarks(view)),
        demo=words.t("demo.figures_mixed") if plain and mixed else plain,
        taken=taken,
    )


def _remarks(view: CompareView) -> list[str]:
    return [remark_line(each, view.words) for each in compared_remarks(view.compared)]


def _name(view: CompareView) -> str:
    codes = "-".join(view.state.select)
    return f"savivalda-{COMPARE_SLUGS[view.words.code]}-{codes}-{view.compared.year}"

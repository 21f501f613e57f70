"""A municipality's page as one sheet of paper, for the council's table."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dashboard.charts.dots import dots_row
from dashboard.charts.ink import settled
from dashboard.charts.small_map import draw_small_map
from dashboard.frame.place_view import place_view
from dashboard.frame.places import place_path
from dashboard.indicators.picture import short_name
from dashboard.indicators.remarks import remark_line
from dashboard.indicators.writing import title
from dashboard.pages.municipality.why import why_sentence
from dashboard.peers.notes import standing_notes, standing_remarks
from dashboard.peers.pictures import bare_dots, circle_fills, year_line
from dashboard.peers.state import PeersState
from dashboard.peers.telling import feature_text, headline_of
from dashboard.sheets.content import PrintedSheet, SheetRow
from dashboard.sheets.pdf import sheets_pdf
from data.catalog import INDICATORS
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Collection

    from dashboard.answers import Atlas
    from dashboard.frame.place_view import PlaceView
    from dashboard.language.i18n import Language
    from data.peers.standing import Place

SHOWN = (
    "total",
    "ngo_competition_share",
    "ngo_competition",
    "ngo_recipients",
    "competitions",
    "success_rate",
    "services_transferred",
    "openness",
)
"""The eight indicators that a council asks for first: how much money there is, what of it NGOs win
and how, and whether services and decisions are shared."""

LOOK = "light"
INK = settled(LOOK)
STRIP_PX, LINE_PX = (156, 24), (78, 24)
MOST_NAMED = 15
"""Peers named one by one; of more it is told how many there are."""

TYPED = 90
"""Letters of an address that somebody may type from paper."""

COLUMNS = {
    "name": "indicator", "own": "own", "median": "median", "nation": "nation", "place": "peers",
    "strip": "strip", "line": "line",
}  # fmt: skip


def sheet_of(view: PlaceView, site: str) -> PrintedSheet:
    """The sheet of a view.

    Args:
        view: What the page shows.
        site: Where the atlas stands, such as `https://example.org/atlas`; the QR code and the
            short address lead there.
    """
    words, standing = view.words, view.standing
    codes = [place.code for place in municipalities()]
    fills = circle_fills(standing.circle)
    path = view.path(opened="", year=standing.year)
    return PrintedSheet(
        lang="lt" if words.code == "lt" else "en",
        title=words.name(view.place, "full"),
        subtitle=_subtitle(view),
        demo=_mark(view),
        sentences=headline_of(standing, words, view.labels),
        map=draw_small_map(fills, (codes[standing.circle.own],), look=LOOK),
        map_alt=f"{words.t('peers.map_key')} {_peers(view)}",
        peers=_peers(view),
        headings={name: words.t(f"municipality.column.{key}") for name, key in COLUMNS.items()},
        rows=tuple(_row(name, view) for name in SHOWN),
        takes_title=words.t("sheet.takes"),
        takes=tuple(_takes(view)),
        notes=" ".join([*standing_notes(standing, words), *_remarks(view)]),
        source=view.source.removeprefix(words.t("demo.figures")).strip(),
        version="",
        address=f"{site}{path}",
        short=_short(f"{site}{path}", f"{site}{place_path(view.place, words)}"),
        qr_alt=words.t("sheet.qr"),
        made=words.t("sheet.made", date=words.date(datetime.now(UTC).date())),
    )


def county_sheets(atlas: Atlas, words: Language, codes: Collection[str], site: str) -> bytes:
    """The sheets of several municipalities in one file, by alphabet, each as its page begins.

    Raises:
        SheetsMissing: What sets sheets is not installed.
    """
    places = (place for place in municipalities() if place.code in codes)
    views = (place_view(atlas, words, PeersState(), place) for place in places)
    return sheets_pdf([sheet_of(view, site) for view in views], title=words.t("sheet.title"))


def _remarks(view: PlaceView) -> list[str]:
    """What is remarked on the figures that the sheet shows."""
    return [
        remark_line(each, view.words)
        for each in standing_remarks(view.standing)
        if each.indicator in (None, *SHOWN) and each.year in (None, view.standing.year)
    ]


def _short(whole: str, plain: str) -> str:
    """What is written beside the code: the whole address if it can be typed, else the page's."""
    return (whole if len(whole) <= TYPED else plain).partition("://")[2]


def _subtitle(view: PlaceView) -> str:
    """The year, the county, the kind of municipality and its residents."""
    words, features = view.words, view.standing.features
    county = next(each for each in counties() if each.code == view.place.county)
    residents = feature_text("residents", features["residents"][view.standing.circle.own], words)
    return " · ".join(
        [
            words.t("year.of", year=view.standing.year),
            words.name(county, "full"),
            words.t("sheet.residents", residents=residents),
        ]
    )


def _mark(view: PlaceView) -> str:
    """Says that figures are invented, and whether all are; empty where none is."""
    told = [view.standing.indicators[name] for name in SHOWN]
    if not any(it.shown.marks["demo"][it.row].any() for it in told):
        return ""
    mixed = any(it.shown.real[it.row].any() for it in told)
    return view.words.t("demo.figures_mixed" if mixed else "demo.figures")


def _peers(view: PlaceView) -> str:
    """How the peers were chosen, and who they are as far as they are few."""
    peers = view.standing.circle.peers
    names = [short_name(municipalities()[at], view.words) for at in peers]
    said = why_sentence(view)
    return (
        f"{said.removesuffix('.')} ({', '.join(names)})." if 0 < len(names) <= MOST_NAMED else said
    )


def _row(name: str, view: PlaceView) -> SheetRow:
    telling, words = view.telling(name), view.words
    it = telling.it
    said = " ".join(filter(None, (telling.first_sentence(), telling.second_sentence())))
    return SheetRow(
        name=title(it.shown.view, words),
        group=words.t(f"group.{INDICATORS[name].group}.name"),
        own=telling.figure(),
        median=telling.median or "–",
        nation=telling.nation or "–",
        place=_place(it.among_peers, words) or "–",
        takes="",
        strip=dots_row(bare_dots(it), STRIP_PX, INK),
        strip_alt=said,
        line=year_line(it, LINE_PX, INK),
        line_alt=_over_years(name, view),
    )


def _place(place: Place | None, words: Language) -> str:
    """A place in a narrow column."""
    return words.t("sheet.place", rank=place.rank, count=place.count) if place else ""


def _over_years(name: str, view: PlaceView) -> str:
    """The line in words: its first and its last figure."""
    telling, words = view.telling(name), view.words
    it = telling.it
    there = [row for row, known in enumerate(it.shown.there[:, it.own]) if known]
    if not there:
        return words.t("sheet.no_line")
    figures = (telling.writer.figure(float(it.shown.values[row, it.own])) for row in there)
    first, *_, last = [*figures] * 2
    years = it.shown.years
    return words.t(
        "sheet.line", first=years[there[0]], before=first, last=years[there[-1]], after=last
    )


def _takes(view: PlaceView) -> list[str]:
    """What it would take by each indicator of the sheet where more is better."""
    told = ((name, view.telling(name).takes()) for name in SHOWN)
    return [f"{view.words.t(f'indicator.{name}.name')}: {takes}." for name, takes in told if takes]

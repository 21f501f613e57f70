"""What is taken away of a view: pictures, tables, and the program that gives the same numbers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from fastapi import HTTPException, Response

from dashboard.charts.png import png
from dashboard.charts.series import ChartOptions
from dashboard.charts.svg import LOOKS
from dashboard.downloads.choices import read_file_choice
from dashboard.downloads.table import table_file
from dashboard.frame.places import RESEARCH_SLUGS
from dashboard.pages.research.links import TYPES
from dashboard.research.bench import read_bench
from dashboard.research.registry import view_of
from dashboard.research.state import OTHER
from data.dataset.offered import LICENCE
from data.errors import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.view import ResearchPicture, ResearchTable, ResearchView

PICTURE_PX = (1600, 1000)

FIRST = "first"
"""Stands for the picture of a view that stands for it, for programs that do not know its id."""


def asked_bench(atlas: Atlas, words: Language, query: str, site: str) -> Bench:
    """The bench that a file is of, which says from where it was taken.

    Raises:
        HTTPException: A value of the query is of no use; names the parameter. A page can show the
            usual instead and say so, a file that somebody has kept cannot.
    """
    bench = read_bench(atlas, words, query)
    for name, value in _useless(query, bench):
        raise HTTPException(400, f"{name}: {value!r} is of no use here")
    address = f"{site}{bench.path(year=bench.year)}"
    taken = words.t("picture.taken", date=datetime.now(UTC).date(), address=address)
    return read_bench(atlas, words, query, taken)


def _useless(query: str, bench: Bench) -> Iterator[tuple[str, str]]:
    """Names and values of an address that the bench does not look at as they say.

    Those that a form still sends of what was chosen before are no mistake on a page.
    """
    state = bench.state
    yield from ((note.key, note.value) for note in state.notes)
    given = dict(parse_qsl(query))
    for before, subject in (("", state.subject), (OTHER, state.other)):
        for part in ("unit", "area", "measure"):
            value = given.get(f"{before}{part}", "")
            if value and value != getattr(subject, part):
                yield f"{before}{part}", value


def picture_of(name: str, kind: str, query: str, bench: Bench) -> Response:
    """A picture with all that explains it.

    Args:
        name: Id of the picture, or `FIRST`.
        kind: One of `TYPES`.
        query: Of the address; `look=dark` for a dark ground.
        bench: What is looked at.

    Raises:
        HTTPException: The view has no such picture.
    """
    pictures = view_of(bench).pictures
    wanted = pictures[0].id if name == FIRST and pictures else name
    picture: ResearchPicture = _found(wanted, pictures, bench)
    look = dict(parse_qsl(query)).get("look", "light")
    if look not in LOOKS:
        raise HTTPException(400, f"look: unknown {look!r}{suggestion(look, LOOKS)}")
    svg = picture.draw(ChartOptions(*PICTURE_PX, look=look))
    body = png(svg) if kind == "png" else svg
    return Response(
        body, media_type=TYPES[kind], headers=_headers(f"{_name(wanted, bench)}.{kind}")
    )


def table_of(name: str, kind: str, query: str, bench: Bench) -> Response:
    """A table as CSV or XLSX.

    Raises:
        HTTPException: The view has no such table, or the query asks for a choice that there is not.
    """
    view, choice = view_of(bench), read_file_choice(query)
    table: ResearchTable = _found(name, view.tables, bench)
    frame = table.plain() if choice.plain else table.readable()
    named = "-".join([_name(name, bench), *choice.named])
    return table_file(kind, named, frame, _about(view, bench), bench.words, choice.dialect)


def program_of(bench: Bench) -> Response:
    """The program as a file.

    Raises:
        HTTPException: The view has none.
    """
    view = view_of(bench)
    if view.code is None:
        raise HTTPException(404)
    about = "".join(f"# {line}\n" for line in (view.title, bench.taken_from, view.source))
    headers = _headers(f"{_name('code', bench)}.py")
    return Response(f"{about}\n{view.code()}", media_type="text/x-python", headers=headers)


def _about(view: ResearchView, bench: Bench) -> dict[str, str]:
    """The notes on a table."""
    words = bench.words
    return {
        words.t("file.sentence"): f"{view.title.removesuffix('.')}. {view.sentence}",
        words.t("file.figures"): words.t(f"file.figures.{bench.state.figures}"),
        **({words.t("research.column.taken"): " ".join(view.left_out)} if view.left_out else {}),
        words.t("file.source"): view.source,
        words.t("file.licence"): LICENCE,
        words.t("file.version"): bench.atlas.store.version,
    }


def _found(name: str, there: Sequence[Any], bench: Bench) -> Any:
    """The picture or table of a name."""
    found = next((each for each in there if each.id == name), None)
    if found is None:
        known = ", ".join(each.id for each in there) or "-"
        raise HTTPException(400, f"view: {bench.state.view} has no {name!r}, it has: {known}")
    return found


def _headers(file: str) -> dict[str, str]:
    return {
        "Content-Disposition": f'attachment; filename="{file}"',
        "Cache-Control": "no-cache",
    }


def _name(what: str, bench: Bench) -> str:
    """Of a file: what it is, of what and of which year."""
    slug, state = RESEARCH_SLUGS[bench.words.code], bench.state
    return f"savivalda-{slug}-{state.view}-{what}-{state.subject.of}-{bench.year}"

"""`savivalda sheet`: municipalities on paper, one A4 page each."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.answers import Atlas
from dashboard.cli.failing import or_say
from dashboard.cli.naming import named_county
from dashboard.config import Settings  # noqa: TC001 - click hands it over
from dashboard.frame.place_view import place_view
from dashboard.language.i18n import CODES, language
from dashboard.pages.municipality.sheet import sheet_of
from dashboard.peers.state import PeersState
from dashboard.sheets.pdf import SheetsMissing, sheets_pdf
from data.asking.store import Store
from data.catalog import YEARS
from data.durable import write_whole
from geo.finding import find_municipality
from geo.places import municipalities
from geo.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click._termui_impl import ProgressBar

    from dashboard.language.i18n import Language
    from dashboard.sheets.content import PrintedSheet
    from geo.places import Municipality


@click.command("sheet")
@click.argument("names", nargs=-1, metavar="[MUNICIPALITY]...")
@click.option("--all", "everyone", is_flag=True, help="All 60.")
@click.option("--county", metavar="NAME", help="All of a county, by any spelling of its name.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="A file (.pdf) for all pages, or a folder for a file each.",
)
@click.option("--lang", type=click.Choice(CODES), default=CODES[0], show_default=True)
@click.option(
    "--year",
    type=click.IntRange(YEARS[0], YEARS[-1]),
    help="Without: the newest year with a figure.",
)
@click.option("--site", help="Where the atlas stands, for the QR code; without: HOST and PORT.")
@click.pass_obj
def sheet_command(  # noqa: PLR0913 - click gives each option by its name
    settings: Settings,
    names: Sequence[str],
    *,
    everyone: bool,
    county: str | None,
    output: Path,
    lang: str,
    year: int | None,
    site: str | None,
) -> None:
    """Write the sheet of one municipality, several, a county or all, as PDF/UA.

    \b
    savivalda sheet 53 -o kedainiai.pdf            one: any spelling of its name, or its code
    savivalda sheet --county kauno -o kaunas.pdf   a page each, in one file
    savivalda sheet --all -o lapai/                a file each, in a folder
    """  # noqa: D301 - \b keeps lines as they are
    places = _places(names, county, everyone=everyone)
    if site and not site.startswith(("http://", "https://")):
        raise click.UsageError(f"--site {site!r}: expected an address that begins with https://")
    stands = site or f"http://{settings.host}:{settings.port}{settings.base_path}"
    try:
        with or_say(lambda: Store(settings.database)) as store:
            pages = _Pages(Atlas(store), language(lang), PeersState(year=year), stands.rstrip("/"))
            write = _one_file if output.suffix.lower() == ".pdf" else _folder
            click.echo(f"{output}: {or_say(lambda: write(pages, places, output))}")
    except SheetsMissing as missing:
        raise click.ClickException(str(missing)) from missing


@dataclass(frozen=True)
class _Pages:
    """Makes what stands on sheets.

    Attributes:
        atlas: The data.
        words: Language of the sheets.
        state: What is looked at.
        site: Where the atlas stands.
    """

    atlas: Atlas
    words: Language
    state: PeersState
    site: str

    def of(self, place: Municipality) -> PrintedSheet:
        """What stands on the sheet of a municipality."""
        return sheet_of(place_view(self.atlas, self.words, self.state, place), self.site)


def _one_file(pages: _Pages, places: Sequence[Municipality], output: Path) -> str:
    """All in one; says what was made."""
    with _progress(places) as bar:
        made = [pages.of(place) for place in bar]
    words = pages.words
    title = words.name(places[0], "full") if len(places) == 1 else words.t("sheet.title")
    write_whole(output, sheets_pdf(made, title=title))
    return "1 page" if len(made) == 1 else f"{len(made)} pages"


def _folder(pages: _Pages, places: Sequence[Municipality], folder: Path) -> str:
    """A file each; says what was made."""
    folder.mkdir(parents=True, exist_ok=True)
    with _progress(places) as bar:
        for place in bar:
            body = sheets_pdf([pages.of(place)], title=pages.words.name(place, "full"))
            write_whole(folder / f"{slug(place, pages.words.code)}.pdf", body)
    return "1 file" if len(places) == 1 else f"{len(places)} files"


def _progress(places: Sequence[Municipality]) -> ProgressBar[Municipality]:
    """How far it is, beside what is said in the end; nothing where nobody looks."""
    seen = sys.stderr.isatty()
    return click.progressbar(places, label="sheets", file=sys.stderr, hidden=not seen)


def _places(
    names: Sequence[str], county: str | None, *, everyone: bool
) -> tuple[Municipality, ...]:
    """Those that are asked for, in one of the three ways."""
    ways = [bool(names), county is not None, everyone]
    if sum(ways) != 1:
        raise click.UsageError("expected one of: municipalities, --county NAME, --all")
    if everyone:
        return municipalities()
    if county is not None:
        code = named_county(county).code
        return tuple(place for place in municipalities() if place.county == code)
    return or_say(lambda: tuple(dict.fromkeys(map(find_municipality, names))))

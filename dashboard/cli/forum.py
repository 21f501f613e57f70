"""`savivalda forum`: a deck for a county forum, made without a server."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.answers import Atlas
from dashboard.cli.failing import or_say
from dashboard.cli.naming import county_of
from dashboard.config import Settings  # noqa: TC001 - click hands it over
from dashboard.forum.address import write_deck
from dashboard.forum.deck import LOOKS, MOST_PLACES, PURPOSES
from dashboard.forum.decks import default_deck
from dashboard.forum.file import read_deck_file
from dashboard.forum.making import make_slides
from dashboard.forum.telling import DeckTelling
from dashboard.frame.places import FORUM_SLUGS
from dashboard.indicators.selection import members
from dashboard.language.i18n import CODES, language
from dashboard.sheets.pdf import SheetsMissing
from dashboard.slides.pdf import slides_pdf
from dashboard.slides.pptx import SlidesMissing, slides_pptx
from dashboard.slides.screen import slides_html
from dashboard.slides.stage import SQUARE, WIDE
from data.asking.store import Store
from data.durable import write_whole
from geo.errors import GeoError
from geo.finding import find_municipality
from geo.places import counties

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.forum.deck import Deck
    from dashboard.slides.content import SlideDeck

WIDEST = "16:9"
STAGES = {WIDEST: WIDE, "4:3": SQUARE}
KINDS: dict[str, Callable[[SlideDeck, str], bytes]] = {
    ".html": lambda deck, _: slides_html(deck).encode(),
    ".pptx": lambda deck, _: slides_pptx(deck),
    ".pdf": lambda deck, aspect: slides_pdf(deck, STAGES[aspect]),
}
"""What can be made, by the ending of its file; only paper has one shape."""


@click.command("forum")
@click.argument("names", nargs=-1, metavar="[COUNTY | MUNICIPALITY]...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="A file: .html to present, .pptx or .pdf.",
)
@click.option(
    "--deck",
    "kept",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A deck's file, as the page of the forum saves it.",
)
@click.option("--purpose", type=click.Choice(PURPOSES), help="Instead of it, a default deck.")
@click.option("--lang", type=click.Choice(CODES), default=CODES[0], show_default=True)
@click.option("--look", type=click.Choice(LOOKS), help="Without: that of the deck, or light.")
@click.option("--aspect", type=click.Choice([*STAGES]), help="Of a PDF alone; without: 16:9.")
@click.option("--site", help="Where the atlas stands, for the QR code; without: no code.")
@click.pass_obj
def forum_command(  # noqa: PLR0913 - click gives each option by its name
    settings: Settings,
    names: Sequence[str],
    *,
    output: Path,
    kept: Path | None,
    purpose: str | None,
    lang: str,
    look: str | None,
    aspect: str | None,
    site: str | None,
) -> None:
    """Write a deck for a county forum: one file of HTML, PowerPoint or PDF.

    \b
    savivalda forum utenos -o forumas.html               a county by any spelling of its name
    savivalda forum 13 kėdainių -o dvi.pptx              or municipalities
    savivalda forum --deck forumas.toml -o forumas.pdf   or what a deck's file names
    """  # noqa: D301 - \b keeps lines as they are
    make = KINDS.get(output.suffix.lower())
    if make is None:
        raise click.UsageError(f"{output}: expected a file that ends in {', '.join(KINDS)}")
    if aspect and output.suffix.lower() != ".pdf":
        raise click.UsageError(f"{output}: only a .pdf is made in one --aspect")
    if site and not site.startswith(("http://", "https://")):
        raise click.UsageError(f"--site {site!r}: expected an address that begins with https://")
    if kept and purpose:
        raise click.UsageError("expected one of: --deck FILE, --purpose")
    deck = _deck(kept, purpose, _places(names))
    if look:
        deck = replace(deck, look=look)
    words = language(lang)
    path = words.path(f"/{FORUM_SLUGS[lang]}?{write_deck(deck)}")
    try:
        with or_say(lambda: Store(settings.database)) as store:
            address = f"{site.rstrip('/')}{path}" if site else ""
            telling = DeckTelling(Atlas(store), words, deck, address)
            body = or_say(lambda: make(make_slides(telling), aspect or WIDEST))
    except (SheetsMissing, SlidesMissing) as missing:
        raise click.ClickException(str(missing)) from missing
    or_say(lambda: write_whole(output, body))
    count = len(deck.scenes)
    click.echo(f"{output}: {count} slide{'s' if count > 1 else ''}, {len(body) / 1e3:,.0f} kB")


def _deck(kept: Path | None, purpose: str | None, places: tuple[str, ...]) -> Deck:
    """The deck that is asked for, about whom it is asked for; else about whom its file says."""
    if kept is None:
        deck = default_deck(purpose or PURPOSES[0], places)
    else:
        deck = or_say(lambda: read_deck_file(kept.read_bytes(), str(kept)))
        if places and deck.select:
            click.echo(f"{kept}: its municipalities give way to those asked for", err=True)
        deck = replace(deck, select=places or deck.select)
    if not deck.select:
        raise click.UsageError("expected a county, or municipalities, or a --deck that names them")
    return deck


def _places(names: Sequence[str]) -> tuple[str, ...]:
    """Codes of the municipalities that are named, a county for all of its own."""
    codes = dict[str, None]()
    for name in names:
        county = county_of(name)
        codes |= dict.fromkeys(members(county) if county else [_municipality(name)])
    if len(codes) > MOST_PLACES:
        raise click.UsageError(f"{len(codes)} municipalities: expected at most {MOST_PLACES}")
    return tuple(codes)


def _municipality(name: str) -> str:
    try:
        return find_municipality(name).code
    except GeoError as error:
        known = ", ".join(each.name_lt for each in counties())
        raise click.UsageError(f"{error}\nOr one of the counties: {known}") from error

"""A deck as its page shows it: its scenes with their slides, and where links lead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from dashboard.forum.address import read_deck, write_deck
from dashboard.forum.decks import default_deck
from dashboard.forum.editing import edited
from dashboard.forum.making import make_slides
from dashboard.forum.telling import DeckTelling
from dashboard.frame.places import FORUM_SLUGS

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.forum.deck import Deck
    from dashboard.language.i18n import Language
    from dashboard.slides.content import SlideDeck

SHOW_SLUGS = {"lt": "rodyti", "en": "present"}
"""Below the page: the deck as a room sees it."""

EDIT, WAS = "do", "was"
"""In what the page's form sends: an edit, and the purpose that its scenes are of."""


@dataclass(frozen=True)
class ForumView:
    """What the page shows.

    Attributes:
        atlas: The data.
        words: The language.
        deck: What is asked for.
        site: Where the atlas stands, such as `https://example.org/atlas`; empty within a page.
    """

    atlas: Atlas
    words: Language
    deck: Deck
    site: str = ""

    @cached_property
    def slides(self) -> SlideDeck:
        """Its scenes as slides."""
        address = f"{self.site}{self.path()}" if self.site else ""
        return make_slides(DeckTelling(self.atlas, self.words, self.deck, address))

    @property
    def query(self) -> str:
        """Of the page's address."""
        return write_deck(self.deck)

    def path(self, deck: Deck | None = None) -> str:
        """The page's address, of this deck or of another."""
        query = write_deck(deck or self.deck)
        path = self.words.path(f"/{FORUM_SLUGS[self.words.code]}")
        return f"{path}?{query}" if query else path

    @property
    def show_path(self) -> str:
        """The address of the deck as a room sees it."""
        code = self.words.code
        return self.words.path(f"/{FORUM_SLUGS[code]}/{SHOW_SLUGS[code]}?{self.query}")

    def file_path(self, name: str, query: str = "") -> str:
        """The address of a file of the deck, such as `forum.pptx`."""
        both = "&".join(filter(None, (self.query, query)))
        return f"/download/{self.words.code}/{name}?{both}"


def asked_deck(atlas: Atlas, query: str) -> tuple[Deck, bool]:
    """The deck that a query asks for, and whether it has an address of its own to be gone to.

    An edit is kept by no address. What a form sends is not the shortest either, but where some of
    it was of no use it stays, to say so.
    """
    pairs = parse_qsl(query.encode("utf-8", "replace").decode())
    asked = dict(pairs)
    kept = [(name, value) for name, value in pairs if name not in (EDIT, WAS)]
    deck = read_deck(urlencode(kept), atlas.areas)
    if asked.get(WAS, deck.purpose) != deck.purpose:  # the scenes are those of another deck
        deck = replace(deck, scenes=default_deck(deck.purpose).scenes)
    if asked.get(EDIT):
        return edited(deck, asked[EDIT]), True
    return deck, WAS in asked and not deck.notes

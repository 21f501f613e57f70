"""What an address shows: its page, the item, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from dashboard import pages
from dashboard.frame.page import NoItem
from dashboard.frame.places import share_picture_path
from dashboard.language.i18n import code_of, language
from dashboard.pages.share.short import LONGEST_ADDRESS, short_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.frame.page import Content, Page
    from dashboard.language.i18n import Language

INVENTED = "demo-badge"
"""The class of the mark by which a page says that figures are invented."""

PICTURES = (".png", ".svg")


@dataclass(frozen=True)
class PageAddress:
    """Where an address leads to.

    Attributes:
        page: The page.
        words: The language of the address.
        key: Of the item in this language; empty for the page itself.
        query: What stands behind the question mark.
    """

    page: Page
    words: Language
    key: str = ""
    query: str = ""

    @property
    def path(self) -> str:
        """The address, without the base."""
        path = self.page.path(self.words, self.key)
        return f"{path}?{self.query}" if self.query else path

    def within(self, words: Language) -> PageAddress:
        """The same in a language."""
        key = self.page.items.key_in(self.key, words) if self.page.items and self.key else ""
        return PageAddress(self.page, words, key, self.query)


@dataclass(frozen=True)
class Looked:
    """A view that is there.

    Attributes:
        place: Where it is; its query names what is usual today alone, such as the newest year.
        content: What its page says.
    """

    place: PageAddress
    content: Content

    @property
    def words(self) -> Language:
        """Its language."""
        return self.place.words

    @property
    def short(self) -> str:
        """Its short link, without the base; empty where it would not be short."""
        return short_link(self.place.path)

    @property
    def picture(self) -> str:
        """The address of the picture by which it is shared."""
        place = self.place
        return share_picture_path(place.page.id, place.words, place.key, place.query)

    @property
    def is_invented(self) -> bool:
        """Whether its page says that figures of it are invented."""
        return any(
            INVENTED in str(getattr(each, "className", "")).split()
            and not getattr(each, "hidden", False)
            for each in _elements(self.content.body)
        )

    def pictures(self) -> dict[str, str]:
        """What its page offers as pictures to take away: what is said of each, by address."""
        return {
            each.href: getattr(each, "aria-label", "") or str(each.children)
            for each in _elements(self.content.body)
            if getattr(each, "download", False)
            and str(getattr(each, "href", "")).partition("?")[0].endswith(PICTURES)
        }


def place_at(address: str) -> PageAddress | None:
    """Where an address leads to, path and query without the base; None where to no page.

    An item may be spelled in any way that its page knows. Whether a page has an item of its own
    way of finding them, only its content tells.
    """
    path, _, query = address.partition("?")
    if len(address) > LONGEST_ADDRESS or not path.startswith("/"):
        return None
    words = language(code_of(path))
    own = unquote(path.rstrip("/"))
    above, _, key = own.rpartition("/")
    for page in pages.all_pages():
        there = page.path(words).rstrip("/")
        if there == own:
            return PageAddress(page, words, "", query)
        if page.items and there == above and key:
            try:
                return PageAddress(page, words, page.items.key_in(key, words), query)
            except NoItem:
                return None
    return None


def look(place: PageAddress, atlas: Atlas) -> Looked | None:
    """The view at a place, or where it has moved to; None where there is none that stays."""
    page, words, key, query = place.page, place.words, place.key, place.query
    if page.items and key:
        if key not in page.items.titles(atlas, words):
            return None
        content = page.items.layout(atlas, words, query, key)
    else:
        content = page.layout(atlas, words, query)
    if content.for_good:
        moved = place_at(content.leads_to)
        return look(moved, atlas) if moved else None
    if content.status != 200 or content.leads_to:
        return None
    return Looked(PageAddress(page, words, key, content.lasting or content.query), content)


def _elements(part: Component | object) -> Iterator[Component]:
    """An element and all within it."""
    if isinstance(part, list | tuple):
        for each in part:
            yield from _elements(each)
    elif hasattr(part, "children"):
        yield part
        yield from _elements(part.children)

"""What a page is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dashboard.language.i18n import CODES, language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dash import Dash
    from dash.development.base_component import Component
    from fastapi import FastAPI
    from markupsafe import Markup

    from dashboard.answers import Atlas
    from dashboard.charts.card import SharePicture
    from dashboard.language.i18n import Language
    from dashboard.searching.findable import Findable


@dataclass(frozen=True)
class Content:
    """What one address shows.

    Attributes:
        body: What stands in the frame.
        title: The title of exactly this view: in the browser's tab and wherever it is shared.
        sentence: What it says, in a sentence or two, for those who show a link to it.
        query: The query of its address, defaults left out; without a question mark.
        fetches: Addresses that its scripts ask for at once, for the browser to begin with.
        status: Of the HTTP answer.
        leads_to: Address to go to instead, without the base, if its query only asks where that is.
        for_good: Whether that is where it has moved to.
        feeds: Titles and addresses of the feeds that tell what changes of it.
        forms: Addresses of what it tells in forms for programs, by media type.
        linked: What it tells as JSON-LD, to stand in its head.
        lasting: The query that also names what is usual today alone, such as the newest year, for
            links that are passed on; the same as `query` where it is left out.
        frames: What of it can stand in a frame elsewhere: kind, one of `frame.places.EMBEDS`, and
            query; what stands for all of it comes first.
    """

    body: Component | Markup
    title: str
    sentence: str
    query: str = ""
    fetches: tuple[str, ...] = ()
    status: int = 200
    leads_to: str = ""
    for_good: bool = False
    feeds: tuple[tuple[str, str], ...] = ()
    forms: Mapping[str, str] = field(default_factory=dict)
    linked: str = ""
    lasting: str = ""
    frames: tuple[tuple[str, str], ...] = ()


@dataclass
class NoItem(LookupError):
    """The end of an address that is no item's.

    Attributes:
        said: What it is instead, for the visitor to read.
        near: Titles of those that may be meant, by key.
    """

    said: str
    near: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Items:
    """What a page is a list of, each with an address of its own below the page's.

    Attributes:
        titles: Every item's title in a language, by the key that ends its address.
        layout: Makes the content as `Page.layout` does, from the item's key too.
        find: The key in a language of whatever spelling of it ends an address, in either language;
            raises NoItem. Without it every language has the same keys, spelled in one way.
        crawled: Keys of those that search engines are led to, where they are not those of `titles`;
            invented ones are none of them.
    """

    titles: Callable[[Atlas, Language], Mapping[str, str]]
    layout: Callable[[Atlas, Language, str, str], Content]
    find: Callable[[str, Language], str] | None = None
    crawled: Callable[[Atlas], Iterable[str]] | None = None

    def key_in(self, key: str, words: Language) -> str:
        """The key that ends an item's address in a language, from any spelling of it.

        Raises:
            NoItem: It is none's.
        """
        return self.find(key, words) if self.find else key


@dataclass(frozen=True)
class Page:
    """A page of the atlas; its words are `page.<id>.title`, `.nav` and `.description`.

    Attributes:
        id: Name in the catalogues, and of its folder of styles and scripts in assets/.
        slugs: Last part of its address in each language, e.g. `{"lt": "duomenys", "en": "data"}`;
            empty for the first page.
        order: Place in the navigation.
        layout: Makes the content from the atlas, the language and the address's query.
        register: Adds the page's callbacks, if it has any, and gives the components that carry
            their values; Dash's runtime comes with them.
        routes: Adds addresses of its own beside the page's, such as its downloads.
        plots: Whether it draws with plotly.js.
        items: What it lists, if each has an address of its own.
        listed: Whether it stands in the navigation.
        finds: What of it can be found by the search, beside the page itself.
        picture: What is seen where a view is shared, from the query and the key of an item, empty
            for the page itself; None gives a card of its title and sentence. Raises NoItem.
    """

    id: str
    slugs: dict[str, str]
    order: int
    layout: Callable[[Atlas, Language, str], Content]
    register: Callable[[Dash], list[Component]] | None = None
    routes: Callable[[FastAPI, Atlas], None] | None = None
    plots: bool = False
    items: Items | None = None
    listed: bool = True
    finds: Callable[[Atlas, Language], Iterable[Findable]] | None = None
    picture: Callable[[Atlas, Language, str, str], SharePicture | None] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The keys of its words."""
        return tuple(f"page.{self.id}.{part}" for part in ("title", "nav", "description"))

    def path(self, words: Language, key: str = "") -> str:
        """The page's address in a language, or that of an item by its key in this language."""
        path = words.path(f"/{self.slugs[words.code]}")
        return f"{path.rstrip('/')}/{key}" if key else path

    def paths(self, key: str = "") -> dict[str, str]:
        """The address in every language, or that of an item by its key in any of them.

        Raises:
            NoItem: The key is none's.
        """
        spoken = {code: language(code) for code in CODES}
        keys = dict.fromkeys(CODES, key)
        if self.items and key:
            keys = {code: self.items.key_in(key, words) for code, words in spoken.items()}
        return {code: self.path(words, keys[code]) for code, words in spoken.items()}

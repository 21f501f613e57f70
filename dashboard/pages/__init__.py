"""The pages, one a file: every module here that has a `PAGE` is a page of the atlas."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dash import Dash
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


@dataclass(frozen=True)
class Items:
    """What a page is a list of, each with an address of its own below the page's.

    Attributes:
        titles: Every item's title in a language, by the key that ends its address.
        layout: Makes the content as `Page.layout` does, from the item's key too.
    """

    titles: Callable[[Atlas, Language], Mapping[str, str]]
    layout: Callable[[Atlas, Language, str, str], Component]


@dataclass(frozen=True)
class Page:
    """A page of the atlas; its words are `page.<id>.title`, `.nav` and `.description`.

    Attributes:
        id: Name in the catalogues.
        slugs: Last part of its address in each language, e.g. `{"lt": "duomenys", "en": "data"}`;
            empty for the first page.
        order: Place in the navigation.
        layout: Makes the content from the atlas, the language and the address's query.
        register: Adds the page's callbacks, if it has any.
        plots: Whether it draws with plotly.js, which other pages then need not load.
        items: What it lists, if each has an address of its own.
    """

    id: str
    slugs: dict[str, str]
    order: int
    layout: Callable[[Atlas, Language, str], Component]
    register: Callable[[Dash, Atlas], None] | None = None
    plots: bool = False
    items: Items | None = None

    def path(self, language: Language, key: str = "") -> str:
        """The page's address in a language, or that of an item of it."""
        path = language.path(f"/{self.slugs[language.code]}")
        return f"{path.rstrip('/')}/{key}" if key else path


def all_pages() -> tuple[Page, ...]:
    """The pages in the order of the navigation."""
    modules = (
        import_module(f"{__name__}.{item.name}.page") for item in pkgutil.iter_modules(__path__)
    )
    found = [module.PAGE for module in modules if hasattr(module, "PAGE")]
    return tuple(sorted(found, key=lambda page: page.order))

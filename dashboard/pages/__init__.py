"""The pages, one a file: every module here that has a `PAGE` is a page of the atlas."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dash import Dash
    from dash.development.base_component import Component

    from dashboard.atlas import Atlas
    from dashboard.i18n import Language


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
    """

    id: str
    slugs: dict[str, str]
    order: int
    layout: Callable[[Atlas, Language, str], Component]
    register: Callable[[Dash, Atlas], None] | None = None
    plots: bool = False

    def path(self, language: Language) -> str:
        """The page's address in a language."""
        return language.path(f"/{self.slugs[language.code]}")


def all_pages() -> tuple[Page, ...]:
    """The pages in the order of the navigation."""
    modules = (import_module(f"{__name__}.{item.name}") for item in pkgutil.iter_modules(__path__))
    found = [module.PAGE for module in modules if hasattr(module, "PAGE")]
    return tuple(sorted(found, key=lambda page: page.order))

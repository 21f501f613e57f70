"""The field of every page's head that looks for everything; where it has no room, a link to it.

It is a plain form that leads to the page of all results; a script (assets/shared/search.js) lists
the first of them while somebody types, and unfolds the field on a phone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.field import Input
from dashboard.frame.places import SEARCH_SLUGS
from dashboard.searching.asked import FIELD, LONGEST

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language

KEY = "/"
"""The key that leads to the field."""


def search_field(words: Language) -> Component:
    """The form; its `data-from` is where the first results are told."""
    field = Input(
        id="search",
        name=FIELD,
        placeholder=words.t("search.find"),
        maxLength=str(LONGEST),
        autoComplete="off",
        spellCheck="false",
        **aria(label=words.t("search.what"), keyshortcuts=KEY),
    )
    return html.Form(
        [field, html.Kbd(KEY, className="scripted", **aria(hidden="true"))],
        action=_path(words),
        className="search",
        role="search",
        **aria(label=words.t("page.search.nav")),
        **{"data-from": f"/search/{words.code}"},
    )


def search_link(words: Language) -> Component:
    """What a narrow screen shows instead."""
    return html.A(
        href=_path(words),
        id="search-link",
        className="icon-button",
        **aria(label=words.t("search.what")),
    )


def _path(words: Language) -> str:
    return words.path(f"/{SEARCH_SLUGS[words.code]}")

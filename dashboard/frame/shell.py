"""What stands around every page: skip link, header, navigation, footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.icon import icon
from dashboard.frame.places import changes_path, share_path
from dashboard.frame.problem import API_SLUG
from dashboard.frame.rendering import drawn
from dashboard.frame.search_field import search_field, search_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component
    from markupsafe import Markup

    from dashboard.answers import Atlas
    from dashboard.frame.page import Page
    from dashboard.language.i18n import Language

MAIN = "main"
SHARE_SIGN = drawn(
    '<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor"'
    ' stroke-width="2" aria-hidden="true"><path d="M8 10V2M5 4.5 8 1.5l3 3M4 7H2v7h12V7h-2"/></svg>'
)
LANGUAGE_LINK = "language-link"


def shell(
    content: Component | Markup,
    *,
    page: Page | None,
    pages: Sequence[Page],
    language: Language,
    tools: Sequence[Component],
    atlas: Atlas,
) -> list[Component]:
    """A page in its frame.

    Args:
        content: What stands in the frame.
        page: The page, None for an address that leads nowhere.
        pages: All of them, for the navigation.
        language: The visitor's language.
        tools: What leads from this view to how it is shared, and to the other language.
        atlas: The data.
    """
    return [
        html.A(language.t("shell.skip"), href=f"#{MAIN}", className="skip"),
        html.Header(
            [
                html.A(
                    [html.Img(src=icon(), alt="", className="brand-mark"), "Savivalda"],
                    href=language.path("/"),
                    className="brand",
                    **({"aria-current": "page"} if page and not page.slugs[language.code] else {}),
                ),
                html.Nav(
                    [_link(item, page, language) for item in pages if item.listed],
                    className="nav",
                    **aria(label=language.t("shell.nav")),
                ),
                search_field(language),
                html.Div(
                    [
                        search_link(language),
                        html.Button(
                            html.Span(className="theme-sign", **aria(hidden="true")),
                            id="theme",
                            type="button",
                            className="icon-button scripted",
                            **aria(label=language.t("shell.theme")),
                        ),
                        *tools,
                    ],
                    className="tools",
                ),
            ],
            className="header",
        ),
        html.Main(content, id=MAIN, tabIndex=-1),
        html.Footer(
            html.P(
                [
                    language.t("shell.footer", version=atlas.store.version),
                    " ",
                    html.A(
                        language.t("shell.footer_data"),
                        href=next(item for item in pages if item.id == "data").path(language),
                    ),
                    html.Span(" · ", className="parting"),
                    html.A(language.t("page.changes.nav"), href=changes_path(language)),
                    html.Span(" · ", className="parting"),
                    html.A(language.t("page.api.nav"), href=language.path(f"/{API_SLUG}")),
                ]
            ),
            className="footer",
        ),
    ]


def language_link(other: Language, there: str) -> Component:
    """Leads to the same in the other language."""
    return html.A(
        other.t("language.name"),
        id=LANGUAGE_LINK,
        href=there,
        lang=other.code,
        hrefLang=other.code,
        className="language",
        **{"data-query": ""},
    )


def share_link(language: Language, own: str) -> Component:
    """Leads to how a view is shared, by its address; scripts open that over the page."""
    return html.A(
        SHARE_SIGN,
        href=share_path(language, own),
        id="share-link",
        className="icon-button",
        title=language.t("page.share.nav"),
        **{"data-share": "", **aria(label=language.t("page.share.nav"))},
    )


def _link(item: Page, page: Page | None, language: Language) -> Component:
    current = {"aria-current": "page"} if item is page else {}
    return html.A(language.t(f"page.{item.id}.nav"), href=item.path(language), **current)


def demo_badge(language: Language) -> Component:
    """The mark of demonstration figures."""
    return html.Span(
        language.t("demo.badge"), className="demo-badge", title=language.t("demo.explained")
    )

"""Makes the application: pages on Dash, Dash on FastAPI, everything it needs given as arguments."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from dash import Dash, Input, Output, dcc, html
from fastapi import FastAPI

from dashboard.answers import Atlas
from dashboard.frame.not_found import failed, not_found
from dashboard.frame.shell import language_link, shell
from dashboard.language.i18n import CODES, code_of, language
from dashboard.pages import all_pages
from dashboard.server.index import INDEX
from dashboard.server.middleware import protect
from dashboard.server.routes import add_routes
from data.errors import StoreError

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.config import Settings
    from dashboard.language.i18n import Language
    from dashboard.pages import Page
    from data.asking.store import Store

LOG = logging.getLogger(__name__)
HERE = Path(__file__).parent


def create_app(settings: Settings, store: Store) -> Dash:
    """An application over an open store; several can live in one process.

    Args:
        settings: How it runs.
        store: The published database, open for reading.

    Returns:
        The Dash application; its `.server` is the ASGI application to serve.
    """
    server = FastAPI(title="Savivalda", docs_url=None, redoc_url=None, openapi_url=None)
    atlas = Atlas(store)
    pages = all_pages()
    app = Dash(
        __name__,
        server=server,
        assets_folder=str(HERE / "assets"),
        index_string=INDEX,
        title="Savivalda",
        suppress_callback_exceptions=True,
        update_title="",
        on_error=_log_callback,
    )
    # Callbacks go by plain requests; with this the front end does not keep trying a socket.
    app.backend.websocket_capability = False
    app.layout = html.Div([dcc.Location(id="url", refresh=False), html.Div(id="page")])
    _register_router(app, atlas, pages)
    for page in pages:
        if page.register:
            page.register(app, atlas)
    add_routes(app, server, atlas, pages)
    protect(app, server, settings)
    # Dash collects its assets at its first own address; a visitor may begin at another.
    app._setup_server()  # noqa: SLF001
    return app


def _register_router(app: Dash, atlas: Atlas, pages: tuple[Page, ...]) -> None:
    """The page of an address; links load pages anew, so this runs once a visit."""

    @app.callback(Output("page", "children"), Input("url", "pathname"), Input("url", "search"))
    def show_page(pathname: object, search: object) -> list[Component]:
        path = pathname if isinstance(pathname, str) else "/"
        # Halves of letters, which JSON can spell and UTF-8 cannot, would not travel back.
        query = search.encode("utf-8", "replace").decode() if isinstance(search, str) else ""
        code = code_of(path)
        words, other = language(code), language(CODES[1 - CODES.index(code)])
        page, key = None, ""
        try:
            page, key = find_page(path, pages, atlas)
            content = _content(atlas, page, key, words, query)
        except Exception as error:  # the frame stays, the log has the trace
            LOG.exception("no content for %r", path)
            content = failed(words, without_data=isinstance(error, StoreError))
        kept = query if query.startswith("?") else ""
        there = f"{page.path(other, key)}{kept}" if page else other.path("/")
        return [
            dcc.Store(id="language", data=code),
            *shell(
                content,
                page=page,
                pages=pages,
                language=words,
                elsewhere=language_link(other, there),
                atlas=atlas,
            ),
        ]


def _content(atlas: Atlas, page: Page | None, key: str, words: Language, query: str) -> Component:
    if page is None:
        return not_found(words)
    if page.items and key:
        return page.items.layout(atlas, words, query, key)
    return page.layout(atlas, words, query)


def _log_callback(error: Exception) -> None:
    """A callback that fails leaves its trace in the log; Dash tells the browser that it failed."""
    LOG.error("a callback failed", exc_info=error)
    raise error


def find_page(path: str, pages: tuple[Page, ...], atlas: Atlas) -> tuple[Page | None, str]:
    """The page at an address, with or without a slash at its end; with the key of its item."""
    asked = path.rstrip("/") or "/"
    for page, words in ((page, language(code)) for page in pages for code in CODES):
        own = page.path(words).rstrip("/") or "/"
        if asked == own:
            return page, ""
        key = asked.removeprefix(f"{own}/")
        if page.items and key in page.items.titles(atlas, words):
            return page, key
    return None, ""

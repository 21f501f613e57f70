"""Makes the application: pages on Dash, Dash on FastAPI, everything it needs given as arguments."""

from __future__ import annotations

import logging
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from anyio import to_thread
from dash import Dash
from fastapi import FastAPI

from dashboard.answers import Atlas
from dashboard.language.catalogues import require_whole
from dashboard.language.i18n import catalogue
from dashboard.pages import all_pages
from dashboard.server.documents import Documents
from dashboard.server.middleware import protect
from dashboard.server.places import AT_ONCE
from dashboard.server.routes import add_routes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from dashboard.config import Settings
    from data.asking.store import Store

THREADS = AT_ONCE + 2
"""Of one worker: one for each place where something is made, and some for what lies ready."""

LOG = logging.getLogger(__name__)


def create_app(settings: Settings, store: Store) -> Dash:
    """An application over an open store; several can live in one process.

    Args:
        settings: How it runs.
        store: The published database, open for reading.

    Returns:
        The Dash application; its `.server` is the ASGI application to serve.

    Raises:
        WrongText: A catalogue is not whole, or the frame of all pages cannot be made of its words;
            names file, key and what was expected.
    """
    server = FastAPI(
        title="Savivalda", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_lifespan
    )
    server.state.send_to = settings.send_to
    server.state.alive = []
    atlas, pages = Atlas(store), all_pages()
    require_whole(key for page in pages for key in page.words)
    app = Dash(
        __name__,
        server=server,
        assets_folder="none",  # styles and scripts go out as one file a page: server/bundles.py
        include_assets_files=False,
        routes_pathname_prefix="/",
        requests_pathname_prefix=f"{settings.base_path}/",
        suppress_callback_exceptions=True,
        update_title="",
        on_error=_log_callback,
    )
    # Callbacks go by plain requests; with this the front end does not keep trying a socket.
    app.backend.websocket_capability = False
    # The pages are HTML before Dash is there; its own layout only carries what callbacks say.
    app.layout = [part for page in pages if page.register for part in page.register(app)]
    documents = Documents(app, atlas, pages, settings.base_path)
    documents.rehearse()
    catalogue.cache_clear()  # a server needs the words alone
    if settings.mcp:
        # Who is asked by no assistant does not load what answers them.
        from dashboard.assistants.over_http import add_assistants  # noqa: PLC0415

        server.state.alive.append(add_assistants(server, atlas, settings.mcp_hosts))
    add_routes(server, atlas, pages, documents)
    protect(app, server, settings)
    # Dash collects its scripts at its first own address; a visitor begins at another.
    app._setup_server()  # noqa: SLF001
    return app


@asynccontextmanager
async def _lifespan(server: FastAPI) -> AsyncIterator[None]:
    """Few threads, and what has to be open for as long as the application lives.

    Few threads do as much at once as forty would, on few cores, and each holds memory of its own.
    """
    to_thread.current_default_thread_limiter().total_tokens = THREADS
    async with AsyncExitStack() as opened:
        for alive in server.state.alive:
            await opened.enter_async_context(alive())
        yield


def _log_callback(error: Exception) -> None:
    """A callback that fails leaves its trace in the log; Dash tells the browser that it failed."""
    LOG.error("a callback failed", exc_info=error)
    raise error

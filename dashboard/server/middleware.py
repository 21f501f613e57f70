"""What every answer passes through: safe headers, compression, memory for static files, a guard.

Outermost first: `Prefix` → `Headers` → `OpenReading` → `Remembered` → gzip → `Limits` →
`CallbackGuard` → `Overload` → the application. What is answered from memory so costs no question
of the limit and waits for no place; what is sent slowly or asked too often takes none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware

from dashboard.downloads.table import DATASET_KINDS
from dashboard.server.guard import CallbackGuard
from dashboard.server.headers import Headers
from dashboard.server.limits import Limits
from dashboard.server.open_reading import OpenReading
from dashboard.server.overload import Overload
from dashboard.server.prefix import Prefix
from dashboard.server.remembered import Remembered

if TYPE_CHECKING:
    from dash import Dash
    from fastapi import FastAPI

    from dashboard.config import Settings


def protect(app: Dash, server: FastAPI, settings: Settings) -> None:
    """Adds the layers; Starlette puts each new one outside those before it.

    Answers made anew are pressed lightly: level 1 takes a sixth of the time of level 6 and leaves
    a view one kilobyte larger. Files of the data set go as they lie: parts can be asked for.
    """
    server.add_middleware(Overload)
    server.add_middleware(CallbackGuard, callbacks=app.callback_map)
    if settings.rate_limit:
        server.add_middleware(Limits, per_minute=settings.rate_limit)
    pressed = (*DEFAULT_EXCLUDED_CONTENT_TYPES, *DATASET_KINDS.values(), "image/png")
    server.add_middleware(
        GZipMiddleware, minimum_size=500, compresslevel=1, exclude_content_types=pressed
    )
    server.add_middleware(Remembered)
    server.add_middleware(OpenReading)
    server.add_middleware(
        Headers,
        frame_ancestors=settings.frame_ancestors,
        embed_ancestors=settings.embed_ancestors,
        base=settings.base_path,
    )
    if settings.base_path:
        server.add_middleware(Prefix, base=settings.base_path)

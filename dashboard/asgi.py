"""The application as servers find it: `uvicorn --factory dashboard.asgi:make`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.app import create_app
from dashboard.config import settings_from
from dashboard.server.leaving import leave_with_parent
from data.asking.store import Store

if TYPE_CHECKING:
    from fastapi import FastAPI


def make() -> FastAPI:
    """The ASGI application of the environment's settings; one call a worker process."""
    leave_with_parent()
    settings = settings_from()
    app: FastAPI = create_app(settings, Store(settings.database)).server
    return app

"""A path of the proxy before every address: taken away where the proxy hands it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send


class Prefix:
    """Lets the application know its own addresses alone.

    Args:
        app: The application.
        base: The path, without a slash at its end.
    """

    def __init__(self, app: ASGIApp, base: str) -> None:
        self.app = app
        self.base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, with the path that stands after the base."""
        path = scope.get("path", "")
        scope = {**scope, "base": self.base}
        if path == self.base or path.startswith(f"{self.base}/"):
            rest = path[len(self.base) :] or "/"
            scope |= {"path": rest, "raw_path": scope["raw_path"][len(self.base) :] or b"/"}
        await self.app(scope, receive, send)

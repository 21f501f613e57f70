"""An assistant: the official client, asked from tests that are not asynchronous."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any, Self

from anyio.from_thread import start_blocking_portal
from mcp import Client

if TYPE_CHECKING:
    from mcp.types import CallToolResult


class Assistant:
    """Connected for as long as it is open; `server` is whatever the client takes."""

    def __init__(self, server: Any, **how: Any) -> None:
        self._client = Client(server, **how)
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        self._loop = self._opened.enter_context(start_blocking_portal())
        self.client = self._opened.enter_context(
            self._loop.wrap_async_context_manager(self._client)
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def do(self, name: str, *given: Any, **how: Any) -> Any:
        """What a method of the client gives."""
        return self._loop.call(partial(getattr(self.client, name), *given, **how))

    def call(self, tool: str, **asked: Any) -> CallToolResult:
        result: CallToolResult = self.do("call_tool", tool, asked)
        return result

    def told(self, tool: str, **asked: Any) -> dict[str, Any]:
        """What a tool tells programs, where it has an answer."""
        result = self.call(tool, **asked)
        assert not result.is_error, text_of(result)
        assert result.structured_content is not None
        return result.structured_content

    def refused(self, tool: str, **asked: Any) -> str:
        """What it says where it has none."""
        result = self.call(tool, **asked)
        assert result.is_error, text_of(result)
        return text_of(result)


def text_of(result: CallToolResult) -> str:
    return "\n".join(getattr(part, "text", "") for part in result.content)

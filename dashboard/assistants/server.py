"""The server of the Model Context Protocol: the atlas's tools, its dictionary, and a prompt."""

from __future__ import annotations

import functools
import inspect
import logging
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from anyio import CapacityLimiter, to_thread
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp.types import ToolAnnotations

from dashboard.assistants import (
    commitments,
    figure,
    finding,
    methods,
    peers,
    reading,
    statements,
    tables,
    views,
)
from dashboard.resources.resource import WrongAsked
from data.errors import SavivaldaError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from dashboard.answers import Atlas

AT_ONCE = 2
"""Answers made at the same time, and as many statements beside them; pages have other threads."""

LISTED = 30
"""Values of an argument that an error lists."""

INSTRUCTIONS = """\
The open atlas of Lithuania's 60 municipalities: money of budgets and NGOs, competitions, services,
openness, and the commitments of open-government plans. Everything is read-only.

Whatever you tell from here:
1. Name the source and the data version, as every answer tells them.
2. Say when figures are invented. Demonstration data (demo is true, and the notice of the answer
   says so) show how the atlas works and not how things are; never present them as real.
3. Never rank, add, average or compare real figures together with invented ones, nor figures whose
   counts is false together with those whose counts is true.
4. Tell the remarks of an answer where they bear on what you say: breaks, estimates, small numbers.

Begin with find where a name is not certain. figure tells one figure and how it was made; ranking,
trend and peers compare; commitments tells promises; table and sql read any table; explain tells
what things mean. Answers come in Lithuanian or English (lang)."""

_TOOLS = (finding, figure, views, peers, commitments, methods, tables, statements)


def make_server(atlas: Atlas) -> MCPServer:
    """A server over the atlas; it holds no state of those who ask."""
    quick, slow = CapacityLimiter(AT_ONCE), CapacityLimiter(AT_ONCE)
    made = [
        _tool(each, slow if room is statements else quick)
        for room in _TOOLS
        for each in room.tools(atlas)
    ]
    logs = logging.getLogger()
    before = logs.handlers[:], logs.level
    server = MCPServer(
        "savivalda",
        title="Savivalda",
        instructions=INSTRUCTIONS,
        version=_version(),
        tools=made,
        log_level="WARNING",
        subscriptions=False,
    )
    # The library sets up the logs of the whole process, and tells of every forged question.
    logs.handlers[:] = before[0]
    logs.setLevel(before[1])
    logging.getLogger("mcp").setLevel(logging.ERROR)
    reading.add_to(server, atlas)
    return server


def _tool(answer: Callable[..., Any], limit: CapacityLimiter) -> Tool:
    """A tool that only reads; an argument that it does not have is an error, not left unheard."""
    tool = Tool.from_function(
        _answering(answer, limit),
        description=inspect.getdoc(answer),
        annotations=ToolAnnotations(
            read_only_hint=True,
            destructive_hint=False,
            idempotent_hint=True,
            open_world_hint=False,
        ),
    )
    arguments = tool.fn_metadata.arg_model
    arguments.model_config["extra"] = "forbid"
    arguments.model_rebuild(force=True)
    tool.parameters["additionalProperties"] = False
    return tool


def _answering(answer: Callable[..., Any], limit: CapacityLimiter) -> Callable[..., Awaitable[Any]]:
    @functools.wraps(answer)
    async def answering(**asked: Any) -> Any:
        try:
            return await to_thread.run_sync(functools.partial(answer, **asked), limiter=limit)
        except WrongAsked as error:
            raise ToolError(wrong_text(error)) from error
        except SavivaldaError as error:
            raise ToolError(str(error)) from error

    return answering


def wrong_text(error: WrongAsked) -> str:
    """What is wrong with an argument, what was expected, what may be meant, what there is."""
    said = [str(error)]
    if error.near:
        said.append(f"meant perhaps: {', '.join(error.near)}")
    if error.known:
        more = ", …" if len(error.known) > LISTED else ""
        said.append(f"known: {', '.join(error.known[:LISTED])}{more}")
    return "; ".join(said)


def _version() -> str:
    try:
        return version("savivalda")
    except PackageNotFoundError:
        return ""

"""The one table of settings: what can be set from the environment, and what it is by default."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


LONGEST_LINE = 200
"""Characters of a setting that is shown on a page."""


class SettingError(ValueError):
    """A setting has a value that cannot be used; says which, what stands there, what fits."""


@dataclass(frozen=True)
class Settings:
    """How one server runs.

    Attributes:
        data_dir: Folder of the published database (`DATA_DIR`).
        host: Address to listen on (`HOST`).
        port: Port to listen on, 1–65535 (`PORT`).
        workers: Number of server processes (`WORKERS`).
        frame_ancestors: Who may show the atlas in a frame, as in the Content-Security-Policy
            directive of that name (`FRAME_ANCESTORS`), e.g. `'self' https://nipc.lt`.
        embed_ancestors: The same for what is made to stand in frames of others, `/embed/…`
            (`EMBED_ANCESTORS`).
        base_path: Path below which a proxy shows the atlas (`BASE_PATH`), e.g. `/atlas`; the proxy
            may hand it on or take it away.
        send_to: Where a filled-in form is sent, as the page that checks forms says once a form has
            no errors (`SEND_TO`): an e-mail address or a few words; nothing if none is known.
        rate_limit: Questions a minute that one address may ask the interface for programs, in each
            server process, not counting what is answered from memory (`RATE_LIMIT`); 0 for any.
        mcp: Whether assistants are answered at `/mcp` (`MCP`: on or off).
        mcp_hosts: Names under which assistants reach it there (`MCP_HOSTS`), parted by spaces, e.g.
            `atlas.example.lt`; those of this machine are always let in.
    """

    data_dir: Path = Path("var")
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 1
    frame_ancestors: str = "'self'"
    base_path: str = ""
    send_to: str = ""
    embed_ancestors: str = "*"
    rate_limit: int = 1_200
    mcp: bool = False
    mcp_hosts: tuple[str, ...] = ()

    @property
    def database(self) -> Path:
        """The published DuckDB file."""
        return self.data_dir / "savivalda.duckdb"


def settings_from(environment: Mapping[str, str] = os.environ) -> Settings:
    """Reads the settings from environment variables; what is not set keeps its default.

    Raises:
        SettingError: A number is not a number or lies out of range, `FRAME_ANCESTORS` or
            `EMBED_ANCESTORS` holds a character that would end its directive, `BASE_PATH` is no
            path, `SEND_TO` is no line of text, `MCP` is neither on nor off, or `MCP_HOSTS` holds
            what is no name of a host.
    """
    return Settings(
        data_dir=Path(environment.get("DATA_DIR", str(Settings.data_dir))),
        host=environment.get("HOST", Settings.host),
        port=_whole(environment, "PORT", Settings.port, 1, 65535),
        workers=_whole(environment, "WORKERS", Settings.workers, 1, 64),
        frame_ancestors=_ancestors(environment, "FRAME_ANCESTORS", Settings.frame_ancestors),
        base_path=_path(environment.get("BASE_PATH", "")),
        send_to=_line(environment.get("SEND_TO", "").strip()),
        embed_ancestors=_ancestors(environment, "EMBED_ANCESTORS", Settings.embed_ancestors),
        rate_limit=_whole(environment, "RATE_LIMIT", Settings.rate_limit, 0, 1_000_000),
        mcp=_switch(environment, "MCP"),
        mcp_hosts=_hosts(environment.get("MCP_HOSTS", "")),
    )


def _ancestors(environment: Mapping[str, str], name: str, default: str) -> str:
    text = environment.get(name, default)
    if not text.isascii() or not text.isprintable() or any(c in text for c in ";,"):
        raise SettingError(f"{name} is {text!r}: expected sources parted by spaces")
    return text


def _line(text: str) -> str:
    if not text.isprintable() or len(text) > LONGEST_LINE:
        said = f"expected an e-mail address or at most {LONGEST_LINE} characters in a line"
        raise SettingError(f"SEND_TO is {text!r}: {said}")
    return text


def _switch(environment: Mapping[str, str], name: str) -> bool:
    text = environment.get(name, "") or "off"
    if text not in {"on", "off"}:
        raise SettingError(f"{name} is {text!r}: expected on or off")
    return text == "on"


def _hosts(text: str) -> tuple[str, ...]:
    hosts = tuple(text.split())
    if not all(re.fullmatch(r"[A-Za-z0-9.-]+", host) for host in hosts):
        raise SettingError(f"MCP_HOSTS is {text!r}: expected names of hosts parted by spaces")
    return hosts


def _path(text: str) -> str:
    """A path without a slash at its end; nothing for the root."""
    if not re.fullmatch(r"(/[A-Za-z0-9._~-]+)*/?", text):
        raise SettingError(f"BASE_PATH is {text!r}: expected a path such as /atlas")
    return text.rstrip("/")


def _whole(environment: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    text = environment.get(name, str(default))
    if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
        raise SettingError(f"{name} is {text!r}: expected a whole number from {low} to {high}")
    return int(text)

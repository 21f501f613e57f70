"""nginx with the files of deploy/, before servers of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DEPLOY = Path(__file__).parents[2] / "deploy"
NGINX = shutil.which("nginx")
PATIENCE_S = 20.0


def written(folder: Path, port: int, *servers: int) -> list[str]:
    """Writes its files, with other ports, into a folder; the command that runs it there."""
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for there, here in {
        "listen 8080;": f"listen 127.0.0.1:{port};",
        "/dev/stdout": "access.log",
        "error_log stderr crit;": "error_log error.log warn;",
    }.items():
        assert text.count(there) == 1, there
        text = text.replace(there, here)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    lines = (f"server 127.0.0.1:{each} max_fails=0;\n" for each in servers)
    (folder / "servers.conf").write_text("".join(lines), encoding="utf-8")
    files = ["-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    # Root's nginx answers as somebody else, who may not look into a folder of the tests.
    user = "user root;" if os.geteuid() == 0 else ""
    return [str(NGINX), *files, "-g", f"daemon off; {user}"]


@contextmanager
def nginx(folder: Path, *servers: int) -> Iterator[int]:
    """Its port, for as long as the block lasts; its log lies in the folder as access.log."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    with subprocess.Popen(written(folder, port, *servers), stderr=subprocess.DEVNULL) as process:
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
            except OSError:
                time.sleep(0.05)
            else:
                break
        try:
            yield port
        finally:
            process.terminate()


def told(folder: Path) -> list[list[str]]:
    """The words of each line of its log: when, status, cache, seconds, servers …"""
    return [line.split() for line in (folder / "access.log").read_text("utf-8").splitlines()]

"""Folders of their own kind, that only the processes started here see: small, or only to be read.

They are mounted in a name space of their own, so that nothing of them is left whatever happens. The
test looks into it through the process that is in it.
"""

from __future__ import annotations

import subprocess
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@cache
def can_mount() -> bool:
    """Whether this machine lets us mount."""
    try:
        tried = subprocess.run(
            ["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"],
            capture_output=True,
            check=False,
        )
    except OSError:
        return False
    return tried.returncode == 0


def on_a_small_disk(folder: Path, megabytes: int) -> tuple[str, ...]:
    """What starts a process to which a folder is a small disk."""
    return _within(f"mount -t tmpfs -o size={megabytes}m none '{folder}'")


def read_only(folder: Path) -> tuple[str, ...]:
    """What starts a process to which a folder can only be read."""
    return _within(f"mount --bind '{folder}' '{folder}' && mount -o remount,ro,bind '{folder}'")


def _within(mount: str) -> tuple[str, ...]:
    return "unshare", "-m", "sh", "-c", f'{mount} && exec "$0" "$@"'

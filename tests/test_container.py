"""What the image promises: an ordinary user, a root that nobody can write, no shell needed.

The server is run as there where that can be made without an image: in a mount namespace whose root
is read-only, as a user who owns nothing, with a small temporary folder as the one place to write.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.data.forms.drafts import true_to_life
from tests.data.forms.writers import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
USER = "10001"
PRINTED = "/download/lt/municipality/13.pdf"
MADE, SERVED = re.split(r"(?m)^(?=FROM )", (ROOT / "Dockerfile").read_text(encoding="utf-8"))[1:]
CONFINED = r"""
set -e
case "$BASE" in /root/*)  # an interpreter that lies in a home of its own
  mount --bind "$BASE" /mnt
  mount -t tmpfs -o mode=755 none /root
  mkdir -p "$BASE"
  mount --move /mnt "$BASE" ;;
esac
mount -t tmpfs -o mode=755 none /srv
cp "$DATABASE" /srv/savivalda.duckdb
chmod 444 /srv/savivalda.duckdb
mount -o remount,ro /srv
mount -t tmpfs -o mode=1777 none /tmp
mount -o remount,bind,ro /
exec setpriv --reuid "$RUNS_AS" --regid "$RUNS_AS" --clear-groups --no-new-privs \
  --bounding-set=-all -- "$@"
"""


def instruction(name: str, stage: str = SERVED) -> str:
    """An instruction of a stage in one line."""
    (found,) = re.findall(rf"(?m)^{name} ((?:.*\\\n)*.*)$", stage)
    return re.sub(r"\s*\\\n\s*", " ", found)


def test_the_image_runs_as_a_user_without_rights_by_number() -> None:
    """By number, so that whoever runs it can see that it is not root."""
    assert instruction("USER") == USER
    assert f"--uid {USER}" in instruction("RUN")
    assert SERVED.index("\nUSER ") < SERVED.index("\nCMD ")


@pytest.mark.parametrize("name", ["CMD", "HEALTHCHECK"])
def test_what_the_image_runs_needs_no_shell(name: str) -> None:
    said = instruction(name)
    command = json.loads(said[said.index("[") :])
    assert command[0] in {"savivalda", "python"}


def test_the_image_holds_nothing_that_installs_and_nothing_of_the_tests() -> None:
    assert "pip" in instruction("RUN")
    assert "apt" in instruction("RUN")
    assert "--require-hashes" in MADE
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert {".git", ".venv", "var", "tests"} <= set(ignored)
    copied = [line.split()[1:-1] for line in MADE.splitlines() if line.startswith("COPY ")]
    assert "." not in {each for line in copied for each in line}


def test_nothing_is_written_where_the_image_lies() -> None:
    assert "PYTHONDONTWRITEBYTECODE=1" in instruction("ENV")
    copied = re.findall(r"(?m)^COPY --from=made (.*)$", SERVED)
    assert copied
    assert not [line for line in copied if "--chown" in line], "what is served belongs to root"


def test_only_locked_packages_are_installed_each_with_its_hash() -> None:
    for name in ("runtime.txt", "dev.txt"):
        lock = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        blocks = re.split(r"(?m)^(?=[a-z0-9])", lock)[1:]
        assert len(blocks) > 50
        assert not [each for each in blocks if "==" not in each or "--hash=sha256:" not in each]
    installed = [line for line in MADE.splitlines() if "pip install" in line]
    assert all("--require-hashes" in line or "--no-deps" in line for line in installed)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _can_confine() -> bool:
    tools = all(map(shutil.which, ("unshare", "setpriv", "mount")))
    if not tools or os.geteuid() != 0:
        return False
    return subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"],
                          capture_output=True, check=False).returncode == 0  # fmt: skip


@contextmanager
def confined(database: Path) -> Iterator[tuple[httpx.Client, subprocess.Popen[str]]]:
    """The server in a place like the image's; it ends with the block, and said nothing."""
    port = _free_port()
    environment = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": "/nonexistent", "TMPDIR": "/tmp", "DATA_DIR": "/srv", "PORT": str(port),
        "DATABASE": str(database), "BASE": sys.base_prefix, "RUNS_AS": USER,
    }  # fmt: skip
    command = [
        "unshare",
        "-m",
        "sh",
        "-c",
        CONFINED,
        "sh",
        sys.executable,
        "-m",
        "dashboard",
        "serve",
    ]
    with subprocess.Popen(
        command, env=environment, cwd="/", text=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as visitor:
                _wait(visitor, process)
                yield visitor, process
        finally:
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=60)
    assert told == ""
    assert process.returncode == 0


def _wait(visitor: httpx.Client, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        try:
            visitor.get("/health")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    process.kill()
    raise AssertionError(process.communicate()[1])


@pytest.mark.slow
@pytest.mark.skipif(not _can_confine(), reason="needs root and namespaces of its own")
def test_the_server_needs_no_place_to_write(database: Path, tmp_path: Path) -> None:
    form = write_xlsx(true_to_life(), tmp_path / "form.xlsx").read_bytes()
    with confined(database) as (visitor, process):
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
        assert re.search(rf"(?m)^Uid:\t{USER}\t{USER}\t{USER}\t{USER}$", status)
        assert re.search(r"(?m)^Cap(Eff|Bnd):\t0+$", status)
        for path in ("/", "/en/data", "/download/lt/view.xlsx", "/share/lt/map.png", PRINTED):
            assert visitor.get(path).status_code == 200, path
        checked = visitor.post("/check/lt/marked", content=form, headers={"x-file-name": "f.xlsx"})
        assert checked.status_code == 200
        assert checked.content.startswith(b"PK")
        inside = Path(f"/proc/{process.pid}/root")
        assert list((inside / "tmp").iterdir()) == []
        assert [path.name for path in (inside / "srv").iterdir()] == ["savivalda.duckdb"]

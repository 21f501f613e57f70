"""Finds the Chromium that the browser tests drive, or installs one.

`python -m tests.browser.chromium` prints its path: that of the environment's `CHROMIUM`, else one
on the PATH, else Playwright's own; where there is none, Debian's package is installed if that can
be done, else Playwright's own. The headless shell comes first: it is the same engine without the
browser's own windows and buttons, for which Chromium starts processes with every new visitor.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)

MISSING = """No Chromium was found, and none could be installed.
Install the package "chromium" of your system, or run: python -m playwright install chromium
or set CHROMIUM to the path of a Chromium that is there."""


class NoChromium(RuntimeError):
    """There is no browser to test with; says what to do."""


def find() -> str | None:
    """The path of a Chromium that starts; None if there is none.

    Raises:
        NoChromium: `CHROMIUM` is set, but does not lead to one.
    """
    given = os.environ.get("CHROMIUM")
    if given:
        if not _starts(given):
            raise NoChromium(f"CHROMIUM is {given!r}: no Chromium starts from there")
        return given
    named = (shutil.which(name) for name in NAMES)
    return next((path for path in (*named, _own()) if path and _starts(path)), None)


def find_or_install() -> str:
    """The path of a Chromium, installed if need be.

    Raises:
        NoChromium: there is none and none can be installed.
    """
    for install in (None, _install_package, _install_own):
        if install:
            install()
        found = find()
        if found:
            return found
    raise NoChromium(MISSING)


def _own() -> str | None:
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def _starts(path: str) -> bool:
    """Whether it runs at all: some systems ship a stub that only tells what to install."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _install_package() -> None:
    """Debian's package, without asking for a password."""
    if not shutil.which("apt-get"):
        return
    may: list[str] = []
    if os.geteuid() != 0:
        if not shutil.which("sudo"):
            return
        may = ["sudo", "-n"]
    _try(*may, "apt-get", "update", "-q")
    for name in NAMES[:2]:
        if not any(map(shutil.which, NAMES[:2])):
            _try(*may, "apt-get", "install", "-q", "-y", "--no-install-recommends", name)


def _install_own() -> None:
    _try(sys.executable, "-m", "playwright", "install", "chromium")


def _try(*command: str) -> None:
    """Runs a command; its words go to stderr, so that stdout holds the path alone."""
    sys.stderr.write(f"{' '.join(command)}\n")
    sys.stderr.flush()
    subprocess.run(command, stdout=sys.stderr, check=False)


def main() -> None:
    """Prints the path; exit code 1 and what to do where there is none."""
    try:
        path = find_or_install()
    except NoChromium as error:
        raise SystemExit(str(error)) from None
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()

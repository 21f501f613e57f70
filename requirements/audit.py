"""Asks whether anything that is locked has a known vulnerability: `python -m requirements.audit`.

Only what the locks name is asked about, by name and version; nothing is resolved or installed. A
finding fails. Where nobody answers, as without internet, it says so in a line and fails nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements/dev.txt", "requirements/runtime.txt")
COMMAND = ("-m", "pip_audit", "--require-hashes", "--disable-pip", "--format", "json")
HOW = ("--progress-spinner", "off", "--timeout", "5")
PATIENCE_S = 120
SILENCE = "not asked for known vulnerabilities: nobody answers"


def verdict(told: str) -> tuple[bool, str]:
    """Whether all is well, and a sentence.

    Args:
        told: what was answered of all packages, in JSON; something else where nobody answered.
    """
    try:
        packages: list[dict[str, Any]] = json.loads(told)["dependencies"]
        asked = [each for each in packages if "skip_reason" not in each]
    except (ValueError, KeyError, TypeError):
        return True, SILENCE
    found = [
        f"{each['name']} {each['version']}: {fault['id']}"
        f" (mended in {', '.join(fault['fix_versions']) or 'no version yet'})"
        for each in asked
        for fault in each["vulns"]
    ]
    if found:
        return False, "\n".join(["known vulnerabilities:", *found])
    if not asked:
        return True, SILENCE
    without = len(packages) - len(asked)
    left = f"; {without} not known there" if without else ""
    return True, f"no known vulnerability in {len(asked)} locked packages{left}"


def ask(locks: Sequence[str] = LOCKS) -> str:
    """What is answered, in JSON, or nothing."""
    named = [part for lock in locks for part in ("--requirement", lock)]
    try:
        done = subprocess.run(
            [sys.executable, *COMMAND, *HOW, *named],
            cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout


def main() -> None:
    """Says what was answered; exit code 1 where something was found."""
    if find_spec("pip_audit") is None:  # not to be taken for nobody's answer
        raise SystemExit("pip-audit is not installed: make test sets it up")
    well, said = verdict(ask())
    print(said)
    raise SystemExit(not well)


if __name__ == "__main__":
    main()

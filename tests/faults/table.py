"""The table of faults: each run adds what it saw, and a long one writes it down."""

from __future__ import annotations

import json
import os
import platform
import tempfile
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from data.durable import locked
from tests.killing import SOAK

if TYPE_CHECKING:
    from collections import Counter

PAGE = Path(__file__).parents[2] / "docs" / "faults.md"
SECTIONS = (
    "Killed at a random moment",
    "Disk full",
    "The database file",
    "Clock set back",
    "Read-only folder",
    "Two at once",
    "A server's worker killed",
    "A file that changes while it is read",
)
HEAD = """\
# Faults

What happens to Savivalda when something breaks, tried by `make soak` and written by it: nothing
here is written by hand. After each fault what counts is compared with what counted before: it is
the old or the new, nothing between; nothing that was accepted is lost; the same command, run again,
works and leaves no hidden file behind. In messages, `…` stands for the folder.

"""


@dataclass(frozen=True)
class Fault:
    """What was done, and what was seen.

    Attributes:
        section: which of SECTIONS.
        name: what was done.
        times: how often.
        seen: what was seen.
        says: the message in a line; empty where nothing is said.
        seed: what its chances began with; None without chance.
    """

    section: str
    name: str
    times: int
    seen: str
    says: str = ""
    seed: int | None = None


def note(fault: Fault) -> None:
    """Add a row; a long run writes the table anew with it."""
    assert fault.section in SECTIONS
    if not SOAK:
        return
    folder = Path(tempfile.gettempdir()) / f"faults-of-{_run()}"
    folder.mkdir(exist_ok=True)
    with locked(folder):
        with (folder / "rows").open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(fault), ensure_ascii=False) + "\n")
        pieces = _pieces(folder)
        lines = (folder / "rows").read_text(encoding="utf-8").splitlines()
        rows = [Fault(**json.loads(line)) for line in lines]
        last = {(each.section, each.name): each for each in rows}  # of a test that was run again
        PAGE.write_text(page([*last.values()], pieces), encoding="utf-8")


def page(faults: list[Fault], pieces: int = 1) -> str:
    """The page with its table; of a run in pieces it says so: the code may have changed between."""
    seeds = sorted({fault.seed for fault in faults if fault.seed is not None})
    kills = sum(fault.times for fault in faults if fault.section == SECTIONS[0])
    total = sum(fault.times for fault in faults)
    whole = "" if pieces == 1 else f" in {pieces} pieces"
    head = (
        f"Run of {datetime.now(UTC):%Y-%m-%d}{whole} on {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}; "
        f"{total} faults, {kills} of them kills at random moments; "
        f"seeds: {', '.join(map(str, seeds))}."
    )
    said = [head]
    for section in SECTIONS:
        rows = sorted((each for each in faults if each.section == section), key=lambda it: it.name)
        if rows:
            said += ["", f"## {section}", "", "| fault | times | what was seen | what it says |"]
            said += ["|---|---:|---|---|", *map(_row, rows)]
    return HEAD + "\n".join(said) + "\n"


def _row(fault: Fault) -> str:
    cells = fault.name, str(fault.times), fault.seen, f"`{fault.says}`" if fault.says else ""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def said(message: str, *folders: Path) -> str:
    """A message as it stands in the table: in a line, folders of the run left out."""
    line = " ".join(message.replace("\0", " ").split())  # a log cut short has them before its end
    for folder in sorted(folders, key=lambda each: -len(str(each))):
        line = line.replace(str(folder), "…")
    return line.removeprefix("Error: ").replace("`", "'")[:400]


def counted(outcomes: Counter[str]) -> str:
    """Outcomes with their numbers."""
    return "; ".join(f"{name}: {number}" for name, number in sorted(outcomes.items()))


def _pieces(folder: Path) -> int:
    """How many test runs have added to the table."""
    path = folder / "pieces"
    known = {*path.read_text().split()} if path.exists() else set()
    own = str(os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid())
    path.write_text("\n".join(sorted({*known, own})))
    return len({*known, own})


def _run() -> str:
    """What all processes of a test run have in common."""
    return os.environ.get("PYTEST_XDIST_TESTRUNUID") or str(os.getpid())

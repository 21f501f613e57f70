"""How much is measured: everything for the README's table, or a little to see that it runs."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.bench import growth
from tests.bench.rows import recipients, transfers

PARTS = (
    "home",
    "first",
    "pages",
    "embeds",
    "year",
    "view",
    "places",
    "forum",
    "research",
    "load",
    "forms",
    "growth",
    "recipients",
    "transfers",
    "pictures",
)
"""What can be measured alone. The database is built in any case."""

QUICK = {"visits": 2, "changes": 10, "seconds": 3.0, "rows": growth.LEAST, "builds": 1,
         "recipients": recipients.LEAST, "transfers": transfers.LEAST}  # fmt: skip


def read_options(description: str | None) -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=description)
    add = parser.add_argument
    add("--json", type=Path, metavar="FILE", help="also write the result here")
    add("--visits", type=int, default=9, help="first visits of each page (9)")
    add("--changes", type=int, default=40, help="changes of year, of indicator (40)")
    add("--seconds", type=float, default=20, help="of each load (20)")
    add("--rows", type=int, default=growth.MOST, help=f"allocations at most ({growth.MOST})")
    add("--recipients", type=int, default=recipients.MOST, help=f"at most ({recipients.MOST})")
    add("--transfers", type=int, default=transfers.USUAL, help=f"at most ({transfers.USUAL})")
    add("--builds", type=int, default=3, help="of the database (3)")
    add("--only", metavar="PART", nargs="+", choices=PARTS, default=PARTS, help=", ".join(PARTS))
    add("--peers", action="store_true", help="also measure the pages in tests/bench/peers")
    add("--quick", action="store_true", help=f"as little as makes sense: {QUICK}")
    options = parser.parse_args()
    if options.quick:
        vars(options).update(QUICK)
    return options

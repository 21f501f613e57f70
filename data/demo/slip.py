"""The slip of the story: an amount whose digits were swapped, and the correction of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from data.demo import stories

if TYPE_CHECKING:
    from data.demo.stories import DemoRow

KEY = ("municipality", "year", "entity", "area", "mode", "programme", "financing")


def slipped(rows: list[DemoRow]) -> tuple[list[DemoRow], list[DemoRow]]:
    """Swap two digits in the story's amount.

    Args:
        rows: of table allocation, of the story's municipality and year; the amount executed last.

    Returns:
        The rows as they were sent, and the rows of corrections that put them right.
    """
    story = stories.SLIP
    concerned = [row for row in rows if row[3] == story.area and row[4] == "appropriation"]
    for row in sorted(concerned, key=lambda row: Decimal(str(row[-1])), reverse=True):
        right = str(row[-1])
        wrong = swapped(right)
        if wrong != right:
            sent = [(*row[:-1], Decimal(wrong)) if each is row else each for each in rows]
            return sent, [_correction(row, wrong, right)]
    return rows, []


def swapped(amount: str) -> str:
    """Swap two neighbouring digits after the first two, so that somewhat less is left.

    An amount in which no digit is larger than the next stays as it is.
    """
    for at in range(2, len(amount) - 1):
        former, latter = amount[at], amount[at + 1]
        if former.isdigit() and latter.isdigit() and former > latter:
            return amount[:at] + latter + former + amount[at + 2 :]
    return amount


def _correction(row: DemoRow, wrong: str, right: str) -> DemoRow:
    """Return the line of a file of corrections."""
    story = stories.SLIP
    name = f"demo-{story.municipality}-{story.year}-{story.area}"
    key = "; ".join(f"{column}={value}" for column, value in zip(KEY, row, strict=False))
    what = ("allocation", key, "executed", wrong, right)
    return (name, *what, story.reason, "applies", "demo")

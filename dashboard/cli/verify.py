"""`savivalda verify`: whether forms, log, builds and checksums agree."""

from __future__ import annotations

import json
import time
from collections import Counter
from typing import TYPE_CHECKING

import click

from dashboard.cli.failing import or_say
from dashboard.config import Settings  # noqa: TC001 - click hands it over
from data.upkeep.verify import findings

if TYPE_CHECKING:
    from pathlib import Path

    from data.upkeep.finding import Finding

DAMAGE = 1
"""Exit code where something was lost or changed."""


@click.command("verify")
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each finding.")
@click.pass_obj
def verify_command(settings: Settings, *, as_json: bool) -> None:
    """Prove that accepted forms, log, builds and checksums agree.

    Says what does not, a line each: what, where, what was expected, what to do. Damage means that
    something was lost or changed; a remark harms nothing. Every form is read anew from its original
    and compared. Nothing is changed, and nobody is held up.

    Exit code 0: no damage, 1: damage.
    """
    raise SystemExit(tell(settings.data_dir, as_json=as_json))


def tell(data_dir: Path, *, as_json: bool = False) -> int:
    """Looks over a data folder and says what is found, as it is found; returns the exit code."""
    start, counts = time.perf_counter(), Counter[str]()

    def look() -> None:
        for each in findings(data_dir):
            counts[each.grade] += 1
            click.echo(_json(each) if as_json else str(each))

    or_say(look)
    took = f"{time.perf_counter() - start:.1f} s"
    damage = f"damage: {counts['damage']}" if counts["damage"] else "no damage"
    click.echo(f"{data_dir}: {damage}, remarks: {counts['remark']}, {took}", err=as_json)
    return DAMAGE if counts["damage"] else 0


def _json(each: Finding) -> str:
    said = {
        "grade": each.grade,
        "kind": each.kind,
        "path": str(each.path),
        "found": each.found,
        "expected": each.expected,
        "remedy": each.remedy,
    }
    return json.dumps(said)

"""A data folder with something of everything in it, and what the six commands are given."""

from __future__ import annotations

import csv
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from data.building.describe import DEFAULT_FOLDER
from data.commitments.files import PLANS
from data.forms.archive.acceptance import accept
from data.forms.checking.check import check_file
from data.remarks.changing import add_remark
from tests.bench.historical import write_map, write_table
from tests.built import quick_build
from tests.data.commitments.filling import GOOD
from tests.data.forms.writers import write_csvs, write_xlsx
from tests.sent import draft_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from data.forms.checking.report import Report

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
REMARK = {
    "office": "Kauno NVO centras",
    "text_lt": "Trūksta dviejų.",
    "text_en": "Two are missing.",
}
SAID = ("--by", REMARK["office"], "--text-lt", "Trūksta trijų.", "--text-en", "Three are missing.")
ROWS = 60
"""Of the table that is imported, each of another municipality or year."""


@dataclass(frozen=True)
class Scene:
    """A folder with a data folder, files of action plans, and what commands are given.

    Attributes:
        folder: where all of it is.
    """

    folder: Path

    @property
    def var(self) -> Path:
        """The data folder: three builds, an accepted form, a remark."""
        return self.folder / "var"

    @property
    def database(self) -> Path:
        """The published database."""
        return self.var / "savivalda.duckdb"

    @property
    def plans(self) -> Path:
        """The files of action plans."""
        return self.folder / "plans"

    @property
    def given(self) -> Path:
        """Files that commands take."""
        return self.folder / "given"

    def copy(self, folder: Path) -> Scene:
        """Another one just like it."""
        shutil.copytree(self.folder, folder, symlinks=True)
        return Scene(folder)


def lay_out(folder: Path) -> Scene:
    """Make it."""
    scene = Scene(folder)
    scene.given.mkdir(parents=True)
    shutil.copytree(DEFAULT_FOLDER / PLANS, scene.plans)
    first = write_xlsx(draft_of("53", 2023), scene.given / "first.xlsx")
    write_xlsx(draft_of("53", 2024), scene.given / "second.xlsx")
    write_csvs(draft_of("23", 2024), scene.given / "third")
    write_table(scene.given / "table.csv", ROWS)
    write_map(scene.given / "map.csv")
    with (scene.given / "statuses.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(GOOD), delimiter=";")
        writer.writeheader()
        writer.writerow(GOOD)
    for number in range(2):
        quick_build(scene.database, now=NOON + timedelta(hours=number))
        add_remark(scene.var, {"municipality": "53", **REMARK}, date(2026, 11, 21))
    quick_build(scene.database, now=NOON + timedelta(hours=2))
    (done,) = accept([first], scene.var, check=one_by_one, now=NOON)
    assert done.result == "accepted"
    return scene


def one_by_one(paths: Sequence[Path]) -> list[Report]:
    """Checked here: a process of its own would take longer than all the rest."""
    return [check_file(path) for path in paths]


@dataclass(frozen=True)
class Asked:
    """A command and what it is given.

    Attributes:
        name: what it is called in the table.
        words: its arguments; of a path only what comes after the scene's folder, behind "@".
    """

    name: str
    words: tuple[str, ...]

    def arguments(self, scene: Scene) -> list[str]:
        """Its arguments in a scene."""
        return [f"{scene.folder}{os.sep}{w[1:]}" if w[:1] == "@" else w for w in self.words]


COMMANDS = {
    each.name: each
    for each in (
        Asked("accept", ("accept", "@given/second.xlsx", "@given/third")),
        Asked("build", ("build",)),
        Asked("import", ("import", "@given/table.csv", "--map", "@given/map.csv", "--leave-forms")),
        Asked("rollback", ("rollback",)),
        Asked("statuses", ("statuses", "@given/statuses.csv", "--folder", "@plans")),
        Asked("remark", ("remark", "add", "23", *SAID)),
    )
}

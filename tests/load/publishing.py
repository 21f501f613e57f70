"""Databases that follow one another while a server is visited: forms are accepted, builds made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import duckdb

from data.building.publish import publish, workshop
from data.forms.archive.acceptance import accept
from tests.data.forms.given import checked
from tests.data.forms.writers import write_xlsx
from tests.load.running import ROOT
from tests.sent import draft_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.data.forms.drafts import Draft

YEAR = 2025


class Publisher:
    """Accepts forms into a folder of data, and publishes a database there each time.

    Args:
        data: the folder, with a published database.
        forms: an empty folder, for forms that are sent in.
    """

    def __init__(self, data: Path, forms: Path) -> None:
        self.data, self.forms = data, forms
        self.versions: list[str] = []

    def quick(self) -> str:
        """A form accepted, and a copy of the database published in which something differs."""
        number = len(self.versions) + 1
        form = self.forms / f"{number}.xlsx"
        form.write_text(f"form {number}")
        accept([form], self.data, check=checked("13", YEAR))
        version = f"{YEAR}-12-{number:02}.{number:08x}"
        target = self.data / "savivalda.duckdb"
        with workshop(target) as folder:
            fresh = folder / "fresh.duckdb"
            shutil.copy(target, fresh)
            with duckdb.connect(str(fresh)) as database:
                database.execute("UPDATE build SET data_version = $version", {"version": version})
                database.execute("UPDATE mart_indicator SET numerator = numerator + 1")
            publish(fresh, target)
        self.versions.append(version)
        return version

    def whole(self) -> str:
        """A form accepted and a database built of it, both by their commands, as a steward does."""
        number = len(self.versions) + 1
        form = write_xlsx(_draft(number), self.forms / f"{number}.xlsx")
        self._command("accept", str(form))
        self._command("build", "--demo")
        database = str(self.data / "savivalda.duckdb")
        with duckdb.connect(database, read_only=True) as published:
            found = published.execute("SELECT data_version FROM build").fetchone()
        assert found
        self.versions.append(found[0])
        return self.versions[-1]

    def _command(self, *words: str) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "dashboard", *words],
            cwd=ROOT,
            env={**os.environ, "DATA_DIR": str(self.data)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"


def _draft(number: int) -> Draft:
    """A form of Kėdainiai, each time with another amount."""
    return draft_of("53", YEAR, 20_000_000 + 1_000 * number)

"""Good forms of every kind, from which the spoilt ones are made."""

from __future__ import annotations

import io
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from data.forms.writing.template import template_bytes
from geo.places import municipalities
from tests.data.forms.drafts import true_to_life
from tests.data.forms.oldexcel import write_xls
from tests.data.forms.writers import write_csv, write_csvs, write_ods, write_xlsx
from tests.fuzz.evil import VALUES

if TYPE_CHECKING:
    from random import Random

    from tests.data.forms.drafts import Draft

WRITERS = {"xlsx": write_xlsx, "ods": write_ods, "xls": write_xls}
NUMBERS = (0, -1, 0.1 + 0.2, 1e17, 1e308, -1e308, 2**53 + 1, 5e-324, 2026, 40_000, 2_958_466)


@cache
def seeds() -> dict[str, bytes]:
    """One good file of each kind."""
    vilnius = next(place for place in municipalities() if place.code == "13")
    made = {kind: _written(kind, true_to_life()) for kind in WRITERS}
    with tempfile.TemporaryDirectory() as folder:
        table = write_csv(true_to_life().grids["Asignavimai"], Path(folder) / "table.csv")
        made |= {"csv": table.read_bytes(), "zip": _zip(Path(folder) / "all")}
    return made | {"form": template_bytes(vilnius, 2026)}


def spoilt_cells(kind: str, random: Random) -> bytes:
    """A whole file in which some cells hold what they should not."""
    draft = true_to_life()
    for _ in range(random.choice((1, 3, 10))):
        grid = random.choice(list(draft.grids.values()))
        where = random.choice(list(grid.cells))
        value = random.choice((*VALUES, *NUMBERS, True))
        grid.cells[where] = _short(value) if isinstance(value, str) else value
    return _written(kind, draft)


def _short(text: str) -> str:
    """As long as a cell can be, without what XML cannot hold."""
    return "".join(sign for sign in text[:8_000] if sign not in "\ufffe\0")


def _written(kind: str, draft: Draft) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return WRITERS[kind](draft, Path(folder) / "made").read_bytes()


def _zip(folder: Path) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(write_csvs(true_to_life(), folder).iterdir()):
            archive.write(path, path.name)
    return stream.getvalue()

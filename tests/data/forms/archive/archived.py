"""What lies in a data folder, what is known of a form, and which figures a build made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.asking.store import Store
from data.asking.views import indicator_view
from data.forms.archive.submissions import submissions

if TYPE_CHECKING:
    from pathlib import Path


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def state(var: Path, municipality: str = "13", year: int = 2020):
    return {(each.municipality, each.year): each for each in submissions(var)}[municipality, year]


def figures(target: Path, indicator: str = "total", municipality: str = "13", year: int = 2020):
    with Store(target) as store:
        frame = indicator_view(store, indicator).set_index(["municipality", "year"])
        return frame.loc[(municipality, year)]

"""How marked copies of forms are called, so that none takes a file's place or passes for a form."""

from __future__ import annotations

import re
from itertools import chain, count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from data.forms.checking.problems import Lang

_MARKS = {"lt": "pastabos", "en": "remarks"}


def copy_path(source: Path, lang: Lang = "lt", folder: Path | None = None) -> Path:
    """Return where the marked copy of a file goes: ``forma-pastabos.xlsx``, or a name still free.

    Args:
        source: the file that was checked.
        lang: language of the copy's remarks.
        folder: where to put it; beside the file if None.
    """
    stem = f"{source.name if source.is_dir() else source.stem}-{_MARKS[lang]}"
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    paths = ((folder or source.parent) / f"{name}.xlsx" for name in names)
    return next(path for path in paths if not path.exists())


def is_marked_copy(path: Path) -> bool:
    """Whether a file is called as marked copies are."""
    return bool(re.search(rf"-({'|'.join(_MARKS.values())})(-[0-9]+)?$", path.stem))

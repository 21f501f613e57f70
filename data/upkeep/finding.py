"""What may be found in a data folder, how grave it is, and what to do about each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from data.forms.values.spelling import visible

if TYPE_CHECKING:
    from pathlib import Path

Grade = Literal["damage", "remark"]
"""damage: something was lost or changed; remark: it is worth knowing, and harms nothing."""

_COPY = "copy it from a backup that is restored elsewhere"
_LOG = "restore the last backup elsewhere, copy its log.csv, accept again what came since"
_SWEPT = "nothing; the next command that writes there takes it away"
_ASIDE = "look at it, and move it elsewhere if nobody needs it"
_FORGET = "delete it; the other builds do without it"

KINDS: dict[str, tuple[Grade, str]] = {
    "unreadable": ("damage", f"let this user read it, or {_COPY}"),
    "log_unreadable": ("damage", _LOG),
    "log_line": ("damage", _LOG),
    "log_torn": ("damage", _LOG),
    "log_lost": ("damage", _LOG),
    "form_missing": ("damage", _COPY),
    "original_missing": ("damage", _COPY),
    "original_changed": ("damage", _COPY),
    "form_elsewhere": ("damage", f"{_COPY}, the log too"),
    "sheet_missing": ("damage", _COPY),
    "sheet_changed": ("damage", _COPY),
    "table_missing": ("damage", _COPY),
    "table_changed": ("damage", _COPY),
    "map_unreadable": ("damage", _COPY),
    "states_unreadable": ("damage", f"mend the line, or {_COPY}"),
    "remarks_unreadable": ("damage", f"mend the line, or {_COPY}"),
    "statuses_unreadable": ("damage", f"mend the line, or {_COPY}"),
    "build_missing": ("damage", "savivalda build makes it; savivalda rollback takes the former"),
    "build_unreadable": ("damage", "savivalda build, if it is the published one; else delete it"),
    "build_changed": ("damage", "savivalda build, if it is the published one; else delete it"),
    "build_broken": ("damage", "savivalda build, if it is the published one; else delete it"),
    "dataset_changed": ("damage", "savivalda build makes the data set again"),
    "log_order": ("remark", "nothing; the order of the lines counts, and a clock was set back"),
    "form_older": ("remark", "nothing; it is kept as it was accepted"),
    "form_otherwise": ("remark", "nothing; the original itself is whole"),
    "leftover_form": ("remark", _ASIDE),
    "leftover_table": ("remark", _ASIDE),
    "leftover_file": ("remark", _ASIDE),
    "leftover_working": ("remark", _SWEPT),
    "leftover_part": ("remark", "delete it; what it was to become is whole without it"),
    "leftover_build": ("remark", _FORGET),
    "leftover_dataset": ("remark", _SWEPT),
    "build_locked": ("remark", "end the program that has it open, and look again"),
    "build_older": ("remark", "nothing; the next builds take its place"),
    "not_built": ("remark", "savivalda build, when they are to be shown"),
    "no_database": ("remark", "savivalda build"),
    "no_dataset": ("remark", "savivalda build, if there is to be one"),
    "statuses_apart": ("remark", "copy these files there, or delete this folder"),
    "nothing_here": ("remark", "set DATA_DIR, or begin with savivalda accept"),
}
"""Each kind of finding: its grade, and what to do."""


@dataclass(frozen=True)
class Finding:
    """One thing that does not agree.

    Attributes:
        kind: one of KINDS.
        path: the file or folder.
        found: what is so, in a sentence without its full stop.
        expected: what should be so; empty where that is plain.
    """

    kind: str
    path: Path
    found: str
    expected: str = ""

    @property
    def grade(self) -> Grade:
        """Whether something was lost or changed, or is only worth knowing."""
        return KINDS[self.kind][0]

    @property
    def remedy(self) -> str:
        """What to do."""
        return KINDS[self.kind][1]

    def __str__(self) -> str:
        """All of it in a line that a terminal may be shown."""
        wanted = f"; expected: {self.expected}" if self.expected else ""
        said = f"{self.grade}: {self.path}: {self.found}{wanted}. To do: {self.remedy}"
        return visible(said)

"""What would become of a checked form, and why it is refused; nothing is written here.

A form that is refused is not kept, because it may hold what must not be stored; the log says that
it came.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING, Literal

from data.forms.archive.log import LogLine
from data.forms.values.identifiers import MASK, is_demo_code, masked

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from data.forms.archive.log import MunicipalityYear, Result
    from data.forms.checking.report import Report

RefusalReason = Literal["problems", "no_money", "demo_codes", "size", "several", "superseded"]
Wish = Literal["size", "superseded"]
"""Reasons that somebody may set aside who knows better."""

_NOT_ITS_OWN = frozenset({"wrong_municipality", "wrong_year"})
"""Problems that make it doubtful whose form it is."""


@dataclass(frozen=True)
class Acceptance:
    """What became of one file.

    Attributes:
        path: the file.
        entry: its line in the log, with the result.
        report: what the check found.
        reason: why it was refused: "problems" of the report; "no_money": nothing was paid to
            anyone; "demo_codes": recipients of the demonstration set; "size": amounts that cannot
            be euros, see the report; "several": other files are the same municipality's form of the
            same year, and say something else; "superseded": a later form took its place.
        superseded: checksum of the form that counted until now.
        waits: it was accepted, but its year is not among those that the atlas shows.
        others: where there are several, the other files.
    """

    path: Path
    entry: LogLine
    report: Report
    reason: RefusalReason | None = None
    superseded: str | None = None
    waits: bool = False
    others: tuple[Path, ...] = ()

    @property
    def result(self) -> Result:
        """What was done with it; see data.forms.archive.log.LogLine."""
        return self.entry.result


def judge(
    path: Path, report: Report, checksum: str, at: datetime, wishes: Container[Wish]
) -> Acceptance:
    """Say what would become of a form if it were the only one."""
    reason = _reason(report, wishes)
    return Acceptance(
        path, _entry(report, checksum, at, refused=reason is not None), report, reason
    )


def refuse_superseded(
    came: Iterable[Acceptance], superseded: Container[tuple[MunicipalityYear, str]]
) -> list[Acceptance]:
    """Refuse forms that later ones took the place of: an old file must not undo a correction."""
    return [
        _refused(each, "superseded")
        if not each.reason and (key_of(each), each.entry.checksum) in superseded
        else each
        for each in came
    ]


def refuse_several(came: Iterable[Acceptance]) -> list[Acceptance]:
    """Refuse forms of one municipality and year that differ."""
    listed = [*came]
    rivals: Mapping[MunicipalityYear, dict[str, Path]] = defaultdict(dict)
    for each in listed:
        if not each.reason:
            rivals[key_of(each)].setdefault(each.entry.checksum, each.path)
    return [each if each.reason else _rival(each, rivals[key_of(each)]) for each in listed]


def _rival(each: Acceptance, files: Mapping[str, Path]) -> Acceptance:
    others = tuple(path for checksum, path in files.items() if checksum != each.entry.checksum)
    return replace(_refused(each, "several"), others=others) if others else each


def _refused(each: Acceptance, reason: RefusalReason) -> Acceptance:
    entry = replace(each.entry, result="refused", state="received", form_version="")
    return replace(each, entry=entry, reason=reason)


def key_of(each: Acceptance) -> MunicipalityYear:
    """Return whose form it is, and of which year."""
    return each.entry.municipality, each.entry.year or 0


def _reason(report: Report, wishes: Container[Wish]) -> RefusalReason | None:
    """Return why a form cannot be taken in, None if it can."""
    if not report.clean or not report.rows or not report.municipality or report.year is None:
        return "problems"
    paid = report.rows.get("allocations", ())
    if any(is_demo_code(str(row["code"])) for row in paid):
        return "demo_codes"
    if not any(row["executed"] for row in paid):
        return "no_money"
    odd = any(problem.code == "size_unlikely" for problem in report.problems)
    return "size" if odd and "size" not in wishes else None


def _entry(report: Report, checksum: str, at: datetime, *, refused: bool) -> LogLine:
    """Return a form's line of the log; of a refused one only what can be no personal data."""
    known = not any(problem.code in _NOT_ITS_OWN for problem in report.problems)
    return LogLine(
        at=second(at),
        result="refused" if refused else "accepted",
        municipality=(report.municipality or "") if known else "",
        year=report.year if known else None,
        checksum=checksum,
        state="received" if refused else _state(report),
        form_version="" if refused else report.version,
        errors=report.errors,
        warnings=report.warnings,
        file=whence(report.path),
    )


def second(at: datetime) -> datetime:
    """Return a time as the log has it."""
    return at.astimezone(UTC).replace(microsecond=0)


def _state(report: Report) -> str:
    """Return the state that a clean form brings its municipality into."""
    (said,) = (report.rows or {}).get("form") or ({},)
    return "declared_zero" if said.get("declared_zero_competition") is True else "accepted"


def whence(path: Path) -> str:
    """Return a file's name with the two folders that it came in, as the log has it."""
    return "/".join(filter(None, map(harmless, path.parts[-3:])))


def harmless(name: str) -> str:
    """Return a file's name without what a spreadsheet or terminal would obey; digits of codes.

    Long runs of digits go too, and what resembles personal data: people name files by them.
    """
    hidden = masked(name).replace(MASK, "…")
    kept = re.sub(r"\d{10,}", "…", re.sub(r"[^\w .()…-]", "_", hidden))
    return kept.lstrip("-. ")[:100]

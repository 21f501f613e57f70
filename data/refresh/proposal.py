"""What would change if a source were taken anew: told first, written when confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.refresh.errors import RefreshError
from data.refresh.remark import Remark, grouped, spans
from data.refresh.writing import write_all

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from data.catalog import Lang
    from data.refresh.draft import Draft, Total

_SOURCE = Remark("Šaltinis: {}", "Source: {}")
_FROM = Remark("Iš: {} (SHA-256 {})", "From: {} (SHA-256 {})")
_ROWS = Remark(
    "Eilutės: buvo {}, būtų {}; naujų {}, pakeistų {}, dingusių {}",
    "Rows: {} now, {} then; {} added, {} changed, {} removed",
)
_YEARS = Remark("Metai: buvo {}; būtų {}", "Years: {} now; {} then")
_NOTHING = Remark("nėra", "none")
_WARNING = Remark("Įspėjimas: {}", "Warning: {}")
_SAME = Remark("Niekas nepasikeistų.", "Nothing would change.")
_DATE_ONLY = Remark(
    "Duomenys tie patys; pasikeistų tik šaltinio aprašas (data, adresas).",
    "The figures are the same; only the source's description (date, address) would change.",
)
_FILES = Remark("Būtų įrašyta: {}", "Would be written: {}")


@dataclass(frozen=True)
class Proposal:
    """A source taken anew, not written yet.

    Attributes:
        source: its id.
        origin: where the answer came from.
        checksum: SHA-256 of the answer.
        draft: rows, years, totals and warnings.
        files: new content by path, the description last.
        present: the files' content when this was prepared; None where there was no file.
        sources: folder of the sources.
    """

    source: str
    origin: str
    checksum: str
    draft: Draft
    files: Mapping[Path, bytes]
    present: Mapping[Path, bytes | None]
    sources: Path

    @property
    def changes(self) -> tuple[Path, ...]:
        """The files that would differ from what stood there."""
        return tuple(path for path in self.files if self.files[path] != self.present[path])

    def text(self, language: Lang = "lt") -> str:
        """Return the summary: what would change, in sums that a person can judge."""
        draft = self.draft
        lines = [
            _SOURCE.said(language).format(self.source),
            _FROM.said(language).format(self.origin, self.checksum[:16]),
            _ROWS.said(language).format(*map(grouped, (*draft.rows, *draft.change))),
        ]
        if draft.years[1]:
            lines.append(_YEARS.said(language).format(*map(spans, draft.years)))
        lines += [_line(total, language) for total in draft.totals]
        lines += [_WARNING.said(language).format(told.said(language)) for told in draft.warnings]
        return "\n".join([*lines, self._outcome(language)])

    def apply(self) -> tuple[Path, ...]:
        """Write what differs; a second time there is nothing left to write.

        Returns:
            The files that were written.

        Raises:
            RefreshError: a file changed since this was prepared, or cannot be written; in both
                cases everything is as before.
        """
        now = {path: path.read_bytes() if path.is_file() else None for path in self.files}
        fresh = {path: made for path, made in self.files.items() if now[path] != made}
        moved = [path for path in fresh if now[path] != self.present[path]]
        if moved:
            listed = ", ".join(map(str, moved))
            raise RefreshError(f"changed since the summary was made: {listed}; nothing written")
        if fresh:
            write_all(fresh, self.sources)
        return tuple(fresh)

    def _outcome(self, language: Lang) -> str:
        if not self.changes:
            return _SAME.said(language)
        if [path.name for path in self.changes] == ["source.toml"]:
            return _DATE_ONLY.said(language)
        names = (f"{path.parent.name}/{path.name}" for path in self.changes)
        return _FILES.said(language).format(", ".join(names))


def _line(total: Total, language: Lang) -> str:
    before = total.before or _NOTHING.said(language)
    return f"{total.name.said(language)}: {before} → {total.after}"

"""The analysis as a folder, whole or not at all: document, pictures, tables, programs."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.analysis.as_docx import analysis_docx
from dashboard.analysis.as_html import analysis_html
from dashboard.charts.png import png
from dashboard.downloads.dialect import Dialect
from dashboard.downloads.table import table_xlsx
from data.dataset.offered import LICENCE
from data.durable import flush, put_in_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dashboard.analysis.document import AnalysisDocument, AnalysisFile
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

    Made = Callable[[], bytes]

PLAIN = Dialect(marked=False, noted=False)


def write_analysis(
    document: AnalysisDocument, folder: Path, atlas: Atlas, words: Language, *, again: bool
) -> int:
    """Writes everything.

    Args:
        document: The draft.
        folder: Where to; it is made. One that holds something is replaced with `again` alone.
        atlas: The data.
        words: The language, of names of folders too.
        again: Whether what an earlier run has written may go.

    Returns:
        How many files there are.

    Raises:
        FileExistsError: The folder holds something and must not be replaced.
        OSError: It cannot be written; what was there is untouched.
        DocumentsMissing: python-docx is not installed.
    """
    if folder.exists() and not folder.is_dir():
        raise FileExistsError(f"{folder}: expected a folder, or a name that is free")
    if folder.exists() and any(folder.iterdir()) and not again:
        raise FileExistsError(f"{folder}: it holds files already; --again replaces them all")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as beside:
        fresh, former = Path(beside) / "fresh", Path(beside) / "former"
        files = dict(_files(document, atlas, words))
        for name, make in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(make())
            flush(path)
        if folder.exists():
            folder.rename(former)
        try:
            put_in_place(fresh, folder)
        except OSError:
            if former.exists():
                former.rename(folder)
            raise
        shutil.rmtree(former, ignore_errors=True)
    return len(files)


def _files(document: AnalysisDocument, atlas: Atlas, words: Language) -> Iterator[tuple[str, Made]]:
    """Names below the folder, and what makes each."""
    name = words.t("analysis.folder.document")
    yield f"{name}.html", lambda: analysis_html(document).encode()
    yield f"{name}.docx", lambda: analysis_docx(document, atlas.store.built_at)
    pictures, tables, programs = (
        words.t(f"analysis.folder.{part}") for part in ("pictures", "tables", "programs")
    )
    for figure in (each for section in document.sections for each in section.figures):
        yield f"{pictures}/{figure.id}.svg", lambda it=figure: it.draw(True).encode()  # type: ignore[misc]
        yield f"{pictures}/{figure.id}.png", lambda it=figure: png(it.draw(True))  # type: ignore[misc]
    stand = (each.file for section in document.sections for each in section.tables)
    for file in (*document.files, *stand):
        about = _about(file, atlas, words)
        yield f"{tables}/{file.id}.csv", lambda it=file: PLAIN.text(it.plain(), {}).encode()  # type: ignore[misc]
        yield (
            f"{tables}/{file.id}.xlsx",
            lambda it=file, said=about: table_xlsx(
                it.readable(), said, words, atlas.store.built_at
            ),  # type: ignore[misc]
        )
    for program, text in document.programs:
        yield f"{programs}/{program}.py", text.encode


def _about(file: AnalysisFile, atlas: Atlas, words: Language) -> dict[str, str]:
    """What stands beside a table in XLSX."""
    return {
        words.t("file.sentence"): file.title,
        words.t("file.source"): file.source,
        words.t("file.licence"): LICENCE,
        words.t("file.version"): atlas.store.version,
    }

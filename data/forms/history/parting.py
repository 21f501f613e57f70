"""A checked table is cut into municipality-years and put into the archive, all of it at once."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from data.durable import flush, put_in_place
from data.errors import ArchiveError
from data.forms.archive.accepted import KEPT
from data.forms.archive.judging import harmless
from data.forms.archive.keeping import changed, content_checksum
from data.forms.archive.log import HISTORY, LogLine, MunicipalityYear
from data.forms.archive.origins import ORIGIN, read_places, write_places
from data.forms.archive.supply import SHEETS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from data.forms.archive.accepted import Archive
    from data.forms.archive.origins import ColumnPlace
    from data.steady import AsTheyWere


_ORIGIN = ",".join(("", *ORIGIN)).encode() + b"\n"


@dataclass(frozen=True)
class YearPart:
    """What a table brings for a municipality and year.

    Attributes:
        key: municipality and year.
        folder: prepared, named by its content checksum.
        complete: whether there are figures to show: it says what was paid or, where nothing does,
            what was awarded in competitions.
    """

    key: MunicipalityYear
    folder: Path
    complete: bool


def cut(
    table: Path, sheet: str, archive: Archive, paid: Container[MunicipalityYear]
) -> Iterator[YearPart]:
    """Prepare a folder for each municipality and year, beside the table.

    What an earlier import brought on other sheets stays with it.

    Args:
        table: CSV with a header, municipality and year first, ordered by them; a line a row. The
            places of its columns lie beside it.
        sheet: what the rows are of.
        archive: what counts already.
        paid: municipality-years that paid something according to the table, or awarded something in
            competitions where it is a list of grants.
    """
    current, own = archive.current(), read_places(table.parent)
    with table.open("rb") as file:
        header = file.readline()
        for (municipality, year), lines in groupby(file, key=lambda line: line.split(b",", 2)[:2]):
            key = municipality.decode(), int(year)
            former = current.get(key)
            others: dict[str, Path] = {}
            places = [*own]
            if former is not None and former.form_version == HISTORY:
                before = archive.folder_of(*key, former.checksum)
                others = _others(before, sheet)
                places += [place for place in read_places(before) if place.sheet in others]
            content = b"".join((header, *lines))
            beside = table.parent / f"{key[0]}-{key[1]}"
            folder = _prepare(beside, content, sheet, others, places)
            complete = key in paid
            if former is not None and _decisive({sheet, *others}) in others:
                complete = former.state == "accepted"
            yield YearPart(key, folder, complete)


def _decisive(sheets: Container[str]) -> str:
    """Return the sheet that says whether a municipality-year has figures to show."""
    return "allocations" if "allocations" in sheets else "awards"


def _others(folder: Path, sheet: str) -> dict[str, Path]:
    """Return the files of the other sheets that are kept in a folder."""
    files = {each: folder / f"{each}.csv" for each in SHEETS if each != sheet}
    return {each: path for each, path in files.items() if path.is_file()}


def _prepare(
    parent: Path,
    content: bytes,
    sheet: str,
    others: Mapping[str, Path],
    places: Sequence[ColumnPlace],
) -> Path:
    """Write a part; the same figures have the same checksum whatever file they are from."""
    folder = parent / part_checksum(sheet, content, others)
    folder.mkdir(parents=True)
    (folder / f"{sheet}.csv").write_bytes(content)
    for name, path in others.items():
        shutil.copyfile(path, folder / f"{name}.csv")
    write_places(folder, places)
    return folder


def part_checksum(sheet: str, content: bytes, others: Mapping[str, Path]) -> str:
    """Return the checksum of a part's figures, by which its folder is called.

    Args:
        sheet: the one that the table filled.
        content: its CSV.
        others: files of the other sheets, in the order of SHEETS.
    """
    total = hashlib.sha256(sheet.encode() + _figures(content))
    for name, path in others.items():
        total.update(name.encode() + _figures(path.read_bytes()))
    return total.hexdigest()[:16]


def _figures(content: bytes) -> bytes:
    """Return a sheet's CSV without the columns of its rows' origin."""
    lines = content.splitlines(keepends=True)
    if not lines[0].endswith(_ORIGIN):
        return content
    return b"\n".join(line.rsplit(b",", len(ORIGIN))[0] for line in lines)


class Sent(NamedTuple):
    """Where a table came from: the file, its map of columns and the map's files, when.

    Also how these files were before they were read.
    """

    path: Path
    map_csv: Path
    files: Sequence[Path]
    at: datetime
    before: AsTheyWere

    def require_unchanged(self) -> None:
        """Refuse a file that is another one by now.

        Raises:
            ArchiveError: it was changed since.
        """
        for path in self.before.changed():
            raise ArchiveError(changed(path))


class Judged(NamedTuple):
    """Parts that would count from now on, that count just so already, that have a form."""

    fresh: tuple[YearPart, ...]
    unchanged: tuple[YearPart, ...]
    formed: tuple[YearPart, ...]


def judge(archive: Archive, parts: Iterable[YearPart], *, over_forms: bool) -> Judged:
    """Look up what counts already in the places of a table's parts.

    Args:
        archive: what counts.
        parts: as `cut` prepares them.
        over_forms: whether forms that municipalities sent may be superseded.
    """
    current = archive.current()
    found = Judged((), (), ())._asdict()
    for part in parts:
        former = current.get(part.key)
        if former is not None and former.form_version != HISTORY and not over_forms:
            found["formed"] += (part,)
        elif former is not None and former.checksum == part.folder.name:
            found["unchanged"] += (part,)
        else:
            found["fresh"] += (part,)
    return Judged(**found)


def take_in(archive: Archive, parts: Sequence[YearPart], sent: Sent) -> None:
    """Put parts into the archive, then write all their lines to the log at once.

    Args:
        archive: locked for writing.
        parts: as `cut` prepares them.
        sent: where they came from.
    """
    if parts:
        file = _keep_original(archive, sent, parts[0].folder.parent)
        sent.require_unchanged()
        archive.put_all([(part.folder, part.key) for part in parts])
        archive.append(_entry(part, file, sent.at) for part in parts)


def _keep_original(archive: Archive, sent: Sent, work: Path) -> str:
    """Keep the file as it came, its map and rules; return its name within the archive.

    Each is put in its place whole: an earlier import may rest on what lies there.

    Raises:
        ArchiveError: the file is not the one that was read any more.
    """
    folder = archive.folder / HISTORY / content_checksum(sent.path)
    folder.mkdir(parents=True, exist_ok=True)
    kept, fresh = folder / f"{KEPT}{harmless(sent.path.name)}", work / "fresh"
    shutil.copyfile(sent.path, fresh)
    if content_checksum(fresh) != folder.name:
        raise ArchiveError(changed(sent.path))
    put_in_place(fresh, kept)
    rules = [(path, folder / harmless(path.name)) for path in sent.files]
    for source, target in (*rules, (sent.map_csv, folder / "map.csv")):
        shutil.copyfile(source, fresh)
        put_in_place(fresh, target)
    for each in (folder.parent, archive.folder):
        flush(each)
    return kept.relative_to(archive.folder).as_posix()


def _entry(part: YearPart, file: str, at: datetime) -> LogLine:
    """Return a part's line of the log."""
    return LogLine(
        at=at,
        result="accepted",
        municipality=part.key[0],
        year=part.key[1],
        checksum=part.folder.name,
        state="accepted" if part.complete else "received",
        form_version=HISTORY,
        errors=0,
        warnings=0,
        file=file,
    )

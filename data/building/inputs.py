"""Everything that goes into a build, gathered as CSV files that are named like their tables.

One road for all of it: places, code lists, the catalogue, descriptions of sources and
demonstration figures become CSV files too, so that one loader with one set of errors is enough.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import asdict, astuple, dataclass, fields, replace
from typing import TYPE_CHECKING

from data.building.corrections import read_corrections
from data.building.describe import FORMS, HERE, read_sources, source_of
from data.building.published import missing, take_published
from data.building.transfers import take_transfers
from data.catalog import INDICATORS, PRICE_YEAR, YEARS
from data.commitments.files import PLANS, read_files
from data.demo.generate import COLUMNS, write_demo
from data.demo.submissions import SILENT
from data.errors import SourceError
from data.forms.archive.log import HISTORY
from data.forms.archive.origins import ColumnPlace, InputFile, agreed
from data.forms.archive.supply import SHEETS, Supply, supply
from data.parts.summing import content_mark
from data.remarks.checked import COLUMNS as REMARK
from data.remarks.file import read_remarks
from geo.places import County, Municipality, counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from data.building.corrections import Correction
    from data.building.describe import Source
    from data.building.published import Published
    from data.building.spreading import Workbench
    from data.forms.archive.log import MunicipalityYear

CODES = HERE / "codes"
DICTIONARY = HERE / "dictionary"


@dataclass(frozen=True)
class Inputs:
    """Everything that goes into a build.

    Attributes:
        files: CSV files, UTF-8 with a header; the stem is the table's name. First those that the
            build writes itself, the dictionary among them; of sources that fill one table, those
            that yield to another come after it.
        forms: the accepted forms.
        corrections: those to apply.
        transfers: addresses of Parquet files with rows of sheet allocations, added up.
    """

    files: list[Path]
    forms: Supply
    corrections: list[Correction]
    transfers: tuple[str, ...] = ()

    def checksum(self) -> str:
        """Return the SHA-256 of all files' names and contents and of corrections, hexadecimal."""
        total = hashlib.sha256()
        for name, path in self._named():
            with path.open("rb") as file:
                total.update(f"{name} {hashlib.file_digest(file, 'sha256').hexdigest()}\n".encode())
        total.update(repr(self.corrections).encode())
        if self.transfers:
            total.update(repr(content_mark(self.transfers)).encode())
        return total.hexdigest()

    def _named(self) -> Iterator[tuple[str, Path]]:
        named = ((f"{source_of(path) or ''}/{path.name}", path) for path in self.files)
        yield from sorted(named)
        for files in self.forms.sheets.values():
            for path in files:  # accepted/<municipality>/<year>/<checksum>/<sheet>.csv
                yield "/".join(path.parts[-4:]), path


def gather(
    work: Path,
    *,
    demo: bool,
    sources: Path,
    data_dir: Path,
    corrections: Path,
    bench: Workbench,
) -> Inputs:
    """Write what is not CSV yet into a folder and list every file to load.

    Args:
        work: a folder to make.
        demo: whether to generate demonstration figures of the municipality-years of which nothing
            real is known.
        sources: folder of folders, each with a source.toml and its CSV files.
        data_dir: the folder with the accepted forms, if there are any.
        corrections: the file of corrections.
        bench: who adds transfers up, and where.

    Raises:
        SourceError: a description, a correction, a remark or a file is not as it must be.
        ArchiveError: the accepted forms cannot be read.
    """
    work.mkdir()
    forms = supply(data_dir, YEARS)
    _write(work / "county.csv", _names(County), map(astuple, counties()))
    _write(work / "municipality.csv", _names(Municipality), map(astuple, municipalities()))
    if (sources / PLANS).is_dir():
        read_files(sources / PLANS)
    _write(work / "code.csv", ("list", *_CODE[:3], "position", _CODE[3]), _codes())
    _write(work / "reporting_year.csv", ("year", "price_base"), _years())
    _write(work / "indicator.csv", _INDICATOR, _indicators())
    described, own = read_sources(sources), _sent(forms)
    published = take_published(sources, work / "published", own=own, years=YEARS)
    take_transfers(published, sources, own=own, years=YEARS, bench=bench)
    known = forms.submissions.keys() | published.years.keys()
    invented = demo and write_demo(work, without=known)
    _write_submissions(work / "submission.csv", forms, published)
    absent = missing(published, forms.not_delivered, own)
    _write(work / "not_delivered.csv", _NOT_DELIVERED, absent)
    _write(work / "published_total.csv", _TOTAL, published.totals)
    _write(work / "left_out.csv", _LEFT_OUT, published.left_out)
    _write(work / "applied_rule.csv", _RULE, published.rules)
    files = {file.file: file for file in (*forms.files, *published.files)}
    _write(work / "input_file.csv", InputFile._fields, files.values())
    places = agreed([*forms.places, *published.places])
    _write(work / "input_place.csv", ColumnPlace._fields, places)
    _write(work / "remark.csv", REMARK, map(astuple, read_remarks(data_dir)))
    _write_sources(work / "source.csv", described, forms, demo=invented)
    yielding = {source.source for source in described if source.yields_to}
    brought = sorted(sources.glob("*/*.csv"), key=lambda path: (path.parent.name in yielding, path))
    applying, invented_ones = read_corrections(corrections), work / "corrections.csv"
    if invented_ones.exists():
        applying += read_corrections(invented_ones, "demo")
    made = [*sorted(DICTIONARY.glob("*.csv")), *sorted({*work.glob("*.csv")} - {invented_ones})]
    sheets = {
        sheet: [*forms.sheets.get(sheet, []), *published.sheets.get(sheet, [])]
        for sheet in {**forms.sheets, **published.sheets}
    }
    supplied = replace(forms, sheets=sheets)
    return Inputs(_apart(made, brought), supplied, applying, tuple(published.transfers))


_NOT_DELIVERED = ("municipality", "year", "group", "note_lt", "note_en")
_TOTAL = ("source", "sheet", "year", "amount", "taken", "taken_rows")
_LEFT_OUT = ("source", "sheet", "reason", "year", "why_lt", "why_en", "rows", "amount")
_RULE = (
    "source", "file", "line", "column", "conditions", "value", "why_lt", "why_en", "rows",
    "recipients", "amount",
)  # fmt: skip


def _sent(forms: Supply) -> dict[MunicipalityYear, set[str]]:
    """The sheets that are known already of each municipality and year.

    A form counts whole; an imported table leaves other sheets to what others published.
    """
    sent: dict[MunicipalityYear, set[str]] = {}
    for sheet, files in forms.sheets.items():
        for path in files:  # accepted/<municipality>/<year>/<checksum>/<sheet>.csv
            sent.setdefault((path.parts[-4], int(path.parts[-3])), set()).add(sheet)
    for key, known in forms.submissions.items():
        if known.state not in SILENT and known.form_version != HISTORY:
            sent[key] = {*SHEETS}
    return sent


_INDICATOR = (
    "indicator", "group", "by_area", "rate", "of_residents", "share", "declarable",
    "of_applications",
)  # fmt: skip


def _indicators() -> Iterable[Sequence[object]]:
    for known in INDICATORS.values():
        share = "percent" in known.units
        rests = known.rate, known.of_residents
        kinds = known.by_area, *rests, share, known.declarable, known.of_applications
        yield known.id, known.group, *kinds


def _years() -> Iterable[Sequence[object]]:
    return ((year, year == PRICE_YEAR) for year in YEARS)


_CODE = ("code", "label_lt", "label_en", "offered")


def _codes() -> Iterable[Sequence[object]]:
    for path in sorted(CODES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for position, row in enumerate(csv.DictReader(file), start=1):
                offered = row.setdefault("offered", "yes")
                if tuple(row) != _CODE or offered not in {"yes", "no"}:
                    raise SourceError(
                        f"{path} must have the columns code, label_lt, label_en, and may have "
                        "offered (yes or no)"
                    )
                yield path.stem, *[row[name] for name in _CODE[:3]], position, offered == "yes"


def _write_submissions(path: Path, forms: Supply, published: Published) -> None:
    """Add what is known of submissions to those of the demonstration set.

    Where a municipality-year has something of both, it is whose the money is.
    """
    rows: dict[MunicipalityYear, Sequence[object]] = {}
    for key, said in published.years.items():
        state = "published" if "allocations" in said.sheets or said.won else "received"
        provisional = str(said.provisional).lower()
        rows[key] = (state, said.retrieved, HISTORY, None, "false", said.source, provisional)
    for key, known in forms.submissions.items():
        silent = known.state in SILENT
        if key in rows and (silent or "allocations" in published.years[key].sheets):
            continue
        arrival = known.received_on, known.form_version, known.checksum
        rows[key] = (known.state, *arrival, "false", None if silent else FORMS, "false")
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if not file.tell():
            writer.writerow(COLUMNS["submission"].split())
        writer.writerows((*key, *row) for key, row in rows.items())


def _write_sources(path: Path, sources: list[Source], forms: Supply, *, demo: bool) -> None:
    """Write the sources that something in this build comes from; forms are as of their newest."""
    kept = []
    for source in sources:
        row = asdict(source)
        if source.source == FORMS:
            if forms.newest is None:
                continue
            row["retrieved"] = forms.newest
        if demo or source.kind != "demo":
            kept.append(row)
    _write(path, tuple(kept[0]), (row.values() for row in kept))


def _apart(made: list[Path], published: list[Path]) -> list[Path]:
    """Return all files; no source may fill a table that the build writes itself."""
    seen = {path.stem: path for path in made}
    for path in published:
        if path.stem in seen:
            raise SourceError(f"two files for the table {path.stem!r}: {seen[path.stem]}, {path}")
    return [*made, *published]


def _names(kind: type[County | Municipality]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _write(path: Path, columns: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)

"""Where every figure comes from: each folder of data/sources describes one source.

A source is ``<id>/source.toml`` beside its tidy CSV files. The description is complete or it is
refused, because nothing is shown without its source and date.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from data.errors import SourceError, suggestion
from data.forms.archive.supply import SOURCE

HERE = Path(__file__).parents[1]


DEFAULT_FOLDER = HERE / "sources"

DESCRIPTION = "source.toml"
KINDS = ("real", "demo")
FORMS = SOURCE
"""The source that is sent in and not published anywhere: it has no address."""


@dataclass(frozen=True)
class Source:
    """One row of table source.

    Attributes:
        source: id, the folder's name.
        title_lt: what it is.
        title_en: the same in English.
        publisher: who answers for the figures.
        url: where they were taken from; empty only for demonstration figures and for forms.
        licence_lt: on what terms they may be used.
        licence_en: the same in English.
        retrieved: the day on which they were taken.
        kind: real or demo.
        note_lt: what the figures cannot tell.
        note_en: the same in English.
        yields_to: the source whose gaps it fills: a row that this one has too is left out. May be
            missing.
    """

    source: str
    title_lt: str
    title_en: str
    publisher: str
    url: str
    licence_lt: str
    licence_en: str
    retrieved: date
    kind: str
    note_lt: str
    note_en: str
    yields_to: str | None = None


KEYS = tuple(field.name for field in fields(Source) if field.name != "source")
OPTIONAL = frozenset({"yields_to"})
FURTHER = ("tables", "absent", "transfers")
"""What a source of tables that others published says besides; see data.building.published and
data.building.transfers."""


def read_sources(folder: Path) -> list[Source]:
    """Read the description of every source.

    Args:
        folder: holds one folder per source.

    Returns:
        The sources in the order of their ids.

    Raises:
        SourceError: a description is missing, or is not complete and right; names file and key.
    """
    found = [_read(each) for each in sorted(folder.iterdir()) if each.is_dir()]
    if not found:
        raise SourceError(f"{folder}: no sources")
    known = [each.source for each in found]
    for each in found:
        if each.yields_to and each.yields_to not in known:
            path, said = folder / each.source / DESCRIPTION, each.yields_to
            raise SourceError(f"{path}: yields_to no source {said!r}{suggestion(said, known)}")
    return found


def source_of(file: Path) -> str | None:
    """Return the source in whose folder a file lies, None for another folder."""
    return file.parent.name if (file.parent / DESCRIPTION).is_file() else None


def read_entries(folder: Path) -> dict[str, Any]:
    """Read what a source's description holds, whatever it is.

    Raises:
        SourceError: it is missing or no TOML.
    """
    path = folder / DESCRIPTION
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SourceError(f"{path}: missing; every source has a description") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: {error}") from error


def _read(folder: Path) -> Source:
    """Read one description."""
    path, entries = folder / DESCRIPTION, read_entries(folder)
    for key in entries:
        if key not in {*KEYS, *FURTHER}:
            raise SourceError(f"{path}: unknown key {key!r}{suggestion(key, (*KEYS, *FURTHER))}")
    for key in KEYS:
        if key in entries:
            nowhere = folder.name == FORMS or entries.get("kind") == "demo"
            _check(path, key, entries[key], nowhere=nowhere)
        elif key not in OPTIONAL:
            raise SourceError(f"{path}: key {key!r} is missing")
    return Source(source=folder.name, **{key: entries[key] for key in KEYS if key in entries})


def _check(path: Path, key: str, value: object, *, nowhere: bool) -> None:
    """Refuse a value that its key may not have."""
    if key == "retrieved":
        # A datetime is a date too, but a source is taken on a day.
        if isinstance(value, datetime) or not isinstance(value, date):
            raise SourceError(f"{path}: {key} must be a date such as 2026-01-31, got {value!r}")
        return
    if not isinstance(value, str):
        raise SourceError(f"{path}: {key} must be text, got {value!r}")
    if key == "kind" and value not in KINDS:
        raise SourceError(f"{path}: unknown {key} {value!r}{suggestion(value, KINDS)}")
    if key == "url" and not (value.startswith("https://") or (nowhere and not value)):
        raise SourceError(f"{path}: {key} must begin with https://, got {value!r}")
    if key != "url" and not value.strip():
        raise SourceError(f"{path}: {key} is empty")

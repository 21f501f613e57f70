"""What lies in a scene, read without the code that wrote it: all of it whole, or an error."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import TYPE_CHECKING, NamedTuple

import duckdb

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.scene import Scene

FORMERS = 3
"""Of the former builds, how many of the newest are compared."""


class Published(NamedTuple):
    """A published build: its content's checksum, and those of the newest former ones."""

    checksum: str
    former: tuple[str, ...]


class State(NamedTuple):
    """What counts in a scene, without the times at which it came.

    Attributes:
        log: lines of the log of forms, without the time; each accepted one has its folder.
        published: the builds.
        remarks: the file of remarks.
        statuses: the file of statuses of commitments.
    """

    log: tuple[str, ...]
    published: Published
    remarks: str
    statuses: str


def state_of(scene: Scene) -> State:
    """Read it all.

    Raises:
        AssertionError: something is half there.
    """
    return State(
        _log(scene.var / "forms"),
        published(scene.database),
        _table(scene.var / "remarks.csv"),
        _table(scene.plans / "commitment_status.csv"),
    )


def left_behind(scene: Scene) -> list[str]:
    """Hidden files and folders: what somebody works with, or a killed command left."""
    found = [*scene.var.rglob(".*"), *scene.plans.rglob(".*")]
    return sorted(path.relative_to(scene.folder).as_posix() for path in found)


def kept(scene: Scene) -> dict[str, str]:
    """Every file that is not hidden, with its checksum."""
    return {
        path.relative_to(scene.folder).as_posix(): _digest(path)
        for path in sorted(scene.folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.parts)
    }


def lost(before: dict[str, str], now: dict[str, str]) -> list[str]:
    """Files of the archive that are gone or other than they were; the log and states may grow."""
    return [
        name
        for name, digest in before.items()
        if name.startswith(("var/forms/accepted/", "var/forms/history/"))
        if now.get(name) != digest
    ]


def _log(forms: Path) -> tuple[str, ...]:
    """The log's lines; an accepted form lies in its folder, under the checksum that it has."""
    text = _table(forms / "log.csv")
    for row in csv.DictReader(io.StringIO(text)):
        if row["result"] != "accepted":
            continue
        folder = forms / "accepted" / row["municipality"] / row["year"] / row["checksum"]
        assert (folder / "places.csv").is_file(), f"{folder} is not whole"
        for sheet in folder.glob("*.csv"):
            _table(sheet)
        if row["form_version"] == "history":
            assert (forms / row["file"]).is_file(), f"the log names {row['file']}"
            assert _digest(forms / row["file"])[:16] == (forms / row["file"]).parent.name
        else:
            (original,) = folder.glob("original*")
            assert _content(original) == row["checksum"], f"{original} is another file"
            assert len([*folder.glob("*.csv")]) == 6
    rows = list(csv.reader(io.StringIO(text)))
    assert len({len(row) for row in rows}) <= 1, "a line of the log is half there"
    return tuple(",".join(row[1:]) for row in rows)


def published(database: Path) -> Published:
    """The published build and the former ones, each readable and with its files."""
    names = [p for p in database.parent.glob(f"{database.name}.*") if p.suffix[1:].isdecimal()]
    ordered = sorted(names, key=lambda path: -int(path.suffix[1:]))
    former = [path for path in ordered if not path.samefile(database)]
    found = Published(_build(database), tuple(_build(path) for path in former[:FORMERS]))
    _offered(database)
    return found


def _build(path: Path) -> str:
    """The checksum that a build has of its content; its tables can be read to the end."""
    with duckdb.connect(":memory:") as connection:
        connection.execute("ATTACH $path AS atlas (READ_ONLY)", {"path": str(path)})
        ((checksum,),) = connection.execute("SELECT content_checksum FROM atlas.build").fetchall()
        connection.execute("SELECT sum(hash(c)) FROM atlas.commitment AS c").fetchall()
    return str(checksum)


def _offered(database: Path) -> None:
    """The files to take away, where they are made, are those of the build, each whole."""
    folder = database.with_name(f"{database.name}.dataset")
    if not folder.is_dir():
        return
    with duckdb.connect(":memory:") as connection:
        connection.execute("ATTACH $path AS atlas (READ_ONLY)", {"path": str(database)})
        asked = "SELECT data_version || '-' || strftime(built_at, '%Y%m%d%H%M%S') FROM atlas.build"
        ((name,),) = connection.execute(asked).fetchall()
    listed = json.loads((folder / name / "files.json").read_text(encoding="utf-8"))
    assert listed
    for each in listed:
        assert _digest(folder / name / each["name"]) == each["sha256"], each["name"]


def _table(path: Path) -> str:
    """A CSV file as it stands: lines of one length, the last one ended."""
    if not path.exists():
        return ""
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n") or not text, f"{path} breaks off"
    return text


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _content(path: Path) -> str:
    """The checksum that the archive names a form by."""
    if path.is_dir():
        listed = "".join(f"{each.name} {_content(each)}\n" for each in sorted(path.iterdir()))
        return hashlib.sha256(listed.encode()).hexdigest()[:16]
    return _digest(path)[:16]

"""A file that changes while it is read is taken as it was, as it is, or refused by its name."""

from __future__ import annotations

import os
import random
import shutil
import threading
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

import data.building.build as building
from data.building import inputs
from data.building.describe import DEFAULT_FOLDER
from data.building.published import TABLES
from data.errors import ArchiveError, SourceError
from data.forms.archive.acceptance import accept
from data.forms.history import import_table, importing
from tests.built import quick_build
from tests.faults.scene import NOON, one_by_one
from tests.faults.states import left_behind, published, state_of
from tests.faults.table import SECTIONS, Fault, counted, note, said
from tests.killing import SOAK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.forking import Ended
    from tests.faults.scene import Scene

SEED = 20261128


def more(path: Path) -> None:
    """Something is added at its end."""
    with path.open("ab") as file:
        file.write(path.read_bytes().splitlines(keepends=True)[-1])


def less(path: Path) -> None:
    """Its end is cut off."""
    os.truncate(path, path.stat().st_size - 20)


def another(path: Path) -> None:
    """Another file takes its place."""
    fresh = path.with_name("fresh")
    fresh.write_bytes(path.read_bytes().replace(b"1", b"2"))
    fresh.replace(path)


def there_and_back(path: Path) -> None:
    """It is changed, and soon as it was."""
    before = path.read_bytes()
    path.write_bytes(before[:-20])
    path.write_bytes(before)


def gone(path: Path) -> None:
    """It is taken away."""
    path.unlink()


CHANGES = (more, less, another, there_and_back, gone)
changing = pytest.mark.parametrize("change", CHANGES, ids=lambda it: it.__name__)


def _note(what: str, change: Callable[[Path], None], error: Exception, scene: Scene) -> None:
    name = f"{what}: {change.__name__.replace('_', ' ')}"
    note(
        Fault(
            SECTIONS[7],
            name,
            1,
            "refused; the old",
            said(str(error), scene.folder, scene.folder.parent),
        )
    )


@changing
def test_a_form_that_changes_while_it_is_checked_is_refused(
    scene: Scene, change: Callable[[Path], None]
) -> None:
    form, before = scene.given / "second.xlsx", state_of(scene)

    def check(paths: list[Path]) -> list[object]:
        reports = one_by_one(paths)
        change(form)
        return reports

    with pytest.raises(ArchiveError, match=r"second\.xlsx was changed while it was read") as found:
        accept([form], scene.var, check=check, now=NOON)
    assert state_of(scene) == before
    assert left_behind(scene) == []
    _note("`accept`, its form", change, found.value, scene)


@pytest.mark.parametrize(
    ("change", "what"),
    [(change, what) for change in CHANGES for what in ("table.csv", "map.csv")]
    if SOAK
    else [(there_and_back, "table.csv"), (another, "map.csv")],
)
def test_a_table_that_changes_while_it_is_imported_is_refused(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None], what: str
) -> None:
    before, check = state_of(scene), importing.check_table

    def checked(*given: object, **how: object) -> object:
        done = check(*given, **how)
        change(scene.given / what)
        return done

    monkeypatch.setattr(importing, "check_table", checked)
    with pytest.raises(ArchiveError, match=rf"{what} was changed while it was read") as found:
        import_table(scene.given / "table.csv", scene.given / "map.csv", scene.var, now=NOON)
    assert state_of(scene) == before
    assert left_behind(scene) == []
    _note(f"`import`, its {what.split('.', maxsplit=1)[0]}", change, found.value, scene)


def _sources(folder: Path) -> Path:
    """Few sources, that may be changed."""
    for source in DEFAULT_FOLDER.iterdir():
        if not (source / TABLES).exists():
            shutil.copytree(source, folder / source.name)
    return folder


@pytest.mark.parametrize(
    ("change", "when"),
    [(change, when) for change in CHANGES for when in ("load", "checksum")]
    if SOAK
    else [(there_and_back, "load")],
)
def test_a_source_that_changes_while_it_is_built_of_is_refused(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path], None], when: str,
) -> None:  # fmt: skip
    sources, before = _sources(tmp_path / "sources"), state_of(scene)
    source = sources / "population" / "population.csv"
    load, checksum = building.load, inputs.Inputs.checksum

    def loaded(connection: object, known: object, path: Path, beside: object) -> object:
        done = load(connection, known, path, beside)
        if path == source and when == "load":
            change(path)
        return done

    def summed(given: inputs.Inputs) -> str:
        if when == "checksum":
            change(source)
        return checksum(given)

    monkeypatch.setattr(building, "load", loaded)
    monkeypatch.setattr(inputs.Inputs, "checksum", summed)
    with pytest.raises(SourceError, match=r"population.* was changed while the build") as found:
        quick_build(scene.database, sources=sources)
    assert state_of(scene) == before
    assert left_behind(scene) == []
    _note(f"`build`, a source after {when}", change, found.value, scene)


@pytest.mark.skipif(not SOAK, reason="builds take a second each: only in the long run")
def test_sources_and_forms_that_change_at_random_moments_never_mix(
    laid: Scene, commands: Callable[..., Ended], tmp_path: Path
) -> None:
    chance, seen, told = random.Random(SEED), Counter[str](), ""
    for turn in range(30):
        scene = laid.copy(tmp_path / str(turn) / "scene")
        sources = _sources(tmp_path / str(turn) / "sources")
        form = next(scene.var.glob("forms/accepted/*/*/*/allocations.csv"))
        path = (sources / "population" / "population.csv", form)[turn % 2]
        variant = path.read_bytes().replace(b"2", b"1", 5) if turn % 2 else None
        allowed = _both(laid, commands, tmp_path / f"{turn}-both", sources, path, variant)
        moment = chance.uniform(0, 1.5)

        def strike(path: Path = path, moment: float = moment, variant: object = variant) -> None:
            time.sleep(moment)
            path.write_bytes(variant or _other(path.read_bytes()))

        thread = threading.Thread(target=strike)
        thread.start()
        ended = commands(scene, "build", sources=sources)
        thread.join()
        assert "Traceback" not in ended.said, ended.said
        if ended.code:
            assert "was changed while the build read it" in ended.said, (SEED, turn, ended.said)
            seen["refused"] += 1
            told = said(ended.last, scene.folder, tmp_path)
        else:
            now = published(scene.database).checksum
            assert now in allowed, f"a mixture: seed {SEED}, turn {turn}"
            seen["the file as it was" if now == allowed[0] else "the file as it became"] += 1
        assert left_behind(scene) == []
    name = "`build`, a source or a form's sheet at a random moment"
    note(Fault(SECTIONS[7], name, 30, counted(seen), told, SEED))


def _other(content: bytes) -> bytes:
    """A population that differs in one number."""
    lines = content.splitlines(keepends=True)
    last = lines[-1].replace(b"7", b"8").replace(b"3", b"4")
    return b"".join([*lines[:-1], last])


def _both(
    laid: Scene, commands: Callable[..., Ended], folder: Path, sources: Path, path: Path,
    variant: bytes | None,
) -> list[str]:  # fmt: skip
    """What a build of the file as it was, and one of the file as it becomes, come to."""
    found = []
    before = path.read_bytes()
    for number, content in enumerate((before, variant or _other(before))):
        scene = laid.copy(folder / str(number) / "scene")
        if variant:
            next(scene.var.glob("forms/accepted/*/*/*/allocations.csv")).write_bytes(content)
        else:
            path.write_bytes(content)
        ended = commands(scene, "build", sources=sources)
        found.append(published(scene.database).checksum if not ended.code else "refused")
    if not variant:
        path.write_bytes(before)
    return found

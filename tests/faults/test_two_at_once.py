"""Two stewards at once: both are done, or one is refused in words; no line is lost or torn."""

from __future__ import annotations

import csv
import shutil
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from data.forms.definition.read import FIRST_DATA_ROW
from tests.built import plain_sources
from tests.data.forms.drafts import at
from tests.data.forms.writers import write_xlsx
from tests.faults.forking import forking
from tests.faults.scene import COMMANDS, Asked
from tests.faults.states import left_behind, state_of
from tests.faults.table import SECTIONS, Fault, note, said
from tests.killing import SOAK
from tests.sent import draft_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.faults.forking import Ended
    from tests.faults.scene import Scene

OTHER = Asked("accept another", ("accept", "@given/other.xlsx"))
PAIRS = [
    ("remark", "remark"), ("accept", "accept another"), ("build", "rollback"),
    ("accept", "build"), ("build", "build"), ("import", "accept"), ("statuses", "statuses"),
    ("statuses", "build"), ("import", "import"),
]  # fmt: skip
TIMES = 5 if SOAK else 1


@pytest.fixture(scope="module")
def second() -> Iterator[Callable[..., Ended]]:
    """A second steward."""
    with forking() as run:
        yield run


@pytest.mark.parametrize("pair", PAIRS if SOAK else PAIRS[:2], ids=" and ".join)
def test_both_are_done_or_one_is_refused_in_words(
    laid: Scene,
    scene: Scene,
    commands: Callable[..., Ended],
    second: Callable[..., Ended],
    pair: tuple[str, str],
) -> None:
    refused, told = 0, ""
    for _ in range(TIMES):
        shutil.rmtree(scene.folder)
        laid.copy(scene.folder)
        _another_form(scene)
        before = state_of(scene)
        first, other = ((COMMANDS | {OTHER.name: OTHER})[name].arguments(scene) for name in pair)
        quick = {"data_dir": scene.var, "sources": plain_sources(), "bare": True}
        with ThreadPoolExecutor(2) as threads:
            ended = [
                each.result()
                for each in (
                    threads.submit(commands, scene, *first),
                    threads.submit(second, *other, **quick),
                )
            ]
        assert all("Traceback" not in each.said for each in ended), ended
        wrong = [each for each in ended if each.code]
        assert len(wrong) <= 1, ended
        for each in wrong:
            refused, told = refused + 1, said(each.last, scene.folder)
        now = state_of(scene)
        assert len(now.log) >= len(before.log)
        if pair == ("remark", "remark"):
            rows = [*csv.DictReader(now.remarks.splitlines())]
            assert len({row["remark"] for row in rows}) == len(rows) == 4
        if pair[1] == OTHER.name:
            assert len(now.log) == len(before.log) + 3
        assert now.log[: len(before.log)] == before.log
        assert left_behind(scene) == []
    seen = f"both done: {TIMES - refused}; one refused: {refused}"
    note(Fault(SECTIONS[5], " and ".join(f"`{name}`" for name in pair), TIMES, seen, told))


def _another_form(scene: Scene) -> None:
    """A form of the same municipality and year that says something else."""
    other = draft_of("53", 2024)
    other.put(at("allocations", "programme", FIRST_DATA_ROW), "Kita programa")
    write_xlsx(other, scene.given / "other.xlsx")

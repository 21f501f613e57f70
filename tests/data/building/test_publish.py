"""Publishing is one step, and former builds stay at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.asking.store import Store
from data.asking.views import indicator_view
from data.building.publish import KEPT, former, rollback
from data.errors import StoreError
from tests.data.building.publishing import put

if TYPE_CHECKING:
    from pathlib import Path


def test_the_last_five_builds_are_kept(target: Path, empty: Path) -> None:
    published = [target.stat().st_ino]
    for _ in range(7):
        put(target, empty)
        published.append(target.stat().st_ino)
    assert len(former(target)) == KEPT - 1
    assert [path.stat().st_ino for path in former(target)] == published[-2 : -KEPT - 1 : -1]
    assert former(target)[0].name == "savivalda.duckdb.0007"


def test_a_first_build_keeps_nothing(empty: Path) -> None:
    assert former(empty) == []
    with pytest.raises(StoreError, match="former builds kept: 0"):
        rollback(empty)


def test_a_rollback_publishes_the_former_build_and_says_which(target: Path, database: Path) -> None:
    with Store(target, check_every=0) as store:
        first = store.version, store.built_at
        put(target, database)
        second = store.version
        assert indicator_view(store, "total")["value"].notna().any()
        restored = rollback(target)
        assert (restored.version, restored.built_at) == first
        assert restored.left == 0
        assert store.version == first[0] != second
        assert indicator_view(store, "total")["value"].isna().all()


def test_what_was_rolled_back_does_not_come_again(
    target: Path, empty: Path, database: Path
) -> None:
    put(target, empty)
    put(target, database)
    put(target, empty)
    assert rollback(target, 2).left == 1
    with Store(target) as store:
        assert "demo" not in set(store.query("sources")["kind"])
    put(target, empty)
    assert len(former(target)) == 2


@pytest.mark.parametrize("steps", [0, -1, 2])
def test_a_rollback_beyond_what_is_kept_changes_nothing(
    target: Path, empty: Path, steps: int
) -> None:
    put(target, empty)
    before = target.stat().st_ino
    with pytest.raises(StoreError, match=f"cannot go {steps} back: former builds kept: 1"):
        rollback(target, steps)
    assert target.stat().st_ino == before
    assert len(former(target)) == 1


def test_a_spoilt_former_build_is_not_published(target: Path, empty: Path) -> None:
    put(target, empty)
    (kept,) = former(target)
    kept.unlink()
    kept.write_text("half a file")
    before = target.stat().st_ino
    with pytest.raises(StoreError, match="not a published database"):
        rollback(target)
    assert target.stat().st_ino == before


def test_without_hard_links_a_copy_is_kept(
    target: Path, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr("pathlib.Path.hardlink_to", refuse)
    put(target, empty)
    assert [path.read_bytes() for path in former(target)] == [empty.read_bytes()]

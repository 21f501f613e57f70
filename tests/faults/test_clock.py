"""A clock that was set back puts nothing out of order: what came last counts."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import httpx
import pytest

from data.asking.store import Store
from data.building.publish import former, rollback
from data.forms.archive.acceptance import accept
from data.forms.archive.accepted import Archive
from tests.built import quick_build
from tests.faults.scene import NOON, one_by_one
from tests.faults.states import state_of
from tests.faults.table import SECTIONS, Fault, note
from tests.faults.test_database_file import serving
from tests.killing import SOAK

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.scene import Scene

EARLIER = NOON - timedelta(days=400)


def test_a_form_that_comes_earlier_than_the_last_counts(scene: Scene) -> None:
    second = scene.given / "second.xlsx"
    (done,) = accept([second], scene.var, check=one_by_one, now=EARLIER)
    assert done.result == "accepted"
    entries = Archive(scene.var).entries()
    assert [entry.at for entry in entries] == [NOON, EARLIER]
    assert Archive(scene.var).known()["53", 2024].checksum == entries[-1].checksum
    (again,) = accept([second], scene.var, check=one_by_one, now=EARLIER)
    assert again.result == "unchanged"
    state_of(scene)
    seen = "it counts: the log's order does, not its times"
    note(Fault(SECTIONS[3], "form accepted 400 days before the last line of the log", 2, seen))


def test_a_build_that_is_older_than_the_published_one_is_seen_and_gone_back_from(
    scene: Scene,
) -> None:
    with Store(scene.database, check_every=0) as store:
        published, built_at = store.version, store.built_at
        report = quick_build(scene.database, now=EARLIER)
        assert report.data_version != published, "a form came in"
        assert (store.version, store.built_at) == (report.data_version, EARLIER)
        if SOAK:
            same = quick_build(scene.database, now=EARLIER)
            assert store.version == same.data_version == report.data_version
        former_ones = {path.stat().st_ino for path in former(scene.database)}
        assert len(former_ones) == (4 if SOAK else 3)
        assert rollback(scene.database, 2 if SOAK else 1).built_at == built_at
        assert (store.version, store.built_at) == (published, built_at)
    state_of(scene)
    seen = "servers show it at once; the former ones stay in the order in which they were built"
    note(Fault(SECTIONS[3], "build stamped 400 days before the published one", 2, seen))


@pytest.mark.skipif(not SOAK, reason="a server and whole builds: only in the long run")
def test_no_cache_takes_the_former_data_for_the_new(scene: Scene, tmp_path: Path) -> None:
    from data.building.build import build  # noqa: PLC0415 (whole: with files to take away)

    view = "/api/v1/views/total?unit=eur"
    with serving(scene, tmp_path / "log", 1) as address:
        first = httpx.get(address + view, follow_redirects=True, verify=False)
        for moment in (EARLIER, EARLIER, EARLIER - timedelta(days=1)):
            report = build(scene.database, demo=False, now=moment)
            _await_version(address, report.data_version)
            known = {"If-None-Match": first.headers.get("etag", '"none"')}
            fresh = httpx.get(address + view, headers=known, follow_redirects=True, verify=False)
            assert fresh.status_code == 200
            assert report.data_version in f"{fresh.url}{fresh.text}"
            page = httpx.get(f"{address}/en/data", verify=False).text
            files = {part.split('"')[0] for part in page.split('href="')[1:] if "/files/" in part}
            for file in sorted(files):
                answer = httpx.get(address + file.split(address)[-1], verify=False, timeout=60)
                assert answer.status_code == 200, file
    state_of(scene)
    seen = "asked with the former's ETag a view is the new one; all files to take away are there"
    note(Fault(SECTIONS[3], "three builds with a clock set back under a server", 3, seen))


def _await_version(address: str, version: str) -> None:
    for _ in range(100):
        if httpx.get(f"{address}/health", verify=False).json()["data"] == version:
            return
    raise AssertionError(f"{version} is not shown")

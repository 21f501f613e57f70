"""A running server shows what was published within seconds, and no visitor notices how."""

from __future__ import annotations

import re
import shutil
import threading
import time
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx

from data.building.build import build
from data.building.publish import rollback
from data.forms.archive.acceptance import accept
from tests.bench.servers import atlas
from tests.built import plain_sources
from tests.data.forms.given import checked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from data.building.build import BuildReport

SHOWN_WITHIN_S = 5
PAUSE_S = 0.05
REQUESTS: tuple[Callable[[httpx.Client], httpx.Response], ...] = (
    lambda visitor: visitor.get("/health"),
    lambda visitor: visitor.get("/"),
    lambda visitor: visitor.get("/download/en/view.csv?indicator=total&unit=eur"),
    lambda visitor: visitor.get("/en/data"),
    lambda visitor: visitor.get("/api/v1/views/total?unit=eur", follow_redirects=True),
)


class Visitors:
    """Visitors who ask all the time, each one thing; new connections find every worker."""

    def __init__(self, address: str) -> None:
        self.failed: list[str] = []
        self.asked: dict[int, int] = defaultdict(int)
        self._address = address
        self._gone = threading.Event()

    @contextmanager
    def present(self) -> Iterator[None]:
        threads = [threading.Thread(target=self._visit, args=(n,)) for n in range(len(REQUESTS))]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._gone.set()
            for thread in threads:
                thread.join()

    def _visit(self, number: int) -> None:
        while not self._gone.is_set():
            try:
                with _visitor(self._address) as visitor:
                    answer = REQUESTS[number](visitor)
            except httpx.HTTPError as error:
                self.failed.append(repr(error))
            else:
                self.asked[number] += 1
                if answer.status_code != 200:
                    self.failed.append(f"{answer.status_code} {answer.url}")
            time.sleep(PAUSE_S)


def _visitor(address: str) -> httpx.Client:
    """Somebody with a new connection, who does not read all certificates of the world first."""
    return httpx.Client(base_url=address, timeout=60, verify=False)


def await_version(address: str, version: str) -> str:
    """Ask until 20 answers in a row, of all workers, have this version, or the time is over."""
    end, row, found = time.monotonic() + SHOWN_WITHIN_S, 0, ""
    while row < 20 and time.monotonic() < end:
        with _visitor(address) as visitor:
            found = visitor.get("health").json()["data"]
        row = row + 1 if found == version else 0
    return found


def test_builds_and_a_rollback_are_shown_without_a_failed_request(
    built: tuple[Path, BuildReport], tmp_path: Path
) -> None:
    target = shutil.copy(built[0], tmp_path / "savivalda.duckdb")
    first = built[1].data_version
    form = tmp_path / "forma.xlsx"
    form.write_text("a form")
    with atlas(target, workers=2) as served:
        visitors = Visitors(served.at())
        with visitors.present():
            assert await_version(served.at(), first) == first
            accept([form], tmp_path, check=checked("13", 2020))
            second = build(target, sources=plain_sources()).data_version
            assert await_version(served.at(), second) == second != first
            csv = f"{served.at()}download/en/view.csv?indicator=total&unit=eur"
            assert re.search(r"^13,.*,2020,.*,1000.0,", httpx.get(csv).text, re.MULTILINE)
            rollback(target)
            assert await_version(served.at(), first) == first
        assert visitors.failed == []
    assert min(visitors.asked.values()) > 1
    assert len(visitors.asked) == len(REQUESTS)

"""Whatever is sent gets an answer in words: a report or a refusal, in time and within memory.

The files are spoilt by `tests/fuzz`, each told by its number alone; what went wrong names it, and
`python -m tests.fuzz.reading 900 901` reads that file again.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.bench.servers import atlas
from tests.fuzz.mutating import KINDS, spoilt
from tests.fuzz.reading import ANSWERS, SECONDS, outcomes
from tests.killing import SOAK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from asgi import Client

    from tests.fuzz.mutating import Spoilt
    from tests.fuzz.reading import Outcome

pytestmark = pytest.mark.filterwarnings("ignore:Duplicate name")

FILES = 5_000 if SOAK else 48
SENT = 240 if SOAK else 3
SENT_TO_A_SERVER = 120
MEMORY = 300_000_000
"""Bytes: what the largest good form takes leaves room within this."""

PARTS = ("report", "json", "marked")
STOPPED = ("programa sustojo", "program stopped", "per ilgai", "took too long")
"""What the page says where a reader died or did not come to an end."""


@pytest.mark.soak
def test_no_spoilt_file_stops_a_reader_or_costs_much(capsys: pytest.CaptureFixture[str]) -> None:
    read = list(outcomes(0, FILES))
    assert [each.number for each in read] == list(range(FILES))
    wrong = [each for each in read if each.answer not in ANSWERS or each.memory > MEMORY]
    assert wrong == []
    assert {each.kind for each in read} == set(KINDS)
    assert {each.answer for each in read} == set(ANSWERS)
    if SOAK:
        with capsys.disabled():
            sys.stdout.write(f"\n{told(read)}\n")


def told(read: Iterable[Outcome]) -> str:
    """What became of the files, a line for each kind, and the dearest of all."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for each in read:
        kinds[each.kind][each.answer] += 1
    lines = [
        f"{kind}: {found.total()} files, {found['refused']} refused, {found['reported']} reported"
        for kind, found in kinds.items()
    ]
    slowest = max(read, key=lambda each: each.seconds)
    largest = max(read, key=lambda each: each.memory)
    return "\n".join(
        [
            *lines,
            f"slowest: {slowest.seconds:.1f} s ({slowest.kind}, number {slowest.number})",
            f"most memory: {largest.memory / 1e6:.0f} MB ({largest.kind}, number {largest.number})",
        ]
    )


def asked(file: Spoilt, number: int) -> tuple[str, Mapping[str, str]]:
    path = f"/check/{('lt', 'en')[number % 2]}/{PARTS[number % 3]}"
    return path, {"x-file-name": file.name, "sec-fetch-site": "same-origin"}


def judge(answer: httpx.Response, number: int) -> None:
    """It is a report, a marked copy, or a refusal in words; no reader died of it."""
    part, status = PARTS[number % 3], answer.status_code
    if part == "marked" and status == 200:
        assert answer.content.startswith(b"PK"), number
        return
    assert status == (422 if part == "marked" else 200), number
    assert len(answer.text) > 20, number
    assert not [words for words in STOPPED if words in answer.text], number


@pytest.mark.soak
def test_the_page_answers_whatever_is_sent(client: Client) -> None:
    for number in range(900, 900 + SENT):
        file = spoilt(number)
        path, headers = asked(file, number)
        judge(client.request("POST", path, content=file.content, headers=headers), number)
    assert client.get("/health").status_code == 200


@pytest.mark.soak
@pytest.mark.skipif(not SOAK, reason="a server of its own is asked in the long run")
def test_a_server_outlives_whatever_is_sent(database: Path) -> None:
    with atlas(database) as server, httpx.Client(base_url=server.at(""), timeout=60) as visitor:
        for number in range(2_000, 2_000 + SENT_TO_A_SERVER):
            file = spoilt(number)
            path, headers = asked(file, number)
            begun = time.monotonic()
            judge(visitor.post(path, content=file.content, headers=headers), number)
            assert time.monotonic() - begun < SECONDS + 5, number
        assert visitor.get("/health").status_code == 200

"""What README shows to programs, other pages and assistants can be copied, and works."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from mcp import StdioServerParameters, stdio_client

from tests.dashboard.assistants.assistant import Assistant
from tests.dashboard.assistants.test_transports import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.asking.store import Store

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
SECTION = README.partition("## For programs, other pages and assistants")[2].partition("\n## ")[0]
CURL, TABLE, FRAME, EMBED, ASSISTANT = (
    dedent(block) for block in re.findall(r"(?:^    .*\n(?:\n(?=    ))?)+", SECTION, re.MULTILINE)
)
HERE = "http://127.0.0.1:8050"


@pytest.fixture(scope="module")
def here(store: Store) -> Iterator[str]:
    with serving(store) as address:
        yield address


def test_curl(here: str) -> None:
    answer = httpx.get(re.search("'(.*)'", CURL)[1].replace(HERE, here)).json()
    assert [row["rank"] for row in answer["data"]] == [1, 2, 3, 4, 5]
    assert answer["meta"]["demo"]
    assert answer["meta"]["demonstration"] == "DEMONSTRATION FIGURES, NOT REAL ONES."


def test_a_table_in_whatever_reads_csv(here: str) -> None:
    known: dict[str, Any] = {}
    exec(TABLE.replace(HERE, here), known)
    largest = known["largest"]
    assert len(largest) == 20
    real = largest[~largest["demo"]]
    assert list(real["paid"]) == sorted(real["paid"], reverse=True)
    assert set(largest["kind"]) == {"ngo"}


@pytest.mark.filterwarnings("ignore::savivalda.Demonstration")
def test_python_that_knows_nothing(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", str(database.parent))
    *statements, last = FRAME.strip().split("\n")
    known: dict[str, Any] = {}
    exec("\n".join(statements), known)
    best = eval(last, known)
    assert len(best) == 5
    assert best["value"].is_monotonic_decreasing
    assert best["demo"].nunique() == 1


def test_a_frame_on_another_page(here: str) -> None:
    answer = httpx.get(unescape(re.search('src="(.*?)"', EMBED)[1]).replace(HERE, here))
    assert answer.status_code == 200
    assert "NGO competition share" in answer.text
    assert "frame-ancestors *" in answer.headers["content-security-policy"]


def test_an_assistant_s_configuration(database: Path) -> None:
    told = json.loads(ASSISTANT)["mcpServers"]["savivalda"]
    command = Path(__file__).parents[1] / ".venv" / "bin" / told["command"]
    own = told["env"] | {"DATA_DIR": str(database.parent)}
    started = StdioServerParameters(command=str(command), args=told["args"], env=own)
    with Assistant(stdio_client(started)) as assistant:
        assert "Neringa" in str(assistant.told("find", text="neringoj"))

"""The same answers by standard input and output, and by HTTP; and how both begin and end."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import uvicorn
from mcp import StdioServerParameters, stdio_client

from dashboard.app import create_app
from dashboard.config import settings_from
from tests.dashboard.assistants.assistant import Assistant, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.asking.store import Store
    from tests.dashboard.asgi import Client

ROOT = Path(__file__).parents[3]
FIGURE = {"indicator": "total", "municipality": "Neringa", "year": 2024}
LISTING = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
HEADERS = {"accept": "application/json, text/event-stream"}


DOCUMENT = ROOT / "docs" / "assistants.md"
EXAMPLE = re.compile(r"^```(json|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def in_this_copy(database: Path, **told: Any) -> StdioServerParameters:
    """What is told of a server, of this copy of the code and a database of the tests."""
    assert told.pop("command") == "savivalda"
    assert told["env"].keys() == {"DATA_DIR"}
    arguments = ["-m", "dashboard", *told["args"]]
    environment = {"DATA_DIR": str(database.parent)}
    return StdioServerParameters(command=sys.executable, args=arguments, env=environment, cwd=ROOT)


def test_an_assistant_is_answered_over_standard_input_and_output(
    database: Path, assistant: Assistant
) -> None:
    examples = dict(EXAMPLE.findall(DOCUMENT.read_text(encoding="utf-8")))
    server = in_this_copy(database, **json.loads(examples["json"])["mcpServers"]["savivalda"])
    with Assistant(stdio_client(server)) as asked:
        assert asked.do("list_tools").tools == assistant.do("list_tools").tools
        told, same = (each.call("figure", **FIGURE) for each in (asked, assistant))
        assert text_of(told) == text_of(same)
        assert asked.told("sql", statement="SELECT 1 AS a")["rows"] == [{"a": 1, "demo": False}]


def test_the_example_of_the_documentation_runs(address: str) -> None:
    examples = dict(EXAMPLE.findall(DOCUMENT.read_text(encoding="utf-8")))
    known: dict[str, Any] = {}
    example = examples["python"].replace("http://127.0.0.1:8050", address)
    with ThreadPoolExecutor() as apart:  # it runs a loop of its own, and a browser's may be running
        apart.submit(exec, example, known).result()
    assert known["figure"]["demo"]
    assert "Kėdainių rajono savivaldybėje" in known["figure"]["sentence"]


def test_ctrl_c_ends_it_though_standard_input_is_open_and_nothing_else_is_written(
    database: Path,
) -> None:
    opening = {
        "protocolVersion": "2025-06-18", "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    }  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "-m", "dashboard", "mcp"],
        cwd=ROOT,
        env={"DATA_DIR": str(database.parent)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": opening}
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["result"]["serverInfo"]["name"] == "savivalda"
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == -signal.SIGINT
        assert process.stdout.read() == ""


def test_without_a_database_or_the_library_it_says_what_is_missing(
    tmp_path: Path, database: Path
) -> None:
    absent = "import sys; sys.modules['mcp'] = None; from dashboard.__main__ import main; main()"
    for how, folder, said in (
        (["-m", "dashboard"], tmp_path, "run `savivalda build` to make it"),
        (["-c", absent], database.parent, "pip install 'savivalda[assistants]'"),
    ):
        done = subprocess.run(
            [sys.executable, *how, "mcp"],
            cwd=ROOT,
            env={"DATA_DIR": str(folder)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert said in done.stderr
        assert "Traceback" not in done.stderr


@contextmanager
def serving(store: Store, **environment: str) -> Iterator[str]:
    """A server on this machine, below a path; its address."""
    settings = settings_from({"MCP": "on", "BASE_PATH": "/atlas", **environment})
    app = create_app(settings, store).server
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none"))
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        while not server.started:
            thread.join(0.02)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/atlas"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def address(store: Store) -> Iterator[str]:
    with serving(store, MCP_HOSTS="atlas.example.lt") as served:
        yield served


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_an_assistant_is_answered_over_http_of_either_time(
    address: str, assistant: Assistant, mode: str
) -> None:
    with Assistant(f"{address}/mcp", mode=mode) as asked:
        assert asked.do("list_tools").tools == assistant.do("list_tools").tools
        told, same = (each.call("figure", **FIGURE) for each in (asked, assistant))
        assert text_of(told) == text_of(same)
        assert "year" in asked.refused("figure", **FIGURE | {"year": 1900})


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": "localhost"}, 200),
        ({"host": "atlas.example.lt", "origin": "https://atlas.example.lt"}, 200),
        ({"host": "evil.example"}, 421),
        ({"host": "localhost.evil.example"}, 421),
        ({"origin": "https://evil.example"}, 403),
        ({"accept": "text/html"}, 406),
        ({"mcp-protocol-version": "1999-01-01"}, 400),
    ],
)
def test_only_hosts_and_pages_that_are_meant_may_ask(
    address: str, headers: dict[str, str], status: int
) -> None:
    answer = httpx.post(f"{address}/mcp", headers=HEADERS | headers, json=LISTING)
    assert answer.status_code == status, answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "mcp-session-id" not in answer.headers, "no session binds an assistant to a worker"
    if status == 200:
        assert answer.headers["content-type"] == "application/json"
        assert len(answer.json()["result"]["tools"]) == 10


@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE", "PUT", "OPTIONS"])
def test_there_is_nothing_to_listen_to(address: str, method: str) -> None:
    answer = httpx.request(method, f"{address}/mcp", headers=HEADERS)
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 400), (b"{", 400), (b"[]", 400), (b"null", 400), (b"\xff", 400),
        (b'{"jsonrpc": "2.0", "id": 1}', 400), (b"[" * 100_000, 400), (b" " * 300_000, 413),
    ],
)  # fmt: skip
def test_what_is_no_question_is_turned_away(address: str, content: bytes, status: int) -> None:
    headers = HEADERS | {"content-type": "application/json"}
    answer = httpx.post(f"{address}/mcp", headers=headers, content=content)
    assert answer.status_code == status, answer.text


def test_pages_are_there_beside_it(address: str) -> None:
    assert httpx.get(f"{address}/health").json()["status"] == "ok"
    assert httpx.get(f"{address}/en").status_code == 200


def test_where_no_setting_asks_for_it_there_is_no_such_address_and_it_is_not_loaded(
    client: Client, database: Path
) -> None:
    assert client.get("/mcp").status_code == 404
    assert client.request("POST", "/mcp", json=LISTING).status_code in {404, 405}
    program = (
        "import sys; from dashboard.asgi import make; make(); "
        "sys.exit(any(name.partition('.')[0] == 'mcp' for name in sys.modules))"
    )
    environment: dict[str, Any] = {"DATA_DIR": str(database.parent)}
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, check=True)

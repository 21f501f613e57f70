"""A copy of the sources to refresh, a service on this machine, and a machine without a network."""

from __future__ import annotations

import csv
import re
import shutil
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from data.building.describe import DEFAULT_FOLDER
from data.refresh.errors import RefreshError
from data.refresh.refresh import RefreshTarget, prepare
from geo.tables import FOLDER
from tests.data.refresh import answers

_REFERENCE = Path(__file__).parents[4] / "shared" / "reference"

collect_ignore = [] if _REFERENCE.is_dir() else ["test_refresh_reference.py"]


@pytest.fixture
def target(tmp_path: Path) -> RefreshTarget:
    """A copy of the atlas's sources and boundary files, as they were taken on a known day."""
    places = tmp_path / "geo"
    places.mkdir()
    for name in ("boundaries.geojson", "neighbours.csv", "points.csv"):
        shutil.copy(FOLDER / name, places)
    sources = Path(shutil.copytree(DEFAULT_FOLDER, tmp_path / "data" / "sources"))
    _as_published(sources)
    return RefreshTarget(sources, places)


def _as_published(sources: Path) -> None:
    """Known figures, so that these tests do not depend on what the atlas took last."""
    shutil.rmtree(sources / "ngo_register", ignore_errors=True)
    people, prices = answers.present()
    (sources / "population" / "population.csv").write_text(people)
    (sources / "prices" / "prices.csv").write_text(prices)
    for source in ("population", "prices", "boundaries"):
        path = sources / source / "source.toml"
        text = re.sub(r"(?m)^retrieved = .*$", f"retrieved = {answers.TAKEN}", path.read_text())
        path.write_text(text)


@pytest.fixture
def state(target: RefreshTarget):
    """Everything that lies in the copy, also what should not."""

    def read() -> dict[str, bytes]:
        folder = target.places.parent
        return {
            str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"folder"
            for path in sorted(folder.rglob("*"))
            if path.name not in {"answer", "answer.json", "answer.csv"}
        }

    return read


@pytest.fixture
def answer(tmp_path: Path):
    """Writes an answer into a file and gives its path."""

    def write(content: bytes | str, name: str = "answer") -> str:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write


@pytest.fixture
def rows(target, answer):
    """The rows that a source would have after an answer."""

    def rows(source: str, content: bytes | str, name: str) -> list[dict[str, str]]:
        proposal = prepare(source, answer(content), target=target)
        (made,) = (text for path, text in proposal.files.items() if path.name == name)
        return list(csv.DictReader(made.decode().splitlines()))

    return rows


@pytest.fixture
def refused(target, answer, state):
    """What is said of an answer that is refused; nothing may be written."""

    def refused(source: str, content: bytes | str) -> str:
        path, before = answer(content), state()
        with pytest.raises(RefreshError) as error:
            prepare(source, path, target=target)
        assert state() == before
        return str(error.value)

    return refused


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that reaches nobody."""

    def refuse(*args: object, **options: object) -> None:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.seen.append(self.headers)
        self.server.replies[self.path](self)

    def log_message(self, *args: object) -> None:
        pass


class Service:
    """What a path answers: ``service.says(path, status, headers, *packets)`` gives its address."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.server = server

    def says(self, path, status=200, headers=None, packets=(b"",), wait=0.0) -> str:
        pause = threading.Event()

        def reply(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in (headers or {}).items():
                handler.send_header(name, value)
            handler.end_headers()
            for packet in packets:
                try:
                    handler.wfile.write(packet)
                    handler.wfile.flush()
                except OSError:  # the other side had enough
                    return
                pause.wait(wait)

        self.server.replies[path] = reply
        return f"http://127.0.0.1:{self.server.server_port}{path}"


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.replies, server.seen = {}, []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Service(server)
    server.shutdown()
    thread.join()
    server.server_close()

"""Over a real connection: packed and moved answers are read, and silence and noise are told."""

from __future__ import annotations

import gzip
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

import savivalda
from savivalda.fetching import fetched

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Handler(BaseHTTPRequestHandler):
    over = Event()

    def do_GET(self) -> None:
        if self.path == "/silent":
            self.over.wait(10)
        elif self.path == "/noise":
            self.wfile.write(b"this is not HTTP\r\n\r\n")
        elif self.path == "/cut":
            self.answer(200, b"{", length=1000)
        elif self.path == "/broken":
            self.answer(200, b"this is not packed", Content_Encoding="gzip")
        elif self.path == "/moved":
            self.answer(307, b"", Location="/packed")
        elif self.path == "/away":
            self.answer(307, b"", Location="file:///etc/hostname")
        else:
            assert self.headers["Accept-Encoding"] == "gzip"
            status = 404 if self.path == "/nothing" else 200
            self.answer(status, gzip.compress(b'{"a": "\xc5\xa1"}'), Content_Encoding="gzip")

    def answer(self, status: int, body: bytes, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    _Handler.over.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(("path", "status"), [("packed", 200), ("moved", 200), ("nothing", 404)])
def test_answers_are_unpacked_wherever_they_have_moved_to(
    host: str, path: str, status: int
) -> None:
    answer = fetched(f"{host}/{path}", 5)
    assert (answer.status, answer.body.decode()) == (status, '{"a": "š"}')


@pytest.mark.parametrize("path", ["silent", "noise", "cut", "broken"])
def test_what_is_no_answer_is_told_with_its_address(host: str, path: str) -> None:
    with pytest.raises(savivalda.NoAnswer, match=f"{host}/{path} does not answer"):
        fetched(f"{host}/{path}", 0.2)


def test_nobody_is_sent_to_files_of_this_machine(host: str) -> None:
    answer = fetched(f"{host}/away", 5)
    assert (answer.status, answer.body) == (307, b"")

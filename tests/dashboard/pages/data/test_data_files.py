"""Files of the whole data set have addresses of their own, and nothing else is there."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from asgi import Client

from dashboard.answers import Atlas
from dashboard.app import create_app
from dashboard.config import Settings
from data.asking.store import Store
from tests.data.building.publishing import put

if TYPE_CHECKING:
    from pathlib import Path

    from data.dataset.offered import DataFile

KINDS = ("csv", "parquet", "xlsx", "duckdb")
SAVED = "savivalda-2026-11-21.00000000-csv.zip"


def file_of(atlas: Atlas, kind: str) -> DataFile:
    return next(file for file in atlas.files() if file.kind == kind)


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_comes_whole_named_and_with_its_checksum(
    client: Client, atlas: Atlas, kind: str, encoding: str
) -> None:
    file = file_of(atlas, kind)
    answer = client.get(f"/data/{file.name}", accept_encoding=encoding)
    assert answer.status_code == 200
    assert hashlib.sha256(answer.content).hexdigest() == file.sha256
    assert answer.headers["content-length"] == str(file.bytes)
    assert answer.headers["etag"] == f'"{file.sha256}"'
    assert answer.headers["content-disposition"] == f'attachment; filename="{file.name}"'
    assert answer.headers["content-type"].startswith("application/")
    assert "content-encoding" not in answer.headers, "its parts can be asked for"


@pytest.mark.parametrize("kind", KINDS)
def test_the_head_and_a_part_can_be_asked_for_alone(
    client: Client, atlas: Atlas, kind: str
) -> None:
    file = file_of(atlas, kind)
    head = client.request("HEAD", f"/data/{file.name}")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(file.bytes)
    part = client.get(f"/data/{file.name}", range="bytes=0-9", accept_encoding="gzip")
    assert (part.status_code, len(part.content)) == (206, 10)


def test_who_has_a_file_already_does_not_get_it_again(client: Client, atlas: Atlas) -> None:
    address, tag = f"/data/{file_of(atlas, 'csv').name}", file_of(atlas, "csv").sha256
    again = client.get(address, if_none_match=f'"{tag}"')
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(address, if_none_match='"other"').status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        *("files.json", "", ".", "savivalda.duckdb", "README.md", "%00", SAVED),
        *("..%2ffiles.json", "%2e%2e%2f%2e%2e%2fsavivalda.duckdb", "..%5c..%5csavivalda.duckdb"),
        *(
            "../savivalda.duckdb",
            "%2fetc%2fpasswd",
            "/etc/passwd",
            "a" * 5000,
            "*.zip",
            "%F0%9F%92%A5",
        ),
    ],
)
def test_nothing_but_the_listed_files_is_there(client: Client, name: str) -> None:
    assert client.get(f"/data/{name}").status_code == 404


def test_a_former_build_and_one_without_files_offer_nothing_and_the_page_still_answers(
    empty: Path, database: Path, tmp_path: Path
) -> None:
    target = tmp_path / "savivalda.duckdb"
    put(target, empty, files=True)
    with (
        Store(target, check_every=0) as store,
        Client(create_app(Settings(), store).server) as client,
    ):
        (file, *_) = former = Atlas(store).files()
        assert client.get(f"/data/{file.name}").status_code == 200
        put(target, database, files=True)
        assert [client.get(f"/data/{each.name}").status_code for each in former] == [404] * 4
        for each in Atlas(store).files():
            (Atlas(store).dataset / each.name).unlink()
        (Atlas(store).dataset / "files.json").unlink()
        assert "savivalda build" in client.page("/duomenys")

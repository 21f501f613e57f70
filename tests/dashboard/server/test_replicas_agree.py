"""Servers of the same folder answer alike, and none has the data of one version kept as another's.

While a build is published one of them may see it first: what is asked by its version is looked for
anew before it is denied, and what changed while it was made is kept by nobody.
"""

from __future__ import annotations

import shutil
from io import BytesIO
from itertools import cycle
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from asgi import Client, addresses

from dashboard.api import answering
from dashboard.api import figure as api_figure
from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.pages.map import resource
from dashboard.server import sharing
from data.asking.store import Store
from tests.killing import SOAK
from tests.map_address import EN_MAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import ModuleType

    from httpx import Response

VIEW = (
    "/api/v1/views/{version}/total"
    "?lang=lt&unit=per_resident&area=all&classes=quantile&limits=fixed&figures=all"
)
TABLE = "/api/v1/units?version={version}&limit=2"
FIGURE = "/api/v1/figure?indicator=total&municipality=53&year=2019&version={version}"
PICTURE = "/share/en/about.png?v={version}"
NAMED = (VIEW, TABLE, FIGURE, PICTURE)
"""Addresses that name their data version, so that they may be kept for ever."""

ALIKE = (
    *("/", EN_MAP, "/en/data", "/health", "/robots.txt", "/sitemap/pages.xml", "/api/v1"),
    *("/download/lt/view.csv", "/download/lt/view.xlsx"),
    "/download/lt/municipality/13.pdf",
    *(
        "/download/lt/ranking.svg",
        "/catalog.ttl",
        "/embed/en/map",
        "/pokyciai.atom",
        "/api/v1/units",
    ),
    *("/oembed?url=" + quote(f"http://atlas.test{EN_MAP}"), "/qr/lt.svg", "/cite/en.bib"),
    *("/api/openapi.json", "/search/lt?q=kaunas", "/nowhere"),
    "/download/lt/form.xlsx?municipality=13&year=2025",
)
"""One of each kind of address that names no version."""

HEAVY = ("/download/en/map.png?year=2019", "/download/lt/forum.pptx?select=13")
"""The same of those that take long."""


def kept(answer: Response) -> bool:
    """Whether whoever stands between may keep it without asking again."""
    return "immutable" in answer.headers.get("cache-control", "")


def parts(content: bytes) -> dict[str, Any]:
    """What an Office file is made of, and files within it, but for the moment at which it was."""
    with ZipFile(BytesIO(content)) as file:
        found = {name: file.read(name) for name in file.namelist() if name != "docProps/core.xml"}
    return {name: parts(text) if name.endswith(".xlsx") else text for name, text in found.items()}


def swap(path: Path, fresh: Path) -> None:
    """Publishes another build, as a build does."""
    beside = path.with_suffix(".beside")
    shutil.copy(fresh, beside)
    beside.replace(path)


class Replica:
    """A server of a folder in which builds are published.

    Args:
        folder: where its database is put.
        builds: what is published there in turn.
        check_every: seconds between two looks of the server at the folder.
    """

    def __init__(self, folder: Path, builds: Iterable[Path], check_every: float) -> None:
        self.path, self._builds = folder / "savivalda.duckdb", cycle(builds)
        self.publish()
        self.store = Store(self.path, check_every=check_every)
        self.client = Client(create_app(Settings(), self.store).server)

    def publish(self) -> str:
        """Publishes another build, as a build does; its version."""
        beside = self.path.with_suffix(".beside")
        shutil.copy(next(self._builds), beside)
        with Store(beside) as fresh:
            version = fresh.version
        beside.replace(self.path)
        return version


@pytest.fixture(scope="module", params=[0.0, 3_600.0])
def looking(
    request: pytest.FixtureRequest,
    database: Path,
    empty: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Replica]:
    """A server that looks at its folder before all that it does, and one that does not look yet."""
    folder = tmp_path_factory.mktemp("replica")
    replica = Replica(folder, (database, empty), request.param)
    with replica.store, replica.client:
        yield replica


def test_two_servers_of_a_folder_answer_alike_to_the_byte(
    client: Client, database: Path, store: Store
) -> None:
    own = (*addresses(client.page("/")), *addresses(client.page(EN_MAP)))
    named = (address.format(version=store.version) for address in NAMED)
    with Store(database) as same, Client(create_app(Settings(), same).server) as other:
        for path in dict.fromkeys((*ALIKE, *(HEAVY if SOAK else ()), *own, *named)):
            ours, theirs = client.get(path), other.get(path)
            status = 404 if path == "/nowhere" else 200
            assert ours.status_code == theirs.status_code == status, path
            if path.partition("?")[0].endswith((".xlsx", ".pptx")):
                assert parts(ours.content) == parts(theirs.content), path
            else:
                assert (ours.headers, ours.content) == (theirs.headers, theirs.content), path


@pytest.mark.parametrize("address", NAMED)
def test_who_looked_earlier_is_believed(looking: Replica, address: str) -> None:
    version = looking.publish()
    answer = looking.client.get(address.format(version=version))
    assert answer.status_code in {200, 404}, "not led back to the version that is no more"
    assert answer.status_code != 200 or kept(answer)
    assert looking.client.get("/health").json()["data"] == version


@pytest.mark.parametrize("address", NAMED)
def test_a_version_that_is_not_here_is_kept_by_nobody(client: Client, address: str) -> None:
    answer = client.get(address.format(version="2020-01-01.00000000"))
    assert not kept(answer)
    assert answer.headers["cache-control"] in {"no-cache", "no-store"}


@pytest.mark.parametrize(
    ("address", "made"),
    [
        (VIEW.replace("lang=lt", "lang=en"), (resource, "view_bytes")),
        (TABLE, (answering, "ask")),
        (FIGURE, (api_figure, "figure_told")),
        (PICTURE.replace("about", "data"), (sharing, "share_png")),
    ],
)
def test_what_is_published_while_an_answer_is_made_is_not_kept_as_the_former(
    looking: Replica,
    address: str,
    made: tuple[ModuleType, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of addresses that nobody asked for before: an answer from memory is of its version."""
    make = getattr(*made)
    version = looking.publish()
    looking.store.look()

    def late(*given: Any, **named: Any) -> Any:
        looking.publish()
        looking.store.look()
        return make(*given, **named)

    monkeypatch.setattr(*made, late)
    assert not kept(looking.client.get(address.format(version=version)))

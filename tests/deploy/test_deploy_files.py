"""What deploy/ holds keeps what docs/deploy.md promises of it."""

from __future__ import annotations

import re
import subprocess
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from dashboard.app import create_app
from dashboard.charts.geometry import geometry_url
from dashboard.config import Settings
from dashboard.pages.check.receiving import MOST_BYTES
from tests.dashboard.asgi import Client, addresses
from tests.deploy.before import DEPLOY, NGINX, written
from tests.map_address import EN_MAP

if TYPE_CHECKING:
    from pathlib import Path

    from data.asking.store import Store

COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
CONF = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
ASKED_ANEW = ("/api/v1/units", "/catalog.ttl", "/pokyciai.atom", "/sitemap.xml", "/embed/lt/map")
DATA = "/var/lib/savivalda"


@pytest.mark.parametrize("name", SERVICES)
def test_a_container_may_do_only_what_it_is_for(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "cap_add", "pid", "devices"} & service.keys()
    repository, _, tag = service["image"].partition(":")
    assert "/" not in repository, "from wherever the operator takes images"
    assert re.match(r"\d+\.\d+", tag)


@pytest.mark.parametrize("name", ["atlas", "proxy"])
def test_what_serves_is_watched_and_started_again(name: str) -> None:
    service = SERVICES[name]
    assert service["restart"] == "unless-stopped"
    assert "/health" in service["healthcheck"]["test"][-1]
    assert service["deploy"]["resources"]["limits"].keys() == {"memory", "pids"}


def test_only_the_job_may_write_to_the_data_and_only_the_proxy_is_reached() -> None:
    mounted = {name: [str(each) for each in it["volumes"]] for name, it in SERVICES.items()}
    assert mounted["atlas"] == [f"data:{DATA}:ro"]
    assert mounted["build"] == [f"data:{DATA}"]
    assert all(each.startswith("./") and each.endswith(":ro") for each in mounted["proxy"])
    assert all((DEPLOY / each.split(":")[0]).is_file() for each in mounted["proxy"])
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    assert SERVICES["atlas"]["networks"] == ["inside"]
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert SERVICES["build"]["profiles"] == ["job"]
    assert SERVICES["build"]["network_mode"] == "none"
    assert SERVICES["atlas"]["deploy"]["replicas"] >= 2


def test_the_image_is_this_release() -> None:
    project = tomllib.loads((DEPLOY.parent / "pyproject.toml").read_text(encoding="utf-8"))
    for name in ("atlas", "build"):
        assert SERVICES[name]["image"] == f"savivalda:{project['project']['version']}"
    dockerfile = (DEPLOY.parent / "Dockerfile").read_text(encoding="utf-8")
    assert f"DATA_DIR={DATA}" in dockerfile
    assert "PORT=8050" in dockerfile
    assert "server atlas:8050 " in (DEPLOY / "servers.conf").read_text(encoding="utf-8")


def test_the_cache_is_asked_for_what_names_its_content_and_for_nothing_else(
    store: Store,
) -> None:
    files = re.compile(re.search(r"location ~ (\S+) \{", CONF)[1])
    kept = re.compile("|".join(re.findall(r"^ +~(\S+) \"answers\";", CONF, re.MULTILINE)))
    with Client(create_app(Settings(), store).server) as client:
        view = client.get("/api/v1/views/total").headers["location"]
        shared = re.search(r'og:image" content="[^"]*?(/share/[^"]+)', client.page(EN_MAP))
        version = client.get("/health").json()["data"]
        named = [
            view,
            shared[1].replace("&amp;", "&"),
            geometry_url(),
            *addresses(client.page("/")),
        ]
        for path in (*named, f"/api/v1/units?lang=en&version={version}"):
            assert "immutable" in client.get(path).headers["cache-control"], path
            assert kept.search(path), path
        for path in ("/", EN_MAP, "/health", "/download/lt/view.csv", *ASKED_ANEW):
            answer = client.get(path)
            assert "immutable" not in answer.headers.get("cache-control", ""), path
            assert not kept.search(path), path
            page = answer.headers["content-type"].startswith("text/html")
            assert page or files.search(path) or "etag" not in answer.headers, path


def test_the_proxy_hands_on_who_asks_and_keeps_visitors_apart() -> None:
    assert "proxy_set_header Host $http_host;" in CONF
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in CONF
    assert "$http_host" in re.search(r"proxy_cache_key (.+);", CONF)[1]
    assert "$remote_addr" not in re.search(r"log_format [^;]+;", CONF)[0]
    assert "non_idempotent" in re.search(r"proxy_next_upstream (.+);", CONF)[1]
    assert int(re.search(r"client_max_body_size (\d+)m;", CONF)[1]) * 1_000_000 > MOST_BYTES


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
def test_nginx_takes_its_configuration(tmp_path: Path) -> None:
    command = [*written(tmp_path, 8080, 8051, 8052), "-t"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr

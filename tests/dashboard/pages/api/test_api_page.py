"""The documentation says what there is, and its examples do what they say."""

from __future__ import annotations

import gzip
import re
import shlex
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from dashboard.frame.problem import PROBLEMS
from dashboard.language.i18n import CODES, language
from dashboard.pages.api.examples import EXAMPLES, HERE, written
from dashboard.resources.registry import RESOURCES

if TYPE_CHECKING:
    from asgi import Client

    from dashboard.pages.api.examples import ApiExample

LINKS = re.compile(r'href="(/api/[^"]+)"')
PATHS = {"lt": "/api", "en": "/en/api"}


def shown(html: str, example: ApiExample) -> str:
    """An example as it stands on the page."""
    found = re.search(rf'<code id="example-{example.id}">(.*?)</code>', html, re.DOTALL)
    return unescape(re.sub("<[^>]+>", "", found[1]))


@pytest.mark.parametrize("code", CODES)
def test_it_names_every_table_column_and_problem(client: Client, code: str) -> None:
    html = client.page(PATHS[code])
    words = language(code)
    for resource in RESOURCES.values():
        part = html.partition(f'<details id="table-{resource.id}"')[2].partition("</details>")[0]
        assert resource.table.title[code] in unescape(part)
        for column in resource.table.columns.values():
            assert f"<code>{column.name}</code>" in part
            assert column.about[code] in unescape(part)
    for kind in PROBLEMS:
        assert f'id="problem-{kind}"' in html
        assert words.t(f"api.problem.{kind}.title") in unescape(html)


@pytest.mark.parametrize("code", CODES)
def test_it_is_small_on_the_wire(client: Client, code: str) -> None:
    assert len(gzip.compress(client.page(PATHS[code]).encode(), 1)) < 40_000


def test_whatever_it_leads_to_is_there(client: Client) -> None:
    links = {unescape(link) for link in LINKS.findall(client.page("/en/api"))}
    assert len(links) > len(RESOURCES)
    for link in links:
        assert client.get(link).status_code in {200, 307}, link


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.id)
def test_an_example_runs_as_it_stands(
    client: Client,
    example: ApiExample,
    code: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = shown(client.page(PATHS[code]), example)
    assert text == written(example, code)
    asked: list[str] = []

    def opened(address: str) -> BytesIO:
        asked.append(address)
        answer = client.get(re.sub(r"^http://[^/]+", "", address))
        assert answer.status_code == 200, answer.text
        return BytesIO(answer.content)

    if example.kind == "curl":
        tool, address = shlex.split(text)
        assert tool == "curl"
        opened(address)
    elif example.kind == "Python":
        read_csv = pd.read_csv
        monkeypatch.setattr("urllib.request.urlopen", opened)
        monkeypatch.setattr(pd, "read_csv", lambda at, **how: read_csv(opened(at), **how))
        names: dict[str, Any] = {}
        exec(text, names)
        assert capsys.readouterr().out
    else:  # R is not there to be run: what it would ask for is
        (path,) = re.findall(r'"(/api/v1/[^"]+)"', text)
        frame = pd.read_csv(opened(f"{HERE}{path}"))
        assert {"value", "demo", "year", "municipality"} <= {*frame.columns}
    assert asked
    assert all(each.startswith("http://") for each in asked)


@pytest.mark.parametrize("path", ["/", "/en/data"])
def test_every_page_says_where_programs_find_it(client: Client, path: str) -> None:
    html, words = client.page(path), language("en" if path.startswith("/en/") else "lt")
    described = f"/api/openapi.json?lang={words.code}"
    assert f'<link rel="service-desc" href="{described}">' in html
    assert f'<link rel="service-doc" href="{words.path("/api")}">' in html
    assert f'<a href="{words.path("/api")}">{words.t("page.api.nav")}</a>' in html
    assert client.get(described).json()["openapi"] == "3.1.0"


def test_the_description_is_in_both_languages_and_knows_its_base(client: Client) -> None:
    titles = {
        client.get(f"/api/openapi.json?lang={code}").json()["info"]["title"] for code in CODES
    }
    assert len(titles) == 2

"""What fails says what to do, keeps the way to everything else, and tells only the log why."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from asgi import Client
from click.testing import CliRunner

from dashboard.app import create_app
from dashboard.cli import main as cli
from dashboard.cli import serving
from dashboard.config import Settings
from dashboard.frame.page import Page
from dashboard.language.i18n import CODES, WrongText, language
from dashboard.pages import all_pages
from dashboard.server import documents
from data.errors import StoreError

if TYPE_CHECKING:
    from data.asking.store import Store

PAGES = {(page.id, code): page for page in all_pages() for code in CODES}
ROOT = re.escape(str(Path(__file__).parents[3]))
TRACES = re.compile(rf"Traceback|\.py\b|/site-packages|{ROOT}|line \d+")


class Unforeseen(Exception):
    """What a test lets happen."""


def fail(*_: object, **__: object) -> Any:
    raise Unforeseen("secret detail")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["map", "data"])
def test_a_page_without_even_a_frame_says_what_to_do(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    name: str,
    code: str,
) -> None:
    words = language(code)
    app = create_app(Settings(), store)
    monkeypatch.setattr(documents, "shell", fail)
    with Client(app.server) as client:
        answer = client.get(PAGES[name, code].path(words))
    assert answer.status_code == 500
    assert f'<html lang="{code}">' in answer.text
    for key in ("error.title", "error.text", "error.home"):
        assert words.t(key) in answer.text
    assert f'href="{words.path("/")}"' in answer.text
    assert "secret" not in answer.text
    assert not TRACES.search(answer.text)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "secret detail" in caplog.text, "the trace is for the log"


def unreadable(*_: object, **__: object) -> Any:
    raise StoreError("disk on fire, a secret detail")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("failing", [fail, unreadable])
def test_content_that_fails_says_what_to_do_in_its_place(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    code: str,
    failing: Any,
) -> None:
    status, said = (500, "error.text") if failing is fail else (503, "error.data")
    words = language(code)
    broken = Page("data", {"lt": "duomenys", "en": "data"}, 3, failing)
    monkeypatch.setattr("dashboard.app.all_pages", lambda: (broken,))
    with Client(create_app(Settings(), store).server) as client:
        answer = client.get(broken.path(words))
    assert answer.status_code == status
    assert words.t(said) in answer.text
    assert words.t("shell.nav") in answer.text, "the way to the other pages stays"
    assert "canonical" not in answer.text, "nobody should keep it"
    assert "/bundles/data." not in answer.text, "its scripts would miss what could not be made"
    assert "secret" not in answer.text
    assert "secret detail" in caplog.text


@pytest.mark.parametrize(("failing", "status"), [(fail, 500), (unreadable, 503)])
def test_a_view_of_a_database_that_cannot_answer_may_be_asked_for_again(
    store: Store, monkeypatch: pytest.MonkeyPatch, failing: Any, status: int
) -> None:
    with Client(create_app(Settings(), store).server) as client:
        named = client.get("/api/v1/views/total?unit=eur").headers["location"]
        monkeypatch.setattr(type(store), "columns", failing)
        answer = client.get(named)
    assert answer.status_code == status
    assert ("retry-after" in answer.headers) == (status == 503)
    assert "secret" not in answer.text


def test_a_page_without_words_stops_the_start_by_name(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    wordless = Page("wordless", {"lt": "x", "en": "x"}, 9, fail)
    monkeypatch.setattr("dashboard.app.all_pages", lambda: (wordless,))
    with pytest.raises(WrongText, match=r"messages\.po: page\.wordless\.nav: expected a text"):
        create_app(Settings(), store)


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("shell.nav", None, "no such text"),
        (
            "shell.footer",
            "{versija}",
            r"expected places for \{version\}, the text is '\{versija\}'",
        ),
        ("shell.title", "{0}", r"expected places for \{page\}"),
        ("error.data", None, "no such text"),
    ],
)
def test_a_word_that_would_take_every_page_down_stops_the_start_by_name(
    store: Store, monkeypatch: pytest.MonkeyPatch, key: str, text: str | None, said: str
) -> None:
    texts = language("en").texts._catalog
    monkeypatch.delitem(texts, key)
    if text is not None:
        monkeypatch.setitem(texts, key, text)
    with pytest.raises(WrongText, match=rf"en/LC_MESSAGES/messages\.po: {re.escape(key)}: {said}"):
        create_app(Settings(), store)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_server_with_wrong_words_does_not_start_and_says_so_plainly(
    store: Store, monkeypatch: pytest.MonkeyPatch, workers: str
) -> None:
    def wrong(*_: object) -> None:
        raise WrongText("wrong words:\nen/messages.po: shell.nav: expected a text")

    monkeypatch.setattr(serving, "require_fit", wrong)
    monkeypatch.setattr(serving.uvicorn, "run", fail)
    environment = {"DATA_DIR": str(store.path.parent), "WORKERS": workers}
    done = CliRunner().invoke(cli.main, ["serve"], env=environment)
    assert done.exit_code == 1
    assert done.output.startswith("Error: wrong words:\nen/messages.po: shell.nav: expected")


def test_a_folder_that_is_no_page_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr("dashboard.pages.__file__", str(tmp_path / "__init__.py"))
    with pytest.raises(ImportError, match=r"dashboard\.pages\.empty\.page"):
        all_pages()

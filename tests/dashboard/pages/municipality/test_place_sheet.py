"""The sheet of a municipality's page: it says what the page says, and leads back to it."""

from __future__ import annotations

import re
import sys
from html import unescape
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from dashboard.frame.place_view import read_place_view
from dashboard.indicators.writing import title
from dashboard.language.i18n import CODES, language
from dashboard.pages.municipality.sheet import SHOWN
from dashboard.sheets.pdf import _typst, can_print
from geo.places import municipalities
from tests.dashboard.sheets.reading import code as code_of
from tests.dashboard.sheets.reading import language as language_of
from tests.dashboard.sheets.reading import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asgi import Client

    from dashboard.answers import Atlas
    from data.asking.store import Store

PLACES = {place.code: place for place in municipalities()}
PAGES = {
    ("53", "lt"): "/savivaldybe/kedainiu-r",
    ("53", "en"): "/en/municipality/kedainiai-district",
    ("13", "lt"): "/savivaldybe/vilniaus-m",
}
CASES = [
    ("53", "lt", ""),
    ("53", "en", "?year=2021&unit=constant&peers=county&weight-older=3"),
    ("13", "lt", "?year=2022&nearest=15"),  # real among invented ones
]


def sheet(client: Client, code: str, lang: str, query: str) -> pypdfium2.PdfDocument:
    answer = client.get(f"/download/{lang}/municipality/{code}.pdf{query}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    return pypdfium2.PdfDocument(answer.content)


def bare(words: str) -> str:
    """Without what a line's end changes."""
    return re.sub(r"[\s\xad-]", "", words)


@pytest.fixture(scope="module")
def client(own_client: Client) -> Client:
    return own_client


@pytest.mark.parametrize(("code", "lang", "query"), CASES)
def test_it_is_one_page_and_says_what_the_page_says(
    client: Client, atlas: Atlas, store: Store, code: str, lang: str, query: str
) -> None:
    words = language(lang)
    view = read_place_view(atlas, words, query, PLACES[code])
    document = sheet(client, code, lang, query)
    assert len(document) == 1
    assert document.get_metadata_value("Title") == words.name(PLACES[code], "full")
    assert language_of(document) == lang
    said = bare(text(document[0]))
    shown = unescape(client.page(PAGES[code, lang], query))
    [headline] = re.findall(r'id="sentence"[^>]*>([^<]+)<', shown)
    assert bare(headline) in said
    for name in SHOWN:
        telling = view.telling(name)
        figures = (title(telling.it.shown.view, words), telling.figure(), telling.median or "–")
        assert bare("".join(figures)) in said
        if telling.takes():
            assert bare(f"{words.t(f'indicator.{name}.name')}: {telling.takes()}.") in said
    for at in view.standing.circle.peers:
        assert bare(words.name(municipalities()[at]).split(" ")[0]) in said
    mixed = view.standing.year == 2022 or "2021" in query
    assert bare(words.t("demo.figures_mixed" if mixed else "demo.figures")) in said
    assert bare(view.source.removeprefix(words.t("demo.figures"))) in said
    assert store.version in text(document[0])


@pytest.mark.parametrize(("code", "lang", "query"), CASES)
def test_its_code_leads_to_exactly_what_it_shows(
    client: Client, code: str, lang: str, query: str
) -> None:
    address = code_of(sheet(client, code, lang, query)[0])
    start = f"http://atlas.test{PAGES[code, lang]}?year="
    assert address.startswith(start), "the year stays when a newer one comes"
    path = address.removeprefix("http://atlas.test")
    main = [client.page(each).partition("<main")[2] for each in (path, PAGES[code, lang] + query)]
    tables = [re.sub(r'href="[^"]*"', "", each.partition("<table")[2]) for each in main]
    assert tables[0] == tables[1]


def test_it_is_kept_under_the_name_of_what_it_is(client: Client) -> None:
    answer = client.get("/download/en/municipality/53.pdf?year=2021")
    name = 'attachment; filename="savivalda-kedainiai-district-2021.pdf"'
    assert answer.headers["content-disposition"] == name


def test_of_real_figures_alone_it_does_not_speak_of_a_demonstration(client: Client) -> None:
    said = text(sheet(client, "13", "en", "?year=2022&figures=real")[0])
    assert "DEMONSTRATION" not in said
    assert "Budget execution and financing agreements of Vilnius" in said


@pytest.fixture
def without_typst(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "typst", None)
    for kept in (_typst, can_print):
        kept.cache_clear()
    yield
    for kept in (_typst, can_print):
        kept.cache_clear()


@pytest.mark.usefixtures("without_typst")
def test_where_no_sheet_can_be_made_no_link_leads_to_one(client: Client) -> None:
    shown = client.page("/savivaldybe/kedainiu-r", "?year=2019")
    assert ".pdf" not in shown
    assert "/download/lt/municipality/53.csv" in shown
    answer = client.get("/download/lt/municipality/53.pdf")
    assert answer.status_code == 501
    assert "pip install savivalda[sheets]" in answer.json()["detail"]


@pytest.mark.parametrize("lang", CODES)
def test_where_it_can_be_made_the_page_leads_to_it(client: Client, lang: str) -> None:
    shown = unescape(client.page(PAGES["53", lang], "?year=2021&peers=county&open=total"))
    address = f"/download/{lang}/municipality/53.pdf?year=2021&peers=county"
    assert f'href="{address}"' in shown
    assert client.get(address).content.startswith(b"%PDF")

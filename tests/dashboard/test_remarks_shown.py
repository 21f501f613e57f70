"""A remark stands beside the figure wherever the figure stands; withdrawn, only in the history."""

from __future__ import annotations

import re
import shutil
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2
import pytest
from asgi import Client
from pptx import Presentation

from dashboard.app import create_app
from dashboard.config import Settings
from data.asking.store import Store
from tests.dashboard.sheets.reading import text as text_of_pdf
from tests.map_address import EN_MAP, LT_MAP
from tests.remarked import INDICATOR, LINK, OFFICE, SAYS, YEAR, with_remarks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WHERE = f"indicator={INDICATOR}&year={YEAR}&select=53"


@pytest.fixture(scope="module")
def remarked(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_remarks(database, tmp_path_factory.mktemp("remarked"))


@pytest.fixture(scope="module")
def client(remarked: Path) -> Iterator[Client]:
    with Store(remarked) as store, Client(create_app(Settings(), store).server) as opened:
        yield opened


def words_of_pptx(content: bytes) -> str:
    shown = Presentation(BytesIO(content)).slides
    return "\n".join(slide.notes_slide.notes_text_frame.text for slide in shown)


def cells_of(content: bytes) -> str:
    book = openpyxl.load_workbook(BytesIO(content))
    return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row)


def visible(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


PAGES = {
    "lt": (LT_MAP, "/savivaldybe/kedainiu-r", "/palyginimas", "/skaicius"),
    "en": (EN_MAP, "/en/municipality/kedainiai-district", "/en/compare", "/en/figure"),
}
FIGURE = f"indicator={INDICATOR}&municipality=53&year={YEAR}"
QUERIES = (WHERE, f"year={YEAR}", f"year={YEAR}&select=53,13", FIGURE)
FILES = (
    f"view.csv?{WHERE}",
    f"view.csv?{WHERE}&columns=plain",
    f"view.xlsx?{WHERE}",
    f"map.svg?{WHERE}",
    f"trend.svg?{WHERE}",
    f"municipality/53.csv?year={YEAR}",
    f"municipality/53.csv?year={YEAR}&columns=plain",
    f"municipality/53.xlsx?year={YEAR}",
    f"municipality/53.pdf?year={YEAR}",
    f"compare.csv?year={YEAR}&select=53,13",
    f"compare.xlsx?year={YEAR}&select=53,13",
    f"compare.csv?year={YEAR}&select=53,13&columns=plain",
    f"compare.svg?year={YEAR}&select=53,13",
    f"figure.csv?{FIGURE}",
    f"figure.xlsx?{FIGURE}",
    f"forum.pptx?select=53&1=number&1.indicator={INDICATOR}&1.year={YEAR}",
    f"forum.html?select=53&1=map&1.indicator={INDICATOR}&1.year={YEAR}",
    f"forum.html?select=53&1=trend&1.indicator={INDICATOR}&1.year={YEAR}",
)


def read(client: Client, address: str) -> str:
    """What a file says, as a reader sees it, without what the ends of lines change."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    path = address.partition("?")[0]
    if path.endswith(".pdf"):
        said = text_of_pdf(pypdfium2.PdfDocument(answer.content)[0])
    elif path.endswith(".pptx"):
        said = words_of_pptx(answer.content)
    else:
        said = cells_of(answer.content) if path.endswith(".xlsx") else visible(answer.text)
    return re.sub(r"[\s\xad]", "", said)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("lang", ["lt", "en"])
@pytest.mark.parametrize("file", FILES)
def test_every_file_of_the_figure_says_what_is_remarked_on_it(
    client: Client, file: str, lang: str
) -> None:
    said = read(client, f"/download/{lang}/{file}")
    for what in ("wide", "figure"):
        assert squeezed(SAYS[what][lang]) in said, what
    assert squeezed(OFFICE) in said
    assert "2026-11-27" in said
    assert LINK in said
    assert squeezed(SAYS["gone"][lang]) not in said


@pytest.mark.parametrize("lang", ["lt", "en"])
@pytest.mark.parametrize("number", range(4))
def test_every_page_of_the_figure_says_it_with_a_sign_that_is_explained(
    client: Client, lang: str, number: int
) -> None:
    page = client.page(PAGES[lang][number], f"?{QUERIES[number]}")
    note = re.search(r'<div class="remarks".*?</div>', page, re.DOTALL)
    assert note
    said = visible(note[0])
    for what in ("wide", "figure"):
        assert SAYS[what][lang] in said
    assert said.index(SAYS["wide"][lang]) < said.index(SAYS["figure"][lang])
    assert OFFICE in said
    assert "2026-11-27" in said
    assert f'href="{LINK}"' in note[0]
    assert SAYS["gone"][lang] not in page
    assert "¶" in visible(page).replace(said, "")


def test_a_view_carries_them_and_changes_no_figure(client: Client, store: Store) -> None:
    with Client(create_app(Settings(), store).server) as former:
        before, after = former.view(INDICATOR), client.view(INDICATOR)
    assert before["remarks"] == []
    assert [each["text"] for each in after["remarks"]] == [
        SAYS[what]["lt"] for what in ("wide", "figure", "elsewhere")
    ]
    assert [each["year"] for each in after["remarks"]] == [None, YEAR, 2020]
    row, place = after["years"].index(YEAR), after["remarks"][0]["place"]
    assert after["sign"][row][place] == f"{before['sign'][row][place]}¶"
    same = ("value", "rank", "cls", "change", "national", "bins", "sentence", "state")
    assert {name: before[name] for name in same} == {name: after[name] for name in same}


def test_other_municipalities_have_none(client: Client) -> None:
    for page in (
        client.page("/savivaldybe/birstono", f"?year={YEAR}"),
        client.page(LT_MAP, f"?indicator={INDICATOR}&year={YEAR}&select=12"),
    ):
        assert 'class="remarks"' not in page


@pytest.mark.parametrize(("lang", "path"), [("lt", "/duomenys"), ("en", "/en/data")])
def test_the_history_holds_all_and_strikes_out_what_was_withdrawn(
    client: Client, lang: str, path: str
) -> None:
    page = client.page(path)
    table = page[page.index('id="remarks-title"') :].partition("</section>")[0]
    for what in SAYS:
        assert SAYS[what][lang] in table
    assert re.findall(r"<del>(.*?)</del>", table) == [SAYS["gone"][lang]]
    assert "2026-11-28" in table
    assert "Skaičius pataisytas." in table
    assert f'href="{LINK}"' in table


def test_a_view_that_is_kept_for_ever_is_of_another_version_once_there_is_a_remark(
    database: Path, remarked: Path, tmp_path: Path
) -> None:
    target = shutil.copy(database, tmp_path / "savivalda.duckdb")
    with Store(target, check_every=0) as store, Client(create_app(Settings(), store).server) as at:
        former = at.get(f"/api/v1/views/{INDICATOR}").headers["location"]
        kept = at.get(former).content
        shutil.copy(remarked, tmp_path / "next.duckdb").replace(target)
        present = at.get(f"/api/v1/views/{INDICATOR}").headers["location"]
        assert present != former
        assert len(at.get(present).json()["remarks"]) == 3
        assert at.get(former).content in (kept, b"")  # as it was, or moved; never another's

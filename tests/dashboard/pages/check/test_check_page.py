"""A form that is sent gets its report, whatever it is; nobody waits for it but who sent it."""

from __future__ import annotations

import json
import re
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from asgi import Client
from openpyxl import load_workbook

from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.language.i18n import CODES, language
from dashboard.pages.check import receiving
from dashboard.pages.check import routes as check_route
from dashboard.pages.check.receiving import MOST_BYTES
from dashboard.pages.check.report import SHOWN, report_html
from dashboard.pages.check.routes import COMING, INSIDE
from data.forms.checking.context import Context
from data.forms.checking.findings import Findings
from data.forms.checking.report import Report
from data.forms.checking.sent import Checked
from tests.data.forms.drafts import true_to_life
from tests.data.forms.oldexcel import write_xls
from tests.data.forms.reading.test_hostile import (
    entities,
    locked_workbook,
    ten_million_rows,
    zip_bomb,
)
from tests.data.forms.writers import write_csv, write_ods, write_xlsx

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    import httpx

    from data.asking.store import Store

PERSON = "38901010003"
WRITERS: dict[str, Callable[..., Path]] = {"xlsx": write_xlsx, "xls": write_xls, "ods": write_ods}
SAME = {"sec-fetch-site": "same-origin", "origin": "http://atlas.test"}
LT, EN = language("lt"), language("en")


@pytest.fixture(scope="module")
def client(own_client: Client) -> Client:
    return own_client


@pytest.fixture
def faulty(tmp_path: Path) -> bytes:
    """A word for an amount, more executed than planned, a personal code, a script."""
    draft = true_to_life()
    draft.put("Asignavimai!H5", "<script>alert(1)</script>")
    draft.put("Asignavimai!J6", 5000)
    draft.put("Asignavimai!L7", f"a. k. {PERSON}")
    return write_xlsx(draft, tmp_path / "form.xlsx").read_bytes()


def send(
    client: Client, content: Any, name: str = "forma.xlsx", kind: str = "report", code: str = "lt",
    **headers: str,
) -> httpx.Response:  # fmt: skip
    named = {"x-file-name": name, **(headers or SAME)}
    return client.request("POST", f"/check/{code}/{kind}", content=content, headers=named)


def verdict(answer: httpx.Response) -> str:
    assert answer.status_code == 200, answer.text
    found = re.search(r'<h2 id="verdict"[^>]*>(.*?)</h2>', answer.text)
    assert found
    return found[1]


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("code", CODES)
def test_a_clean_form_of_every_kind_is_called_so(
    client: Client, suffix: str, code: str, tmp_path: Path
) -> None:
    content = WRITERS[suffix](true_to_life(), tmp_path / f"form.{suffix}").read_bytes()
    answer = send(client, content, f"forma.{suffix}", code=code)
    words = language(code)
    assert verdict(answer) == words.t("check.verdict.clean")
    assert words.t("check.then.clean") in answer.text
    assert f"forma.{suffix}" in answer.text
    assert "data-answer" not in answer.text


@pytest.mark.parametrize(
    ("send_to", "said"),
    [
        ("", "Siųskite ją tam, iš ko ją gavote."),
        ("formos@example.org",
         'Kur siųsti: <a href="mailto:formos@example.org">formos@example.org</a>.'),
        ("NIPC, <Vilnius> m.", "Kur siųsti: NIPC, &lt;Vilnius&gt; m."),
        ("a@b.lt?bcc=c@d.lt", "Kur siųsti: a@b.lt?bcc=c@d.lt."),
    ],
)  # fmt: skip
def test_a_form_without_errors_is_told_where_to_go(
    store: Store, send_to: str, said: str, tmp_path: Path, faulty: bytes
) -> None:
    content = write_xlsx(true_to_life(), tmp_path / "clean.xlsx").read_bytes()
    with Client(create_app(Settings(send_to=send_to), store).server) as client:
        assert f"<p>{said}</p>" in send(client, content).text
        assert said not in send(client, faulty).text


def test_the_empty_form_comes_first(client: Client) -> None:
    shown = client.page("/formos-patikra")
    assert shown.index("check-form-title") < shown.index("check-drop-title")


def test_a_csv_file_is_a_sheet_of_that_name(client: Client, tmp_path: Path) -> None:
    path = write_csv(true_to_life().grids["Asignavimai"], tmp_path / "Asignavimai.csv")
    assert "klaidos" in verdict(send(client, path.read_bytes(), "Asignavimai.csv"))


def test_errors_stand_apart_from_warnings_each_with_its_cell(client: Client, faulty: bytes) -> None:
    answer = send(client, faulty)
    assert verdict(answer) == "Rastos 3 klaidos ir 1 įspėjimas."
    errors, warnings = answer.text.split('<section class="warnings"')
    for cell in ("H5", "L7", "B11"):
        assert f"<b>{cell}</b>" in errors
    assert "<b>J6</b>" in warnings
    assert "Turi būti" in errors
    assert "Planuota, €" in errors
    assert verdict(send(client, faulty, code="en")) == "Found: 3 errors and 1 warning."


def test_nothing_that_a_file_says_becomes_part_of_the_page(client: Client, faulty: bytes) -> None:
    for name in ("<img src=x>.xlsx", "%3Cimg%20src%3Dx%3E.xlsx"):
        text = send(client, faulty, name).text
        assert "<script" not in text
        assert "<img" not in text
        assert "&lt;script&gt;" in text


def test_a_personal_code_is_never_sent_back(client: Client, faulty: bytes) -> None:
    for kind in ("report", "json", "marked"):
        answer = send(client, faulty, f"{PERSON}.xlsx", kind)
        assert answer.status_code == 200
        assert PERSON not in answer.text


def test_the_marked_copy_is_the_answer_to_the_same_form(client: Client, faulty: bytes) -> None:
    answer = send(client, faulty, kind="marked", code="en")
    workbook = load_workbook(BytesIO(answer.content))
    assert "not a number" in workbook["Asignavimai"]["H5"].comment.text
    assert answer.headers["cache-control"] == "no-store"


def test_the_whole_report_is_there_for_programs(client: Client, faulty: bytes) -> None:
    said = json.loads(send(client, faulty, kind="json").content)
    assert (said["errors"], said["warnings"], said["year"]) == (3, 1, 2026)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (zip_bomb, "Išskleistas failas būtų per didelis"),
        (entities, "DTD"),
        (ten_million_rows, "per d"),
        (locked_workbook, "slaptažodžiu"),
        (None, "Failas tuščias"),
    ],
)
def test_a_hostile_form_gets_one_clear_refusal(
    client: Client, make: Callable[[Path], Path] | None, said: str, tmp_path: Path
) -> None:
    content = make(tmp_path).read_bytes() if make else b""
    answer = send(client, content)
    assert verdict(answer) == LT.t("check.verdict.unreadable")
    assert said in answer.text
    assert answer.text.count("<li>") == 1
    assert send(client, content, kind="marked").status_code == 422


@pytest.mark.parametrize(
    "name", ["../../../etc/passwd", "C:\\Users\\x\\forma.xlsx", "a%00b.xlsx", "%ff%fe", "x" * 5000]
)
def test_a_name_is_only_a_name(client: Client, name: str, tmp_path: Path) -> None:
    content = write_xlsx(true_to_life(), tmp_path / "form.xlsx").read_bytes()
    answer = send(client, content, name)
    assert answer.status_code == 200
    assert "etc" not in answer.text
    assert "Users" not in answer.text
    assert len(answer.text) < 5000


def test_the_name_of_a_municipalitys_form_says_whose_it_is(client: Client, tmp_path: Path) -> None:
    content = write_xlsx(true_to_life(), tmp_path / "form.xlsx").read_bytes()
    assert verdict(send(client, content, "savivalda-forma-13-2026.xlsx")) == "Klaidų nerasta."
    assert "1 klaida" in verdict(send(client, content, "savivalda-forma-11-2026.xlsx"))


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://atlas.test"},
        {"sec-fetch-site": "none"},
        {"origin": "http://elsewhere.test"},
        {"origin": "null"},
        {"origin": "http://["},
        {"origin": "http://atlas.test.elsewhere.test"},
    ],
)
def test_another_site_cannot_have_a_form_checked(client: Client, headers: dict[str, str]) -> None:
    answer = send(client, b"", **headers)
    assert answer.status_code == 403
    assert answer.text == LT.t("check.foreign")


def test_a_program_without_a_browser_can(client: Client) -> None:
    assert send(client, b"", host="atlas.test").status_code == 200


@pytest.mark.parametrize("path", ["/check/xx/report", "/check/lt/rows", "/check/lt/report/x"])
def test_other_addresses_take_nothing(client: Client, path: str) -> None:
    assert client.request("POST", path, content=b"x").status_code in {404, 405}
    assert client.get(path).status_code == 404


def test_a_form_too_large_is_refused_before_it_is_read(client: Client) -> None:
    sent = []

    async def endless() -> AsyncIterator[bytes]:
        for number in range(1000):
            sent.append(number)
            yield bytes(1_000_000)

    answer = send(client, endless(), code="en")
    assert answer.status_code == 413
    assert answer.text == EN.t("check.too_large", size="5")
    assert len(sent) <= MOST_BYTES // 1_000_000 + 2
    assert send(client, bytes(MOST_BYTES + 1)).status_code == 413


def test_who_sends_too_slowly_is_not_waited_for(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow() -> AsyncIterator[bytes]:
        yield b"PK"
        await anyio.sleep_forever()

    monkeypatch.setattr(receiving, "RECEIVING_S", 0.05)
    assert send(client, slow()).status_code == 408


class Slow:
    """Stands for checks that take as long as the test wants."""

    def __init__(self) -> None:
        self.entered = threading.Semaphore(0)
        self.released = threading.Event()

    def __call__(self, *_: object, **__: object) -> Checked:
        self.entered.release()
        assert self.released.wait(60)
        return Checked(Report(Path("slow.xlsx"), None, None, (), None, False, "1.0"))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow()
    monkeypatch.setattr(check_route, "check_sent", made)
    yield made
    made.released.set()


def test_others_are_answered_while_a_form_is_checked(client: Client, slow: Slow) -> None:
    with ThreadPoolExecutor() as visitors:
        waiting = visitors.submit(send, client, b"x")
        assert slow.entered.acquire(timeout=60)
        assert client.get("/health").status_code == 200
        assert client.view("total", unit="eur")["years"]
        assert not waiting.done()
        slow.released.set()
        assert waiting.result(60).status_code == 200


def test_so_many_are_taken_in_and_the_next_is_asked_to_come_again(
    client: Client, slow: Slow
) -> None:
    with ThreadPoolExecutor(INSIDE + 1) as visitors:
        waiting = [visitors.submit(send, client, b"x") for _ in range(INSIDE + 1)]
        first = next(as_completed(waiting, timeout=60)).result()
        assert first.status_code == 503
        assert first.text == LT.t("check.busy")
        assert int(first.headers["retry-after"]) > 0
        slow.released.set()
        codes = sorted(each.result(60).status_code for each in waiting)
    assert codes == [200] * INSIDE + [503]
    assert send(client, b"x").status_code == 200


def test_who_sends_slowly_takes_no_place_from_those_who_have_sent(
    client: Client, slow: Slow
) -> None:
    began, ends = threading.Semaphore(0), threading.Event()

    async def slowly() -> AsyncIterator[bytes]:
        began.release()
        while not ends.is_set():
            await anyio.sleep(0.01)
        yield b"x"

    slow.released.set()
    with ThreadPoolExecutor(COMING) as visitors:
        coming = [visitors.submit(send, client, slowly()) for _ in range(COMING - 1)]
        try:
            assert all(began.acquire(timeout=60) for _ in coming)
            assert send(client, b"x").status_code == 200
        finally:
            ends.set()
        assert {each.result(60).status_code for each in coming} <= {200, 503}


def test_nothing_is_left_behind(
    client: Client, faulty: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even on the way: where no temporary file can be written, all goes well."""
    monkeypatch.setenv("TMPDIR", str(tmp_path / "nowhere"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    for kind in ("report", "json", "marked"):
        assert send(client, faulty, kind=kind).status_code == 200
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("errors", "warnings", "lithuanian", "english"),
    [
        (0, 0, "Klaidų nerasta.", "No errors were found."),
        (0, 2, "Klaidų nerasta, yra 2 įspėjimai.", "No errors were found; there are 2 warnings."),
        (1, 0, "Rasta 1 klaida.", "Found: 1 error."),
        (2, 1, "Rastos 2 klaidos ir 1 įspėjimas.", "Found: 2 errors and 1 warning."),
        (10, 11, "Rasta 10 klaidų ir 11 įspėjimų.", "Found: 10 errors and 11 warnings."),
        (21, 22, "Rasta 21 klaida ir 22 įspėjimai.", "Found: 21 errors and 22 warnings."),
    ],
)
def test_the_verdict_is_declined(errors: int, warnings: int, lithuanian: str, english: str) -> None:
    report = made(["negative"] * errors + ["no_stamp"] * warnings)
    for words, said in ((LT, lithuanian), (EN, english)):
        assert f">{said}</h2>" in report_html(report, words)


def made(codes: list[str]) -> Report:
    """A report of problems in cells below each other."""
    findings = Findings()
    for row, code in enumerate(codes, start=1):
        findings.add(code, "Asignavimai", (row, 1), row, stamp="", limit="0")
    return Report(Path("forma.xlsx"), "13", 2026, tuple(findings.problems), None, False, "1.0")


class Tags(HTMLParser):
    """Opens and closes what it reads, and fails where that does not agree."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("count", [1, 4, 200, 201, 9000])
def test_a_page_shows_the_first_problems_and_says_how_many_there_are(count: int) -> None:
    html = report_html(made(["negative"] * count), EN)
    assert html.count('class="cell"') == min(count, SHOWN)
    assert ("The first 200 of" in html) == (count > SHOWN)
    tags = Tags()
    tags.feed(html)
    assert tags.open == []


def test_cells_with_the_same_thing_wrong_stand_together() -> None:
    html = report_html(made(["negative"] * 50), LT)
    assert html.count("<li") == 1
    assert html.count("<q>") == 50


def test_what_can_only_be_compared_with_earlier_years_is_not_promised(
    client: Client, tmp_path: Path
) -> None:
    content = write_xlsx(true_to_life(), tmp_path / "form.xlsx").read_bytes()
    assert LT.t("check.not_compared") in send(client, content).text


def test_earlier_years_are_compared_with_where_they_are_known(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    known = Context(totals={("13", 2025): Decimal(20_000)})
    monkeypatch.setattr(check_route, "known_context", lambda _: known)
    content = write_xlsx(true_to_life(), tmp_path / "form.xlsx").read_bytes()
    with Client(create_app(Settings(), store).server) as client:
        answer = send(client, content)
    assert verdict(answer) == "Klaidų nerasta, yra 1 įspėjimas."
    assert LT.t("check.not_compared") not in answer.text


@pytest.mark.parametrize("code", CODES)
def test_an_empty_form_is_a_workbook_for_that_place_and_year(client: Client, code: str) -> None:
    answer = client.get(f"/download/{code}/form.xlsx?municipality=13&year=2026")
    assert answer.status_code == 200
    name = 'attachment; filename="savivalda-forma-13-2026.xlsx"'
    assert answer.headers["content-disposition"] == name
    sheet = load_workbook(BytesIO(answer.content))["Forma"]
    said = {cell.value for row in sheet.iter_rows() for cell in row}
    assert {"Vilniaus miesto savivaldybė", 2026} <= said


@pytest.mark.parametrize(
    "query",
    ["", "?municipality=13", "?municipality=99&year=2026", "?municipality=13&year=1990",
     "?municipality=13&year=x", "?municipality=../13&year=2026", "?municipality=13&year=٢٠٢٦"],
)  # fmt: skip
def test_a_form_that_there_cannot_be_is_not_found(client: Client, query: str) -> None:
    assert client.get(f"/download/lt/form.xlsx{query}").status_code == 404


@pytest.mark.parametrize("code", CODES)
def test_the_page_says_what_it_does_with_the_file(client: Client, code: str) -> None:
    words = language(code)
    shown = client.page(words.path(f"/{'formos-patikra' if code == 'lt' else 'check-a-form'}"))
    for text in (words.t("check.drop.kept"), "5 MB", "Vilni"):
        assert text in unescape(shown)

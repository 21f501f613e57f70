"""Bytes come from a file or by HTTP, bounded in every way, or a sentence says why they do not."""

import os
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.refresh.errors import NoNetwork, RefreshError
from data.refresh.fetch import fetch
from data.refresh.said import MOST, own_words


def test_a_file_is_read_and_named_without_its_folder(answer):
    payload = fetch(answer(b"\xef\xbb\xbfdata", "answer.csv"))
    assert payload.content == b"\xef\xbb\xbfdata"
    assert (payload.name, payload.url, payload.fetched) == ("answer.csv", None, False)


def test_an_address_is_fetched_by_a_client_that_says_who_it_is(service):
    url = service.says("/data?startPeriod=2015", packets=[b"da", b"ta"])
    payload = fetch(url)
    assert payload.content == b"data"
    assert payload.name == url
    assert payload.url is None, "http is no address to show as a source"
    assert payload.fetched
    assert service.server.seen[0]["User-Agent"].startswith("Savivalda")


def test_a_redirect_to_the_web_is_followed(service):
    end = service.says("/end", packets=[b"data"])
    assert fetch(service.says("/start", 302, {"Location": end})).content == b"data"


@pytest.mark.parametrize(
    "place", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:,x", "javascript:1"]
)
def test_a_redirect_elsewhere_is_not(service, place):
    with pytest.raises(RefreshError, match=r"is not fetched|answered 302"):
        fetch(service.says("/start", 302, {"Location": place}))


def test_a_redirect_in_a_circle_ends(service):
    url = service.says("/start")
    service.says("/start", 302, {"Location": url})
    with pytest.raises(RefreshError, match="answered 302"):
        fetch(url)


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        ("file:///etc/passwd", "file: is not fetched"),
        ("ftp://example.org/x", "ftp: is not fetched"),
        ("data:,x", "data: is not fetched"),
        ("https:///x", "needs a host"),
        ("https://name:secret@example.org/x", "may not carry a user or password"),
        ("https://example.org/a b", "%XX"),
        ("https://example.org/\u0161", "%XX"),
        ("https://example.org/\r\nX: y", "%XX"),
        ("https://[::1/x", "is no address"),
        ("absent.json", "no such file"),
        (".", "no such file"),
        ("/dev/zero", "no such file"),
    ],
)
def test_what_is_neither_a_file_nor_the_web_is_refused(origin, words, no_network):
    with pytest.raises(RefreshError, match=words) as refused:
        fetch(origin)
    assert "secret" not in str(refused.value)


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(RefreshError, match="no such file"):
        fetch(str(tmp_path / "pipe"))


def test_without_a_network_the_message_says_that_the_present_data_stay(no_network):
    with pytest.raises(NoNetwork, match=r"osp-rs\.stat\.gov\.lt .*unreachable.*present data stay"):
        fetch("https://osp-rs.stat.gov.lt/rest_json/data/S3R167_M3010214/")


def test_a_closed_door_is_no_network_either():
    with pytest.raises(NoNetwork, match=r"127\.0\.0\.1"):
        fetch("http://127.0.0.1:9/x")


@pytest.mark.parametrize("status", [400, 403, 404, 500, 503])
def test_an_error_of_the_service_is_told_by_its_number(service, status):
    with pytest.raises(RefreshError, match=f"answered {status}"):
        fetch(service.says("/", status, packets=[b"<html>sorry</html>"]))


SDMX = """<?xml version="1.0"?>
<mes:Error xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
 xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
<mes:ErrorMessage code="100"><com:Text>No data for S3R167 &amp; 2031</com:Text></mes:ErrorMessage>
</mes:Error>"""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (SDMX, "100 No data for S3R167 & 2031"),
        (
            '{"errors": [{"code": 150, "message": "Invalid number of dimensions"}]}',
            "Invalid number of dimensions",
        ),
        (
            '{"error": [{"status": 404, "label": {"lt": "Nėra duomenų"}}], "path": "/x"}',
            "Nėra duomenų",
        ),
        (
            '{"timestamp": 1, "error": "Not Found", "message": "No flow", "path": "/"}',
            "Not Found No flow",
        ),
        (
            (
                "<html><head><title>Klaida</title><style>p {}</style></head>"
                "<body><script>if (a < b) x()</script><p>Puslapis\nnerastas</p></body></html>"
            ),
            "Klaida Puslapis nerastas",
        ),
        ("Service  is\r\nclosed\x1b[2J at \u202enight", "Service is closed [2J at night"),
        ("x" * 30_000, "x" * 199 + "…"),
        ("<" * 30_000, "< " * 99 + "<…"),
        ("[" * 30_000, "[" * 199 + "…"),
        ("", ""),
    ],
)
def test_an_error_is_told_in_the_words_of_the_service_short_and_clean(service, body, words):
    with pytest.raises(RefreshError) as refused:
        fetch(service.says("/", 404, packets=[body.encode()]))
    _, _, said = str(refused.value).partition("/: answered 404 Not Found")
    assert said == (f" and says: {words}" if words else "")


def test_an_error_that_drips_is_not_waited_for(service, monkeypatch):
    monkeypatch.setattr("data.refresh.fetch.WORDS_SECONDS", 0.5)
    started = time.monotonic()
    with pytest.raises(RefreshError, match=r"answered 500 .* says: xxx"):
        fetch(service.says("/", 500, packets=[b"x"] * 100, wait=0.1))
    assert time.monotonic() - started < 5


@given(st.binary(max_size=300) | st.text("<>!-/&;[]?{}:\"'abc \n", max_size=300).map(str.encode))
def test_whatever_a_service_says_can_be_shown(content):
    said = own_words(content)
    assert said.isprintable()
    assert len(said) <= MOST


PAGES = [
    b"<html><body>Klaida</body></html>",
    b"\n <!DOCTYPE html><html></html>",
    b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html></html>',
    b"<!-- cached --><HTML>",
]


@pytest.mark.parametrize("page", PAGES)
def test_a_web_page_in_place_of_data_is_told(service, answer, page):
    for origin in (service.says("/", packets=[page]), answer(page)):
        with pytest.raises(RefreshError, match="a web page, not data"):
            fetch(origin)
    with pytest.raises(RefreshError, match=r"not data \(Klaida\); is the address right"):
        fetch(answer(PAGES[0]))


def test_many_comments_are_no_page_and_cost_no_time(answer):
    started = time.process_time()
    assert fetch(answer(b"<!-- -->" * 500 + b"<data/>")).content
    assert time.process_time() - started < 1


@pytest.mark.parametrize("nothing", [b"", b" \r\n"])
def test_nothing_is_refused(service, answer, nothing):
    for origin in (service.says("/", packets=[nothing]), answer(nothing)):
        with pytest.raises(RefreshError, match="it is empty"):
            fetch(origin)


def test_too_much_is_refused_whether_promised_or_not(service, answer):
    promised = service.says("/promised", headers={"Content-Length": str(10**12)}, packets=[b"x"])
    endless = service.says("/endless", packets=[b"x" * 10_000] * 1_000)
    for origin in (promised, endless, answer(b"x" * 100_000)):
        with pytest.raises(RefreshError, match="more than 50,000 bytes"):
            fetch(origin, limit=50_000)


def test_a_part_is_refused(service):
    url = service.says("/", headers={"Content-Length": "100"}, packets=[b"x" * 40])
    with pytest.raises(RefreshError, match=r"only 40 of 100 bytes|broke off"):
        fetch(url)


def test_an_answer_that_drips_is_given_up(service):
    started = time.monotonic()
    with pytest.raises(RefreshError, match="within 1 s"):
        fetch(service.says("/", packets=[b"x"] * 100, wait=0.1), seconds=1)
    assert time.monotonic() - started < 5


def test_an_answer_that_never_begins_is_given_up(service):
    with pytest.raises(RefreshError, match="timed out"):
        fetch(service.says("/", packets=[b"", b"x"], wait=2), seconds=0.5)

"""The register of recipients and the page of each say what the data say, in both languages."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from urllib.parse import quote

import numpy as np
import pandas as pd
import pytest
from openpyxl import load_workbook

from dashboard.answers import Atlas
from dashboard.language.i18n import CODES, language
from dashboard.pages.recipients import downloads
from dashboard.pages.recipients.page import layout, one
from dashboard.pages.recipients.state import RecipientsState, read_state, write_state
from dashboard.pages.recipients.telling import sentence_of
from dashboard.pages.recipients.view import read_view
from data.asking.recipients import (
    RecipientFilter,
    find_recipient,
    recipient_list,
    recipient_receipts,
    recipient_sums,
)
from data.asking.store import Store
from tests.dashboard.looking import elements, text
from tests.recipients import HEIR, NGO, OLD, small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from asgi import Client
    from dash.development.base_component import Component

    from dashboard.frame.page import Content
    from dashboard.pages.recipients.view import RecipientsView

PATHS = {"lt": "/gavejai", "en": "/en/recipients"}
DEMO = "D53-0034"
GRANTED = "figures=real&sort=awarded"


def shown(atlas: Atlas, query: str, code: str = "en") -> Content:
    return layout(atlas, language(code), query)


def seen(atlas: Atlas, query: str, code: str = "en") -> RecipientsView:
    return read_view(atlas, language(code), query)


def rows(content: Content) -> list[list[str]]:
    (table,) = elements(content, "Table")
    (body,) = elements(table, "Tbody")
    return [[text(cell) for cell in row.children] for row in elements(body, "Tr")]


def with_id(content: Content, name: str) -> list[Component]:
    return [each for each in elements(content) if getattr(each, "id", "") == name]


@pytest.fixture(scope="module")
def client(own_client: Client) -> Client:
    return own_client


@pytest.mark.parametrize("code", CODES)
def test_the_list_is_what_the_database_says_and_never_mixes_kinds(atlas: Atlas, code: str) -> None:
    words = language(code)
    for query, demo in (("area=culture", False), ("area=culture&figures=demo", True)):
        sums = recipient_sums(atlas.store, RecipientFilter(area="culture"))[demo]
        whole = recipient_list(atlas.store, RecipientFilter(area="culture"), sums)
        content = shown(atlas, query, code)
        assert [row[0] for row in rows(content)] == [*whole["name"]]
        assert words.money(sums.paid) in content.sentence
        assert words.t(f"{'demo' if demo else 'real'}.badge") in text(content.body)
        (other,) = with_id(content, "other-kind")
        both = recipient_sums(atlas.store, RecipientFilter(area="culture"))
        assert words.number(both[not demo].recipients) in text(other)


def test_pages_follow_each_other_and_are_sorted_by_links(client: Client) -> None:
    first = client.page("/en/recipients?figures=demo&sort=name&kind=ngo")
    second = client.page("/en/recipients?figures=demo&sort=name&kind=ngo&page=2")
    codes = [re.findall(r"/en/recipients/(D[\d-]+)", page) for page in (first, second)]
    assert [len(each) for each in codes] == [50, 50]
    assert not {*codes[0]} & {*codes[1]}
    assert "sort=-name" in first
    assert 'aria-sort="ascending"' in first
    assert 'aria-current="page">2<' in second
    beyond = client.page("/en/recipients?figures=demo&kind=ngo&page=99999")
    assert re.search(r'canonical" href="[^"]*page=57"', beyond)


@pytest.mark.parametrize(
    ("query", "lt", "en"),
    [
        (
            "kind=ngo&year=2025",
            "Pusė 2025 m. NVO lėšų teko {n} iš",
            "Half of the NGO money of 2025 went to {n} of",
        ),
        (
            "area=sport",
            "Pusė lėšų (Sportas) teko {n} iš",
            "Half of the money (Sport) went to {n} of",
        ),
    ],
)
def test_how_few_got_half_is_said_of_what_is_filtered(
    atlas: Atlas, query: str, lt: str, en: str
) -> None:
    for code, said in (("lt", lt), ("en", en)):
        view = seen(atlas, f"{query}&figures=demo", code)
        number = view.words.number(view.sums.half)
        told = re.sub(rf"{number} gavėj\w+ iš", f"{number} iš", sentence_of(view))
        assert said.format(n=number) in told


@pytest.mark.parametrize(
    ("half", "said"),
    [(1, "1 gavėjui iš"), (4, "4 gavėjams iš"), (12, "12 gavėjų iš"), (21, "21 gavėjui iš")],
)
def test_half_is_declined_as_its_number_wants(half: int, said: str) -> None:
    assert said in language("lt").n("recipients.half", half, money="lėšų", among="61")


@pytest.mark.parametrize("code", CODES)
def test_what_was_awarded_stands_beside_what_was_paid(atlas: Atlas, code: str) -> None:
    words, view = language(code), seen(atlas, GRANTED, code)
    assert words.t("recipients.awarded", sum=words.money(view.sums.awarded)) in sentence_of(view)
    assert words.money(view.sums.paid + view.sums.awarded) not in sentence_of(view)
    code_granted = next(
        row["code"] for row in view.rows().to_dict("records") if np.isnan(row["paid"])
    )
    page = text(layout_of(atlas, code_granted, code).body)
    assert words.t("recipient.grants.not_paid") in page
    assert words.t("recipients.column.constant", year=2025) in page


def layout_of(atlas: Atlas, key: str, code: str) -> Content:
    return one(atlas, language(code), "", key)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("key", [DEMO, "190001843", "188710061"])
def test_the_page_of_a_recipient_tells_all_it_was_paid(atlas: Atlas, key: str, code: str) -> None:
    words, row = language(code), find_recipient(atlas.store, key)
    assert row is not None
    content = layout_of(atlas, key, code)
    said = text(content.body).replace("\u00a0", " ")
    assert content.title == row["name"]
    assert words.money(row["paid"]) in content.sentence
    receipts = recipient_receipts(atlas.store, row["item"])
    for year, paid in receipts.groupby("year")["paid"].sum(min_count=1).dropna().items():
        assert f"{year}" in said
        assert words.money(paid).replace("\u00a0", " ") in said
    assert words.t("recipient.competitions.applied") in said
    assert words.t("demo.figures" if row["demo"] else "mark.provisional.text", sign="‡") in said
    assert re.search(r"\d{4}-\d{2}-\d{2}", text(elements(content, "P", "source")[0]))


def test_a_recipients_page_leads_to_its_competitions_municipality_and_flows(client: Client) -> None:
    page = client.page(f"/en/recipients/{DEMO}")
    links = {
        unescape(link) for link in re.findall(r"<main.*</main>", page, re.DOTALL)[0].split('"')
    }
    assert "/en/competitions/53-2025-d53-2025-k01" in links
    assert "/en/municipality/kedainiai-district" in links
    assert "/en/flows/kedainiai-district?year=2025" in links
    for link in ("/en/competitions/53-2025-d53-2025-k01", "/en/municipality/kedainiai-district"):
        assert client.get(link).status_code == 200


@pytest.mark.parametrize(("code", "path"), PATHS.items())
def test_of_an_unknown_recipient_near_ones_are_told(client: Client, code: str, path: str) -> None:
    answer = client.get(f"{path}/190001844")
    assert answer.status_code == 404
    assert language(code).t("recipients.unknown", key="190001844") in unescape(answer.text)
    assert f'{path}/190001843"' in answer.text
    for odd in ("private", "x" * 3000, quote("🎈"), "%ED%A0%BD", quote("'; DROP TABLE entity; --")):
        assert client.get(f"{path}/{odd}").status_code == 404


@pytest.mark.parametrize("code", CODES)
def test_filters_that_leave_nothing_say_which_to_loosen(atlas: Atlas, code: str) -> None:
    words = language(code)
    content = shown(atlas, "municipality=53&kind=ngo&name=licėjus&figures=demo", code)
    (nothing,) = with_id(content, "nothing")
    loosened = {
        text(link): link.href for link in elements(nothing, "A") if "name=" not in link.href
    }
    name, sums = words.t("recipients.filter.name"), seen(atlas, "municipality=53&kind=ngo").both
    said = words.n("recipients.none.without", sums[True].recipients, name=name)
    assert said in loosened
    assert "municipality=53&kind=ngo&figures=demo" in loosened[said]


@pytest.mark.parametrize(
    ("query", "noted"),
    [
        ("kind=odd", "kind"),
        ("municipality=atlantida", "municipality"),
        ("year=1999&page=-1", "page"),
        ("sort=%F0%9F%8E%88", "sort"),
        ("figures=both", "figures"),
    ],
)
def test_what_of_the_address_is_of_no_use_is_said(atlas: Atlas, query: str, noted: str) -> None:
    (note,) = with_id(shown(atlas, query), "note")
    assert f"({noted})" in text(note)


@pytest.mark.parametrize(
    "name", ["x" * 5000, "'; DROP TABLE entity; --", "🎈", "%ED%A0%BD", "%00", "a" * 99 + "%"]
)
def test_no_name_breaks_the_page(client: Client, name: str) -> None:
    page = client.page(f"/en/recipients?name={name if '%' in name else quote(name)}")
    assert "Nothing found" in page


def test_a_state_is_what_its_address_says() -> None:
    known = {"kind": ["ngo"], "legal_form": ["630"], "area": ["sport"], "mode": ["competition"],
             "financing": ["eu"]}  # fmt: skip
    state = RecipientsState(
        RecipientFilter("53", "ngo", "630", "sport", "competition", "eu", 2020, "a–b ž"),
        figures="demo",
        sort="-name",
        page=3,
    )
    assert read_state(write_state(state), known) == state
    assert write_state(RecipientsState()) == ""
    assert read_state("municipality=kedainiu", known).asked.municipality == "53"


@pytest.mark.parametrize("code", CODES)
def test_downloads_are_the_whole_list_with_its_sources(
    client: Client, atlas: Atlas, code: str
) -> None:
    query = "area=culture&figures=demo&year=2020"
    view = seen(atlas, query, code)
    plain = client.get(f"/download/{code}/recipients.csv?{query}&columns=plain")
    table = pd.read_csv(StringIO(plain.text))
    assert len(table) == view.found
    assert np.isclose(table["paid"].sum(), view.sums.paid)
    assert table["demo"].all()
    assert {*table["source"]} == {"demo"}
    book = load_workbook(BytesIO(client.get(f"/download/{code}/recipients.xlsx?{query}").content))
    data, about = book.worksheets
    assert data.max_row == 1 + view.found
    said = " ".join(str(cell.value) for line in about.iter_rows() for cell in line)
    assert language(code).t("demo.figures") in said
    assert client.get(f"/download/{code}/recipients.csv?name=zzzzz").status_code == 400
    assert client.get(f"/download/{code}/recipients.pdf").status_code == 404


def test_a_file_that_is_cut_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "MOST_ROWS", 10)
    answer = client.get("/download/en/recipients.csv?figures=demo")
    assert language("en").t("recipients.limit", most="10") in answer.text
    assert language("en").t("recipients.limit", most="10") in client.page("/en/recipients")


@pytest.fixture(scope="module")
def few(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    """An atlas in which private persons got money, an NGO provides a service, a school merged."""
    with Store(small(empty, tmp_path_factory.mktemp("few") / "few.duckdb")) as opened:
        yield Atlas(opened)


@pytest.mark.parametrize("code", CODES)
def test_private_persons_are_one_sum_below_the_list(few: Atlas, code: str) -> None:
    words, content = language(code), shown(few, "area=culture", code)
    (private,) = with_id(content, "private")
    assert text(private) == text(words.t("recipients.private.paid", sum=words.money(300.25)))
    assert [row[1] for row in rows(content)] == [NGO]
    (alone,) = with_id(shown(few, "area=sport", code), "private")
    assert text(alone) == text(words.t("recipients.private.paid", sum=words.money(40)))


@pytest.mark.parametrize("code", CODES)
def test_services_predecessors_and_successors_are_told(few: Atlas, code: str) -> None:
    words, provider = language(code), layout_of(few, NGO, code)
    assert words.t("recipient.services") in text(provider.body)
    assert "2020–2021" in text(provider.body)
    for own, other, said in ((OLD, HEIR, "heir"), (HEIR, OLD, "predecessors")):
        (kin,) = elements(layout_of(few, own, code).body, "P", "kin")
        assert words.t(f"recipient.{said}") in text(kin)
        assert [link.href.rpartition("/")[2] for link in elements(kin, "A")] == [other]

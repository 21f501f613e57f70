"""The page of what changed tells each change, by data version and municipality."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.dashboard.pages.changes.reading import items, text

if TYPE_CHECKING:
    from asgi import Client

SAID = {
    "/pokyciai": (
        "2025 m. duomenys: neprašyta → priimta",
        "2024 m. duomenys pakeisti kitais (priimta)",
        "Pataisyta ranka: 2022 m. allocation.executed 1 000 → 500,50",
        "Rankinis pataisymas atšauktas: 2021 m. entity.name",
        "Nauja pastaba (Visos išmokėtos lėšos, 2025 m.). Pateikė Finansų skyrius",
        "NVO konkurso būdu išmokėtų lėšų dalis 2025 m.: 3,21 % → 3,25 %",
        "Visos išmokėtos lėšos (kultūra) 2025 m.: nėra duomenų → 1 234 € (nepalyginama)",
        "Visos išmokėtos lėšos 2024 m.: 10,2 € (demonstraciniai duomenys) → 10,4 €",
        "Visos išmokėtos lėšos 2024 m.: 10 € → 20 € (demonstraciniai duomenys)",
        "Pirmas <įsipareigojimas>. Atsakinga institucija (Vyriausybė): pradėta → atlikta",
        "Šaltinis „Kainos“ paimtas iš naujo: 2026-10-01 → 2026-11-25",
    ),
    "/en/changes": (
        "Data of 2025: not asked → accepted",
        "Data of 2024 replaced by others (accepted)",
        "Corrected by hand: 2022 allocation.executed 1,000 → 500.50",
        "Correction by hand withdrawn: 2021 entity.name",
        "New remark (Total paid out, 2025), by Finansų skyrius",
        "NGO competition share of money paid, 2025: 3.21% → 3.25%",
        "Total paid out (culture), 2025: no data → €1,234 (not comparable)",
        "Total paid out, 2024: €10.2 (demonstration data) → €10.4",
        "Total paid out, 2024: €10 → €20 (demonstration data)",
        "First & foremost. Responsible institution (Government): started → done",
        "Source “Prices” taken anew: 2026-10-01 → 2026-11-25",
    ),
}


@pytest.mark.parametrize("address", SAID)
def test_each_change_is_told_and_leads_to_what_changed(client: Client, address: str) -> None:
    html = client.page(address)
    assert [*SAID[address]] == items(html)[: len(SAID[address])]
    links = [unescape(link) for link in re.findall(r'<li><a href="([^"]+)"', html)]
    own = "/en" if address.startswith("/en") else ""
    figure = f"{own}/{'figure' if own else 'skaicius'}?indicator=ngo_competition_share&unit=percent"
    assert f"{figure}&area=all&municipality=13&year=2025" in links
    assert f"{own}/{'commitments' if own else 'isipareigojimai'}/3-I-1" in links


def test_changes_stand_by_version_and_municipality_with_true_numbers(client: Client) -> None:
    said = text(client.page("/en/changes"))
    days = [said.index(day) for day in ("27 November 2026", "20 November 2026")]
    assert days == sorted(days)
    assert "Data version v2; v1 before it. Built 2026-11-27 08:00 UTC." in said
    counts = "2 forms or tables, 2 corrections, 1 remark, 7 figures"
    assert f"Vilnius City {counts} Demonstration" not in said, "its figures are real now"
    assert f"Vilnius City {counts}" in said
    assert "Kėdainiai District 1 figure Demonstration data" in said
    assert "And 4 more" in said
    assert "1 status of a commitment, 1 source" in said


@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ("municipality=53", ["€10 → €20"], ["2025", "First"]),
        ("municipality=K%C4%97daini%C5%B3%20r.", ["€10 → €20"], ["First"]),
        ("kind=status", ["First & foremost"], ["€10"]),
        ("municipality=13&kind=form", ["no answer → taken from a published table"], ["figures"]),
        ("municipality=11", ["There are no such changes"], ["€10"]),
    ],
)
def test_municipality_and_kind_leave_what_is_asked_for(
    client: Client, query: str, there: list[str], gone: list[str]
) -> None:
    html = client.page("/en/changes", f"?{query}").partition("<main")[2]
    main = html.partition("</form>")[2].partition("<footer")[0]
    assert all(each in text(main) for each in there)
    assert not any(each in text(main) for each in gone)


@pytest.mark.parametrize(
    "query",
    ["municipality=vilnius", "municipality=99", "kind=figures", "kind=%F0%9F%98%80",
     "municipality=" + "a" * 5_000, "municipality='; DROP TABLE change--",
     "municipality=%ED%A0%80"],
)  # fmt: skip
def test_what_of_the_address_cannot_be_used_is_said_and_all_is_shown(
    client: Client, query: str
) -> None:
    html = client.page("/en/changes", f"?{quote(query, safe='=%')}")
    note = re.search(r'<p id="note"[^>]*>(.*?)</p>', html)
    assert note
    assert "unknown value" in note[1]
    assert len(note[1]) < 200, "a long one is cut"
    assert len(items(html)) == len(items(client.page("/en/changes")))


@pytest.mark.parametrize(
    ("page", "feeds"),
    [
        ("/pokyciai", ["/pokyciai.atom"]),
        ("/en/changes?municipality=13", ["/en/changes/vilnius-city.atom", "/en/changes.atom"]),
        ("/savivaldybe/neringos", ["/pokyciai/neringos.atom", "/pokyciai.atom"]),
        ("/en/data", ["/en/changes.atom"]),
        ("/apie", ["/pokyciai.atom"]),
    ],
)
def test_pages_name_the_feed_of_what_they_show_and_of_all_that_changes(
    client: Client, page: str, feeds: list[str]
) -> None:
    html = client.page(page)
    link = r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)">'
    assert re.findall(link, html) == feeds
    assert all(client.get(feed).status_code == 200 for feed in feeds)
    foot = html.partition("<footer")[2]
    assert 'href="/pokyciai"' in foot or 'href="/en/changes"' in foot

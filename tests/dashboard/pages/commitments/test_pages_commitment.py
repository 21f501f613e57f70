"""A commitment's own page: what the sources say of it, nothing more, and the number it promises."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from looking import elements, rows, text

from dashboard.charts.svg import LOOKS
from dashboard.commitments.promise import demo_text, promises_of, promises_on
from dashboard.commitments.reading import read_plans
from dashboard.frame.places import map_path
from dashboard.indicators.state import ViewRequest
from dashboard.language.i18n import CODES, language
from dashboard.pages.commitments.page import PAGE
from dashboard.pages.commitments.promise_chart import axis_ticks

if TYPE_CHECKING:
    from asgi import Client
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.commitments.promise import Promise
    from dashboard.language.i18n import Language
    from data.asking.store import Store

TRANSFER = ("4-4", "services_transferred")


def page(atlas: Atlas, key: str, code: str = "lt") -> Component:
    assert PAGE.items
    return PAGE.items.layout(atlas, language(code), "", key)


def known(atlas: Atlas, words: Language) -> list[Promise]:
    keys = read_plans(atlas, words).commitments
    return [item for key in keys for item in promises_of(atlas, key, words)]


def panel(shown: Component, name: str) -> Component:
    (found,) = elements(shown, class_name=f"panel-{name}")
    return found


@pytest.mark.parametrize("code", CODES)
def test_every_commitment_has_its_page_with_all_that_was_said_of_it(
    atlas: Atlas, code: str
) -> None:
    words = language(code)
    for key, item in read_plans(atlas, words).commitments.items():
        shown = page(atlas, key, code)
        assert text(elements(shown, "H1")[0]).startswith(item.title.text)
        history = panel(shown, "history")
        said = [row for table in elements(history, "Table") for row in rows(table)]
        assert sorted(row[0] for row in said) == sorted(one.status.label for one in item.history)
        linked = {link.href for link in elements(history, "A")}
        assert linked == {one.document.url for one in item.history}
        documents = {link.href for link in elements(panel(shown, "documents"), "A")}
        assert linked <= documents
        assert documents, "nothing without a source"


def test_a_link_says_what_it_leads_to_and_no_two_places_are_called_alike(atlas: Atlas) -> None:
    led: dict[str, set[str]] = {}
    for code in CODES:
        for key in read_plans(atlas, language(code)).commitments:
            for link in elements(page(atlas, key, code), "A"):
                if link.href.startswith("http"):
                    led.setdefault(text(link), set()).add(link.href)
    assert {name: found for name, found in led.items() if len(found) > 1} == {}
    assert not [name for name in led if "http" in name or len(name) < 12]


def test_a_commitment_tells_what_came_of_it_and_who_says_so(atlas: Atlas) -> None:
    shown = page(atlas, "3-II-1", "en")
    table = rows(elements(panel(shown, "history"), "Table")[0])
    assert [row[:3] for row in table] == [
        ["Started", "Level of implementation", "2017-11-21"],
        ["Halfway", "Level of implementation", "date not given"],
    ]
    facts = [text(fact) for fact in elements(panel(shown, "facts"), "Dd")]
    assert facts[:5] == [
        "Third action plan (2016–2018)",
        "II.1",
        "Ministry of Finance",
        "Public money and procurement",
        "LT0017",
    ]
    assert "NGO Information and Support Centre" in text(panel(shown, "history"))


def test_what_no_source_says_is_not_made_up(atlas: Atlas) -> None:
    shown = page(atlas, "2-1", "lt")
    facts = [text(fact) for fact in elements(panel(shown, "facts"), "Dd")]
    assert facts.count("šaltiniuose nenurodyta") == 2
    assert facts.count("data nenurodyta") == 4
    assert "įgyvendinimo vertinimo nėra" in text(elements(shown, class_name="sentence")[0])
    assert not elements(shown, class_name="promise")


@pytest.mark.parametrize("code", CODES)
def test_a_promised_number_is_shown_with_its_target_and_as_coincidence(
    atlas: Atlas, code: str
) -> None:
    words = language(code)
    (shown,) = elements(page(atlas, TRANSFER[0], code), class_name="promise")
    (promise,) = promises_of(atlas, TRANSFER[0], words)
    assert words.t("promise.coincidence") in text(shown)
    assert words.t("demo.badge") in text(shown)
    assert words.percent(15, 0) in elements(shown, class_name="target")[0].children
    table = rows(elements(shown, class_name="promise-table")[0])
    assert [row[0][:4] for row in table] == [str(item.year) for item in promise.years]
    (link,) = elements(shown, class_name="to-map")
    assert link.href == map_path(words, "indicator=services_transferred&year=2020")


@pytest.mark.parametrize("code", CODES)
def test_a_number_that_rests_on_interpolated_residents_has_its_sign_and_note(
    atlas: Atlas, client: Client, code: str
) -> None:
    words = language(code)
    found = next(it for it in promises_of(atlas, "3-III-3", words) if it.view.unit == "per_10000")
    years = [item.year for item in found.years if item.estimated]
    assert years
    note = words.t("mark.estimated.note", sign="*", year=", ".join(map(str, years)), places="")
    shown = next(
        part
        for part in elements(page(atlas, "3-III-3", code), class_name="promise")
        if note in text(part)
    )
    table = rows(elements(shown, class_name="promise-table")[0])
    assert [int(row[0][:4]) for row in table if row[1].endswith("*")] == years
    path = f"/download/{code}/commitments/3-III-3/{found.view.indicator}.svg?framed=1"
    drawn = " ".join("".join(ElementTree.fromstring(client.get(path).text).itertext()).split())
    assert "*" in drawn
    assert not elements(page(atlas, TRANSFER[0], code), class_name="estimated")


@pytest.mark.parametrize("code", CODES)
def test_the_map_names_the_commitment_where_it_shows_the_same(atlas: Atlas, code: str) -> None:
    words = language(code)
    (shown,) = promises_on(
        atlas, ViewRequest("services_transferred", "percent", classes="equal"), words
    )
    assert shown["target"] == 15
    assert shown["href"].endswith("/4-4")
    assert len(promises_on(atlas, ViewRequest("ngo_recipients", "per_10000"), words)) == 3
    assert (
        promises_on(atlas, ViewRequest("services_transferred", "percent", "culture"), words) == []
    )


def test_every_language_form_of_how_many_reached_it() -> None:
    words = language("lt")
    assert words.n("promise.reached", 1, year=2020, of=56) == "2020 m. – 1 savivaldybė iš 56"
    assert words.n("promise.reached", 3, year=2020, of=56) == "2020 m. – 3 savivaldybės iš 56"
    assert words.n("promise.reached", 10, year=2020, of=56) == "2020 m. – 10 savivaldybių iš 56"


@pytest.mark.parametrize("code", CODES)
def test_each_commitment_has_an_address_and_no_other_has(client: Client, code: str) -> None:
    words = language(code)
    for slash in ("", "/"):
        answer = client.get(f"{PAGE.path(words, '3-III-4')}{slash}")
        assert answer.status_code == 200
        assert read_title(answer.text, words.code).endswith("– Savivalda")
    assert "NVO fond" in client.page(PAGE.path(words, "3-III-4")) or code == "en"
    for key in ("3-III-9", "x", "3-III-4/more"):
        path = PAGE.path(words, key)
        assert client.get(path).status_code == 404
        assert words.t("page.not_found.title") in client.get(path).text


def read_title(html: str, code: str) -> str:
    assert f'<html lang="{code}">' in html
    return html.partition("<title>")[2].partition("</title>")[0]


@pytest.mark.parametrize("code", CODES)
def test_the_link_to_the_other_language_keeps_commitment_and_query(
    client: Client, code: str
) -> None:
    words, other = language(code), language(CODES[1 - CODES.index(code)])

    page = client.page(PAGE.path(words), "?plan=3&sort=-title")
    assert f'href="{PAGE.path(other)}?plan=3&amp;sort=-title"' in page
    assert f'href="{PAGE.path(other, "4-4")}"' in client.page(PAGE.path(words, "4-4"))


@pytest.mark.parametrize(
    "path",
    [
        "commitments/4-4/services_transferred.svg?look=dark",
        "commitments/4-4/services_transferred.svg?framed=1",
        "commitments/3-II-1/openness.svg?narrow=1&look=no",
        "commitments.svg?plan=3",
        "commitments.svg?plan=7",
        "commitments.svg?q=%01%3Cscript%3E%EF%BF%BE",
    ],
)
@pytest.mark.parametrize("code", CODES)
def test_a_picture_is_a_drawing_that_asks_nobody(client: Client, path: str, code: str) -> None:
    answer = client.get(f"/download/{code}/{path}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("image/svg+xml")
    drawing = ElementTree.fromstring(answer.text)
    assert float(drawing.get("width", 0)) > 300
    assert float(drawing.get("height", 0)) > 100
    assert answer.text.count("http") == 1, "the name of the format alone"
    assert not any("script" in element.tag for element in drawing.iter())


HOW = ["", "narrow=1", "look=dark", "framed=1", "look=dark&narrow=1&framed=1"]


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("code", CODES)
def test_every_picture_of_an_invented_number_says_so_in_itself(
    client: Client, atlas: Atlas, code: str, how: str
) -> None:
    words = language(code)
    for key, item in [(one.commitment, one) for one in known(atlas, words)]:
        answer = client.get(f"/download/{code}/commitments/{key}/{item.view.indicator}.svg?{how}")
        drawing = ElementTree.fromstring(answer.text)
        lines = [it.text or "" for it in drawing if it.tag.endswith("text")]
        assert " ".join(lines).count(words.t("demo.figures")) == 1
        assert words.t("demo.figures") in (drawing[0].text or "")


@pytest.mark.parametrize("code", CODES)
def test_an_invented_number_says_so_beside_itself_and_in_its_table(atlas: Atlas, code: str) -> None:
    words = language(code)
    for key in {item.commitment for item in known(atlas, words)}:
        for shown in elements(page(atlas, key, code), class_name="promise"):
            for part in ("Caption", "P"):
                assert words.t("demo.figures") in text(elements(shown, part)[0])
            for image in elements(shown, "Img"):
                assert image.alt.startswith(words.t("demo.figures"))


def test_real_figures_are_not_called_invented(atlas: Atlas) -> None:
    words = language("lt")
    (promise,) = promises_of(atlas, TRANSFER[0], words)
    real = replace(promise, years=tuple(replace(item, demo=False) for item in promise.years))
    assert demo_text(promise, words) == words.t("demo.figures")
    assert demo_text(real, words) == ""


def test_the_room_that_a_page_keeps_for_a_picture_is_the_pictures_own(
    client: Client, atlas: Atlas
) -> None:
    image = elements(page(atlas, TRANSFER[0]), "Img")[0]
    drawing = ElementTree.fromstring(client.get(image.src).text)
    assert (drawing.get("width"), drawing.get("height")) == (str(image.width), str(image.height))


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("code", CODES)
def test_no_label_is_cut_at_the_edge_of_a_picture(
    client: Client, atlas: Atlas, code: str, how: str
) -> None:
    parts = {"start": 0.0, "middle": 0.5, "end": 1.0}
    for item in known(atlas, language(code)):
        path = f"/download/{code}/commitments/{item.commitment}/{item.view.indicator}.svg?{how}"
        drawing = ElementTree.fromstring(client.get(path).text)
        for label in (it for it in drawing if it.tag.endswith("text")):
            letter = 0.61 if label.get("font-weight") == "700" else 0.54
            wide = letter * float(label.get("font-size", 0)) * len(label.text or "")
            left = float(label.get("x", 0)) - wide * parts[label.get("text-anchor", "start")]
            assert left >= 0, label.text
            assert left + wide <= float(drawing.get("width", 0)), label.text


def test_a_picture_of_the_page_is_drawn_once(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = "/download/en/commitments/4-4/services_transferred.svg?look=dark&narrow=1"
    first = client.get(path).text
    monkeypatch.setattr("dashboard.pages.commitments.promise_picture.draw_promise", None)
    assert client.get(f"{path}&utm=letter").text == first


@pytest.mark.parametrize("look", LOOKS)
def test_a_chart_has_the_colours_of_its_look(client: Client, look: str) -> None:
    answer = client.get(f"/download/lt/commitments/4-4/services_transferred.svg?look={look}")
    used = {
        value for it in ElementTree.fromstring(answer.text).iter() for value in it.attrib.values()
    }
    own = LOOKS[look]
    assert {own[name] for name in ("ground", "text", "muted", "accent", "target", "shade")} <= used
    others = {colour for name in LOOKS if name != look for colour in LOOKS[name].values()}
    assert not used & others


def test_a_picture_to_take_away_says_what_it_is_and_whence(client: Client, store: Store) -> None:
    path = "/download/lt/commitments/4-4/services_transferred.svg?framed=1"
    lines = [item.text or "" for item in ElementTree.fromstring(client.get(path).text)]
    said = " ".join(" ".join(lines).split())
    for part in ("Perduotų viešųjų paslaugų dalis", "DEMONSTRACINIAI", "ne priežastis", "15,0"):
        assert part in said
    assert store.version in said


@pytest.mark.parametrize(
    "path",
    [
        "/download/lt/commitments/4-4/openness.svg",
        "/download/lt/commitments/9-9/openness.svg",
        "/download/xx/commitments/4-4/services_transferred.svg",
        "/download/lt/commitments.pdf",
        "/download/xx/commitments.csv",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("code", CODES)
def test_the_table_is_taken_away_as_it_is_shown(client: Client, code: str) -> None:
    answer = client.get(f"/download/{code}/commitments.csv?plan=3&on=2017-11-21&sort=-title")
    notes = [line for line in answer.text.splitlines() if line.lstrip("\ufeff").startswith("#")]
    lines = answer.text.splitlines()[len(notes) + 1 :]
    assert len(lines) == 9
    assert all("2017-11-21" in line for line in lines)
    assert any("2026-11-21" in note for note in notes)
    assert client.get(f"/download/{code}/commitments.xlsx").content[:2] == b"PK"
    assert client.get(f"/download/{code}/commitments.csv?plan=7").status_code == 200


def test_the_file_has_every_column_and_texts_without_a_remark_in_them(client: Client) -> None:
    lines = client.get("/download/lt/commitments.csv?since=2017-11-21").text.splitlines()
    table = {
        row["Kodas"]: row
        for row in csv.DictReader(it for it in lines if not it.lstrip("\ufeff").startswith("#"))
    }
    assert len(table) == 29
    assert not any("neišversta" in line for line in lines)
    row = table["4-3"]
    assert row["Įsipareigojimas: teksto kalba"] == "lt"
    assert row["Įsipareigojimas"] == row["Įsipareigojimas lietuviškai (mūsų vertimas)"] != ""
    assert row["Įsipareigojimas angliškai"] == "Publish Fiscal Information"
    assert row["Įsipareigojimas lietuviškai"] == ""
    assert row["IRM: ankstyvieji rezultatai"] == "Didelis pokytis"
    assert row["Įgyvendinimo būklė"] == "Įgyvendinimas neįvertintas"
    assert "nepatvirtintas" in row["Vėlavimas"]
    assert table["3-I-1"]["Šaltinio adresas"].startswith("https://")
    assert {table[key]["Ar pakito"] for key in ("3-I-1", "3-I-2", "5-1")} == {
        "taip",
        "ne",
        "kada pakito, nežinoma",
    }


@pytest.mark.parametrize("highest", [0.02, 0.9, 3, 15, 74.48, 2300, 0])
def test_an_axis_has_few_round_steps_that_hold_everything(highest: float) -> None:
    ticks = axis_ticks(highest)
    assert ticks[0] == 0
    assert ticks[-1] > highest
    assert 2 <= len(ticks) <= 7

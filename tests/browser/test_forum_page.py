"""A deck is chosen, adjusted by keyboard and pointer, kept in a file, and shown from its page."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import PAINTED
from tests.browser.test_accessibility import SCHEMES, violations
from tests.browser.test_every_page import WIDER
from tests.map_address import LT_MAP

if TYPE_CHECKING:
    from pathlib import Path

UTENA = "select=utena-county"
SAME = "() => { window.same = true; }"
KINDS = "(all) => all.map((each) => each.textContent.replace(/^\\d+\\. /, ''))"


def kinds(page) -> list[str]:
    found: list[str] = page.locator(".scene-kind").evaluate_all(KINDS)
    return found


@pytest.mark.parametrize(
    "path", [f"/forumas?{UTENA}", f"/en/forum?{UTENA}", "/forumas", "/en/forum"]
)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(visit, path):
    page = visit(path)
    if UTENA in path:
        page.locator("#scene-3-change summary").click()
    for scheme, width in product(SCHEMES, (1280, 390)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 844})
        assert violations(page) == [], f"{scheme}, {width} px"
    for width in (320, 390, 1000, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 720})
        page.evaluate(PAINTED)
        assert page.evaluate(WIDER) == [], f"at {width} px"


def test_a_county_is_one_press_away_and_what_is_typed_in_vain_is_told(visit):
    page = visit("/forumas")
    page.get_by_role("link", name="Utenos apskritis").click()
    expect(page).to_have_url(re.compile(r"/forumas\?select=utena-county$"))
    expect(page.locator(".scene")).to_have_count(11)
    page.locator("#select").fill("Atlantis")
    page.locator("#select").press("Enter")
    expect(page.locator("#note")).to_contain_text("Atlantis")
    page.locator("#select").fill("Kėdainių")
    page.locator("#select").press("Enter")
    expect(page.locator(".chips li")).to_have_count(7)


def test_a_list_of_one_s_own_begins_with_a_name(visit):
    page = visit("/en/forum")
    page.locator("#select").fill("Atlantis")
    page.locator("#select").press("Enter")
    expect(page.locator("#note")).to_contain_text("Atlantis")
    expect(page.locator(".forum-counties li")).to_have_count(10)
    page.locator("#select").fill("Kėdainiai District")
    page.get_by_role("button", name="Make slides").click()
    expect(page.locator("h1")).to_have_text("Forum: Kėdainiai District")
    expect(page.locator(".scene")).to_have_count(11)


def test_scenes_are_moved_changed_and_added_without_loading_the_page(visit):
    page = visit(f"/en/forum?{UTENA}")
    page.evaluate(SAME)
    page.locator("#down-2").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".scene-kind").nth(2)).to_contain_text("One number")
    expect(page.locator("#down-3")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".scene-kind").nth(1)).to_contain_text("One number")
    expect(page.locator("#up-2")).to_be_focused()
    expect(page).to_have_url(re.compile(rf"/en/forum\?{UTENA}$"))
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("#down-3")).to_be_focused()
    page.go_back()
    expect(page.locator(".scene-kind").nth(1)).to_contain_text("One number")
    page.locator("#copy-2").click()
    expect(page.locator("#copy-3")).to_be_focused()
    assert kinds(page)[1:3] == ["One number", "One number"]
    page.locator("#remove-3").click()
    expect(page.locator(".scene")).to_have_count(11)
    page.locator("#remove-4").click()
    expect(page.locator(".scene")).to_have_count(10)
    page.locator("#scene-2 .scene-picture").drag_to(page.locator("#scene-5 .scene-picture"))
    expect(page.locator(".scene-kind").nth(4)).to_contain_text("One number")
    page.locator("#do").select_option("add.openness")
    expect(page.locator(".scene")).to_have_count(11)
    assert kinds(page)[-2] == "Openness"
    page.locator("#scene-2-change summary").click()
    page.locator("[id='2.indicator']").select_option("total")
    expect(page.locator("#scene-2-title")).to_contain_text("Total paid out")
    sentence = page.locator("#scene-2 .scene-said > .small").first
    per_resident = sentence.inner_text()
    page.locator("[id='2.unit']").select_option("eur")
    expect(sentence).not_to_have_text(per_resident)
    page.locator("[id='2.year']").select_option("2020")
    expect(page.locator("#scene-2-title")).to_contain_text("2020")
    page.locator("[id='2.title']").fill("Who pays most?")
    page.locator("[id='2.title']").press("Enter")
    expect(page.locator("#scene-2-title")).to_have_text("Who pays most?, 2020")
    page.locator("[id='2.note']").fill("Wait for the room.")
    page.locator("[id='2.note']").blur()
    expect(page.locator("#scene-2")).to_contain_text("Presenter’s note: Wait for the room.")
    assert page.evaluate("() => window.same")
    before = kinds(page)
    page.reload()
    assert kinds(page) == before
    expect(page.locator("#scene-2-title")).to_have_text("Who pays most?, 2020")


def test_each_scene_keeps_its_own_note(visit):
    page = visit(f"/en/forum?{UTENA}&1=map&1.note=one&2=map&2.note=two&3=sources")
    page.locator("#scene-1-change summary").click()
    page.locator("[id='1.note']").fill("once more")
    page.locator("[id='1.note']").blur()
    expect(page.locator("#scene-1")).to_contain_text("Presenter’s note: once more")
    page.locator("#down-1").click()
    expect(page.locator("#scene-2")).to_contain_text("Presenter’s note: once more")
    expect(page.locator("[id='1.note']")).to_have_value("two")
    expect(page.locator("[id='2.note']")).to_have_value("once more")


QUICK = """() => {
    for (const id of ["remove-4", "remove-6", "up-3"]) document.getElementById(id).click();
}"""


def test_edits_in_quick_succession_are_all_made(visit):
    page = visit(f"/en/forum?{UTENA}")
    first = kinds(page)
    page.evaluate(QUICK)
    expect(page.locator(".scene")).to_have_count(len(first) - 2)
    expect(page.locator("#up-2")).to_be_enabled()
    expect(page.locator(".scene-kind").nth(1)).to_have_text(f"2. {first[2]}")
    assert kinds(page) == [first[0], first[2], first[1], first[4], first[5], *first[7:]]


def wrong_files(text: str) -> list[tuple[str, bytes, str]]:
    """Name, content and what is said of each; what is wrong in a deck's file is on a line."""
    scene = '\n[[scene]]\nkind = "map"\nindicator = "wealth"\n'
    kind = text.replace('"question"', '"questoin"')
    return [
        ("kind.toml", kind.encode(), rf"^kind\.toml, .*\b{line(kind, 'questoin')}\b.*questoin"),
        (
            "indicator.toml",
            (text + scene).encode(),
            rf"^indicator\.toml, .*\b{line(text + scene, 'wealth')}\b.*wealth",
        ),
        ("form.xlsx", b"PK\x03\x04" + bytes(range(256)), r"^form\.xlsx\b.*XLSX"),
        ("large.xlsx", b"PK\x03\x04" * 100_000, r"^large\.xlsx\b.*100 kB"),
    ]


def line(text: str, word: str) -> int:
    """The line that a word first stands on, counted from 1."""
    return text[: text.index(word)].count("\n") + 1


def test_a_deck_is_kept_in_a_file_and_opened_again_and_another_file_refused(
    visit, watch, tmp_path: Path
):
    watch.expect("422|413")
    page = visit(
        f"/forumas?{UTENA}&deck=services&look=dark&1=title&2=question&2.text=Kas%20toliau%3F"
    )
    with page.expect_download() as kept:
        page.get_by_role("link", name="išsaugoti failą").click()
    file = tmp_path / "deck.toml"
    kept.value.save_as(file)
    text = file.read_text(encoding="utf-8")
    address = page.url
    scenes = kinds(page)
    for name, content, told in wrong_files(text):
        wrong = tmp_path / name
        wrong.write_bytes(content)
        page.locator("#deck-file").set_input_files(wrong)
        expect(page.locator("#opened")).to_contain_text(re.compile(told))
        assert (page.url, kinds(page)) == (address, scenes)
    file.write_text(text.replace("Kas toliau?", "Ką darysime?"), encoding="utf-8")
    page.locator("#deck-file").set_input_files(file)
    expect(page.locator("#scene-2")).to_contain_text("Klausimas")
    expect(page).to_have_url(re.compile("look=dark"))
    expect(page.locator("[id='2.text']")).to_have_value("Ką darysime?")


def test_the_map_is_added_to_the_deck_in_work_and_others_never_see_it(visit):
    page = visit(f"{LT_MAP}?indicator=openness&select=utena-county&year=2021")
    page.locator("html[data-ready=whole]").wait_for()
    page.locator("a.to-forum").click()
    expect(page.locator("h1")).to_have_text("Forumas: Utenos apskritis")
    expect(page.locator(".scene")).to_have_count(12)
    page.locator("#remove-1").click()
    expect(page.locator(".scene")).to_have_count(11)
    page.goto(f"{LT_MAP}?indicator=total&year=2020")
    page.locator("html[data-ready=whole]").wait_for()
    page.locator("a.to-forum").click()
    expect(page.locator(".scene")).to_have_count(12)
    assert kinds(page)[10] == "Lietuvos žemėlapis"
    expect(page.locator("[id='11.indicator']")).to_have_value("total")
    expect(page.locator("[id='11.year']")).to_have_value("2020")
    other = visit(f"{LT_MAP}?indicator=total&select=53")
    other.locator("html[data-ready=whole]").wait_for()
    other.locator("a.to-forum").click()
    expect(other.locator("h1")).to_have_text("Forumas: Kėdainių r. sav.")


def test_it_is_shown_in_a_tab_of_its_own_and_goes_on_without_a_server(visit):
    page = visit(f"/forumas?{UTENA}")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Rodyti", exact=True).click()
    shown = opened.value
    shown.wait_for_load_state()
    policy = page.context.request.get(shown.url).headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe-eval" not in policy
    shown.context.set_offline(True)
    for number in range(2, 12):
        shown.keyboard.press("PageDown")
        expect(shown.locator(f"section.slide[id='{number}']")).to_be_visible()
    shown.context.set_offline(False)


def test_without_scripts_the_form_does_the_same(visit):
    page = visit(f"/forumas?{UTENA}", java_script_enabled=False)
    page.locator("#down-1").click()
    expect(page.locator(".scene-kind").nth(1)).to_contain_text("Pradžia")
    page.locator("#deck").select_option("services")
    page.get_by_role("button", name="Rodyti", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"\?select=utena-county&deck=services$"))
    page.goto("/en/forum")
    page.locator("#select").fill("Kėdainiai District")
    page.get_by_role("button", name="Make slides").click()
    expect(page.locator(".scene")).to_have_count(11)
    page.goto("/en/forum")
    page.get_by_role("link", name="Utena County").click()
    expect(page.locator(".chips li")).to_have_count(6)

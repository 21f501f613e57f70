"""A deck on a memory stick: opened without a server and without a network, it is presented."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from playwright.sync_api import expect

from dashboard.language.i18n import language
from dashboard.slides.screen import SAYS, slides_html
from tests.browser.conftest import PATIENCE_MS, Watch
from tests.browser.test_accessibility import violations
from tests.dashboard.slides.example_slides import example_deck, example_slides

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

SLIDES = example_slides()
COUNT = len(SLIDES)
MAP = next(at for at, slide in enumerate(SLIDES, 1) if slide.kind == "map")
CLOSE = MAP + 1
SAID = {key: language("lt").t(f"slides.{key}") for key in SAYS}
UTENA, ZARASAI = "82", "43"
"""Their letters are U and Z."""

KEY = """([key, code]) => document.body.dispatchEvent(
    new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }))"""
"""A key of a keyboard that Playwright does not have."""


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stick") / "forumas.html"
    path.write_text(slides_html(replace(example_deck(), says=SAID)), encoding="utf-8")
    return path


@contextmanager
def opened(browser: Browser, path: Path, place: str = "", **options: Any) -> Iterator[Page]:
    """The file as a double click opens it; whatever it asks for or complains of is a fault."""
    watch = Watch(path.as_uri())
    watch.expect("hidden by content-visibility")  # where tests look at slides that are not seen
    context = browser.new_context(**({"viewport": {"width": 1280, "height": 720}} | options))
    context.set_default_timeout(PATIENCE_MS)
    context.set_offline(True)
    watch.over(context)
    page = context.new_page()
    page.goto(path.as_uri() + place)
    yield page
    context.close()
    assert watch.unexpected() == []


@pytest.fixture
def room(browser: Browser, stick: Path) -> Iterator[Page]:
    with opened(browser, stick) as page:
        yield page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def seen(page: Page) -> list[int]:
    """Numbers of the slides that are seen."""
    shown = """(all) => all.filter((scene) => scene.checkVisibility())
        .map((scene) => +scene.closest(".slide").id)"""
    return page.locator(".scene").evaluate_all(shown)


def on_map(page: Page, number: int = MAP) -> Locator:
    press(page, *str(number), "Enter")
    assert seen(page) == [number]
    return page.locator(f"[id='{number}']")


@pytest.mark.parametrize(
    ("keys", "start", "end"),
    [
        ("PageDown ArrowRight ArrowDown Space Enter NumpadEnter", 1, 2),
        ("PageUp ArrowLeft ArrowUp Shift+Space Backspace", 2, 1),
        ("Home", COUNT, 1),
        ("End", 1, COUNT),
        ("PageUp Home", 1, 1),
        ("PageDown End", COUNT, COUNT),
    ],
)
def test_keys_of_keyboards_and_clickers_move_slides(room, keys, start, end):
    for key in keys.split():
        press(room, *str(start), "Enter", key)
        assert seen(room) == [end], key
        assert room.evaluate("location.hash").removeprefix("#") in {str(end), ""}


def test_a_number_and_enter_jump_there_also_where_other_letters_are_on_its_key(room):
    press(room, "1", "0")
    expect(room.locator(".typed")).to_have_text(SAID["number_slide"].format(number=10))
    press(room, "NumpadEnter")
    assert seen(room) == [10]
    room.evaluate(KEY, ["ę", "Digit3"])
    press(room, "Enter")
    assert seen(room) == [3]
    press(room, "9", "9", "Enter")
    expect(room.locator(".notice")).to_have_text(SAID["number_none"].format(number=99))
    press(room, "2", "Escape", "Enter")
    assert seen(room) == [4], "a number that was left is forgotten"


def test_a_map_moves_its_year_in_all_that_it_shows(room):
    slide = on_map(room)
    body = SLIDES[MAP - 1].body
    fill = slide.locator(f".wide .place[data-code='{UTENA}']").first
    newest = fill.get_attribute("fill")
    press(room, "ArrowUp")
    assert fill.get_attribute("fill") == newest, "there is no later year"
    press(room, "ArrowDown")
    year = body.years[-2]
    at = next(at for at, place in enumerate(body.places) if place.code == UTENA)
    expect(slide.locator(".title")).to_have_text(year.title)
    expect(slide.locator(".sentence")).to_have_text(year.sentence)
    expect(slide.locator("caption")).to_have_text(year.title)
    expect(slide.locator("thead th").last).to_have_text(year.label)
    expect(slide.locator("tbody tr").nth(at)).to_have_text(f"{body.places[at].name}{year.told[at]}")
    for shape in (".wide", ".square"):
        place = slide.locator(f"{shape} .place[data-code='{UTENA}']").first
        expect(place).to_have_attribute("fill", year.fills[at])
    assert room.evaluate("location.hash") == f"#{MAP}-{year.label}"
    expect(room.locator(".said")).to_contain_text(year.sentence)
    press(room, "ArrowDown", "ArrowDown", "ArrowDown")
    expect(slide.locator(".title")).to_have_text(body.years[0].title)
    assert seen(room) == [MAP]


def test_a_letter_puts_a_spotlight_on_its_municipality(room):
    for number in (MAP, CLOSE):
        slide = on_map(room, number)
        press(room, "u")
        lit = "(all) => [...new Set(all.map((part) => part.dataset.code))]"
        assert slide.locator(".lit").evaluate_all(lit) == [UTENA]
        expect(slide.locator(".spot-name")).to_have_text("Utenos r.")
        told = slide.locator(".spot-told").inner_text()
        press(room, "ArrowDown")
        expect(slide.locator(".spot-told")).to_be_visible()
        room.evaluate(KEY, ["ž", "Equal"])
        assert slide.locator(".lit").evaluate_all(lit) == [ZARASAI], "with a mark on it too"
        expect(slide.locator(".spot-told")).not_to_have_text(told)
        press(room, "0")
        expect(slide.locator(".spot")).to_be_hidden()
        press(room, "u", "Escape")
        expect(slide.locator(".spot")).to_be_hidden()


def test_the_screen_is_blank_until_the_next_key(room):
    blank = room.locator(".blank")
    for key, colour in (("b", "0, 0, 0"), (".", "0, 0, 0"), ("w", "255, 255, 255"), (",", "255")):
        press(room, key)
        expect(blank).to_be_visible()
        assert colour in blank.evaluate("(it) => getComputedStyle(it).backgroundColor")
        press(room, key)
        expect(blank).to_be_hidden()
    press(room, "b", "PageDown")
    assert seen(room) == [1], "that only brought the slide back"
    press(room, "w", "Escape")
    expect(blank).to_be_hidden()


def test_help_lists_the_keys_and_leaves_the_slide_as_it_is(room):
    press(room, "?")
    dialog = room.get_by_role("dialog", name=SAID["keys"])
    expect(dialog).to_be_visible()
    for text in ("keys_on", "keys_year", "keys_spot", "keys_black", "keys_presenter"):
        expect(dialog).to_contain_text(SAID[text])
    assert violations(room) == []
    press(room, "PageDown", "Escape")
    expect(dialog).to_be_hidden()
    assert seen(room) == [1]


def test_full_screen_is_left_last(room):
    whole = room.locator("html:fullscreen")
    press(room, "f")
    expect(whole).to_have_count(1)
    press(room, "b", "Escape")
    expect(room.locator(".blank")).to_be_hidden()
    expect(whole).to_have_count(1)
    press(room, "Escape")
    expect(whole).to_have_count(0)


def test_controls_can_be_used_without_keys_of_their_own(room):
    room.get_by_role("button", name=SAID["next"]).click()
    assert seen(room) == [2]
    press(room, "Space")
    assert seen(room) == [3], "a click keeps the focus where it was"
    room.get_by_role("button", name=SAID["look"]).click()
    expect(room.locator("html")).to_have_attribute("data-look", "dark")
    assert room.locator(".scene:visible").evaluate(
        "(it) => getComputedStyle(it).backgroundColor"
    ) != ("rgb(255, 255, 255)")


def test_the_presenter_s_window_follows_and_leads(room):
    with room.expect_popup() as opening:
        press(room, "p")
    desk = opening.value
    expect(desk.locator(".now .title")).to_have_text(SLIDES[0].title)
    press(room, "PageDown")
    expect(desk.locator(".now .title")).to_contain_text("NVO konkursuose")
    expect(desk.locator(".notes .note")).to_have_text(SLIDES[1].note)
    expect(desk.locator(".at")).to_have_text(f"2 / {COUNT}")
    press(desk, "PageDown", "ArrowDown")
    assert seen(room) == [MAP]
    year = SLIDES[MAP - 1].body.years[-2]
    expect(room.locator(f"[id='{MAP}'] .title")).to_have_text(year.title)
    expect(desk.locator(".now .title")).to_have_text(year.title)
    expect(desk.locator(".clock")).to_have_text(re.compile(r"\d\d:\d\d"))
    expect(desk.locator(".used")).to_have_text(re.compile(r"00:0[1-9]"))
    press(desk, "b")
    expect(room.locator(".blank")).to_be_visible()
    expect(desk.locator(".blanked")).to_have_text(SAID["blank_black"])
    press(desk, "End")
    press(desk, "End")
    expect(desk.locator(".last")).to_be_visible()
    desk.get_by_role("button", name=SAID["presenter_pause"]).click()
    expect(desk.get_by_role("button", name=SAID["presenter_go_on"])).to_be_visible()
    assert violations(desk) == []
    desk.close()
    expect(room.locator(".notice")).to_have_text(SAID["presenter_closed"])


def test_a_presenter_s_window_that_may_not_open_says_so(room):
    room.evaluate("window.open = () => null")
    press(room, "p")
    expect(room.locator(".notice")).to_have_text(SAID["presenter_blocked"])


def swipe(page: Page, right: int, down: int) -> None:
    session = page.context.new_cdp_session(page)
    for kind, points in (
        ("touchStart", [{"x": 600, "y": 300}]),
        ("touchMove", [{"x": 600 + right, "y": 300 + down}]),
        ("touchEnd", []),
    ):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_a_finger_moves_slides_and_years(browser, stick):
    with opened(browser, stick, has_touch=True) as page:
        swipe(page, -200, 10)
        swipe(page, -200, 10)
        assert seen(page) == [MAP]
        swipe(page, 10, 200)
        assert page.evaluate("location.hash") == f"#{MAP}-{SLIDES[MAP - 1].body.years[-2].label}"
        swipe(page, 200, 10)
        swipe(page, 10, 200)
        assert seen(page) == [2], "up and down moves nothing where there is no map"


def test_a_reload_keeps_slide_and_year_and_the_way_back_is_not_longer(room):
    before = room.evaluate("history.length")
    slide = on_map(room)
    press(room, "ArrowDown", "ArrowDown")
    title = SLIDES[MAP - 1].body.years[0].title
    room.reload()
    expect(slide.locator(".title")).to_have_text(title)
    assert seen(room) == [MAP]
    assert room.evaluate("history.length") == before
    for nonsense in ("#0", "#99", "#%", f"#{MAP}-1990"):
        room.evaluate("(hash) => { location.hash = hash; }", nonsense)
        assert seen(room) == [MAP]


AS_DOCUMENT = """() => { delete document.documentElement.dataset.presented;
    for (const slide of document.querySelectorAll(".slide")) slide.hidden = false; }"""


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing_on_any_slide(room, look):
    if look == "dark":
        room.get_by_role("button", name=SAID["look"]).click()
    assert violations(room) == []
    room.evaluate(AS_DOCUMENT)
    assert violations(room) == []


def test_without_scripts_it_is_a_document_that_prints_a_slide_a_page(browser, stick):
    with opened(browser, stick, java_script_enabled=False) as page:
        assert seen(page) == list(range(1, COUNT + 1))
        expect(page.locator(".controls")).to_be_hidden()
        assert pages(page) == COUNT
    with opened(browser, stick) as page:
        assert pages(page) == COUNT, "presented, too"


def pages(page: Page) -> int:
    return len(pypdfium2.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True))))


OVERFLOW = """(scene) => {
  const found = [], room = scene.getBoundingClientRect(), unit = room.height / 900;
  const said = (part) => part.checkVisibility() && part.textContent.trim();
  const name = ({ className, textContent }) =>
      `${className.baseVal ?? className}: ${textContent.slice(0, 40)}`;
  const parts = [...scene.querySelectorAll(".title, .picture, .sentence, .demo, .small")]
      .filter(said);
  const boxes = parts.map((part) => [part, part.getBoundingClientRect()]);
  const within = (part, box) => {
    if (box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 1
        || box.bottom > room.bottom + 1) found.push(`out: ${name(part)}`);
  };
  boxes.forEach(([part, box], at) => {
    within(part, box);
    const cut = part.scrollHeight > part.clientHeight + 2 && !part.matches(".picture");
    if (cut) found.push(`cut: ${name(part)}`);
    for (const [other, its] of boxes.slice(at + 1)) {
      if (box.left < its.right - 1 && its.left < box.right - 1 && box.top < its.bottom - 1
          && its.top < box.bottom - 1) found.push(`over: ${name(part)} / ${name(other)}`);
    }
    const size = parseFloat(getComputedStyle(part).fontSize) / unit;
    const small = !part.matches(".picture, .small") && size < 29.9;
    if (small) found.push(`small ${size}: ${name(part)}`);
  });
  for (const part of [...scene.querySelectorAll("svg text")].filter(said)) {
    within(part, part.getBoundingClientRect());
    const size = parseFloat(getComputedStyle(part).fontSize) * part.getScreenCTM().a / unit;
    if (!part.matches(".sign") && size < 29.5) found.push(`small ${size}: ${name(part)}`);
  }
  return found;
}"""


@pytest.mark.parametrize(("wide", "tall", "shape"), [
    (1024, 768, "square"), (1280, 720, "wide"), (1920, 1080, "wide"), (390, 844, "square"),
])  # fmt: skip
def test_no_text_is_cut_or_lies_over_another_and_all_are_large(browser, stick, wide, tall, shape):
    with opened(browser, stick, viewport={"width": wide, "height": tall}) as page:
        for number in range(1, COUNT + 1):
            scene = page.locator(".scene:visible")
            assert scene.evaluate(OVERFLOW) == [], number
            expect(scene.locator(f".{shape}")).to_be_visible()
            press(page, "PageDown")
        box = scene.bounding_box()
        assert box["width"] == pytest.approx(wide) or box["height"] == pytest.approx(tall)

"""The map of the first page: it tells at once, and plotly.js comes only to who comes to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geo.places import municipalities
from tests.browser.map_page import PAINTED
from tests.browser.test_taking_over import BOXES

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

LATE = re.compile("plotly|geometry|topojson|world_110m")
"""What only the map to work with needs."""

PHONE = {"width": 360, "height": 740}
LOOK = """() => {
    const fills = (shapes, code) => Object.fromEntries(
        shapes.map((shape) => [code(shape), getComputedStyle(shape).fill.replace("-map", "")]));
    const all = (selector) => [...document.querySelectorAll(selector)];
    const { dots } = savivalda.state.frame;
    const live = savivalda.plotParts(document.querySelector(".map-plot"));
    return [
        fills(all(".map-svg .places path"), (path) => path.dataset.code),
        fills(all(".map-plot .places-live path").filter(({ __data__: { loc } }) => loc),
            (path) => path.__data__.loc),
        fills(all(".map-svg .dots circle"), (circle) => circle.dataset.code),
        fills(live.dots, (path) => dots[live.dots.indexOf(path)]),
        all(".map-svg .signs text").map((sign) => sign.textContent),
        all(".map-plot .signs text").map((sign) => sign.textContent),
    ];
}"""
# Where the middle of a place lies on screen, and that of its marker where it has one.
MIDDLE = """(code) => {
    const [shape] = [...document.querySelectorAll(`.map-svg .dots [data-code="${code}"],
        .map-svg .places [data-code="${code}"]`)].reverse();
    const box = shape.getBoundingClientRect();
    if (shape.tagName === "circle") return [box.x + box.width / 2, box.y + box.height / 2];
    const own = shape.getScreenCTM().inverse();
    for (let step = 0; step < 400; step += 1) {
        const x = box.x + (0.3 + 0.02 * Math.floor(step / 20)) * box.width;
        const y = box.y + (0.3 + 0.02 * (step % 20)) * box.height;
        const inside = ([right, down]) => shape.isPointInFill(
            new DOMPoint(x + right, y + down).matrixTransform(own));
        if ([[0, 0], [3, 0], [-3, 0], [0, 3], [0, -3]].every(inside)) return [x, y];
    }
}"""
FITS = (
    """() => savivalda.fits(document.querySelector(".map-plot"), document.getElementById("map"))"""
)
SAID = "() => savivalda.state.frame.places.map(({ code, name, said }) => [code, `${name} ${said}`])"


def at(page: Page, code: str) -> tuple[float, float]:
    x, y = page.evaluate(MIDDLE, code)
    return x, y


def asked(page: Page) -> list[str]:
    """What comes late, from now on."""
    found: list[str] = []
    page.on("request", lambda request: LATE.search(request.url) and found.append(request.url))
    return found


@pytest.fixture
def home(visit):
    """The first page, which plotly.js has been kept from since it began to load."""

    def opened(path: str = "/", **options) -> tuple[Page, list[str]]:
        page = visit("/en/about", **options)
        late = asked(page)
        page.goto(path)
        return page, late

    return opened


def plotted(page: Page) -> None:
    page.locator("#map[data-plotted]").wait_for()
    page.evaluate(PAINTED)


def test_nothing_of_plotly_comes_to_who_only_looks(home):
    page, late = home()
    expect(page.locator("#map")).to_be_in_viewport()
    page.wait_for_timeout(2_000)
    assert late == []
    assert page.locator("link[rel=preload]").count() == 0


@pytest.mark.parametrize("how", ["near", "over", "focus", "touch"])
def test_whoever_comes_to_the_map_gets_plotly(home, how):
    page, late = home(has_touch=how == "touch")
    box = page.locator("#map").bounding_box()
    x, y = box["x"], box["y"] + box["height"] / 2
    if how == "near":
        page.mouse.move(x - 160, y)
        page.evaluate(PAINTED)
        assert late == []
        page.mouse.move(x - 40, y)
    elif how == "over":
        page.mouse.move(*at(page, "53"))
    elif how == "focus":
        page.locator("#map").focus()
    else:
        page.touchscreen.tap(*at(page, "53"))
    plotted(page)
    assert len(late) == 2, "plotly.js and the boundaries, and no map of the world"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 720), (360, 740)], ids=lambda size: f"{size[0]}px")
def test_plotly_draws_what_the_picture_shows_just_over_it(home, scheme, size):
    page, _ = home(color_scheme=scheme, viewport={"width": size[0], "height": size[1]})
    page.locator("#map").focus()
    plotted(page)
    places, drawn, dots, drawn_dots, signs, drawn_signs = page.evaluate(LOOK)
    assert {code: drawn[code] for code in places} == places
    assert len(places) == len(municipalities())
    assert drawn_dots == dots
    assert drawn_signs == signs
    assert "?" in signs
    came, drawn = page.evaluate(BOXES)
    assert all(abs(one - other) < 1.5 for one, other in zip(came, drawn, strict=True))
    page.locator("#theme").click()
    page.evaluate(PAINTED)
    turned = page.evaluate(LOOK)
    assert turned[0] != places
    assert turned[:1] == [{code: turned[1][code] for code in places}]


def test_who_is_real_among_invented_ones_has_the_ring_of_the_real(visit):
    page = visit("/en/about")

    def with_reals(route: Route) -> None:
        answer = route.fetch()
        text = answer.text().replace('"real":[]', '"real":["13","12"]')
        route.fulfill(response=answer, body=text)

    page.route(re.compile("/en/$"), with_reals)
    page.goto("/en/")
    page.mouse.move(*at(page, "53"))
    plotted(page)
    rings = page.locator(".map-plot .ring-real")
    expect(rings).to_have_count(2)
    page.set_viewport_size({"width": 800, "height": 720})
    page.wait_for_function(FITS)
    expect(rings).to_have_count(2)
    expect(page.locator(".map-plot .ring-under")).to_have_count(2)


@pytest.mark.parametrize("ready", [False, True], ids=["the picture", "plotly"])
def test_who_is_pointed_at_is_named_with_its_figure_or_why_there_is_none(home, ready):
    page, _ = home()
    if not ready:
        page.route(LATE, lambda _: None)  # it never comes
    else:
        page.locator("#map").focus()
        plotted(page)
    card, said = page.locator("#card"), dict(page.evaluate(SAID))
    assert page.locator("#map title").count() == 0, "nothing is said twice"
    unknown = next(code for code, text in said.items() if "neatsakyta" in text)
    height = page.locator(".home-map").bounding_box()["height"]
    for code in ("12", "53", "19", unknown):  # Birštonas and Kaunas are small, and have markers
        page.mouse.move(*at(page, code))
        expect(card).to_have_text(re.compile(re.escape(said[code]).replace(r"\ ", r"\s")))
        expect(page.locator("#map .ring-focus")).to_have_count(1)
    assert page.locator(".home-map").bounding_box()["height"] == height
    page.mouse.move(5, 5)
    expect(card).to_be_empty()
    expect(page.locator("#map .ring-focus")).to_have_count(0)


@pytest.mark.parametrize("ready", [False, True], ids=["the picture", "plotly"])
def test_a_click_opens_the_page_of_the_municipality(home, ready):
    page, _ = home("/en/")
    if not ready:
        page.route(LATE, lambda _: None)
    else:
        page.mouse.move(*at(page, "53"))
        plotted(page)
    with page.context.expect_page() as opened:
        page.mouse.move(*at(page, "12"))
        expect(page.locator("#card")).to_contain_text("Birštonas")
        page.mouse.click(*at(page, "12"), button="middle")
    expect(opened.value).to_have_url(re.compile("/en/municipality/birstonas"))
    opened.value.close()
    page.mouse.click(*at(page, "12"))
    expect(page).to_have_url(re.compile(r"/en/municipality/birstonas\?year="))
    expect(page.locator("h1")).to_contain_text("Birštonas")


@pytest.mark.parametrize("ready", [False, True], ids=["the picture", "plotly"])
def test_a_finger_tells_first_and_opens_then(home, ready):
    page, _ = home("/en/", viewport=PHONE, has_touch=True)
    page.locator("#map").scroll_into_view_if_needed()
    if not ready:
        page.route(LATE, lambda _: None)
    else:
        page.touchscreen.tap(*at(page, "53"))
        plotted(page)
    card = page.locator("#card")
    for code, name in (("57", "Kupiškis"), ("12", "Birštonas")):
        page.touchscreen.tap(*at(page, code))
        expect(card).to_contain_text(name)
        page.wait_for_timeout(100)  # plotly.js looks twenty times a second; no hand is quicker
        expect(card).to_contain_text(name)
    assert page.url.endswith("/en/")
    expect(card.get_by_role("link")).to_have_attribute("href", re.compile("birstonas"))
    page.touchscreen.tap(*at(page, "12"))
    expect(page).to_have_url(re.compile("/en/municipality/birstonas"))


def test_the_link_in_the_card_opens_it_too(home):
    page, _ = home("/en/", viewport=PHONE, has_touch=True)
    page.touchscreen.tap(*at(page, "53"))
    plotted(page)
    page.locator("#card a").tap()
    expect(page).to_have_url(re.compile("/en/municipality/kedainiai"))


def test_a_finger_that_scrolls_the_page_wants_no_map(home):
    page, late = home(viewport=PHONE, has_touch=True)
    session = page.context.new_cdp_session(page)
    page.locator("#map").scroll_into_view_if_needed()
    x, y = at(page, "53")
    before = page.evaluate("scrollY")
    for kind, down in (("touchStart", 0), *(("touchMove", step) for step in range(0, 200, 20))):
        points = [{"x": x, "y": y - down}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function(f"() => scrollY > {before}")
    assert late == []


def test_the_wheel_scrolls_the_page_and_nothing_is_moved(home):
    page, _ = home(viewport={"width": 1280, "height": 500})
    page.mouse.move(*at(page, "53"))
    plotted(page)
    box = page.locator(".counties-live").bounding_box()
    page.mouse.wheel(0, 100)
    page.wait_for_function("() => scrollY === 100")
    page.mouse.down()
    page.mouse.move(*at(page, "57"), steps=5)
    page.evaluate(PAINTED)
    moved = page.locator(".counties-live").bounding_box()
    assert moved == pytest.approx({**box, "y": box["y"] - 100}, abs=0.01)


def test_a_keyboard_walks_from_neighbour_to_neighbour(home):
    page, _ = home("/en/")
    page.locator(".find-place button").focus()
    stop = page.locator("#map")
    for _ in range(20):
        page.keyboard.press("Tab")
        if stop.evaluate("(map) => map === document.activeElement"):
            break
    expect(stop).to_be_focused()
    expect(stop).to_have_attribute("role", "application")
    expect(stop).to_have_accessible_description(re.compile("Arrow keys"))
    plotted(page)
    card = page.locator("#card")
    expect(card).to_have_attribute("aria-live", "polite")
    for key, name in {"ArrowUp": "Vilnius City", "ArrowRight": "Švenčionys District"}.items():
        page.keyboard.press(key)
        expect(card).to_contain_text(name)
    page.keyboard.press("Tab")
    expect(card.get_by_role("link")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    expect(card).to_be_empty()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/municipality/vilnius-city"))


@pytest.mark.parametrize("lost", ["plotly", "geometry"])
def test_what_does_not_come_breaks_nothing_and_is_asked_for_again(home, watch, lost):
    watch.expect(f"{lost}|ERR_FAILED|ERR_INTERNET|fetch")
    page, late = home("/en/")
    page.route(re.compile(lost), lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.mouse.move(*at(page, "53"))
    page.wait_for_timeout(300)
    expect(page.locator("#card")).to_contain_text("Kėdainiai")
    assert page.locator(".map-plot").count() == 0
    expect(page.locator(".map-svg")).to_be_visible()
    tried = len(late)
    page.mouse.move(*at(page, "57"))
    expect(page.locator("#card")).to_contain_text("Kupiškis")
    assert len(late) == tried, "once for each coming"
    page.unroute(re.compile(lost))
    page.mouse.move(5, 5)
    page.mouse.move(*at(page, "53"))
    plotted(page)
    page.mouse.click(*at(page, "53"))
    expect(page).to_have_url(re.compile("/en/municipality/kedainiai"))


def test_without_a_network_the_picture_goes_on(home, watch):
    watch.expect("ERR_|plotly")
    page, _ = home("/en/")
    page.context.set_offline(True)
    page.mouse.move(*at(page, "12"))
    expect(page.locator("#card")).to_contain_text("Birštonas")
    expect(page.locator(".map-svg")).to_be_visible()
    page.context.set_offline(False)
    page.mouse.click(*at(page, "12"))
    expect(page).to_have_url(re.compile("/en/municipality/birstonas"))


def test_without_scripts_the_places_are_links_that_say_who_they_are(visit):
    page = visit("/en/", java_script_enabled=False)
    link = page.locator(".map-svg .places a").filter(has=page.locator("[data-code='53']"))
    assert link.locator("title").text_content().startswith("Kėdainiai District: ")
    link.dispatch_event("click")
    expect(page).to_have_url(re.compile("/en/municipality/kedainiai"))
    expect(page.locator("h1")).to_contain_text("Kėdainiai")


def test_it_grows_with_the_window_and_on_paper_stands_the_picture(home):
    page, _ = home(viewport={"width": 700, "height": 720})
    page.mouse.move(*at(page, "53"))
    plotted(page)
    page.set_viewport_size({"width": 1280, "height": 720})
    page.wait_for_function(
        "() => savivalda.fits(document.querySelector('.map-plot'), document.getElementById('map'))"
    )
    page.evaluate(PAINTED)
    places, drawn, *_ = page.evaluate(LOOK)
    assert {code: drawn[code] for code in places} == places
    page.emulate_media(media="print")
    expect(page.locator(".map-plot")).to_be_hidden()
    expect(page.locator(".map-svg")).to_be_visible()
    page.emulate_media(media="screen")

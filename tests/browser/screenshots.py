"""Takes the README's screenshots of today's app; run by `make screenshots`, not by the tests."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from tests.map_address import EN_MAP, LT_MAP

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
LAPTOP, PHONE = {"width": 1280, "height": 720}, {"width": 390, "height": 844}
SQUARE = {"width": 1024, "height": 768}
SELECTED = "?select=13,52,23"


@pytest.mark.parametrize(
    ("name", "path", "viewport", "scheme"),
    [
        ("home-lt", "/", LAPTOP, "light"),
        ("home-phone", "/", PHONE, "light"),
        ("map-lt", f"{LT_MAP}{SELECTED}", LAPTOP, "light"),
        ("map-en-dark", f"{EN_MAP}{SELECTED}&indicator=services_transferred", LAPTOP, "dark"),
        ("map-phone", f"{LT_MAP}?indicator=total", PHONE, "light"),
        ("municipality-lt", "/savivaldybe/kedainiu-r", LAPTOP, "light"),
        ("compare-en", "/en/compare?select=13,19,21", LAPTOP, "light"),
        ("research-lt", "/tyrimas?select=53,57&colour=group", LAPTOP, "light"),
        ("research-split-en-dark", "/en/research?view=split", LAPTOP, "dark"),
        ("research-clusters-lt", "/tyrimas?view=inequality&lines=clusters", LAPTOP, "light"),
        ("research-trends-en", "/en/research?view=multiples&tiled=trends", LAPTOP, "light"),
        ("forum-en", "/en/forum?select=utena-county", LAPTOP, "light"),
        ("forum-scene-lt", "/forumas/rodyti?select=utena-county#4", LAPTOP, "light"),
        (
            "forum-dark-en",
            "/en/forum/present?select=kaunas-county&deck=openness&look=dark#4",
            SQUARE,
            "dark",
        ),
        ("recipients-lt", "/gavejai", LAPTOP, "light"),
        ("flows-lt", "/srautai/kedainiu-r", {"width": 1280, "height": 1000}, "light"),
        (
            "figure-en",
            "/en/figure?indicator=total&unit=per_resident&municipality=13&year=2022",
            {"width": 1280, "height": 1000},
            "light",
        ),
        ("commitments-lt", "/isipareigojimai", LAPTOP, "light"),
        ("data-lt", "/duomenys", LAPTOP, "light"),
        ("api-en", "/en/api", LAPTOP, "light"),
        ("embed-en-dark", "/embed/en/card?municipality=53", {"width": 640, "height": 560}, "dark"),
    ],
)
def test_take(
    visit: Callable[..., Page], name: str, path: str, viewport: dict[str, int], scheme: str
) -> None:
    page = visit(path, viewport=viewport, color_scheme=scheme)
    if name.startswith("map"):
        page.locator("html[data-ready=whole]").wait_for()
    page.screenshot(path=FOLDER / f"{name}.png")


def test_take_the_panel_to_share_by(visit: Callable[..., Page]) -> None:
    page = visit(f"{EN_MAP}?select=53", viewport=LAPTOP)
    page.locator("html[data-ready=whole]").wait_for()
    page.locator("#share-link").click()
    page.locator("#share-dialog .share-part:last-of-type > summary").click()
    page.locator("#share-dialog iframe").first.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / "share-en.png")


SHOW = """([pixels, width, height]) => {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { id: "sheet", width, height });
    const bytes = Uint8ClampedArray.from(atob(pixels), (sign) => sign.charCodeAt(0));
    canvas.getContext("2d").putImageData(new ImageData(bytes, width, height), 0, 0);
    document.body.replaceChildren(canvas);
}"""


def test_take_the_sheet(visit: Callable[..., Page], server: str) -> None:
    page = visit("/apie", viewport={"width": 900, "height": 1200})
    file = page.request.get(f"{server}/download/lt/municipality/53.pdf").body()
    seen = pypdfium2.PdfDocument(file)[0].render(
        scale=1.4, rev_byteorder=True, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx
    )
    pixels = seen.to_numpy().copy()
    pixels[:, :, 3] = 255
    tall, wide, _ = pixels.shape
    page.evaluate(SHOW, [b64encode(pixels.tobytes()).decode(), wide, tall])
    page.locator("#sheet").screenshot(path=FOLDER / "sheet-lt.png")

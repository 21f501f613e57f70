"""Takes the README's screenshots of today's app; run by `make screenshots`, not by the tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
LAPTOP, PHONE = {"width": 1280, "height": 720}, {"width": 390, "height": 844}
SELECTED = "?select=13,52,23"


@pytest.mark.parametrize(
    ("name", "path", "viewport", "scheme"),
    [
        ("map-lt", f"/{SELECTED}", LAPTOP, "light"),
        ("map-en-dark", f"/en/{SELECTED}&indicator=services_transferred", LAPTOP, "dark"),
        ("map-phone", "/?indicator=total", PHONE, "light"),
        ("commitments-lt", "/isipareigojimai", LAPTOP, "light"),
        ("data-lt", "/duomenys", LAPTOP, "light"),
    ],
)
def test_take(
    visit: Callable[..., Page], name: str, path: str, viewport: dict[str, int], scheme: str
) -> None:
    page = visit(path, viewport=viewport, color_scheme=scheme)
    if name.startswith("map"):
        page.locator("html[data-ready=whole]").wait_for()
    page.screenshot(path=FOLDER / f"{name}.png")

"""A page as it leaves the printer: sheets with their text, their edges and their ink."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2

if TYPE_CHECKING:
    from playwright.sync_api import Page

EDGE_PT = 12
"""What stands nearer to the edge is cut off by many printers."""

PAPERS: dict[str, dict[str, Any]] = {
    "A4 upright": {"format": "A4"},
    "A4 lying": {"format": "A4", "landscape": True},
    "Letter upright": {"format": "Letter"},
    "Letter lying": {"format": "Letter", "landscape": True},
}


def bare(text: str) -> str:
    """Without spaces and breaks of lines, which come out of a sheet otherwise than they went in."""
    return "".join(text.replace("\ufffe", "-").replace("\x02", "-").split())


# Words of the content that are seen on paper, some of them drawn as signs there.
WORDS = """() => {
    const words = new Set();
    const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
        const place = text.parentElement;
        const unseen = place.closest(".visually-hidden, script, .matrix td");
        if (unseen || !place.checkVisibility()) continue;
        for (const word of text.data.split(/\\s+/)) words.add(word);
    }
    return [...words];
}"""


@dataclass(frozen=True)
class Sheet:
    """One sheet; measures are points from its upper left corner."""

    page: pypdfium2.PdfPage

    def text(self) -> str:
        return self._text

    @cached_property
    def _text(self) -> str:
        return bare(self.page.get_textpage().get_text_range())

    def beyond(self) -> list[str]:
        """Text that is cut off, or would be by a printer."""
        text, (width, height) = self.page.get_textpage(), self.page.get_size()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        return [
            text.get_text_bounded(*box)
            for box in boxes
            if box[0] < EDGE_PT
            or box[1] < EDGE_PT
            or box[2] > width - EDGE_PT
            or box[3] > height - EDGE_PT
        ]

    def place(self, words: str) -> tuple[float, float] | None:
        """Where words begin: from the left and from the top; None where they do not stand."""
        text = self.page.get_textpage()
        found = text.search(words).get_next()
        if not found:
            return None
        left, _, _, top = text.get_charbox(found[0])
        return left, self.page.get_height() - top

    def picture(self) -> np.ndarray:
        """Rows of pixels, red, green, blue; a pixel a point."""
        return self.page.render(rev_byteorder=True).to_numpy()[:, :, :3].astype(int)


def printed(page: Page, paper: str) -> list[Sheet]:
    """What comes out of a printer; checks that no sheet is empty and no text cut off."""
    document = pypdfium2.PdfDocument(page.pdf(**PAPERS[paper]))
    sheets = [Sheet(each) for each in document]
    for number, sheet in enumerate(sheets, 1):
        assert len(sheet.text()) > 100, f"{paper}, sheet {number} is almost empty"
        assert sheet.beyond() == [], f"{paper}, sheet {number}"
        assert f"{number}/{len(sheets)}" in sheet.text()
    return sheets


def missing(page: Page, sheets: list[Sheet]) -> list[str]:
    """Words of the page that are on none of its sheets, such as those beyond an edge."""
    window, (width, height) = page.viewport_size, sheets[0].page.get_size()
    page.set_viewport_size({"width": int(width), "height": int(height)})
    page.emulate_media(media="print")
    words = page.evaluate(WORDS)
    page.emulate_media(media="screen")
    page.set_viewport_size(window)
    there = "".join(sheet.text() for sheet in sheets)
    return [word for word in words if bare(word) not in there and haloed(word) not in there]


def haloed(word: str) -> str:
    """A word whose letters have an edge of the ground's colour: each is set twice on a sheet."""
    return "".join(2 * letter for letter in bare(word))


def pixels(area: np.ndarray, colour: str) -> int:
    """How much of an area has a colour (`#rrggbb`), give or take a shade."""
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return int((np.abs(area - wanted).max(axis=2) <= 4).sum())

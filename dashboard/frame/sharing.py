"""What pages share by which a view is pictured where somebody shows a link to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.card import LOOK, SharePicture
from dashboard.charts.picture import Caption
from dashboard.slides.drawing import draw_body

if TYPE_CHECKING:
    from dashboard.language.i18n import Language
    from dashboard.slides.content import Body

ZOOM = 1.35
"""Units of a stage to a pixel of a card: letters that a room reads are more than a card needs."""


def share_caption(
    title: str, sentence: str, source: str, words: Language, *, demo: bool = False
) -> Caption:
    """The texts of a card; what says that figures are invented stands in its mark."""
    mark = words.t("demo.figures")
    told = source.removeprefix(mark).strip()
    return Caption(title=title, sentence=sentence, source=told, demo=mark if demo else "")


def body_picture(caption: Caption, body: Body) -> SharePicture:
    """What a slide shows, on a card."""

    def draw(wide: float, tall: float) -> str:
        return draw_body(body, ZOOM * wide, ZOOM * tall, look=LOOK)

    return SharePicture(caption, draw)

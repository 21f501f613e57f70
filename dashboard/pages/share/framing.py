"""A part of the atlas in a frame on a page of others: the code to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from dashboard.frame.places import embed_path

if TYPE_CHECKING:
    from dashboard.pages.share.looked import Looked

WIDTH = 800
"""Pixels that a frame has where its page does not say how many there are."""

HEIGHTS = {"map": 620, "trend": 600, "ranking": 620, "card": 700, "strip": 600}
"""Pixels in which all of it is seen on a laptop, by kind; in a narrower frame it scrolls."""

CODE = Markup(
    '<iframe src="{src}" width="{width}" height="{height}" title="{title}" loading="lazy"'
    ' style="border:0;max-width:100%"></iframe>'
)


def frame_path(view: Looked, at: int) -> str:
    """The address of the view's frame of a number, without the base."""
    kind, query = view.content.frames[at]
    return embed_path(kind, view.words, query)


def frame_code(
    view: Looked, at: int, site: str, *, width: str = "100%", height: int | None = None
) -> Markup:
    """The code that shows the view's frame of a number.

    Args:
        view: The view.
        at: Number of the frame.
        site: Where the atlas stands.
        width: As HTML has it.
        height: Pixels; without, those in which all of it is seen.
    """
    kind = view.content.frames[at][0]
    title = view.words.t("shell.title", page=view.content.title)
    return CODE.format(
        src=f"{site}{frame_path(view, at)}",
        width=width,
        height=height or HEIGHTS[kind],
        title=title,
    )

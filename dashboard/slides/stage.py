"""Where things stand on a slide, in units of which its height has 900, whatever the projector has.

Letters are sized by the height of the picture, as somebody at the back of a room sees them: text is
never smaller than a thirtieth of it, the figures that a slide is about never than a twelfth. Only
sources and what signs mean are smaller, as they are to be looked up, not followed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dashboard.charts.blocks import Block, block
from dashboard.charts.framing import Area
from dashboard.charts.lettering import width

if TYPE_CHECKING:
    from dashboard.slides.content import Slide

TALL: Final = 900
LETTER: Final = TALL / 30
"""The smallest letters of what is said and drawn."""

FIGURE: Final = TALL / 12
"""The smallest letters of a figure that a slide is about."""

SMALL: Final = 21.0
"""Letters of sources and of what signs mean."""

SMALLER: Final = (SMALL, 18.5, 16.5)
"""Sizes that are tried where there is much of it."""


@dataclass(frozen=True)
class Stage:
    """A shape of picture, by the name that styles and files know it by."""

    name: str
    width: int


WIDE: Final = Stage("wide", 1600)
"""16:9."""

SQUARE: Final = Stage("square", 1200)
"""4:3."""

STAGES: Final = (WIDE, SQUARE)
EDGE: Final = 48
"""Room along the edges."""

TITLES: Final = (52.0, 46.0, 42.0, 38.0)
SENTENCES: Final = (38.0, 35.0, 32.0, LETTER)
"""Sizes that are tried, from how it looks best."""

GOOD, LEAST = 0.5 * TALL, 0.42 * TALL
"""Height that a picture should have, and has at least: then texts are cut instead."""

GAP: Final = 16


@dataclass(frozen=True)
class PlacedText:
    """A text with its left and its top; without lines where there is nothing to say."""

    block: Block
    left: float
    top: float


@dataclass(frozen=True)
class SlideArrangement:
    """A slide on a stage.

    Attributes:
        title: At the top, in at most two lines.
        body: What is left for the picture.
        sentence: Below it, in at most three lines.
        demo: The mark of invented figures, at the left of the foot.
        small: Sources, and what signs mean, beside it.
    """

    title: PlacedText
    body: Area
    sentence: PlacedText
    demo: PlacedText
    small: PlacedText


def arrange(slide: Slide, stage: Stage) -> SlideArrangement:
    """Places what a slide says; where it is much, letters shrink, and at last texts are cut."""
    tried = [_arranged(slide, stage, *sizes) for sizes in zip(TITLES, SENTENCES, strict=True)]
    good = (each for each in tried if each.body.height >= GOOD)
    found = next(good, None) or max(tried, key=lambda each: each.body.height)
    if found.body.height >= LEAST:
        return found
    return _arranged(slide, stage, TITLES[-1], SENTENCES[-1], lines=(1, 2))


def _arranged(
    slide: Slide, stage: Stage, title_size: float, said_size: float, lines: tuple[int, int] = (2, 3)
) -> SlideArrangement:
    room = stage.width - 2 * EDGE
    title = block(slide.title, room, title_size, bold=True).at_most(lines[0], room)
    said = block(slide.sentence, room, said_size).at_most(lines[1], room)
    demo = block(slide.demo, 0.6 * room, LETTER, bold=True, boxed=True, fill="target")
    left = EDGE + (_widest(demo) + 1.5 * LETTER if demo.lines else 0)
    beside = EDGE + room - left
    text = " ".join(filter(None, (slide.source, slide.small)))
    small = _fitting(text, beside, SMALLER, 4)
    foot = TALL - 0.5 * EDGE - max(demo.height, small.height)
    sentence = foot - said.height - (GAP if said.lines else 0)
    top = 0.6 * EDGE + title.height + GAP
    return SlideArrangement(
        PlacedText(title, EDGE, 0.6 * EDGE),
        Area(EDGE, top, room, sentence - GAP - top),
        PlacedText(said, EDGE, sentence),
        PlacedText(demo, EDGE, foot),
        PlacedText(small, left, foot),
    )


def _widest(item: Block) -> float:
    """Of a boxed block, its box."""
    return max(width(line, item.size, bold=item.bold) for line in item.lines) + 1.2 * item.size


def _fitting(text: str, room: float, sizes: tuple[float, ...], most: int) -> Block:
    """The largest size in which a text has so many lines; in the last one more, then it is cut."""
    made = [block(text, room, size, fill="muted") for size in sizes]
    fits = (each for each in made if len(each.lines) <= most)
    return next(fits, made[-1].at_most(most + 1, room))

"""A slide in the document: its picture in both shapes, its texts, and the same to be heard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from dashboard.charts.lettering import width
from dashboard.slides.content import MapBody
from dashboard.slides.document.data import kept_together, movable, titles
from dashboard.slides.document.spoken import spoken
from dashboard.slides.drawing import draw_body
from dashboard.slides.stage import SQUARE, WIDE, Stage, arrange

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.slides.content import Slide
    from dashboard.slides.stage import SlideArrangement

SECTION = Markup("""<section class="slide" id="{number}" data-kind="{kind}">
<div class="scene">
<h2 class="title" tabindex="-1">{title}</h2>
<div class="pictures" aria-hidden="true">{pictures}</div>
<div class="visually-hidden">{spoken}</div>
{texts}
{spot}<p class="number" aria-hidden="true">{number} / {count}</p>
</div>
{hidden}</section>""")
PICTURE = Markup('<div class="picture {shape}">{picture}</div>')
TEXT = Markup('<p class="{name}">{text}</p>')
SPOT = Markup(
    '<p class="spot"><span class="spot-name"></span> <span class="spot-told"></span></p>\n'
)
NOTE = Markup('<p class="note" hidden>{text}</p>')
WIDE_ENOUGH = "@container (min-aspect-ratio: 154/100)"
"""From here on the 16:9 picture is the larger one."""


def section(number: int, count: int, slide: Slide) -> Markup:
    """A slide; what a map can change into stands beside it, and the presenter's note.

    Args:
        number: Its place in the deck, from 1.
        count: Of all slides.
        slide: What it shows.
    """
    small = " ".join(filter(None, (slide.source, slide.small)))
    texts = (("sentence", kept_together(slide.sentence)), ("demo", slide.demo), ("small", small))
    body = slide.body
    return SECTION.format(
        number=number,
        count=count,
        kind=slide.kind,
        title=kept_together(slide.title),
        pictures=Markup().join(_picture(slide, stage) for stage in (WIDE, SQUARE)),
        spoken=spoken(slide),
        texts=Markup("\n").join(TEXT.format(name=name, text=text) for name, text in texts),
        spot=SPOT if isinstance(body, MapBody) else "",
        hidden=NOTE.format(text=slide.note)
        + (movable(slide, body) if isinstance(body, MapBody) else ""),
    )


def _picture(slide: Slide, stage: Stage) -> Markup:
    area = _arranged(slide, stage).body
    picture = draw_body(slide.body, area.width, area.height, shared=True)
    return PICTURE.format(shape=stage.name, picture=Markup(picture))  # noqa: S704 - drawn


def sizes(number: int, slide: Slide) -> str:
    """Styles of a slide: where its parts stand on either stage, in units, and their letters."""
    scene = f'[id="{number}"] .scene'
    square, wide = (_properties(_arranged(slide, stage)) for stage in (SQUARE, WIDE))
    return f"{scene}{{{square}}}\n{WIDE_ENOUGH}{{{scene}{{{wide}}}}}"


def _properties(found: SlideArrangement) -> str:
    values = {
        "--title-size": found.title.block.size,
        "--title-lines": len(found.title.block.lines),
        "--body-top": found.body.top,
        "--body-height": found.body.height,
        "--sentence-size": found.sentence.block.size,
        "--sentence-lines": len(found.sentence.block.lines),
        "--sentence-top": found.sentence.top,
        "--foot-top": found.small.top,
        "--small-left": found.small.left,
        "--small-size": found.small.block.size,
        "--small-lines": len(found.small.block.lines),
    }
    return ";".join(f"{name}:{value:.5g}" for name, value in values.items())


def _arranged(slide: Slide, stage: Stage) -> SlideArrangement:
    """A map leaves room for the longest texts of its years, so that nothing moves with them."""
    if not isinstance(slide.body, MapBody):
        return arrange(slide, stage)
    years = slide.body.years
    return arrange(
        replace(
            slide,
            title=_longest(titles(slide.title, slide.body)),
            sentence=_longest(year.sentence for year in years),
            demo=_longest(year.demo for year in years),
        ),
        stage,
    )


def _longest(texts: Iterable[str]) -> str:
    return max(texts, key=lambda text: width(text, 1))

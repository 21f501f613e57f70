"""A file of slides: its layout, and what stands on every slide of it."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import segno
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Emu

from dashboard.charts.framing import Area
from dashboard.charts.lettering import width as text_width
from dashboard.slides import ink
from dashboard.slides.alternative import alternative
from dashboard.slides.content import (
    BarsBody,
    LinesBody,
    MapBody,
    MapsBody,
    SourcesBody,
    TableBody,
)
from dashboard.slides.drawing.sources import CODE
from dashboard.slides.pptx.bars import add_bars
from dashboard.slides.pptx.drawn import MapsTold, add_drawn
from dashboard.slides.pptx.lines import add_lines
from dashboard.slides.pptx.page import POINT, TAGS, UNIT, PptxPage, describe, emu
from dashboard.slides.pptx.table import add_table
from dashboard.slides.stage import EDGE, LETTER, SMALL, TALL, WIDE, arrange

if TYPE_CHECKING:
    from dashboard.slides.content import Slide, SlideDeck
    from dashboard.slides.stage import PlacedText, SlideArrangement

TITLE_ONLY = 5
"""Number of the layout in python-pptx's own template."""


def deck_file(deck: SlideDeck) -> bytes:
    """The file."""
    file = Presentation()
    file.slide_width, file.slide_height = Emu(WIDE.width * UNIT), Emu(TALL * UNIT)
    layout = _prepared(file, deck)
    for slide in deck.slides:
        _add(file.slides.add_slide(layout), slide, deck)
    _described(file, deck)
    _in_language(file, TAGS[deck.lang])
    written = BytesIO()
    file.save(written)
    return written.getvalue()


def _described(file: Any, deck: SlideDeck) -> None:
    """The file's properties, without those of the template, its thumbnail and its printer."""
    properties, now = file.core_properties, datetime.now(UTC)
    properties.title, properties.language = deck.title, TAGS[deck.lang]
    properties.subject, properties.comments = deck.version, deck.address
    properties.author = properties.last_modified_by = "Savivalda"
    properties.created = properties.modified = now
    for rels in (file.part.package._rels, file.part.rels):  # noqa: SLF001 - it has no other way
        for name, found in [*rels.items()]:
            if found.reltype in (RT.THUMBNAIL, RT.PRINTER_SETTINGS):
                rels.pop(name)


def _in_language(file: Any, tag: str) -> None:
    """Says of every text, in charts, notes and defaults too, in which language it is."""
    for part in file.part.package.iter_parts():
        root = getattr(part, "_element", None)
        if root is None:
            continue
        for run in root.iter("{*}r"):
            if hasattr(run, "get_or_add_rPr"):
                run.get_or_add_rPr()
        for found in root.iter("{*}rPr", "{*}defRPr", "{*}endParaRPr"):
            found.set("lang", tag)


def _prepared(file: Any, deck: SlideDeck) -> Any:
    """The one layout that is used, without the others, in the deck's look."""
    layouts, kept = file.slide_layouts, file.slide_layouts[TITLE_ONLY]
    for layout in [each for each in layouts if each is not kept and each != kept]:
        layouts.remove(layout)
    page = PptxPage(None, deck.look)
    for part in (file.slide_master, kept):
        part.background.fill.solid()
        part.background.fill.fore_color.rgb = page.rgb(ink.GROUND)
        for shape in part.placeholders:
            _place_holder(shape)
    return kept


def _place_holder(shape: Any) -> None:
    """Placeholders of the template stand where they do on a wide slide."""
    where = {
        "TITLE": Area(EDGE, 0.6 * EDGE, WIDE.width - 2 * EDGE, 130),
        "SLIDE_NUMBER": Area(WIDE.width - 200 - EDGE, TALL - 44, 200, 34),
    }
    area = where.get(shape.placeholder_format.type.name)
    if area:
        shape.left, shape.top = emu(area.left), emu(area.top)
        shape.width, shape.height = emu(area.width), emu(area.height)


def _add(added: Any, slide: Slide, deck: SlideDeck) -> None:
    placed = arrange(slide, WIDE)
    page = PptxPage(added.shapes, deck.look)
    _title(page, added.shapes.title, slide, placed)
    _body(page, slide, placed.body)
    if isinstance(slide.body, SourcesBody) and slide.body.address:
        _code(page, slide.body, placed.body)
    if slide.sentence:
        page.box(_area(placed.sentence), slide.sentence, placed.sentence.block.size)
    if slide.demo:
        _demo(page, slide, placed)
    if placed.small.block.lines:
        text = " ".join(placed.small.block.lines)
        page.box(_area(placed.small), text, placed.small.block.size, fill=ink.MUTED)
    _slide_number(added)
    _notes(added.notes_slide.notes_text_frame, slide)


def _notes(frame: Any, slide: Slide) -> None:
    """For the presenter: the note, what is to be seen, and where it comes from."""
    told = [slide.note, slide.sentence or slide.title, slide.demo, slide.small, slide.source]
    frame.text = "\n".join(text for text in told if text)


def _title(page: PptxPage, holder: Any, slide: Slide, placed: SlideArrangement) -> None:
    """In the layout's own placeholder, which outlines and screen readers go by."""
    area = Area(EDGE, placed.title.top, WIDE.width - 2 * EDGE, placed.title.block.height + 8)
    holder.left, holder.top = emu(area.left), emu(area.top)
    holder.width, holder.height = emu(area.width), emu(area.height)
    frame = page.framed(holder, wrap=True)
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    page.run(frame.paragraphs[0], slide.title, placed.title.block.size, bold=True)


def _body(page: PptxPage, slide: Slide, area: Area) -> None:
    """Charts and tables are native; all else is made of shapes, as it is drawn."""
    body = slide.body
    if isinstance(body, BarsBody | LinesBody | TableBody):
        rest = body.rest if isinstance(body, BarsBody | TableBody) else ""
        foot = 1.5 * LETTER if rest else 0
        head = 1.6 * LETTER if isinstance(body, BarsBody) and body.target else 0
        room = Area(area.left, area.top + head, area.width, area.height - head - foot)
        if isinstance(body, BarsBody):
            frame = add_bars(page, body, room)
        elif isinstance(body, LinesBody):
            frame = add_lines(page, body, room)
        else:
            frame = add_table(page, body, room)
        describe(frame, slide.title, alternative(slide))
        if rest:
            page.line(area.left, area.top + area.height - 8, rest, LETTER, fill=ink.MUTED)
    else:
        add_drawn(page, body, area, _told(slide))


def _told(slide: Slide) -> MapsTold:
    """What is said of the slide's maps, if it has any."""
    body = slide.body
    if isinstance(body, MapBody):
        both = zip(body.places, body.years[body.now].told, strict=True)
        places = {place.code: (place.name, text) for place, text in both}
        figures = "; ".join(f"{name}: {text}" for name, text in places.values() if text)
        return MapsTold(((slide.title, figures),), places)
    if isinstance(body, MapsBody):
        panels = (body.before, body.after, body.difference)
        maps = tuple(
            (each.label, f"{slide.title}. {each.label}. {slide.sentence}") for each in panels
        )
        return MapsTold(maps, {place.code: (place.name, "") for place in body.places})
    return MapsTold()


def _code(page: PptxPage, body: SourcesBody, area: Area) -> None:
    """The code to take home, as a picture that leads there."""
    picture = BytesIO()
    segno.make(body.address, error="l", boost_error=True, micro=False).save(
        picture, kind="png", scale=12, border=2
    )
    picture.seek(0)
    left = area.left + area.width - CODE
    made = page.shapes.add_picture(picture, emu(left), emu(area.top), emu(CODE), emu(CODE))
    made.click_action.hyperlink.address = body.address
    describe(made, body.short, body.qr_alt)


def _demo(page: PptxPage, slide: Slide, placed: SlideArrangement) -> None:
    """The mark of invented figures, boxed."""
    item = placed.demo.block
    wide = max(text_width(line, item.size, bold=True) for line in item.lines) + 1.2 * item.size
    area = Area(placed.demo.left, placed.demo.top, wide, item.height)
    frame = page.rect(area, "", ink.DEMO, 3)
    texts = page.framed(frame, wrap=True)
    texts.vertical_anchor = MSO_ANCHOR.MIDDLE
    texts.paragraphs[0].alignment = PP_ALIGN.CENTER
    page.run(texts.paragraphs[0], slide.demo, item.size, bold=True, fill=ink.DEMO)


def _area(placed: PlacedText) -> Area:
    """Where a text stands, as wide as there is room."""
    wide = WIDE.width - EDGE - placed.left
    return Area(placed.left, placed.top, wide, placed.block.height)


def _slide_number(added: Any) -> None:
    """The layout's own field, which python-pptx leaves out of slides."""
    for holder in added.slide_layout.placeholders:
        if holder.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            made = deepcopy(holder._element)  # noqa: SLF001 - it has no other way
            made.nvSpPr.cNvPr.set("id", str(added.shapes._next_shape_id))  # noqa: SLF001
            added.shapes._spTree.append(made)  # noqa: SLF001
            for found in made.iter("{*}rPr"):
                found.set("sz", str(round(SMALL * POINT * 100)))

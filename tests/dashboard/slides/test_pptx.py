"""A deck in PowerPoint: native, named, described, in its language, and the same as on screen."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pypdfium2
import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from dashboard.charts.lettering import width
from dashboard.charts.palette import UNKNOWN_COLOUR, in_look
from dashboard.charts.series import TrendLine, TrendPicture
from dashboard.slides import ink
from dashboard.slides.content import (
    BarsBody,
    LinesBody,
    MapBody,
    MapsBody,
    Slide,
    SlideDeck,
    TableBody,
)
from dashboard.slides.pptx import slides_pptx
from dashboard.slides.pptx.bars import INNER
from dashboard.slides.stage import LETTER
from tests.dashboard.sheets.reading import text
from tests.dashboard.slides.example_slides import example_deck

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMED = (
    MSO_SHAPE_TYPE.GROUP, MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.TABLE, MSO_SHAPE_TYPE.PICTURE,
)  # fmt: skip
SLACK = 20_000
"""EMU, half a millimetre: an outline may stand out of its shape."""


@pytest.fixture(scope="module")
def deck() -> SlideDeck:
    return example_deck()


@pytest.fixture(scope="module")
def written(deck: SlideDeck) -> bytes:
    return slides_pptx(deck)


@pytest.fixture(scope="module")
def slides(written: bytes) -> list[Any]:
    return [*Presentation(BytesIO(written)).slides]


def of(deck: SlideDeck, slides: list[Any], kind: type) -> Iterator[tuple[Any, Any]]:
    """The slides whose bodies are of a kind, with these bodies."""
    for content, slide in zip(deck.slides, slides, strict=True):
        if isinstance(content.body, kind):
            yield content.body, slide


def only(slide: Any, kind: MSO_SHAPE_TYPE) -> Any:
    (found,) = (shape for shape in slide.shapes if shape.shape_type == kind)
    return found


def test_every_slide_has_its_title_number_sentence_and_notes(
    deck: SlideDeck, slides: list[Any]
) -> None:
    for content, slide in zip(deck.slides, slides, strict=True):
        assert slide.shapes.title.text_frame.text == content.title
        kinds = {holder.placeholder_format.type for holder in slide.placeholders}
        assert kinds == {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.SLIDE_NUMBER}
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert {content.sentence, content.demo} - {""} <= {*texts}
        said = content.sentence or content.title
        told = [content.note, said, content.demo, content.small, content.source]
        notes = slide.notes_slide.notes_text_frame.text.split("\n")
        assert notes == [part for part in told if part]


def test_the_country_is_sixty_named_shapes_in_their_colours(
    deck: SlideDeck, slides: list[Any]
) -> None:
    (body, slide), _ = of(deck, slides, MapBody)
    group = only(slide, MSO_SHAPE_TYPE.GROUP)
    shapes = {shape.name: shape for shape in group.shapes if shape.name}
    year = body.years[body.now]
    assert {*shapes} == {place.name for place in body.places}
    assert len(shapes) == 60
    for place, fill, told in zip(body.places, year.fills, year.told, strict=True):
        shape = shapes[place.name]
        assert described(shape) == f"{place.name}: {told}"
        if fill != UNKNOWN_COLOUR:
            assert str(shape.fill.fore_color.rgb) == in_look(fill, deck.look)[1:].upper()
    own = [place.name for place in body.places if place.code in body.own]
    assert [*shapes][-len(own) :] == own, "outlines of the deck's lie over their neighbours'"


def test_maps_beside_each_other_are_groups_of_their_own(deck: SlideDeck, slides: list[Any]) -> None:
    ((_, slide),) = of(deck, slides, MapsBody)
    groups = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    assert [len({each.name for each in group.shapes} - {""}) for group in groups] == [60] * 3
    numbers = [shape.shape_id for shape in every(slide)]
    assert len(numbers) == len({*numbers})


def test_charts_hold_the_figures_of_the_slides(deck: SlideDeck, slides: list[Any]) -> None:
    for body, slide in of(deck, slides, BarsBody):
        chart = only(slide, MSO_SHAPE_TYPE.CHART).chart
        (series,) = chart.plots[0].series
        assert [*series.values] == [bar.value for bar in body.bars]
        for name, bar in zip(chart.plots[0].categories, body.bars, strict=True):
            assert bar.name in name
            assert (bar.text in name) == (bar.value is None)
        labels = [
            series.points[at].data_label.text_frame.text
            for at, bar in enumerate(body.bars)
            if bar.value is not None
        ]
        assert labels == [bar.text for bar in body.bars if bar.value is not None]
    ((body, slide),) = of(deck, slides, LinesBody)
    chart = only(slide, MSO_SHAPE_TYPE.CHART).chart
    picture = body.picture
    assert [*chart.plots[0].categories] == [str(year) for year in picture.years]
    found = {series.name: tuple(series.values) for series in chart.plots[0].series}
    assert found == {picture.national.name: picture.national.values} | {
        line.label: line.values for line in picture.lines
    } | {target.name: (target.value,) * len(picture.years) for target in picture.targets}


def test_tables_are_native(deck: SlideDeck, slides: list[Any]) -> None:
    ((body, slide),) = of(deck, slides, TableBody)
    head, *rows = only(slide, MSO_SHAPE_TYPE.TABLE).table.rows
    assert tuple(cell.text for cell in head.cells) == body.head
    for row, cells in zip(rows, body.rows, strict=True):
        texts = [cell.text for cell in row.cells]
        assert all(cell.text in seen for cell, seen in zip(cells, texts, strict=True))
        assert all(cell.glyph in seen for cell, seen in zip(cells, texts, strict=True))


def test_all_is_described_in_its_language_and_within_the_slide(
    written: bytes, slides: list[Any]
) -> None:
    wide, tall = (Presentation(BytesIO(written)).slide_width, 6858000)
    assert (wide, len(written) < 3_000_000) == (12192000, True)
    for slide in slides:
        for shape in slide.shapes:
            if shape.shape_type in NAMED:
                assert len(described(shape)) > 5, shape.name
            ends = (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
            assert min(ends) >= -SLACK
            assert (ends[2] <= wide + SLACK, ends[3] <= tall + SLACK) == (True, True), shape.name


def test_every_text_is_said_to_be_in_its_language_in_charts_and_notes_too(
    written: bytes, deck: SlideDeck
) -> None:
    file = Presentation(BytesIO(written))
    tags = {
        found.get("lang")
        for part in file.part.package.iter_parts()
        if hasattr(part, "_element")
        for found in part._element.iter("{*}rPr", "{*}defRPr", "{*}endParaRPr")
    }
    assert tags == {"lt-LT"}
    properties = file.core_properties
    assert (properties.title, properties.language) == (deck.title, "lt-LT")
    assert {properties.author, properties.last_modified_by} == {"Savivalda"}
    names = ZipFile(BytesIO(written)).namelist()
    assert not [name for name in names if "thumbnail" in name or "printer" in name]


def test_a_line_breaks_where_its_series_does_and_is_hollow_where_it_is_unsure() -> None:
    years = (2020, 2021, 2022, 2023)
    line = TrendLine(
        "45", "Kupiškio r.", (1.0, 2.0, 3.0, 4.0), "#d9541e", "Kupiškio r.",
        hollow=(True, False, False, False), breaks=(False, True, False, False),
        turns=(False, False, True, False),
    )  # fmt: skip
    picture = TrendPicture(years, TrendLine("", "Lietuva", (1.0,) * 4), (line,))
    body = LinesBody(picture, str, "% viso biudžeto")
    made = slides_pptx(SlideDeck("lt", "Forumas", (Slide("trend", "Kitimas", "Auga.", body),)))
    slide = Presentation(BytesIO(made)).slides[0]
    assert "% viso biudžeto" in [
        shape.text_frame.text for shape in slide.shapes if shape.has_text_frame
    ]
    series = only(slide, MSO_SHAPE_TYPE.CHART).chart.plots[0].series[1]
    kinds = [series.points[at].format.line.fill.type for at in range(4)]
    assert [kind == MSO_FILL.BACKGROUND for kind in kinds] == [False, True, True, False]
    fill = series.points[0].marker.format.fill.fore_color.rgb
    assert str(fill) == in_look(ink.GROUND, "light")[1:].upper()
    assert str(series.marker.format.fill.fore_color.rgb) == "D9541E"


def test_figures_of_bars_to_the_left_have_room_before_the_names(
    deck: SlideDeck, slides: list[Any]
) -> None:
    ((body, slide),) = [
        each for each in of(deck, slides, BarsBody) if any((b.value or 0) < 0 for b in each[0].bars)
    ]
    frame = only(slide, MSO_SHAPE_TYPE.CHART)
    axis = frame.chart.value_axis
    inner = frame.width / 7620 * INNER[2]
    unit = inner / (axis.maximum_scale - axis.minimum_scale)
    for bar in body.bars:
        if bar.value is not None and bar.value < 0:
            assert (bar.value - axis.minimum_scale) * unit >= width(bar.text, LETTER)


def described(shape: Any) -> str:
    found: str = shape._element.xpath("./*[1]/p:cNvPr")[0].get("descr", "")
    return found


def every(slide: Any) -> Iterator[Any]:
    """Shapes, and those within groups."""
    for shape in slide.shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from shape.shapes


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_shows_what_it_says(
    deck: SlideDeck, written: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(written)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path, file],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    pages = [*pypdfium2.PdfDocument(tmp_path / "deck.pdf")]
    assert len(pages) == len(deck.slides)
    for page, slide in zip(pages, deck.slides, strict=True):
        seen = "".join(text(page).split())
        for said in (slide.title, slide.sentence, slide.demo):
            assert "".join(said.split()) in seen, slide.kind
        if isinstance(slide.body, BarsBody):
            assert all("".join(bar.text.split()) in seen for bar in slide.body.bars)
    # The map is drawn: its group has many colours, a slide that lost it has few.
    shown = pages[2].render(scale=1).to_pil().convert("RGB").getcolors(1_000_000)
    assert len(shown) > 200
    assert all(first != second for first, second in pairwise(map(text, pages)))

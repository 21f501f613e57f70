"""A deck in PowerPoint: native, named, described, in its language, and the same as on screen."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from dashboard.charts.palette import UNKNOWN_COLOUR, in_look
from dashboard.slides.content import BarsBody, LinesBody, MapBody, MapsBody, SlideDeck, TableBody
from dashboard.slides.pptx import slides_pptx
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
        notes = slide.notes_slide.notes_text_frame.text.split("\n")
        told = [content.note, content.sentence, content.demo, content.small, content.source]
        assert [part for part in told if part] == [
            part for part in notes if part != content.title or content.sentence
        ] or not content.sentence


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
        for run in slide._element.iter("{*}rPr", "{*}endParaRPr"):
            assert run.get("lang", "lt-LT") == "lt-LT"
        assert all(run.get("lang") for run in slide._element.iter("{*}rPr"))
        for shape in slide.shapes:
            if shape.shape_type in NAMED:
                assert len(described(shape)) > 5, shape.name
            ends = (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
            assert min(ends) >= -SLACK
            assert (ends[2] <= wide + SLACK, ends[3] <= tall + SLACK) == (True, True), shape.name


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

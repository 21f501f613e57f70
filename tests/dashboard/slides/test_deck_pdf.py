"""A deck on paper: a page a slide, its words as text, its pictures in words too."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from dashboard.sheets.pdf import Unprintable
from dashboard.slides.content import SourcesBody, WordsBody
from dashboard.slides.pdf import slides_pdf
from dashboard.slides.stage import SQUARE, STAGES, WIDE, Stage
from tests.dashboard.sheets.reading import code, tags, text
from tests.dashboard.slides.example_slides import example_deck

DECK = example_deck()


def glued(said: str) -> str:
    """Without spaces: where lines break is not what is tested."""
    return "".join(said.split())


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_slide_is_a_page_that_says_all_of_it(stage: Stage, look: str) -> None:
    document = pypdfium2.PdfDocument(slides_pdf(replace(DECK, look=look), stage))  # type: ignore[arg-type]
    assert document.get_metadata_value("Title") == DECK.title
    assert len(document) == len(DECK.slides)
    for page, slide in zip(document, DECK.slides, strict=True):
        assert page.get_size() == (pytest.approx(stage.width * 0.6), pytest.approx(540))
        seen, found = glued(text(page)), tags(page)
        for said in (slide.title, slide.sentence, slide.demo, slide.source):
            assert glued(said) in seen, slide.kind
        assert slide.note not in text(page) or not slide.note
        assert next(tag.kind for tag in found if tag.kind != "Document") == "H1"
        if isinstance(slide.body, WordsBody):
            assert all(glued(line) in seen for line in (slide.body.heading, *slide.body.lines))
        elif not isinstance(slide.body, SourcesBody):
            assert any(tag.alt for tag in found), slide.kind
    outline = [item.get_title() for item in document.get_toc()]
    assert list(map(glued, outline)) == [glued(slide.title) for slide in DECK.slides]


def test_a_picture_says_its_table_to_those_who_do_not_see_it() -> None:
    document = pypdfium2.PdfDocument(slides_pdf(DECK))
    assert "Alytaus m.: 0,20 %" in next(tag.alt for tag in tags(document[2]) if tag.alt)


def test_the_code_leads_to_the_deck() -> None:
    document = pypdfium2.PdfDocument(slides_pdf(DECK, SQUARE))
    body = DECK.slides[-1].body
    assert isinstance(body, SourcesBody)
    assert code(document[len(DECK.slides) - 1]) == body.address


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert slides_pdf(DECK, WIDE) == slides_pdf(example_deck(), WIDE)


def test_what_cannot_be_set_is_said() -> None:
    with pytest.raises(Unprintable, match="at least one slide"):
        slides_pdf(replace(DECK, slides=()))
    odd = replace(DECK.slides[0], title="Forumas \U00013000")
    with pytest.raises(Unprintable, match="Utenos apskrities forumas"):
        slides_pdf(replace(DECK, slides=(odd,)))

"""A deck on paper: a page a slide, its words as text, its pictures in words too."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from dashboard.sheets.pdf import Unprintable
from dashboard.slides.alternative import MOST, alternative
from dashboard.slides.content import Slide, SourcesBody, SpokenTable, WordsBody
from dashboard.slides.pdf import slides_pdf
from dashboard.slides.stage import SQUARE, STAGES, WIDE, Stage, arrange
from tests.dashboard.sheets.reading import code, links, tags, text
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
    outline = [item.get_title().split() for item in document.get_toc()]
    assert outline == [slide.title.split() for slide in DECK.slides]


def test_a_title_of_two_lines_is_one_bookmark_with_its_words_apart() -> None:
    title = "Nevyriausybinių organizacijų konkurso būdu laimėtų lėšų dalis: pokytis 2015–2025"
    slide = replace(DECK.slides[1], title=title)
    assert len(arrange(slide, SQUARE).title.block.lines) == 2
    document = pypdfium2.PdfDocument(slides_pdf(replace(DECK, slides=(slide,)), SQUARE))
    assert [item.get_title() for item in document.get_toc()] == [title]


def test_what_is_said_is_read_by_paragraphs_not_by_lines() -> None:
    words = WordsBody(("Pirmoji pastraipa, kurios viena eilutė netalpina, " * 2, "Antroji"))
    slide = Slide("question", "Klausimas", "", words)
    (page,) = pypdfium2.PdfDocument(slides_pdf(replace(DECK, slides=(slide,))))
    assert [tag.kind for tag in tags(page)] == ["Document", "H1", "P", "P"]


def test_the_slide_s_number_stands_clear_of_the_small_print() -> None:
    slide = replace(DECK.slides[1], small="gyjąpų " * 99)
    (page,) = pypdfium2.PdfDocument(slides_pdf(replace(DECK, slides=(slide,)), SQUARE))
    words = page.get_textpage()
    start, count = words.search("1 / 1").get_next()
    boxes = [words.get_charbox(start + at, loose=False) for at in range(count)]
    across = (min(box[0] for box in boxes), max(box[2] for box in boxes))
    top = max(box[3] for box in boxes)
    above = [words.get_charbox(at) for at in range(start)]
    beside = [box[1] for box in above if box[2] > across[0] and box[0] < across[1]]
    assert min(beside) > top


def test_a_picture_says_its_table_to_those_who_do_not_see_it() -> None:
    document = pypdfium2.PdfDocument(slides_pdf(DECK))
    assert "Alytaus m.: 0,20 %" in next(tag.alt for tag in tags(document[2]) if tag.alt)


def test_of_several_figures_each_is_told_by_its_column_and_much_is_cut() -> None:
    table = SpokenTable("Dalis", ("Savivaldybė", "2015", "2025"), (("Alytaus m.", "1 %", "2 %"),))
    slide = replace(DECK.slides[1], table=table)
    assert alternative(slide) == "Dalis. Alytaus m.: 2015 – 1 %; 2025 – 2 %."
    long = alternative(replace(slide, table=replace(table, rows=table.rows * 500)))
    assert len(long) <= MOST
    assert long.endswith("…")
    assert alternative(replace(slide, table=None)) == slide.sentence


def test_the_code_and_the_address_beside_it_lead_to_the_deck_and_nothing_else_does() -> None:
    document = pypdfium2.PdfDocument(slides_pdf(DECK, SQUARE))
    page, body = document[len(DECK.slides) - 1], DECK.slides[-1].body
    assert isinstance(body, SourcesBody)
    assert code(page) == body.address
    assert body.qr_alt in [tag.alt for tag in tags(page)]
    assert links(document) == [(body.address, body.short)]


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert slides_pdf(DECK, WIDE) == slides_pdf(example_deck(), WIDE)


def test_what_cannot_be_set_is_said() -> None:
    with pytest.raises(Unprintable, match="at least one slide"):
        slides_pdf(replace(DECK, slides=()))
    odd = replace(DECK.slides[0], title="Forumas \U00013000")
    with pytest.raises(Unprintable, match="Utenos apskrities forumas"):
        slides_pdf(replace(DECK, slides=(odd,)))

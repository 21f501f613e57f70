"""A sheet is one page that everybody can read: with eyes, with ears, with a telephone."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from dashboard.sheets.pdf import SheetsMissing, Unprintable, _typst, sheets_pdf
from tests.dashboard.sheets.reading import MM, beyond, code, fonts, language, tags, text
from tests.dashboard.sheets.samples import ADDRESS, MAP, row, sheet

if TYPE_CHECKING:
    from dashboard.sheets.content import PrintedSheet

LETTERS = "aąbcčdeęėfghiįyjklmnoprsštuųūvzžAĄBCČDEĘĖFGHIĮYJKLMNOPRSŠTUŲŪVZŽqwxQWX"
SIGNS = "* † ≠ ‡ ✓ ◊ ° – „ “ ” € % − ◆ ● ≥ …"
WORDS_AS_CODE = 'Kė#dai"nių * _r_ \\ $x$ <a> @b [c] `d` // e -- #set'
LONG = "Nepaprastai ilgas nebeprisikiškiakopūsteliaujančiųjų pavadinimas su „kabutėmis“ – "


@pytest.fixture(scope="module")
def made() -> bytes:
    return sheets_pdf([sheet(), sheet(lang="en", title="Kėdainiai district")], title="Du lapai")


@pytest.fixture(scope="module")
def document(made: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(made)


def page(one: PrintedSheet) -> pypdfium2.PdfPage:
    """The only page of a sheet."""
    return only_page(sheets_pdf([one], title=one.title))


def only_page(made: bytes) -> pypdfium2.PdfPage:
    """The page of a document that has one."""
    (found,) = pypdfium2.PdfDocument(made)
    return found


def test_it_says_what_it_is(made: bytes, document: pypdfium2.PdfDocument) -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert document.get_metadata_value("Title") == "Du lapai"
    assert language(document) == "lt"
    assert document.is_tagged()
    assert {tag.lang for tag in tags(document[0])} == {""}
    assert {tag.lang for tag in tags(document[1])} == {"", "en"}


def test_each_sheet_is_a_page_of_a4(document: pypdfium2.PdfDocument) -> None:
    sizes = [each.get_size() for each in document]
    assert sizes == [pytest.approx((210 * MM, 297 * MM), abs=0.1)] * 2
    assert "Kėdainių rajono savivaldybė" in text(document[0])
    assert "Kėdainiai district" in text(document[1])


def test_it_can_be_heard(document: pypdfium2.PdfDocument) -> None:
    one, found = sheet(), tags(document[0])
    pictures = [one.map_alt, *(alt for row in one.rows for alt in (row.strip_alt, row.line_alt))]
    assert [tag.alt for tag in found if tag.kind == "Figure"] == [*pictures, one.qr_alt]
    kinds = [tag.kind for tag in found]
    assert [kind for kind in kinds if re.fullmatch(r"H\d?", kind)] == ["H1", "H2"]
    groups = len({row.group for row in one.rows})
    assert kinds.count("TH") == len(one.headings) + groups
    assert kinds.count("TD") == len(one.headings) * len(one.rows)
    assert kinds.count("Table") == 1


def test_the_code_leads_to_exactly_this_view(document: pypdfium2.PdfDocument) -> None:
    assert code(document[0]) == ADDRESS


def test_texts_are_taken_as_they_are(document: pypdfium2.PdfDocument) -> None:
    rows = tuple(replace(each, name=WORDS_AS_CODE, own="#1*_") for each in sheet().rows)
    changed = sheet(title=WORDS_AS_CODE, rows=rows, takes=(WORDS_AS_CODE,), notes="- a\n+ b = c")
    read = text(page(changed))
    assert read.count(WORDS_AS_CODE) == 2 + len(rows)
    assert read.count("#1*_") == len(rows)
    assert "- a + b = c" in read


def test_every_letter_and_sign_comes_from_the_carried_fonts() -> None:
    decomposed = "e\u0307 c\u030c"
    one = page(sheet(notes=f"{LETTERS} {SIGNS} {decomposed}", rows=(row(1, own=f"1 {SIGNS}"),)))
    read = text(one).replace("\u00ad", "")
    assert f"{LETTERS} {SIGNS} ė č" in read
    assert f"1 {SIGNS}" in read
    assert fonts(one) == {"NotoSans-Regular", "NotoSans-Bold", "DejaVuSans", "DejaVuSans-Bold"}


def test_long_words_are_broken_as_lithuanian_is() -> None:
    syllables = ["ne", "ben", "dra", "dar", "biau", "jan", "tie", "siems"]
    word = "".join(syllables)
    read = text(page(sheet(peers=word * 6, rows=(row(1, name=word * 2),))))
    broken = re.findall(r"\w+(?:\u00ad\w+)+", read)
    assert len(broken) == 2
    ends = {len(start) for start in accumulate(syllables)}
    for lines in (each.split("\u00ad")[:-1] for each in broken):
        assert {at % len(word) or len(word) for at in accumulate(map(len, lines))} <= ends


@pytest.mark.parametrize("much", [1, 20])
def test_texts_of_any_length_fit_on_the_page(much: int) -> None:
    words = LONG * much
    rows = [
        row(number, name=words, group=f"{number} {words}", takes=words, own="1\u00a0234,5" * much)
        for number in range(8)
    ]
    texts = {"subtitle", "demo", "peers", "takes_title", "notes", "short"}
    one = page(
        sheet(
            title=words,
            rows=tuple(rows),
            sentences=(words,) * 4,
            takes=(words,) * 4 * much,
            source=f"Šaltinis {words}",
            headings=dict.fromkeys(sheet().headings, words),
            **dict.fromkeys(texts, words),
        )
    )
    assert {"Šaltinis", "versija"} <= set(text(one).split())
    assert code(one) == ADDRESS
    assert beyond(one, margin=11 * MM) == []


def test_of_nothing_there_is_no_trace() -> None:
    bare = sheet(subtitle="", demo="", sentences=(), peers="", rows=(), takes=(), notes="")
    one = page(bare)
    assert "Ko reikėtų" not in text(one)
    assert [tag.kind for tag in tags(one)].count("Figure") == 2


def test_the_same_sheets_give_the_same_bytes(made: bytes) -> None:
    again = [sheet(), sheet(lang="en", title="Kėdainiai district")]
    assert sheets_pdf(again, title="Du lapai") == made
    assert b"CreationDate" not in made


def test_threads_do_not_wait_for_each_other_nor_fail() -> None:
    ones = [sheet(title=f"Savivaldybė {number}") for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda one: sheets_pdf([one], title=one.title), ones))
    for one, each in zip(ones, made, strict=True):  # what reads PDF serves one thread alone
        assert one.title in text(only_page(each))


@pytest.mark.parametrize("text_of", ["map_alt", "qr_alt", "strip_alt", "line_alt"])
@pytest.mark.parametrize("alt", ["", " \n"])
def test_without_a_text_alternative_there_is_no_sheet(text_of: str, alt: str) -> None:
    in_row = text_of in {"strip_alt", "line_alt"}
    mute = sheet(rows=(row(1, **{text_of: alt}),)) if in_row else sheet(**{text_of: alt})
    with pytest.raises(Unprintable, match=r"Kėdainių .* no text alternative"):
        sheets_pdf([mute], title="x")


def test_what_cannot_be_printed_is_told() -> None:
    with pytest.raises(Unprintable, match="at least one"):
        sheets_pdf([], title="x")
    with pytest.raises(Unprintable, match=r"Kėdainių .*漢"):
        sheets_pdf([sheet(notes="漢")], title="x")
    with pytest.raises(Unprintable, match="map needs colours of one look"):
        sheets_pdf([sheet(map=MAP.replace("#07898b", "light-dark(#fff, #000)"))], title="x")


def test_without_typst_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    _typst.cache_clear()
    with pytest.raises(SheetsMissing, match=r"pip install savivalda\[sheets\]"):
        sheets_pdf([sheet()], title="x")
    _typst.cache_clear()


def test_typst_is_loaded_with_the_first_sheet_only() -> None:
    program = (
        "import sys, dashboard.sheets.pdf; sys.exit(bool({'typst', 'segno'} & {*sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

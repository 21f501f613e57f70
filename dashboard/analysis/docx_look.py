"""Paper, styles, language, page numbers and table of contents of a document of Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.language.unbroken import unbroken

if TYPE_CHECKING:
    from datetime import datetime

    from dashboard.analysis.document import AnalysisDocument

LOCALES = {"lt": "lt-LT", "en": "en-GB"}
MARGIN_MM = 20
SMALL_PT = 9
INK, MUTED, ACCENT = "10202E", "4C5A67", "0F5C76"
FONT = "Calibri"
SIZES_PT = {"Normal": 11, "Title": 24, "Heading 1": 15, "Heading 2": 12.5, "Caption": 9.5}
COLOURS = {"Normal": INK, "Title": INK, "Heading 1": ACCENT, "Heading 2": INK, "Caption": MUTED}


def look(file: Any, document: AnalysisDocument, made: datetime) -> None:
    """Paper, styles, language, properties, and the number of each page."""
    from docx.shared import Mm  # noqa: PLC0415

    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN_MM)
    _styles(file, LOCALES[document.language])
    about = file.core_properties
    about.title, about.language = document.title, LOCALES[document.language]
    about.author, about.comments = "Savivalda", document.kind
    about.created = about.modified = made.replace(tzinfo=None)
    line = page.footer.paragraphs[0]
    small(line, f"{document.title} · ")
    number = element(line._p, "w:fldSimple", instr="PAGE")  # noqa: SLF001 - no other way to fields
    element(element(number, "w:r"), "w:t").text = "1"


def _styles(file: Any, locale: str) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    for name, size in SIZES_PT.items():
        style = file.styles[name]
        style.font.size, style.font.name = Pt(size), FONT
        style.font.color.rgb = RGBColor.from_string(COLOURS[name])
        fonts = style.element.get_or_add_rPr().rFonts
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)  # else the theme's letters win
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)
    element(file.styles["Normal"].element.get_or_add_rPr(), "w:lang", val=locale)


def contents(file: Any, document: AnalysisDocument) -> None:
    """Headings of the sections as a field, to which the program adds pages when it is renewed."""
    file.add_heading(document.contents_heading, level=1)
    named = enumerate(document.sections, 1)
    lines = [file.add_paragraph(f"{number}. {each.heading}") for number, each in named]
    for line in lines:
        line.paragraph_format.space_after = 0
    first, last = lines[0]._p, lines[-1]._p  # noqa: SLF001
    opening = [_field("begin"), _instruction(r'TOC \o "1-1" \h \z'), _field("separate")]
    for at, run in enumerate(opening):
        first.insert(at + len(first.xpath("./w:pPr")), run)
    last.append(_field("end"))


def keep_together(file: Any) -> None:
    """Keeps a number and what follows it on one line, wherever it stands."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    for text in file.element.body.iter(qn("w:t")):
        text.text = unbroken(text.text or "")


def _field(kind: str) -> Any:
    run = new("w:r")
    element(run, "w:fldChar", fldCharType=kind)
    return run


def _instruction(text: str) -> Any:
    run = new("w:r")
    element(run, "w:instrText").text = text
    return run


def small(line: Any, text: str, *, bold: bool = False) -> None:
    """A text in smaller letters."""
    from docx.shared import Pt  # noqa: PLC0415

    run = line.add_run(text)
    run.font.size, run.bold = Pt(SMALL_PT), bold or None


def new(name: str, **attributes: str) -> Any:
    """An element of the document's XML."""
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def element(parent: Any, name: str, **attributes: str) -> Any:
    """The same within another."""
    made = new(name, **attributes)
    parent.append(made)
    return made

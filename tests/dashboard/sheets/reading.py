"""What a reader of a PDF finds in it, be it an eye, a screen reader or a telephone.

PDFium serves one thread: documents are opened, read and closed in the thread of the test. Where
something may hold on to the test's variables, as the runner of commands does, a document is opened
by `with`; the collector would close it in whatever thread it runs.
"""

from __future__ import annotations

from ctypes import c_int, cast, create_string_buffer
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp

if TYPE_CHECKING:
    from collections.abc import Iterator

MM = 72 / 25.4


@dataclass(frozen=True)
class Tag:
    """An element of the structure that assistive programs go by."""

    kind: str
    alt: str
    lang: str


def text(page: pypdfium2.PdfPage) -> str:
    """In one line; a hyphen at the end of a line stays as U+00AD."""
    read = page.get_textpage().get_text_range()
    read = read.replace("\ufffe", "\u00ad").replace("\x02", "\u00ad").replace("\u00a0", " ")
    return " ".join(read.replace("\u00ad\r\n", "\u00ad").split())


def beyond(page: pypdfium2.PdfPage, margin: float) -> list[str]:
    """Texts and pictures that reach into the margins."""
    (width, height), words = page.get_size(), page.get_textpage()
    boxes = [words.get_rect(at) for at in range(words.count_rects())]
    boxes += [item.get_bounds() for item in page.get_objects(max_depth=1)]
    return [
        words.get_text_bounded(*box) or str(box)
        for box in boxes
        if min(*box, width - box[2], height - box[3]) < margin
    ]


def code(page: pypdfium2.PdfPage) -> str:
    """What a telephone reads that is held over the print."""
    picture = page.render(scale=3, grayscale=True).to_numpy()
    return zxingcpp.read_barcode(picture.reshape(picture.shape[:2])).text


def links(document: pypdfium2.PdfDocument) -> list[tuple[str, str]]:
    """Where each leads, and what stands where it is clicked; nothing where that has no height."""
    found, link, box = [], pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    for page in document:
        words, at = page.get_textpage(), c_int(0)
        while pdfium.FPDFLink_Enumerate(page, at, link):
            action, name = pdfium.FPDFLink_GetAction(link), create_string_buffer(2048)
            pdfium.FPDFAction_GetURIPath(document, action, name, len(name))
            pdfium.FPDFLink_GetAnnotRect(link, box)
            seen = words.get_text_bounded(box.left, box.bottom, box.right, box.top)
            found.append((name.value.decode(), seen))
    return found


def tags(page: pypdfium2.PdfPage) -> list[Tag]:
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    tops = range(pdfium.FPDF_StructTree_CountChildren(tree))
    found = [tag for at in tops for tag in _below(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at))]
    pdfium.FPDF_StructTree_Close(tree)
    return found


def language(document: pypdfium2.PdfDocument) -> str:
    return _string(pdfium.FPDFCatalog_GetLanguage, document)


def fonts(page: pypdfium2.PdfPage) -> set[str]:
    """Names of the fonts in use, without the mark that they are reduced."""
    names = set()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        name = create_string_buffer(200)
        pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(item), name, 200)
        names.add(name.value.decode().split("+")[-1])
    return names


def _below(element: Any) -> Iterator[Tag]:
    if not element:
        return
    kind = _string(pdfium.FPDF_StructElement_GetType, element)
    yield Tag(
        kind,
        _string(pdfium.FPDF_StructElement_GetAltText, element),
        _string(pdfium.FPDF_StructElement_GetLang, element),
    )
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        yield from _below(pdfium.FPDF_StructElement_GetChildAtIndex(element, at))


def _string(ask: Any, of: Any) -> str:
    size = ask(of, None, 0)
    buffer = create_string_buffer(size)
    ask(of, cast(buffer, ask.argtypes[1]), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")

"""Sheets as one PDF/UA file, an A4 page each, set by Typst with the carried fonts alone.

Typst is 80 MB and only those who print need it: it is loaded with the first sheet.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import ModuleType

    import typst

    from dashboard.sheets.content import PrintedSheet

HERE: Final = Path(__file__).parent
FONTS: Final = (HERE / "fonts", HERE.parent / "charts" / "fonts")


class SheetsMissing(ImportError):
    """What sets sheets is not installed."""


class Unprintable(ValueError):
    """A sheet that cannot be set as it is."""


def sheets_pdf(sheets: Sequence[PrintedSheet], *, title: str) -> bytes:
    """One A4 page a sheet; long texts are set smaller, and at last cut.

    The same sheets give the same bytes. Several threads may call it at once, and others go on
    meanwhile.

    Args:
        sheets: In the order of the pages; the first one's language is that of the document.
        title: Of the document.

    Raises:
        SheetsMissing: Typst or segno is not installed.
        Unprintable: There is no sheet; or one has a picture without a text alternative or with
            colours that are not settled, or a sign that no carried font has.
    """
    if not sheets:
        raise Unprintable("A document needs at least one sheet.")
    _typst()  # what is missing is said before what is wrong
    content = {"title": title, "sheets": [_written(sheet) for sheet in sheets]}
    names = ", ".join(sheet.title for sheet in sheets)
    return typeset(HERE / "sheet.typ", content, f"The sheet of {names}")


def typeset(template: Path, content: Mapping[str, Any], what: str) -> bytes:
    """A PDF/UA-1 file of a template, which reads the content as `sys.inputs.content`.

    Args:
        template: Of Typst.
        content: As JSON has it.
        what: Is set, for the error.

    Raises:
        SheetsMissing: Typst or segno is not installed.
        Unprintable: It cannot be set, such as for a sign that no carried font has.
    """
    typst, fonts = _typst()
    texts = normalize("NFC", json.dumps(content, ensure_ascii=False))
    # A compiler serves one thread and is made in a millisecond; fonts are what takes time.
    compiler = typst.Compiler(template, font_paths=fonts, ignore_system_fonts=True)
    try:
        made: bytes = compiler.compile(
            format="pdf", pdf_standards="ua-1", sys_inputs={"content": texts}
        )
    except typst.TypstError as error:
        raise Unprintable(f"{what} cannot be set: {error.message}") from error
    return made


@cache
def can_print() -> bool:
    """Whether what sets sheets is installed; loads none of it."""
    return all(find_spec(name) for name in ("typst", "segno"))


@cache
def _typst() -> tuple[ModuleType, typst.Fonts]:
    """The setter, and the fonts that it may use."""
    try:
        import segno  # noqa: F401, PLC0415 - only those who print need them
        import typst  # noqa: PLC0415
    except ImportError as error:
        raise SheetsMissing(
            "To print sheets, Typst and segno are needed: pip install savivalda[sheets]"
        ) from error
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in FONTS],
    )
    return typst, fonts


def _written(sheet: PrintedSheet) -> dict[str, Any]:
    """What the template reads; refuses pictures that would be mute or black."""
    pictures = {"map": (sheet.map, sheet.map_alt), "QR code": ("", sheet.qr_alt)}
    for row in sheet.rows:
        pictures[f"strip of “{row.name}”"] = (row.strip, row.strip_alt)
        pictures[f"line of “{row.name}”"] = (row.line, row.line_alt)
    for name, (svg, alt) in pictures.items():
        if not alt.strip():
            raise Unprintable(f"{sheet.title}: the {name} has no text alternative.")
        if "light-dark(" in svg:
            raise Unprintable(f"{sheet.title}: the {name} needs colours of one look, not pairs.")
    rows = [vars(row) for row in sheet.rows]
    return vars(sheet) | {
        "headings": dict(sheet.headings),
        "rows": rows,
        "qr": _qr(sheet.address),
    }


def _qr(address: str) -> str:
    """The code of an address as svg, without its quiet zone: the paper around it is white."""
    import segno  # noqa: PLC0415

    svg = BytesIO()
    # Large dots are read sooner than many; what room is left still goes into redundancy.
    code = segno.make(address, error="l", boost_error=True, micro=False)
    code.save(svg, kind="svg", border=0, xmldecl=False, svgclass=None, lineclass=None)
    return svg.getvalue().decode()

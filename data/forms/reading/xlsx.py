"""Workbooks of Excel (XLSX, XLSM): looked over part by part, then read by the fast reader.

The fast reader lays cells out in a full rectangle and gives nothing for a failed formula, so the
extent, failed formulas, hidden rows and merged areas are found here first. Macros, drawings and
links to other files are never handed on.
"""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING

from data.forms.reading import limits
from data.forms.reading.archive import contents, repack, unpack
from data.forms.reading.book import RawBook
from data.forms.reading.calamine import read_rows
from data.forms.reading.comments import read_comments
from data.forms.reading.markup import local, plain, read_markup, refuse_declarations
from data.forms.reading.refusal import Unreadable
from data.forms.reading.strings import judge_strings
from data.forms.reading.styles import percent_styles
from data.forms.reading.tally import Tally
from data.forms.reading.worksheet import look_over

if TYPE_CHECKING:
    from data.forms.reading.book import FileKind
    from data.forms.reading.markup import Attributes
    from data.forms.reading.worksheet import Look

WORKBOOK = "xl/workbook.xml"
LINKS = "xl/_rels/workbook.xml.rels"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
_XML = (".xml", ".rels", ".vml")
_ROOT = "_rels/.rels"
_ROOT_LINKS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)


def read_xlsx(packed: bytes) -> RawBook:
    """Read a workbook of Excel.

    Raises:
        Unreadable: it is damaged, dangerous or more than a form can be.
    """
    entries = contents(packed)
    texts = [entry for name, entry in entries.items() if name.casefold().endswith(_XML)]
    parts = unpack(packed, texts)
    for content in parts.values():
        refuse_declarations(content)
    parts = {_canonical(name): content for name, content in parts.items()}
    if WORKBOOK not in parts or LINKS not in parts:
        raise Unreadable("not_a_workbook", found="ZIP")
    sheets = _sheets(parts)
    looks = _look_over(parts, sheets)
    commented = Tally()
    comments = {name: read_comments(parts, part, commented) for name, part in sheets.items()}
    needed = (WORKBOOK, LINKS, STRINGS, STYLES, *sheets.values())
    judged = {name: parts[name] for name in needed if name in parts}
    rows = read_rows(repack({_ROOT: _ROOT_LINKS, **judged}), list(sheets))
    kind: FileKind = "xlsm" if any("vbaproject" in name.casefold() for name in entries) else "xlsx"
    return RawBook(
        kind,
        tuple(
            replace(look.sheet(name, rows[name]), comments=comments[name])
            for name, look in looks.items()
        ),
    )


def _canonical(name: str) -> str:
    """Spell the well-known parts in one way: some programs write `xl/SharedStrings.xml`."""
    known = {part.casefold(): part for part in (WORKBOOK, LINKS, STRINGS, STYLES)}
    return known.get(name.casefold(), name)


def _sheets(parts: dict[str, bytes]) -> dict[str, str]:
    """List the worksheets: name in the workbook to name of the part."""
    targets: dict[str, str] = {}
    named: list[tuple[str, str]] = []

    def link(name: str, attributes: Attributes) -> None:
        if local(name) == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            if attributes.get("Type", "").endswith("/worksheet"):
                targets[attributes.get("Id", "")] = posixpath.normpath(
                    target.lstrip("/") if target.startswith("/") else f"xl/{target}"
                )

    def sheet(name: str, attributes: Attributes) -> None:
        if local(name) == "sheet":
            # `id` with its prefix, as the sheet has an id of its own too
            link = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            named.append((plain(attributes).get("name", ""), link))

    read_markup(parts[LINKS], link)
    read_markup(parts[WORKBOOK], sheet)
    found = {name: targets[link] for name, link in named if link in targets}
    if not found or any(part not in parts for part in found.values()):
        raise Unreadable("damaged")
    if len(found) > limits.SHEETS:
        raise Unreadable("too_many_cells", limit=str(limits.SHEETS))
    return found


def _look_over(parts: dict[str, bytes], sheets: dict[str, str]) -> dict[str, Look]:
    tally = Tally()
    percents = percent_styles(parts.get(STYLES, b""))
    looks = {name: look_over(parts[part], tally, percents) for name, part in sheets.items()}
    judge_strings(parts.get(STRINGS, b""), [parts[part] for part in sheets.values()], tally)
    return looks

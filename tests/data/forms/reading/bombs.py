"""Files that are small and become huge, or say so."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

from tests.data.forms.drafts import good
from tests.data.forms.oldexcel import write_xls
from tests.data.forms.reading.spoiling import good_xlsx, with_part, with_sheet
from tests.data.forms.writers import ODS_HEAD, ODS_TAIL, zip_ods

if TYPE_CHECKING:
    from pathlib import Path


def zip_bomb(folder: Path) -> Path:
    zeros = bytes(2_000_000_000 // 20)
    return with_part(good_xlsx(folder), "xl/worksheets/sheet2.xml", zeros)


def lying_zip(folder: Path) -> Path:
    """The table of contents says 100 bytes; the part inflates to a hundred million."""
    path = zip_bomb(folder)
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02", content.rindex(b"xl/worksheets/sheet2.xml") - 60)
    struct.pack_into("<I", content, at + 24, 100)
    path.write_bytes(content)
    return path


def overlapping_zip(folder: Path) -> Path:
    """All entries point to the same compressed bytes."""
    path = good_xlsx(folder)
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02")
    (first,) = struct.unpack_from("<I", content, at + 42)
    for _ in range(3):
        at = content.index(b"PK\x01\x02", at + 4)
        struct.pack_into("<I", content, at + 42, first)
    path.write_bytes(content)
    return path


def one_part_often(folder: Path) -> Path:
    """Many names for the same bytes, each whole by itself: a small file becomes a large one."""
    path = with_part(good_xlsx(folder), "xl/junk0000.xml", f"<a>{chr(32) * 1_000_000}</a>")
    content = path.read_bytes()
    end = content.rindex(b"PK\x05\x06")
    entry = content[content.rindex(b"PK\x01\x02", 0, end) : end]
    more = [entry.replace(b"junk0000", b"junk%04d" % number) for number in range(1, 10)]
    count, _, size = struct.unpack_from("<HHI", content, end + 8)
    tail = bytearray(content[end:])
    struct.pack_into("<HHI", tail, 8, count + 9, count + 9, size + 9 * len(entry))
    path.write_bytes(content[:end] + b"".join(more) + tail)
    return path


def part_in_a_part(folder: Path) -> Path:
    """A part that is stored as it is, and the table of contents names what lies in it, too."""
    path = good_xlsx(folder)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("xl/inner.xml", b"<a/>")
    local = inner.getvalue()[: inner.getvalue().index(b"PK\x01\x02")]
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/outer.bin", local, zipfile.ZIP_STORED)
        outer = archive.getinfo("xl/outer.bin")
        (info,) = zipfile.ZipFile(inner).infolist()
        info.header_offset = outer.header_offset + len(outer.FileHeader())
        archive.filelist.append(info)
        archive.NameToInfo[info.filename] = info
    return path


def many_parts(folder: Path) -> Path:
    path = good_xlsx(folder)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(3000):
            archive.writestr(f"junk/{number}", b"")
    return path


def entities(folder: Path) -> Path:
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">{names}]><sst><si><t>&e11;</t></si></sst>'
    return with_part(good_xlsx(folder), "xl/sharedStrings.xml", bomb)


def outside_entity(folder: Path) -> Path:
    bomb = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    return with_part(good_xlsx(folder), "docProps/custom.xml", bomb)


def entities_in_utf_16(folder: Path) -> Path:
    bomb = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY e "a">]><x>&e;</x>'
    return with_part(good_xlsx(folder), "xl/sharedStrings.xml", bomb.encode("utf-16"))


def empty_rows(folder: Path) -> Path:
    return with_sheet(folder, "<row/>" * 7_000_000)


def ten_million_rows(folder: Path) -> Path:
    return with_sheet(folder, '<row r="1"/>' * 10_000_000)


def far_corner(folder: Path) -> Path:
    """Two cells that are laid out as seventeen thousand million."""
    return with_sheet(folder, '<row r="1"><c r="A1"><v>1</v></c></row>'
                      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')  # fmt: skip


def far_column(folder: Path) -> Path:
    return with_sheet(folder, '<row r="1"><c r="XFD1"><v>1</v></c></row>')


def many_cells(folder: Path) -> Path:
    row = "".join(f'<c r="{letter}{{0}}"><v>1</v></c>' for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return with_sheet(
        folder, "".join(f'<row r="{n}">{row.format(n)}</row>' for n in range(1, 19_000))
    )


def long_text_often(folder: Path) -> Path:
    """One long shared text shown by every cell."""
    path = with_sheet(folder, "".join(
        f'<row r="{n}">{"".join(f"""<c r="{c}{n}" t="s"><v>0</v></c>""" for c in "ABCDEFGH")}</row>'
        for n in range(1, 10_000)
    ))  # fmt: skip
    others = "<si><t>a</t></si>" * 1000
    long = f"<sst><si><t>{'x' * 5_000_000}</t></si>{others}</sst>"
    return with_part(path, "xl/sharedStrings.xml", long)


def many_strings(folder: Path) -> Path:
    return with_part(
        good_xlsx(folder), "xl/sharedStrings.xml", "<sst>" + "<si/>" * 8_000_000 + "</sst>"
    )


def ods_rows(folder: Path) -> Path:
    cell = '<table:table-cell office:value-type="float" office:value="1"/>'
    rows = f'<table:table-row table:number-rows-repeated="10000000">{cell}</table:table-row>'
    content = f'{ODS_HEAD}<table:table table:name="Forma">{rows}</table:table>{ODS_TAIL}'
    return zip_ods(content, folder / "form.ods")


def ods_columns(folder: Path) -> Path:
    cell = (
        '<table:table-cell table:number-columns-repeated="900000000" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell>"
    )
    rows = f"<table:table-row>{cell}</table:table-row>"
    content = f'{ODS_HEAD}<table:table table:name="Forma">{rows}</table:table>{ODS_TAIL}'
    return zip_ods(content, folder / "form.ods")


def old_corner(folder: Path) -> Path:
    draft = good()
    draft.put("Asignavimai!IV60000", 1)
    return write_xls(draft, folder / "form.xls")


def old_extent(folder: Path) -> Path:
    """Says that a sheet is as large as the numbers of its record can tell."""
    path = write_xls(good(), folder / "form.xls")
    content = bytearray(path.read_bytes())
    at = content.index(struct.pack("<HHI", 0x200, 14, 0))
    struct.pack_into("<IHH", content, at + 8, 0xFFFFFFFF, 0, 0xFFFF)
    path.write_bytes(content)
    return path

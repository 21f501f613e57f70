"""Hostile files get one clear refusal, and little memory: each is read in a process of its own.

The process may take a generous while before the test gives up: how fast it is depends on what else
the machine does. Its memory is the most that it ever held, as Linux counts it since the process
began (`ru_maxrss` would start from what its parent held).
"""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.forms.checking.check import check_file
from tests.data.forms.drafts import good
from tests.data.forms.oldexcel import compound, record, write_xls
from tests.data.forms.writers import ODS_HEAD, ODS_TAIL, write_ods, write_xlsx, zip_ods

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="memory is measured as Linux counts it"
)

ROOT = Path(__file__).parents[4]
MOST_MEMORY = 300_000_000
PATIENCE = 60
CHECK = """
import json, sys
from data.forms.checking.check import check_file
report = check_file(sys.argv[1])
memory = int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) * 1024
codes = [problem.code for problem in report.problems]
print(json.dumps([codes, report.exit_code, report.rows is None, memory]))
"""
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
SHEET_END = "</sheetData></worksheet>"


def with_part(path: Path, name: str, content: bytes | str) -> Path:
    """A good workbook in which one part is replaced or added."""
    made = path.with_suffix(".tmp")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return made.rename(path)


def good_xlsx(folder: Path) -> Path:
    return write_xlsx(good(), folder / "form.xlsx")


def with_sheet(folder: Path, rows: str) -> Path:
    return with_part(good_xlsx(folder), "xl/worksheets/sheet2.xml", SHEET + rows + SHEET_END)


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


def encrypted_zip(folder: Path) -> Path:
    path = good_xlsx(folder)
    content = bytearray(path.read_bytes())
    at = -1
    while (at := content.find(b"PK\x01\x02", at + 1)) >= 0:
        content[at + 8] |= 1
    path.write_bytes(content)
    return path


def locked_workbook(folder: Path) -> Path:
    path = folder / "form.xlsx"
    path.write_bytes(compound({"EncryptionInfo": bytes(100), "EncryptedPackage": bytes(9000)}))
    return path


def locked_old_workbook(folder: Path) -> Path:
    path = folder / "form.xls"
    begin = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6))
    path.write_bytes(compound({"Workbook": begin + record(0x2F, bytes(54)) + record(0x0A)}))
    return path


def locked_ods(folder: Path) -> Path:
    path = write_ods(good(), folder / "form.ods")
    manifest = '<manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></manifest>'
    return with_part(path, "META-INF/manifest.xml", manifest)


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


def ods_entities(folder: Path) -> Path:
    return zip_ods('<!DOCTYPE x [<!ENTITY e "a">]><x>&e;</x>', folder / "form.ods")


def truncated(suffix: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        write = {"xlsx": write_xlsx, "ods": write_ods, "xls": write_xls}[suffix]
        path = write(good(), folder / f"form.{suffix}")
        content = path.read_bytes()
        path.write_bytes(content[: len(content) * 2 // 3])
        return path

    return make


def damaged_xml(folder: Path) -> Path:
    return with_part(good_xlsx(folder), "xl/worksheets/sheet2.xml", SHEET + "<row r='1'><c r='A1'>")


def path_trick(name: str) -> Callable[[Path], Path]:
    return lambda folder: with_part(good_xlsx(folder), name, b"x")


def double_name(folder: Path) -> Path:
    path = good_xlsx(folder)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("XL/WORKSHEETS/SHEET2.XML", b"<x/>")
    return path


def content_named(name: str, content: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return make


def other_zip(name: str) -> Callable[[Path], Path]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, b"<x/>")
    return content_named("form.xlsx", packed.getvalue())


def old_corner(folder: Path) -> Path:
    draft = good()
    draft.put("Asignavimai!IV60000", 1)
    return write_xls(draft, folder / "form.xls")


HOSTILE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "zip bomb": (zip_bomb, "unpacks_too_big"),
    "zip that lies about sizes": (lying_zip, "unpacks_too_big"),
    "zip with overlapping parts": (overlapping_zip, "damaged"),
    "thousands of parts": (many_parts, "too_many_parts"),
    "entity expansion": (entities, "xml_entities"),
    "entity from outside": (outside_entity, "xml_entities"),
    "entities in UTF-16": (entities_in_utf_16, "xml_entities"),
    "entities in ODS": (ods_entities, "xml_entities"),
    "millions of empty rows": (empty_rows, "too_many_cells"),
    "10 million empty rows": (ten_million_rows, "unpacks_too_big"),
    "cells in far corners": (far_corner, "too_many_rows"),
    "a cell in a far column": (far_column, "too_many_columns"),
    "half a million cells": (many_cells, "too_many_cells"),
    "a long text in every cell": (long_text_often, "too_much_text"),
    "millions of texts": (many_strings, "too_many_cells"),
    "10 million rows in ODS": (ods_rows, "too_many_rows"),
    "900 million columns in ODS": (ods_columns, "too_many_columns"),
    "a far corner of XLS": (old_corner, "too_many_rows"),
    "encrypted zip": (encrypted_zip, "encrypted"),
    "workbook with a password": (locked_workbook, "encrypted"),
    "old workbook with a password": (locked_old_workbook, "encrypted"),
    "ODS with a password": (locked_ods, "encrypted"),
    "truncated XLSX": (truncated("xlsx"), "damaged"),
    "truncated ODS": (truncated("ods"), "damaged"),
    "truncated XLS": (truncated("xls"), "damaged"),
    "damaged XML": (damaged_xml, "damaged"),
    "path upwards": (path_trick("../../etc/passwd"), "unsafe_paths"),
    "path from the root": (path_trick("/etc/passwd"), "unsafe_paths"),
    "path of Windows": (path_trick("C:\\x"), "unsafe_paths"),
    "path upwards in Windows": (path_trick("..\\x"), "unsafe_paths"),
    "name in other case": (double_name, "unsafe_paths"),
    "PDF": (content_named("form.xlsx", b"%PDF-1.7 ..."), "not_a_workbook"),
    "PNG": (content_named("form.ods", b"\x89PNG\r\n\x1a\n" + bytes(99)), "not_a_workbook"),
    "HTML": (content_named("form.xls", b"<html><table></table></html>"), "not_a_workbook"),
    "text": (content_named("form.xlsx", b"kodas;suma\n1;2\n"), "not_a_workbook"),
    "document": (other_zip("word/document.xml"), "not_a_workbook"),
    "any zip": (other_zip("a.txt"), "not_a_workbook"),
    "binary as CSV": (content_named("form.csv", bytes(range(256)) * 99), "not_a_workbook"),
    "letters of no encoding": (content_named("form.csv", b"a;\xa1\x83\xa5\n"), "unknown_letters"),
    "endless quote": (content_named("form.csv", b'"' + b"x" * 5_000_000), "damaged"),
    "million lines": (content_named("form.csv", b"1;2\n" * 1_000_000), "too_many_rows"),
    "empty": (content_named("form.xlsx", b""), "empty_file"),
    "blank": (content_named("form.csv", b"\n \n"), "empty_file"),
    "huge": (content_named("form.csv", b"a" * 20_000_001), "too_big"),
    "garbage after the magic number": (
        content_named(
            "form.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + zlib.compress(bytes(9999)) * 99
        ),
        "damaged",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_one_clear_refusal(name: str, tmp_path: Path) -> None:
    make, expected = HOSTILE[name]
    path = make(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", CHECK, str(path)],
        cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=True,
    )  # fmt: skip
    codes, exit_code, nothing_kept, memory = json.loads(done.stdout)
    assert codes == [expected]
    assert exit_code == 2
    assert nothing_kept
    assert memory <= MOST_MEMORY


def test_nothing_is_written_beside_a_hostile_file(tmp_path: Path) -> None:
    path = path_trick("../escaped.txt")(tmp_path)
    before = sorted(tmp_path.parent.rglob("*"))
    check_file(path)
    assert sorted(tmp_path.parent.rglob("*")) == before

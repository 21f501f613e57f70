"""Hostile files by name, each with the one problem that it is refused for."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from tests.data.forms.drafts import good
from tests.data.forms.oldexcel import compound, record, write_xls
from tests.data.forms.reading import bombs
from tests.data.forms.reading.spoiling import SHEET, content_named, good_xlsx, with_part
from tests.data.forms.writers import write_ods, write_xlsx, zip_ods

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


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


def other_zip(name: str) -> Callable[[Path], Path]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, b"<x/>")
    return content_named("form.xlsx", packed.getvalue())


HOSTILE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "zip bomb": (bombs.zip_bomb, "unpacks_too_big"),
    "zip that lies about sizes": (bombs.lying_zip, "unpacks_too_big"),
    "zip with overlapping parts": (bombs.overlapping_zip, "damaged"),
    "thousands of parts": (bombs.many_parts, "too_many_parts"),
    "entity expansion": (bombs.entities, "xml_entities"),
    "entity from outside": (bombs.outside_entity, "xml_entities"),
    "entities in UTF-16": (bombs.entities_in_utf_16, "xml_entities"),
    "entities in ODS": (ods_entities, "xml_entities"),
    "millions of empty rows": (bombs.empty_rows, "too_many_cells"),
    "10 million empty rows": (bombs.ten_million_rows, "unpacks_too_big"),
    "cells in far corners": (bombs.far_corner, "too_many_rows"),
    "a cell in a far column": (bombs.far_column, "too_many_columns"),
    "half a million cells": (bombs.many_cells, "too_many_cells"),
    "a long text in every cell": (bombs.long_text_often, "too_much_text"),
    "millions of texts": (bombs.many_strings, "too_many_cells"),
    "10 million rows in ODS": (bombs.ods_rows, "too_many_rows"),
    "900 million columns in ODS": (bombs.ods_columns, "too_many_columns"),
    "a far corner of XLS": (bombs.old_corner, "too_many_rows"),
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

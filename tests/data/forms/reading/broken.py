"""Files that are locked, cut off, or not what they are called."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

from tests.data.forms.drafts import good
from tests.data.forms.oldexcel import compound, record, write_xls
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


def strange_letters(folder: Path) -> Path:
    """XML that says that it is written in letters of which nobody has heard."""
    text = '<?xml version="1.0" encoding="A0"?><sst/>'
    return with_part(good_xlsx(folder), "xl/sharedStrings.xml", text)


def nameless_part(folder: Path) -> Path:
    path = good_xlsx(folder)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo(""), b"x")
    return path


def cut_in_its_table(folder: Path) -> Path:
    """The table of sectors is the last one of these files, and not whole in this."""
    path = write_xls(good(), folder / "form.xls")
    path.write_bytes(path.read_bytes()[:-3])
    return path

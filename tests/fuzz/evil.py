"""What might stand where something else is expected."""

from __future__ import annotations

NAMES = (
    *("../../etc/passwd", "/etc/passwd", "C:\\windows\\x", "..\\..\\x", "", ".", "..", "a/../b"),
    *("xl/worksheets/../workbook.xml", "xl//workbook.xml", "x" * 60_000, "content.xml", "mimetype"),
    *("xl/vbaProject.bin", "xl/workbook.bin", "\u202etxt.exe", "con.xml", "META-INF/manifest.xml"),
)
"""Of parts in an archive."""

VALUES = (
    *("", " ", "0", "-1", "1", "2", "NaN", "inf", "-inf", "1e309", "1e-400", "-0", "0x10", "1_000"),
    *("9" * 400, "9" * 19, "2147483648", "4294967296", "18446744073709551616", "1e17", "0.1" * 99),
    *("²", "٣", "१२", "１２", "½", "①", "1,234.56", "1 234,56", "1.234", "12 34", "--5", "+", "."),
    *(
        "A0",
        "A1",
        "XFD1048576",
        "A1048577",
        "AAAA1",
        "A1:XFD1048576",
        "B5:A1",
        "1A",
        "$A$1",
        "R1C1",
    ),
    *(
        "A99999999999999999999",
        "ZZZZZZZZ9",
        "true",
        "1",
        "b",
        "e",
        "s",
        "str",
        "inlineStr",
        "d",
        "n",
    ),
    *(
        "-62135596801",
        "2958466",
        "60",
        "-1.5",
        "99999999",
        "2026-02-30",
        "0000-00-00",
        "9999-12-31",
    ),
    *("10000-01-01", "2026-13-01T25:61:61Z", "1900-02-29", "-001-01-01", "PT1H", "12:00", "2026"),
    *("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0"),
    *("rId1", "rId999", "../x", "/xl/workbook.xml", "http://127.0.0.1:1/", "file:///etc/passwd"),
    *("General", "0%", "0" * 5000, '"%"0', "[h]:mm", "yyyy-mm-dd", "@", "[$-x-sysdate]"),
    *("percentage", "currency", "float", "date", "boolean", "string", "time", "void", "error"),
    *("1000000", "1048576", "16384", "65536", "255", "256", "10000000"),
    *("38901010003", "a. k. 389 0101 0003", "LT124110246", "300123450", "x@y.lt", "+370 600 00000"),
    *("javascript:alert(1)", "<script>", "&amp;", "{0}", "%s", "{", "\u0000".replace("\0", "?")),
    *("a" * 40_000, "ą" * 20_000, "\u0301" * 3000, "\u202e\u200b\ufeff", "😀" * 99, "\ufffe"),
    *(" " * 50_000, "1 " * 20_000, "a@" * 9000, "http://" + "a." * 9000, "0" * 9000 + "x"),
    *("(" * 5000, "-" * 9000, "2026-" * 2000, "Vilniaus m. sav." * 500, "„“" * 5000, "''" * 5000),
)
"""Of attributes and cells. The long ones would be felt by a pattern that goes back and forth."""

REFERENCES = (
    *(
        b"&nothing;",
        b"&#0;",
        b"&#x110000;",
        b"&#xD800;",
        b"&amp",
        b"&",
        b"<",
        b"]]>",
        b"\0",
        b"\xff",
    ),
    *(
        b"<![CDATA[",
        b"<!--",
        b"<?php ?>",
        b"<!ELEMENT x ANY>",
        b"\xef\xbb\xbf",
        b"&#1;",
        b"&lt;" * 9,
    ),
)
"""Pieces that XML does not like in its middle."""

DECLARATIONS = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    b'<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">',
    b'<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]>',
    b"<!doctype html>",
    b'<?xml version="1.0" encoding="utf-16"?>',
    b'<?xml version="1.1"?>',
    b'<?xml-stylesheet href="http://127.0.0.1:1/x.xsl"?>',
)

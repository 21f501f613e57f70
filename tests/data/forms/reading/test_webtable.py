"""Web pages are written by anybody: the largest table is found, and nothing makes it slow."""

from __future__ import annotations

import time

import pytest

from data.forms.reading.refusal import Unreadable
from data.forms.reading.webtable import is_page, read_table

LARGEST = "<table><tr><td>Kodas<td>Suma<tr><td>1<td>2</table>"


@pytest.mark.parametrize(
    ("page", "rows"),
    [
        (f"<table><tr><td>Meniu</table>{LARGEST}", [["Kodas", "Suma"], ["1", "2"]]),
        (f"<table><tr><td>a<td>{LARGEST}<td>b</table>", [["Kodas", "Suma"], ["1", "2"]]),
        ("<TABLE><TR><TH>A</TH></TR><TR><TD>1<BR>2</TD></TR></TABLE>", [["A"], ["1 2"]]),
        ("<table><tr><td>a &lt; b &amp; 1&nbsp;000 < 2</table>", [["a < b & 1 000 < 2"]]),
        ("<table><!-- <tr><td>x --><tr><td>a<script>'<td>b'</SCRIPT><td>c</table>", [["a", "c"]]),
        ("<table><tr><td colspan=2>a<td>b</table>", [["a", "", "b"]]),
        (
            "<table><tr><td rowspan=3>a<td>b<td rowspan='2'>c<tr><td>d<tr><td>e</table>",
            [["a", "b", "c"], ["a", "d", "c"], ["a", "e"]],
        ),
        ("<table><tr><td>b<td rowspan=2>c<tr><td>d</table>", [["b", "c"], ["d", "c"]]),
        ("<table><td>a<td>b", [["a", "b"]]),
    ],
)
def test_a_page_is_read_as_a_browser_shows_it(page: str, rows: list[list[str]]) -> None:
    assert read_table(page.encode()) == rows


def test_letters_of_windows_are_read() -> None:
    assert read_table("<table><tr><td>Šventė</table>".encode("cp1257")) == [["Šventė"]]


@pytest.mark.parametrize(
    ("content", "page"),
    [
        (b"\xef\xbb\xbf\n<!DOCTYPE html><p>", True),
        (b"<!-- saved --><html>", True),
        (b'<?xml version="1.0"?><html xmlns="x">', True),
        (b"<table>", True),
        (b'<?xml version="1.0"?><Workbook>', False),
        (b"Kodas;Suma\n1;<table>", False),
        (b"PK\x03\x04<html>", False),
    ],
)
def test_a_page_is_known_by_its_beginning(content: bytes, *, page: bool) -> None:
    assert is_page(content) is page


def test_a_page_without_a_table_is_named() -> None:
    with pytest.raises(Unreadable, match="no_web_table title=Prisijunkite čia"):
        read_table("<html><title>Prisijunkite\n čia</title><table><tr><td></table>".encode())


@pytest.mark.parametrize(
    "page",
    [
        "<!--" * 200_000, "<a " * 400_000, "<![CDATA[" * 200_000, '<a x="' * 200_000,
        "<script>" * 200_000, "<table>" * 100_000, "<table><tr>" * 50_000, "&amp" * 500_000,
        "<table><tr><td colspan=999999>x<td>y",
        "<table><tr>" + "<td rowspan=999999>x" * 200 + "<tr>" * 400_000,
        "<table>" + "<tr><td>x" * 20_000,
    ],
)  # fmt: skip
def test_no_page_takes_long(page: str) -> None:
    begin = time.process_time()
    with pytest.raises(Unreadable):
        read_table(page.encode())
    assert time.process_time() - begin < 5

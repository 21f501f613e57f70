"""Hostile files get one clear refusal, and little memory: each is read in a process of its own.

The process may take a generous while before the test gives up: how fast it is depends on what else
the machine does. Its memory is the most that it ever held, as Linux counts it since the process
began (`ru_maxrss` would start from what its parent held).
"""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.forms.checking.check import check_file
from tests.data.forms.reading.bombs import (
    empty_rows,
    entities,
    entities_in_utf_16,
    far_column,
    far_corner,
    long_text_often,
    lying_zip,
    many_cells,
    many_parts,
    many_strings,
    ods_columns,
    ods_rows,
    old_corner,
    old_extent,
    one_part_often,
    outside_entity,
    overlapping_zip,
    part_in_a_part,
    ten_million_rows,
    zip_bomb,
)
from tests.data.forms.reading.broken import (
    cut_in_its_table,
    damaged_xml,
    double_name,
    encrypted_zip,
    locked_ods,
    locked_old_workbook,
    locked_workbook,
    nameless_part,
    ods_entities,
    other_zip,
    path_trick,
    strange_letters,
    truncated,
)
from tests.data.forms.reading.spoiling import content_named

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


HOSTILE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "zip bomb": (zip_bomb, "unpacks_too_big"),
    "zip that lies about sizes": (lying_zip, "unpacks_too_big"),
    "zip with overlapping parts": (overlapping_zip, "damaged"),
    "zip with one part under many names": (one_part_often, "damaged"),
    "zip with a part in a part": (part_in_a_part, "damaged"),
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
    "an old sheet that says that it is huge": (old_extent, "damaged"),
    "encrypted zip": (encrypted_zip, "encrypted"),
    "workbook with a password": (locked_workbook, "encrypted"),
    "old workbook with a password": (locked_old_workbook, "encrypted"),
    "ODS with a password": (locked_ods, "encrypted"),
    "truncated XLSX": (truncated("xlsx"), "damaged"),
    "truncated ODS": (truncated("ods"), "damaged"),
    "truncated XLS": (truncated("xls"), "damaged"),
    "XLS without the end of its table": (cut_in_its_table, "damaged"),
    "XML in unknown letters": (strange_letters, "damaged"),
    "a part without a name": (nameless_part, "damaged"),
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
    assert done.stderr == ""
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

"""The empty form, written once, and opened."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from data.forms.writing.template import file_name, write_template
from tests.data.forms.writing.opened import KNOWN, VILNIUS

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

collect_ignore = [] if shutil.which("soffice") else ["test_libreoffice.py"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("form") / file_name(VILNIUS, 2026)
    write_template(target, VILNIUS, 2026, KNOWN)
    return target


@pytest.fixture(scope="module")
def book(path: Path) -> Workbook:
    return load_workbook(path)

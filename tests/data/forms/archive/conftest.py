"""A data folder, and forms sent to it that a check finds to be so."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from data.forms.archive.acceptance import accept
from tests.data.forms.given import checked

if TYPE_CHECKING:
    from pathlib import Path

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def give(tmp_path: Path):
    """Send a file that a check finds to be so."""

    def sent(*said: object, name: str = "forma.xlsx", content: str = "a", **more: object):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        (result,) = accept([path], tmp_path / "var", check=checked(*said), now=NOON, **more)
        return result

    return sent


@pytest.fixture
def var(tmp_path: Path) -> Path:
    return tmp_path / "var"

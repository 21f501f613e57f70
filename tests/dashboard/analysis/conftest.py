"""One analysis of a year, made by the command as anybody would, for all tests of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.analysis.making import make_analysis
from dashboard.language.i18n import language
from tests.dashboard.analysis.made import made_by_command, small_pngs

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.analysis.document import AnalysisDocument
    from dashboard.answers import Atlas
    from data.asking.store import Store


@pytest.fixture(scope="session")
def analysed(atlas: Atlas) -> AnalysisDocument:
    """The draft of 2025 in Lithuanian."""
    return make_analysis(atlas, language("lt"), 2025, "all")


@pytest.fixture(scope="session")
def analysis_folder(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a folder."""
    folder = tmp_path_factory.mktemp("analysis") / "analize"
    with small_pngs():
        made_by_command("2025", "-o", folder, data=store.path.parent)
    return folder

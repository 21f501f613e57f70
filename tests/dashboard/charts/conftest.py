"""Pictures of views of the built database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.indicators.picture import Wording, map_picture
from dashboard.indicators.state import View
from dashboard.indicators.writing import source_text
from dashboard.language.i18n import language
from data.catalog import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.answers import Atlas
    from dashboard.charts.picture import MapPicture

PLAIN = View()


@pytest.fixture(scope="session")
def real(atlas: Atlas) -> Callable[..., MapPicture]:
    """Makes the picture of a view of the built database."""

    def make(view: View = PLAIN, code: str = "lt", row: int = -1, select=()) -> MapPicture:
        words, shown = language(code), atlas.view(view)
        ids = (*INDICATORS[view.indicator].source, "boundaries")
        source = source_text(atlas.sources(), ids, atlas.store.version, words)
        states = atlas.labels("value_state", words)
        year = row % len(shown.years)
        return map_picture(shown, year, Wording(words, states, source, tuple(select)))

    return make
